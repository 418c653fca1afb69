"""A bin being counted, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.domain import codec
from app.domain.packs import InPacks
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
    """A bin whose count was recorded. right: it held what was expected."""

    bin: str
    units: int
    right: bool


@dataclass(frozen=True)
class CountView(View):
    """A bin being counted. bin "" = one is to be scanned. line, lot: what was counted last.

    rows: what is counted so far; while comparing also what was expected and not found.
    comparing: count and expected stock differ, and both are shown.
    typed: digits so far. finished: the bins counted before, newest first.
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

    def details(self) -> dict[str, Any]:
        return {
            "bin": self.bin,
            "sku": self.line.sku if self.line else None,
            "lot": self.lot,
            "comparing": self.comparing,
            "rows": [codec.dump(row) for row in self.rows],
            "finished": [codec.dump(row) for row in self.finished],
        }
