"""Packing, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.station.views import NO_LINE, LabelState, LineView, View


@dataclass(frozen=True)
class CartonChoice:
    """A box to choose. suggested: the one that OK takes."""

    code: str
    name: str
    suggested: bool


@dataclass(frozen=True)
class PackView(View):
    """A box being packed. parcel: its number within the order, from 1.

    line: the one in work, else the one scanned last. lines: all of the order.
    cartons: the boxes to choose from, smallest first; () = none is asked for.
    grams, expected_g: of the whole box, None = unknown. label_reason: why its label failed.
    asks_reprint: the screen asks why the label is wanted again. removing: the next unit scanned is
    taken out. typed: digits so far. last: the line scanned last. wrong: the product refused last.
    alike: a product that is often taken for the one in work.
    notes: what the packer must read and confirm now. homeless: damaged units without a place.
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
    alike: LineView | None = None
    wrong: LineView | None = None
    carrier: str = ""
    notes: tuple[str, ...] = ()
    homeless: int = 0

    def details(self) -> dict[str, Any]:
        return (self.line or NO_LINE).details() | {
            "parcel": self.parcel,
            "sscc": self.sscc,
            "carton": self.carton,
            "label": self.label.value,
            "label_reason": self.label_reason,
            "removing": self.removing,
            "notes": list(self.notes),
            "homeless": self.homeless,
            "alike": self.alike.sku if self.alike else None,
            "grams": self.grams,
            "expected_grams": self.expected_g,
            "lines": [
                {"sku": line.sku, "done": line.done, "wanted": line.wanted, "short": line.short}
                for line in self.lines
            ],
            "sets": [
                {"sku": kit.sku, "done": kit.done, "wanted": kit.wanted}
                for kit in dict.fromkeys(line.kit for line in self.lines)
                if kit is not None
            ],
        }
