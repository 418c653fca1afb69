"""A PostgreSQL centre behind a network that fails: calls end, hints arrive, nothing doubles."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.compose.bench import Plan, ScriptBench
from app.config import Config
from app.errors import CentreAway
from app.paths import Home
from app.store.database import open_centre
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.wake import CHANNEL, Listener
from app.sync.watchdog import Watchdog
from tests.helpers.fault_proxy import Fault, FaultProxy
from tests.helpers.model import START, placed
from tests.helpers.postgres import Server
from tests.helpers.program import wait_until

pytestmark = pytest.mark.postgres
Stations = Callable[[str], StationFile]
HANG_S = 20.0


@pytest.fixture
def proxy(postgres_server: Server, postgres_url: str) -> Iterator[tuple[FaultProxy, str]]:
    """The line, and the centre's URL through it; the centre itself is ready."""
    SqlCentre.open(postgres_url, ManualClock(START)).close()
    folder = sa.make_url(postgres_url).query["host"]
    assert isinstance(folder, str)
    name = sa.make_url(postgres_url).database
    with FaultProxy(Path(folder) / ".s.PGSQL.5432") as line, rescued(line):
        yield line, f"postgresql+psycopg://postgres@127.0.0.1:{line.port}/{name}"


@contextmanager
def rescued(line: FaultProxy) -> Iterator[None]:
    """A call that hangs for good fails its test; it does not hang it."""
    hung = threading.Event()

    def rescue() -> None:
        hung.set()
        line.be(Fault.NONE)
        line.cut()

    timer = threading.Timer(HANG_S, rescue)
    timer.start()
    yield
    timer.cancel()
    timer.join()
    assert not hung.is_set(), "a call hung until its line was mended"


def push(centre: SqlCentre, file: StationFile) -> int:
    hello = centre.hello(file.origin, file.meta.incarnation, start=0, wants_sscc=False)
    facts = file.history.facts_after(hello.last_seq, 100)
    return centre.push(file.origin, file.meta.incarnation, hello.epoch, facts).last_seq


def count(url: str) -> int:
    engine = sa.create_engine(url)
    with engine.connect() as db:
        found = db.execute(sa.text("SELECT count(*) FROM event")).scalar_one()
    engine.dispose()
    return int(found)


@pytest.mark.parametrize("fault", [Fault.STALL, Fault.DEAF])
def test_a_call_that_never_ends_is_ended(
    proxy: tuple[FaultProxy, str], fault: Fault, station: Stations
) -> None:
    """Neither on the line that was open, nor on the one that the pool opens in its place."""
    line, url = proxy
    centre = SqlCentre.open(url, ManualClock(START))
    dog = Watchdog(centre.abort, 0.5)
    try:
        assert push(centre, station("P1")) == 0
        line.be(fault)
        with pytest.raises(CentreAway), dog.watching():
            push(centre, station("P1"))
    finally:
        dog.stop()
        line.be(Fault.NONE)
        line.cut()
        centre.close()


@pytest.mark.parametrize("word", [b"pg_catalog.version", b"alembic_version", b"epoch"])
def test_a_line_that_goes_silent_while_the_centre_is_opened_is_ended(
    proxy: tuple[FaultProxy, str], tmp_path: Path, word: bytes
) -> None:
    """In the driver's own first question, in the schema's, in hello's."""
    line, url = proxy
    home = Home(tmp_path).ensure()
    bench = ScriptBench(Plan(home, "P1", Config(), url, ManualClock(START)), ())
    dog = Watchdog(bench._steps.abort, 0.5)
    line.be(Fault.DEAF, after=word)
    try:
        with dog.watching():
            bench.open()
        assert line.fault is Fault.DEAF
        assert not bench.online
        line.be(Fault.NONE)
        bench.go_online()
        assert bench.online
    finally:
        dog.stop()
        bench.close()


