"""What newly applied facts do to promises. One pass over one push, within its transaction.

A pick takes from its order's promise. After that only the rows count, as the facts have left them:
an order that needs less, or must wait, gives back what is too much, and a bin that holds less than
is promised there breaks the promises that came last. Who lost something is promised other goods;
where there are none, a person is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime

import sqlalchemy as sa

from app.domain.facts import Fact, FactKind, Kind, Subject
from app.domain.plan.allocate import Ends, Pin, Why, suits
from app.domain.plan.shelves import promisable, takeable
from app.domain.plan.wants import want_of
from app.domain.rows.bin_rules import BIN_RULES
from app.domain.rows.claims import let_go
from app.domain.rows.exceptions import PROMISE_BROKEN
from app.domain.rows.orders import Order
from app.domain.rows.things import Bin
from app.store.centre import settings
from app.store.centre.tables import claim, orders, promise
from app.store.database import among, one_of
from app.sync.apply import Batch, row_of
from app.sync.promise_book import Book
from app.sync.promises import day_of, fill, in_queue, lacking, lacks, needs, settle, tell

_PROMISED = sa.select(promise.c.sku).distinct().where(among(promise.c.order_id, "orders"))
_CLAIMED = sa.select(claim.c.order_id).where(among(claim.c.order_id, "orders"))
_BACK = frozenset({FactKind.PICK_UNDONE.value, FactKind.UNIT_PUT_BACK.value})


def follow(db: sa.Connection, batch: Batch, facts: Sequence[Fact], now: datetime) -> None:
    """Its caller has written the rows and ended the claims. now: the centre's time."""
    today, ends = day_of(now), settings.allocation(db).ends
    turned = batch.turned(Kind.ORDER)
    bins = {name: after for name, (_before, after) in batch.turned(Kind.BIN).items()}
    skus = _moved(batch.turned(Kind.BIN)) | _needed(turned) | _taken_over(turned, facts)
    let = let_go(facts)
    if let:
        skus |= set(db.execute(_PROMISED, {"orders": sorted(let)}).scalars())
    if not skus:
        return
    book = Book(db, skus)
    after = {name: row for name, (_before, row) in turned.items()}
    names = after.keys() | let
    alive = {name for name in names if book.had(name)}
    if names - alive or let:
        alive = (alive - let) | _claimed(db, names)
    for name in names - alive:
        book.clear(name)
    for fact in facts:
        _take(book, fact)
    for name in alive & after.keys():
        _give_back(book, name, after[name], today, ends)
    for fact in facts:
        _put_back(book, fact, after, bins, alive, today, ends)
    broken = _break(db, book, facts, bins, today, ends)
    mine = {name: after[name] for name in alive & after.keys()}
    short = {name: row for name, row in mine.items() if lacks(book, name, row, skus)}
    freed = _freed(book, batch.turned(Kind.BIN), today, ends)
    short |= lacking(db, book, freed, after.keys())
    if short or broken:
        _fill(db, batch, book, short, broken, today)
    tell(db, book.changed() - after.keys())
    book.write()
    done = {name: row for name, row in after.items() if needs(turned[name][0]) and not needs(row)}
    settle(db, {**short, **mine, **done}, now)


# --- what is touched ------------------------------------------------------------------------------


def _moved(bins: Mapping[str, tuple[Bin | None, Bin]]) -> set[str]:
    """SKUs of which a bin holds another number, in another state, or which it gives no more."""
    found: set[str] = set()
    for before, after in bins.values():
        old = before or Bin(after.code)
        found |= {item.sku for item in set(old.stock) ^ set(after.stock)}
        skus = {item.sku for item in after.stock}
        found |= {sku for sku in skus if takeable(old, sku) != takeable(after, sku)}
    return found


def _needed(turned: Mapping[str, tuple[Order | None, Order | None]]) -> set[str]:
    """SKUs of which an order needs another number, or other goods. A new order is nobody's yet."""
    found: set[str] = set()
    for pair in turned.values():
        if pair[0] is None:
            continue
        old, new = (
            {(want_of(row, one, one.to_pick), one.serial) for one in needs(row) if row}
            for row in pair
        )
        found |= {want.sku for want, _serial in old ^ new}
    return found


def _taken_over(
    turned: Mapping[str, tuple[Order | None, Order | None]], facts: Sequence[Fact]
) -> set[str]:
    """SKUs of orders that are a station's by a supervisor's word, without having been claimed."""
    taken = [fact for fact in facts if fact.kind == FactKind.TAKEN_OVER.value]
    names = {name for fact in taken for name in _orders_of(fact)} & turned.keys()
    return {line.sku for name in names for line in needs(turned[name][1])}


def _claimed(db: sa.Connection, names: Collection[str]) -> set[str]:
    return set(db.execute(_CLAIMED, {"orders": sorted(names)}).scalars())


def _orders_of(fact: Fact) -> Iterator[str]:
    return (name for kind, name in fact.subjects if kind == Kind.ORDER.value)


# --- orders that need less, or anew ---------------------------------------------------------------


