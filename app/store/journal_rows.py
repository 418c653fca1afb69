"""Facts to and from the rows of a journal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Fact
from app.store.station.tables import journal, journal_subject


def journal_row(fact: Fact) -> dict[str, Any]:
    """A fact as a row of a journal."""
    return {
        "seq": fact.seq,
        "incarnation": fact.incarnation,
        "event_id": fact.event_id,
        "kind": fact.kind,
        "subjects": json.dumps(fact.subjects, ensure_ascii=False),
        "body": codec.to_text(dict(fact.body)),
        "occurred_at": fact.occurred_at.isoformat(),
        "operator": fact.operator,
        "device": fact.device,
        "hash": fact.hash,
    }


def fact_of(origin: str, row: Any) -> Fact:
    """A journal or event row as a fact."""
    at = row.occurred_at
    return Fact(
        origin=origin,
        incarnation=row.incarnation,
        seq=row.seq,
        event_id=row.event_id,
        kind=row.kind,
        subjects=tuple((kind, name) for kind, name in json.loads(row.subjects)),
        body=json.loads(row.body),
        occurred_at=at if isinstance(at, datetime) else datetime.fromisoformat(at),
        operator=row.operator,
        device=row.device,
        hash=row.hash,
    )


def append(db: sa.Connection, facts: Sequence[Fact]) -> None:
    """Write facts into a station's journal, with an index of the rows they name."""
    db.execute(journal.insert(), [journal_row(fact) for fact in facts])
    links = [
        {"kind": kind, "id": name, "seq": fact.seq}
        for fact in facts
        for kind, name in fact.subjects
    ]
    if links:
        db.execute(journal_subject.insert(), links)
