"""The last labels of a bench, as the screen shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.domain import codec
from app.station.views import View


@dataclass(frozen=True)
class LabelRow:
    """number: place in the list, from 1. label: its state, as in `app.domain.rows.things`.

    prints: how often it was ordered. chosen: it is the one wanted again.
    """

    number: int
    sscc: str
    order: str
    customer: str
    carrier: str
    label: str
    prints: int
    chosen: bool


@dataclass(frozen=True)
class LabelsView(View):
    """rows: printed last first. typed: digits so far. asking: a reason is asked for."""

    screen: ClassVar[str] = "labels"

    rows: tuple[LabelRow, ...]
    typed: str = ""
    asking: bool = False

    def details(self) -> dict[str, Any]:
        return {"labels": [codec.dump(row) for row in self.rows], "asking": self.asking}
