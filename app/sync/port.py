"""The verbs between an origin and the centre, and the values they carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.facts import Fact, Kind
from app.store.station.values import StoredRow

PUSH_BATCH = 100


@dataclass(frozen=True)
class Hello:
    """epoch: changes when the centre was restored from a backup.

    last_seq, last_event: how far this origin's facts are there. sscc: first and past-the-last
    serial number of a new block for this station, (0, 0) = none was needed.
    """

    epoch: str
    last_seq: int
    last_event: str
    server_time: datetime
    rules_version: int
    sscc: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Pushed:
    """last_seq: everything up to here is at the centre. conflicts: event ids kept as conflicts."""

    last_seq: int
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pulled:
    """Rows changed since the cursor, in one snapshot with the new cursor and my own watermark."""

    rows: tuple[StoredRow, ...]
    cursor: str
    applied: int
    full: bool


@dataclass(frozen=True)
class Claim:
    """granted: order ids and the end of their lease (server time). holder: who has it instead;
    neither: the order is done, and nobody needs it.
    """

    granted: dict[str, datetime]
    holder: str = ""


@dataclass(frozen=True)
class EventRow:
    """One event of a row's timeline, as the centre keeps it."""

    fact: Fact
    received_at: datetime
    verdict: str
    reason: str


class StaleEpoch(Exception):
    """The centre was restored; say hello again."""


class Gap(Exception):
    """A push that does not continue where the centre stands; say hello again."""


class Fenced(Exception):
    """Another copy of this station's file has spoken since; take a new incarnation."""


class SyncPort(Protocol):
    """Every verb raises CentreAway where the centre does not answer."""

    def prepare(self) -> None:
        """Connect; the first call of all."""
        ...

    def hello(self, origin: str, incarnation: str, *, start: int, wants_sscc: bool) -> Hello: ...

    def push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed: ...

    def pull(self, origin: str, incarnation: str, epoch: str, cursor: str) -> Pulled: ...

    def claim(self, origin: str, *, count: int = 0, order: str = "") -> Claim: ...

    def claims(self, origin: str, *, renew: bool) -> dict[str, datetime]: ...

    def release(self, origin: str) -> None: ...

    def timeline(self, kind: Kind, name: str) -> tuple[EventRow, ...]: ...

    def digests(self, kind: Kind) -> dict[str, str]: ...

    def row(self, kind: Kind, name: str) -> StoredRow | None: ...

    def find_order(self, ref: str) -> tuple[str, ...]: ...

    def announce(self) -> None:
        """Tell the other stations that there is something to pull; a hint, outside any push."""
        ...

    def abort(self) -> None:
        """Break the call that is under way; from any thread, never blocks, never raises."""
        ...

    def close(self) -> None: ...
