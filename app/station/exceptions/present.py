"""The view of the list of exceptions."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.facts import Kind
from app.domain.rows.things import ExceptionRow
from app.station.exceptions.outcome import ExceptionsPrompt
from app.station.exceptions.rules import LISTED, order_of, waiting
from app.station.exceptions.view import ExceptionLine, ExceptionsView
from app.station.frame import frame
from app.station.seen import Seen
from app.station.views import Action, Bar

C = Command
BUTTONS = (C.HOME, C.HELP, C.CLEAR, C.OK)


def exceptions_view(seen: Seen) -> ExceptionsView:
    rows, typed = waiting(seen.world), seen.session.shown
    always = {C.HOME, C.HELP}
    return ExceptionsView(
        frame=frame(seen, tuple(Action(one, bool(typed) or one in always) for one in BUTTONS)),
        bar=Bar(ExceptionsPrompt.CHOOSE_EXCEPTION, {"number": typed}),
        outcome=seen.outcome,
        lines=tuple(_line(seen, number, row) for number, row in enumerate(rows[:LISTED], 1)),
        count=len(rows),
        typed=typed,
        now=seen.now,
    )


def _line(seen: Seen, number: int, row: ExceptionRow) -> ExceptionLine:
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
    )
