"""The rules of the device page: no scan there touches an order, and whatever comes is shown."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.config import Config
from app.device_api import (
    DeviceChanged,
    DeviceKind,
    DeviceMessage,
    DeviceState,
    RawFrame,
    Scan,
    ScanDefect,
    Trouble,
    Weight,
    WeightUnit,
)
from app.domain.bench.scanner_check import LETTERS, SHEET, Fault
from app.domain.bench.self_test import CheckedPart
from app.domain.commands import Command
from app.station import present
from app.station.answer import Answer
from app.station.devices.task import Page
from app.station.devices.view import DevicesView
from app.station.view_json import view_json
from tests.conftest import StrayLogs
from tests.helpers.held_desk import HeldDesk, answer
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, BOB, said

MUG = "9521321000001"
CONFIG = Config(test_weight_g=1000)


@pytest.fixture
def page(scene: Scene) -> Scene:
    """The device page of a bench with nothing but a scanner."""
    said(scene, f"scan {ANN}", "press TEST")
    assert view(scene).page is Page.OVERVIEW
    return scene


def there(scene: Scene, *kinds: DeviceKind) -> HeldDesk:
    """Devices that are ready, with a known weight for the scale."""
    assert scene.bench is not None
    for kind in kinds:
        scene.bench.feed(DeviceChanged(kind, kind.value, DeviceState.READY))
    scene.bench.station.config = CONFIG
    scene.bench.station.world.test_weight_g = CONFIG.test_weight_g
    return HeldDesk.of(scene)


def feed(scene: Scene, message: DeviceMessage) -> str:
    """The first answer's kind."""
    assert scene.bench is not None
    scene.clock.advance(1)
    first: Answer = scene.bench.feed(message)[0]
    return first.outcome.kind.value if first.outcome else "-"


def scan(scene: Scene, text: str, device: str = "left", **words: Any) -> str:
    return feed(scene, Scan(text, words.pop("aim", "]C1"), device, scene.clock.now(), **words))


def weigh(scene: Scene, grams: int) -> str:
    return feed(scene, Weight(Decimal(grams), WeightUnit.G, "scale", scene.clock.now()))


def view(scene: Scene) -> DevicesView:
    assert scene.bench is not None
    station = scene.bench.station
    found = present.view(station._seen(), station._bench.table)
    assert isinstance(found, DevicesView)
    return found


def facts(scene: Scene) -> list[str]:
    """Kinds of all facts of this station, oldest first."""
    assert scene.bench is not None
    return [fact.kind for fact in scene.bench.file.history.facts_after(0, 1000)]


# --- nothing else happens ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["SO-1", MUG, "A-01-1", "T-60", "L-1", "BOX-S", "PBPRN-Z2", "what", "PBCXNOPE"]
)
def test_a_scan_here_touches_nothing(page: Scene, text: str) -> None:
    before = facts(page)
    assert scan(page, text) == "test_scanned"
    assert facts(page) == before
    row = view(page).scans[0]
    assert (row.text, row.code, row.device) == (text, 0, "left")


def test_commands_work_here(page: Scene) -> None:
    assert scan(page, Command.N4.barcode) == "cleared"
    assert view(page).page.value == "printer"
    assert scan(page, Command.HOME.barcode) == "cleared"
    assert said(page, "scan SO-1") == ["order_opened"]


def test_badges_work_here(page: Scene) -> None:
    assert scan(page, BOB) == "not_here"
    assert scan(page, ANN) == "locked"
    assert said(page, f"scan {ANN}") == ["unlocked"]


def test_a_badge_is_written_nowhere(page: Scene) -> None:
    scan(page, BOB)
    scan(page, ANN)
    assert page.bench is not None
    with closing(sqlite3.connect(page.bench.file.path)) as db:
        written = "\n".join(db.iterdump())
    assert ANN not in written
    assert BOB not in written


@pytest.mark.parametrize("unknown", ["devices", "sign in"])
def test_leaving_and_coming_back_begins_anew(page: Scene, unknown: str) -> None:
    scan(page, LETTERS)
    assert view(page).sheet_left == 2
    if unknown == "devices":
        said(page, "press HOME", "press TEST")
    else:
        said(page, "press SIGN_OUT", f"scan {ANN}", "press TEST")
    assert (view(page).scans, view(page).sheet_left) == ((), 3)


def test_a_restart_stays_on_the_page(page: Scene) -> None:
    scan(page, LETTERS)
    before = view(page)
    page.reopen()
    assert view_json(view(page)) == view_json(before)
    assert scan(page, "SO-1") == "test_scanned"


# --- whatever comes is shown ---------------------------------------------------------------------


TEXTS = {
    "empty": "",
    "blank": " ",
    "nul": "\x00",
    "escape": "\x1b[2J",
    "line": "A\n",
    "half": "\ud800",
    "long": "9" * 5000,
    "bidi": "\u202e\u0000",
}


