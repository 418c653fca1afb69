"""Stations, an import and a centre to be driven step by step, with faults on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import sqlalchemy as sa
import uuid_utils

from app.clock import ManualClock
from app.config import Config
from app.domain import codec
from app.domain.address import Address
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject, order_id
from app.domain.reduce import ROW_TYPES
from app.errors import CentreAway, Crashed
from app.station.news import rules as news
from app.station.session import Session
from app.station.world import StationWorld
from app.store.centre import tables as centre_tables
from app.store.centre.tables import claim, event, feed, metadata
from app.store.database import open_centre
from app.store.lock import FileLock
from app.store.station.db import Db
from app.store.station.file import Found, StationFile
from app.store.station.meta import Meta
from app.store.station.reader import StationReader
from app.store.station.refresh import Refresh
from app.store.station.values import IndexedRow
from app.sync.centre import SqlCentre
from app.sync.news import LinkChanged, SyncNews
from app.sync.port import SyncPort
from app.sync.worker import SyncSteps
from tests.helpers.tamper import behind_the_triggers

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
K = FactKind

# --- facts ---------------------------------------------------------------------------------------


def order_document(ref: str, quantity: int = 2, sku: str = "S0") -> OrderDocument:
    lines = (LineDocument(1, sku, sku.title(), quantity),)
    return OrderDocument("shop", ref, START, Address("Ada"), lines, carrier="DHL")


def placed(ref: str, quantity: int = 2, sku: str = "S0") -> NewFact:
    body = {"document": codec.dump(order_document(ref, quantity, sku)), "digest": f"{ref}-1"}
    return NewFact(K.ORDER_PLACED, (Subject(Kind.ORDER, order_id("shop", ref)),), body)


def cancelled(name: str) -> NewFact:
    return NewFact(K.ORDER_CANCELLED, (Subject(Kind.ORDER, name),), {"digest": "gone"})


def stocked(place: str, sku: str, quantity: int) -> tuple[NewFact, NewFact]:
    subject = (Subject(Kind.BIN, place),)
    body = {"bin": place, "sku": sku, "quantity": quantity, "delta": quantity}
    return (
        NewFact(K.BIN_SET, subject, {"code": place, "walk": 1}),
        NewFact(K.STOCK_OPENED, subject, body),
    )


def picked(name: str, place: str = "B0", sku: str = "S0", quantity: int = 1) -> NewFact:
    return _shelf(K.UNIT_PICKED, name, place, sku, quantity)


def unpicked(name: str, place: str = "B0", sku: str = "S0", quantity: int = 1) -> NewFact:
    return _shelf(K.PICK_UNDONE, name, place, sku, quantity)


def _shelf(kind: FactKind, name: str, place: str, sku: str, quantity: int) -> NewFact:
    subjects = (Subject(Kind.ORDER, name), Subject(Kind.BIN, place))
    return NewFact(kind, subjects, {"line": 1, "sku": sku, "bin": place, "quantity": quantity})


def about(kind: FactKind, name: str, **body: Any) -> NewFact:
    """A fact about one order and nothing else."""
    return NewFact(kind, (Subject(Kind.ORDER, name),), body)


def packed(name: str, sscc: str, quantity: int, sku: str = "S0") -> tuple[NewFact, ...]:
    """A whole order into one box."""
    both = (Subject(Kind.ORDER, name), Subject(Kind.PARCEL, sscc))
    unit = {"line": 1, "sku": sku, "quantity": quantity, "from": "tote:T", "sscc": sscc}
    return (
        about(K.PACK_STARTED, name),
        NewFact(K.PARCEL_OPENED, both, {"sscc": sscc, "order": name, "number": 1}),
        NewFact(K.UNIT_PACKED, both, {**unit, "order": name}),
        NewFact(K.PARCEL_SEALED, both, {"sscc": sscc}),
        NewFact(K.LABEL_PROVEN, both, {"sscc": sscc}),
        about(K.ORDER_PACKED, name, order=name),
    )


def shipped(name: str, sscc: str, load: str = "L") -> tuple[NewFact, ...]:
    """Its box onto a truck, and the truck leaves."""
    all_three = (Subject(Kind.ORDER, name), Subject(Kind.PARCEL, sscc), Subject(Kind.LOAD, load))
    return (
        NewFact(K.PARCEL_LOADED, all_three, {"sscc": sscc, "load": load}),
        NewFact(K.LOAD_CLOSED, all_three, {"ssccs": [sscc], "load": load}),
    )


# --- one station ---------------------------------------------------------------------------------


class Killed(Exception):
    """The program ended in the middle of what it was doing."""


class FragileFile(StationFile):
    """A station's file whose program may end just before rows become durable."""

    kill = False

    def __init__(self, db: Db, origin: str, lock: FileLock, found: Found) -> None:
        super().__init__(db, origin, lock, found)
        self.refresh = self.refreshing()

    def refreshing(self) -> FragileRefresh:
        return FragileRefresh(self)

    def maybe_die(self) -> None:
        if self.kill:
            raise Killed


class FragileRefresh(Refresh):
    def __init__(self, file: FragileFile) -> None:
        super().__init__(file.db, file.kept, file.rows)
        self.file = file

    def take_over(
        self, rows: Sequence[IndexedRow], *, full: bool, meta: Meta
    ) -> tuple[Subject, ...]:
        self.file.maybe_die()
        return super().take_over(rows, full=full, meta=meta)


