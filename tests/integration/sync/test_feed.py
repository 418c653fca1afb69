"""Pull: what changed comes, once and whole, whatever the order of the commits."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import date, timedelta
from threading import Event

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from app.clock import ManualClock
from app.domain.facts import Kind
from app.store.centre import feed as centre_feed
from app.store.centre.tables import feed
from app.store.database import open_centre
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.feed import durable
from tests.chaos.cluster import cluster
from tests.helpers.model import START, cancelled, packed, picked, placed, shipped, stocked
from tests.integration.sync.test_push import hello, push, record

Connect = Callable[[], SqlCentre]
Stations = Callable[[str], StationFile]


def pull(centre: SqlCentre, file: StationFile, cursor: str) -> tuple[set[str], str, int]:
    """Names of the rows, the new cursor, the watermark."""
    got = centre.pull(file.origin, file.meta.incarnation, hello(centre, file).epoch, cursor)
    assert got.full is not bool(cursor)
    return {f"{row.kind}/{row.id}" for row in got.rows}, got.cursor, got.applied


def test_a_first_pull_brings_the_working_set(centre: SqlCentre, station: Stations) -> None:
    record(station("import"), *stocked("B0", "S0", 9), placed("1"), placed("2"))
    push(centre, station("import"))
    names, cursor, applied = pull(centre, station("P1"), "")
    assert names == {"bin/B0", "order/shop:1", "order/shop:2"}
    assert applied == 0
    assert pull(centre, station("P1"), cursor)[0] == set()


def test_a_pull_brings_only_what_changed_since(centre: SqlCentre, station: Stations) -> None:
    record(station("import"), *stocked("B0", "S0", 9), placed("1"), placed("2"))
    push(centre, station("import"))
    cursor = pull(centre, station("P1"), "")[1]
    record(station("P2"), picked("shop:2"))
    push(centre, station("P2"))
    names, later, _ = pull(centre, station("P1"), cursor)
    assert names == {"bin/B0", "order/shop:2"}
    # The old cursor still tells the same: a pull that was lost is simply done again.
    assert pull(centre, station("P1"), cursor)[0] == names
    assert pull(centre, station("P1"), later)[0] == set()


def test_the_watermark_is_of_the_same_snapshot(centre: SqlCentre, station: Stations) -> None:
    record(station("P1"), placed("1"), picked("shop:1"), picked("shop:1"))
    push(centre, station("P1"))
    names, _, applied = pull(centre, station("P1"), "")
    assert applied == 3
    assert {"order/shop:1", "bin/B0"} <= names
    record(station("P1"), picked("shop:1"))
    assert pull(centre, station("P1"), "")[2] == 3


def test_finished_orders_are_not_part_of_a_working_set(
    centre: SqlCentre, station: Stations
) -> None:
    record(station("import"), *(placed(number) for number in "1234"))
    record(station("import"), cancelled("shop:2"), picked("shop:3"), cancelled("shop:3"))
    record(station("import"), *packed("shop:1", "SSCC-1", 2), *shipped("shop:1", "SSCC-1"))
    push(centre, station("import"))
    names = pull(centre, station("P1"), "")[0]
    # What was picked for a cancelled order must go back, so somebody must still find it.
    assert {name for name in names if name.startswith("order")} == {"order/shop:3", "order/shop:4"}


def test_a_cursor_stays_until_something_changed(connect: Connect, station: Stations) -> None:
    mine, theirs = connect(), connect()
    first = pull(mine, station("P1"), "")[1]
    assert pull(mine, station("P1"), first) == (set(), first, 0)
    record(station("P2"), placed("1"))
    push(theirs, station("P2"))
    assert pull(mine, station("P1"), first)[1] != first


def test_a_cursor_never_skips_what_others_commit_late(connect: Connect, station: Stations) -> None:
    """Writers commit in any order while a reader follows; at its end it has seen them all."""
    writers, each = 3, 10
    ended = Event()
    readers, centres = connect(), [connect() for _ in range(writers)]
    files = [station(f"W{number}") for number in range(writers)]
    reader = station("R")
    seen: set[str] = set()

    def write(number: int) -> None:
        for turn in range(each):
            record(files[number], placed(f"{number}-{turn}"))
            push(centres[number], files[number])

    def read() -> None:
        cursor = ""
        while True:
            last = ended.is_set()
            names, cursor, _ = pull(readers, reader, cursor)
            seen.update(names)
            if last:
                return

    with ThreadPoolExecutor(writers + 1) as pool:
        reading = pool.submit(read)
        writing = [pool.submit(write, number) for number in range(writers)]
        wait(writing, timeout=60)
        ended.set()  # also when a writer failed: the reader must not run for ever
        for one in (*writing, reading):
            one.result(timeout=60)
    assert seen == {f"order/shop:{n}-{turn}" for n in range(writers) for turn in range(each)}


@pytest.mark.postgres
def test_on_postgres_an_older_transaction_may_commit_after_a_younger_one(
    postgres_url: str, station: Stations
) -> None:
    """The trap a counter falls into, in every order of six commits."""
    centre = SqlCentre.open(postgres_url, ManualClock(START))
    engine = open_centre(postgres_url)
    writers = sa.create_engine(engine.url, pool_size=6)
    file, order = station("P1"), list(range(6))
    record(station("import"), *(placed(str(number)) for number in order))
    push(centre, station("import"))
    try:
        for seed in range(5):
            seen: list[str] = []
            cursor = pull(centre, file, "")[1]
            # All six have written, and so hold their numbers, before any of them commits.
            open_ones = [writers.connect() for _ in order]
            for number, db in enumerate(open_ones):
                db.execute(feed.insert().values(kind=Kind.ORDER.value, id=f"shop:{number}"))
            for number in random.Random(seed).sample(order, len(order)):
                open_ones[number].commit()
                open_ones[number].close()
                names, cursor, _ = pull(centre, file, cursor)
                seen += sorted(names)
            assert sorted(seen) == [f"order/shop:{number}" for number in order]
    finally:
        writers.dispose()
        engine.dispose()
        centre.close()


def test_a_feed_of_a_week_and_no_more(url: str, centre: SqlCentre, station: Stations) -> None:
    """A cursor from before is answered with everything; the others go on as before."""
    shop, reader = station("import"), station("P1")
    today = date(2026, 6, 1)  # opening the file trims it, too: not on this day
    engine = open_centre(url)

    def trimmed(days: int) -> int:
        with engine.begin() as db:
            return centre_feed.trim(db, today + timedelta(days=days))

    def placed_and_pulled(ref: str, cursor: str) -> tuple[set[str], str]:
        record(shop, placed(ref))
        push(centre, shop)
        return pull(centre, reader, cursor)[:2]

    try:
        first = placed_and_pulled("1", "")[1]
        placed_and_pulled("1a", first)
        second = placed_and_pulled("1b", first)[1]
        assert trimmed(0) == 0
        newer = placed_and_pulled("2", second)[1]
        assert [trimmed(0), trimmed(3), trimmed(6)] == [0, 0, 0]
        assert placed_and_pulled("3", newer)[0] == {"order/shop:3"}
        assert trimmed(7) > 0
        epoch = hello(centre, reader).epoch
        late = centre.pull(reader.origin, reader.meta.incarnation, epoch, first)
        assert late.full
        assert {row.id for row in late.rows} == {"shop:1", "shop:1a", "shop:1b", "shop:2", "shop:3"}
        names, last, _ = pull(centre, reader, newer)
        assert names == {"order/shop:3"}
        assert trimmed(30) > 0
        assert pull(centre, reader, last)[0] == set()
        assert placed_and_pulled("4", last)[0] == {"order/shop:4"}
    finally:
        engine.dispose()


@pytest.mark.postgres
def test_numbers_that_a_crashed_server_gives_again_are_no_seen_transactions(
    station: Stations,
) -> None:
    """Transactions that wrote nothing are in a snapshot and not on the disk."""
    with cluster() as server:
        centre = SqlCentre.open(server.url, ManualClock(START))
        try:
            file = station("P1")
            record(station("import"), placed("0"))
            push(centre, station("import"))
            epoch = hello(centre, file).epoch
            _lazy_log(server.url)
            before = _use_up(server.url, 50)
            cursor = centre.pull(file.origin, file.meta.incarnation, epoch, "").cursor
            server.die()
            server.come_back()
        finally:
            centre.close()
        centre = SqlCentre.open(server.url, ManualClock(START))
        try:
            assert _use_up(server.url, 1) <= before, "the server gave no number again"
            record(station("import"), placed("1"))
            push(centre, station("import"))
            assert pull(centre, file, cursor)[0] == {"order/shop:1"}
        finally:
            centre.close()


def _lazy_log(url: str) -> None:
    """The server writes its log only where somebody waits for it."""
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as db:
        db.exec_driver_sql("ALTER SYSTEM SET wal_writer_delay = '10s'")
        db.exec_driver_sql("SELECT pg_reload_conf()")
    engine.dispose()


def _use_up(url: str, numbers: int) -> int:
    """So many transactions that leave nothing; the last one's number."""
    engine = open_centre(url)
    last = 0
    try:
        for _ in range(numbers):
            with engine.connect() as db, db.begin() as turn:
                last = int(db.execute(sa.text("SELECT pg_current_xact_id()::text")).scalar_one())
                turn.rollback()
    finally:
        engine.dispose()
    return last


@given(st.data())
def test_a_durable_cursor_sees_what_the_snapshot_saw_up_to_the_newest_row(
    data: st.DataObject,
) -> None:
    xmax = data.draw(st.integers(3, 60))
    waiting = data.draw(st.sets(st.integers(3, xmax - 1), max_size=8)) if xmax > 3 else set()
    seen = [xid for xid in range(3, xmax) if xid not in waiting]
    newest = data.draw(st.sampled_from(seen)) if seen else 2
    text = f"{min(waiting, default=xmax)}:{xmax}:{','.join(map(str, sorted(waiting)))}"
    found = durable(text, newest)
    low, end, running = found.split(":")
    xip = {int(xid) for xid in filter(None, running.split(","))}
    assert int(low) == min(xip, default=int(end)) <= int(end) == newest + 1
    for xid in range(3, 80):
        visible = xid < int(end) and xid not in xip
        assert visible == (xid in seen and xid <= newest)
