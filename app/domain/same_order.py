"""Whether two words of a shop are about one order.

Shops use an order number again, and two shops use one number. The shop's own id tells such orders
apart; where either side has none, the time at which the order was placed does.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from app.domain.address import Address

_SAME_MOMENT = timedelta(minutes=1)
"""Some formats leave the seconds out."""
_SAME_DAY = timedelta(days=1)
"""Some shops stamp each line, and a file without a time zone may be hours off."""


class Told(Protocol):
    """What is compared of two orders with the same channel and number."""

    @property
    def shop_id(self) -> str: ...
    @property
    def placed_at(self) -> datetime: ...
    @property
    def customer(self) -> Address: ...


def same_order(one: Told, other: Told) -> bool:
    """Of two that have the same channel and number."""
    if one.shop_id and other.shop_id:
        return one.shop_id == other.shop_id
    apart = abs(one.placed_at - other.placed_at)
    return apart <= _SAME_MOMENT or (apart < _SAME_DAY and _who(one) == _who(other))


def _who(one: Told) -> tuple[str, str]:
    return one.customer.receiver.casefold(), one.customer.postcode
