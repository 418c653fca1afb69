"""What can be decided about an exception, by its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from app.domain.rows import ends
from app.domain.rows.exceptions import HELP_WANTED


class Decision(StrEnum):
    """The value stands in facts. The order is that in which a desk shows them."""

    PICK_AGAIN = "pick_again"  # units that were short are picked after all
    SHIP_PARTLY = "ship_partly"  # the order goes on without what is short
    COUNT = "count"  # somebody counts the bin
    HOLD_ORDER = "hold_order"  # nobody works on it until a person of the site gives it free
    RELEASE_ORDER = "release_order"  # the site's own hold is over
    PUT_BACK = "put_back"  # what the order must not have goes back to its bin
    NEW_LABEL = "new_label"  # the box gets another label
    TAKE = "take"  # who decides looks after it himself
    ACCEPT = "accept"  # it is all right as it is


ENDING = frozenset({Decision.SHIP_PARTLY, Decision.ACCEPT})
"""After these nothing more is to be done. The others leave the exception open until it is done."""

_TO_HOLD = (
    *ends.SHORTS,
    "promise_broken",
    "damaged",
    "placed_twice",
    "changed_after_cancel",
    "lines_changed_while_worked",
    "carrier_changed",
)
"""About an order that may have to wait until the shop or the customer has answered."""
_WORK: Mapping[Decision, Iterable[str]] = {
    Decision.PICK_AGAIN: ends.SHORTS,
    Decision.SHIP_PARTLY: ends.SHORTS,
    Decision.COUNT: (*ends.COUNTED, ends.NEGATIVE, "short"),
    Decision.HOLD_ORDER: _TO_HOLD,
    Decision.RELEASE_ORDER: ends.RELEASED,
    Decision.PUT_BACK: ends.PUT_BACK,
    Decision.NEW_LABEL: (*ends.ORDER_RELABELLED, *ends.BOX_RELABELLED),
}
"""The reasons for which there is such work."""
OFFERED: Mapping[str, tuple[Decision, ...]] = MappingProxyType(
    {
        reason: tuple(one for one in Decision if reason in _WORK.get(one, ()))
        for reason in dict.fromkeys(reason for reasons in _WORK.values() for reason in reasons)
    }
)


def offered(reason: str) -> tuple[Decision, ...]:
    """What can be decided about an exception of this reason, in the order of `Decision`.

    A call for help ends when somebody comes: nobody needs to say that he will.
    """
    plain = (Decision.ACCEPT,) if reason == HELP_WANTED else (Decision.TAKE, Decision.ACCEPT)
    return (*OFFERED.get(reason, ()), *plain)


MOST_OFFERED = max(len(offered(reason)) for reason in OFFERED)
"""A desk has room for so many at once."""
