"""What picking says."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Picking(OutcomeKind):
    """The answers of `app.domain.pick`."""

    OPENED_SHORT = "opened_short", Severity.SOFT, ("order", "skus")  # these lie nowhere
    NO_BIN = "no_bin", Severity.BAD, ("order", "skus")
    WRONG_BIN = "wrong_bin", Severity.BAD, ("bin", "wanted")
    BACK_TO_BIN = "back_to_bin", Severity.BAD, ("bin", "wanted")  # where the picker was already
    SCAN_BIN_FIRST = "scan_bin_first", Severity.SOFT, ("wanted",)
    UNIT_PICKED = "unit_picked", Severity.GOOD, ("sku", "done", "wanted")
    LINE_PICKED = "line_picked", Severity.DONE, ("sku", "done", "wanted")
    WRONG_PRODUCT = "wrong_product", Severity.BAD, ("code", "sku", "name", "wanted")
    OVER_PICK = "over_pick", Severity.BAD, ("sku", "wanted")
    REFILL_WANTED = "refill_wanted", Severity.SOFT, ("sku", "bin")  # the line waits for it
    STOCK_BLOCKED = "stock_blocked", Severity.BAD, ("sku", "bin", "status")
    PUT_IN_TOTE = "put_in_tote", Severity.GOOD, ("tote", "sku")
    OTHER_TOTE_ASKED = "other_tote_asked", Severity.SOFT, ("tote", "wanted")
    PUT_BACK_FIRST = "put_back_first", Severity.STOP, ("order", "units", "bin")
    LEAVE_IT = "leave_it", Severity.STOP, ("order",)  # another station has it
    PUT_BACK_NEXT = "put_back_next", Severity.SOFT, ("order", "tote")
    CHANGED_WALK = "changed_walk", Severity.SOFT, ("order",)  # the shop wants other numbers now
    PICK_SHORT_UNDONE = "pick_short_undone", Severity.GOOD, ("sku", "wanted")
    FOUND_HERE_ASKED = "found_here_asked", Severity.SOFT, ("sku", "bin", "wanted")
    BEYOND_STOCK_ASKED = "beyond_stock_asked", Severity.SOFT, ("sku", "bin", "known")
    WAITS_FOR_STOCK = "waits_for_stock", Severity.BAD, ("order", "skus")
    PUT_FIRST = "put_first", Severity.BAD, ("units",)  # picked units are in the hand, not in a tote
    SKIPPED = "skipped", Severity.GOOD, ("sku",)
    ORDER_PICKED = "order_picked", Severity.DONE, ("order", "tote")
    NOTHING_PICKED = "nothing_picked", Severity.BAD, ("order",)  # every line is short


class PickPrompt(Prompt):
    """What a picker is asked for."""

    GO_TO_BIN = "go_to_bin", ("bin",)
    SCAN_PRODUCT = "scan_product", ("sku",)
    SCAN_TOTE = "scan_tote", ("tote",)  # "" = any free one
    CONFIRM_TOTE = "confirm_tote", ("tote",)
