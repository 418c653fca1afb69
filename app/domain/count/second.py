"""The two-person rule: a large difference is recorded only when another person has counted, too."""

from __future__ import annotations

from dataclasses import replace

from app.domain.count import jobs
from app.domain.count.outcome import Counting
from app.domain.count.task import CountTask, ended, tallies
from app.domain.facts import Kind, Subject
from app.domain.outcome import outcome
from app.domain.rows.tasks import WAITING, FloorTask, Rule, TaskKind, task_id, wanted
from app.domain.world import Step, World

CountStep = Step[CountTask]
PRIORITY = 60
"""More urgent than what picks want (`app.domain.plan.checks`): stock is known to be wrong."""


def needs_another(task: CountTask, world: World) -> bool:
    """Whether the difference is above the site's limit, and nobody else has found one, too."""
    units = sum(abs(tally.counted - tally.expected) for tally in tallies(task))
    if not 0 < world.recount_above < units:
        return False
    known = world.task(_name(task))
    first = known.not_by if known is not None and known.state in WAITING else ""
    return first in {"", world.operator}


def ask_another(task: CountTask, world: World) -> CountStep:
    """Nothing is recorded; the same count waits for another person."""
    job = replace(
        task.job or FloorTask(_name(task), TaskKind.COUNT, task.bin),
        priority=PRIORITY,
        zone=task.before.zone if task.before else "",
        rule=Rule.PERSON,
        not_by=world.operator,
    )
    facts = (*jobs.given_up(task), wanted(job, Subject(Kind.BIN, task.bin)))
    return Step(outcome(Counting.ANOTHER_COUNTS, bin=task.bin), ended(task), facts)


def _name(task: CountTask) -> str:
    """The id of the task that counts the same as this one."""
    return task.job.id if task.job else task_id(TaskKind.COUNT, task.bin)
