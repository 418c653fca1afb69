"""Bugs that need one certain order of events, on both databases; without them the story ends well."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.store.database import open_centre
from app.sync import claims, exchange
from app.sync.centre import SqlCentre
from app.sync.port import Claim
from tests.conftest import StrayLogs
from tests.helpers.model import START, Bench, Site, placed
from tests.helpers.program import wait_until
from tests.integration.sync import planted
from tests.integration.sync.checks import all_show_the_same
from tests.integration.sync.machine import NAMES, Warehouse
from tests.integration.sync.search import named

Story = Callable[[Warehouse], None]


@pytest.fixture(autouse=True)
def quarrels(stray_logs: StrayLogs) -> None:
    """Gaps are what is tried here."""
    stray_logs.expected.add("app.sync.worker")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> str:
    """A URL; "" = a new SQLite file."""
    if request.param == "sqlite":
        return ""
    url = str(request.getfixturevalue("postgres_url"))
    SqlCentre.open(url, ManualClock(START)).close()
    return url


def heard_twice(site: Warehouse) -> None:
    """A push whose answer came late is pushed again."""
    site.exchange("P1", "", slow=False)
    site.pick("P1", 0, "B0", 1)
    site.exchange("P1", "twice", slow=False)


def came_back_from_a_backup(site: Warehouse) -> None:
    """P2 has seen work of P1 that neither P1's new disk nor the restored centre knows."""
    site.pick("P1", 0, "B0", 1)
    site.everybody_exchanges(6)
    site.old_disk("P1")
    site.restore()


def one_order_two_stations(site: Warehouse) -> None:
    """Both out of touch, both finish it."""
    for station in NAMES[:2]:
        site.pick(station, 0, "B0", 1)
        site.pack(station, 0)


def one_order_two_wishes(site: Warehouse) -> None:
    for station in NAMES[:2]:
        site.claim(station, 0)
        site.exchanges(station, 3)


def told(story: Story, database: str, bug: type[SqlCentre]) -> set[str]:
    """The invariants that are broken in the end."""

    class Place(Warehouse):
        url = database
        centres = bug

    site = Place()
    try:
        try:
            story(site)
        finally:
            site.teardown()
    except AssertionError as error:
        return named(error)
    return set()


@pytest.mark.parametrize(
    ("story", "bug", "wanted"),
    [
        (heard_twice, planted.NoDedupe, "I2"),
        (came_back_from_a_backup, planted.NoEpoch, "I7"),
        (one_order_two_stations, planted.Silent, "I5"),
        (one_order_two_wishes, planted.FreeClaims, "I8"),
    ],
)
def test_the_bug_is_seen_and_nothing_else(
    story: Story, bug: type[SqlCentre], wanted: str, database: str
) -> None:
    assert told(story, database, bug) == {wanted}
    assert told(story, database, SqlCentre) == set()


# --- what only several connections at once can show ----------------------------------------------


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("bug", "wanted"), [(planted.CountingCentre, {"I7"}), (SqlCentre, set[str]())]
)
def test_a_counter_skips_what_is_committed_late(
    postgres_url: str, tmp_path: Path, bug: type[SqlCentre], wanted: set[str]
) -> None:
    site = Site(postgres_url, ManualClock(START), bug)
    late, quick, reader = (Bench(tmp_path / f"{name}.db", name, site) for name in NAMES)
    centre, engine = site.connect(), open_centre(postgres_url)
    try:
        facts = late.record(placed("1"))
        with engine.begin() as db:
            exchange.apply(db, facts, START)  # a push that has its numbers and is not committed yet
            quick.record(placed("2"))
            quick.settle()
            reader.settle()
        reader.settle()
        found = set()
        try:
            all_show_the_same(site, [reader])
        except AssertionError as error:
            found = named(error)
        assert found == wanted
    finally:
        for bench in (late, quick, reader):
            bench.close()
        centre.close()
        engine.dispose()
        site.close()


def claimed_twice(site: Site, engine: sa.Engine, order: str) -> bool:
    """Whether two stations are given one order, where the second asks for it at the moment in which
    the first has found it free and not yet taken it.
    """
    first, second = site.connect(), site.connect()
    grant = claims.grant
    with ThreadPoolExecutor(1) as pool, closing(first), closing(second):
        asked: list[Future[Claim]] = []

        def late(db: sa.Connection, origin: str, *args: Any) -> None:
            if origin == "P1":
                asked.append(pool.submit(second.claim, "P2", order=order))
                wait_until(lambda: asked[0].done() or somebody_waits(engine), "the second to ask")
            grant(db, origin, *args)

        with mock.patch.object(claims, "grant", late):
            mine = first.claim("P1", order=order)
            theirs = asked[0].result(timeout=20)
        return order in mine.granted and order in theirs.granted


def somebody_waits(engine: sa.Engine) -> bool:
    query = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    with engine.connect() as db:
        return bool(db.execute(sa.text(query)).scalar())


@pytest.mark.postgres
def test_without_locks_two_stations_are_given_one_order(postgres_url: str, tmp_path: Path) -> None:
    site = Site(postgres_url, ManualClock(START))
    office = Bench(tmp_path / "office.db", "office", site)
    office.record(*(placed(f"{number:02}") for number in range(40)))
    office.settle()
    assert not {"shop:38", "shop:39"} & site.live_claims().keys()
    engine = open_centre(postgres_url)
    assert not claimed_twice(site, engine, "shop:38")
    with planted.no_locks():
        assert claimed_twice(site, engine, "shop:39")
    engine.dispose()
    office.close()
    site.close()
