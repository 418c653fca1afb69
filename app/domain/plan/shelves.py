"""What of a bin's goods may be promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from app.domain.place import BinKind
from app.domain.plan.allocate import Ends, Shelf, good_on, last_day
from app.domain.plan.places import may_pick
from app.domain.rows.things import Bin
from app.domain.stock import Action, StockKey, may


def promisable(place: Bin, sku: str, today: date, ends: Ends = Ends.EITHER) -> dict[StockKey, int]:
    """Units of each key of a SKU that may leave for a customer today, by the books.

    A bin may owe units of a key that nobody named when they were taken: they are missing from the
    goods that stay longest.
    """
    good: Counter[StockKey] = Counter()
    there_in_all = 0
    for item in place.stock:
        if item.sku == sku and may(item.status, Action.PROMISE):
            there_in_all += item.quantity
            if good_on(item.key, today, ends):
                good[item.key] += item.quantity
    there = {key: count for key, count in good.items() if count > 0}
    if len(there) == len(good):
        return there
    owed = sum(there.values()) - max(0, min(sum(good.values()), there_in_all))
    for key in sorted(there, key=lambda key: last_day(key, ends) or date.max, reverse=True):
        less = min(owed, there[key])
        there[key] -= less
        owed -= less
    return {key: count for key, count in there.items() if count}


def takeable(place: Bin, sku: str) -> bool:
    """Whether orders may get the SKU from there now.

    Not from a bin in which a picker missed it, until it is counted, and not from one that is locked
    or for other things.
    """
    return may_pick(place) and not place.doubted(sku)


def shelves_of(
    place: Bin,
    sku: str,
    promised: Mapping[StockKey, int],
    today: date,
    case: int = 0,
    *,
    ends: Ends = Ends.EITHER,
) -> Iterator[Shelf]:
    """The bin's goods of one SKU. promised: units of each key that are promised there.

    case: units in a full case of the SKU, 0 = nobody knows. Only reserve has full cases.
    """
    since = {item.key: item.since for item in place.stock if item.sku == sku}
    for key, count in promisable(place, sku, today, ends).items():
        yield Shelf(
            place.code,
            place.walk,
            key,
            count - promised.get(key, 0),
            case=case if place.kind is BinKind.RESERVE else 0,
            face=place.face(sku) is not None,
            locked=not takeable(place, sku),
            since=since[key],
        )
