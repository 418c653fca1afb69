"""The state of moving goods: what is in hand, and from which bin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self

from app.domain.capture import Missing, Unit
from app.domain.facts import Kind, Subject
from app.domain.packs import PackCount
from app.domain.rows.stock_move import StockMove
from app.domain.rows.tasks import FloorTask
from app.domain.stock import CHANGES, Reason, Status, StockKey
from app.domain.task import Task

KEPT = 20


class MovePhase(StrEnum):
    """What the next input is expected to be."""

    SOURCE = "source"  # the bin the goods come from
    GOODS = "goods"  # goods, or the bin they go to
    DETAIL = "detail"  # lot, date or serial number of `pending`
    WHICH = "which"  # one of `choices`
    STATUS = "status"  # what becomes of the goods
    REASON = "reason"  # why
    PLACE = "place"  # where goods with another status go
    LEAVE = "leave"  # leave without moving what is in hand?


@dataclass(frozen=True)
class Goods:
    """Units of one stock key in hand.

    packs: those that were scanned among them. serials: their numbers, where each unit has one.
    """

    key: StockKey
    quantity: int
    packs: tuple[PackCount, ...] = ()
    serials: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moved:
    """What one target scan moved. The newest can be undone. by: the operator, "" = not known."""

    moves: tuple[StockMove, ...]
    by: str = ""

    @property
    def units(self) -> int:
        return sum(move.quantity for move in self.moves)


@dataclass(frozen=True)
class MoveTask(Task):
    """Goods are booked when it is known where they go; until then they are in hand.

    source: code of the bin they come from, "" = none yet. goods: in hand, oldest first.
    hand: how the goods came into hand, oldest first; undo takes the last one back.
    asks: what the next scan is to tell of `pending`.
    choices: the keys among which the person is to choose for `pending`.
    into, reason: the status the goods shall have, and why; into None = they keep theirs.
    finished: what was moved before, newest first, at most KEPT.
    job: the task of the floor's queue that is being done. stopped: "taken" = another bench does it.
    elsewhere: ids of tasks that the centre has refused on this walk: they are not offered again.
    """

    name: ClassVar[str] = "move"

    source: str = ""
    phase: MovePhase = MovePhase.SOURCE
    hand: tuple[Goods, ...] = ()
    pending: Unit | None = None
    asks: Missing = Missing.LOT
    choices: tuple[StockKey, ...] = ()
    typed: str = ""
    into: Status | None = None
    reason: Reason = Reason.NONE
    finished: tuple[Moved, ...] = ()
    job: FloorTask | None = None
    stopped: str = ""
    elsewhere: tuple[str, ...] = ()

    @property
    def goods(self) -> tuple[Goods, ...]:
        """What is in hand, each key once."""
        found: dict[StockKey, Goods] = {}
        for one in self.hand:
            old = found.get(one.key, Goods(one.key, 0))
            found[one.key] = Goods(
                one.key,
                old.quantity + one.quantity,
                old.packs + one.packs,
                old.serials + one.serials,
            )
        return tuple(found.values())

    @property
    def units(self) -> int:
        return sum(one.quantity for one in self.hand)

    def in_hand(self, key: StockKey) -> int:
        return sum(one.quantity for one in self.hand if one.key == key)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """What may become of everything in hand."""
        old = {one.key.status for one in self.hand}
        return tuple(new for new in Status if old and all((one, new) in CHANGES for one in old))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the goods in hand may come to the status `into`."""
        if self.into is None or not self.hand:
            return ()
        return CHANGES[self.hand[0].key.status, self.into].reasons

    @property
    def at_stake(self) -> Subject | None:
        if self.job is not None:
            return Subject(Kind.TASK, self.job.id)
        return Subject(Kind.BIN, self.source) if self.hand else None

    @property
    def halted(self) -> bool:
        return bool(self.stopped)

    def halt(self, reason: str) -> Self:
        return replace(self, stopped=reason)

    @property
    def skus(self) -> frozenset[str]:
        return frozenset(one.key.sku for one in self.hand)

    @property
    def takes_text(self) -> bool:
        return self.phase is MovePhase.DETAIL

    def disarmed(self) -> Self:
        return replace(self, typed="") if self.typed else self


def at_source(task: MoveTask, code: str) -> MoveTask:
    """The task with empty hands before a bin; "" = before none."""
    phase = MovePhase.GOODS if code else MovePhase.SOURCE
    return MoveTask(code, phase, finished=task.finished, job=task.job, elsewhere=task.elsewhere)


def free(task: MoveTask) -> MoveTask:
    """The task between two bins, with nothing to do."""
    return MoveTask(finished=task.finished, elsewhere=task.elsewhere)


def with_goods(task: MoveTask, *goods: Goods) -> MoveTask:
    return replace(
        task,
        phase=MovePhase.GOODS,
        hand=(*task.hand, *goods),
        pending=None,
        choices=(),
        typed="",
    )
