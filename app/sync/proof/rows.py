"""Every row of the centre compared with what its facts make of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Kind
from app.domain.reduce import ROW_TYPES
from app.domain.rows.exceptions import PROMISE_BROKEN
from app.domain.rows.orders import Order
from app.domain.rows.things import Bin, ExceptionRow
from app.domain.rows.working_set import in_work
from app.domain.stock import StockKey
from app.store.centre import words
from app.store.centre.archive import archived
from app.store.centre.moves import UNTOLD, stored_key
from app.store.centre.tables import ROWS, event, event_subject, stock_move
from app.store.lookup import place_of
from app.sync.proof.built import Built, all_built
from app.sync.proof.values import Finding, ProofTally, parts, streamed
from app.sync.proof.verdicts import Decided


def row_findings(db: sa.Connection, tally: ProofTally) -> Iterator[Finding]:
    taken_out = bool(archived(db))
    explained: set[tuple[str, str]] = set()  # exceptions that facts opened, with their sites
    decided = Decided()
    for kind, same in groupby(all_built(db), key=lambda built: built.kind):
        for part in parts(same):
            known = [built for built in part if built.whole]
            tally.rows += len(known)
            if taken_out:
                tally.archived += len(part) - len(known)
            else:
                for built in part:
                    if not built.whole:
                        yield _of_row("missing", "a fact about it is gone or damaged", built)
            decided.unsure |= len(known) < len(part)
            for event_id, reason in (one for built in known for one in built.conflicts):
                decided.add(event_id, reason)
            yield from compared(db, kind, known)
            explained |= {(name, one.key[1]) for one in known for name in one.exceptions}
            for one, name, what in wrong_troubles(db, known):
                yield _of_trouble(what, name, one.key[1])
            if kind is Kind.BIN and not taken_out:
                yield from _sums(db, known)
    yield from _unexplained(db)
    yield from decided.findings(db)
    if not taken_out:
        yield from _troubles_unexplained(db, explained)


def _of_row(what: str, detail: str, built: Built) -> Finding:
    name, site = built.key
    return Finding(what, detail, kind=built.kind.value, id=name, site=site)


def compared(db: sa.Connection, kind: Kind, part: list[Built]) -> Iterator[Finding]:
    table = ROWS[kind]
    names = [built.key[0] for built in part]
    query = sa.select(table).where(table.c.id.in_(names))
    stored = {(row.id, row.site): row for row in db.execute(query)}
    unfindable = words.differing(db, {one.key: words.said(one.key[0], one.row) for one in part})
    for built in part:
        row = stored.get(built.key)
        if built.body is None:
            if row is not None:
                yield _of_row("row_unexplained", "no fact makes this row", built)
        elif row is None:
            yield _of_row("row_missing", "its facts are there, the row is not", built)
        elif row.body != built.body:
            yield _of_row("row_differs", _difference(kind, built, row.body), built)
        elif not _found_right(built.row, row) or built.key in unfindable:
            yield _of_row("row_differs", "what it is found by is not what it says", built)


def _difference(kind: Kind, built: Built, body: str) -> str:
    """The names of the fields that are not what the facts say."""
    try:
        stored = codec.dump(codec.from_text(ROW_TYPES[kind], body))
    except (ValueError, TypeError, KeyError):
        return "its text is damaged"
    wanted = codec.dump(built.row)
    names = sorted(
        name for name in stored.keys() | wanted.keys() if stored.get(name) != wanted.get(name)
    )
    return f"not what the facts say: {', '.join(names) or 'its spelling'}"


def _found_right(built: Any, row: Any) -> bool:
    """Whether a row is found by what its body says."""
    if "live" in row._fields and row.live != in_work(built):
        return False
    if not isinstance(built, Order):
        return True
    place = place_of(built)
    return (row.ref, row.sub, row.priority, row.due, row.digest) == (
        built.ref,
        place.sub,
        place.priority,
        place.due,
        built.digest,
    )


def wrong_troubles(db: sa.Connection, part: list[Built]) -> Iterator[tuple[Built, str, str]]:
    """Exceptions that are not what facts say.

    Each is (the row it is about, its name, "row_missing" or "row_differs").
    """
    table = ROWS[Kind.EXCEPTION]
    for some in parts((built, name) for built in part for name in built.exceptions):
        query = sa.select(table).where(table.c.id.in_([name for _, name in some]))
        there = {(row.id, row.site): row for row in db.execute(query)}
        for built, name in some:
            row, wanted = there.get((name, built.key[1])), built.exceptions[name]
            if row is None:
                yield built, name, "row_missing"
            elif row.body != codec.to_text(wanted) or row.live != in_work(wanted):
                yield built, name, "row_differs"


def _of_trouble(what: str, name: str, site: str) -> Finding:
    details = {
        "row_missing": "an exception that facts opened is not there",
        "row_differs": "the exception is not what the facts say",
        "row_unexplained": "no fact opened this exception",
    }
    return Finding(what, details[what], kind=Kind.EXCEPTION.value, id=name, site=site)


def _troubles_unexplained(db: sa.Connection, explained: set[tuple[str, str]]) -> Iterator[Finding]:
    """Exceptions that no fact opened. One about no row at all is its writer's unknown fact."""
    table = ROWS[Kind.EXCEPTION]
    for row in streamed(db, sa.select(table.c.id, table.c.site)):
        reason, _, about = row.id.partition("//")
        if about:
            found = sa.exists().where(event.c.origin == about, event.c.reason == reason)
            if db.execute(sa.select(found)).scalar():
                continue
        if (row.id, row.site) not in explained and not _of_a_promise(db, row.id, row.site):
            yield _of_trouble("row_unexplained", row.id, row.site)


