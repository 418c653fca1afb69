"""The device page: what was scanned and how it came, and how the self-test stands."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.device_api import (
    DeviceChanged,
    DeviceKind,
    DeviceState,
    RawFrame,
    Scan,
    Weight,
    WeightUnit,
)
from app.domain.bench.outcome import CheckPrompt
from app.domain.bench.scanner_check import GS1, LETTERS, SIGNS, Fault
from app.domain.bench.self_test import CheckedPart, PartVerdict
from app.domain.outcome_anywhere import Anywhere
from app.station.devices.task import Page
from app.station.devices.view import DevicesView
from tests.helpers.held_desk import HeldDesk, answer
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, MUG, said, shown


@pytest.fixture
def page(scene: Scene) -> Scene:
    """The device page of a bench with a scanner, a scale, and a known weight of 1 kg."""
    scene.close()
    scene.do("given setting test_weight_g=1000")
    scene.open()
    assert scene.bench is not None
    scene.bench.feed(DeviceChanged(DeviceKind.SCALE, "scale", DeviceState.READY))
    said(scene, f"scan {ANN}", "press TEST")
    return scene


def devices(scene: Scene, *lines: str) -> DevicesView:
    """The device page after these lines."""
    said(scene, *lines)
    return shown(scene, DevicesView)


def scan(
    scene: Scene, text: str, symbology: str = "]C0", frame: RawFrame | None = None
) -> DevicesView:
    """The device page after a scan that came over a line."""
    assert scene.bench is not None
    scene.clock.advance(1)
    scene.bench.feed(Scan(text, symbology, "left", scene.clock.now(), frame=frame))
    return shown(scene, DevicesView)


def weigh(scene: Scene, grams: int) -> DevicesView:
    assert scene.bench is not None
    scene.bench.feed(Weight(Decimal(grams), WeightUnit.G, "scale", scene.clock.now()))
    return shown(scene, DevicesView)


def test_the_page_opens_with_an_overview(page: Scene) -> None:
    view = shown(page, DevicesView)
    assert (view.page, view.bar.prompt) == (Page.OVERVIEW, CheckPrompt.CHOOSE_PAGE)
    assert (view.scans, view.sheet_left, view.checks, view.check) == ((), 3, (), None)
    assert (view.printed, view.read_grams, view.last_test, view.passed) == ("", None, None, False)
    assert view.test_grams == 1000
    assert view.outcome is not None and view.outcome.kind is Anywhere.CLEARED


def test_a_digit_chooses_a_page(page: Scene) -> None:
    assert devices(page, "press 3").page is Page.SCALE


# --- scans ----------------------------------------------------------------------------------------


def test_a_scan_is_shown_as_it_came(page: Scene) -> None:
    frame = RawFrame(b"SO-1", b"\r\n", span_ms=13)
    (row,) = scan(page, "SO-1", "]C0", frame).scans
    assert (row.device, row.text, row.symbology) == ("left", "SO-1", "]C0")
    assert (row.raw, row.terminator, row.ms_per_char) == ("53 4f 2d 31", "0d 0a", 3.2)
    assert (row.parts, row.code, row.faults) == ((), 0, ())


@pytest.mark.parametrize("frame", [None, RawFrame(b"SO-1", b"\r")])
def test_a_line_that_does_not_tell_the_time(page: Scene, frame: RawFrame | None) -> None:
    assert scan(page, "SO-1", frame=frame).scans[0].ms_per_char is None


def test_the_newest_scan_is_the_first(page: Scene) -> None:
    scan(page, "SO-1")
    view = scan(page, MUG)
    assert [row.text for row in view.scans] == [MUG, "SO-1"]
    assert (view.page, view.bar.prompt) == (Page.SCANNER, CheckPrompt.SCAN_TEST_SHEET)


def test_the_parts_of_gs1_data(page: Scene) -> None:
    (row,) = scan(page, f"010{MUG}21SN-7", "]C1").scans
    assert row.parts == (("01", f"0{MUG}"), ("21", "SN-7"))


def test_the_codes_of_the_test_sheet_are_counted_down(page: Scene) -> None:
    views = [scan(page, code, "]C1") for code in (GS1, LETTERS, SIGNS)]
    assert [view.scans[0].code for view in views] == [2, 1, 3]
    assert [view.sheet_left for view in views] == [2, 1, 0]
    assert all(row.faults == () for row in views[-1].scans)


def test_what_is_wrong_with_a_scanner_is_named(page: Scene) -> None:
    assert Fault.CAPS_LOCK in scan(page, LETTERS.swapcase(), "]C0").scans[0].faults


# --- the self-test --------------------------------------------------------------------------------


def test_the_checks_of_this_bench(page: Scene) -> None:
    view = devices(page, "press TEST")
    assert view.page is Page.TEST
    assert view.checks == (
        (CheckedPart.PRINT, PartVerdict.ABSENT),
        (CheckedPart.SCAN, PartVerdict.OPEN),
        (CheckedPart.WEIGH, PartVerdict.OPEN),
        (CheckedPart.BEEP, PartVerdict.OPEN),
    )
    assert (view.check, view.bar.prompt) == (CheckedPart.SCAN, CheckPrompt.TEST_SCAN_ANY)


def test_the_known_weight_beside_what_the_scale_says(page: Scene) -> None:
    devices(page, "press TEST")
    scan(page, MUG)
    view = weigh(page, 990)
    assert (view.check, view.read_grams, view.test_grams) == (CheckedPart.WEIGH, 990, 1000)
    view = weigh(page, 1001)
    assert (view.check, view.read_grams) == (CheckedPart.BEEP, 1001)


def test_a_passed_test_is_remembered(page: Scene) -> None:
    devices(page, "press TEST")
    scan(page, MUG)
    weigh(page, 1000)
    view = devices(page, "press OK")
    assert (view.check, view.passed, view.last_test) == (None, True, page.clock.now())
    view = devices(page, "press HOME", "press TEST")
    assert (view.checks, view.passed) == ((), True)
    assert view.last_test is not None and view.last_test < page.clock.now()


def test_a_failed_test_is_remembered_too(page: Scene) -> None:
    view = devices(page, "press TEST", "press SKIP", "press SKIP", "press SKIP")
    assert (view.check, view.passed, view.last_test) == (None, False, page.clock.now())
    assert [verdict for _, verdict in view.checks] == [
        PartVerdict.ABSENT,
        PartVerdict.SKIPPED,
        PartVerdict.SKIPPED,
        PartVerdict.FAILED,
    ]


def test_what_the_printer_said_of_a_test_label(page: Scene) -> None:
    assert page.bench is not None
    page.bench.feed(DeviceChanged(DeviceKind.PRINTER, "zebra", DeviceState.READY))
    desk = HeldDesk.of(page)
    assert devices(page, "press PRINT").printed == ""
    answer(page, f"test-{desk.tests[-1]}")
    assert shown(page, DevicesView).printed == "taken"
