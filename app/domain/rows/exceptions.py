"""The exception that a fact opens for a person to look at."""

from __future__ import annotations

from app.domain.facts import Fact, Kind, Subject
from app.domain.rows.things import ExceptionRow


def exception_of(fact: Fact, item: Subject | None, reason: str) -> tuple[Subject, ExceptionRow]:
    """The exception's subject and row. item: what it is about, None = no row this program knows."""
    kind, about = (item.kind.value, item.id) if item else ("", "")
    exception = ExceptionRow(
        event_id=fact.event_id,
        reason=reason,
        subject_kind=kind,
        subject_id=about,
        station=fact.origin,
        operator=fact.operator,
        opened_at=fact.occurred_at,
    )
    return Subject(Kind.EXCEPTION, f"{fact.event_id}/{kind}/{about}"), exception
