"""Loading a truck, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.domain import codec
from app.station.views import View


@dataclass(frozen=True)
class LoadRow:
    """An open load. loaded of expected: numbers of parcels."""

    load: str
    carrier: str
    dock: str
    cut_off: datetime
    loaded: int
    expected: int


@dataclass(frozen=True)
class MissingParcel:
    """A parcel that should be on the load, and where and when it was last seen."""

    sscc: str
    order: str
    place: str
    state: str
    seen_at: datetime | None


@dataclass(frozen=True)
class OrderToCome:
    """An order that should go with the load and is not packed. sub: its sub-state.

    station: where somebody works on it, "" nowhere.
    """

    order: str
    sub: str
    station: str


@dataclass(frozen=True)
class LoadView(View):
    """A truck being loaded. load "" = none is open; `open_loads` are the choice then.

    loaded of expected: numbers of parcels. missing: the first of those not loaded.
    to_come: the first of the orders that should go with it and are not packed.
    all_to_come: how many these are.
    take_off: those that must not leave with it. asks_reason: the screen asks why a parcel is back.
    closed: the manifest is made.
    last_sscc, last_order, last_receiver: of the parcel loaded last. now: of the time to cut-off.
    """

    screen: ClassVar[str] = "load"

    load: str
    carrier: str
    dock: str
    cut_off: datetime | None
    loaded: int
    expected: int
    missing: tuple[MissingParcel, ...] = ()
    last_sscc: str = ""
    last_order: str = ""
    last_receiver: str = ""
    open_loads: tuple[LoadRow, ...] = ()
    now: datetime | None = None
    take_off: tuple[MissingParcel, ...] = ()
    asks_reason: bool = False
    closed: bool = False
    to_come: tuple[OrderToCome, ...] = ()
    all_to_come: int = 0

    def details(self) -> dict[str, Any]:
        return {
            "load": self.load,
            "carrier": self.carrier,
            "dock": self.dock,
            "done": self.loaded,
            "wanted": self.expected,
            "missing": [codec.dump(row) for row in self.missing],
            "to_come": [row.order for row in self.to_come],
            "take_off": [row.order for row in self.take_off],
        }
