"""How fast products go, how long the stock lasts, and which to order again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

Stock = Callable[[Sequence[str]], Mapping[str, int]]
"""Units on hand that may be sold, of these products, now."""
FORMULA = (
    "units a day = units picked and units short in this time ÷ its days; days of cover = units on"
    " hand now that may be sold ÷ units a day; reorder where they are fewer than {days:g}"
)


@dataclass(frozen=True)
class Demand:
    """reorder: the stock lasts for fewer days than the site wants."""

    sku: str
    units: int
    a_day: float
    on_hand: int
    cover_days: float
    reorder: bool


def demands(
    units: Mapping[str, int], span: timedelta, stock: Stock, days: float
) -> tuple[Demand, ...]:
    """What lasts shortest comes first. days: the stock of a product is to last so long."""
    wanted = {sku: count for sku, count in units.items() if count > 0}
    on_hand = stock(sorted(wanted)) if wanted else {}
    found = []
    for sku, count in wanted.items():
        a_day = count / (span / timedelta(days=1))
        cover = max(0, on_hand.get(sku, 0)) / a_day
        found.append(
            Demand(sku, count, round(a_day, 2), on_hand.get(sku, 0), round(cover, 1), cover < days)
        )
    return tuple(sorted(found, key=lambda one: (one.cover_days, -one.units, one.sku)))