@pytest.mark.parametrize(
    ("text", "defect"),
    [*((name, None) for name in TEXTS), *(("half", defect) for defect in ScanDefect)],
)
def test_garbage_is_shown_and_harms_nothing(
    page: Scene, stray_logs: StrayLogs, text: str, defect: ScanDefect | None
) -> None:
    stray_logs.expected.add("app.station.loop")  # the answer below says it better
    frame = RawFrame(b"\x00\xff", b"", 0)
    assert scan(page, TEXTS[text], defect=defect, frame=frame) != "crashed"
    row = view(page).scans[0]
    assert row.raw == "00 ff"
    assert page.bench is not None
    page.reopen()
    assert view(page).scans == (row,)


def test_what_is_shown_of_a_long_code_is_cut(page: Scene) -> None:
    scan(page, "9" * 5000)
    assert page.bench is not None and page.bench.station.outcome is not None
    assert len(str(page.bench.station.outcome.values["code"])) <= 80


def test_only_the_last_scans_are_kept(page: Scene) -> None:
    for number in range(9):
        scan(page, f"CODE-{number}")
    assert [row.text for row in view(page).scans] == [f"CODE-{number}" for number in (8, 7, 6, 5)]


def test_a_scan_shows_how_it_came(page: Scene) -> None:
    scan(page, "0109521321000001", aim="]C1", frame=RawFrame(b"]C10109", b"\r\n", span_ms=32))
    row = view(page).scans[0]
    assert (row.raw, row.terminator, row.symbology) == ("5d 43 31 30 31 30 39", "0d 0a", "]C1")
    assert row.ms_per_char == 2.0
    assert row.parts == (("01", "09521321000001"),) or dict(row.parts)["01"] == "09521321000001"


# --- the sheet -----------------------------------------------------------------------------------


def set_up(scene: Scene, device: str = "left", prefix: str = "", suffix: str = "") -> list[str]:
    return [scan(scene, prefix + code + suffix, device) for code in SHEET]


def test_the_sheet_sets_a_scanner_up(page: Scene) -> None:
    kinds = set_up(page, prefix="~", suffix="!")
    assert kinds == ["test_scanned", "test_scanned", "scanner_set_up"]
    assert page.bench is not None
    fact = page.bench.file.history.facts_after(0, 1000)[-1]
    assert (fact.kind, fact.subjects) == ("scanner_checked", ())
    assert dict(fact.body) == {
        "device": "left",
        "prefix": "~",
        "suffix": "!",
        "faults": ["added"],
    }
    said(page, "press HOME")
    assert scan(page, "~SO-1!", "right") == "unknown_code"
    assert scan(page, "~SO-1!") == "order_opened"


def test_what_was_learned_outlives_a_restart(page: Scene) -> None:
    set_up(page, prefix="~")
    page.reopen()
    said(page, "press HOME")
    assert scan(page, "~SO-1") == "order_opened"
    assert scan(page, "A-01-1") == "bin_ok", "a scan without it stays as it is"


def test_a_trimmed_badge_is_a_badge_and_a_secret(page: Scene) -> None:
    set_up(page, prefix="~")
    assert scan(page, f"~{ANN}") == "locked"
    assert page.bench is not None
    with closing(sqlite3.connect(page.bench.file.path)) as db:
        assert ANN not in "\n".join(db.iterdump())


def test_a_trimmed_command_is_a_command(page: Scene) -> None:
    set_up(page, suffix="!")
    assert scan(page, Command.HOME.barcode + "!") == "cleared"
    assert scan(page, "SO-1!") == "order_opened"


def test_two_scanners_do_not_share_a_sheet(page: Scene) -> None:
    kinds = [scan(page, code, device) for code in SHEET for device in ("left", "right")]
    assert "scanner_set_up" not in kinds[:3]
    assert "scanner_checked" not in facts(page)[:3]


def test_a_scanner_can_be_set_up_again(page: Scene) -> None:
    """It was told to add nothing any more; nobody leaves the page for that."""
    set_up(page, prefix="~")
    assert set_up(page)[-1] == "scanner_set_up"
    said(page, "press HOME")
    assert scan(page, "SO-1") == "order_opened"
    assert facts(page).count("scanner_checked") == 2


def test_a_scanner_that_spoils_codes_is_not_set_up(page: Scene) -> None:
    kinds = [scan(page, "~" + code.swapcase()) for code in SHEET]
    assert "scanner_set_up" not in kinds
    assert Fault.CAPS_LOCK in view(page).scans[0].faults
    said(page, "press HOME")
    assert scan(page, "~SO-1") == "unknown_code"


# --- the self-test -------------------------------------------------------------------------------


def verdicts(scene: Scene) -> list[str]:
    return [verdict.value for _, verdict in view(scene).checks]


def test_a_bench_with_everything(page: Scene) -> None:
    desk = there(page, DeviceKind.PRINTER, DeviceKind.SCALE)
    assert said(page, "press TEST") == ["self_test_started"]
    (code,) = desk.tests
    assert scan(page, "SO-1") == "test_scanned"
    assert answer(page, f"test-{code}") == "test_step_ok"
    assert scan(page, "SO-1") == "test_step_failed"
    assert scan(page, code) == "test_step_ok"
    assert weigh(page, 900) == "weight_noted"
    assert weigh(page, 1001) == "test_step_ok"
    assert said(page, "press OK") == ["self_test_passed"]
    assert verdicts(page) == ["ok"] * 4
    assert view(page).passed
    assert facts(page)[-1] == "self_tested"
    assert "pick_started" not in facts(page)


