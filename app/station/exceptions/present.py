"""The views of the list of exceptions and of one of them."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.facts import Fact, Kind, Subject
from app.domain.rows.things import ExceptionRow
from app.station.exceptions import card
from app.station.exceptions.outcome import ExceptionsPrompt
from app.station.exceptions.rules import LISTED, order_of, waiting
from app.station.exceptions.view import Choice, ExceptionLine, ExceptionsView, ExceptionView
from app.station.frame import frame
from app.station.order.present import own_rows
from app.station.seen import Seen
from app.station.views import Action, Bar

C = Command
BUTTONS = (C.HOME, C.HELP, C.CLEAR, C.OK)
KEYS = (C.HOME, C.EXCEPTIONS, C.HELP, C.CLEAR, C.OK)


def exceptions_view(seen: Seen) -> ExceptionsView:
    rows, typed = waiting(seen.world), seen.session.shown
    always = {C.HOME, C.HELP}
    return ExceptionsView(
        frame=frame(seen, tuple(Action(one, bool(typed) or one in always) for one in BUTTONS)),
        bar=Bar(ExceptionsPrompt.CHOOSE_EXCEPTION, {"number": typed}),
        outcome=seen.outcome,
        lines=tuple(_line(seen, number, *one) for number, one in enumerate(rows[:LISTED], 1)),
        count=len(rows),
        typed=typed,
        now=seen.now,
    )


def card_view(seen: Seen, name: str, row: ExceptionRow) -> ExceptionView:
    """One exception's card. name: its id."""
    chosen = seen.session.choice
    found = tuple(
        Choice(number, one.value, one.value == chosen)
        for number, one in enumerate(card.choices(row), 1)
    )
    person = seen.world.person(row.decided_by)
    facts: tuple[Fact, ...] = ()
    if row.subject_kind in Kind._value2member_map_:
        about = Subject(Kind(row.subject_kind), row.subject_id)
        facts = seen.journal.history.facts_about(about)
    return ExceptionView(
        frame=frame(seen, tuple(Action(one, one is not C.CLEAR or bool(chosen)) for one in KEYS)),
        bar=_asks(row, chosen),
        outcome=seen.outcome,
        line=_line(seen, 0, name, row),
        choices=found,
        timeline=own_rows(facts, seen.journal.kept.now.acked, seen.world),
        decided_by=person.name if person else row.decided_by,
        decided_at=row.decided_at,
        note=row.note,
        closed_at=row.closed_at,
        now=seen.now,
    )


def _asks(row: ExceptionRow, chosen: str) -> Bar:
    if row.closed:
        return Bar(ExceptionsPrompt.EXCEPTION_OVER)
    if chosen:
        return Bar(ExceptionsPrompt.SIGN_DECISION, {"decision": chosen})
    return Bar(ExceptionsPrompt.CHOOSE_DECISION)


def _line(seen: Seen, number: int, card_id: str, row: ExceptionRow) -> ExceptionLine:
    order = seen.world.order(order_of(row.subject_kind, row.subject_id, seen.world))
    person = seen.world.person(row.operator)
    ref = order.ref if order else ""
    its_own = row.subject_kind == Kind.ORDER.value and ref
    name = ref if its_own else row.subject_id
    if row.subject_kind == Kind.OPERATOR.value:
        about = seen.world.person(row.subject_id)
        name = about.name if about else name
    return ExceptionLine(
        number=number,
        kind=row.subject_kind,
        id=row.subject_id,
        name=name,
        order="" if its_own else ref,
        reason=row.reason,
        since=row.opened_at,
        station=row.station,
        operator=person.name if person else row.operator,
        times=row.times,
        card=card_id,
        decision=row.decision,
    )
