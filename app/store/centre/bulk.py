"""Many rows written by one statement.

On PostgreSQL the rows are one JSON value: the statement has the same words whatever their number,
so the server plans it once, and neither side goes through a turn for each row. A file has no server
to wait for, and takes them one after the other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

Rows = Sequence[Mapping[str, Any]]
"""Column -> value; each row has the same columns."""


def insert(db: sa.Connection, table: sa.Table, rows: Rows) -> None:
    """Add the rows, in this sequence."""
    if not rows:
        return
    if db.dialect.name == "postgresql":
        db.execute(_insert(table, tuple(rows[0])), {"rows": _text(rows)})
    else:
        db.execute(table.insert(), rows)


def update(db: sa.Connection, table: sa.Table, rows: Rows) -> None:
    """Change the rows that have these ids."""
    if not rows:
        return
    names = tuple(name for name in rows[0] if name != "id")
    if db.dialect.name == "postgresql":
        db.execute(_update(table, names), {"rows": _text(rows)})
    else:
        values: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in names}
        told = table.update().where(table.c.id == sa.bindparam("new_id")).values(values)
        db.execute(told, [{f"new_{name}": row[name] for name in row} for row in rows])


def _text(rows: Rows) -> str:
    return json.dumps([dict(row) for row in rows], ensure_ascii=False, default=datetime.isoformat)


@cache
def _insert(table: sa.Table, names: tuple[str, ...]) -> sa.TextClause:
    columns = ", ".join(names)
    return sa.text(f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {_given(table)}")  # noqa: S608  constants


@cache
def _update(table: sa.Table, names: tuple[str, ...]) -> sa.TextClause:
    values = ", ".join(f"{name} = new.{name}" for name in names)
    return sa.text(
        f"UPDATE {table.name} SET {values} FROM {_given(table)} AS new"  # noqa: S608  constants
        f" WHERE {table.name}.id = new.id"
    )


def _given(table: sa.Table) -> str:
    return f"json_populate_recordset(CAST(NULL AS {table.name}), CAST(:rows AS json))"
