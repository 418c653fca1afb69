"""The centre's side of the protocol, on one SQL database; the only code that changes the centre."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
import uuid_utils

from app.clock import Clock
from app.domain import codec
from app.domain.facts import Fact, FactKind, Kind, Subject
from app.domain.reduce import ROW_TYPES
from app.domain.rows.orders import Sub
from app.errors import CentreAway
from app.store import schema
from app.store.centre import feed as centre_feed
from app.store.centre import settings as centre_settings
from app.store.centre.settings import LEASE
from app.store.centre.tables import ROWS, claim, event, event_subject, feed, meta, orders, station
from app.store.database import (
    Utc,
    break_connections,
    centre_faults,
    close_engine,
    one_of,
    open_centre,
    open_connections,
    reading,
)
from app.store.journal_rows import fact_of
from app.store.station.values import StoredRow
from app.sync import versions, wake
from app.sync.apply import Batch
from app.sync.feed import feed_for
from app.sync.port import Claim, EventRow, Fenced, Gap, Hello, Pulled, Pushed, StaleEpoch

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
SSCC_BLOCK = 10_000
_TAKE_SERIALS = sa.text(
    "UPDATE meta SET value = CAST(CAST(value AS bigint) + :many AS text)"
    " WHERE key = 'sscc_next' RETURNING value"
)

_KINDS = frozenset(kind.value for kind in ROWS)

_DONE = {Sub.PACKED.value, Sub.MANIFESTED.value, Sub.CANCELLED.value}
# The order waits for nobody to do what it was claimed for.
_ENDING = {
    FactKind.ORDER_PICKED.value,
    FactKind.ORDER_PACKED.value,
    FactKind.ORDER_CANCELLED.value,
}
# This station has put it away.
_LEAVING = {FactKind.PICK_LEFT.value, FactKind.PACK_LEFT.value, FactKind.ORDER_PARKED.value}


class SqlCentre:
    """`SyncPort` in the process. One object per thread."""

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._feed = feed_for(engine)
        self._open = open_connections(engine)

    @classmethod
    def open(cls, url: str, clock: Clock) -> SqlCentre:
        """Connect; a file is migrated, a server's centre only looked at.

        Raises CentreAway, StorageFault, and VersionsDiffer where programs and centre differ.
        """
        centre = cls.at(url, clock)
        try:
            centre.prepare()
        except BaseException:
            centre.close()
            raise
        return centre

    @classmethod
    def at(cls, url: str, clock: Clock) -> SqlCentre:
        """Not connected yet, so that `abort` reaches the very first call, too."""
        return cls(open_centre(url), clock)

    def prepare(self) -> None:
        """What `open` does once the object is known."""
        with centre_faults():
            if self._engine.dialect.name == "sqlite":
                schema.upgrade(self._engine, "centre")
                with self._engine.begin() as db:
                    centre_feed.trim(db, self._clock.now().date())
            else:
                schema.check(self._engine)
        self._found()

    def close(self) -> None:
        close_engine(self._engine)

    def abort(self) -> None:
        break_connections(self._open)

    def announce(self) -> None:
        if self._engine.dialect.name == "postgresql":
            with centre_faults():
                wake.announce(self._engine)

    def _found(self) -> None:
        """First use: give the centre its epoch; of several programs the first one's counts."""
        epoch = sa.select(meta.c.value).where(meta.c.key == "epoch")
        give = sa.text("INSERT INTO meta(key, value) VALUES (:key, :value) ON CONFLICT DO NOTHING")
        with centre_faults(), self._engine.begin() as db:
            if db.execute(epoch).scalar() is None:
                first = {"epoch": str(uuid_utils.uuid4()), "sscc_next": "1"}
                db.execute(give, [{"key": key, "value": value} for key, value in first.items()])

    def _now(self, db: sa.Connection) -> datetime:
        """The centre's time: the server's where there is one."""
        if self._engine.dialect.name == "sqlite":
            return self._clock.now()
        found: datetime = db.execute(sa.text("SELECT now()")).scalar_one()
        return found

    # --- hello -----------------------------------------------------

    def hello(self, origin: str, incarnation: str, *, start: int, wants_sscc: bool) -> Hello:
        """start: the sequence number before this incarnation's first fact."""
        with centre_faults(), self._engine.begin() as db:
            now = self._now(db)
            # Two copies of one station may say their first hello at the same moment.
            new = sa.text(
                "INSERT INTO station(origin, incarnation, last_seq, last_event, seen_at)"
                " VALUES (:origin, :incarnation, :start, '', :now) ON CONFLICT DO NOTHING"
            ).bindparams(sa.bindparam("now", type_=Utc))
            me = {"origin": origin, "incarnation": incarnation, "start": start, "now": now}
            db.execute(new, me)
            known = db.execute(self._me(origin, incarnation)).one()
            here = self._feed.standing(db, origin, incarnation)
            schema.demand(here.schema)
            return Hello(
                epoch=here.epoch,
                last_seq=known.last_seq,
                last_event=known.last_event,
                server_time=now,
                rules_version=here.rules,
                sscc=self._sscc_block(db) if wants_sscc else (0, 0),
            )

    def _me(self, origin: str, incarnation: str) -> sa.Select[Any]:
        """The station's row, locked: a second copy of it waits here."""
        return (
            sa.select(station)
            .where(station.c.origin == origin, station.c.incarnation == incarnation)
            .with_for_update()
        )

    def _sscc_block(self, db: sa.Connection) -> tuple[int, int]:
        """On PostgreSQL a trigger moves it on where the server has forgotten blocks (c0007)."""
        after = int(db.execute(_TAKE_SERIALS, {"many": SSCC_BLOCK}).scalar_one())
        return after - SSCC_BLOCK, after

    # --- push -----------------------------------------------------

    def push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        """One short transaction; a batch that was pushed before changes nothing.

        Raises StaleEpoch, Gap or Fenced; then nothing was written.
        """
        with centre_faults():
            try:
                return self._push(origin, incarnation, epoch, facts)
            except sa.exc.IntegrityError:
                # Another origin made one of the new rows meanwhile; now it can be seen and locked.
                return self._push(origin, incarnation, epoch, facts)

    def _push(self, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]) -> Pushed:
        with self._engine.begin() as db:
            here = self._feed.standing(db, origin, incarnation)
            if here.epoch != epoch:
                raise StaleEpoch
            me = db.execute(self._me(origin, incarnation)).first()
            if me is None:
                raise Gap
            old = [fact.event_id for fact in facts if fact.seq <= me.last_seq]
            new = [fact for fact in facts if fact.seq > me.last_seq]
            if len(self._known(db, old)) < len(old):
                raise Fenced
            if not new:
                return Pushed(me.last_seq)
            if [fact.seq for fact in new] != list(
                range(me.last_seq + 1, me.last_seq + 1 + len(new))
            ):
                raise Gap
            versions.agree(db, here)
            now = self._now(db)
            conflicts = self._apply(db, new, now)
            db.execute(
                station.update()
                .where(station.c.origin == origin, station.c.incarnation == incarnation)
                .values(last_seq=new[-1].seq, last_event=new[-1].event_id, seen_at=now)
            )
            return Pushed(new[-1].seq, conflicts)

    def _move_claims(self, db: sa.Connection, facts: Sequence[Fact], now: datetime) -> None:
        """What the facts say of the claims on their orders."""
        for fact in facts:
            names = [name for kind, name in fact.subjects if kind == Kind.ORDER.value]
            if fact.kind == FactKind.TAKEN_OVER.value:
                for name in names:  # a supervisor took it from another station
                    self._grant(db, fact.origin, name, now + LEASE)
            elif fact.kind in _ENDING:
                db.execute(claim.delete().where(claim.c.order_id.in_(names)))
            elif fact.kind in _LEAVING:
                mine = claim.c.origin == fact.origin
                db.execute(claim.delete().where(claim.c.order_id.in_(names), mine))

    def _known(self, db: sa.Connection, ids: Sequence[str]) -> set[str]:
        query = sa.select(event.c.event_id).where(event.c.event_id.in_(ids))
        return {row.event_id for row in db.execute(query)} if ids else set()

    def _apply(self, db: sa.Connection, facts: Sequence[Fact], now: datetime) -> tuple[str, ...]:
        known = self._known(db, [fact.event_id for fact in facts])
        batch = Batch(db, now)
        new = [fact for fact in facts if fact.event_id not in known]
        batch.lock({item for fact in new for item in fact.concerns()})
        for fact in new:
            batch.apply(fact)
        batch.write()
        self._move_claims(db, new, now)
        return tuple(batch.conflicts)

    # --- pull -----------------------------------------------------

    def pull(self, origin: str, incarnation: str, epoch: str, cursor: str) -> Pulled:
        """Rows, cursor and watermark of one snapshot. cursor "" = everything a station needs;
        a cursor that is too old is answered like it.
        """
        with centre_faults(), reading(self._engine) as db:
            here = self._feed.standing(db, origin, incarnation)
            if here.epoch != epoch:
                raise StaleEpoch
            schema.demand(here.schema)  # rows of another schema are not read
            if here.cursor == cursor:
                return Pulled((), cursor, here.applied, full=False)
            changed = self._feed.since(db, cursor, here) if cursor else None
            rows = self._working_set(db) if changed is None else self._changed_rows(db, changed)
            return Pulled(tuple(rows), here.cursor, here.applied, full=changed is None)

    def _changed_rows(self, db: sa.Connection, changed: set[tuple[str, str]]) -> list[StoredRow]:
        by_kind: dict[str, list[str]] = {}
        for kind, name in changed:
            by_kind.setdefault(kind, []).append(name)
        rows = []
        # A kind that this program does not know is a newer one's, or somebody's mischief.
        for kind in sorted(by_kind.keys() & _KINDS):
            names, table = by_kind[kind], ROWS[Kind(kind)]
            for start in range(0, len(names), 500):
                part = names[start : start + 500]
                query = sa.select(table.c.id, table.c.body).where(one_of(db, table.c.id, part))
                rows += [StoredRow(kind, row.id, row.body) for row in db.execute(query)]
        return rows

    def _working_set(self, db: sa.Connection) -> list[StoredRow]:
        rows = []
        for kind, table in ROWS.items():
            query = sa.select(table.c.id, table.c.body)
            if "live" in table.c:
                query = query.where(table.c.live)
            rows += [StoredRow(kind.value, row.id, row.body) for row in db.execute(query)]
        return rows

    # --- claim -----------------------------------------------------

    def claim(self, origin: str, *, count: int = 0, order: str = "") -> Claim:
        """Claim one named order, or the next `count` that wait to be picked.

        Leases are in the centre's time. The orders of a silent station stay its own, unless the
        site says after how many hours they are anybody's.
        """
        with centre_faults(), self._engine.begin() as db:
            now = self._now(db)
            if order:
                return self._claim_one(db, origin, order, now)
            held = sa.select(claim.c.order_id).where(claim.c.until > self._ended(db, now))
            free = (
                sa.select(orders.c.id)
                .where(orders.c.sub == Sub.RELEASED.value, orders.c.id.not_in(held))
                .order_by(orders.c.priority, orders.c.due, orders.c.id)
                .limit(count)
                .with_for_update(skip_locked=True)
            )
            names = [row.id for row in db.execute(free)]
            # Granted elsewhere while the queue was read: seen only now that the orders are locked.
            taken = {row.order_id for row in db.execute(held.where(claim.c.order_id.in_(names)))}
            granted = {name: now + LEASE for name in names if name not in taken}
            for name, until in granted.items():
                self._grant(db, origin, name, until)
            return Claim(granted)

    def _claim_one(self, db: sa.Connection, origin: str, order: str, now: datetime) -> Claim:
        # The order's row is locked first: two stations cannot both see the claim free.
        query = sa.select(orders.c.sub).where(orders.c.id == order).with_for_update()
        if db.execute(query).scalar() in _DONE:
            return Claim({})  # nobody needs it alone any more, and nothing would end its claim
        held = db.execute(sa.select(claim).where(claim.c.order_id == order)).first()
        if held is not None and held.origin != origin and held.until > self._ended(db, now):
            return Claim({}, held.origin)
        self._grant(db, origin, order, now + LEASE)
        return Claim({order: now + LEASE})

    def _ended(self, db: sa.Connection, now: datetime) -> datetime:
        """Leases that ran to this time are over. They are renewed while their station is heard."""
        hours = centre_settings.lease_hours(db)
        return _NEVER if hours is None else now + LEASE - timedelta(hours=hours)

    def _grant(self, db: sa.Connection, origin: str, order: str, until: datetime) -> None:
        db.execute(claim.delete().where(claim.c.order_id == order))
        db.execute(claim.insert().values(order_id=order, origin=origin, until=until))

    def claims(self, origin: str, *, renew: bool) -> dict[str, datetime]:
        """This station's claims; renew: their leases start anew."""
        with centre_faults(), self._engine.begin() as db:
            if renew:
                until = self._now(db) + LEASE
                db.execute(claim.update().where(claim.c.origin == origin).values(until=until))
            query = sa.select(claim.c.order_id, claim.c.until).where(claim.c.origin == origin)
            return {row.order_id: row.until for row in db.execute(query)}

    def release(self, origin: str) -> None:
        """The station ends for today: what it has not begun is anybody's."""
        waiting = sa.select(orders.c.id).where(
            orders.c.id == claim.c.order_id, orders.c.sub == Sub.RELEASED.value
        )
        mine = sa.and_(claim.c.origin == origin, waiting.exists())
        with centre_faults(), self._engine.begin() as db:
            # Who waits for an order looks again when he hears of one.
            news = sa.select(sa.literal(Kind.ORDER.value), claim.c.order_id).where(mine)
            db.execute(feed.insert().from_select(["kind", "id"], news))
            db.execute(claim.delete().where(mine))

    # --- ask -----------------------------------------------------

    def timeline(self, kind: Kind, name: str) -> tuple[EventRow, ...]:
        """Every event that names this row, in the order it reached the centre.

        Raises CentreAway that names an event which cannot be read.
        """
        query = (
            sa.select(event)
            .join(event_subject, event_subject.c.event_id == event.c.event_id)
            .where(event_subject.c.kind == kind.value, event_subject.c.id == name)
            .order_by(event.c.received_at, event.c.origin, event.c.seq)
        )
        with centre_faults(), reading(self._engine) as db:
            return tuple(map(_event_row, db.execute(query)))

    def digests(self, kind: Kind) -> dict[str, str]:
        """Id -> body (or, for orders, the digest of the document): what an import compares with."""
        table = ROWS[kind]
        column = orders.c.digest if kind is Kind.ORDER else table.c.body
        with centre_faults(), reading(self._engine) as db:
            return {row[0]: row[1] for row in db.execute(sa.select(table.c.id, column))}

    def cancelled(self) -> frozenset[str]:
        """Ids of the cancelled orders: an import compares with them too."""
        query = sa.select(orders.c.id).where(orders.c.sub == Sub.CANCELLED.value)
        with centre_faults(), reading(self._engine) as db:
            return frozenset(row.id for row in db.execute(query))

    def row(self, kind: Kind, name: str) -> StoredRow | None:
        table = ROWS[kind]
        with centre_faults(), reading(self._engine) as db:
            body = db.execute(sa.select(table.c.body).where(table.c.id == name)).scalar()
        return None if body is None else StoredRow(kind.value, name, body)

    def find_order(self, ref: str) -> tuple[str, ...]:
        """Ids of the orders with this number, of every channel."""
        query = sa.select(orders.c.id).where(sa.or_(orders.c.ref == ref, orders.c.id == ref))
        with centre_faults(), reading(self._engine) as db:
            return tuple(row.id for row in db.execute(query.order_by(orders.c.id)))


def _event_row(row: Any) -> EventRow:
    try:
        return EventRow(fact_of(row.origin, row), row.received_at, row.verdict, row.reason)
    except (ValueError, TypeError) as error:
        told = f"The centre's event {row.event_id} is damaged: packbench db verify."
        raise CentreAway(told) from error


def decoded(row: StoredRow) -> Any:
    """The domain value of a stored row."""
    return codec.from_text(ROW_TYPES[Kind(row.kind)], row.body or "{}")


def subject_of(row: StoredRow) -> Subject:
    return Subject(Kind(row.kind), row.id)
