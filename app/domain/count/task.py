"""The state of one stock-taking walk: bin after bin is counted and compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self

from app.domain.capture import Unit
from app.domain.facts import Kind, Subject
from app.domain.rows.things import Bin
from app.domain.task import Task

KEPT = 20


class CountPhase(StrEnum):
    """What the next input is expected to be."""

    BIN = "bin"
    ITEMS = "items"
    LOT = "lot"  # the lot of `pending`
    COMPARE = "compare"  # the count differs from the expected stock: record it or count again?
    LEAVE = "leave"  # leave the bin without recording its count?


@dataclass(frozen=True)
class Finished:
    """One bin whose count was recorded. right: it held what was expected."""

    bin: str
    units: int
    right: bool


@dataclass(frozen=True)
class CountTask(Task):
    """A walk from bin to bin.

    before: the bin's row when its count began; None = no bin is being counted now.
    units: everything counted in it, oldest first; undo takes the last one back.
    finished: the bins counted before, newest first, at most KEPT.
    """

    name: ClassVar[str] = "count"

    before: Bin | None = None
    phase: CountPhase = CountPhase.BIN
    units: tuple[Unit, ...] = ()
    pending: Unit | None = None
    typed: str = ""
    finished: tuple[Finished, ...] = ()

    @property
    def bin(self) -> str:
        return self.before.code if self.before else ""

    @property
    def at_stake(self) -> Subject | None:
        return Subject(Kind.BIN, self.bin) if self.before and self.units else None

    def disarmed(self) -> Self:
        return replace(self, typed="") if self.typed else self

    @property
    def takes_text(self) -> bool:
        return self.phase is CountPhase.LOT

    @property
    def skus(self) -> frozenset[str]:
        return frozenset(item.sku for item in self.before.stock) if self.before else frozenset()


@dataclass(frozen=True)
class Tally:
    """One SKU and lot of the bin: what was counted and what was expected."""

    sku: str
    lot: str
    counted: int
    expected: int

    @property
    def right(self) -> bool:
        return self.counted == self.expected


def tallies(task: CountTask) -> tuple[Tally, ...]:
    """What was counted, in the order of counting; then what was expected but not counted."""
    counted: dict[tuple[str, str], int] = {}
    for unit in task.units:
        key = (unit.sku, unit.lot)
        counted[key] = counted.get(key, 0) + unit.quantity
    expected: dict[tuple[str, str], int] = {}
    for item in task.before.stock if task.before else ():
        if item.quantity:
            expected[item.sku, item.lot] = item.quantity
    keys = dict.fromkeys((*counted, *expected))
    return tuple(
        Tally(sku, lot, counted.get((sku, lot), 0), expected.get((sku, lot), 0))
        for sku, lot in keys
    )


def begun(task: CountTask, place: Bin) -> CountTask:
    """The task as the count of this bin begins, with nothing counted."""
    return CountTask(place, CountPhase.ITEMS, finished=task.finished)


def without(task: CountTask, skus: set[str]) -> CountTask:
    """The task without what was counted of these SKUs: they are counted again."""
    kept = tuple(unit for unit in task.units if unit.sku not in skus)
    return replace(task, units=kept, phase=CountPhase.ITEMS, pending=None, typed="")


def ended(task: CountTask, *finished: Finished) -> CountTask:
    """The task without a bin, between two bins. finished: the bin whose count was recorded."""
    return CountTask(finished=(*finished, *task.finished)[:KEPT])
