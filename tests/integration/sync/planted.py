"""Bugs for the tests to find, each with the one promise that it breaks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest import mock

import sqlalchemy as sa
import uuid_utils

from app.clock import Clock
from app.domain.facts import Fact, FactKind, Subject
from app.domain.reduce import moves
from app.store.centre.settings import LEASE
from app.store.centre.tables import feed
from app.store.station.meta import Meta
from app.store.station.tables import journal_subject
from app.store.station.values import IndexedRow
from app.sync import claims, exchange
from app.sync.apply import Batch
from app.sync.centre import SqlCentre
from app.sync.feed import Changed, Feed, FeedStanding, PostgresFeed
from app.sync.port import Claim, Fenced, Hello, Pushed
from tests.helpers.model import FragileFile, FragileRefresh

# --- in a station's file -------------------------------------------------------------------------


class BeepFirst(FragileFile):
    """I1: an input is answered before it is durable; what was answered last is gone with the power."""

    _durable: bytes | None = None

    def record(self, *args: Any, **words: Any) -> tuple[Fact, ...]:
        with closing(sqlite3.connect(self.path)) as db:
            self._durable = db.serialize()
        return super().record(*args, **words)

    def keep(self, meta: Meta) -> None:
        super().keep(meta)
        self._durable = None

    def close(self) -> None:
        super().close()
        if self._durable is not None:
            self.path.write_bytes(self._durable)


class OthersOnly(FragileRefresh):
    def take_over(
        self, rows: Sequence[IndexedRow], *, full: bool, meta: Meta
    ) -> tuple[Subject, ...]:
        with self.file.db.reading() as db:
            own = {(row.kind, row.id) for row in db.execute(sa.select(journal_subject))}
        others = [item for item in rows if (item.row.kind, item.row.id) not in own]
        return super().take_over(others, full=full, meta=meta)


class KeepsItsOwn(FragileFile):
    """I4: a row that this station worked on is never taken from the centre again."""

    def refreshing(self) -> FragileRefresh:
        return OthersOnly(self)


class SentIsHidden(FragileFile):
    """I6: what was sent is no longer laid on top, before rows with it in them have come."""

    def keep(self, meta: Meta) -> None:
        super().keep(replace(meta, applied=meta.acked))


class RowsLast(FragileRefresh):
    def take_over(
        self, rows: Sequence[IndexedRow], *, full: bool, meta: Meta
    ) -> tuple[Subject, ...]:
        self.file.keep(meta)
        return super().take_over(rows, full=full, meta=meta)


class CursorFirst(FragileFile):
    """I7: the cursor is durable before the rows are."""

    def refreshing(self) -> FragileRefresh:
        return RowsLast(self)


# --- at the centre -------------------------------------------------------------------------------


class NoDedupe(SqlCentre):
    """I2: a lost answer is pushed again, and taken for something new."""

    def push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        with self._engine.begin() as db:
            me = db.execute(exchange.its_row(origin, incarnation)).one()
            again = [fact for fact in facts if fact.seq <= me.last_seq]
            fresh = [replace(fact, event_id=str(uuid_utils.uuid7())) for fact in again]
            exchange.apply(db, fresh, self._now(db))
        return super().push(origin, incarnation, epoch, facts)


class NoFence(SqlCentre):
    """I2: a station that comes back with an old disk is taken for the one that was here."""

    def hello(self, *args: Any, **words: Any) -> Hello:
        return replace(super().hello(*args, **words), last_event="")

    def push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        try:
            return super().push(origin, incarnation, epoch, facts)
        except Fenced:
            return Pushed(facts[-1].seq)


class UndoneStaysOut(SqlCentre):
    """I3: a unit that is put back is not counted back into its bin."""

    def push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        def some(fact: Fact) -> Any:
            return () if fact.kind == FactKind.PICK_UNDONE else moves(fact)

        with mock.patch("app.sync.apply.moves", some):
            return super().push(origin, incarnation, epoch, facts)


class Silent(SqlCentre):
    """I5: a conflict is marked at its fact, and nobody is told."""

    def push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        with mock.patch.object(Batch, "open_trouble"):
            return super().push(origin, incarnation, epoch, facts)


class NoWatermark(SqlCentre):
    """I6: a pull does not say how much of the station's own work is in its rows."""

    def pull(self, origin: str, incarnation: str, epoch: str, cursor: str) -> Any:
        return replace(super().pull(origin, incarnation, epoch, cursor), applied=0)


@dataclass(frozen=True)
class SameEpoch:
    """A feed that is the same after a restore."""

    feed: Feed

    def standing(self, db: sa.Connection, origin: str, incarnation: str) -> FeedStanding:
        return replace(self.feed.standing(db, origin, incarnation), epoch="always the same")

    def since(self, db: sa.Connection, cursor: str, here: FeedStanding) -> Changed | None:
        return self.feed.since(db, cursor, replace(here, cursor=cursor))


class NoEpoch(SqlCentre):
    """I7: the centre comes back from a backup, and nobody can tell."""

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._feed = SameEpoch(self._feed)


class CountingFeed(PostgresFeed):
    """Its cursor is the largest number seen; an older transaction may commit with a smaller one."""

    def standing(self, db: sa.Connection, origin: str, incarnation: str) -> FeedStanding:
        newest = db.execute(sa.select(sa.func.max(feed.c.seq))).scalar() or 0
        return replace(super().standing(db, origin, incarnation), cursor=str(newest), floor=0)

    def since(self, db: sa.Connection, cursor: str, here: FeedStanding) -> Changed:
        query = sa.select(feed.c.kind, feed.c.id).where(feed.c.seq > int(cursor)).distinct()
        return {(row.kind, row.id) for row in db.execute(query)}


class CountingCentre(SqlCentre):
    """I7, on PostgreSQL: a counter for a cursor."""

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._feed = CountingFeed()


@contextmanager
def no_locks() -> Iterator[None]:
    """I8, where several claim at once: no row is locked."""
    with mock.patch.object(sa.Select, "with_for_update", lambda query, **_words: query):
        yield


class FreeClaims(SqlCentre):
    """I8: whoever asks is given the order."""

    def claim(self, origin: str, *, count: int = 0, order: str = "") -> Claim:
        if not order:
            return super().claim(origin, count=count)
        with self._engine.begin() as db:
            until = self._now(db) + LEASE
            claims.grant(db, origin, [order], until)
            return Claim({order: until})
