"""A centre that went back, or came from elsewhere, and nobody said so; and a feed with nonsense."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.facts import FactKind, Kind
from app.errors import CentreAway
from app.store.centre import feed as centre_feed
from app.store.centre.tables import feed
from app.store.database import open_centre
from app.store.station.file import StationFile
from app.store.station.reader import StationReader
from app.sync.centre import SqlCentre
from app.sync.news import ClaimsHeld, RowsPulled
from app.sync.port import StaleEpoch, SyncPort
from app.sync.worker import SyncSteps
from tests.chaos.cluster import cluster
from tests.helpers.model import START, Bench, Site, about, placed, stocked
from tests.integration.sync.test_push import push, record

Stations = Callable[[str], StationFile]


def orders_of(bench: Bench) -> set[str]:
    return set(bench.file.rows.names(Kind.ORDER))


@pytest.fixture
def benches(tmp_path: Path) -> Iterator[Callable[[Site, str], Bench]]:
    made: list[Bench] = []

    def one(site: Site, name: str) -> Bench:
        made.append(Bench(tmp_path / f"{name}.db", name, site))
        return made[-1]

    yield one
    for bench in made:
        bench.close()


def _goes_back(
    site: Site, bench: Callable[[Site, str], Bench], save: Callable[[], None], load: Any
) -> None:
    """A reader that pushed nothing meanwhile cannot be told by its own facts."""
    shop, reader = bench(site, "P9"), bench(site, "P1")
    shop.record(placed("1"))
    shop.settle()
    save()
    shop.record(placed("2"), placed("3"), placed("4"))
    shop.settle()
    reader.settle()
    assert orders_of(reader) == {"shop:1", "shop:2", "shop:3", "shop:4"}
    for one in (shop, reader):
        one.shut()
    load()
    reader.open()
    reader.settle()
    assert orders_of(reader) == {"shop:1"}
    writer = bench(site, "P8")
    writer.record(placed("5"))
    writer.settle()
    shop.open()
    shop.settle()
    reader.settle()
    assert orders_of(reader) == {f"shop:{number}" for number in range(1, 6)}


def test_a_centre_file_that_was_copied_back(
    tmp_path: Path, benches: Callable[[Site, str], Bench]
) -> None:
    path, old = tmp_path / "centre.db", tmp_path / "old.db"
    SqlCentre.open(f"sqlite:{path}", ManualClock(START)).close()
    with closing(Site(f"sqlite:{path}", ManualClock(START))) as site:

        def load() -> None:
            site.close()
            shutil.copy(old, path)

        _goes_back(site, benches, lambda: cast("None", shutil.copy(path, old)), load)


@pytest.mark.postgres
def test_a_server_whose_disk_was_set_back(benches: Callable[[Site, str], Bench]) -> None:
    with cluster() as server:
        data, old = server.folder / "data", server.folder / "old"
        site = Site(server.url, ManualClock(START))
        SqlCentre.open(server.url, ManualClock(START)).close()

        def save() -> None:
            site.close()
            server.die()
            shutil.copytree(data, old, copy_function=_with_owner)
            _own(data, old)
            server.come_back()

        def load() -> None:
            site.close()
            server.die()
            shutil.rmtree(data)
            old.rename(data)
            server.come_back()

        with closing(site):
            _goes_back(site, benches, save, load)


def _with_owner(source: str, target: str) -> str:
    shutil.copy2(source, target)
    _own(Path(source), Path(target))
    return target


def _own(source: Path, target: Path) -> None:
    for folder in (target, *(path for path in target.rglob("*") if path.is_dir())):
        shutil.chown(folder, source.stat().st_uid, source.stat().st_gid)
    shutil.chown(target, source.stat().st_uid, source.stat().st_gid)


def test_a_full_pull_is_not_lost_to_an_engine_that_is_late(
    url: str, clock: ManualClock, benches: Callable[[Site, str], Bench]
) -> None:
    """The sync goes on after its hello before the engine has written what that said."""
    SqlCentre.open(url, clock).close()
    with closing(Site(url, clock)) as site:
        bench = benches(site, "P1")
        bench.record(*stocked("B0", "S0", 9), placed("1"))
        bench.settle()
        engine = open_centre(url)
        with engine.begin() as db:  # the centre has forgotten this station's last fact
            last = bench.journal()[-2]
            db.execute(
                sa.text("UPDATE station SET last_seq = last_seq - 1, last_event = :last"),
                {"last": last.event_id},
            )
        engine.dispose()
        bench.restart()
        for _ in range(4):
            bench.step()
        pulls = [one for one in bench._inbox if isinstance(one, RowsPulled)]
        assert pulls
        assert pulls[0].full


class Restless:
    """A centre where there is always news."""

    def __init__(self, centre: SqlCentre) -> None:
        self._centre = centre
        self._count = count()
        self.refuse = False

    def __getattr__(self, verb: str) -> Any:
        return getattr(self._centre, verb)

    def changed(self) -> str:
        return str(next(self._count))

    def claim(self, origin: str, *, count: int = 0, order: str = "") -> Any:
        if self.refuse and order:
            self.refuse = False
            raise CentreAway("the line broke")
        return self._centre.claim(origin, count=count, order=order)

    def close(self) -> None:
        """The test's."""


