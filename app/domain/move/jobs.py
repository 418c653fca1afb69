"""Tasks of the floor's queue that move goods: which is next, and what it allows."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.move.outcome import Moving
from app.domain.move.task import MoveTask, at_source
from app.domain.outcome import Outcome, outcome
from app.domain.rows.stock_move import bin_place
from app.domain.rows.tasks import FloorTask, TaskKind
from app.domain.world import Step, Want, Wish, World

MoveStep = Step[MoveTask]
MOVING = frozenset({TaskKind.REPLENISH, TaskKind.TRANSFER, TaskKind.PULL_BACK, TaskKind.PUT_AWAY})
"""Kinds of tasks that this workflow does."""


def waiting(world: World) -> tuple[FloorTask, ...]:
    """Tasks that this bench can do, in queue order."""
    return tuple(
        one
        for one in world.open_tasks()
        if one.kind in MOVING and one.worked_by in {"", world.station}
    )


def next_job(task: MoveTask, world: World) -> MoveStep:
    """Begin the next task: the most urgent ones, of these the nearest."""
    found = waiting(world)
    if not found:
        return Step(outcome(Moving.NO_TASK), task)
    last = task.finished[0].moves[0].target if task.finished else ""
    here = world.bin(last.removeprefix(bin_place("")))
    walk, first = here.walk if here else 0, found[0]
    urgent = [one for one in found if (one.priority, one.due) == (first.priority, first.due)]
    return begin(task, min(urgent, key=lambda one: (_far(one, walk, world), one.id)))


def _far(job: FloorTask, walk: int, world: World) -> int:
    place = world.bin(job.source or job.target)
    return abs(place.walk - walk) if place else 0


def begin(task: MoveTask, job: FloorTask) -> MoveStep:
    """The bench does this task now, and asks the centre that nobody else does."""
    fact = NewFact(FactKind.TASK_STARTED, (Subject(Kind.TASK, job.id),))
    said = outcome(Moving.TASK_BEGUN, bin=job.source, units=job.quantity, sku=job.sku)
    begun = replace(at_source(task, ""), job=job)
    return Step(said, begun, (fact,), (Wish(Want.CLAIM, job.id),))


def left(job: FloorTask) -> NewFact:
    """The fact that the bench does not go on with the task: it is anybody's again."""
    return NewFact(FactKind.TASK_LEFT, (Subject(Kind.TASK, job.id),))


def done(job: FloorTask, units: int) -> NewFact:
    return NewFact(FactKind.TASK_DONE, (Subject(Kind.TASK, job.id),), {"units": units})


def wrong_source(task: MoveTask, code: str) -> Outcome | None:
    """The refusal of a bin that the task does not take goods from."""
    job = task.job
    if job is None or not job.source or job.source == code:
        return None
    return outcome(Moving.OTHER_SOURCE, bin=code, wanted=job.source)


def wrong_target(task: MoveTask, code: str) -> Outcome | None:
    """The refusal of a bin that the task does not bring goods to."""
    job = task.job
    if job is None or not job.target or job.target == code:
        return None
    return outcome(Moving.OTHER_TARGET, bin=code, wanted=job.target)


def wrong_goods(task: MoveTask, sku: str) -> Outcome | None:
    """The refusal of goods that the task does not move."""
    job = task.job
    if job is None or not job.sku or job.sku == sku:
        return None
    return outcome(Moving.OTHER_GOODS, sku=sku, wanted=job.sku)
