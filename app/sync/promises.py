"""Goods are promised to the orders that somebody is about to pick. Functions over one transaction.

A promise is made with the claim of its order and ends with it: picked, given back, cancelled or
held. Until then nobody else is promised these units.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from app.domain.facts import Kind, Subject
from app.domain.plan.allocate import Allocation, Pin, Want, allocate
from app.domain.rows.orders import Order, OrderLine, Sub
from app.store.centre import settings
from app.store.centre.tables import orders, promise
from app.store.database import one_of
from app.sync.apply import row_of
from app.sync.promise_book import Book, pin_of

_WANTING = frozenset({Sub.RELEASED, Sub.STARTED})


def needs(order: Order | None) -> tuple[OrderLine, ...]:
    """Lines for which goods are still to be picked; none of an order that must wait."""
    if order is None or order.stopped is not None or order.sub not in _WANTING:
        return ()
    return tuple(line for line in order.lines if line.to_pick)


def make(db: sa.Connection, names: Sequence[str], today: date) -> dict[str, Allocation]:
    """Promise to these orders what they still lack, in this sequence; what each has now.

    Done twice, it changes nothing. An order that somebody changes at this moment is left out.
    today: the site's calendar day.
    """
    query = sa.select(orders.c.id, orders.c.body).where(one_of(db, orders.c.id, names))
    found = {
        row.id: row_of(Subject(Kind.ORDER, row.id), row.body)
        for row in (db.execute(query.with_for_update(skip_locked=True)) if names else ())
    }
    wanting = {name: found[name] for name in names if name in found}
    skus = {line.sku for order in wanting.values() for line in needs(order)}
    if not skus:
        return {}
    book = Book(db, skus)
    told = fill(db, book, wanting, today)
    book.write()
    return told


def fill(
    db: sa.Connection, book: Book, wanting: Mapping[str, Order | None], today: date
) -> dict[str, Allocation]:
    """Add to the book what these orders lack of its SKUs; what each has then, and is short of."""
    rules = settings.allocation(db)
    found: dict[str, Allocation] = {}
    for name, order in wanting.items():
        has = book.units(name)
        wants = [
            Want(line.number, line.sku, line.to_pick - has[line.number])
            for line in needs(order)
            if line.sku in book.skus and line.to_pick > has[line.number]
        ]
        new = allocate(wants, book.shelves(today), rules, today) if wants else Allocation()
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


def end(db: sa.Connection, names: Iterable[str]) -> None:
    """These orders are nobody's: their goods are anybody's."""
    names = sorted(names)
    query = sa.select(promise.c.sku).distinct().where(one_of(db, promise.c.order_id, names))
    skus = set(db.execute(query).scalars()) if names else set()
    if skus:
        book = Book(db, skus)
        for name in names:
            book.clear(name)
        book.write()
