"""What a station's sync says to PostgreSQL, written down as scripts for `pgbench`.

Two hundred stations in Python would need the cores that the server needs. So one real `SqlCentre`
pushes and pulls once, its statements are recorded with their values, and pgbench says the same for
every station, with the station's own names, numbers and event ids, prepared as the driver does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import sqlalchemy as sa

NUMBER = "777777"
"""Stands for a station's number wherever its names hold it."""
EVENT = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee"
"""Stands for the id of the event that is pushed."""
_NEW_EVENT = """\
SELECT left(t, 8) || '-' || right(t, 4) || '-7' || substr(r, 1, 3) || '-8' || substr(r, 4, 3)
    || '-' || substr(r, 7, 12) AS event
FROM (SELECT lpad(to_hex((1000 * extract(epoch FROM clock_timestamp()))::bigint), 12, '0') AS t,
    md5(random()::text) AS r) AS made \\gset"""
_SINCE = (
    "SELECT id FROM feed WHERE site = 'Main' AND kind = '{kind}' AND xid >="
    " pg_snapshot_xmin(CAST(:snapshot AS pg_snapshot))"
    " AND NOT pg_visible_in_snapshot(xid, CAST(:snapshot AS pg_snapshot))"
)

Sent = tuple[str, Any]


@contextmanager
def recorded(engine: sa.Engine) -> Iterator[list[Sent]]:
    """Statements with their values; of many rows each by itself."""
    found: list[Sent] = []

    def keep(
        _db: Any,
        _cursor: Any,
        statement: str,
        values: Any,
        _context: Any,
        many: bool,  # noqa: FBT001  SQLAlchemy calls it so
    ) -> None:
        found.extend((statement, one) for one in (values if many else [values]))

    sa.event.listen(engine, "before_cursor_execute", keep)
    try:
        yield found
    finally:
        sa.event.remove(engine, "before_cursor_execute", keep)


class Words:
    """The texts of the scripts, as variables: pgbench would look for its own in a literal."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def push_script(self, sent: Sequence[Sent], seq: int) -> str:
        """One fact. seq: the recorded one's."""
        said = [f"{self._rendered(one, {seq: ':seq'})};" for one in sent]
        return "\n".join(["\\set seq :seq + 1", _NEW_EVENT, "BEGIN;", *said, "COMMIT;"]) + "\n"

    def hint_script(self, sent: Sequence[Sent]) -> str:
        """The turn is asked for; who has it does the rest."""
        turn, *rest = (self._rendered(one, {}) for one in sent)
        return "\n".join(
            [f"{turn} AS mine \\gset", "\\if :mine", *(f"{t};" for t in rest), "\\endif"]
        )

    def pull_script(self, sent: Sequence[Sent], cursor: str) -> str:
        """What changed since the last pull; the cursor is taken last, of the same snapshot.

        cursor: of the recorded pull.
        """
        lines, last = ["BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;"], ""
        for one in sent:
            text = self._rendered(one, {cursor: ":snapshot"})
            rows = re.search(r"FROM (orders|parcel) WHERE \1\.id = ANY \(", text)
            if "AS snapshot" in text:
                last = text + " \\gset"
            elif rows:
                since = _SINCE.format(kind=rows[1].rstrip("s"))
                lines.append(f"{text[: rows.end()]}ARRAY({since}));")
            else:
                lines.append(text + ";")
        return "\n".join([*lines, last, "COMMIT;"]) + "\n"

    def _rendered(self, sent: Sent, known: dict[Any, str]) -> str:
        statement, values = sent
        for name, value in (values or {}).items():
            wanted = known.get(value) if isinstance(value, str | int) else None
            statement = statement.replace(f"%({name})s", wanted or self._literal(value))
        return " ".join(statement.replace("%%", "%").split())

    def _literal(self, value: Any) -> str:
        if value is None:
            return "NULL"
        if isinstance(value, bool | int):
            return str(value).lower()
        if isinstance(value, list):
            return f"ARRAY[{', '.join(map(self._literal, value))}]"
        text = value.isoformat() if isinstance(value, datetime) else str(value)
        marks = {NUMBER: ":client_id::text", EVENT: ":event::text"}
        parts = [part for part in re.split(f"({NUMBER}|{EVENT})", text) if part]
        words = [marks.get(part) or self._variable(part) for part in parts]
        return "(" + " || ".join(words or ["''"]) + ")"

    def _variable(self, text: str) -> str:
        name = f"w{len(self.texts)}"
        return f":{self.texts.setdefault(text, name)}::text"