class Line:
    """The way to the centre; loses or doubles the next request, or loses its answer, when told to."""

    def __init__(self, centre: SqlCentre) -> None:
        self._centre = centre
        self.fault = ""

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        def call(*args: Any, **words: Any) -> Any:
            fault = self.fault
            if fault != "twice" or verb == "push":
                self.fault = ""
            if fault == "request":
                raise CentreAway("the request was lost")
            answer = getattr(self._centre, verb)(*args, **words)
            if fault == "twice" and verb == "push":
                answer = getattr(self._centre, verb)(*args, **words)
            if fault == "answer":
                raise CentreAway("the answer was lost")
            return answer

        return call

    def close(self) -> None:
        """The connection underneath is kept: making one costs more than all the work on it."""


class Bench:
    """A station without a screen: its file, its sync, and the engine's hand for the news."""

    def __init__(
        self, path: Path, name: str, site: Site, files: type[FragileFile] = FragileFile
    ) -> None:
        self.path = path
        self.name = name
        self.clock = ManualClock(START)
        self.online = True
        self._site = site
        self._files = files
        self._inbox: list[SyncNews | Crashed] = []
        self._line: Line | None = None
        self._centre: SqlCentre | None = None
        self.open()

    def open(self) -> None:
        self.file = cast("FragileFile", self._files.open(self.path, self.name))
        self._reader = StationReader(self.path, self.name)
        self.steps = SyncSteps(
            self._connect, self._reader, self.name, self._inbox.append, self.clock, reserve=1
        )
        self.world = StationWorld(self.file, self.clock, Config())

    def shut(self) -> None:
        self.steps.disconnect()
        self._reader.close()
        self.file.close()
        self._inbox.clear()

    def close(self) -> None:
        self.shut()
        if self._centre is not None:
            self._centre.close()

    def restart(self) -> None:
        """The program is killed and started again: only what is durable is left."""
        self.shut()
        self.open()

    def _connect(self) -> SyncPort:
        self._centre = self._centre or self._site.connect()
        self._line = Line(self._centre)
        return cast("SyncPort", self._line)

    def record(self, *facts: NewFact) -> tuple[Fact, ...]:
        return self.file.record(None, facts, at=self.clock.now(), operator="11")

    def journal(self) -> tuple[Fact, ...]:
        return self.file.history.facts_after(0, 100_000)

    def step(self, fault: str = "") -> bool:
        """At most one exchange with the centre; its news stay in the inbox."""
        if not self.online:
            return False
        if self._line is not None and fault:
            self._line.fault = fault
        try:
            return self.steps.step()
        except CentreAway:
            self.steps.disconnect()
            return True

    def drain(self) -> int:
        """The engine takes what the sync has brought."""
        count = len(self._inbox)
        try:
            while self._inbox:
                message = self._inbox.pop(0)
                assert not isinstance(message, LinkChanged | Crashed)
                news.handle(message, self.file, Session(), self.world)
        except Killed:
            self.restart()
        return count

    def settle(self) -> None:
        """Until there is nothing more to say."""
        for _ in range(400):
            busy = self.step()
            if not (self.drain() or busy):
                return
        raise AssertionError(f"I4: {self.name} and the centre never come to rest")


# --- the centre ----------------------------------------------------------------------------------


class Site:
    """A centre that can be looked into, backed up and restored."""

    def __init__(self, url: str, clock: ManualClock, centres: type[SqlCentre] = SqlCentre) -> None:
        self.url = url
        self.clock = clock
        self._centres = centres
        self._engine = open_centre(url)
        self._backup: dict[str, list[dict[str, Any]]] = {}

    def connect(self) -> SqlCentre:
        return self._centres.open(self.url, self.clock)

    def close(self) -> None:
        self._engine.dispose()

    def rows(self, table: sa.Table) -> list[dict[str, Any]]:
        with self._engine.begin() as db:
            return [dict(row) for row in db.execute(sa.select(table)).mappings()]

    def values(self, table: sa.Table, kind: Kind) -> dict[str, Any]:
        """The centre's rows of one kind, decoded."""
        return {
            row["id"]: codec.from_text(ROW_TYPES[kind], row["body"]) for row in self.rows(table)
        }

    def events(self) -> list[dict[str, Any]]:
        return self.rows(event)

    def live_claims(self) -> dict[str, str]:
        """Order -> station, of leases that have not run out in the centre's time."""
        with self._engine.begin() as db:
            now = self.clock.now()
            if db.dialect.name != "sqlite":
                now = db.execute(sa.text("SELECT now()")).scalar_one()
            rows = db.execute(sa.select(claim).where(claim.c.until > now))
            return {row.order_id: row.origin for row in rows}

    def backup(self) -> None:
        self._backup = {table.name: self.rows(table) for table in metadata.sorted_tables}

    def restore(self) -> None:
        """The centre as it was; transaction ids do not survive, so PostgreSQL's feed is empty."""
        with behind_the_triggers(self._engine) as db:
            for table in metadata.sorted_tables:
                db.execute(table.delete())
                rows = self._backup[table.name]
                if rows and not (table is feed and db.dialect.name != "sqlite"):
                    db.execute(table.insert(), rows)
            word = str(uuid_utils.uuid4())
            db.execute(
                centre_tables.meta.update()
                .where(centre_tables.meta.c.key == "epoch")
                .values(value=word)
            )

    def wipe(self) -> None:
        """Everything but the schema, the epoch and the counters."""
        with behind_the_triggers(self._engine) as db:
            for table in metadata.sorted_tables:
                if table is not centre_tables.meta:
                    db.execute(table.delete())


def days(count: int) -> float:
    return timedelta(days=count).total_seconds()
