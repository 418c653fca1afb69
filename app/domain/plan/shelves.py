"""What of a bin's goods may be promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from app.domain.plan.allocate import Shelf, good_on, last_day
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import Action, StockKey, may


def key_of(item: BinStock) -> StockKey:
    """The stock key of a bin's entry."""
    return StockKey(item.sku, item.lot, item.expiry)


def promisable(place: Bin, sku: str, today: date) -> dict[StockKey, int]:
    """Units of each key of a SKU that may leave for a customer today, by the books.

    A bin may owe units of a key that nobody named when they were taken: they are missing from the
    goods that stay longest.
    """
    good: Counter[StockKey] = Counter()
    for item in place.stock:
        key = key_of(item)
        if item.sku == sku and may(key.status, Action.PROMISE) and good_on(key, today):
            good[key] += item.quantity
    there = {key: count for key, count in good.items() if count > 0}
    if len(there) == len(good):
        return there
    owed = sum(there.values()) - max(0, min(sum(good.values()), place.quantity(sku)))
    for key in sorted(there, key=lambda key: last_day(key) or date.max, reverse=True):
        less = min(owed, there[key])
        there[key] -= less
        owed -= less
    return {key: count for key, count in there.items() if count}


def shelves_of(
    place: Bin, sku: str, promised: Mapping[StockKey, int], today: date
) -> Iterator[Shelf]:
    """The bin's goods of one SKU. promised: units of each key that are promised there.

    A bin in which a picker missed the SKU is locked until it is counted.
    """
    locked = place.doubted(sku)
    for key, count in promisable(place, sku, today).items():
        free = count - promised.get(key, 0)
        yield Shelf(place.code, place.walk, key, free, locked=locked)
