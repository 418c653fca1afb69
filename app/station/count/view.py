"""A bin being counted, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.domain import codec
from app.domain.count.why import CountWhy
from app.domain.packs import InPacks
from app.domain.rows.tasks import Rule
from app.station.views import LineView, View


@dataclass(frozen=True)
class CountRow:
    """One SKU and lot of a bin, in units; expected None = hidden until all is counted.

    counted_in, expected_in: the same as packs; None = there are none, or the product has no packs.
    """

    sku: str
    name: str
    lot: str
    counted: int
    expected: int | None = None
    counted_in: InPacks | None = None
    expected_in: InPacks | None = None


@dataclass(frozen=True)
class CountedBin:
    """A bin whose count was recorded. right: it held what was expected.

    sku: only this one was counted, "" = the whole bin was.
    """

    bin: str
    units: int
    right: bool
    sku: str = ""


@dataclass(frozen=True)
class CheckRow:
    """A task that counts a SKU of a bin, "" = all of it. Its view has no expected number.

    rule: why it waits.
    """

    bin: str
    sku: str
    name: str
    rule: Rule


@dataclass(frozen=True)
class CountView(View):
    """A bin being counted. bin "" = one is to be scanned.

    line, lot: what was counted last, or the only SKU that is to be counted.

    rows: what is counted so far; while comparing also what was expected and not found.
    comparing: count and expected stock differ, and both are shown.
    whys: reasons among which the person chooses; one more choice is that nobody knows any.
    typed: digits so far. finished: the bins counted before, newest first.
    job: the task that is being done. waiting: tasks of the floor's queue, the next one first.
    """

    screen: ClassVar[str] = "count"

    bin: str
    zone: str = ""
    line: LineView | None = None
    lot: str = ""
    rows: tuple[CountRow, ...] = ()
    comparing: bool = False
    typed: str = ""
    finished: tuple[CountedBin, ...] = ()
    whys: tuple[CountWhy, ...] = ()
    job: CheckRow | None = None
    waiting: tuple[CheckRow, ...] = ()

    def details(self) -> dict[str, Any]:
        return {
            "bin": self.bin,
            "sku": self.line.sku if self.line else None,
            "lot": self.lot,
            "comparing": self.comparing,
            "rows": [codec.dump(row) for row in self.rows],
            "whys": [one.value for one in self.whys],
            "job": codec.dump(self.job) if self.job else None,
            "waiting": [codec.dump(row) for row in self.waiting],
            "finished": [codec.dump(row) for row in self.finished],
        }
