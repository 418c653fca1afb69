"""The words of the device page: pages, checks of the self-test, verdicts on a scanner."""

from __future__ import annotations

from app.domain.bench.outcome import Checking, CheckPrompt
from app.domain.bench.scanner_check import Fault
from app.domain.bench.self_test import CheckedPart, PartVerdict
from app.domain.commands import Command
from app.domain.facts import FactKind
from app.station.devices.task import Page
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Checking.TEST_SCANNED: (
            QT_TRANSLATE_NOOP("Outcome", "Read: {code}"),
            "",
        ),
        Checking.SCANNER_SET_UP: (
            QT_TRANSLATE_NOOP("Outcome", "Scanner {device} is set up"),
            "",
        ),
        Checking.TEST_LABEL_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Test label sent"),
            "",
        ),
        Checking.TEST_STEP_OK: (
            QT_TRANSLATE_NOOP("Outcome", "{step}: in order"),
            "",
        ),
        Checking.TEST_STEP_FAILED: (
            QT_TRANSLATE_NOOP("Outcome", "{step}: not in order"),
            "",
        ),
        Checking.SELF_TEST_STARTED: (
            QT_TRANSLATE_NOOP("Outcome", "The self-test has begun"),
            "",
        ),
        Checking.SELF_TEST_PASSED: (
            QT_TRANSLATE_NOOP("Outcome", "Self-test passed in {seconds} s"),
            "",
        ),
        Checking.SELF_TEST_FAILED: (
            QT_TRANSLATE_NOOP("Outcome", "Self-test not passed"),
            QT_TRANSLATE_NOOP("Outcome", "Not in order: {steps}"),
        ),
        Checking.ZERO_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Scale told to zero"),
            "",
        ),
        Checking.NO_DEVICE: (
            QT_TRANSLATE_NOOP("Outcome", "Connect {what} first"),
            "",
        ),
    },
    prompts={
        CheckPrompt.CHOOSE_PAGE: QT_TRANSLATE_NOOP("Prompt", "Choose a page: 1 to 5"),
        CheckPrompt.SCAN_TEST_SHEET: QT_TRANSLATE_NOOP(
            "Prompt", "Scan the test sheet: {left} left"
        ),
        CheckPrompt.TEST_PRINTING: QT_TRANSLATE_NOOP("Prompt", "The test label is printing"),
        CheckPrompt.TEST_SCAN_LABEL: QT_TRANSLATE_NOOP("Prompt", "Scan the test label"),
        CheckPrompt.TEST_SCAN_ANY: QT_TRANSLATE_NOOP("Prompt", "Scan any barcode"),
        CheckPrompt.TEST_WEIGH: QT_TRANSLATE_NOOP("Prompt", "Put {grams} g on the scale"),
        CheckPrompt.TEST_BEEP: QT_TRANSLATE_NOOP("Prompt", "Heard it? OK, else SKIP"),
    },
    prompts_without={
        CheckPrompt.SCAN_TEST_SHEET: QT_TRANSLATE_NOOP("Prompt", "Sheet done. Scan any code"),
    },
    facts={
        FactKind.SCANNER_CHECKED: QT_TRANSLATE_NOOP("Fact", "Scanner checked"),
        FactKind.SELF_TESTED: QT_TRANSLATE_NOOP("Fact", "Self-test made"),
    },
    screen={
        "devices": QT_TRANSLATE_NOOP("Screen", "Devices"),
        "no_devices": QT_TRANSLATE_NOOP("Screen", "No device is connected"),
        "no_printer_here": QT_TRANSLATE_NOOP("Screen", "No printer is connected"),
        "no_scale_here": QT_TRANSLATE_NOOP("Screen", "No scale"),
        "no_weight": QT_TRANSLATE_NOOP("Screen", "No weight yet"),
        "last_test_ok": QT_TRANSLATE_NOOP("Screen", "Last self-test {time}: passed"),
        "last_test_bad": QT_TRANSLATE_NOOP("Screen", "Last self-test {time}: not passed"),
        "no_test_yet": QT_TRANSLATE_NOOP("Screen", "No self-test yet"),
        "begin_test": QT_TRANSLATE_NOOP("Screen", "Begin the self-test"),
        "test_passed": QT_TRANSLATE_NOOP("Screen", "Passed"),
        "test_failed": QT_TRANSLATE_NOOP("Screen", "Not passed"),
        "known_weight": QT_TRANSLATE_NOOP("Screen", "Known weight: {grams} g"),
        "scale_read": QT_TRANSLATE_NOOP("Screen", "Known weight: {grams} g · read: {read} g"),
        "zero": QT_TRANSLATE_NOOP("Screen", "Zero the scale"),
        "test_label": QT_TRANSLATE_NOOP("Screen", "Print a test label"),
        "scan_sheet": QT_TRANSLATE_NOOP(
            "Screen", "Scan the three codes of the test sheet (packbench commands --pdf)"
        ),
        "no_effect": QT_TRANSLATE_NOOP("Screen", "What is scanned here changes no order"),
        "scan_raw": QT_TRANSLATE_NOOP("Screen", "Bytes"),
        "scan_facts": QT_TRANSLATE_NOOP(
            "Screen", "Symbology {symbology} · end {terminator} · {ms} ms per character"
        ),
        "scan_facts_brief": QT_TRANSLATE_NOOP("Screen", "Symbology {symbology} · end {terminator}"),
        "scan_none": QT_TRANSLATE_NOOP("Screen", "none"),
        "scan_verdicts": QT_TRANSLATE_NOOP("Screen", "Verdict"),
        "scans_before": QT_TRANSLATE_NOOP("Screen", "Scans before"),
        "test_code": QT_TRANSLATE_NOOP("Screen", "Test code {number}"),
        "test_code_good": QT_TRANSLATE_NOOP("Screen", "Test code {number}: in order"),
        "no_test_code": QT_TRANSLATE_NOOP("Screen", "Not a code of the test sheet"),
    },
    commands_at={
        "devices": {
            Command.PRINT: QT_TRANSLATE_NOOP("Command", "Test label"),
            Command.WEIGH: QT_TRANSLATE_NOOP("Command", "Zero"),
            Command.TEST: QT_TRANSLATE_NOOP("Command", "Self-test"),
            Command.OK: QT_TRANSLATE_NOOP("Command", "Beep"),
        },
        "self_test": {
            Command.PRINT: QT_TRANSLATE_NOOP("Command", "Test label"),
            Command.WEIGH: QT_TRANSLATE_NOOP("Command", "Zero"),
            Command.TEST: QT_TRANSLATE_NOOP("Command", "Begin again"),
        },
    },
    icons={
        CheckPrompt.CHOOSE_PAGE: "cable",
        CheckPrompt.TEST_PRINTING: "hourglass",
        CheckPrompt.TEST_WEIGH: "scale",
        CheckPrompt.TEST_BEEP: "volume-2",
    },
    icons_at={
        "devices": {Command.TEST: "list-checks", Command.OK: "volume-2"},
        "self_test": {Command.TEST: "list-checks"},
    },
    whole=frozenset({Checking.SCANNER_SET_UP, Checking.SELF_TEST_PASSED}),
)

