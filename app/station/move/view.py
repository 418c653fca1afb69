"""Goods on their way to another bin or status, as the screen shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.domain import codec
from app.domain.packs import InPacks
from app.domain.stock import Reason, Status
from app.station.views import LineView, View


@dataclass(frozen=True)
class GoodsRow:
    """Units of one stock key. expiry: ISO date, "" = none. left: the same number in packs."""

    sku: str
    name: str
    units: int
    lot: str = ""
    expiry: str = ""
    status: Status = Status.AVAILABLE
    owner: str = ""
    container: str = ""
    left: InPacks | None = None


@dataclass(frozen=True)
class MovedRow:
    """What was moved before. target "" = it was written off. status None = it kept its own."""

    source: str
    target: str
    units: int
    status: Status | None = None


@dataclass(frozen=True)
class JobRow:
    """A task of the floor's queue. packs: its units in packs. urgent: a picker waits for it."""

    source: str
    target: str
    sku: str
    name: str
    units: int
    packs: InPacks | None = None
    urgent: bool = False


@dataclass(frozen=True)
class MoveView(View):
    """Goods that are being moved. bin "" = one is to be scanned.

    here: what lies in the bin by the books. hand: what has been taken out of it.
    which: goods among which the person chooses; statuses, reasons: the same of what becomes of
    them. Only one of these three is not empty. into: the status that was chosen.
    typed: digits so far. finished: what was moved before, newest first.
    job: the task that is being done. to: the bin where what is in hand goes now, "" = not known.
    waiting: tasks of the floor's queue, the next one first.
    """

    screen: ClassVar[str] = "move"

    bin: str
    zone: str = ""
    line: LineView | None = None
    here: tuple[GoodsRow, ...] = ()
    hand: tuple[GoodsRow, ...] = ()
    which: tuple[GoodsRow, ...] = ()
    statuses: tuple[Status, ...] = ()
    reasons: tuple[Reason, ...] = ()
    into: Status | None = None
    typed: str = ""
    finished: tuple[MovedRow, ...] = ()
    job: JobRow | None = None
    to: str = ""
    waiting: tuple[JobRow, ...] = ()

    @property
    def units(self) -> int:
        return sum(row.units for row in self.hand)

    def details(self) -> dict[str, Any]:
        return {
            "bin": self.bin,
            "sku": self.line.sku if self.line else None,
            "units": self.units,
            "hand": [codec.dump(row) for row in self.hand],
            "which": [codec.dump(row) for row in self.which],
            "statuses": [one.value for one in self.statuses],
            "reasons": [one.value for one in self.reasons],
            "job": codec.dump(self.job) if self.job else None,
            "waiting": [codec.dump(row) for row in self.waiting],
            "finished": [codec.dump(row) for row in self.finished],
        }
