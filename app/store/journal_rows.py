"""Facts to and from the rows of a journal."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from app.domain import codec
from app.domain.facts import Fact


def journal_row(fact: Fact) -> dict[str, Any]:
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
