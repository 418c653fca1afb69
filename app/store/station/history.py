"""What this station has done: questions to its journal and its scan log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import sqlalchemy as sa

from app.domain.facts import Fact, FactKind, Kind, Subject
from app.store.journal_rows import fact_of
from app.store.station.db import Db
from app.store.station.tables import journal, journal_subject, scan_log

_WORK = (FactKind.ORDER_PACKED.value, FactKind.UNIT_PACKED.value)
_COUNTS = 64
"""Running counts that are kept: one for each person and day that was asked for lately."""


class History:
    """Asked by the station thread alone."""

    def __init__(self, db: Db, origin: str) -> None:
        self._db = db
        self._origin = origin
        self._work: dict[tuple[str, datetime], tuple[int, int]] = {}

    def facts_after(self, seq: int, limit: int) -> tuple[Fact, ...]:
        """At most `limit` own facts with larger sequence numbers, oldest first."""
        query = sa.select(journal).where(journal.c.seq > seq).order_by(journal.c.seq).limit(limit)
        return self._facts(query)

    def facts_about(self, item: Subject) -> tuple[Fact, ...]:
        """Own facts that name a row, oldest first."""
        query = (
            sa.select(journal)
            .join(journal_subject, journal_subject.c.seq == journal.c.seq)
            .where(journal_subject.c.kind == item.kind.value, journal_subject.c.id == item.id)
            .order_by(journal.c.seq)
        )
        return self._facts(query)

    def last_fact(self, kind: FactKind) -> Fact | None:
        """The newest own fact of a kind."""
        query = sa.select(journal).where(journal.c.kind == kind.value)
        found = self._facts(query.order_by(journal.c.seq.desc()).limit(1))
        return found[0] if found else None

    def subjects_of(self, facts: Sequence[FactKind], kind: Kind, limit: int) -> tuple[str, ...]:
        """Ids of the rows that the last own facts of these kinds name, newest first, each once."""
        newest = sa.func.max(journal.c.seq)
        query = (
            sa.select(journal_subject.c.id)
            .join(journal, journal.c.seq == journal_subject.c.seq)
            .where(journal.c.kind.in_(facts), journal_subject.c.kind == kind.value)
            .group_by(journal_subject.c.id)
            .order_by(newest.desc())
            .limit(limit)
        )
        with self._db.reading() as db:
            return tuple(row.id for row in db.execute(query))

    def last_time(self) -> datetime | None:
        """When the last input or fact was written; None = never."""
        with self._db.reading() as db:
            found = [
                db.execute(sa.select(sa.func.max(column))).scalar()
                for column in (scan_log.c.at, journal.c.occurred_at)
            ]
        times = [datetime.fromisoformat(text) for text in found if text]
        return max(times) if times else None

    def answered(self, ticket: str) -> tuple[str, str, str] | None:
        """Verdict, severity and values given to this ticket before; None = never seen."""
        query = sa.select(scan_log.c.verdict, scan_log.c.severity, scan_log.c["values"])
        with self._db.reading() as db:
            row = db.execute(query.where(scan_log.c.ticket == ticket).limit(1)).first()
        return None if row is None else (row[0], row[1], row[2])

    def work_since(self, operator: str, since: datetime) -> tuple[int, int]:
        """Orders and units that a person has packed at this station since a time.

        The journal is asked once for each (operator, since); from then on the numbers are counted
        up with the facts.
        """
        asked = (operator, since)
        if asked not in self._work:
            while len(self._work) >= _COUNTS:
                del self._work[next(iter(self._work))]
            self._work[asked] = self._counted(operator, since)
        return self._work[asked]

    def count(self, facts: Iterable[Fact]) -> None:
        """These own facts have been journalled."""
        for fact in facts:
            if fact.kind not in _WORK:
                continue
            for asked, (orders, units) in self._work.items():
                operator, since = asked
                if fact.operator != operator or fact.occurred_at < since:
                    continue
                if fact.kind == FactKind.ORDER_PACKED:
                    self._work[asked] = orders + 1, units
                else:
                    self._work[asked] = orders, units + int(fact.body["quantity"])

    def _counted(self, operator: str, since: datetime) -> tuple[int, int]:
        units = sa.func.sum(sa.func.json_extract(journal.c.body, "$.quantity"))
        query = (
            sa.select(journal.c.kind, sa.func.count().label("facts"), units.label("units"))
            .where(
                journal.c.operator == operator,
                journal.c.occurred_at >= since.astimezone(UTC).isoformat(),
                journal.c.kind.in_(_WORK),
            )
            .group_by(journal.c.kind)
        )
        with self._db.reading() as db:
            found = {row.kind: row for row in db.execute(query)}
        packed, unit = (found.get(kind) for kind in _WORK)
        return packed.facts if packed else 0, int(unit.units) if unit else 0

    def _facts(self, query: sa.Select[tuple[object, ...]]) -> tuple[Fact, ...]:
        with self._db.reading() as db:
            return tuple(fact_of(self._origin, row) for row in db.execute(query))