def _of_a_promise(db: sa.Connection, name: str, site: str) -> bool:
    """Whether a fact broke a promise: that one is told of is what the centre found then, and no
    fact can show it again.
    """
    if not name.startswith(f"{PROMISE_BROKEN}/"):
        return False
    table = ROWS[Kind.EXCEPTION]
    body = db.execute(sa.select(table.c.body).where(table.c.id == name, table.c.site == site))
    try:
        shown: ExceptionRow = codec.from_text(ExceptionRow, body.scalar_one())
    except (ValueError, TypeError, KeyError):
        return False
    found = sa.exists().where(event.c.event_id == shown.event_id, event.c.site == site)
    return bool(db.execute(sa.select(found)).scalar())


def _sums(db: sa.Connection, part: list[Built]) -> Iterator[Finding]:
    """A bin's running total is the sum of its moves: of each SKU, and of each stock key.

    A key is not compared where a fact of before there were keys moved its SKU and lot: such a fact
    does not tell which key it was.
    """
    places = {(f"bin:{built.key[0]}", built.key[1]): built for built in part}
    table = ROWS[Kind.BIN]
    names = [built.key[0] for built in part]
    bodies = sa.select(table).where(table.c.id.in_(names))
    moved = _moved_at(db, [place for place, _site in places])
    for row in db.execute(bodies):
        where = (f"bin:{row.id}", row.site)
        try:
            bin_ = codec.from_text(Bin, row.body)
        except (ValueError, TypeError, KeyError):
            continue  # `compared` reports it
        for what, said, sums in _compared(bin_, moved.get(where, Counter())):
            if where in places and said != sums:
                detail = f"{what}: the bin says {said}, its moves say {sums}"
                yield Finding("stock_differs", detail, kind="bin", id=row.id, site=row.site)


_Moved = Counter[tuple[StockKey, bool]]
"""Units by stock key, and by whether their facts tell it."""


def _moved_at(db: sa.Connection, places: list[str]) -> dict[tuple[str, str], _Moved]:
    """By (place, site)."""
    move = stock_move.c
    told = (move.expiry, move.best_before, move.status, move.owner, move.container)
    key = (move.sku, move.lot, *told)
    query = (
        sa.select(move.place, move.site, *key, sa.func.sum(move.delta).label("units"))
        .where(move.place.in_(places))
        .group_by(move.place, move.site, *key)
    )
    moved: dict[tuple[str, str], _Moved] = {}
    for row in db.execute(query):
        units = moved.setdefault((row.place, row.site), Counter())
        units[stored_key(row), row.expiry != UNTOLD] += int(row.units)
    return moved


def _compared(bin_: Bin, moved: _Moved) -> Iterator[tuple[str, int, int]]:
    """(what, units by the bin, units by its moves), of each SKU and of each comparable key."""
    skus = {item.sku for item in bin_.stock} | {key.sku for key, _told in moved}
    for sku in sorted(skus):
        yield sku, bin_.quantity(sku), sum(n for (key, _), n in moved.items() if key.sku == sku)
    untold = {(key.sku, key.lot) for key, told in moved if not told}
    keys = {item.key for item in bin_.stock} | {key for key, _told in moved}
    for key in sorted(keys, key=str):
        if (key.sku, key.lot) not in untold:
            yield f"{key.sku} {key.lot} {key.status.value}", bin_.of(key), moved[key, True]


def _unexplained(db: sa.Connection) -> Iterator[Finding]:
    """Rows, and words of rows, that no fact names; exceptions are looked at apart."""
    link = event_subject.c
    for row in streamed(db, words.orphans()):
        detail = "words of an order or a parcel that no fact names"
        yield Finding("row_unexplained", detail, kind="order", id=row.order_id, site=row.site)
    for kind, table in ROWS.items():
        if kind is Kind.EXCEPTION:
            continue
        named = sa.exists().where(
            link.kind == kind.value, link.id == table.c.id, link.site == table.c.site
        )
        for row in streamed(db, sa.select(table.c.id, table.c.site).where(~named)):
            detail = "no fact names this row"
            yield Finding("row_unexplained", detail, kind=kind.value, id=row.id, site=row.site)
