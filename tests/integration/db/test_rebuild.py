"""Rows that somebody changed by hand are made anew from their facts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Event

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.facts import FactKind, Kind, Subject
from app.errors import CentreAway
from app.store.centre.tables import ROWS
from app.store.database import open_centre
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.proof.rebuild import rebuild
from app.sync.proof.verify import verify
from tests.helpers.model import START, Bench, about, picked, placed, stocked
from tests.helpers.tamper import behind_the_triggers
from tests.integration.db.conftest import Benches, Db
from tests.integration.sync.test_push import push, record

K = FactKind


@pytest.fixture(autouse=True)
def shift(bench: Benches) -> None:
    """Three orders; one is worked at by two benches, which opens an exception."""
    shop, one, two = bench("import"), bench("P1"), bench("P2")
    shop.record(*stocked("B0", "S0", 50), *(placed(name, 2) for name in "123"))
    for each in (shop, one, two):
        each.settle()
    one.record(about(K.PICK_STARTED, "shop:1"), picked("shop:1"), picked("shop:1"))
    two.record(about(K.PICK_STARTED, "shop:1"), picked("shop:1"))
    for each in (one, two, shop):
        each.settle()


def by_hand(engine: sa.Engine, *statements: str) -> None:
    with behind_the_triggers(engine) as db:
        for statement in statements:
            db.execute(sa.text(statement))


def talk(bench: Bench) -> None:
    while bench.steps.step() or bench.drain():
        pass


def test_there_is_nothing_to_do(engine: sa.Engine) -> None:
    assert rebuild(engine) == []


def test_damaged_changed_and_missing_rows_come_back(engine: sa.Engine, bench: Benches) -> None:
    exceptions = verify(engine).counted.rows
    by_hand(
        engine,
        "UPDATE orders SET body = 'scribbled' WHERE id = 'shop:1'",
        "UPDATE orders SET live = false, priority = 7 WHERE id = 'shop:2'",
        "DELETE FROM bin WHERE id = 'B0'",
        "DELETE FROM exception",
    )
    assert {one.what for one in verify(engine).findings} == {"row_differs", "row_missing"}
    one = bench("P1")
    one.record(about(K.PICK_LEFT, "shop:1"))
    with pytest.raises(CentreAway, match="order shop:1 is damaged"):
        talk(one)
    one.steps.disconnect()
    mended = rebuild(engine)
    named = {item for item in mended if item.kind is not Kind.EXCEPTION}
    assert named == {
        Subject(Kind.ORDER, "shop:1"),
        Subject(Kind.ORDER, "shop:2"),
        Subject(Kind.BIN, "B0"),
    }
    assert len(mended) > len(named)
    assert verify(engine).well
    assert verify(engine).counted.rows == exceptions
    one.settle()
    assert verify(engine).well
    assert rebuild(engine) == []


def test_the_command_says_what_it_did(engine: sa.Engine, url: str, db: Db) -> None:
    by_hand(engine, "UPDATE orders SET body = '{}' WHERE id = 'shop:3'")
    done = db("rebuild", "--url", url)
    assert (done["mended"], done["findings"], done["code"]) == (["order shop:3"], [], 0)
    by_hand(engine, "UPDATE orders SET id = 'shop:9' WHERE id = 'shop:3'")
    left = db("rebuild", "--url", url)
    assert (left["mended"], left["code"]) == (["order shop:3"], 1)
    assert [one["what"] for one in left["findings"]] == ["row_unexplained"]


def test_stations_hear_of_it(engine: sa.Engine, bench: Benches, url: str) -> None:
    centre = SqlCentre.open(url, ManualClock(START))
    file = bench("P1").file
    epoch = centre.hello("P1", file.meta.incarnation, start=0, wants_sscc=False).epoch
    cursor = centre.pull("P1", file.meta.incarnation, epoch, "").cursor
    by_hand(engine, "UPDATE orders SET body = '{}' WHERE id = 'shop:3'")
    rebuild(engine)
    pulled = centre.pull("P1", file.meta.incarnation, epoch, cursor)
    assert [(row.kind, row.id) for row in pulled.rows] == [("order", "shop:3")]
    assert not pulled.full
    centre.close()


def test_what_its_facts_do_not_tell_stays_and_is_still_named(engine: sa.Engine) -> None:
    by_hand(
        engine,
        "UPDATE event SET body = '[}' WHERE origin = 'P1' AND seq = 2",
        "UPDATE orders SET priority = 7 WHERE id = 'shop:1'",
        "UPDATE orders SET id = 'shop:9' WHERE id = 'shop:3'",
    )
    before = {(one.what, one.id) for one in verify(engine).findings}
    assert before >= {("row_unexplained", "shop:9"), ("row_missing", "shop:3")}
    assert rebuild(engine) == [Subject(Kind.ORDER, "shop:3")]
    after = {(one.what, one.id) for one in verify(engine).findings}
    assert before - after == {("row_missing", "shop:3")}
    with engine.connect() as db:
        assert db.scalar(sa.text("SELECT priority FROM orders WHERE id = 'shop:1'")) == 7


@pytest.mark.parametrize("url", ["postgres"], indirect=True)
@pytest.mark.postgres
def test_stations_may_work_meanwhile(engine: sa.Engine, url: str, tmp_path: Path) -> None:
    """Somebody goes on breaking rows that others work on; nothing of their work is undone."""
    ended, dice = Event(), Random(7)

    def work(name: str) -> None:
        centre = SqlCentre.open(url, ManualClock(START))
        file = StationFile.open(tmp_path / f"{name}.file", name)
        for _ in range(30):
            record(file, picked(f"shop:{dice.choice('123')}"))
            while True:
                try:
                    push(centre, file)
                    break
                except CentreAway:  # damaged just now
                    continue
        centre.close()
        file.close()

    def mend() -> int:
        mine, count = open_centre(url), 0
        while not ended.is_set():
            by_hand(mine, "UPDATE orders SET body = 'scribbled' WHERE id = 'shop:1'")
            by_hand(mine, "UPDATE orders SET priority = 7 WHERE id = 'shop:2'")
            count += len(rebuild(mine))
        count += len(rebuild(mine))
        mine.dispose()
        return count

    with ThreadPoolExecutor(4) as pool:
        mender = pool.submit(mend)
        list(pool.map(work, ("W1", "W2", "W3")))
        ended.set()
        assert mender.result() > 2
    assert verify(engine).findings == []
    with engine.connect() as db:
        assert db.scalar(sa.text("SELECT count(*) FROM event WHERE origin LIKE 'W%'")) == 90
        assert db.scalar(sa.select(sa.func.count()).select_from(ROWS[Kind.ORDER])) == 3
