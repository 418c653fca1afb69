"""The exceptions that facts open for a person to look at, and settle.

There is one for each row and reason: whatever more happens of the same kind is its evidence. A
person decides what is to be done about it. Where that is all, the decision closes it; where work
follows, the work does.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind, Subject
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
    if fact.kind == FactKind.EXCEPTION_DECIDED:
        return decided(row, fact)
    if row is None or row.closed:
        return row
    return _closed(_told(row, fact), fact)


def finished(row: ExceptionRow | None, fact: Fact) -> ExceptionRow | None:
    """The exception after work that ends it if somebody decided that it be done."""
    return settled(row, fact) if row is not None and row.decision else row


def decided(row: ExceptionRow | None, fact: Fact) -> ExceptionRow | None:
    """The exception after a person's decision.

    The body's `card`: the fact that opened the exception which the person saw. Another one that was
    opened since for the same reason is not decided. `ends`: nothing more is to be done.
    """
    body = fact.body
    if row is None or row.closed or row.event_id != body["card"]:
        return row
    if fact.event_id in row.evidence:  # the fact names both the exception and what it is about
        return row
    noted = replace(
        _told(row, fact),
        decision=str(body["decision"]),
        note=str(body.get("note", "")),
        decided_by=fact.operator,
        decided_at=fact.occurred_at,
    )
    return _closed(noted, fact) if body["ends"] else noted


def decision(row: object, fact: Fact) -> Effect:
    """What a decision does to the row that its exception is about: nothing."""
    return Effect(row, settles=(str(fact.body["reason"]),))


def _told(row: ExceptionRow, fact: Fact) -> ExceptionRow:
    return replace(row, evidence=(*row.evidence, fact.event_id)[-EVIDENCE:])


def _closed(row: ExceptionRow, fact: Fact) -> ExceptionRow:
    return replace(row, closed=True, closed_at=fact.occurred_at, closed_by=fact.operator)


EXCEPTION_RULES = {FactKind.EXCEPTION_DECIDED: lambda row, fact: Effect(decided(row, fact))}
"""A station shows a decision of its own at once, before the centre has heard of it."""
