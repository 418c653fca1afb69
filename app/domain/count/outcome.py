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
    COUNT_WHY_ASKED = "count_why_asked", Severity.SOFT, ("bin",)
    NO_COUNT_WHY = "no_count_why", Severity.SOFT, ("most",)  # no reason has this number
    NO_COUNT_WAITS = "no_count_waits", Severity.SOFT
    COUNTED_BY_YOU = "counted_by_you", Severity.SOFT, ("bin",)  # another person is to do it
    ANOTHER_COUNTS = "another_counts", Severity.SOFT, ("bin",)  # nothing was recorded
    COUNT_BEGUN = "count_begun", Severity.GOOD, ("bin", "sku")
    BIN_COUNT_BEGUN = "bin_count_begun", Severity.GOOD, ("bin",)
    NUMBER_WANTED = "number_wanted", Severity.SOFT, ("sku",)  # OK alone says nothing
    LOTS_APART = "lots_apart", Severity.SOFT, ("sku",)  # one number cannot tell them
    COUNT_OTHER_BIN = "count_other_bin", Severity.BAD, ("bin", "wanted")
    COUNT_OTHER_GOODS = "count_other_goods", Severity.BAD, ("sku", "wanted")
    COUNT_ELSEWHERE = "count_elsewhere", Severity.STOP  # another bench does it
    COUNT_TASK_LEFT = "count_task_left", Severity.SOFT, ("bin",)
    LEAVE_COUNT_ASKED = "leave_count_asked", Severity.SOFT, ("bin",)
    COUNT_LEFT = "count_left", Severity.SOFT, ("bin",)  # nothing was recorded


class CountPrompt(Prompt):
    """What somebody who counts a bin is asked for."""

    SCAN_BIN = "scan_bin"
    COUNT_ITEMS = "count_items", ("bin",)
    GO_TO_COUNT = "go_to_count", ("bin",)
    HOW_MANY = "how_many", ("sku",)
    SO_MANY = "so_many", ("number", "sku")
    IS_IT_EMPTY = "is_it_empty", ("sku",)
    CHOOSE_COUNT_WHY = "choose_count_why", ("most",)
    RECORD_COUNT = "record_count"
    LEAVE_COUNT = "leave_count"
