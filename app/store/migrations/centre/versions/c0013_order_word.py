"""Orders are found by words.

The words of the rows that are there are made in steps while older programs go on writing. Those say
in the feed what they have changed: it is made anew until little is left, and the rest when nobody
writes any more.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.domain.facts import Kind
from app.store.centre import words
from app.store.online import Online, page_after

revision = "c0013"
down_revision = "c0012"
branch_labels = None
depends_on = None

_TABLE = """
CREATE TABLE IF NOT EXISTS order_word (
    order_id text NOT NULL, word text COLLATE "C" NOT NULL, what text NOT NULL,
    about text NOT NULL, site text NOT NULL DEFAULT coalesce(my_site(), 'Main'),
    PRIMARY KEY (order_id, word, what, about, site))
"""
_SOURCES = {Kind.ORDER: "orders", Kind.PARCEL: "parcel"}
_MARK = "words_from"
"""In `meta`, on the way: changes from this transaction on may lack their words."""
_HERE = "SELECT CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text)"
_NOTE = f"""
INSERT INTO meta(key, value) VALUES ('{_MARK}', :here)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""  # noqa: S608  ours
_CHANGED = """
SELECT DISTINCT r.id, r.site, r.body FROM feed f JOIN {table} r ON r.id = f.id AND r.site = f.site
WHERE f.kind = '{kind}' AND f.xid >= CAST(CAST(:here AS text) AS xid8)
AND f.site = ANY (ARRAY(SELECT site FROM login UNION SELECT 'Main')) ORDER BY r.id, r.site
"""
_PAGE = 500
_ROUNDS = 3
"""So often what changed meanwhile is made anew before nobody may write."""


def prepare(online: Online) -> None:
    online.change(_TABLE)
    here = online.step(_standing)
    for kind, table in _SOURCES.items():
        online.each(table, "body", partial(_fill, kind))
    online.index("order_word_found", "order_word", "word, site, order_id")
    for _ in range(_ROUNDS):
        here = online.step(partial(_follow, here))
    online.step(partial(_note, here))


def upgrade() -> None:
    db = op.get_bind()
    if db.dialect.name == "postgresql":
        query = sa.text(f"DELETE FROM meta WHERE key = '{_MARK}' RETURNING value")  # noqa: S608  ours
        _follow(str(db.execute(query).scalar_one()), db)
        return
    names = ("order_id", "word", "what", "about")
    op.create_table(
        "order_word",
        *(sa.Column(name, sa.Text, primary_key=True) for name in names),
        sa.Column("site", sa.Text, primary_key=True, server_default="Main"),
    )
    op.create_index("order_word_found", "order_word", ["word", "site", "order_id"])
    for kind, table in _SOURCES.items():
        page = page_after(db, table, "body", None)
        while page:
            _fill(kind, db, page)
            page = page_after(db, table, "body", page[-1])


def _standing(db: sa.Connection) -> str:
    return str(db.execute(sa.text(_HERE)).scalar_one())


def _note(here: str, db: sa.Connection) -> None:
    db.execute(sa.text(_NOTE), {"here": here})


def _follow(here: str, db: sa.Connection) -> str:
    """Make the words anew of all rows that have changed since `here`; where we stand now."""
    now = _standing(db)
    for kind, table in _SOURCES.items():
        query = sa.text(_CHANGED.format(table=table, kind=kind.value))
        for page in db.execute(query, {"here": here}).partitions(_PAGE):
            _fill(kind, db, page)
    return now


def _fill(kind: Kind, db: sa.Connection, rows: Sequence[sa.Row[Any]]) -> None:
    said = {(row.id, row.site): words.said_in(kind, row.id, row.body) for row in rows}
    words.keep(db, said)
