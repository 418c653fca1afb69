"""One piece of floor work: goods to be moved, a bin to be counted ... What facts do to it.

There is one queue for all kinds of work. A task's id says what it is about (`task_id`), so that the
same work is never wanted twice at a time: whoever wants it again finds the task that waits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.domain import codec
from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.stock import StockKey


class TaskKind(StrEnum):
    """What is to be done."""

    REPLENISH = "replenish"  # fill a pick face from where there is more
    TRANSFER = "transfer"  # somebody wants goods in another bin
    PULL_BACK = "pull_back"  # goods of an order that is not wanted go back
    PUT_AWAY = "put_away"
    COUNT = "count"


class TaskState(StrEnum):
    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"  # nobody needs it any more


class Rule(StrEnum):
    """Why a task was made."""

    PERSON = "person"  # somebody asked for it
    BELOW_MINIMUM = "below_minimum"  # a pick face holds less than its least
    EMPTY_FACE = "empty_face"  # a picker stands before it
    SHORT = "short"  # a picker found too few
    LOW = "low"  # few are left: a glance counts them
    ZERO = "zero"  # the books say the bin is empty
    NEGATIVE = "negative"  # the books say less than nothing


WAITING = frozenset({TaskState.OPEN, TaskState.DOING})


@dataclass(frozen=True)
class FloorTask:
    """A task of the floor's queue.

    source: bin the goods come from, "" = wherever there are any. target: bin they go to, "" = none.
    key: of the goods, None = any of the bin. quantity: base units, 0 = not told.
    priority: 0 is normal, a larger number more urgent. order: id of the order that waits for it.
    not_by: operator who must not do it, because he has done it once, "" = anybody may.
    worked_by: origin that does it, "" = nobody. units: what has been done of it.
    wanted_at, ended_at: aware, UTC.
    """

    id: str
    kind: TaskKind
    source: str = ""
    target: str = ""
    key: StockKey | None = None
    quantity: int = 0
    priority: int = 0
    due: datetime | None = None
    zone: str = ""
    equipment: str = ""
    rule: Rule = Rule.PERSON
    order: str = ""
    not_by: str = ""
    state: TaskState = TaskState.OPEN
    worked_by: str = ""
    units: int = 0
    wanted_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def sku(self) -> str:
        return self.key.sku if self.key else ""


def task_id(kind: TaskKind, *about: str) -> str:
    """The id of the work of a kind about these (a bin, a SKU ...): there is one at a time."""
    return "/".join(
        (
            "task",
            kind.value,
            *(one.replace("%", "%25").replace("/", "%2F").replace(":", "%3A") for one in about),
        )
    )


def is_task(name: str) -> bool:
    """Whether a claim's name is a task's. An order's name has a colon, a task's has none."""
    return name.startswith("task/") and ":" not in name


def wanted(task: FloorTask, *about: Subject) -> NewFact:
    """The fact that the task is wanted. about: what else it is about (the bins, an order)."""
    body = codec.dump(replace(task, state=TaskState.OPEN, worked_by="", units=0))
    return NewFact(FactKind.TASK_WANTED, (Subject(Kind.TASK, task.id), *about), body)


def started(task: FloorTask) -> NewFact:
    return NewFact(FactKind.TASK_STARTED, (Subject(Kind.TASK, task.id),))


def left(task: FloorTask) -> NewFact:
    """The fact that the bench does not go on with the task: it is anybody's again."""
    return NewFact(FactKind.TASK_LEFT, (Subject(Kind.TASK, task.id),))


def done(task: FloorTask, units: int) -> NewFact:
    return NewFact(FactKind.TASK_DONE, (Subject(Kind.TASK, task.id),), {"units": units})


# --- what facts do --------------------------------------------------------------------------------


def _wanted(row: FloorTask | None, fact: Fact) -> Effect:
    """A task becomes as urgent as anybody wants it, and as large as it was wanted last. Who does it
    goes on with what he began (`MoveTask.job` is a copy).
    """
    new = replace(codec.load(FloorTask, fact.body), wanted_at=fact.occurred_at)
    if row is None or row.state not in WAITING:
        if row is not None and row.ended_at is not None and row.ended_at > fact.occurred_at:
            return Effect(row)  # it was wanted before it was done, and is heard of later
        return Effect(new)
    best = max((row, new), key=_told_last)
    first = min((one.due for one in (row, new) if one.due is not None), default=None)
    urgent = max(row.priority, new.priority)
    not_by = best.not_by or row.not_by or new.not_by
    same = replace(best, state=row.state, worked_by=row.worked_by, not_by=not_by)
    return Effect(replace(same, priority=urgent, due=first))


def _told_last(row: FloorTask) -> tuple[str, int, str, str]:
    """Which of two wishes counts: the later one, of two of one moment the larger one."""
    at = row.wanted_at.isoformat() if row.wanted_at else ""
    return at, row.quantity, row.source, row.rule.value


def _started(row: FloorTask | None, fact: Fact) -> Effect:
    """Who began it first does it. That two have done it shows when the second one is done."""
    if row is None:
        return Effect(None, conflict="unknown_task")
    if row.state is not TaskState.OPEN:
        return Effect(row)
    return Effect(replace(row, state=TaskState.DOING, worked_by=fact.origin))


def _left(row: FloorTask | None, fact: Fact) -> Effect:
    if row is None or row.worked_by != fact.origin or row.state is not TaskState.DOING:
        return Effect(row)
    return Effect(replace(row, state=TaskState.OPEN, worked_by=""))


def _done(row: FloorTask | None, fact: Fact) -> Effect:
    if row is None:
        return Effect(None, conflict="unknown_task")
    units = row.units + int(fact.body.get("units", 0))
    twice = row.state is TaskState.DONE or row.worked_by not in {"", fact.origin}
    done = replace(row, state=TaskState.DONE, worked_by="", units=units, ended_at=_last(row, fact))
    return Effect(done, conflict="task_done_twice" if twice else "")


def _dropped(row: FloorTask | None, fact: Fact) -> Effect:
    """Nobody drops what somebody does."""
    if row is None or row.state is not TaskState.OPEN:
        return Effect(row)
    if row.wanted_at is not None and row.wanted_at > fact.occurred_at:
        return Effect(row)  # it has been wanted again since
    return Effect(replace(row, state=TaskState.DROPPED, ended_at=_last(row, fact)))


def _last(row: FloorTask, fact: Fact) -> datetime:
    return max(fact.occurred_at, row.ended_at or fact.occurred_at)


TASK_RULES: Mapping[FactKind, Callable[[Any, Fact], Effect]] = {
    FactKind.TASK_WANTED: _wanted,
    FactKind.TASK_STARTED: _started,
    FactKind.TASK_LEFT: _left,
    FactKind.TASK_DONE: _done,
    FactKind.TASK_DROPPED: _dropped,
}
