"""Products that are taken for each other, and what tells them apart. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class DayCount:
    """So often a station scanned one product where it was asked for another, on one day (UTC)."""

    day: date
    expected: str
    scanned: str
    count: int
