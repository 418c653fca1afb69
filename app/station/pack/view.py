"""Packing, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.station.views import NO_LINE, LabelState, LineView, View


@dataclass(frozen=True)
class CartonChoice:
    code: str
    name: str
    suggested: bool


@dataclass(frozen=True)
class PackView(View):
    """S5. parcel counts from 1; grams, expected_g None while unknown; typed "" none.

    line: the one last scanned, else the first open one. label_reason says why a label failed.
    asks_reprint: why the label is wanted again is asked, 1 to 3.
    """

    screen: ClassVar[str] = "pack"

    parcel: int
    carton: str
    line: LineView | None
    lines: tuple[LineView, ...]
    cartons: tuple[CartonChoice, ...] = ()
    grams: int | None = None
    expected_g: int | None = None
    label: LabelState = LabelState.NONE
    label_reason: str = ""
    asks_reprint: bool = False
    sscc: str = ""
    removing: bool = False
    typed: str = ""
    last: LineView | None = None
    wrong: LineView | None = None
    carrier: str = ""

    def details(self) -> dict[str, Any]:
        return (self.line or NO_LINE).details() | {
            "parcel": self.parcel,
            "sscc": self.sscc,
            "carton": self.carton,
            "label": self.label.value,
            "label_reason": self.label_reason,
            "removing": self.removing,
            "grams": self.grams,
            "expected_grams": self.expected_g,
            "lines": [
                {"sku": line.sku, "done": line.done, "wanted": line.wanted, "short": line.short}
                for line in self.lines
            ],
        }
