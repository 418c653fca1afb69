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
class LoadView(View):
    """A truck being loaded. load "" = none is open; `open_loads` are the choice then.

    loaded of expected: numbers of parcels. missing: the first of those not loaded.
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

    def details(self) -> dict[str, Any]:
        return {
            "load": self.load,
            "carrier": self.carrier,
            "dock": self.dock,
            "done": self.loaded,
            "wanted": self.expected,
            "missing": [codec.dump(row) for row in self.missing],
            "take_off": [row.order for row in self.take_off],
        }
