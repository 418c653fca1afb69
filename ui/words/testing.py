"""The device page: its answers, pages, checks of the self-test and verdicts on a scanner.

Each answer has a title of at most six words and what to do now ("" where the prompt says it).
"""

from __future__ import annotations

from app.domain.bench.outcome import Checking
from app.domain.bench.scanner_check import Fault
from app.domain.bench.self_test import Check, Verdict
from app.domain.outcome import OutcomeKind
from app.station.devices.rules import Page
from ui.words import QT_TRANSLATE_NOOP

TESTING: dict[OutcomeKind, tuple[str, str]] = {
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
}

PAGES: dict[Page, str] = {
    Page.OVERVIEW: QT_TRANSLATE_NOOP("Devices", "Overview"),
    Page.SCANNER: QT_TRANSLATE_NOOP("Devices", "Scanner"),
    Page.SCALE: QT_TRANSLATE_NOOP("Devices", "Scale"),
    Page.PRINTER: QT_TRANSLATE_NOOP("Devices", "Printer"),
    Page.TEST: QT_TRANSLATE_NOOP("Devices", "Self-test"),
}

CHECKS: dict[Check, str] = {
    Check.PRINT: QT_TRANSLATE_NOOP("Devices", "Print a label"),
    Check.SCAN: QT_TRANSLATE_NOOP("Devices", "Scan a label"),
    Check.WEIGH: QT_TRANSLATE_NOOP("Devices", "Weigh"),
    Check.BEEP: QT_TRANSLATE_NOOP("Devices", "Hear the beep"),
}

VERDICTS: dict[Verdict, str] = {
    Verdict.OPEN: QT_TRANSLATE_NOOP("Devices", "to do"),
    Verdict.OK: QT_TRANSLATE_NOOP("Devices", "in order"),
    Verdict.FAILED: QT_TRANSLATE_NOOP("Devices", "not in order"),
    Verdict.SKIPPED: QT_TRANSLATE_NOOP("Devices", "skipped"),
    Verdict.ABSENT: QT_TRANSLATE_NOOP("Devices", "no device"),
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
"""Verdict on a scanner, and what to do."""

PRINTED: dict[str, str] = {
    "": QT_TRANSLATE_NOOP("Devices", "No test label yet"),
    "none": QT_TRANSLATE_NOOP("Devices", "The printer says nothing"),
    "taken": QT_TRANSLATE_NOOP("Devices", "Sent. More this printer does not tell."),
    "counted": QT_TRANSLATE_NOOP("Devices", "Sent, and the printer counted it."),
}
"""What the printer said of the last test label, where it is no trouble."""
