"""The facts of a decision about an exception, or why it cannot be made."""

from __future__ import annotations

from app.domain.desk import holding, shortage
from app.domain.desk.decisions import ENDING, Decision, offered
from app.domain.desk.outcome import Deciding
from app.domain.desk.world import DeskWorld, Work
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.rows.orders import Order, Stage
from app.domain.rows.tasks import FloorTask, TaskKind, task_id, wanted
from app.domain.rows.things import ExceptionRow

URGENT = 50
"""The priority of a count that a person asks for here: an order or a book waits for it."""


def decide(
    name: str, row: ExceptionRow, decision: Decision, note: str, world: DeskWorld
) -> tuple[NewFact, ...] | Outcome:
    """The facts of this decision, the decision itself first; or the refusal.

    name: the exception's id. note: why, "" = nothing was said.
    """
    if row.closed:
        return ended(row, world)
    if decision not in offered(row.reason):
        return outcome(Deciding.NOT_OFFERED, decision=decision.value)
    work = _work(row, decision, note, world)
    if isinstance(work, Outcome):
        return work
    body = {
        "card": row.event_id,
        "reason": row.reason,
        "decision": decision.value,
        "ends": decision in ENDING,
    }
    fact = NewFact(FactKind.EXCEPTION_DECIDED, _subjects(name, row), body | _noted(note))
    return (fact, *work)


def ended(row: ExceptionRow, world: DeskWorld) -> Outcome:
    """Who has solved it meanwhile, and when."""
    minutes = 0
    if row.closed_at is not None:
        minutes = max(0, int((world.now - row.closed_at).total_seconds() // 60))
    if not row.decision:
        return outcome(Deciding.ENDED_BEFORE, minutes=minutes)
    person = world.person(row.decided_by)
    who = person.name if person else row.decided_by
    return outcome(Deciding.SOLVED_BEFORE, operator=who, minutes=minutes, decision=row.decision)


def _noted(note: str) -> dict[str, str]:
    return {"note": note} if note else {}


def _subjects(name: str, row: ExceptionRow) -> tuple[Subject, ...]:
    """What the exception is about, and itself. One about no known row is alone."""
    exception = Subject(Kind.EXCEPTION, name)
    known = row.subject_kind in {kind.value for kind in Kind}
    return (Subject(Kind(row.subject_kind), row.subject_id), exception) if known else (exception,)


def _work(row: ExceptionRow, decision: Decision, note: str, world: DeskWorld) -> Work:
    """What the decision begins. Where a person does it with scans of his own, nothing: these are
    the facts that end the exception.
    """
    if decision in {Decision.TAKE, Decision.ACCEPT}:
        return ()
    if row.subject_kind == Kind.BIN.value:
        return _count(row.subject_id, world)
    if row.subject_kind == Kind.PARCEL.value:
        parcel = world.parcel(row.subject_id)
        if parcel is None:
            return outcome(Deciding.THING_GONE, code=row.subject_id)
        return _here({parcel.stage})
    order = world.order(row.subject_id)
    if order is None:
        return outcome(Deciding.THING_GONE, code=row.subject_id)
    return _for_order(row.subject_id, order, decision, note, world)


def _for_order(name: str, order: Order, decision: Decision, note: str, world: DeskWorld) -> Work:
    match decision:
        case Decision.PICK_AGAIN:
            return shortage.pick_again(name, order, world)
        case Decision.SHIP_PARTLY:
            return shortage.ship_partly(order) or ()
        case Decision.COUNT:
            return shortage.look_where_missed(order, world)
        case Decision.HOLD_ORDER:
            return holding.hold(name, order, note)
        case Decision.RELEASE_ORDER:
            return holding.release(name, order)
        case Decision.PUT_BACK:
            wrong = order.surplus or order.to_put_back
            return () if wrong else outcome(Deciding.NOTHING_TO_PUT_BACK, order=order.ref)
        case _:
            return _here({mark.stage for mark in order.live_parcels})


def _here(stages: set[Stage]) -> Work:
    """Whether there is a box that can get another label."""
    left = stages <= {Stage.DISPATCHED, Stage.VOID}
    return outcome(Deciding.BOX_HAS_LEFT) if left else ()


def _count(code: str, world: DeskWorld) -> Work:
    """Somebody counts all of the bin."""
    place = world.bin(code)
    if place is None:
        return outcome(Deciding.THING_GONE, code=code)
    task = FloorTask(
        task_id(TaskKind.COUNT, code), TaskKind.COUNT, code, priority=URGENT, zone=place.zone
    )
    return (wanted(task, Subject(Kind.BIN, code)),)
