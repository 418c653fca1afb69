"""Rows of the centre that are not what their facts say, made anew from them.

A row differs because somebody changed it by hand, or because the rules have changed. A row that no
fact explains stays as it is, and so does a row whose facts are not all here: `verify` goes on
reporting it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby

import sqlalchemy as sa

from app.domain.facts import Kind, Subject
from app.store.centre import words
from app.store.centre.tables import ROWS, feed
from app.store.database import centre_faults, reading
from app.sync.apply import columns_of
from app.sync.proof.built import Key, all_built, built
from app.sync.proof.rows import compared, wrong_troubles
from app.sync.proof.values import parts


def rebuild(engine: sa.Engine) -> list[Subject]:
    """Make wrong rows anew; returns which. Stations get them by their next pull. Raises CentreAway.

    Stations may go on working: each row is checked again while it is locked.
    """
    with centre_faults():
        with reading(engine) as db:
            wrong = list(dict.fromkeys(_wrong(db)))
        done = []
        for kind, key in wrong:
            # A missing row that a station makes at this moment is right already.
            with suppress(sa.exc.IntegrityError), engine.begin() as db:
                done += _mend(db, kind, key)
        with engine.begin() as db:
            done += [Subject(Kind.ORDER, name) for name in words.drop_orphans(db)]
        return done


def _wrong(db: sa.Connection) -> Iterator[tuple[Kind, Key]]:
    for kind, same in groupby(all_built(db), key=lambda one: one.kind):
        for part in parts(same):
            whole = [one for one in part if one.whole]
            for finding in compared(db, kind, whole):
                yield kind, (finding.id, finding.site)
            for one, _, _ in wrong_troubles(db, whole):
                yield kind, one.key


def _mend(db: sa.Connection, kind: Kind, key: Key) -> list[Subject]:
    name, site = key
    table = ROWS[kind]
    here = sa.and_(table.c.id == name, table.c.site == site)
    stored = db.execute(sa.select(table).where(here).with_for_update()).mappings().first()
    # A push locks its rows before it writes facts: what is built now stays true until the commit.
    wanted = built(db, kind, key)
    if not wanted.whole or wanted.row is None:
        return []
    item = Subject(kind, name)
    columns = columns_of(item, wanted.row)
    mended = []
    if stored is None:
        db.execute(table.insert().values(**columns, site=site))
        mended.append(item)
    elif columns != {column: stored[column] for column in columns}:
        db.execute(table.update().where(here).values(**columns))
        mended.append(item)
    if words.keep(db, {key: words.said(name, wanted.row)}) and not mended:
        mended.append(item)
    for _, trouble, what in wrong_troubles(db, [wanted]):
        exception = Subject(Kind.EXCEPTION, trouble)
        new = columns_of(exception, wanted.exceptions[trouble])
        rows = ROWS[Kind.EXCEPTION]
        if what == "row_missing":
            db.execute(rows.insert().values(**new, site=site))
        else:
            db.execute(rows.update().where(rows.c.id == trouble, rows.c.site == site).values(**new))
        mended.append(exception)
    if mended:
        news = [{"kind": one.kind.value, "id": one.id, "site": site} for one in mended]
        db.execute(feed.insert(), news)
    return mended
