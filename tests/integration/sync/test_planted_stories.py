"""Bugs that need one certain order of events, on both databases; without them the story ends well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.store.database import open_centre
from app.sync import exchange
from app.sync.centre import SqlCentre
from tests.conftest import StrayLogs
from tests.helpers.model import START, Bench, Site, placed
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


def claimed_twice(centres: list[SqlCentre], orders: range) -> list[str]:
    """Orders that more than one was given, where all ask for the same one at the same time."""
    together = Barrier(len(centres))

    def ask(number: int) -> list[str]:
        got: list[str] = []
        for order in orders:
            together.wait(timeout=20)
            try:
                got += centres[number].claim(f"P{number}", order=f"shop:{order}").granted
            except sa.exc.IntegrityError:  # the table's key met another's: refused as well
                continue
        return got

    with ThreadPoolExecutor(len(centres)) as pool:
        given = Counter(order for got in pool.map(ask, range(len(centres))) for order in got)
    return [order for order, stations in given.items() if stations > 1]


@pytest.mark.postgres
def test_without_locks_two_stations_are_given_one_order(postgres_url: str, tmp_path: Path) -> None:
    site = Site(postgres_url, ManualClock(START))
    office = Bench(tmp_path / "office.db", "office", site)
    office.record(*(placed(str(number)) for number in range(400)))
    office.settle()
    centres = [site.connect() for _ in range(4)]
    try:
        assert claimed_twice(centres, range(100)) == []
        with planted.no_locks():
            assert claimed_twice(centres, range(100, 400))
    finally:
        for centre in centres:
            centre.close()
        office.close()
        site.close()
