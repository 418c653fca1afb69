"""Tasks of the floor's queue that count: which is next, what it allows, and when it is done."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from app.domain.count.outcome import Counting
from app.domain.count.task import CountTask, ended
from app.domain.facts import NewFact
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.plan import queue
from app.domain.rows.tasks import FloorTask, TaskKind, done, left, started
from app.domain.world import Step, Want, Wish, World

CountStep = Step[CountTask]
_COUNTS = frozenset({TaskKind.COUNT})


def waiting(world: World) -> tuple[FloorTask, ...]:
    """Counts that this bench can do, in queue order."""
    return queue.waiting(world, _COUNTS)


def next_job(task: CountTask, world: World) -> CountStep:
    """Begin the next count: the most urgent ones, of these the nearest."""
    every = waiting(world)
    found = [one for one in every if _may(one, world) and one.id not in task.elsewhere]
    if not found:
        said = outcome(Counting.NO_COUNT_WAITS)
        mine = next((one for one in every if not _may(one, world)), None)
        said = outcome(Counting.COUNTED_BY_YOU, bin=mine.source) if mine else said
        return Step(said, task)
    job = queue.nearest(found, task.finished[0].bin if task.finished else "", world)
    said = outcome(Counting.BIN_COUNT_BEGUN, bin=job.source)
    if job.sku:
        said = outcome(Counting.COUNT_BEGUN, bin=job.source, sku=job.sku)
    return Step(said, replace(task, job=job), (started(job),), (Wish(Want.CLAIM, job.id),))


def _may(job: FloorTask, world: World) -> bool:
    """Whether the person here may do it."""
    return not job.not_by or job.not_by != world.operator


def given_up(task: CountTask) -> tuple[NewFact, ...]:
    """The fact that the task's count is anybody's again."""
    return (left(task.job),) if task.job else ()


def given_to_another(task: CountTask) -> CountStep:
    """The centre has given the task to another bench. That bench may be offline, and what it does
    unknown for long: on this walk the task is not offered again.
    """
    refused = (task.job.id,) if task.job else ()
    gone = replace(ended(task), elsewhere=(*task.elsewhere, *refused))
    return Step(outcome(Anywhere.CLEARED), gone, given_up(task))


def wrong_bin(task: CountTask, code: str) -> Outcome | None:
    """The refusal of a bin that is not the one to count."""
    if task.job is None or task.job.source == code:
        return None
    return outcome(Counting.COUNT_OTHER_BIN, bin=code, wanted=task.job.source)


def wrong_goods(task: CountTask, sku: str) -> Outcome | None:
    """The refusal of goods that are not to be counted now."""
    if task.sku in {"", sku}:
        return None
    return outcome(Counting.COUNT_OTHER_GOODS, sku=sku, wanted=task.sku)


def finished(task: CountTask, world: World) -> tuple[NewFact, ...]:
    """The facts that what is counted now need not be counted any more.

    Who counts a whole bin has also done what waited there for a SKU of it.
    """
    jobs = {task.job.id: task.job} if task.job else {}
    if not task.sku:
        here = (one for one in waiting(world) if one.source == task.bin and _may(one, world))
        jobs |= {one.id: one for one in here}
    counted: Counter[str] = Counter()
    for unit in task.units:
        counted[unit.sku] += unit.quantity
    every = counted.total()
    return tuple(done(one, counted[one.sku] if one.sku else every) for one in jobs.values())
