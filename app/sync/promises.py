"""Goods are promised to the orders that somebody is about to pick. Functions over one transaction.

A promise is made with the claim of its order and ends with it: picked, given back, cancelled or
held. Until then nobody else is promised these units.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Kind, Subject
from app.domain.plan.allocate import Allocation, Pin, Rules, Shelf, Short, allocate
from app.domain.rows.exceptions import PROMISE_BROKEN, exception_name, over
from app.domain.rows.orders import Order, OrderLine, Sub
from app.store.centre import bulk, settings
from app.store.centre.tables import ROWS, claim, feed, orders, promise
from app.store.database import among, one_of
from app.sync.apply import columns_of, row_of
from app.sync.promise_book import DAMAGE, Book, pin_of
from app.sync.wants import Wants

T = TypeVar("T")
_EXCEPTION = ROWS[Kind.EXCEPTION]
_TOLD = (
    sa.select(_EXCEPTION.c.id, _EXCEPTION.c.body)
    .where(among(_EXCEPTION.c.id, "ids"), _EXCEPTION.c.live)
    .with_for_update()
)
_WANTING = frozenset({Sub.RELEASED, Sub.STARTED})


def needs(order: Order | None) -> tuple[OrderLine, ...]:
    """Lines for which goods are still to be picked; none of an order that must wait."""
    if order is None or order.stopped is not None or order.sub not in _WANTING:
        return ()
    return tuple(line for line in order.lines if line.to_pick)


def day_of(now: datetime) -> date:
    """The site's calendar day, by this machine's time zone."""
    return now.astimezone().date()


def make(
    db: sa.Connection, rows: Iterable[Any], rules: Rules, now: datetime
) -> dict[str, Allocation]:
    """Promise to these orders what they still lack, in this sequence; what each has now.

    Done twice, it changes nothing. rows: id and body of orders that the caller has locked. now: the
    centre's time. Others wait from the making of the book to the caller's commit.
    """
    wanting = _sound(rows)
    skus = {line.sku for order in wanting.values() for line in needs(order)}
    if not skus:
        return {}
    book = Book(db, skus)
    told = fill(db, book, wanting, rules, day_of(now))
    book.write()
    settle(db, wanting, now)
    return told


def _sound(rows: Iterable[Any]) -> dict[str, Order]:
    """The orders of these rows, but for those that make no sense."""
    found: dict[str, Order] = {}
    for row in rows:
        with suppress(*DAMAGE):
            order: Order = row_of(Subject(Kind.ORDER, row.id), row.body)
            needs(order)
            found[row.id] = order
    return found


def fill(
    db: sa.Connection, book: Book, wanting: Mapping[str, Order | None], site: Rules, today: date
) -> dict[str, Allocation]:
    """Add to the book what these orders lack of its SKUs; what each has then, and is short of.

    today: the site's calendar day.
    """
    asked = Wants(db, [line for order in wanting.values() for line in needs(order)])
    found: dict[str, Allocation] = {}
    for name, order in wanting.items():
        has = book.units(name)
        wants = [
            asked.of(order, line, line.to_pick - has[line.number])
            for line in needs(order)
            if order and line.sku in book.skus and line.to_pick > has[line.number]
        ]
        rules = site.of(order)
        shelves = book.shelves({want.sku for want in wants}, today, site.ends)
        new = allocate(wants, shelves, rules, today)
        if rules.complete and new.shorts and order and order.sub is Sub.RELEASED:
            book.clear(name)  # nobody has begun it: it waits for the whole
        for pin in new.pins:
            book.add(name, pin)
        found[name] = Allocation(book.pins(name), new.shorts)
    return found


def pins(db: sa.Connection, names: Collection[str]) -> dict[str, tuple[Pin, ...]]:
    """What each of these orders has been promised, by line and bin; () = nothing."""
    found: dict[str, list[Pin]] = {name: [] for name in sorted(names)}
    query = sa.select(promise).where(one_of(db, promise.c.order_id, list(found)))
    for row in db.execute(query) if names else ():
        found[row.order_id].append(pin_of(row))
    return {
        name: tuple(sorted(one, key=lambda pin: (pin.line, pin.bin))) for name, one in found.items()
    }


def outlook(db: sa.Connection, now: datetime) -> dict[str, tuple[Short, ...]]:
    """What each order that waits unclaimed would be short of, if all were claimed now, the first of
    the queue first. Orders that would get everything are left out. Nothing is promised by it.
    """
    taken = sa.select(claim.c.order_id)
    query = (
        sa.select(orders.c.id, orders.c.body)
        .where(orders.c.sub == Sub.RELEASED.value, orders.c.id.not_in(taken))
        .order_by(orders.c.priority, orders.c.due, orders.c.id)
    )
    waiting = _sound(db.execute(query))
    book = Book(db, {x.sku for one in waiting.values() for x in needs(one)}, locked=False)
    site = settings.allocation(db)
    free: dict[str, list[Shelf]] = {}
    for shelf in book.shelves(book.skus, day_of(now), site.ends):
        free.setdefault(shelf.key.sku, []).append(shelf)
    asked = Wants(db, [line for order in waiting.values() for line in needs(order)])
    found: dict[str, tuple[Short, ...]] = {}
    for name, order in waiting.items():
        wants = [asked.of(order, line, line.to_pick) for line in needs(order)]
        rules = site.of(order)
        shelves = [one for sku in {want.sku for want in wants} for one in free.get(sku, ())]
        told = allocate(wants, shelves, rules, day_of(now))
        for pin in told.pins:
            free[pin.key.sku] = [
                replace(one, free=one.free - pin.quantity)
                if (one.bin, one.key) == (pin.bin, pin.key)
                else one
                for one in free[pin.key.sku]
            ]
        if told.shorts:
            found[name] = told.shorts
    return found


def end(db: sa.Connection, names: Iterable[str], now: datetime) -> None:
    """These orders are nobody's: their goods are anybody's who lacks some."""
    names = sorted(names)
    query = sa.select(promise.c.sku).distinct().where(one_of(db, promise.c.order_id, names))
    skus = set(db.execute(query).scalars()) if names else set()
    if skus:
        book = Book(db, skus)
        for name in names:
            book.clear(name)
        found = in_queue(db, lacking(db, book, skus, frozenset(names)))
        fill(db, book, found, settings.allocation(db), day_of(now))
        tell(db, found.keys())
        book.write()
        settle(db, found, now)


def lacks(book: Book, name: str, order: Order | None, skus: Collection[str]) -> bool:
    """Whether the order needs more of these SKUs than it has been promised."""
    units = book.units(name)
    return any(line.sku in skus and units[line.number] < line.to_pick for line in needs(order))


def lacking(
    db: sa.Connection, book: Book, skus: Collection[str], but: Collection[str]
) -> dict[str, Order]:
    """Claimed orders, but for these, that lack goods of these SKUs."""
    query = sa.select(orders.c.id, orders.c.body).join(claim, claim.c.order_id == orders.c.id)
    parts = tuple(codec.to_text(sku) for sku in skus)
    named = (
        row
        for row in (db.execute(query) if skus else ())
        if row.id not in but and any(part in row.body for part in parts)
    )
    return {name: one for name, one in _sound(named).items() if lacks(book, name, one, skus)}


def in_queue(db: sa.Connection, found: Mapping[str, T]) -> dict[str, T]:
    """These orders: first those that are claimed, then by their place in the queue."""
    if len(found) < 2:
        return dict(found)
    query = (
        sa.select(orders.c.id, claim.c.origin)
        .join_from(orders, claim, claim.c.order_id == orders.c.id, isouter=True)
        .where(one_of(db, orders.c.id, sorted(found)))
        .order_by(claim.c.origin.is_(None), orders.c.priority, orders.c.due, orders.c.id)
    )
    known = [row.id for row in db.execute(query)]
    return {name: found[name] for name in (*known, *sorted(found.keys() - set(known)))}


def tell(db: sa.Connection, names: Iterable[str]) -> None:
    """Whoever has claimed these orders asks for their goods anew."""
    news = [{"kind": Kind.ORDER.value, "id": name} for name in sorted(names)]
    bulk.insert(db, feed, news)


def settle(db: sa.Connection, found: Mapping[str, Order | None], now: datetime) -> None:
    """Close what was told of these orders' broken promises, where they lack nothing any more.

    Its caller has written the promises.
    """
    item = {name: exception_name(PROMISE_BROKEN, Subject(Kind.ORDER, name), "") for name in found}
    ids = sorted(one.id for one in item.values())
    rows = {row.id: row.body for row in (db.execute(_TOLD, {"ids": ids}) if ids else ())}
    told = {name: one for name, one in item.items() if one.id in rows}
    for name, has in pins(db, told).items():
        units: Counter[int] = Counter()
        for pin in has:
            units[pin.line] += pin.quantity
        if all(units[line.number] >= line.to_pick for line in needs(found[name])):
            row = over(row_of(told[name], rows[told[name].id]), now)
            values = columns_of(told[name], row)
            bulk.update(db, _EXCEPTION, [values])
            bulk.insert(db, feed, [{"kind": Kind.EXCEPTION.value, "id": told[name].id}])
