"""What stock-taking says."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Counting(OutcomeKind):
    """The answers of `app.domain.count`."""

    COUNT_OPENED = "count_opened", Severity.INFO
    COUNT_STARTED = "count_started", Severity.GOOD, ("bin",)
    UNIT_COUNTED = "unit_counted", Severity.GOOD, ("sku", "counted")  # units of it so far
    FINISH_BIN_FIRST = "finish_bin_first", Severity.SOFT, ("bin",)  # another one was scanned
    COUNT_RIGHT = "count_right", Severity.DONE, ("bin", "counted")  # as expected, and recorded
    COUNT_DIFFERS = "count_differs", Severity.SOFT, ("bin",)
    COUNT_AGAIN = "count_again", Severity.SOFT, ("skus",)  # what differed is to be counted anew
    COUNT_DISTURBED = (
        "count_disturbed",
        Severity.SOFT,
        ("skus",),
    )  # their stock moved while they were counted
    COUNT_RECORDED = "count_recorded", Severity.DONE, ("bin",)
    LEAVE_COUNT_ASKED = "leave_count_asked", Severity.SOFT, ("bin",)
    COUNT_LEFT = "count_left", Severity.SOFT, ("bin",)  # nothing was recorded


class CountPrompt(Prompt):
    """What somebody who counts a bin is asked for."""

    SCAN_BIN = "scan_bin"
    COUNT_ITEMS = "count_items", ("bin",)
    RECORD_COUNT = "record_count"
    LEAVE_COUNT = "leave_count"
