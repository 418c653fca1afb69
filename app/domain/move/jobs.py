"""Tasks of the floor's queue that move goods: which is next, and what it allows."""

from __future__ import annotations

from dataclasses import replace

from app.domain.move.outcome import Moving
from app.domain.move.task import MoveTask, at_source, free
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.plan import queue
from app.domain.rows.stock_move import bin_place
from app.domain.rows.tasks import FloorTask, Rule, TaskKind, left, started
from app.domain.world import Step, Want, Wish, World

MoveStep = Step[MoveTask]
MOVING = frozenset({TaskKind.REPLENISH, TaskKind.TRANSFER, TaskKind.PULL_BACK, TaskKind.PUT_AWAY})
"""Kinds of tasks that this workflow does."""


def waiting(world: World) -> tuple[FloorTask, ...]:
    """Tasks that this bench can do, in queue order."""
    return queue.waiting(world, MOVING)


def next_job(task: MoveTask, world: World) -> MoveStep:
    """Begin the next task: the most urgent ones, of these the nearest."""
    found = [one for one in waiting(world) if one.id not in task.elsewhere]
    if not found:
        return Step(outcome(Moving.NO_TASK), task)
    last = task.finished[0].moves[0].target if task.finished else ""
    here = last.removeprefix(bin_place(""))
    return begin(task, queue.nearest(found, here, world))


def begin(task: MoveTask, job: FloorTask) -> MoveStep:
    """The bench does this task now, and asks the centre that nobody else does."""
    said = outcome(Moving.TASK_BEGUN, bin=job.source, units=job.quantity, sku=job.sku)
    begun = replace(at_source(task, ""), job=job)
    return Step(said, begun, (started(job),), (Wish(Want.CLAIM, job.id),))


def given_to_another(task: MoveTask) -> MoveStep:
    """The centre has given the task to another bench, which may be offline.

    On this walk the task is not offered again. That this bench had begun it is taken back.
    """
    refused = (task.job,) if task.job else ()
    gone = replace(free(task), elsewhere=(*task.elsewhere, *(one.id for one in refused)))
    return Step(outcome(Anywhere.CLEARED), gone, tuple(left(one) for one in refused))


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


def wrong_lot(task: MoveTask, lot: str) -> Outcome | None:
    """The refusal of goods of another lot than a person wants moved."""
    job = task.job
    if job is None or job.rule is not Rule.PERSON or job.key is None:
        return None
    if job.key.lot in {"", lot}:
        return None
    return outcome(Moving.OTHER_GOODS, sku=lot or job.sku, wanted=job.key.lot)


def wrong_goods(task: MoveTask, sku: str) -> Outcome | None:
    """The refusal of goods that the task does not move."""
    job = task.job
    if job is None or not job.sku or job.sku == sku:
        return None
    return outcome(Moving.OTHER_GOODS, sku=sku, wanted=job.sku)
