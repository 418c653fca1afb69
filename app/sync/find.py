"""Orders found by a fragment or a scan, at the centre.

The words of an order are found by their beginnings in an index. What few orders have is fetched
whole. What many have (a city, the letters before all order numbers) is looked for in the newest
orders, one after the other, so that no search reads much.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.domain.rows.orders import State, Sub
from app.domain.search import AFTER_TIME, LAST, TIME, By, Term, readings, shorter
from app.errors import CentreAway
from app.store.centre.tables import order_word, orders
from app.store.database import one_of

LIMIT = 200
_FEW = 5_000
"""So many words are fetched of one term."""
_NEWEST = 20_000
"""So many of the newest orders are looked through for what many orders have."""
_NEAR = 5

_word = order_word.c


@dataclass(frozen=True)
class Hit:
    """An order that was found. found: (what of it, the word) by which it was found."""

    order: str
    ref: str
    channel: str
    state: State
    sub: Sub
    customer: str
    placed_at: datetime
    found: tuple[tuple[By, str], ...]
    carrier: str = ""
    cut_off: datetime | None = None


@dataclass(frozen=True)
class Hits:
    """hits: newest first. total: how many there are, None = more than were looked at.

    near: where nothing was found, orders of which a word begins nearly so.
    """

    hits: tuple[Hit, ...] = ()
    total: int | None = 0
    near: tuple[Hit, ...] = ()

    @property
    def more(self) -> bool:
        """There are more than were asked for, or more than were looked at."""
        return self.total is None or self.total > len(self.hits)


def search(db: sa.Connection, text: str, limit: int = LIMIT) -> Hits:
    """As `SqlCentre.search`."""
    asked = readings(text)
    for terms in asked:
        ids, total = _having(db, terms, limit)
        if ids:
            return Hits(_hits(db, ids, terms), total)
    for terms in asked:
        for word in shorter(terms):
            near = (Term((word,)),)
            ids, _ = _having(db, near, _NEAR)
            if ids:
                return Hits(near=_hits(db, ids, near))
    return Hits()


def _having(db: sa.Connection, terms: Sequence[Term], limit: int) -> tuple[list[str], int | None]:
    """The newest orders that have all terms, and how many have; None = not all were looked at."""
    few: set[str] | None = None
    many: list[Term] = []
    seen: set[str] = set()
    for term in terms:
        if few is None:
            ids = _with(db, term)
            if len(ids) > _FEW:
                many.append(term)
                seen |= set(ids)
            else:
                few = set(ids)
        elif few:
            few &= _those_with(db, term, few)
    if few is not None:
        for term in many:
            few &= _those_with(db, term, few)
        return _newest_of(db, few, limit), len(few)
    return _among_many(db, many, seen, limit), None


def _among_many(db: sa.Connection, terms: Sequence[Term], seen: set[str], limit: int) -> list[str]:
    """What many orders have: the newest orders are looked through, then those that were fetched."""
    newest = (
        sa.select(_word.order_id, _word.word.label("at"))
        .where(_word.word >= TIME, _word.word < AFTER_TIME)
        .order_by(_word.word.desc())
        .limit(_NEWEST)
        .subquery()
    )
    query = sa.select(newest.c.order_id).order_by(newest.c.at.desc()).limit(limit + 1)
    for term in terms:
        one = order_word.alias()
        has = sa.exists().where(one.c.order_id == newest.c.order_id, _begins(one.c.word, term))
        query = query.where(has)
    found = list(dict.fromkeys(row.order_id for row in db.execute(query)))
    if len(found) > limit:
        return found[:limit]
    for term in terms:
        seen &= _those_with(db, term, seen)
    found += [one for one in _newest_of(db, seen, limit + len(found)) if one not in set(found)]
    return found[:limit]


def _with(db: sa.Connection, term: Term) -> list[str]:
    """Orders of which a word begins so; of more than `_FEW` words some.

    One statement for each beginning: of several the planner would mark all their words first.
    """
    found: list[str] = []
    for word in term.beginnings:
        query = sa.select(_word.order_id).where(_begins(_word.word, Term((word,))))
        found += [row.order_id for row in db.execute(query.limit(_FEW + 1))]
    return found


def _those_with(db: sa.Connection, term: Term, ids: Iterable[str]) -> set[str]:
    here = one_of(db, _word.order_id, sorted(ids))
    query = sa.select(_word.order_id).distinct().where(here, _begins(_word.word, term))
    return {row.order_id for row in db.execute(query)}


def _newest_of(db: sa.Connection, ids: Iterable[str], count: int) -> list[str]:
    """Sorted here: for a sorted few the planner would walk through the times of all orders."""
    here = one_of(db, _word.order_id, sorted(ids))
    query = sa.select(_word.word, _word.order_id)
    rows = db.execute(query.where(here, _word.word >= TIME, _word.word < AFTER_TIME))
    newest = sorted(((row.word, row.order_id) for row in rows), reverse=True)
    return list(dict.fromkeys(name for _, name in newest))[:count]


def _begins(column: Any, term: Term) -> sa.ColumnElement[bool]:
    return sa.or_(*(sa.and_(column >= word, column < word + LAST) for word in term.beginnings))


def _hits(db: sa.Connection, ids: Sequence[str], terms: Sequence[Term]) -> tuple[Hit, ...]:
    found: dict[str, dict[tuple[By, str], None]] = {}
    for term in terms:
        query = sa.select(_word.order_id, _word.what, _word.word)
        query = query.where(one_of(db, _word.order_id, ids), _begins(_word.word, term))
        for row in db.execute(query.order_by(_word.order_id, _word.word)):
            word = row.word[:0:-1] if row.word.startswith("<") else row.word
            found.setdefault(row.order_id, {})[By(row.what), word] = None
    query = sa.select(orders.c.id, orders.c.ref, orders.c.body).where(one_of(db, orders.c.id, ids))
    rows = {row.id: row for row in db.execute(query)}
    return tuple(_hit(rows[name], tuple(found.get(name, ()))) for name in ids if name in rows)


def _hit(row: Any, found: tuple[tuple[By, str], ...]) -> Hit:
    """Of the body only its outer values: a long order's lines are not needed."""
    try:
        body = json.loads(row.body)
        customer, cut_off = body.get("customer", {}), body.get("cut_off")
        return Hit(
            order=row.id,
            ref=row.ref,
            channel=body["channel"],
            state=State(body.get("state", State.ORDERED)),
            sub=Sub(body.get("sub", Sub.RELEASED)),
            customer=customer.get("company") or customer.get("name", ""),
            placed_at=datetime.fromisoformat(body["placed_at"]),
            found=found,
            carrier=body.get("carrier", ""),
            cut_off=datetime.fromisoformat(cut_off) if cut_off else None,
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        told = f"The centre's row of order {row.id} is damaged: packbench db verify."
        raise CentreAway(told) from error
