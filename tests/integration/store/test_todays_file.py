"""The files of a bench and its centre as the program wrote them on 2026-11-27.

A newer program opens them and goes on: no fact is lost, and what had not been sent is sent. In the
zip beside this: a bench that went offline in the middle of an order, with four facts still unsent.
"""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.clock import ManualClock
from app.domain.facts import Fact, Kind, Subject, chain_hash
from app.domain.rows.orders import Order, Sub
from app.domain.rows.things import Bin, Operator, Parcel, Product, Tote
from app.store.database import open_centre
from app.store.station.file import StationFile
from app.store.station.meta import Meta
from app.sync.centre import SqlCentre
from app.sync.proof.verify import verify
from tests.helpers.model import Bench, Site

HOME = Path(__file__).parents[2] / "data" / "home-2026-11.zip"
THEN = datetime(2026, 11, 27, 18, 0, tzinfo=UTC)
FACTS, UNSENT, IMPORTED = 25, 4, 18


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with zipfile.ZipFile(HOME) as kept:
        kept.extractall(tmp_path)
    return tmp_path


@pytest.fixture
def path(home: Path) -> Path:
    return home / "station-P1.db"


@pytest.fixture
def open_file(home: Path) -> Iterator[Callable[[str, str], StationFile]]:
    opened: list[StationFile] = []

    def one(name: str, origin: str) -> StationFile:
        opened.append(StationFile.open(home / name, origin))
        return opened[-1]

    yield one
    for file in opened:
        file.close()


@pytest.fixture
def file(open_file: Callable[[str, str], StationFile]) -> StationFile:
    return open_file("station-P1.db", "P1")


def raw(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(query).fetchall()


def in_one_chain(facts: tuple[Fact, ...]) -> bool:
    previous = ""
    for fact in facts:
        previous = chain_hash(previous, fact)
        if fact.hash != previous:
            return False
    return [fact.seq for fact in facts] == list(range(1, len(facts) + 1))


def test_no_fact_is_lost(path: Path, open_file: Callable[[str, str], StationFile]) -> None:
    query = "SELECT seq, event_id, kind, hash FROM journal ORDER BY seq"
    there = raw(path, query), raw(path.with_name("origin-import.db"), query)
    assert [len(rows) for rows in there] == [FACTS, IMPORTED]
    files = open_file("station-P1.db", "P1"), open_file("origin-import.db", "import")
    for rows, file in zip(there, files, strict=True):
        facts = file.history.facts_after(0, 1000)
        assert [(fact.seq, fact.event_id, fact.kind, fact.hash) for fact in facts] == rows
        assert in_one_chain(facts)
        assert file.last_seq == len(facts)
    assert [file.waiting for file in files] == [UNSENT, 0]


def test_what_it_keeps_of_itself_is_read_and_left_as_it_is(
    path: Path, open_file: Callable[[str, str], StationFile]
) -> None:
    query = "SELECT key, value FROM meta ORDER BY key"
    texts = raw(path, query)
    file = open_file("station-P1.db", "P1")
    assert file.meta == Meta(
        incarnation="bfe7de80-b1bc-40d0-a6f0-e4e050e71190",
        origin="P1",
        epoch="9764c81c-09ee-4d4e-82c3-6f594a4eb241",
        cursor="48",
        acked=21,
        applied=21,
        refreshed=datetime(2026, 11, 27, 17, 55, 28, 594768, UTC),
        sscc_next=3,
        sscc_end=10001,
        session=dict(texts)["session"],
        contact=datetime(2026, 3, 2, 8, tzinfo=UTC),
        latest=datetime(2026, 3, 2, 8, tzinfo=UTC),
    )
    assert '"order":"shop:SO-2"' in file.meta.session
    assert raw(path, query) == texts


def test_rows_are_read_with_the_unsent_work_on_them(file: StationFile) -> None:
    rows = file.rows
    orders = {name: rows.get(Order, name) for name in rows.names(Kind.ORDER)}
    assert {name: order.sub for name, order in orders.items() if order} == {
        "shop:SO-1": Sub.RELEASED,
        "shop:SO-2": Sub.PACKING,
        "shop:SO-3": Sub.RELEASED,
        "shop:SO-4": Sub.MANIFESTED,
    }
    mine = orders["shop:SO-2"]
    assert mine is not None
    assert [(line.sku, line.picked, line.packed) for line in mine.lines] == [
        ("MUG", 3, 1),
        ("CANDLE", 1, 0),
    ]
    parcel = rows.get(Parcel, "095213210000000025")
    assert parcel is not None and parcel.order == "shop:SO-2"
    assert rows.find("095213210000000025") == (Subject(Kind.PARCEL, "095213210000000025"),)
    assert rows.find("9521321000001") == (Subject(Kind.PRODUCT, "MUG"),)
    for kind, name in ((Product, "CANDLE"), (Bin, "A-01-1"), (Tote, "T-22"), (Operator, "11")):
        assert rows.get(kind, name) is not None
    assert len(rows.reserved) == 2
    assert rows.count((Sub.RELEASED.value,)) == 2
    assert file.history.work_since("11", datetime(2026, 3, 2, tzinfo=UTC)) == (1, 2)


def test_what_was_unsent_reaches_that_centre(home: Path, path: Path) -> None:
    url = f"sqlite:{home / 'centre.db'}"
    SqlCentre.open(url, ManualClock(THEN)).close()  # the first program that opens it upgrades it
    engine, site = open_centre(url), Site(url, ManualClock(THEN))
    bench = Bench(path, "P1", site)
    try:
        assert verify(engine).findings == []
        before = site.events()
        assert len(before) == FACTS - UNSENT + IMPORTED
        shown = {
            name: bench.file.rows.get(Order, name) for name in bench.file.rows.names(Kind.ORDER)
        }
        bench.settle()
        after = {event["event_id"]: event for event in site.events()}
        assert len(after) == FACTS + IMPORTED
        assert all(after[event["event_id"]] == event for event in before)
        journal = bench.journal()
        assert in_one_chain(journal)
        assert {fact.event_id for fact in journal} <= after.keys()
        assert {event["verdict"] for event in after.values()} == {"applied"}
        meta = bench.file.meta
        assert (bench.file.waiting, meta.acked, meta.applied) == (0, FACTS, FACTS)
        assert meta.incarnation == "bfe7de80-b1bc-40d0-a6f0-e4e050e71190"
        # The centre has come to the rows that the bench had shown before.
        bench.file.rows.forget()
        assert {name: bench.file.rows.get(Order, name) for name in shown} == shown
        assert verify(engine).findings == []
    finally:
        bench.close()
        site.close()
        engine.dispose()
