"""What the sync tells the engine; the engine alone writes the station's file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.store.station_values import IndexedRow
from app.sync.port import Hello


@dataclass(frozen=True)
class HelloSaid:
    """forked: this file is an old copy or a clone; it goes on under a new incarnation."""

    hello: Hello
    forked: bool


@dataclass(frozen=True)
class FactsPushed:
    last_seq: int


@dataclass(frozen=True)
class RowsPulled:
    """One page of a pull; cursor and applied count with the last page only."""

    rows: tuple[IndexedRow, ...]
    last: bool
    full: bool
    cursor: str
    applied: int


@dataclass(frozen=True)
class ClaimsHeld:
    """All orders this station holds now, with the ends of their leases (server time)."""

    claims: dict[str, datetime]


@dataclass(frozen=True)
class ClaimRefused:
    """Another station holds the order that was opened here."""

    order: str
    holder: str


@dataclass(frozen=True)
class LinkChanged:
    """The centre answers or does not."""

    online: bool
    reason: str = ""


SyncNews = HelloSaid | FactsPushed | RowsPulled | ClaimsHeld | ClaimRefused | LinkChanged
