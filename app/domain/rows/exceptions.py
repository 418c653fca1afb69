"""The exceptions that facts open for a person to look at, and settle.

There is one for each row and reason: whatever more happens of the same kind is its evidence.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.facts import Fact, Kind, Subject
from app.domain.rows.things import ExceptionRow

HELP_WANTED = "help_wanted"
"""The reason of the exception about a person who has called for help."""
PROMISE_BROKEN = "promise_broken"
"""The reason of the exception about an order whose promised goods are gone without replacement.

The centre alone sees it: a promise is no row, so no station knows of all.
"""
EVIDENCE = 50
"""So many of the newest facts are listed; the others are counted."""


def exception_name(reason: str, item: Subject | None, origin: str) -> Subject:
    """The exception's name. item: what it is about; None = no row this program knows."""
    about = f"{item.kind.value}/{item.id}" if item else f"/{origin}"
    return Subject(Kind.EXCEPTION, f"{reason}/{about}")


def opened(row: ExceptionRow | None, fact: Fact, item: Subject | None, reason: str) -> ExceptionRow:
    """The exception after a fact that cannot be left alone. row None = there was none yet."""
    if row is not None and not row.closed:
        evidence = (*row.evidence, fact.event_id)[-EVIDENCE:]
        return replace(row, evidence=evidence, times=row.times + 1)
    kind, about = (item.kind.value, item.id) if item else ("", "")
    return ExceptionRow(
        event_id=fact.event_id,
        reason=reason,
        subject_kind=kind,
        subject_id=about,
        station=fact.origin,
        operator=fact.operator,
        opened_at=fact.occurred_at,
        evidence=(fact.event_id,),
        order=str(fact.body.get("order", "")) if reason == HELP_WANTED else "",
    )


def over(row: ExceptionRow, at: datetime) -> ExceptionRow:
    """The exception when what it tells of is over by itself. at: the centre's time."""
    return replace(row, closed=True, closed_at=at)


def settled(row: ExceptionRow | None, fact: Fact) -> ExceptionRow | None:
    """The exception after a fact that settles it; None = there is none to settle."""
    if row is None or row.closed:
        return row
    return replace(
        row,
        closed=True,
        closed_at=fact.occurred_at,
        closed_by=fact.operator,
        evidence=(*row.evidence, fact.event_id)[-EVIDENCE:],
    )
