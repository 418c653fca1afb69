"""The state of one pick."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.capture import Unit


class Phase(StrEnum):
    """What the next scan is expected to be."""

    BIN = "bin"
    PRODUCT = "product"
    CAPTURE = "capture"  # lot, expiry or serial of `pending`
    TOTE = "tote"
    FOUND = "found"  # how many were found
    DAMAGED = "damaged"  # which unit is damaged


@dataclass(frozen=True)
class PickStop:
    """Units of one line to be taken from one bin; put: how many of `done` are in a tote."""

    line: int
    sku: str
    bin: str
    wanted: int
    done: int = 0
    put: int = 0

    @property
    def complete(self) -> bool:
        return self.put >= self.wanted


@dataclass(frozen=True)
class PickTask:
    """The state of one pick; it lives in the session and survives a restart.

    confirmed: the stop's bin was proven by a scan. steps: units undo takes back, oldest first.
    """

    order: str
    stops: tuple[PickStop, ...]
    at: int = 0
    phase: Phase = Phase.BIN
    confirmed: bool = False
    tote: str = ""
    other_tote: str = ""
    typed: str = ""
    pending: Unit | None = None
    steps: tuple[Unit, ...] = ()

    @property
    def stop(self) -> PickStop:
        return self.stops[self.at]
