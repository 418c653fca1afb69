"""Home, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from app.domain import codec
from app.station.load.view import LoadRow
from app.station.views import View


class QueueKind(StrEnum):
    PICK = "pick"
    PACK = "pack"


@dataclass(frozen=True)
class QueueRow:
    """One order that waits. lines, units: what is left to do.

    id: of the order's row. tote: its totes, "" none. started_by: the station that began it, ""
    none. held: it is parked.
    """

    kind: QueueKind
    order: str
    customer: str
    carrier: str
    priority: int
    lines: int
    units: int
    placed_at: datetime
    cut_off: datetime | None = None
    tote: str = ""
    started_by: str = ""
    held: bool = False
    id: str = ""


@dataclass(frozen=True)
class Card:
    """What was scanned at home: a title, and rows of (field code, value).

    Of a search the rows are (an order's number, its customer and totes). picture: file name, ""
    none.
    """

    what: str  # product, bin, parcel, carton, search
    title: str
    rows: tuple[tuple[str, str], ...]
    picture: str = ""


@dataclass(frozen=True)
class HomeView(View):
    """Home. to_pick, to_pack: numbers of orders. exceptions: number of open ones.

    my_orders, my_units: what this operator packed here since midnight (station's zone).
    card: what was scanned, None = nothing. now: of the times until cut-offs.
    """

    screen: ClassVar[str] = "home"

    to_pick: int
    to_pack: int
    loads_open: int
    exceptions: int
    tasks: int
    counts: int
    queue: tuple[QueueRow, ...]
    loads: tuple[LoadRow, ...]
    my_orders: int = 0
    my_units: int = 0
    card: Card | None = None
    now: datetime | None = None

    def details(self) -> dict[str, Any]:
        return {
            "to_pick": self.to_pick,
            "to_pack": self.to_pack,
            "loads_open": self.loads_open,
            "exceptions": self.exceptions,
            "queue": [codec.dump(row) for row in self.queue],
            "loads": [codec.dump(row) for row in self.loads],
            "card": codec.dump(self.card),
        }
