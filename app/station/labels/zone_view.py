"""The labels of a zone's bins, as the screen shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.domain import codec
from app.station.views import View


@dataclass(frozen=True)
class BinLabelRow:
    """sent: its label went to the printer. proven: the label was scanned."""

    bin: str
    sent: bool
    proven: bool


@dataclass(frozen=True)
class ZoneLabelsView(View):
    """rows: bins without a proven label first. zone: "-" = of bins without one."""

    screen: ClassVar[str] = "labels"

    zone: str
    rows: tuple[BinLabelRow, ...]

    def details(self) -> dict[str, Any]:
        return {"zone": self.zone, "bins": [codec.dump(row) for row in self.rows]}
