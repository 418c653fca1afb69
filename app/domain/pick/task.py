"""The state of one pick."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self

from app.domain.capture import Unit
from app.domain.damage import Broken
from app.domain.facts import Kind, Subject
from app.domain.rows.orders import Order, Sub
from app.domain.task import Task

_DONE = frozenset({Sub.PICKED, Sub.PACKING, Sub.PACKED, Sub.MANIFESTED})

TAKEN, CANCELLED, HELD = "taken", "cancelled", "held"
"""Why a pick is stopped."""


class PickPhase(StrEnum):
    """What the next scan is expected to be."""

    BIN = "bin"
    PRODUCT = "product"
    CAPTURE = "capture"  # lot, expiry or serial of `pending`
    TOTE = "tote"
    FOUND = "found"  # asks: how many units were found?
    DAMAGED = "damaged"  # asks: which unit is damaged?


@dataclass(frozen=True)
class PickStop:
    """Units of one line to take from one bin. done: taken so far. put: of these, in a tote."""

    line: int
    sku: str
    bin: str
    wanted: int
    done: int = 0
    put: int = 0

    @property
    def complete(self) -> bool:
        return self.put >= self.wanted


@dataclass(frozen=True)
class ShortMade:
    """A shortage that can be taken back.

    at: index of its stop. wanted: units there before. lost: units that were short in the end.
    after: how many of the task's steps were done before it.
    """

    at: int
    wanted: int
    lost: int
    after: int


@dataclass(frozen=True)
class PickTask(Task):
    """The state of one pick.

    at: index of the current stop. confirmed: its bin was proven by a scan.
    tote: the tote in use, "" = none yet. other_tote: scanned instead, waits for a second scan.
    pending: a unit whose lot, expiry or serial is still missing.
    steps: units that undo takes back, oldest first.
    shorts: shortages of this walk, oldest first. other_bin: scanned instead of the
    stop's bin. insisted: twice.
    beyond: bin from which more is taken than the books have, as the picker has confirmed.
    broken: damaged units of this walk that have no place yet.
    stopped: why picking must not go on: "taken", "cancelled", "held"; "" = it may.
    """

    name: ClassVar[str] = "pick"

    order: str
    stops: tuple[PickStop, ...]
    at: int = 0
    phase: PickPhase = PickPhase.BIN
    confirmed: bool = False
    tote: str = ""
    other_tote: str = ""
    typed: str = ""
    pending: Unit | None = None
    steps: tuple[Unit, ...] = ()
    shorts: tuple[ShortMade, ...] = ()
    other_bin: str = ""
    insisted: bool = False
    beyond: str = ""
    stopped: str = ""
    broken: tuple[Broken, ...] = ()

    @property
    def in_hand(self) -> int:
        """Units taken from the bin that lie in no tote yet."""
        return sum(stop.done - stop.put for stop in self.stops)

    @property
    def stop(self) -> PickStop:
        """The stop of the walk the picker is at."""
        return self.stops[self.at]

    @property
    def at_stake(self) -> Subject:
        return Subject(Kind.ORDER, self.order)

    def disarmed(self) -> Self:
        return replace(self, typed="") if self.typed else self

    @property
    def halted(self) -> bool:
        return bool(self.stopped)

    @property
    def taken(self) -> bool:
        return self.stopped == TAKEN

    @property
    def takes_text(self) -> bool:
        asks_lot = self.phase is PickPhase.DAMAGED and self.pending is not None
        return asks_lot or self.phase is PickPhase.CAPTURE

    def halt(self, reason: str) -> Self:
        return replace(self, stopped=reason)

    def freed(self, order: Order) -> Self:
        return self if self.taken or not self.stopped else replace(self, stopped="")

    def done_with(self, order: Order) -> bool:
        return order.sub in _DONE
