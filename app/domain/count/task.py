"""The state of one stock-taking walk: bin after bin, or SKU of a bin, is counted and compared."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from app.domain.capture import Unit
from app.domain.count.why import CountWhy, whys
from app.domain.facts import Kind, Subject
from app.domain.rows.tasks import FloorTask, Rule
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import StockKey
from app.domain.task import Task

KEPT = 20


class CountPhase(StrEnum):
    """What the next input is expected to be."""

    BIN = "bin"
    ITEMS = "items"
    LOT = "lot"  # the lot of `pending`, or its date
    COMPARE = "compare"  # the count differs from the expected stock: record it or count again?
    WHY = "why"  # why it differs
    LEAVE = "leave"  # leave the bin without recording its count?


@dataclass(frozen=True)
class Finished:
    """One bin whose count was recorded. right: it held what was expected.

    sku: only this one was counted, "" = the whole bin was.
    """

    bin: str
    units: int
    right: bool
    sku: str = ""


@dataclass(frozen=True)
class CountTask(Task):
    """A walk from bin to bin.

    before: the bin's row when its count began; None = no bin is being counted now.
    units: everything counted in it, oldest first; undo takes the last one back.
    finished: the bins counted before, newest first, at most KEPT.
    job: the task of the floor's queue that is being done. stopped: "taken" = another bench does it.
    elsewhere: ids of tasks that the centre has refused on this walk: they are not offered again.
    """

    name: ClassVar[str] = "count"

    before: Bin | None = None
    phase: CountPhase = CountPhase.BIN
    units: tuple[Unit, ...] = ()
    pending: Unit | None = None
    typed: str = ""
    finished: tuple[Finished, ...] = ()
    job: FloorTask | None = None
    stopped: str = ""
    elsewhere: tuple[str, ...] = ()

    @property
    def bin(self) -> str:
        return self.before.code if self.before else ""

    @property
    def sku(self) -> str:
        """The only SKU that is counted, "" = the whole bin is."""
        return self.job.sku if self.job else ""

    @property
    def asks_empty(self) -> bool:
        """Whether OK alone says that there is nothing of the SKU, as a pick has left it."""
        place, job = self.before, self.job
        if place is None or job is None or self.units:
            return False
        return job.rule is Rule.ZERO and bool(job.sku) and place.quantity(job.sku) == 0

    @property
    def whys(self) -> tuple[CountWhy, ...]:
        """What may be the reason of the differences; it may also be unknown."""
        return whys(tally.counted - tally.expected for tally in tallies(self))

    @property
    def halted(self) -> bool:
        return bool(self.stopped)

    def halt(self, reason: str) -> Self:
        return replace(self, stopped=reason)

    @property
    def at_stake(self) -> Subject | None:
        if self.job is not None:
            return Subject(Kind.TASK, self.job.id)
        return Subject(Kind.BIN, self.bin) if self.before and self.units else None

    def disarmed(self) -> Self:
        return replace(self, typed="") if self.typed else self

    @property
    def takes_text(self) -> bool:
        return self.phase is CountPhase.LOT

    @property
    def asks_date(self) -> bool:
        """Whether the date of `pending` is asked for, and not its lot."""
        place, unit = self.before, self.pending
        return place is not None and unit is not None and dated(place, unit.sku, unit.lot)

    @property
    def skus(self) -> frozenset[str]:
        return frozenset(item.sku for item in self.before.stock) if self.before else frozenset()


@dataclass(frozen=True)
class Tally:
    """Goods of the bin that a counter can tell from others: how many were counted and expected.

    expiry: tells them apart where the bin holds one lot with several dates, else None.
    """

    sku: str
    lot: str
    counted: int
    expected: int
    expiry: date | None = None

    @property
    def right(self) -> bool:
        return self.counted == self.expected


def dated(place: Bin, sku: str, lot: str) -> bool:
    """Whether the bin holds units of this SKU and lot with different dates."""
    days = {i.day for i in place.stock if (i.sku, i.lot) == (sku, lot) and i.quantity}
    return len(days) > 1


def tallies(task: CountTask) -> tuple[Tally, ...]:
    """What was counted, in the order of counting; then what was expected but not counted."""
    place = task.before or Bin("")
    counted: Counter[Group] = Counter()
    for unit in task.units:
        counted[group_of(place, unit)] += unit.quantity
    expected: Counter[Group] = Counter()
    for item in place.stock:
        if item.quantity and task.sku in {"", item.sku}:
            expected[group_of(place, item)] += item.quantity
    return tuple(
        Tally(sku, lot, counted[sku, lot, day], expected[sku, lot, day], day)
        for sku, lot, day in dict.fromkeys((*counted, *expected))
    )


def by_key(place: Bin, tally: Tally) -> tuple[tuple[StockKey, int, int], ...]:
    """(key, counted, expected) of each stock key that the tally is about.

    A counter does not see the status, the owner or the container of goods. What lies there and may
    not be picked is taken for found first; the difference is one of goods that may.
    """
    group = (tally.sku, tally.lot, tally.expiry)
    held = [item for item in place.stock if item.quantity and group_of(place, item) == group]
    held.sort(key=lambda item: item.pickable)
    if not held:
        return ((StockKey(tally.sku, tally.lot, tally.expiry), tally.counted, 0),)
    found, left = [], tally.counted
    for item in held:
        last = item is held[-1]
        units = left if last else min(left, max(item.quantity, 0))
        left -= units
        found.append((item.key, units, item.quantity))
    return tuple(found)


Group = tuple[str, str, date | None]


def group_of(place: Bin, goods: Unit | BinStock) -> Group:
    """The tally that goods of the bin belong to: SKU, lot and, where dates differ, the date."""
    if not dated(place, goods.sku, goods.lot):
        return goods.sku, goods.lot, None
    if isinstance(goods, BinStock):
        return goods.sku, goods.lot, goods.day
    same = (i for i in place.stock if (i.sku, i.lot) == (goods.sku, goods.lot) and i.quantity)
    known = next((item for item in same if goods.expiry in {item.expiry, item.best_before}), None)
    return goods.sku, goods.lot, known.day if known else goods.expiry


def begun(task: CountTask, place: Bin) -> CountTask:
    """The task as the count of this bin begins, with nothing counted."""
    return replace(ended(task), before=place, phase=CountPhase.ITEMS, job=task.job)


def without(task: CountTask, skus: set[str]) -> CountTask:
    """The task without what was counted of these SKUs: they are counted again."""
    kept = tuple(unit for unit in task.units if unit.sku not in skus)
    return replace(task, units=kept, phase=CountPhase.ITEMS, pending=None, typed="")


def ended(task: CountTask, *finished: Finished) -> CountTask:
    """The task without a bin, between two bins. finished: the bin whose count was recorded."""
    done = (*finished, *task.finished)[:KEPT]
    return CountTask(finished=done, elsewhere=task.elsewhere)
