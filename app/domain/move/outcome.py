"""What moving goods says."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Moving(OutcomeKind):
    """The answers of `app.domain.move`."""

    MOVE_OPENED = "move_opened", Severity.INFO
    MOVE_FROM = "move_from", Severity.GOOD, ("bin",)
    GOODS_TAKEN = "goods_taken", Severity.GOOD, ("sku", "units")  # units of this key so far
    WHOLE_BIN_TAKEN = "whole_bin_taken", Severity.GOOD, ("bin", "units")
    WHICH_ASKED = "which_asked", Severity.SOFT, ("sku",)  # goods of one lot, not all alike
    SCAN_EACH = "scan_each", Severity.BAD, ("sku", "known", "units")  # not all numbers are known
    BIN_EMPTY = "bin_empty", Severity.SOFT, ("bin",)
    MORE_THAN_THERE = "more_than_there", Severity.BAD, ("sku", "bin", "known")
    NOT_THERE = "not_there", Severity.BAD, ("sku", "bin")
    TAKE_FIRST = "take_first", Severity.SOFT, ("bin",)  # nothing is in hand yet
    STATUS_ASKED = "status_asked", Severity.SOFT
    NO_STATUS_POSSIBLE = "no_status_possible", Severity.BAD, ("status",)
    REASON_ASKED = "reason_asked", Severity.SOFT, ("status",)
    PLACE_ASKED = "place_asked", Severity.SOFT, ("status",)
    GOODS_MOVED = "goods_moved", Severity.DONE, ("units", "bin")
    STATUS_CHANGED = "status_changed", Severity.DONE, ("units", "status", "bin")
    WRITTEN_OFF = "written_off", Severity.DONE, ("units", "bin")
    MOVE_UNDONE = "move_undone", Severity.GOOD, ("units", "bin")  # back where they came from
    STATUS_UNDONE = "status_undone", Severity.GOOD, ("units", "status", "bin")  # as it was
    SCRAP_STAYS = "scrap_stays", Severity.BAD  # what was written off does not come back
    OTHERS_CHANGE = "others_change", Severity.BAD  # another person has changed that status
    LEAVE_MOVE_ASKED = "leave_move_asked", Severity.SOFT, ("bin",)
    MOVE_LEFT = "move_left", Severity.SOFT, ("bin",)  # nothing was moved
    NO_TASK = "no_task", Severity.SOFT
    TASK_BEGUN = "task_begun", Severity.GOOD, ("bin", "units", "sku")
    TASK_IS_DONE = "task_is_done", Severity.DONE, ("units", "bin")
    TASK_ELSEWHERE = "task_elsewhere", Severity.STOP  # another bench does it
    MOVE_TASK_LEFT = "move_task_left", Severity.SOFT, ("bin",)
    OTHER_SOURCE = "other_source", Severity.BAD, ("bin", "wanted")
    OTHER_TARGET = "other_target", Severity.BAD, ("bin", "wanted")
    OTHER_GOODS = "other_goods", Severity.BAD, ("sku", "wanted")
    NO_SUCH_CHOICE = "no_such_choice", Severity.SOFT, ("most",)


class MovePrompt(Prompt):
    """What somebody who moves goods is asked for."""

    SCAN_SOURCE = "scan_source"
    GO_TO_SOURCE = "go_to_source", ("bin",)
    TAKE_GOODS = "take_goods", ("bin",)
    TAKE_SO_MANY = "take_so_many", ("sku", "units")
    BRING_TO = "bring_to", ("bin", "units")
    SCAN_TARGET = "scan_target", ("units",)
    CHOOSE_WHICH = "choose_which", ("most",)
    CHOOSE_STATUS = "choose_status", ("most",)
    CHOOSE_WHY = "choose_why", ("most",)
    SCAN_STATUS_PLACE = "scan_status_place"
    LEAVE_MOVE = "leave_move"
