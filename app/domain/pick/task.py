"""The state of one pick."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.capture import Unit
from app.domain.facts import Kind, Subject
from app.domain.rows.orders import Order, Sub
from app.domain.task import Task

_DONE = frozenset({Sub.PICKED, Sub.PACKING, Sub.PACKED, Sub.MANIFESTED})


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
class PickTask(Task):
    """The state of one pick.

    at: index of the current stop. confirmed: its bin was proven by a scan.
    tote: the tote in use, "" = none yet. other_tote: scanned instead, waits for a second scan.
    pending: a unit whose lot, expiry or serial is still missing.
    steps: units that undo takes back, oldest first.
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

    @property
    def stop(self) -> PickStop:
        """The stop of the walk the picker is at."""
        return self.stops[self.at]

    @property
    def at_stake(self) -> Subject:
        return Subject(Kind.ORDER, self.order)

    @property
    def takes_text(self) -> bool:
        asks_lot = self.phase is PickPhase.DAMAGED and self.pending is not None
        return asks_lot or self.phase is PickPhase.CAPTURE

    def done_with(self, order: Order) -> bool:
        return order.sub in _DONE
