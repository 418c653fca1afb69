"""The window's own page: light, size, volume, keys, and what the program is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app import VERSION
from app.domain.commands import Command
from app.station.messages import Press
from tests.helpers import sample_views as samples
from tests.ui.conftest import MakeWindow
from tests.ui.looking import cut_words, hidden_rows, overlapping, rows_of, text_of
from tests.ui.test_layout import settle
from ui.kept import Kept, WindowFile
from ui.keys import KEYS, OwnKey
from ui.shell import StationWindow

ROOT = Path(__file__).resolve().parents[2]


def opened(make_window: MakeWindow, **options: object) -> StationWindow:
    window = make_window(**options)
    window.show_view(samples.pack())
    window.show()
    press(window, "window_panel")
    return window


def press(window: StationWindow, name: str) -> None:
    keys = window.findChildren(QAbstractButton, name)
    (key,) = [one for one in keys if one.isVisible()]
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)


def told(window: StationWindow, name: str) -> str:
    panel = window.panel()
    assert panel is not None
    return text_of(panel, name)


def test_the_page_opens_and_closes(make_window: MakeWindow, submitted: list[object]) -> None:
    window = opened(make_window)
    assert window.panel() is not None
    press(window, "panel_close")
    assert window.panel() is None
    for key in (Qt.Key.Key_F7, Qt.Key.Key_Escape, Qt.Key.Key_F7, Qt.Key.Key_F7):
        QTest.keyClick(window, key)
    assert window.panel() is None
    assert submitted == []
    assert QApplication.activeModalWidget() is None


def test_the_work_goes_on_below_it(make_window: MakeWindow, submitted: list[object]) -> None:
    window = opened(make_window)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert submitted == [Press(Command.UNDO)]
    window.show_view(samples.pack())
    assert window.panel() is not None, "nothing was answered"
    view = samples.pack_wrong()
    window.show_view(view, view.outcome)
    assert window.panel() is None


def test_light_and_size_change_at_once_and_are_kept(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    file = WindowFile(tmp_path / "window-P1.json")
    window = opened(make_window, file=file)
    press(window, "look_dark")
    assert window.theme().dark
    press(window, "zoom_larger")
    press(window, "zoom_larger")
    assert window.theme().scale == pytest.approx(1.2)
    assert told(window, "zoom_shown") == "Size 120 %"
    assert WindowFile(tmp_path / "window-P1.json").kept == Kept(dark=True, zoom=1.2)
    for _ in range(9):
        press(window, "zoom_smaller")
    assert file.kept.zoom == 0.8
    press(window, "look_light")
    assert not window.theme().dark


def test_a_size_without_room_is_told_and_not_kept(make_window: MakeWindow, tmp_path: Path) -> None:
    file = WindowFile(tmp_path / "window-P1.json")
    window = opened(make_window, file=file, profile="handheld")
    press(window, "zoom_larger")
    assert window.body().told() == "Size 110 % does not fit this window: it is 100 %"
    assert told(window, "zoom_shown") == "Size 100 %"
    assert file.kept.zoom == 1.0


def test_the_volume_is_heard_and_kept(make_window: MakeWindow, tmp_path: Path) -> None:
    file = WindowFile(tmp_path / "window-P1.json")
    window = opened(make_window, file=file, volume=100)
    heard: list[int] = []
    window.volume_changed.connect(heard.append)
    for _ in range(5):
        press(window, "volume_quieter")
    assert heard == [75, 50, 25, 0]
    assert told(window, "volume_shown") == "No sound"
    press(window, "volume_louder")
    assert file.kept.volume == 25


def test_a_muted_station_has_no_volume(make_window: MakeWindow) -> None:
    window = opened(make_window)
    heard: list[int] = []
    window.volume_changed.connect(heard.append)
    press(window, "volume_louder")
    assert (heard, told(window, "volume_shown")) == ([], "No sound")


def test_every_key_of_the_keyboard_is_listed(make_window: MakeWindow) -> None:
    window = opened(make_window)
    listed = rows_of(window, "key_list")
    functions = [key for key in KEYS if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12]
    assert len(listed) == len(functions) + len(OwnKey) + 3
    assert {"F1 Undo", "F7 This page", "Ctrl+L The other language", "Esc Clear"} <= set(listed)


def test_the_page_says_what_the_program_is(make_window: MakeWindow) -> None:
    window = opened(make_window)
    assert f"Packbench {VERSION}" in text_of(window, "about")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_f5_asks_the_centre(make_window: MakeWindow, submitted: list[object]) -> None:
    window = make_window()
    window.show_view(samples.home())
    asked: list[bool] = []
    window.look_asked.connect(lambda: asked.append(True))
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert (asked, submitted) == ([True], [])
    assert window.body().told() == "Asking the centre for news"
    window.show_view(samples.home())
    assert window.body().told(), "nothing was answered"
    view = samples.home_found()
    window.show_view(view, view.outcome)
    assert window.body().told() == ""


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    ("profile", "size", "zoom"),
    [
        ("bench", (1024, 600), 1.0),
        ("bench", (1366, 768), 1.6),
        ("bench", (1920, 1080), 1.0),
        ("handheld", (480, 800), 1.0),
    ],
)
def test_the_page_is_whole(
    make_window: MakeWindow, profile: str, size: tuple[int, int], zoom: float, language: str
) -> None:
    window = make_window(profile=profile, scale=zoom, volume=50)
    window.resize(*size)
    window.show_view(samples.home(language))
    window.show()
    window.turn_panel()
    settle(window)
    panel = window.panel()
    assert panel is not None
    assert cut_words(panel) + overlapping(panel) + hidden_rows(panel) == []