@pytest.mark.parametrize("refuse", [False, True])
def test_claims_are_said_where_there_is_always_news(
    centre: SqlCentre, station: Stations, clock: ManualClock, *, refuse: bool
) -> None:
    record(station("import"), placed("1"))
    push(centre, station("import"))
    file, said = station("P1"), list[object]()
    restless = Restless(centre)
    reader = StationReader(file.path, "P1")
    port = cast("SyncPort", restless)
    steps = SyncSteps(lambda: port, reader, "P1", said.append, clock, reserve=0)
    steps.step()
    epoch = centre.hello("P1", file.meta.incarnation, start=0, wants_sscc=False).epoch
    file.keep(replace(file.meta, epoch=epoch))
    steps.wish("shop:1")
    restless.refuse = refuse
    for _ in range(6):
        try:
            steps.step()
        except CentreAway:
            steps.disconnect()
    reader.close()
    assert [list(one.claims) for one in said if isinstance(one, ClaimsHeld)][-1:] == [["shop:1"]]


def test_rows_of_a_kind_nobody_knows_are_passed_over(
    centre: SqlCentre, station: Stations, url: str
) -> None:
    shop, file = station("import"), station("P1")
    record(shop, placed("1"))
    push(centre, shop)
    epoch = centre.hello("P1", file.meta.incarnation, start=0, wants_sscc=False).epoch
    cursor = centre.pull("P1", file.meta.incarnation, epoch, "").cursor
    engine = open_centre(url)
    with engine.begin() as db:
        db.execute(feed.insert().values(kind="pallet", id="x"))
        db.execute(feed.insert().values(kind=Kind.ORDER.value, id="nobody's"))
    engine.dispose()
    record(shop, about(FactKind.HELP_CALLED, "shop:1"), placed("2"))
    push(centre, shop)
    got = centre.pull("P1", file.meta.incarnation, epoch, cursor)
    assert [row.id for row in got.rows] == ["shop:2"]


@pytest.mark.postgres
def test_a_feed_that_came_by_hand_from_another_server(postgres_url: str, station: Stations) -> None:
    """`pg_dump | psql`: its numbers are far ahead of this server's; so may be its floor."""
    shop, file = station("import"), station("P1")
    centre = SqlCentre.open(postgres_url, ManualClock(START))
    record(shop, placed("1"))
    push(centre, shop)
    engine = open_centre(postgres_url)
    with engine.begin() as db:
        for number in (40_000_000, 40_000_007):
            db.execute(
                sa.text("INSERT INTO feed(kind, id, xid) VALUES ('order', 'shop:1', :xid)"),
                {"xid": str(number)},
            )
        db.execute(sa.text("INSERT INTO meta VALUES ('feed_floor', '39000000')"))
    epoch = centre.hello("P1", file.meta.incarnation, start=0, wants_sscc=False).epoch
    first = centre.pull("P1", file.meta.incarnation, epoch, "")
    assert [row.id for row in first.rows] == ["shop:1"]
    with engine.begin() as db:  # a transaction that says nothing
        db.execute(sa.text("SELECT pg_current_xact_id()"))
    again = centre.pull("P1", file.meta.incarnation, epoch, first.cursor)
    assert (again.full, again.rows, again.cursor) == (False, (), first.cursor)
    record(shop, placed("2"))
    push(centre, shop)
    got = centre.pull("P1", file.meta.incarnation, epoch, first.cursor)
    assert [row.id for row in got.rows] == ["shop:2"]
    # The first upkeep takes the strange numbers out, and everybody begins anew.
    assert _kept(engine, date(2026, 6, 1)) == 0
    new = centre.hello("P1", file.meta.incarnation, start=0, wants_sscc=False).epoch
    assert new != epoch
    record(shop, placed("3"))
    push(centre, shop)
    assert _kept(engine, date(2026, 6, 2)) == 1
    assert centre.hello("P1", file.meta.incarnation, start=0, wants_sscc=False).epoch == new
    with pytest.raises(StaleEpoch):
        centre.pull("P1", file.meta.incarnation, epoch, got.cursor)
    engine.dispose()
    centre.close()


def _kept(engine: sa.Engine, today: date) -> int:
    """Rows of the feed after a day's upkeep."""
    with engine.begin() as db:
        centre_feed.trim(db, today)
        return int(db.execute(sa.select(sa.func.count()).select_from(feed)).scalar_one())
