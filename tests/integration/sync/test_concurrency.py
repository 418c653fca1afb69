"""Several programs at one centre at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from subprocess import PIPE
from threading import Barrier

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.store.centre.tables import ROWS, stock_move
from app.store.database import open_centre
from app.store.station.file import StationFile
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from tests.helpers.model import START, Site, picked, placed, stocked
from tests.integration.sync.test_push import hello, push, record

ROOT = Path(__file__).resolve().parents[3]
Connect = Callable[[], SqlCentre]
Stations = Callable[[str], StationFile]


PROGRAM = """
import sys
from app.clock import SystemClock
from app.sync.centre import SqlCentre
sys.stdin.readline()
centre = SqlCentre.open(sys.argv[1], SystemClock())
print(centre.hello(sys.argv[2], "life", start=0, wants_sscc=False).epoch)
centre.close()
"""


def test_programs_that_open_a_new_centre_at_once_agree_on_it(url: str) -> None:
    words = [sys.executable, "-c", PROGRAM, url]
    programs = [
        subprocess.Popen(
            [*words, f"P{number}"], stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=ROOT, text=True
        )
        for number in range(2)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    said = [program.communicate(timeout=60) for program in programs]
    assert [program.returncode for program in programs] == [0, 0], said
    assert len({out for out, _ in said}) == 1


def test_threads_that_open_a_new_centre_at_once_agree_on_it(url: str) -> None:
    start = Barrier(4)

    def one(_number: int) -> str:
        start.wait(timeout=20)
        centre = SqlCentre.open(url, ManualClock(START))
        try:
            return centre.hello("P1", "life", start=0, wants_sscc=False).epoch
        finally:
            centre.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(one, range(4)))) == 1


def test_blocks_of_parcel_numbers_never_overlap(connect: Connect) -> None:
    start, centres = Barrier(4), [connect() for _ in range(4)]

    def one(number: int) -> list[tuple[int, int]]:
        start.wait(timeout=20)
        return [
            centres[number].hello(f"P{number}", "life", start=0, wants_sscc=True).sscc
            for _ in range(5)
        ]

    with ThreadPoolExecutor(4) as pool:
        blocks = sorted(block for blocks in pool.map(one, range(4)) for block in blocks)
    assert len(blocks) == 20
    assert blocks[0][0] >= 1
    for (_, end), (begin, _) in pairwise(blocks):
        assert end <= begin


def test_stations_that_pick_from_the_same_bins_lose_no_unit(
    connect: Connect, station: Stations, url: str
) -> None:
    """Facts name the same rows in different sequences; nobody waits for ever."""
    stations, each = 4, 12
    record(
        station("import"),
        *(fact for place in ("B0", "B1") for fact in stocked(place, "S0", 500)),
        *(placed(str(number), quantity=99) for number in range(3)),
    )
    files = [station(f"P{number}") for number in range(stations)]
    centres = [connect() for _ in files]
    push(centres[0], station("import"))
    start = Barrier(stations)

    def work(number: int) -> None:
        start.wait(timeout=20)
        for turn in range(each):
            order, place = f"shop:{(turn + number) % 3}", f"B{(turn + number) % 2}"
            other = f"shop:{turn % 3}", f"B{(turn + 1) % 2}"
            record(files[number], picked(order, place), picked(*other))
            push(centres[number], files[number])

    with ThreadPoolExecutor(stations) as pool:
        list(pool.map(work, range(stations)))
    site = Site(url, ManualClock(START))
    bins = site.values(ROWS[Kind.BIN], Kind.BIN)
    orders = site.values(ROWS[Kind.ORDER], Kind.ORDER)
    total = stations * each * 2
    assert sum(place.quantity("S0") for place in bins.values()) == 1000 - total
    assert sum(order.lines[0].picked for order in orders.values()) == total
    hands = [row["delta"] for row in site.rows(stock_move) if row["place"].startswith("hand:")]
    assert sum(hands) == total
    site.close()


@pytest.mark.postgres
def test_a_row_that_another_station_creates_at_the_same_moment(
    postgres_url: str, station: Stations
) -> None:
    """Both put into a tote nobody has heard of; the second one finds it there and goes on."""
    centre = SqlCentre.open(postgres_url, ManualClock(START))
    engine = open_centre(postgres_url)
    tote = NewFact(
        FactKind.PUT_IN_TOTE,
        (Subject(Kind.ORDER, "shop:1"), Subject(Kind.TOTE, "T-1")),
        {"line": 1, "sku": "S0", "tote": "T-1", "order": "shop:1", "quantity": 1},
    )
    record(station("P1"), *stocked("B0", "S0", 9), placed("1"))
    push(centre, station("P1"))
    facts = record(station("P1"), picked("shop:1"), tote)
    epoch = hello(centre, station("P1")).epoch
    with engine.connect() as other, ThreadPoolExecutor(1) as pool:
        body = '{"code":"T-1","order":"shop:9"}'
        other.execute(ROWS[Kind.TOTE].insert().values(id="T-1", body=body))
        waiting = pool.submit(centre.push, "P1", station("P1").meta.incarnation, epoch, facts)
        blocked_by(engine, other)
        other.commit()
        done = waiting.result(timeout=20)
    assert done.conflicts == (facts[1].event_id,)
    assert decoded(centre.row(Kind.TOTE, "T-1")).order == "shop:9"  # type: ignore[arg-type]  # there is a row
    found = decoded(centre.row(Kind.ORDER, "shop:1"))  # type: ignore[arg-type]  # there is a row
    assert (found.lines[0].picked, found.lines[0].put) == (1, 1)
    engine.dispose()
    centre.close()


def blocked_by(engine: sa.Engine, holder: sa.Connection) -> None:
    """Wait until somebody waits for this connection's transaction."""
    pid = holder.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
    query = sa.text(
        "SELECT count(*) FROM pg_stat_activity WHERE CAST(:pid AS int) = ANY(pg_blocking_pids(pid))"
    )
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        for _ in range(2000):
            if db.execute(query, {"pid": pid}).scalar_one():
                return
    raise AssertionError("nobody waits")
