"""The device page: what it says of each device, scan and check, and what touching it submits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.device_api import DeviceChanged, DeviceKind, DeviceState, Trouble
from app.domain.bench.outcome import Checking
from app.domain.bench.scanner_check import GS1, Fault
from app.domain.bench.self_test import CheckedPart, PartVerdict
from app.domain.commands import Command
from app.domain.outcome import outcome
from app.station.devices.task import Page
from app.station.devices.view import DevicesView
from app.station.messages import Press
from app.station.views import View
from tests.helpers import sample_views as samples
from tests.helpers.sample_parts import PRINTER, SCALE, SCANNER, in_trouble
from tests.ui.conftest import MakeWindow
from tests.ui.looking import rows_of, text_of
from ui.devices.device_card import DeviceCard
from ui.devices.scanner_page import verdicts
from ui.shell import StationWindow
from ui.widgets.header import one_of_each_kind
from ui.widgets.rows import RowList, Tone
from ui.widgets.strip import Strip
from ui.widgets.touch_button import TouchButton


def shown(make_window: MakeWindow, view: View, **options: object) -> StationWindow:
    window = make_window(**options)
    window.show_view(view)
    window.show()
    return window


def key(window: StationWindow, name: str) -> QAbstractButton:
    found = window.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def click(window: StationWindow, name: str) -> None:
    QTest.mouseClick(key(window, name), Qt.MouseButton.LeftButton)


def cards(window: QWidget) -> list[tuple[str, str, str]]:
    """(name, state, advice) of the cards in sight."""
    return [
        (
            text_of(card, "device_name"),
            text_of(card, "device_state"),
            text_of(card, "device_advice"),
        )
        for card in window.findChildren(DeviceCard)
        if card.isVisible()
    ]


def strip(window: QWidget, name: str) -> Strip:
    found = window.findChild(Strip, name)
    assert found is not None, name
    return found


# --- the pages --------------------------------------------------------------------------------


def test_each_page_is_one_digit(make_window: MakeWindow, submitted: list[object]) -> None:
    window = shown(make_window, samples.devices_page())
    for page in Page:
        click(window, f"page_{page.value}")
    assert submitted == [
        Press(digit) for digit in (Command.N1, Command.N2, Command.N3, Command.N4, Command.N5)
    ]


def test_the_page_shown_is_marked(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.devices_page())
    for page in Page:
        window.show_view(samples.devices_page(page=page))
        marked = [
            tab.objectName()
            for tab in window.findChildren(TouchButton)
            if tab.objectName().startswith("page_") and tab.is_primary()
        ]
        assert marked == [f"page_{page.value}"]


def test_a_device_in_trouble_comes_first_with_its_remedy(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.devices_in_trouble())
    assert cards(window) == [
        (
            "Scanner · Honeywell Xenon 1952",
            "Not allowed",
            "Install the udev rule (packaging/linux) and plug it in again.",
        ),
        (
            "Printer · Zebra ZD421",
            "Ribbon out",
            "Load a ribbon and close the lid. The label may come out by itself.",
        ),
        (
            "Scale · serial:ttyUSB0",
            "No answer",
            "Check the cable, then switch it off and on.",
        ),
        ("Scanner · wedge", "Ready", ""),
    ]


def test_a_well_device_says_what_it_can(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.devices_page())
    assert ("Printer · Zebra ZD421", "Ready", "tells its state · counts labels") in cards(window)
    assert text_of(window, "last_test").startswith("Last self-test")
    window.show_view(samples.devices_page(last_test=None))
    assert text_of(window, "last_test") == "No self-test yet"


def test_a_bench_without_devices_says_so(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.no_devices())
    assert text_of(window, "no_devices") == "No device is connected"
    assert window.body().header().chips() == ()
    assert cards(window) == []


def test_a_device_that_went_leaves_no_card(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.devices_in_trouble())
    view = samples.devices_page()
    window.show_view(replace(view, frame=replace(view.frame, devices=(SCALE,))))
    assert [state for _, state, _ in cards(window)] == ["Ready"]


# --- the scanner test -------------------------------------------------------------------------


def test_a_scan_is_shown_as_it_came(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.scanner_page())
    text = text_of(window, "scan_text").replace("\u200b", "")
    assert text == GS1.replace("\x1d", "<GS>")
    assert text_of(window, "scan_facts") == "Symbology ]d2 · end <CR> · 0.4 ms per character"
    assert "1d 32 31" in text_of(window, "scan_raw")
    assert rows_of(window, "findings")[:2] == ["(01) 09521321000018", "(17) 2026-12-31"]
    assert rows_of(window, "scans_before")[1] == "4006381333931"
    said = strip(window, "scan_verdict")
    assert (said.text(), said.tone()) == ("Test code 2: in order", "ok")


def test_a_fault_says_what_to_do_and_the_harmful_one_first(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.scanner_faulty())
    said = strip(window, "scan_verdict")
    assert said.tone() == "bad"
    assert said.text() == ("Keyboard layout differs: Set scanner and computer to one country.")
    assert rows_of(window, "findings") == [
        "No Enter at the end Let the scanner send Enter (CR).",
        "Something is added It is cut off from now on.",
        "No symbology sent Let the scanner send AIM identifiers.",
    ]


@pytest.mark.parametrize("fault", list(Fault))
def test_each_fault_has_colour_shape_and_words(fault: Fault) -> None:
    scan = replace(samples.scanner_page().scans[0], faults=(fault,))
    [found] = verdicts(scan)
    assert (found.tone, found.image) in {
        (Tone.BAD, "octagon-x"),
        (Tone.WARN, "triangle-alert"),
    }
    assert all(found.cells)


def test_another_code_is_no_verdict(make_window: MakeWindow) -> None:
    scan = samples.scanner_page().scans[2]
    window = shown(make_window, samples.scanner_page(scans=(scan,)))
    said = strip(window, "scan_verdict")
    assert (said.text(), said.tone()) == ("Not a code of the test sheet", "action")
    assert "– ms" in text_of(window, "scan_facts")


def test_before_the_first_scan_it_says_what_to_scan(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.scanner_empty())
    assert "packbench commands --pdf" in strip(window, "scan_verdict").text()
    assert window.body().bar().texts() == ("Scan the test sheet: 3 left",)
    assert [name for name, _, _ in cards(window)] == ["Scanner · Honeywell Xenon 1952"]


# --- scale and printer ------------------------------------------------------------------------


def test_the_scale_is_live_and_can_be_zeroed(
    make_window: MakeWindow, submitted: list[object]
) -> None:
    window = shown(make_window, samples.scale_page())
    assert text_of(window, "live_weight") == "2.350 kg"
    assert strip(window, "said_strip").text() == "Scale told to zero"
    click(window, "zero")
    assert submitted == [Press(Command.WEIGH)]


def test_without_a_scale_there_is_nothing_to_zero(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.scale_missing())
    assert text_of(window, "live_weight") == "No scale"
    assert not key(window, "zero").isEnabled()
    assert window.body().bar().texts()[0] == "Connect a scale first"


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("", "No test label yet"),
        ("taken", "Sent. More this printer does not tell."),
        ("counted", "Sent, and the printer counted it."),
        ("paper_out", "Paper out"),
    ],
)
def test_the_printer_s_own_word_on_the_test_label(
    make_window: MakeWindow, printed: str, words: str
) -> None:
    window = shown(make_window, samples.devices_page(page=Page.PRINTER, printed=printed))
    assert text_of(window, "printer_said") == words


def test_a_test_label_can_be_asked_for(make_window: MakeWindow, submitted: list[object]) -> None:
    window = shown(make_window, samples.printer_page())
    click(window, "test_label")
    assert submitted == [Press(Command.PRINT)]
    asked = outcome(Checking.TEST_LABEL_ASKED)
    window.show_view(samples.devices_page(page=Page.PRINTER, outcome=asked))
    assert text_of(window, "printer_said") == "Test label sent"


def test_a_remedy_is_said_once(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.printer_jammed())
    remedy = "Load paper and close the lid. The label may come out by itself."
    assert [advice for _, _, advice in cards(window)] == [remedy]
    assert text_of(window, "printer_remedy") == ""
    window.show_view(samples.devices_page(page=Page.PRINTER, printed=Trouble.PAPER_OUT.value))
    assert text_of(window, "printer_remedy") == remedy


# --- the self-test ----------------------------------------------------------------------------


def test_the_check_at_hand_is_large_and_marked(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.self_test_weigh())
    assert text_of(window, "check_now") == "Weigh"
    assert text_of(window, "check_help") == "Known weight: 1000 g · read: 996 g"
    rows = window.findChild(RowList, "checks")
    assert rows is not None
    assert [row.tone for row in rows.rows()] == [Tone.DONE, Tone.DONE, Tone.CURRENT, Tone.PLAIN]
    assert not key(window, "begin_test").isVisible()


def test_each_verdict_has_a_shape_of_its_own(make_window: MakeWindow) -> None:
    shapes = set()
    for verdict in PartVerdict:
        view = samples.devices_page(page=Page.TEST, checks=((CheckedPart.BEEP, verdict),))
        rows = shown(make_window, view).findChild(RowList, "checks")
        assert rows is not None
        shapes.add(rows.rows()[0].image)
    assert len(shapes) == len(PartVerdict)


def test_a_failed_test_names_what_failed(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.self_test_failed())
    assert window.body().bar().texts()[:2] == (
        "Self-test not passed",
        "Not in order: Print a label, Hear the beep",
    )
    assert text_of(window, "check_now") == "Not passed"
    assert text_of(window, "check_help").startswith("Paper out: Load paper")


def test_a_passed_test_is_green(make_window: MakeWindow, submitted: list[object]) -> None:
    window = shown(make_window, samples.self_test_passed())
    assert window.body().bar().ground() == "ok"
    assert "Self-test passed in 19 s" in window.body().bar().texts()
    click(window, "begin_test")
    assert submitted == [Press(Command.TEST)]


# --- words of commands by place ---------------------------------------------------------------


def words(window: StationWindow, command: Command) -> str:
    return window.body().action_row().keys()[command].text()


def test_commands_say_what_they_do_here(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.home())
    assert (words(window, Command.PRINT), words(window, Command.TEST)) == ("Labels", "Devices")
    window.show_view(samples.devices_page())
    there = [words(window, command) for command in (Command.PRINT, Command.WEIGH, Command.TEST)]
    assert there == ["Test label", "Zero", "Self-test"]
    assert words(window, Command.OK) == "Beep"
    assert not window.body().action_row().keys()[Command.OK].is_primary()
    window.show_view(samples.self_test_weigh())
    assert words(window, Command.OK) == "OK"
    assert window.body().action_row().keys()[Command.OK].is_primary()
    window.show_view(samples.pack())
    click(window, "action_more")
    assert words(window, Command.PRINT) == "Print label"


def test_home_s_six_actions_fit_a_handheld_without_a_second_page(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.home(), profile="handheld")
    asked = [action.command for action in samples.home().frame.actions]
    assert list(window.body().action_row().keys()) == asked
    assert not key(window, "action_more").isVisible()


# --- header and bar ---------------------------------------------------------------------------


def with_devices(*devices: DeviceChanged) -> DevicesView:
    view = samples.devices_page()
    return replace(view, frame=replace(view.frame, devices=devices))


def chips(window: StationWindow) -> list[tuple[str, str]]:
    return [(chip.text(), chip.tone()) for chip in window.body().header().chips()]


def test_a_chip_names_the_trouble_of_its_kind(make_window: MakeWindow) -> None:
    out = in_trouble(PRINTER, Trouble.PAPER_OUT, DeviceState.FAULT)
    window = shown(make_window, with_devices(PRINTER, out, SCANNER, SCALE))
    assert chips(window) == [
        ("Scanner: Ready", "muted"),
        ("Printer: Paper out", "bad"),
        ("Scale: 2.350 kg", "muted"),
    ]


def test_a_printer_at_work_is_no_alarm(make_window: MakeWindow) -> None:
    busy = in_trouble(PRINTER, Trouble.PRINTING, DeviceState.BUSY)
    held = in_trouble(SCALE, Trouble.PORT_BUSY, DeviceState.BUSY)
    window = shown(make_window, with_devices(SCANNER, busy, held))
    assert chips(window) == [
        ("Scanner: Ready", "muted"),
        ("Printer: Printing", "muted"),
        ("Scale: In use elsewhere", "warn"),
    ]


def test_the_worst_of_a_kind_is_shown() -> None:
    lost = in_trouble(SCANNER, Trouble.NOT_CONNECTED, DeviceState.LOST)
    busy = in_trouble(SCANNER, Trouble.PORT_BUSY, DeviceState.BUSY)
    assert one_of_each_kind((SCANNER, busy, lost)) == (lost,)
    assert one_of_each_kind((SCALE, SCANNER)) == (SCANNER, SCALE)
    assert {device.kind for device in one_of_each_kind((PRINTER,))} == {DeviceKind.PRINTER}


def test_without_any_scanner_the_bar_says_so_first(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.no_scanner())
    bar = window.body().bar()
    assert bar.texts() == ("Scanner unplugged: plug it in", "Choose a page: 1 to 5")
    assert bar.ground() == "warn"
    lost = in_trouble(SCANNER, Trouble.NOT_CONNECTED, DeviceState.LOST)
    window.show_view(with_devices(lost, replace(SCANNER, device="wedge")))
    assert bar.texts() == ("Choose a page: 1 to 5",)
    window.show_view(with_devices(PRINTER))
    assert bar.texts() == ("Choose a page: 1 to 5",)


def test_a_scanner_held_elsewhere_is_named(make_window: MakeWindow) -> None:
    held = in_trouble(SCANNER, Trouble.PORT_BUSY, DeviceState.BUSY)
    window = shown(make_window, with_devices(held))
    assert window.body().bar().texts()[0] == "Scanner: In use elsewhere"


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_a_refusal_stays_and_the_lost_scanner_is_said_with_it(
    make_window: MakeWindow, profile: str
) -> None:
    window = shown(make_window, samples.home_offline(), profile=profile)
    title, *others = window.body().bar().texts()
    assert title == "Not known here: 4006381333931"
    assert others[-1] == "Scanner unplugged: plug it in"
    assert window.body().bar().ground() == "bad"
