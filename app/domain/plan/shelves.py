"""What of a bin's goods may be promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from app.domain.plan.allocate import Shelf, good_on, last_day
from app.domain.plan.places import may_pick
from app.domain.rows.things import Bin
from app.domain.stock import Action, StockKey, may


def promisable(place: Bin, sku: str, today: date) -> dict[StockKey, int]:
    """Units of each key of a SKU that may leave for a customer today, by the books.

    A bin may owe units of a key that nobody named when they were taken: they are missing from the
    goods that stay longest.
    """
    good: Counter[StockKey] = Counter()
    there_in_all = 0
    for item in place.stock:
        if item.sku == sku and may(item.status, Action.PROMISE):
            there_in_all += item.quantity
            if good_on(item.key, today):
                good[item.key] += item.quantity
    there = {key: count for key, count in good.items() if count > 0}
    if len(there) == len(good):
        return there
    owed = sum(there.values()) - max(0, min(sum(good.values()), there_in_all))
    for key in sorted(there, key=lambda key: last_day(key) or date.max, reverse=True):
        less = min(owed, there[key])
        there[key] -= less
        owed -= less
    return {key: count for key, count in there.items() if count}


def shelves_of(
    place: Bin, sku: str, promised: Mapping[StockKey, int], today: date
) -> Iterator[Shelf]:
    """The bin's goods of one SKU. promised: units of each key that are promised there.

    A bin in which a picker missed the SKU is locked until it is counted, and one from which orders
    are not picked for good.
    """
    locked = place.doubted(sku) or not may_pick(place)
    for key, count in promisable(place, sku, today).items():
        free = count - promised.get(key, 0)
        yield Shelf(place.code, place.walk, key, free, locked=locked)
