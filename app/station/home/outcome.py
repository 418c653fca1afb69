"""What the home screen says."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class AtHome(OutcomeKind):
    """The answers at home, where any code may be scanned."""

    SHOWN = "shown", Severity.INFO, ("code", "what")
    AMBIGUOUS = "ambiguous", Severity.BAD, ("code", "count")  # one code, several orders
    GOODS_BACK_ASKED = "goods_back_asked", Severity.SOFT, ("order", "tote", "places")
    TOTE_EMPTIED = "tote_emptied", Severity.GOOD, ("tote",)
    CLAIM_ASKED = "claim_asked", Severity.SOFT, ("order",)  # the centre is asked who has it
    ORDER_RESERVED = "order_reserved", Severity.STOP, ("order", "station")
    NEXT_ASKED = "next_asked", Severity.SOFT  # none is claimed for this station yet
    ORDER_TAKEN = "order_taken", Severity.BAD, ("order", "station")
    TAKE_ORDER_ASKED = (
        "take_order_asked",
        Severity.SOFT,
        ("order", "station"),
    )  # scanned again, the order is taken from there
    NOT_PICKED_YET = "not_picked_yet", Severity.BAD, ("order", "lines", "bins")
    ORDER_ON_HOLD = "order_on_hold", Severity.BAD, ("order", "reason")
    ALREADY_PACKED = "already_packed", Severity.SOFT, ("order",)
    ALREADY_SHIPPED = "already_shipped", Severity.SOFT, ("order",)
    HAND_OVER_ASKED = "hand_over_asked", Severity.SOFT, ("order", "customer", "shelf")
    HANDED = "handed", Severity.DONE, ("order", "customer")
    PICKUP_CHANGED = "pickup_changed", Severity.BAD, ("order",)  # scan it again
    WHICH_BOX = "which_box", Severity.SOFT, ("order",)  # several are closed: scan the one
    QUEUE_EMPTY = "queue_empty", Severity.SOFT


class HomePrompt(Prompt):
    """What the home screen and the order screen ask for."""

    SCAN_ANYTHING = "scan_anything"
    HAND_OVER = "hand_over"
    OPEN_ORDER = "open_order"
