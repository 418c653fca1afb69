"""What the exceptions desk answers."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Severity


class Deciding(OutcomeKind):
    """The answers to a decision about an exception."""

    EXCEPTION_DECIDED = "exception_decided", Severity.DONE, ("decision",)
    SOLVED_BEFORE = "solved_before", Severity.SOFT, ("operator", "minutes", "decision")
    ENDED_BEFORE = "ended_before", Severity.SOFT, ("minutes",)  # by the work itself
    NOT_OFFERED = "not_offered", Severity.BAD, ("decision",)
    THING_GONE = "thing_gone", Severity.BAD, ("code",)  # the row it is about is not known here
    NO_STOCK_BUT = "no_stock_but", Severity.BAD, ("sku", "bin", "units")  # only where nobody picks
    NO_STOCK_LEFT = "no_stock_left", Severity.BAD, ("sku",)
    SHORT_OF_NOTHING = "short_of_nothing", Severity.BAD, ("order",)
    ORDER_AT_WORK = "order_at_work", Severity.BAD, ("order", "station")
    ORDER_PAST_THAT = "order_past_that", Severity.BAD, ("order",)  # packed, gone or cancelled
    HELD_ALREADY = "held_already", Severity.BAD, ("order",)
    HELD_BY_SHOP = "held_by_shop", Severity.BAD, ("order", "reason")  # only the shop lets it go
    NOT_HELD = "not_held", Severity.BAD, ("order",)
    WANTS_ALL = "wants_all", Severity.BAD, ("order",)  # everything or nothing
    NOTHING_TO_SHIP = "nothing_to_ship", Severity.BAD, ("order",)
    NOTHING_TO_PUT_BACK = "nothing_to_put_back", Severity.BAD, ("order",)
    NO_BIN_TO_COUNT = "no_bin_to_count", Severity.BAD
    PRIORITY_ALREADY = "priority_already", Severity.BAD, ("order", "priority")
    GOES_THERE_ALREADY = "goes_there_already", Severity.BAD, ("order",)
    BOX_HAS_LEFT = "box_has_left", Severity.BAD
