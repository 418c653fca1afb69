"""The words of orders, written beside the rows that give them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Kind
from app.domain.reduce import ROW_TYPES
from app.domain.rows.orders import Order
from app.domain.rows.things import Parcel
from app.domain.search import words_of
from app.store.centre.tables import MAIN_SITE, event_subject, order_word
from app.store.database import one_of

GIVING = (Kind.ORDER, Kind.PARCEL)
"""Kinds of rows that give words."""


class Said(NamedTuple):
    """A word of an order. about: the parcel that gives it, "" = the order itself."""

    order_id: str
    word: str
    what: str
    about: str


_COLUMNS = ", ".join(Said._fields)
_ALL = " AND ".join(f"order_word.{name} = g.{name}" for name in Said._fields)
_GIVEN = "json_populate_recordset(CAST(NULL AS order_word), CAST(:rows AS json)) AS g"
# The login's site, looked up once a statement: the column's default would do it once a row.
_SITE = f"coalesce(CAST(:site AS text), (SELECT my_site()), '{MAIN_SITE}')"
# What is there already is right, whoever wrote it.
_MAKE = sa.text(f"""
INSERT INTO order_word({_COLUMNS}, site)
SELECT {_COLUMNS}, {_SITE} FROM {_GIVEN} ON CONFLICT DO NOTHING
""")  # noqa: S608  constants
_TAKE = sa.text(f"""
DELETE FROM order_word USING {_GIVEN} WHERE {_ALL} AND order_word.site = {_SITE}
""")  # noqa: S608  constants
_MAKE_IN_FILE = sa.text(f"""
INSERT OR IGNORE INTO order_word({_COLUMNS}, site)
VALUES (:order_id, :word, :what, :about, :site)
""")  # noqa: S608  constants
_TAKE_IN_FILE = sa.text("""
DELETE FROM order_word WHERE order_id = :order_id AND word = :word AND what = :what
AND about = :about AND site = :site
""")


def said(name: str, row: Any) -> frozenset[Said]:
    """The words that an order or a parcel gives; any other row, or a parcel of no order, none."""
    if isinstance(row, Order):
        return frozenset(Said(name, word, what.value, "") for word, what in words_of(row))
    if isinstance(row, Parcel) and row.order:
        return frozenset(Said(row.order, word, what.value, name) for word, what in words_of(row))
    return frozenset()


def said_in(kind: Kind, name: str, body: str) -> frozenset[Said]:
    """As `said`; a damaged row gives none."""
    try:
        return said(name, codec.from_text(ROW_TYPES[kind], body))
    except (KeyError, ValueError, TypeError, AttributeError):
        return frozenset()


def make(db: sa.Connection, words: Iterable[Said], site: str | None = None) -> None:
    """site: whose rows gave the words, None = the login's."""
    _each(db, _MAKE if db.dialect.name == "postgresql" else _MAKE_IN_FILE, words, site)


def take(db: sa.Connection, words: Iterable[Said], site: str | None = None) -> None:
    """Words that their rows give no more. site: as in `make`."""
    _each(db, _TAKE if db.dialect.name == "postgresql" else _TAKE_IN_FILE, words, site)


def _each(
    db: sa.Connection, statement: sa.TextClause, words: Iterable[Said], site: str | None
) -> None:
    """The words are sorted, so that two who write the same ones wait for each other in turn."""
    rows = [word._asdict() for word in sorted(words)]
    if not rows:
        return
    if db.dialect.name == "postgresql":
        db.execute(statement, {"rows": json.dumps(rows, ensure_ascii=False), "site": site})
    else:
        db.execute(statement, [{**row, "site": site or MAIN_SITE} for row in rows])


def stored(db: sa.Connection, names: Sequence[str]) -> dict[tuple[str, str], frozenset[Said]]:
    """The words that are kept of these orders, by (id, site) of the row that gave them."""
    query = sa.select(order_word).where(one_of(db, order_word.c.order_id, names))
    found: dict[tuple[str, str], set[Said]] = {}
    for row in db.execute(query):
        one = Said(row.order_id, row.word, row.what, row.about)
        found.setdefault((row.about or row.order_id, row.site), set()).add(one)
    return {key: frozenset(words) for key, words in found.items()}


def differing(
    db: sa.Connection, wanted: Mapping[tuple[str, str], frozenset[Said]]
) -> dict[tuple[str, str], frozenset[Said]]:
    """The words that are kept of those rows, by (id, site), of which other ones are wanted."""
    names = {word.order_id for words in wanted.values() for word in words}
    kept = stored(db, sorted(names)) if names else {}
    there = {key: kept.get(key, frozenset()) for key in wanted}
    return {key: words for key, words in there.items() if words != wanted[key]}


def keep(db: sa.Connection, wanted: Mapping[tuple[str, str], frozenset[Said]]) -> bool:
    """Keep the words of these rows, by (id, site), and no others of them; whether any differed."""
    wrong = differing(db, wanted)
    for site in sorted({site for _, site in wrong}):
        its = [key for key in wrong if key[1] == site]
        take(db, [word for key in its for word in wrong[key] - wanted[key]], site)
        make(db, [word for key in its for word in wanted[key] - wrong[key]], site)
    return bool(wrong)


def orphans() -> sa.Select[Any]:
    """(order_id, about, site) of words whose order or parcel no fact names."""
    column = order_word.c
    query = sa.select(column.order_id, column.about, column.site).distinct()
    by_parcel = sa.and_(column.about != "", ~_named(Kind.PARCEL, column.about))
    return query.where(sa.or_(~_named(Kind.ORDER, column.order_id), by_parcel))


def _named(kind: Kind, column: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    link = event_subject.c
    here = link.site == order_word.c.site
    return sa.exists().where(link.kind == kind.value, link.id == column, here)


def drop_orphans(db: sa.Connection) -> tuple[str, ...]:
    """Delete the words of `orphans`; returns the ids of their orders."""
    found = db.execute(orphans()).all()
    for row in found:
        here = [getattr(order_word.c, name) == value for name, value in row._asdict().items()]
        db.execute(order_word.delete().where(*here))
    return tuple(sorted({row.order_id for row in found}))
