"""The centre's side of the protocol, on one SQL database; the only code that changes the centre.

Here is the connection: which calls are a transaction and which a snapshot, and what a fault is
called. What a call does stands in `exchange`, `claims` and `ask`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

import sqlalchemy as sa
import uuid_utils

from app.clock import Clock
from app.domain import codec, lookalike
from app.domain.alarms import Alarm, Mishap, MixUp, OpenAlarm
from app.domain.facts import Fact, FactKind, Kind
from app.domain.lookalike import DayCount
from app.domain.plan.allocate import Ends, Pin, Short
from app.domain.rows.messages import Message
from app.domain.rows.site_rules import SiteRule
from app.domain.rows.things import Bin, ExceptionRow
from app.domain.thresholds import Thresholds
from app.store import database, schema
from app.store.centre import feed as centre_feed
from app.store.centre import settings
from app.store.centre.tables import meta
from app.store.database import centre_faults
from app.store.station.values import StoredRow
from app.sync import (
    alarms,
    ask,
    claims,
    exchange,
    find,
    lookout,
    mix_ups,
    promises,
    standing,
    wake,
    watch,
)
from app.sync.feed import feed_for
from app.sync.history import History
from app.sync.port import Claim, EventRow, Held, Hello, Pulled, Pushed
from app.sync.watch import Heard, Passed, Watched


class SqlCentre:
    """`SyncPort` in the process. One object per thread."""

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._feed = feed_for(engine)
        self._open = database.open_connections(engine)

    @classmethod
    def open(cls, url: str, clock: Clock) -> SqlCentre:
        """Connect; a file is migrated, a server's centre only looked at.

        Raises CentreAway, StorageFault, and VersionsDiffer where programs and centre differ.
        """
        centre = cls.at(url, clock)
        try:
            centre.prepare()
        except BaseException:  # whatever ends it, no connection stays open
            centre.close()
            raise
        return centre

    @classmethod
    def at(cls, url: str, clock: Clock) -> SqlCentre:
        """Not connected yet, so that `abort` reaches the very first call, too."""
        return cls(database.open_centre(url), clock)

    def prepare(self) -> None:
        with centre_faults():
            if self._engine.dialect.name == "sqlite":
                schema.upgrade(self._engine, "centre")
                with self._engine.begin() as db:
                    centre_feed.trim(db, self._clock.now().date())
            else:
                schema.check(self._engine)
        with self._writing() as db:
            _found(db)

    def close(self) -> None:
        database.close_engine(self._engine)

    def abort(self) -> None:
        database.break_connections(self._open)

    def announce(self) -> None:
        if self._engine.dialect.name == "postgresql":
            with centre_faults():
                wake.announce(self._engine)

    # --- exchange ---------------------------------------------------------------------------------

    def hello(self, origin: str, incarnation: str, *, start: int, wants_sscc: bool) -> Hello:
        with self._writing() as db:
            now, feed = self._now(db), self._feed
            return exchange.hello(
                db, feed, now, origin, incarnation, start=start, wants_sscc=wants_sscc
            )

    def push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        with centre_faults():
            try:
                return self._push(origin, incarnation, epoch, facts)
            except sa.exc.IntegrityError:
                # Another origin inserted one of these rows between our SELECT and our INSERT. Try
                # once more: now the row can be seen and locked.
                return self._push(origin, incarnation, epoch, facts)

    def _push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        with self._engine.begin() as db:
            return exchange.push(db, self._feed, self._now, origin, incarnation, epoch, facts)

    def pull(self, origin: str, incarnation: str, epoch: str, cursor: str) -> Pulled:
        with self._reading() as db:
            return exchange.pull(db, self._feed, origin, incarnation, epoch, cursor)

    # --- claims -----------------------------------------------------------------------------------

    def claim(self, origin: str, *, count: int = 0, order: str = "") -> Claim:
        with self._writing() as db:
            now = self._now(db)
            if order:
                return claims.claim_one(db, origin, now, order)
            return claims.claim_next(db, origin, now, count)

    def claims(self, origin: str, *, renew: bool) -> Held:
        with self._writing() as db:
            now = self._now(db)
            if renew:
                claims.renew(db, origin, now)
            return claims.held(db, origin, now)

    def give_back(self, origin: str, order: str) -> None:
        with self._writing() as db:
            claims.give_back(db, origin, self._now(db), order)

    def stand(self, origin: str, text: str) -> None:
        with self._writing() as db:
            standing.stand(db, origin, self._now(db), text)

    def tell_mix_ups(self, origin: str, counts: Sequence[DayCount]) -> tuple[MixUp, ...]:
        with self._writing() as db:
            mix_ups.tell(db, origin, counts)
            since = self._now(db).date() - timedelta(days=lookalike.DAYS)
            return mix_ups.frequent(db, since, lookalike.LEAST)

    def release(self, origin: str) -> None:
        with self._writing() as db:
            claims.release(db, origin, self._now(db))

    # --- ask --------------------------------------------------------------------------------------

    def timeline(self, kind: Kind, name: str) -> tuple[EventRow, ...]:
        with self._reading() as db:
            return ask.timeline(db, kind, name)

    def facts_since(self, kind: FactKind, since: datetime) -> tuple[Fact, ...]:
        """All facts of a kind that happened since, oldest first. Every fact of the site is read."""
        with self._reading() as db:
            return ask.facts_since(db, kind, since)

    def digests(self, kind: Kind) -> dict[str, str]:
        with self._reading() as db:
            return ask.digests(db, kind)

    def cancelled(self) -> frozenset[str]:
        with self._reading() as db:
            return ask.cancelled(db)

    def row(self, kind: Kind, name: str) -> StoredRow | None:
        with self._reading() as db:
            return ask.row(db, kind, name)

    def exceptions(self, *, closed: bool) -> dict[str, ExceptionRow]:
        """What waits for a person, by id. closed: also what is over."""
        with self._reading() as db:
            return ask.exceptions(db, closed=closed)

    def bins_of(self, sku: str) -> tuple[Bin, ...]:
        """Bins that hold or once held this SKU."""
        with self._reading() as db:
            return ask.bins_of(db, sku)

    def promised_to_others(self, order: str, sku: str) -> Counter[str]:
        """Units of a SKU that other orders than this one have been promised, by bin."""
        with self._reading() as db:
            return ask.promised_to_others(db, order, sku)

    def ends(self) -> Ends:
        """Which of two dates takes goods out of sale."""
        with self._reading() as db:
            return settings.allocation(db).ends

    def site_rules(self) -> dict[str, SiteRule]:
        """What the site has set, by the rule's name."""
        rows = self.digests(Kind.SITE)
        return {name: codec.from_text(SiteRule, body) for name, body in rows.items()}

    def messages(self) -> tuple[Message, ...]:
        """Messages to benches, the oldest first."""
        rows = [codec.from_text(Message, body) for body in self.digests(Kind.MESSAGE).values()]
        return tuple(sorted(rows, key=lambda row: (row.sent_at, row.id)))

    def find_order(self, ref: str) -> tuple[str, ...]:
        with self._reading() as db:
            return ask.find_order(db, ref)

    def search(self, text: str, limit: int = find.LIMIT) -> find.Hits:
        """Orders by a fragment or a scan of at least two letters: of their number, customer, place,
        goods, lots, serial numbers, totes, parcels or loads. Newest first, at most `limit`.
        """
        with self._reading() as db:
            return find.search(db, text, limit)

    def promised(self, order: str) -> tuple[Pin, ...]:
        """The goods that an order has been promised, by line and bin."""
        with self._reading() as db:
            return promises.pins(db, [order])[order]

    def outlook(self) -> dict[str, tuple[Short, ...]]:
        """As `promises.outlook`."""
        with self._reading() as db:
            return promises.outlook(db, self._now(db))

    # --- watch ------------------------------------------------------------------------------------

    def changes(self, kinds: Collection[Kind], epoch: str, cursor: str) -> Watched:
        """As `watch.changes`."""
        with self._reading() as db:
            return watch.changes(db, self._feed, self._now(db), kinds, epoch, cursor)

    def passed(
        self, kinds: Sequence[FactKind], since: datetime, orders: Collection[str] | None = None
    ) -> tuple[Passed, ...]:
        """As `watch.passed`."""
        with self._reading() as db:
            return watch.passed(db, kinds, since, orders)

    def heard(self) -> tuple[Heard, ...]:
        """As `watch.heard`."""
        with self._reading() as db:
            return watch.heard(db)

    # --- alarms -----------------------------------------------------------------------------------

    def reconcile(self, found: Sequence[Alarm], limits: Thresholds) -> tuple[OpenAlarm, ...]:
        """As `alarms.reconcile`."""
        with self._writing() as db:
            return alarms.reconcile(db, self._now(db), found, limits)

    def alarms(self) -> tuple[OpenAlarm, ...]:
        """What was raised and is not over, the oldest first."""
        with self._reading() as db:
            return alarms.standing(db)

    def acknowledge(self, name: str, by: str) -> bool:
        """As `alarms.acknowledge`."""
        with self._writing() as db:
            return alarms.acknowledge(db, self._now(db), name, by)

    def claim_telling(self) -> tuple[OpenAlarm, ...]:
        """As `alarms.claim_telling`."""
        with self._writing() as db:
            return alarms.claim_telling(db, self._now(db))

    def give_back_telling(self, names: Collection[str]) -> None:
        """As `alarms.give_back_telling`."""
        with self._writing() as db:
            alarms.give_back_telling(db, names)

    def forget_old_alarms(self) -> None:
        with self._writing() as db:
            alarms.forget_old(db, self._now(db))

    def moved(self, orders: Collection[str]) -> dict[str, datetime]:
        """As `lookout.moved`."""
        with self._reading() as db:
            return lookout.moved(db, orders)

    def mishaps(self, span: timedelta) -> tuple[Mishap, ...]:
        """As `lookout.mishaps`."""
        with self._reading() as db:
            return lookout.mishaps(db, self._now(db), span)

    def mix_ups(self, days: int, least: int) -> tuple[MixUp, ...]:
        """As `mix_ups.frequent`, of the last days."""
        with self._reading() as db:
            since = self._now(db).date() - timedelta(days=days)
            return mix_ups.frequent(db, since, least)

    # --- reports ----------------------------------------------------------------------------------

    @contextmanager
    def history(self) -> Iterator[History]:
        """One snapshot, which ends with the `with`."""
        with self._reading() as db:
            yield History(db)

    # --- the connection ---------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with centre_faults(), self._engine.begin() as db:
            yield db

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with centre_faults(), database.reading(self._engine) as db:
            yield db

    def _now(self, db: sa.Connection) -> datetime:
        """The centre's time: the server's where there is one."""
        if self._engine.dialect.name == "sqlite":
            return self._clock.now()
        found: datetime = db.execute(sa.text("SELECT now()")).scalar_one()
        return found


def _found(db: sa.Connection) -> None:
    """First use: give the centre its epoch; of several programs the first one's counts."""
    epoch = sa.select(meta.c.value).where(meta.c.key == "epoch")
    give = sa.text("INSERT INTO meta(key, value) VALUES (:key, :value) ON CONFLICT DO NOTHING")
    if db.execute(epoch).scalar() is None:
        first = {"epoch": str(uuid_utils.uuid4()), "sscc_next": "1"}
        db.execute(give, [{"key": key, "value": value} for key, value in first.items()])