def _take(book: Book, fact: Fact) -> None:
    """Units that left a bin for an order are no longer promised, and those that were not there."""
    body = fact.body
    if fact.kind == FactKind.UNIT_PICKED.value:
        units, elsewhere = body["quantity"], True
    elif fact.kind == FactKind.PICK_SHORT.value:
        units, elsewhere = body.get("wanted", 0) - body.get("found", 0), False
    else:
        return
    here, lot = body.get("bin", ""), body.get("lot", "")
    for order in _orders_of(fact):
        mine = [one for one in book.places(order) if one.line == body["line"]]
        mine.sort(key=lambda one: (one.bin != here, one.key.lot != lot))
        for place in mine:
            if units > 0 and (elsewhere or place.bin == here):
                units -= book.less(place, units)


def _give_back(book: Book, name: str, order: Order | None, today: date, ends: Ends) -> None:
    """What is promised to lines beyond what they need, or that is not what they want any more; the
    pins that were made last go first.
    """
    wanted = {line.number: want_of(order, line, line.to_pick) for line in needs(order) if order}
    units = book.units(name)
    for place in reversed(book.places(name)):
        want = wanted.get(place.line)
        if want is not None and not suits(place.key, place.bin, want.at_least, today, ends):
            units[place.line] -= book.less(place, book[place])
            continue
        need = want.quantity if want else 0
        if units[place.line] > need:
            units[place.line] -= book.less(place, units[place.line] - need)


def _put_back(
    book: Book,
    fact: Fact,
    orders_: Mapping[str, Order | None],
    bins: Mapping[str, Bin],
    alive: Collection[str],
    today: date,
    ends: Ends,
) -> None:
    """Units that a picker put back into a bin stay promised to his order there: he stands there."""
    body = fact.body
    place = bins.get(str(body.get("bin", "")))
    if fact.kind not in _BACK or place is None or not takeable(place, str(body["sku"])):
        return
    for order in _orders_of(fact):
        # Goods of which the push has changed nothing in the end are not in the book.
        lines = {one.number: one for one in needs(orders_.get(order)) if one.sku in book.skus}
        if order not in alive or (line := lines.get(body["line"])) is None:
            continue
        lacks = min(body["quantity"], line.to_pick - book.units(order)[line.number])
        there = promisable(place, line.sku, today, ends)
        for key in sorted(there, key=lambda key: key.lot != body.get("lot", "")):
            free = there[key] - sum(book[at] for at in book.places_in(place.code).get(key, ()))
            units = min(lacks, free)
            if units > 0:
                book.add(order, Pin(line.number, place.code, key, units, Why.PUT_BACK))
                lacks -= units


# --- goods that are gone --------------------------------------------------------------------------


def _break(
    db: sa.Connection,
    book: Book,
    facts: Sequence[Fact],
    bins: Mapping[str, Bin],
    today: date,
    ends: Ends,
) -> dict[str, Fact]:
    """Promises beyond what a bin holds are dropped; whose, and the fact that shows it."""
    broken: dict[str, Fact] = {}
    for code, row in sorted(bins.items()):
        about = [fact for fact in facts if (Kind.BIN.value, code) in fact.subjects]
        told = [fact for fact in about if fact.kind in BIN_RULES]  # a task takes nothing away
        looking = {n for fact in told if fact.kind == FactKind.PICK_SHORT for n in _orders_of(fact)}
        for key, places in book.places_in(code).items():
            there = promisable(row, key.sku, today, ends).get(key, 0)
            if not takeable(row, key.sku):  # whoever missed them has seen the others that he takes
                there = min(there, sum(book[at] for at in places if at.order in looking))
            over = sum(book[at] for at in places) - there
            if over <= 0:
                continue
            names = {at.order: at for at in places}
            ranks = {name: rank for rank, name in enumerate(in_queue(db, names))}
            first = sorted(places, key=lambda at: (at.order not in looking, ranks[at.order]))
            for at in reversed(first):
                if over > 0:
                    over -= book.less(at, over)
                    broken[at.order] = told[-1]
    return broken


def _freed(
    book: Book, bins: Mapping[str, tuple[Bin | None, Bin]], today: date, ends: Ends
) -> frozenset[str]:
    """SKUs of which more is free than before: brought, found, or given back."""
    more = book.given_back()
    for before, after in bins.values():
        for sku in book.skus & {item.sku for item in after.stock}:
            there = _units(before, sku, today, ends) if before else 0
            more[sku] += _units(after, sku, today, ends) - there
    return frozenset(sku for sku, units in more.items() if units > 0)


def _units(place: Bin, sku: str, today: date, ends: Ends) -> int:
    return sum(promisable(place, sku, today, ends).values()) if takeable(place, sku) else 0


def _fill(
    db: sa.Connection,
    batch: Batch,
    book: Book,
    short: Mapping[str, Order | None],
    broken: Mapping[str, Fact],
    today: date,
) -> None:
    """Promise other goods; a person is told of an order for which there are none any more."""
    others = broken.keys() - short.keys()
    query = sa.select(orders.c.id, orders.c.body).where(one_of(db, orders.c.id, sorted(others)))
    rows = {
        row.id: row_of(Subject(Kind.ORDER, row.id), row.body)
        for row in (db.execute(query) if others else ())
    } | dict(short)
    fill(db, book, in_queue(db, rows), settings.allocation(db), today)
    for name, fact in sorted(broken.items()):
        if lacks(book, name, rows.get(name), book.skus):
            batch.open_trouble(fact, Subject(Kind.ORDER, name), PROMISE_BROKEN)