PAGES: dict[Page, str] = {
    Page.OVERVIEW: QT_TRANSLATE_NOOP("Devices", "Overview"),
    Page.SCANNER: QT_TRANSLATE_NOOP("Devices", "Scanner"),
    Page.SCALE: QT_TRANSLATE_NOOP("Devices", "Scale"),
    Page.PRINTER: QT_TRANSLATE_NOOP("Devices", "Printer"),
    Page.TEST: QT_TRANSLATE_NOOP("Devices", "Self-test"),
}

CHECKS: dict[CheckedPart, str] = {
    CheckedPart.PRINT: QT_TRANSLATE_NOOP("Devices", "Print a label"),
    CheckedPart.SCAN: QT_TRANSLATE_NOOP("Devices", "Scan a label"),
    CheckedPart.WEIGH: QT_TRANSLATE_NOOP("Devices", "Weigh"),
    CheckedPart.BEEP: QT_TRANSLATE_NOOP("Devices", "Hear the beep"),
}

VERDICTS: dict[PartVerdict, str] = {
    PartVerdict.OPEN: QT_TRANSLATE_NOOP("Devices", "to do"),
    PartVerdict.OK: QT_TRANSLATE_NOOP("Devices", "in order"),
    PartVerdict.FAILED: QT_TRANSLATE_NOOP("Devices", "not in order"),
    PartVerdict.SKIPPED: QT_TRANSLATE_NOOP("Devices", "skipped"),
    PartVerdict.ABSENT: QT_TRANSLATE_NOOP("Devices", "no device"),
}

FAULTS: dict[Fault, tuple[str, str]] = {
    Fault.LAYOUT: (
        QT_TRANSLATE_NOOP("Devices", "Keyboard layout differs"),
        QT_TRANSLATE_NOOP("Devices", "Set scanner and computer to one country."),
    ),
    Fault.CAPS_LOCK: (
        QT_TRANSLATE_NOOP("Devices", "Caps Lock is on"),
        QT_TRANSLATE_NOOP("Devices", "Switch Caps Lock off."),
    ),
    Fault.NO_TERMINATOR: (
        QT_TRANSLATE_NOOP("Devices", "No Enter at the end"),
        QT_TRANSLATE_NOOP("Devices", "Let the scanner send Enter (CR)."),
    ),
    Fault.GS_LOST: (
        QT_TRANSLATE_NOOP("Devices", "GS character lost"),
        QT_TRANSLATE_NOOP("Devices", "Let the scanner send GS (FNC1)."),
    ),
    Fault.GS_REPLACED: (
        QT_TRANSLATE_NOOP("Devices", "GS comes as other signs"),
        QT_TRANSLATE_NOOP("Devices", "They are read as GS from now on."),
    ),
    Fault.ADDED: (
        QT_TRANSLATE_NOOP("Devices", "Something is added"),
        QT_TRANSLATE_NOOP("Devices", "It is cut off from now on."),
    ),
    Fault.NO_AIM: (
        QT_TRANSLATE_NOOP("Devices", "No symbology sent"),
        QT_TRANSLATE_NOOP("Devices", "Let the scanner send AIM identifiers."),
    ),
    Fault.DAMAGED: (
        QT_TRANSLATE_NOOP("Devices", "Test code came out wrong"),
        QT_TRANSLATE_NOOP("Devices", "Set the scanner to its defaults."),
    ),
}
"""(what is wrong with the scanner, what to do)."""

PRINTED: dict[str, str] = {
    "": QT_TRANSLATE_NOOP("Devices", "No test label yet"),
    "none": QT_TRANSLATE_NOOP("Devices", "The printer says nothing"),
    "taken": QT_TRANSLATE_NOOP("Devices", "Sent. More this printer does not tell."),
    "counted": QT_TRANSLATE_NOOP("Devices", "Sent, and the printer counted it."),
}
"""What is known of the last test label, by the printer's proof; a trouble has other words."""
