"""What the device page and the self-test say."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Checking(OutcomeKind):
    """The answers of a bench that is tried out."""

    TEST_SCANNED = (
        "test_scanned",
        Severity.INFO,
        ("code",),
    )  # a code on the device page has no other effect
    SCANNER_SET_UP = "scanner_set_up", Severity.DONE, ("device",)
    TEST_LABEL_ASKED = "test_label_asked", Severity.INFO
    TEST_STEP_OK = "test_step_ok", Severity.DONE, ("step",)
    TEST_STEP_FAILED = "test_step_failed", Severity.BAD, ("step",)
    SELF_TEST_STARTED = "self_test_started", Severity.INFO
    SELF_TEST_PASSED = "self_test_passed", Severity.DONE, ("seconds",)
    SELF_TEST_FAILED = "self_test_failed", Severity.BAD, ("steps",)
    ZERO_ASKED = "zero_asked", Severity.INFO
    NO_DEVICE = "no_device", Severity.BAD, ("what",)  # scanner, printer, scale


class CheckPrompt(Prompt):
    """What the device page asks for."""

    CHOOSE_PAGE = "choose_page"
    SCAN_TEST_SHEET = "scan_test_sheet", ("left",)  # codes of the sheet that are still to come
    TEST_PRINTING = "test_printing"
    TEST_SCAN_LABEL = "test_scan_label"
    TEST_SCAN_ANY = "test_scan_any"  # there is no printer
    TEST_WEIGH = "test_weigh", ("grams",)
    TEST_BEEP = "test_beep"
