"""What PostgreSQL does for each statement the program really sends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

_PLANNED = ("SELECT", "INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True)
class Sent:
    """One statement and its values; of many rows those of the first."""

    statement: str
    values: Any


@dataclass(frozen=True)
class Scan:
    """One table read by one statement. rows: that were looked at. size: rows it has, about."""

    table: str
    how: str
    rows: int
    size: int
    statement: str


@contextmanager
def recorded(engine: sa.Engine) -> Iterator[list[Sent]]:
    """Everything that is sent meanwhile."""
    found: list[Sent] = []

    def keep(
        _db: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool
    ) -> None:
        if statement.lstrip().upper().startswith(_PLANNED):
            found.append(Sent(statement, values[0] if many else values))

    sa.event.listen(engine, "before_cursor_execute", keep)
    try:
        yield found
    finally:
        sa.event.remove(engine, "before_cursor_execute", keep)


def scans(engine: sa.Engine, sent: list[Sent]) -> list[Scan]:
    """How each table is read. Reading is done again, for its rows to be counted; writing is not."""
    found: list[Scan] = []
    with engine.connect() as db:
        with db.begin():
            known = db.execute(sa.text("SELECT relname, reltuples FROM pg_class"))
            sizes = {row.relname: int(row.reltuples) for row in known}
        for one in sent:
            again = one.statement.lstrip().upper().startswith("SELECT")
            words = f"EXPLAIN (ANALYZE {again}, FORMAT JSON) {one.statement}"
            with db.begin() as turn:
                plan = db.exec_driver_sql(words, one.values).scalar_one()[0]["Plan"]
                turn.rollback()
            found += [
                Scan(
                    table=node["Relation Name"],
                    how=node["Node Type"],
                    rows=_looked_at(node),
                    size=sizes[node["Relation Name"]],
                    statement=one.statement,
                )
                for node in _nodes(plan)
                if "Relation Name" in node and node["Node Type"] != "ModifyTable"
            ]
    return found


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("Plans", ()):
        yield from _nodes(child)


def _looked_at(node: dict[str, Any]) -> int:
    removed = ("Rows Removed by Filter", "Rows Removed by Index Recheck")
    rows = node.get("Actual Rows", 0) + sum(node.get(name, 0) for name in removed)
    return int(rows * node.get("Actual Loops", 1))
