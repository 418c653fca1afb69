"""What each screen says, and what touching it submits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.commands import Command
from app.domain.outcome import outcome
from app.domain.pack.outcome import PackPrompt
from app.station.messages import ChooseLanguage, EnterCode, Look, Press
from app.station.sign_in.outcome import SigningIn
from app.station.views import Bar, HelpCall, Link, NextTruck, View
from tests.helpers import sample_views as samples
from tests.helpers.sample_packs import (
    count_packs,
    pack_packs,
    pick_pack_too_large,
    pick_packs,
    timeline_packs,
)
from tests.ui.conftest import MakeWindow
from tests.ui.looking import rows_of, text_of
from ui import messages
from ui.home.tiles import Tile
from ui.shell import StationWindow
from ui.widgets.chip import Chip
from ui.widgets.keypad import Keypad
from ui.widgets.rows import RowList, Tone
from ui.widgets.strip import Strip
from ui.widgets.touch_button import TouchButton


def shown(make_window: MakeWindow, view: View, **options: object) -> StationWindow:
    window = make_window(**options)
    window.show_view(view)
    window.show()
    return window


def click(qtbot: QtBot, window: StationWindow, name: str) -> None:
    key = window.findChild(QAbstractButton, name)
    assert key is not None, name
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)


def touch_row(qtbot: QtBot, window: StationWindow, name: str, number: int) -> None:
    rows = window.findChild(RowList, name)
    assert rows is not None
    place = rows.visualRect(rows.model().index(number, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def test_pack_says_what_how_many_and_what_is_left(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pack())
    assert window.body().bar().texts() == ("Scan the next item",)
    assert text_of(window, "sku") == "SKU-20417"
    assert text_of(window, "count") == "3 / 5"
    assert text_of(window, "still_to_pack") == "Still to pack: 4 of 7 lines"
    assert window.body().progress().text() == "15 of 21 items"
    strip = window.findChild(Strip, "last_strip")
    assert strip is not None
    assert (strip.text(), strip.tone()) == ("Last: SKU-20417, 3 of 5", "ok")


def test_pack_lines_show_how_they_stand(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pack())
    rows = window.findChild(RowList, "line_list")
    assert rows is not None
    tones = [row.tone for row in rows.rows()]
    assert tones[0] is Tone.CURRENT
    assert tones[4] is Tone.DONE
    assert tones[6] is Tone.WARN
    # Never colour alone: each has a shape of its own.
    assert len({row.image for row in rows.rows()}) == 4


def test_a_wrong_item_is_big_and_red_with_both_pictures(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pack_wrong())
    bar = window.body().bar()
    title, what_now, prompt = bar.texts()
    assert title == "WRONG ITEM: not on this order"
    assert "4006381333931" in what_now
    assert "Glass vase" in what_now
    assert prompt == "Scan the next item"
    assert bar.ground() == "bad"
    both = window.findChild(QWidget, "both_pictures")
    assert both is not None
    assert both.isVisible()


def test_a_carton_can_be_touched(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = shown(make_window, samples.pack_carton())
    click(qtbot, window, "carton_L")
    assert submitted == [EnterCode("L")]


def test_a_stop_turns_the_bar_red(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pack_wrong_label())
    assert window.body().bar().texts()[0] == "STOP: label is for SO-10490"
    assert window.body().bar().ground() == "bad"
    edge = QColor(window.grab().toImage().pixelColor(2, 2)).name()
    assert edge == window.theme().hex("bad").lower()


def test_a_finished_order_is_green(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pack_done())
    assert window.body().bar().ground() == "ok"
    assert "SO-10482 is done" in window.body().bar().texts()


def test_pick_says_where_what_and_into_what(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pick())
    assert text_of(window, "bin") == "A-04-3"
    assert text_of(window, "stop") == "Stop 4 of 17 · Zone A"
    assert text_of(window, "tote") == "→ tote T-22"
    assert rows_of(window, "next_stops")[0].startswith("A-05-1")


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_what_is_left_is_said_in_packs(make_window: MakeWindow, profile: str) -> None:
    window = shown(make_window, pick_packs(), profile=profile)
    assert text_of(window, "count") == "24 / 101"
    name = "tracked" if profile == "handheld" else "count_caption"
    assert text_of(window, name) == "3 cases + 5 left"
    window.show_view(pick_pack_too_large())
    assert window.body().bar().texts()[0] == "1 case = 24, 5 wanted"
    plain = "" if profile == "handheld" else "picked / wanted"
    assert text_of(window, name) == plain, "five units fill no case"


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_what_is_left_of_a_line_is_said_in_packs(make_window: MakeWindow, profile: str) -> None:
    window = shown(make_window, pack_packs(), profile=profile)
    left = "1 pallet + 3 cases + 5"
    assert text_of(window, "count_caption") == f"{left} left"
    if profile == "bench":
        assert left in rows_of(window, "line_list")[0]


def test_a_count_is_compared_in_packs(make_window: MakeWindow) -> None:
    differs, *others = rows_of(shown(make_window, count_packs()), "counted")
    assert "3 cases + 5 / 1 pallet + 5 · Orange mug, 300 ml" in differs
    assert [("1 case / 1 case" in one, "SKU-11802" in one) for one in others].count(
        (True, True)
    ) == 1


def test_the_timeline_says_the_pack_and_its_units(make_window: MakeWindow) -> None:
    said = rows_of(shown(make_window, timeline_packs()), "timeline")
    assert sum("SKU-20417, 1 case, 24 units" in one for one in said) == 2


def test_a_short_is_counted_on_keys(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = shown(make_window, samples.pick_short())
    assert text_of(window, "count") == "3 / 5"
    click(qtbot, window, "key_n4")
    click(qtbot, window, "key_ok")
    assert submitted == [Press(Command.N4), Press(Command.OK)]
    window.show_view(samples.pick())
    keypad = window.screen_shown().findChild(Keypad)
    assert keypad is not None
    assert not keypad.isVisible()


def test_home_counts_and_lists(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.home())
    tile = window.findChild(Tile, "tile_pack")
    assert tile is not None
    assert tile.count_words() == "12 waiting"
    queue = rows_of(window, "queue")
    assert len(queue) == 12
    assert "started by Anna" in queue[3]
    assert text_of(window, "my_day") == "41 orders · 318 units"


def test_home_tiles_and_rows_can_be_touched(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = shown(make_window, samples.home())
    for name in ("tile_pick", "tile_pack", "tile_load", "tile_exceptions"):
        click(qtbot, window, name)
    touch_row(qtbot, window, "queue", 1)
    touch_row(qtbot, window, "loads", 0)
    assert submitted == [
        Press(Command.PICK),
        Press(Command.PACK),
        Press(Command.LOAD),
        Press(Command.EXCEPTIONS),
        Look("order", "shop:SO-10483"),
        EnterCode("L-88"),
    ]


def test_who_waits_for_help_stands_under_the_bar(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.home_help())
    line = window.findChild(Strip, "help_line")
    assert line is not None and line.isVisible()
    assert line.text() == (
        "Help wanted at P1 (Anna Berg, order SO-10491) · Help wanted at P12 (王小明)"
    )
    view = samples.home()
    window.show_view(view)
    assert not line.isVisible()
    calls = tuple(HelpCall(f"P{number}", "Ann", "") for number in (3, 1, 2, 4))
    window.show_view(replace(view, frame=replace(view.frame, station="P3", help=calls)))
    assert line.text() == "You have called for help · Help wanted at P1 (Ann) · +2"


def test_a_message_stands_above_the_work_until_it_is_read(
    make_window: MakeWindow, submitted: list[object]
) -> None:
    window = shown(make_window, samples.home_note())
    line = window.findChild(Strip, "message_line")
    key = window.findChild(TouchButton, "message_read")
    assert line is not None and line.isVisible() and key is not None and key.isVisible()
    assert line.text().startswith("Sue Okafor: Bring the tape gun")
    assert line.text().endswith("(+1)")
    assert line.fits() and key.fits()
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert submitted == [Press(Command.UNDERSTOOD)]
    view = samples.home_note()
    window.show_view(replace(view, frame=replace(view.frame, operator="")))
    assert line.isVisible() and not key.isVisible()
    window.show_view(samples.home())
    assert not line.isVisible()


def test_the_next_truck_stands_in_the_header_within_the_hour(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.home_truck())
    chip = window.findChild(Chip, "truck_chip")
    assert chip is not None
    plain = samples.home()

    def said_of(minutes: int, left: int) -> tuple[bool, str, str]:
        truck = NextTruck("DHL", samples.NOW + timedelta(minutes=minutes), left)
        window.show_view(replace(plain, frame=replace(plain.frame, truck=truck)))
        return chip.isVisible(), chip.tone(), chip.text()

    time = messages.clock_time(samples.NOW + timedelta(minutes=59))
    assert said_of(59, 12) == (True, "muted", f"DHL {time} · 59 min · 12 left")
    assert said_of(14, 1)[:2] == (True, "warn")
    assert said_of(14, 0)[:2] == (True, "muted"), "nothing is left for it"
    assert said_of(15, 1)[:2] == (True, "muted")
    for minutes in (60, 0, -5):
        assert not said_of(minutes, 9)[0]
    window.show_view(plain)
    assert not chip.isVisible()


def test_an_order_is_looked_at_before_it_is_opened(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.order_to_open())
    assert "DE 20095 Hamburg" in text_of(window, "order_who")
    assert text_of(window, "order_notes").startswith("Ring twice")
    assert "Engrave: Oma" in rows_of(window, "line_list")[0]
    assert window.body().action_row().keys()[Command.OK].isEnabled()
    small = shown(make_window, samples.order_to_open(), profile="handheld")
    lines, timeline = (small.findChild(RowList, name) for name in ("line_list", "timeline"))
    assert lines is not None and timeline is not None
    assert lines.isVisible() and not timeline.isVisible()
    small.show_view(samples.timeline())
    assert timeline.isVisible() and not lines.isVisible()


def test_exceptions_say_what_why_since_when_and_by_whom(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = shown(make_window, samples.exceptions())
    first, second, third = rows_of(window, "exceptions")
    assert first.startswith("1 SO-10482 Put back · The shop changed it during the work")
    assert "Li Wei · P3" in first and first.endswith("12 ×")
    assert second.startswith("2 SO-10483 · Parcel …") and "×" not in second
    assert third.startswith("3 Bin A-04-3 Count this bin again")
    touch_row(qtbot, window, "exceptions", 0)
    touch_row(qtbot, window, "exceptions", 2)
    assert submitted == [
        Look("exception", "lines_changed_while_worked/order/shop:SO-10482"),
        Look("exception", "recount/bin/A-04-3"),
    ]
    assert text_of(window, "exceptions_title") == "Waiting for a person: 3"
    window.show_view(samples.exceptions_typed())
    assert text_of(window, "exceptions_title") == "Number 2: press OK"
    window.show_view(samples.exceptions_none())
    assert text_of(window, "exceptions_title") == "Nothing waits for a person"


def test_a_handheld_has_two_rows_for_each_exception(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = shown(make_window, samples.exceptions(), profile="handheld")
    rows = rows_of(window, "exceptions")
    assert len(rows) == 6
    assert rows[4].startswith("3 Bin A-04-3") and rows[5].startswith("Count this bin again")
    touch_row(qtbot, window, "exceptions", 5)
    assert submitted == [Look("exception", "recount/bin/A-04-3")]


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_a_card_has_a_key_for_each_decision(
    profile: str, make_window: MakeWindow, submitted: list[object]
) -> None:
    window = shown(make_window, samples.exception(), profile=profile)
    keys = [window.findChild(TouchButton, f"decision_{number}") for number in range(1, 7)]
    assert [key.text() for key in keys if key is not None] == [
        "1  Pick again",
        "2  Ship without",
        "3  Count the bin",
        "4  Hold the order",
        "5  I look after it",
        "6  All right as it is",
    ]
    assert [key.is_primary() for key in keys if key is not None].count(True) == 1
    for name in ("decision_3", "exception_about"):
        key = window.findChild(TouchButton, name)
        assert key is not None
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert submitted == [Press(Command.N3), Look("order", "shop:SO-10482")]


def test_a_card_that_is_solved_offers_nothing(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.exception_solved())
    first = window.findChild(TouchButton, "decision_1")
    assert first is not None and not first.isVisible()
    assert text_of(window, "exception_decided").startswith("Solved: Ship without · Li Wei")
    window.show_view(samples.exception_taken())
    assert first.isVisible() and first.text() == "1  New label"
    assert "the second label is on the printer" in text_of(window, "exception_note")


def test_an_idle_home_says_so(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.home(queue=(), loads=(), to_pack=0))
    tile = window.findChild(Tile, "tile_pack")
    assert tile is not None
    assert not tile.is_lit()
    assert rows_of(window, "queue") == []


def test_what_was_found_is_shown_as_fields(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.home_found())
    assert text_of(window, "found_title") == "SKU-20417"
    assert "In stock 48" in rows_of(window, "found_fields")


def test_load_counts_and_names_the_missing(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.load())
    assert text_of(window, "count") == "137 / 160"
    assert text_of(window, "leaves").endswith("in 22 min")
    assert text_of(window, "missing_title") == "Missing: 23 · Orders to come: 2"
    assert "P2 packing" in rows_of(window, "missing")[0]


def test_an_open_load_can_be_chosen(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = shown(make_window, samples.load_choice())
    touch_row(qtbot, window, "open_loads", 1)
    assert submitted == [EnterCode("L-89")]


def test_a_timeline_shows_unknown_facts_too(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.timeline())
    timeline = rows_of(window, "timeline")
    assert "Order placed" in timeline[0]
    assert "teleported" in timeline[-1]
    assert any("Label failed Paper out" in told for told in timeline)
    assert text_of(window, "order_state") == "Packed"


def test_signing_in_by_number_and_language(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = shown(make_window, samples.sign_in())
    assert text_of(window, "entry") == "10"
    click(qtbot, window, "key_n7")
    click(qtbot, window, "language_zh_CN")
    assert submitted == [Press(Command.N7), ChooseLanguage("zh_CN")]


def test_a_pin_is_never_shown(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pin())
    assert text_of(window, "entry") == "● ● ●"


def test_a_locked_station_keeps_the_order(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.locked())
    assert text_of(window, "advice") == "SO-10482 is kept for Li Wei"


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_a_note_stands_before_the_item(make_window: MakeWindow, profile: str) -> None:
    window = shown(make_window, samples.pack_over(), profile=profile)
    note = window.findChild(Strip, "note")
    assert note is not None
    assert note.isVisible()
    assert (note.text(), note.tone()) == ("Fragile, use filling", "warn")


def test_a_picture_comes_from_the_cache_only(make_window: MakeWindow, tmp_path: Path) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    assert image.save(str(tmp_path / "mug.png"))
    pictured = replace(samples.pack().lines[0], picture="https://pictures.invalid/a/mug.png")
    window = shown(make_window, samples.pack(line=pictured))
    colours = {window.grab().toImage().pixelColor(x, 450).name() for x in range(100, 500, 50)}
    assert "#ff00ff" in colours


def test_the_header_tells_how_things_are(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pack_remove())
    assert text_of(window, "order") == "SO-10482"
    link = window.findChild(Chip, "link_chip")
    assert link is not None
    assert link.text() == "Offline 3 min · 12 waiting"
    reserved = window.findChild(Chip, "reserved_chip")
    assert reserved is not None
    assert reserved.isVisible()
    window.show_view(samples.home_offline())
    chip = window.body().header().chips()[0]
    assert (chip.text(), chip.tone()) == ("Scanner: Unplugged", "bad")


def test_good_news_without_a_strip_stands_in_the_bar(make_window: MakeWindow) -> None:
    welcome = outcome(SigningIn.SIGNED_IN, operator="Li Wei")
    window = shown(make_window, samples.home(outcome=welcome))
    assert window.body().bar().texts() == ("Scan a tote or an order", "Welcome, Li Wei")


def test_being_offline_is_no_alarm(make_window: MakeWindow) -> None:
    view = samples.pack()
    away = replace(view.frame, link=Link(online=False, waiting=0))
    window = shown(make_window, replace(view, frame=away, bar=Bar(PackPrompt.SCAN_ITEM)))
    link = window.findChild(Chip, "link_chip")
    assert link is not None
    assert link.tone() == "muted"


def test_the_bar_says_when_the_screen_will_lock(make_window: MakeWindow) -> None:
    view = samples.pack()
    window = shown(make_window, replace(view, frame=replace(view.frame, locks_in=7)))
    bar = window.body().bar()
    assert bar.texts() == ("Locks in 7 s. Your work is kept.", "Scan the next item")
    assert bar.ground() == "warn"
    window.show_view(view)
    assert bar.texts() == ("Scan the next item",)


def test_an_order_that_was_found_is_opened_by_a_touch(
    make_window: MakeWindow, submitted: list[object]
) -> None:
    window = shown(make_window, samples.home_search())
    fields = window.findChild(RowList, "found_fields")
    assert fields is not None
    fields.choose(1)
    assert submitted == [EnterCode("SO-10483")]
