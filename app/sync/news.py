"""What the sync tells the engine; the engine alone writes the station's file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.errors import Behind, EnvironmentFault, VersionsDiffer
from app.store.station.values import IndexedRow
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
    """One page of a pull; cursor and applied count with the last page only.

    refreshed: of a full pull, the centre's time.
    """

    rows: tuple[IndexedRow, ...]
    last: bool
    full: bool
    cursor: str
    applied: int
    refreshed: datetime | None = None


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
    """The centre answers or does not. behind: it does, but one of the two is too old."""

    online: bool
    reason: str = ""
    behind: Behind | None = None

    @classmethod
    def lost(cls, error: EnvironmentFault) -> LinkChanged:
        behind = error.behind if isinstance(error, VersionsDiffer) else None
        return cls(online=False, reason=str(error), behind=behind)


@dataclass(frozen=True)
class CentreAnswered:
    """The centre has just answered and what it keeps is known here; said at most once an hour.

    at: the station's own clock before it asked.
    """

    at: datetime


SyncNews = (
    HelloSaid | FactsPushed | RowsPulled | ClaimsHeld | ClaimRefused | LinkChanged | CentreAnswered
)
