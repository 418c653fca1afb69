"""The verbs between an origin and the centre, and the values they carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from app.domain.alarms import MixUp
from app.domain.facts import Fact, Kind
from app.domain.lookalike import DayCount
from app.domain.plan.allocate import Allocation, Pin
from app.store.station.values import StoredRow

PUSH_BATCH = 100


@dataclass(frozen=True)
class Hello:
    """The centre's answer to a hello.

    epoch: changes when the centre was restored from a backup.
    last_seq, last_event: sequence number and event id of this incarnation's last fact at the
    centre; `start` and "" where it has none.
    rules_version: facts are applied at least by these rules.
    sscc: the first serial number of a new block for this station and the first one past it;
    (0, 0) = no block was asked for.
    """

    epoch: str
    last_seq: int
    last_event: str
    server_time: datetime
    rules_version: int
    sscc: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Pushed:
    """last_seq: the centre has every fact up to this one. conflicts: event ids of the facts in this
    push that it kept as conflicts.
    """

    last_seq: int
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pulled:
    """rows: changed since the cursor that was asked with. cursor: for the next pull. applied: the
    asking station's facts up to this sequence number are in the rows. full: these are
    all rows a station needs; any other is gone.
    """

    rows: tuple[StoredRow, ...]
    cursor: str
    applied: int
    full: bool


@dataclass(frozen=True)
class Claim:
    """granted: order ids and the end of each lease (the centre's time). holder: the station that
    has the named order instead. Without both, the named order is done and nobody needs it.
    promised: the goods of each granted order that is still to be picked, and what it is short of.
    """

    granted: dict[str, datetime]
    holder: str = ""
    promised: dict[str, Allocation] = field(default_factory=dict)


@dataclass(frozen=True)
class Held:
    """A station's claims. until: order id -> end of its lease, by the centre's time. wanted: ids
    of those that another station has asked for. pins: the goods that each has been promised.
    """

    until: dict[str, datetime]
    wanted: frozenset[str] = frozenset()
    pins: dict[str, tuple[Pin, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class EventRow:
    """One event of a row's timeline.

    received_at: the centre's time. verdict: "applied" or "conflict". reason: of a conflict, or "".
    """

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
    """The centre as a station or an import sees it. One object belongs to one thread.

    Every call but `abort` and `close` raises CentreAway where the centre does not answer or is
    damaged; `prepare`, `hello`, `push` and `pull` raise VersionsDiffer where this program is too
    old for the centre or too new. A call that raised CentreAway may have been done all the same,
    when only its answer was lost. Every call can be made again without harm.
    Times are aware, UTC, by the centre's clock.
    """

    def prepare(self) -> None:
        """Connect; the first call of all."""
        ...

    def hello(self, origin: str, incarnation: str, *, start: int, wants_sscc: bool) -> Hello:
        """Make this life of an origin's file known, and learn how far its facts are here.

        start: the sequence number before this incarnation's first fact; counts at the first hello
        of an incarnation only.
        wants_sscc: hand out a new block of serial numbers. No number is handed out twice, also
        where the answer is lost.
        """
        ...

    def push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        """Bring facts of one incarnation to the centre, all or none.

        facts: by sequence number without a gap, at most PUSH_BATCH; the first follows the last
        that is here, or is here already. What is here already changes nothing.
        Raises StaleEpoch where the centre is not the one of the last hello, Gap where facts are
        missing before these, Fenced where other facts have these numbers at the centre.
        """
        ...

    def pull(self, origin: str, incarnation: str, epoch: str, cursor: str) -> Pulled:
        """The rows that changed since a cursor, with the new cursor and how many of this
        incarnation's facts are in them, all of one snapshot. In no order.

        cursor: "" = everything a station needs. A cursor that is older than the feed, or ahead of
        it, is answered like "". Raises StaleEpoch.
        """
        ...

    def claim(self, origin: str, *, count: int = 0, order: str = "") -> Claim:
        """Claim one named order; without a name the first `count` of the queue that wait to be
        picked and are nobody's, by priority, due time and id. Fewer where there are fewer. The
        goods that each needs are promised to it, as far as there are any that nobody else has.

        The claim of another station stands, however silent it is, unless the site has decided
        after how many hours of silence its orders are anybody's. The other station is asked for
        the order: only it knows whether it has begun it. A station that holds nothing while
        nothing is free asks for one order of another's reserve.
        """
        ...

    def claims(self, origin: str, *, renew: bool) -> Held:
        """What this station has claimed, and the goods of each order. renew: all leases start anew,
        and orders that are short are promised what has come in.
        """
        ...

    def give_back(self, origin: str, order: str) -> None:
        """The station does not need this claimed order: it is the one's who asked for it, or
        anybody's. Nothing happens to an order that is not this station's.
        """
        ...

    def stand(self, origin: str, text: str) -> None:
        """Tell how the station stands, for whoever watches the floor. text: a `Standing`."""
        ...

    def tell_mix_ups(self, origin: str, counts: Sequence[DayCount]) -> tuple[MixUp, ...]:
        """Tell how often this station mis-scanned a product on a day, of those days and pairs that
        have changed. Returns the pairs that are frequent at the site, the most frequent first.
        """
        ...

    def release(self, origin: str) -> None:
        """Give back the claimed orders that nobody has begun; the others stay this station's."""
        ...

    def timeline(self, kind: Kind, name: str) -> tuple[EventRow, ...]:
        """Every event that names a row, in the order in which they reached the centre; () where
        there is none. Raises CentreAway with the name of an event that cannot be read.
        """
        ...

    def digests(self, kind: Kind) -> dict[str, str]:
        """Id -> body of every row of a kind, of orders the digest of their document instead: what
        an import compares its documents with. As many as there are.
        """
        ...

    def cancelled(self) -> frozenset[str]:
        """Ids of all cancelled orders: an import that cancels one of them again changes nothing."""
        ...

    def row(self, kind: Kind, name: str) -> StoredRow | None:
        """The row with this id; None = there is none."""
        ...

    def find_order(self, ref: str) -> tuple[str, ...]:
        """Ids of the orders with this number, one for each channel that uses it, or with this id;
        sorted by id.
        """
        ...

    def announce(self) -> None:
        """Tell the other stations that there is something to pull; a hint, outside any push."""
        ...

    def abort(self) -> None:
        """Break the call that is under way; from any thread, never blocks, never raises."""
        ...

    def close(self) -> None:
        """For good; a call after it is a bug."""
        ...
