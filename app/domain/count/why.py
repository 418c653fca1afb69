"""Why a bin holds other goods than the books say."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class CountWhy(StrEnum):
    """A closed set with words of its own. The screen numbers those that fit, in this order."""

    MISCOUNTED = "miscounted"  # the count before was wrong
    MISPICKED = "mispicked"  # a picker took other goods, or more, or fewer
    WRONG_BIN = "wrong_bin"  # goods were put into another bin than was said
    WRONG_LOT = "wrong_lot"
    FOUND_ELSEWHERE = "found_elsewhere"
    NOT_BOOKED_IN = "not_booked_in"
    NOT_BOOKED_OUT = "not_booked_out"
    DAMAGED = "damaged"
    EXPIRED = "expired"
    LOST = "lost"
    UNKNOWN = "unknown"


_OF_FEWER = frozenset(CountWhy) - {CountWhy.NOT_BOOKED_IN, CountWhy.UNKNOWN}
_OF_MORE = frozenset(
    {
        CountWhy.MISCOUNTED,
        CountWhy.MISPICKED,
        CountWhy.WRONG_BIN,
        CountWhy.WRONG_LOT,
        CountWhy.NOT_BOOKED_IN,
    }
)


def whys(deltas: Iterable[int]) -> tuple[CountWhy, ...]:
    """The reasons that explain all of these differences, but for UNKNOWN: at most nine."""
    fitting = set(CountWhy) - {CountWhy.UNKNOWN}
    for delta in deltas:
        if delta:
            fitting &= _OF_MORE if delta > 0 else _OF_FEWER
    return tuple(why for why in CountWhy if why in fitting)
