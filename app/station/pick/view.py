"""Picking, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.station.views import LineView, View


@dataclass(frozen=True)
class WalkStop:
    """One stop ahead. wanted: units still to take there."""

    bin: str
    zone: str
    sku: str
    name: str
    wanted: int


@dataclass(frozen=True)
class PickView(View):
    """A walk. stop of stops: where the picker is, from 1. found: digits typed, "" none.

    bin_confirmed: the picker has proven the bin by a scan. next_stops: the nearest ones ahead.
    lot, expiry (ISO 8601), serial: of the unit in the hand, "" none. asked_lot, asked_serial: what
    the order asks for, "" = any; asked_soft: others will do where these are not there.
    """

    screen: ClassVar[str] = "pick"

    stop: int
    stops: int
    bin: str
    zone: str
    line: LineView
    tote: str
    bin_confirmed: bool
    next_stops: tuple[WalkStop, ...] = ()
    found: str = ""
    lot: str = ""
    expiry: str = ""
    serial: str = ""
    asked_lot: str = ""
    asked_serial: str = ""
    asked_soft: bool = False
    alike: LineView | None = None  # a product that is often taken for this one
    wrong: LineView | None = None  # the product scanned by mistake, for its picture

    def details(self) -> dict[str, Any]:
        return self.line.details() | {
            "stop": self.stop,
            "stops": self.stops,
            "bin": self.bin,
            "tote": self.tote,
            "bin_confirmed": self.bin_confirmed,
            "alike": self.alike.sku if self.alike else None,
        }
