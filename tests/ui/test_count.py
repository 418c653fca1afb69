"""Stock-taking on the screen: blind while counting, both numbers when all is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.commands import Command
from app.domain.outcome import Severity
from app.station.messages import Press
from app.station.views import View
from tests.helpers import sample_count as samples
from tests.helpers.sample_views import home
from tests.ui.conftest import MakeWindow
from tests.ui.looking import rows_of, text_of
from ui.home.tiles import Tile
from ui.shell import StationWindow
from ui.widgets.rows import RowList, Tone
from ui.widgets.strip import Strip


def shown(make_window: MakeWindow, view: View, **options: object) -> StationWindow:
    window = make_window(**options)
    window.show_view(view)
    window.show()
    return window


def visible(window: StationWindow, name: str) -> bool:
    widget = window.findChild(QWidget, name)
    assert widget is not None, name
    return widget.isVisible()


def tones(window: StationWindow) -> list[tuple[str, Tone]]:
    rows = window.findChild(RowList, "counted")
    assert rows is not None
    return [(row.image, row.tone) for row in rows.rows()]


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_the_bin_the_last_thing_and_its_number(make_window: MakeWindow, profile: str) -> None:
    window = shown(make_window, samples.count(), profile=profile)
    assert window.body().bar().texts()[0] == "Scan all in A-04-3, then OK"
    assert text_of(window, "bin") == "A-04-3"
    assert text_of(window, "sku") == "SKU-30055"
    assert text_of(window, "count") == "4"
    counted = rows_of(window, "counted")
    assert len(counted) == 4
    assert "L-2026-03" in counted[1]
    assert tones(window)[2] == ("chevron-right", Tone.CURRENT)
    assert not any("/" in row for row in counted)


def test_a_bench_says_the_last_scan_on_a_strip(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.count())
    strip = window.findChild(Strip, "last_strip")
    assert strip is not None
    assert (strip.text(), strip.tone()) == ("SKU-30055: 4 counted", "ok")


def test_a_number_typed_stands_in_the_place_of_the_count(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.count_typed())
    assert text_of(window, "count") == "24 ×"
    assert window.body().bar().texts() == ("24 × scan the product",)


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_what_differs_comes_first_with_both_numbers(make_window: MakeWindow, profile: str) -> None:
    window = shown(make_window, samples.count_differs(), profile=profile)
    bar = window.body().bar()
    assert (bar.severity(), bar.ground()) == (Severity.SOFT, "warn")
    assert bar.texts() == ("A-04-3 is not as expected", "OK = record it, UNDO = count again")
    assert text_of(window, "list_title") == "Counted / expected"
    numbers = [row.rsplit(" ", 3)[1:] for row in rows_of(window, "counted")]
    assert numbers == [["7", "/", "9"], ["30", "/", "28"], ["12", "/", "12"], ["4", "/", "4"]]
    # Never colour alone: fewer, more and right have shapes of their own.
    assert tones(window) == [
        ("circle-minus", Tone.BAD),
        ("package-plus", Tone.WARN),
        ("circle-check", Tone.DONE),
        ("circle-check", Tone.DONE),
    ]
    assert not visible(window, "product_card")
    assert not visible(window, "count_card")


def test_a_bin_that_is_right_is_green_and_the_walk_goes_on(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.count_walk())
    assert window.body().bar().ground() == "ok"
    assert window.body().bar().texts() == ("Scan the bin to count", "A-04-2 is right: 48")
    assert rows_of(window, "counted")[0] == "A-04-2 right 48"
    assert not visible(window, "bin_card")


def test_between_bins_clear_is_the_way_home(
    make_window: MakeWindow, submitted: list[object]
) -> None:
    window = shown(make_window, samples.count_walk())
    key = window.body().action_row().keys()[Command.CLEAR]
    assert key.text() == "Home"
    window.show_view(samples.count())
    assert key.text() == "Clear"
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert submitted == [Press(Command.CLEAR)]


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_home_has_a_way_in(make_window: MakeWindow, submitted: list[object], profile: str) -> None:
    window = shown(make_window, home(), profile=profile)
    tile = window.findChild(QAbstractButton, "tile_count")
    assert tile is not None
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert submitted == [Press(Command.COUNT)]


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_counts_that_wait_say_why(make_window: MakeWindow, profile: str) -> None:
    window = shown(make_window, samples.count_waiting(), profile=profile)
    assert text_of(window, "list_title") == "Counts that wait"
    first, *_, last = rows_of(window, "counted")
    assert first.startswith("A-04-3")
    assert "below zero" in first
    assert "few left" in last
    assert not visible(window, "bin_card")


def test_on_the_way_to_a_bin_the_goods_are_shown(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.count_job())
    assert window.body().bar().texts()[0] == "Go to A-04-3, scan it"
    assert len(rows_of(window, "counted")) == 1
    key = window.body().action_row().keys()[Command.CLEAR]
    assert key.text() == "Clear", "it leaves the count, not the room"


def test_one_sku_is_asked_for_and_the_number_is_the_whole_answer(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.count_how_many())
    assert window.body().bar().texts()[0] == "How many SKU-30055?"
    assert text_of(window, "count") == "?"
    window.show_view(samples.count_so_many())
    assert text_of(window, "count") == "37"
    assert window.body().bar().texts()[0] == "OK = 37 of SKU-30055"


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_a_reason_is_touched_or_its_digit_is_pressed(
    make_window: MakeWindow, submitted: list[object], profile: str
) -> None:
    window = shown(make_window, samples.count_why(), profile=profile)
    assert text_of(window, "list_title") == "Why it differs"
    rows = rows_of(window, "counted")
    assert rows[0].split()[0] == "1"
    assert "miscounted before" in rows[0]
    assert rows[-1].split()[0] == "0"
    assert "nobody knows" in rows[-1]
    assert visible(window, "bin_card") == (profile == "bench"), "a handheld needs the room"
    widget = window.findChild(RowList, "counted")
    assert widget is not None
    widget.chosen.emit("0")
    assert submitted == [Press(Command.N0)]


@pytest.mark.parametrize(("counts", "words"), [(2, "2 to do"), (0, "bin by bin")])
def test_the_tile_at_home_says_how_many_counts_wait(
    make_window: MakeWindow, counts: int, words: str
) -> None:
    window = shown(make_window, replace(home(), counts=counts))
    tile = window.findChild(Tile, "tile_count")
    assert tile is not None
    assert tile.count_words() == words
