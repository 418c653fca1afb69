"""What goes into a station's file and comes out of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from app.domain import codec
from app.domain.facts import Kind
from app.domain.plan.allocate import Allocation, Pin
from app.domain.reduce import ROW_TYPES
from app.store.lookup import codes_of, place_of

Pins = Mapping[str, tuple[Pin, ...]]
"""Order id -> the goods that the centre has promised to it; () = it has looked and has none.

An order for which it has not looked is left out.
"""
NO_PINS: Pins = MappingProxyType({})


def pins_text(pins: tuple[Pin, ...] | None) -> str:
    """An order's pins as the file keeps them, "" = none are known."""
    return "" if pins is None else codec.to_text(Allocation(pins))


def pins_in(rows: Iterable[tuple[str, str]]) -> Pins:
    """The pins of (order id, text) pairs."""
    return {name: codec.from_text(Allocation, text).pins for name, text in rows if text}


@dataclass(frozen=True)
class Entry:
    """One input as the scan log keeps it. The caller redacts `text` where it is a secret.

    ticket: the number the sender gave this input, "" = none. An input whose ticket was answered
    before is not handled again.
    """

    at: datetime
    device: str
    text: str
    symbology: str
    screen: str
    verdict: str
    severity: str
    operator: str
    values: str = "{}"
    ticket: str = ""

    def columns(self) -> dict[str, Any]:
        """The row of the scan log."""
        return {
            "at": self.at.isoformat(),
            "device": self.device,
            "input": self.text,
            "symbology": self.symbology,
            "screen": self.screen,
            "verdict": self.verdict,
            "severity": self.severity,
            "operator": self.operator,
            "values": self.values,
            "ticket": self.ticket,
        }


@dataclass(frozen=True)
class StoredRow:
    """A row as the centre sends it; body None = the row is gone."""

    kind: str
    id: str
    body: str | None


@dataclass(frozen=True)
class IndexedRow:
    """A pulled row with what a station's file stores beside it; the sync thread works it out."""

    row: StoredRow
    sub: str = ""
    priority: int = 0
    due: str = ""
    codes: tuple[str, ...] = field(default_factory=tuple)


def indexed(row: StoredRow) -> IndexedRow:
    """Raises ValueError, KeyError, TypeError or AttributeError where the row cannot be read."""
    if row.body is None:
        return IndexedRow(row)
    value = codec.from_text(ROW_TYPES[Kind(row.kind)], row.body)
    place = place_of(value)
    codes = codes_of(Kind(row.kind), row.id, value)
    return IndexedRow(row, place.sub, place.priority, place.due, codes)


def parsed_values(text: str) -> dict[str, str | int]:
    """The values of a stored verdict."""
    found: dict[str, str | int] = json.loads(text)
    return found
