"""What the sync tells the engine; the engine alone writes the station's file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.alarms import MixUp
from app.errors import Behind, Crashed, EnvironmentFault, VersionsDiffer, WrongLogin
from app.store.station.values import IndexedRow, Pins
from app.sync.port import Hello


@dataclass(frozen=True)
class HelloSaid:
    """The centre has answered hello.

    forked: it knows other facts than this file, which is an old copy or a clone and goes on under
    a new incarnation.
    """

    hello: Hello
    forked: bool


@dataclass(frozen=True)
class FactsPushed:
    """The centre has this station's facts up to this sequence number."""

    last_seq: int


@dataclass(frozen=True)
class RowsPulled:
    """One page of a pull; `cursor` and `applied` count with the last page only.

    last: no page of this pull follows. full: rows that did not come are gone. refreshed: the
    centre's time of a full pull, None for a pull of changes.
    """

    rows: tuple[IndexedRow, ...]
    last: bool
    full: bool
    cursor: str
    applied: int
    refreshed: datetime | None = None


@dataclass(frozen=True)
class ClaimsHeld:
    """All orders this station has claimed now, and the end of each lease in the centre's time.

    wanted: ids of those that another station has asked for. pins: the goods that each has been
    promised.
    """

    claims: dict[str, datetime]
    wanted: frozenset[str] = frozenset()
    pins: Pins = field(default_factory=dict)


@dataclass(frozen=True)
class ClaimsEnd:
    """The centre is about to hear of facts that end these claims.

    The station believes in them no longer: the answer may be lost, and another one may have the
    orders by then.
    """

    names: frozenset[str]


@dataclass(frozen=True)
class ClaimRefused:
    """Another station holds the order that was opened here."""

    order: str
    holder: str


@dataclass(frozen=True)
class LinkChanged:
    """Whether the centre can be used. behind: why one that answers cannot be."""

    online: bool
    reason: str = ""
    behind: Behind | None = None

    @classmethod
    def lost(cls, error: EnvironmentFault) -> LinkChanged:
        behind = error.behind if isinstance(error, VersionsDiffer) else None
        if isinstance(error, WrongLogin):
            behind = Behind.LOGIN
        return cls(online=False, reason=str(error), behind=behind)


@dataclass(frozen=True)
class CentreAnswered:
    """The centre has just answered and there was nothing left to fetch; at most once an hour.

    at: the station's own clock before it asked.
    """

    at: datetime


@dataclass(frozen=True)
class LookAlikes:
    """Pairs of products that all stations mix up often, the most frequent first."""

    pairs: tuple[MixUp, ...]


CentreNews = (
    HelloSaid
    | FactsPushed
    | RowsPulled
    | ClaimsHeld
    | ClaimsEnd
    | ClaimRefused
    | CentreAnswered
    | LookAlikes
)
"""What is written into the station's file."""

SyncNews = CentreNews | LinkChanged

Submit = Callable[[SyncNews | Crashed], None]
"""Puts a message into the engine's queue; callable from any thread, never blocks."""
