"""A big centre in minutes: what a bulk load left of its dispatched orders, written again and again.

The server copies rows, events, subjects and moves with other numbers. Reducing every one of five
million facts in Python takes an hour of one core; the rows would be no others. Of the eight events
of an order the five of `KEPT` are copied.
"""

from __future__ import annotations

import string

import sqlalchemy as sa

from app.domain.facts import FactKind
from app.store.database import open_centre

KEPT = (
    FactKind.ORDER_PLACED,
    FactKind.UNIT_PICKED,
    FactKind.LABEL_PROVEN,
    FactKind.ORDER_PACKED,
    FactKind.PARCEL_LOADED,
)
LETTERS = string.ascii_lowercase.removeprefix(string.hexdigits[10:16])
"""Of each copy one: in the place of the first digit of an order's number and of an SSCC, and in the
event's id, whose digits go to f.
"""

_KINDS = ", ".join(f"'{kind.value}'" for kind in KEPT)
_FIRST = f"""
CREATE TEMP TABLE old_event AS SELECT * FROM event WHERE kind IN ({_KINDS})
    AND event_id < (SELECT min(event_id) FROM event_subject JOIN orders USING (id)
        WHERE live AND event_subject.kind = 'order');
CREATE TEMP TABLE old_subject AS SELECT s.* FROM event_subject s JOIN old_event USING (event_id)
    WHERE s.kind IN ('order', 'parcel');
CREATE TEMP TABLE old_move AS SELECT m.* FROM stock_move m JOIN old_event USING (event_id);
CREATE TEMP TABLE old_orders AS SELECT * FROM orders WHERE NOT live;
CREATE TEMP TABLE old_parcel AS SELECT * FROM parcel WHERE NOT live;
"""
_NEW = {
    "event_id": "left(event_id, 24) || '{c}' || right(event_id, 11)",
    "subjects": "replace(replace(subjects, 'SO-0', 'SO-{c}'), '\"00', '\"{c}0')",
    "body": "replace(replace(body, 'SO-0', 'SO-{c}'), '\"00', '\"{c}0')",
    "ref": "replace(ref, 'SO-0', 'SO-{c}')",
    "origin": "origin || '{c}'",
    "id": "CASE WHEN id LIKE '00%' THEN '{c}' || right(id, -1)"
    " ELSE replace(id, 'SO-0', 'SO-{c}') END",
}
_TABLES = ("event", "event_subject", "stock_move", "orders", "parcel")
_FROM = {"event_subject": "old_subject", "stock_move": "old_move"}
_COLUMNS = """
SELECT column_name FROM information_schema.columns WHERE table_name = :name
    AND table_schema = 'public' AND is_generated = 'NEVER' AND column_name NOT IN ('position')
    ORDER BY ordinal_position
"""


def multiply(url: str, copies: int) -> int:
    """Write dispatched orders so many times more, 20 at most. Returns how many events are there."""
    engine = open_centre(url)
    with engine.begin() as db:
        db.exec_driver_sql(_FIRST)
        for letter in LETTERS[:copies]:
            for table in _TABLES:
                names = db.execute(sa.text(_COLUMNS), {"name": table}).scalars().all()
                values = [_NEW.get(name, name).format(c=letter) for name in names]
                db.exec_driver_sql(
                    f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)}"
                    f" FROM {_FROM.get(table, f'old_{table}')}".replace("%", "%%")
                )
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        db.exec_driver_sql("VACUUM (ANALYZE)")
        count = db.exec_driver_sql("SELECT count(*) FROM event").scalar_one()
    engine.dispose()
    return int(count)