def test_an_answer_that_was_lost_is_asked_for_again(
    proxy: tuple[FaultProxy, str], postgres_url: str, station: Stations
) -> None:
    """The push is stored, its answer is not heard; the second push changes nothing."""
    line, url = proxy
    file = station("P1")
    file.record(None, [placed(str(number)) for number in range(3)], at=START)
    centre = SqlCentre.open(url, ManualClock(START))
    epoch = centre.hello("P1", file.meta.incarnation, start=0, wants_sscc=False).epoch
    before = count(postgres_url)
    facts = file.history.facts_after(0, 100)
    line.be(Fault.DEAF, after=b"COMMIT")
    dog = Watchdog(centre.abort, 0.5)
    try:
        with pytest.raises(CentreAway), dog.watching():
            centre.push("P1", file.meta.incarnation, epoch, facts)
        assert line.fault is Fault.DEAF
        wait_until(lambda: count(postgres_url) == before + 3, "the push")
        line.be(Fault.NONE)
        assert centre.push("P1", file.meta.incarnation, epoch, facts).last_seq == 3
    finally:
        dog.stop()
        centre.close()
    assert count(postgres_url) == before + 3


def test_a_hint_arrives_and_comes_back_after_a_cut(
    proxy: tuple[FaultProxy, str], postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, url = proxy
    monkeypatch.setattr("app.sync.wake._RETRY_S", 0.05)
    heard = threading.Event()
    listener = Listener(url, heard.set)
    centre = SqlCentre.open(postgres_url, ManualClock(START))
    listener.start()
    try:
        for _ in range(2):
            heard.clear()
            for _ in range(200):
                centre.announce()
                if heard.wait(0.1):
                    break
            assert heard.is_set()
            line.cut()
    finally:
        assert listener.stop()
        centre.close()


def test_hints_that_come_while_one_is_obeyed_are_one_more(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.sync.wake._APART_S", 0.0)
    woken, given, count = threading.Event(), threading.Event(), 0

    def wake() -> None:
        nonlocal count
        count += 1
        woken.set()
        assert given.wait(HANG_S)

    listener = Listener(postgres_url, wake)
    listener.start()
    engine = open_centre(postgres_url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:

        def hint() -> None:
            db.exec_driver_sql(f"NOTIFY {CHANNEL}")

        for _ in range(200):
            hint()
            if woken.wait(0.1):
                break
        for _ in range(100):
            hint()
        wait_until(
            lambda: db.exec_driver_sql("SELECT pg_notification_queue_usage()").scalar() == 0,
            "all hints on their way",
        )
    given.set()
    wait_until(lambda: count > 1, "another")
    assert listener.stop()
    engine.dispose()
    assert count < 20


def test_many_who_have_news_give_few_hints_and_the_last_one_comes_after_the_last_news(
    postgres_url: str, station: Stations
) -> None:
    writers, each = 6, 5
    centres = [SqlCentre.open(postgres_url, ManualClock(START)) for _ in range(writers)]
    files = [station(f"W{number}") for number in range(writers)]
    before, hints, seen = count(postgres_url), 0, 0
    address = sa.make_url(postgres_url).set(drivername="postgresql")

    def write(number: int) -> None:
        for turn in range(each):
            files[number].record(None, [placed(f"{number}-{turn}")], at=START)
            push(centres[number], files[number])
            centres[number].announce()

    words = address.render_as_string(hide_password=False)
    try:
        with (
            psycopg.connect(words, autocommit=True) as listener,
            ThreadPoolExecutor(writers) as pool,
        ):
            listener.execute(f"LISTEN {CHANNEL}")
            working = [pool.submit(write, number) for number in range(writers)]
            for _ in listener.notifies(timeout=HANG_S):
                hints += 1
                seen = count(postgres_url) - before
                if seen == writers * each:
                    break
            for one in working:
                one.result(timeout=HANG_S)
    finally:
        for centre in centres:
            centre.close()
    assert seen == writers * each
    assert hints < writers * each


def test_hints_end_although_their_line_is_silent(
    proxy: tuple[FaultProxy, str],
) -> None:
    line, url = proxy
    line.be(Fault.DEAF, after=b"LISTEN")
    listener = Listener(url, lambda: None)
    listener.start()
    wait_until(lambda: line.fault is Fault.DEAF, "the listener")
    assert listener.stop()


def test_refused_and_cut_connections_say_that_the_centre_is_away(
    proxy: tuple[FaultProxy, str], station: Stations
) -> None:
    line, url = proxy
    centre = SqlCentre.open(url, ManualClock(START))
    assert push(centre, station("P1")) == 0
    line.be(Fault.REFUSE)
    line.cut()
    with pytest.raises(CentreAway):
        push(centre, station("P1"))
    with pytest.raises(CentreAway):
        SqlCentre.open(url, ManualClock(START))
    line.be(Fault.NONE)
    assert push(centre, station("P2")) == 0
    centre.close()
