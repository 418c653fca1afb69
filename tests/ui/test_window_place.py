"""The window is on a screen, whole, and where it was last."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

from tests.helpers import sample_views as samples
from tests.ui.conftest import MakeWindow
from ui.kept import Kept, WindowFile
from ui.placing import mended

LEFT, RIGHT = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)
USUAL = QSize(1920, 1080)
NOWHERE = QRect()


@pytest.mark.parametrize(
    ("kept", "place"),
    [
        (NOWHERE, LEFT),
        (QRect(10, 20, 1024, 600), QRect(10, 20, 1024, 600)),
        (QRect(1500, 50, 1280, 720), QRect(1500, 50, 1280, 720)),
        # Most of it is beyond the edge of its screen.
        (QRect(3000, 900, 1024, 600), QRect(2262, 480, 1024, 600)),
        (QRect(-500, -300, 1024, 600), QRect(0, 0, 1024, 600)),
        # Its screen has gone, or was larger.
        (QRect(5000, 5000, 1024, 600), LEFT),
        (QRect(0, 0, 4000, 3000), QRect(1366, 0, 1920, 1080)),
    ],
)
def test_a_window_stays_on_its_screen(kept: QRect, place: QRect) -> None:
    assert mended(kept, USUAL, [LEFT, RIGHT]) == place


def test_a_window_is_never_larger_than_the_screen() -> None:
    for kept in (NOWHERE, QRect(100, 100, 1366, 768), QRect(-9999, 0, 1920, 1080)):
        place = mended(kept, USUAL, [LEFT])
        assert LEFT.contains(place)


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "window-P1.json"
    WindowFile(path).change(left=5, top=6, width=1100, height=700, zoom=1.3, dark=True, volume=40)
    assert WindowFile(path).kept == Kept(5, 6, 1100, 700, zoom=1.3, dark=True, volume=40)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "3", '{"zoom": "big", "dark": 1, "left": null}', "\x00\xff",
     '{"zoom": 7.5, "width": "1e9"}', '{"volume": true}', '{"zoom": NaN}'],
)  # fmt: skip
def test_a_broken_file_is_ignored(tmp_path: Path, text: str) -> None:
    path = tmp_path / "window-P1.json"
    path.write_text(text, encoding="latin-1")
    assert WindowFile(path).kept == Kept()


def test_a_file_of_another_program_is_read_as_far_as_it_makes_sense(tmp_path: Path) -> None:
    path = tmp_path / "window-P1.json"
    path.write_text(json.dumps({"zoom": 1.2, "wings": 2, "volume": 900, "dark": "yes"}))
    assert WindowFile(path).kept == Kept(zoom=1.2, volume=100)


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    file = WindowFile(tmp_path / "gone" / "window-P1.json")
    file.change(zoom=1.2)
    assert file.kept.zoom == 1.2


def test_a_window_comes_back_where_it_was(make_window: MakeWindow, tmp_path: Path) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    place = QRect(room.left() + 2, room.top() + 10, 796, 500)
    path = tmp_path / "window-P1.json"
    first = make_window(file=WindowFile(path))
    first.setGeometry(place)
    first.show_view(samples.pack())
    first.open()
    first.keep_place()
    second = make_window(file=WindowFile(path))
    second.open()
    assert second.geometry() == place


def test_a_first_window_fits_the_screen(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(file=WindowFile(tmp_path / "window-P1.json"))
    window.show_view(samples.pack())
    window.open()
    room = QGuiApplication.primaryScreen().availableSize()
    assert window.size().boundedTo(room) == window.size()
    assert window.isMaximized()  # or its frame would be beyond the edge


def test_a_kiosk_keeps_no_place(make_window: MakeWindow, tmp_path: Path) -> None:
    file = WindowFile(tmp_path / "window-P1.json")
    window = make_window(file=file, kiosk=True)
    window.open()
    window.keep_place()
    assert file.kept == Kept()