def test_a_bench_with_nothing(page: Scene) -> None:
    desk = there(page)
    said(page, "press TEST")
    assert desk.tests == []
    assert scan(page, "SO-1") == "test_step_ok"
    assert said(page, "press OK") == ["self_test_passed"]
    assert verdicts(page) == ["absent", "ok", "absent", "ok"]


def test_a_label_of_the_test_before_is_not_this_ones(page: Scene) -> None:
    """The first label comes late, when its test has been left and another one has begun."""
    desk = there(page, DeviceKind.PRINTER)
    said(page, "press TEST", "press HOME", "press TEST", "press TEST")
    first, second = desk.tests
    assert first != second
    answer(page, f"test-{first}")
    assert view(page).check is CheckedPart.PRINT, "its own label has not been printed"
    answer(page, f"test-{second}")
    assert view(page).check is CheckedPart.SCAN


@pytest.mark.parametrize("leave", ["press HOME", "press 2", "press LOCK"])
def test_a_late_result_after_the_page_was_left_changes_nothing(page: Scene, leave: str) -> None:
    desk = there(page, DeviceKind.PRINTER)
    said(page, "press TEST", leave)
    (code,) = desk.tests
    before = facts(page)
    assert page.bench is not None
    screen = page.bench.station.session.screen
    answer(page, f"test-{code}", Trouble.PAPER_OUT)
    assert facts(page) == before
    assert page.bench.station.session.screen is screen


def test_a_test_label_that_failed_says_why(page: Scene) -> None:
    desk = there(page, DeviceKind.PRINTER)
    said(page, "press TEST")
    assert answer(page, f"test-{desk.tests[0]}", Trouble.PAPER_OUT) == "test_step_failed"
    assert (verdicts(page)[0], view(page).printed) == ("failed", "paper_out")
    assert scan(page, "anything") == "test_step_ok"
    assert said(page, "press SKIP") == ["self_test_failed"]
    assert not view(page).passed
    assert page.bench is not None
    body = page.bench.file.history.facts_after(0, 1000)[-1].body
    assert (body["trouble"], body["print"], body["beep"]) == ("paper_out", "failed", "failed")


def test_a_label_that_cannot_be_made_fails_its_step(page: Scene, stray_logs: StrayLogs) -> None:
    assert page.bench is not None
    stray_logs.expected.add("app.station.desk")
    page.bench.feed(DeviceChanged(DeviceKind.PRINTER, "z", DeviceState.READY))
    work = page.bench._desk._work
    work._config = replace(work._config, dpi=600)
    said(page, "press TEST")
    assert view(page).check is not CheckedPart.PRINT, "nothing is being printed"


def test_a_scanner_that_adds_something_reads_the_test_label(page: Scene) -> None:
    set_up(page, prefix="~", suffix="!")
    desk = there(page, DeviceKind.PRINTER)
    said(page, "press TEST")
    (code,) = desk.tests
    answer(page, f"test-{code}")
    assert scan(page, f"~{code}!") == "test_step_ok"


def test_half_a_scan_is_no_reading(page: Scene) -> None:
    there(page)
    said(page, "press TEST")
    assert scan(page, "\x00", defect=ScanDefect.UNREADABLE) != "test_step_ok"
    assert view(page).check is CheckedPart.SCAN


def test_a_scale_that_is_away_is_not_tested_as_if_it_were_there(page: Scene) -> None:
    assert page.bench is not None
    there(page, DeviceKind.SCALE)
    lost = DeviceChanged(
        DeviceKind.SCALE, DeviceKind.SCALE.value, DeviceState.LOST, Trouble.NOT_CONNECTED
    )
    page.bench.feed(lost)
    said(page, "press TEST")
    scan(page, "anything")
    assert view(page).check is CheckedPart.WEIGH, "a scale of this bench belongs to the test"
    said(page, "press SKIP", "press OK")
    assert not view(page).passed


# --- single commands -----------------------------------------------------------------------------


def test_a_device_that_is_not_there_is_named(page: Scene) -> None:
    desk = there(page)
    assert said(page, "press PRINT", "press WEIGH") == ["no_device"] * 2
    assert desk.tests == []


def test_a_test_label_by_itself(page: Scene) -> None:
    desk = there(page, DeviceKind.PRINTER)
    assert said(page, "press PRINT") == ["test_label_asked"]
    answer(page, f"test-{desk.tests[0]}", counted=True)
    assert view(page).printed == "counted"
    assert said(page, "press PRINT") == ["test_label_asked"]
    assert view(page).printed == ""
    assert answer(page, f"test-{desk.tests[1]}", Trouble.JAMMED) == "label_failed"
    assert view(page).printed == "jammed"
