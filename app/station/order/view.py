"""One order with its timeline, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.domain import codec
from app.domain.outcome import Values
from app.domain.packs import PackCount
from app.station.views import LabelState, LineView, View


@dataclass(frozen=True)
class TimelineRow:
    """One thing that happened to an order. pack: the packs scanned for it, None = no pack was."""

    at: datetime
    what: str  # fact kind
    station: str
    operator: str
    device: str
    verdict: str  # applied, conflict, waiting
    values: Values
    pack: PackCount | None = None


@dataclass(frozen=True)
class ParcelRow:
    """A box of the order. number: from 1, 0 = unknown. grams: None = not weighed."""

    number: int
    sscc: str
    carton: str
    label: LabelState
    place: str
    grams: int | None


@dataclass(frozen=True)
class OrderView(View):
    """An order. state, sub_state: as in `app.domain.rows.orders`. timeline: newest last.

    town: where it goes. notes: what its shop says to whoever packs it.
    opens: there is work on it that this bench may begin.
    """

    screen: ClassVar[str] = "order"

    order: str
    state: str
    sub_state: str
    customer: str
    carrier: str
    lines: tuple[LineView, ...]
    parcels: tuple[ParcelRow, ...]
    timeline: tuple[TimelineRow, ...]
    town: str = ""
    notes: tuple[str, ...] = ()
    opens: bool = False

    def details(self) -> dict[str, Any]:
        return {
            "order": self.order,
            "order_state": self.state,
            "order_sub_state": self.sub_state,
            "town": self.town,
            "notes": list(self.notes),
            "opens": self.opens,
            "parcels": [codec.dump(row) for row in self.parcels],
        }
