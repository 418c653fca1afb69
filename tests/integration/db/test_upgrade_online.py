"""A server's centre is upgraded while stations work, whatever ends the upgrade."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from app.store import online, schema
from app.store.admin import partitions as centre_partitions
from app.store.admin import roles as centre_roles
from app.store.database import open_centre
from tests.helpers.model import START
from tests.helpers.postgres import Server
from tests.helpers.program import wait_until
from tests.integration.db.test_admin import at_version

pytestmark = pytest.mark.postgres

# What each row's mark must be, in words of the tables alone.
MARKS = {
    "orders": "sub <> 'manifested'",
    "parcel": "body::json ->> 'stage' NOT IN ('dispatched', 'void')",
    "load": "NOT (body::json ->> 'closed')::boolean",
    "exception": "NOT (body::json ->> 'closed')::boolean",
    "serial": "false",
}
WRONG = " UNION ALL ".join(
    f"SELECT '{table}', id FROM {table} WHERE live IS DISTINCT FROM ({rule})"
    for table, rule in MARKS.items()
)
LEFT = """SELECT tgname FROM pg_trigger WHERE tgname LIKE 'derive%'
UNION ALL SELECT proname FROM pg_proc WHERE proname LIKE 'derive%'
UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"""
INDEXES = """SELECT indexdef FROM pg_indexes
WHERE indexname LIKE '%\\_live' OR indexname LIKE 'feed\\_%xid' ORDER BY 1"""
ROWS = 40


@pytest.fixture(scope="module")
def old_template(postgres_server: Server) -> str:
    """A centre of the version before the working set, with every kind of row in it."""
    url = postgres_server.database()
    engine = open_centre(url)
    at_version(engine, "c0005")
    with engine.begin() as db:
        for n in range(ROWS):
            done = n % 3 == 0
            sub, stage, closed = written(done)
            write(db, "orders", f"o{n:03}", new=True, sub=sub)
            write(db, "parcel", f"p{n:03}", new=True, body=f'{{"stage": "{stage}"}}')
            for table in ("load", "exception", "serial"):
                write(db, table, f"{table}{n:03}", new=True, body=f'{{"closed": {closed}}}')
        db.execute(sa.text("INSERT INTO feed(kind, id) VALUES ('order', 'o000')"))
    engine.dispose()
    return str(sa.make_url(url).database)


@pytest.fixture
def engine(postgres_server: Server, old_template: str) -> Iterator[sa.Engine]:
    engine = open_centre(postgres_server.database(old_template))
    yield engine
    engine.dispose()


def written(done: bool) -> tuple[str, str, str]:
    return ("manifested", "dispatched", "true") if done else ("released", "open", "false")


def write(db: sa.Connection, table: str, name: str, *, new: bool, **values: str) -> None:
    """As an older program does: it knows no marks."""
    if table == "orders":
        values = {"body": "{}", "ref": "", "due": "", "digest": "", **values}
    columns = ", ".join(values)
    if new:
        more = ", priority" if table == "orders" else ""
        zero = ", 0" if table == "orders" else ""
        names = ", ".join(f":{key}" for key in values)
        words = f"INSERT INTO {table}(id, {columns}{more}) VALUES (:id, {names}{zero})"
    else:
        pairs = ", ".join(f"{key} = :{key}" for key in values)
        words = f"UPDATE {table} SET {pairs} WHERE id = :id"
    db.execute(sa.text(words), {"id": name, **values})


def found(engine: sa.Engine, query: str) -> list[Any]:
    with engine.connect() as db:
        return [tuple(row) for row in db.execute(sa.text(query))]


def check_whole(engine: sa.Engine) -> None:
    """Marks, indexes and version are right, and nothing of the way there is left."""
    assert found(engine, WRONG) == []
    assert found(engine, LEFT) == []
    indexes = [line for (line,) in found(engine, INDEXES)]
    assert len(indexes) == len(MARKS) + 3, "the feed's and those of two tables which came later"
    assert all("(site, " in line for line in indexes)
    assert all("WHERE live" in line for line in indexes if "feed" not in line)
    schema.check(engine)


def old_push(engine: sa.Engine, dice: random.Random, count: int) -> bool:
    """One transaction of an older program: it looks at the version, then writes, or does not."""
    with engine.begin() as db:
        if schema.version(db) != "c0005":
            return False
        done = dice.random() < 0.5
        sub, stage, closed = written(done)
        row = dice.randrange(ROWS)
        write(db, "orders", f"o{row:03}", new=False, sub=sub)
        write(db, "parcel", f"p{row:03}", new=False, body=f'{{"stage": "{stage}"}}')
        write(db, "exception", f"new{count}", new=True, body=f'{{"closed": {closed}}}')
        write(db, "serial", f"new{count}", new=True, body="{}")
    return True


def test_what_older_programs_write_on_the_way_comes_out_right(
    engine: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They write before every single transaction of the upgrade."""
    monkeypatch.setattr(online, "_BATCH", 7)
    station = open_centre(engine.url.render_as_string(hide_password=False))
    dice = random.Random(6)
    count = 0
    real = online.patiently

    def written_before(db: sa.Connection, work: Callable[[], object]) -> object:
        nonlocal count
        for _ in range(3):
            count += old_push(station, dice, count)
        return real(db, work)

    monkeypatch.setattr(online, "patiently", written_before)
    monkeypatch.setattr(schema, "patiently", written_before)
    try:
        schema.upgrade(engine, "centre")
        check_whole(engine)
    finally:
        station.dispose()
    assert found(engine, "SELECT count(*) FROM serial") == [(ROWS + count,)]
    assert count > 3 * len(MARKS) * (ROWS // 7)


def test_who_has_looked_at_the_older_version_may_end_before_it_changes(
    engine: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = short_pauses(monkeypatch)
    station = open_centre(engine.url.render_as_string(hide_password=False))
    try:
        with station.connect() as db, db.begin():
            assert schema.version(db) == "c0005"
            with upgrading(engine):
                ready = "SELECT 1 FROM pg_class WHERE relname = 'feed_site_xid'"
                wait_until(lambda: found(engine, ready), "what is prepared")
                seen = len(tries)
                wait_until(lambda: len(tries) > seen + 1, "the last step's tries")
                write(db, "orders", "o001", new=False, sub="manifested")
                write(db, "exception", "late", new=True, body='{"closed": true}')
                db.commit()
        check_whole(engine)
    finally:
        station.dispose()


def test_nobody_waits_behind_a_change_that_waits_for_a_long_reader(
    engine: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = short_pauses(monkeypatch)
    url = engine.url.render_as_string(hide_password=False)
    reader, station = open_centre(url), open_centre(url)
    try:
        with reader.connect() as db, db.begin():
            db.execute(sa.text("SELECT count(*) FROM exception"))
            with upgrading(engine):
                wait_until(lambda: len(tries) > 1, "two tries")
                for number in range(20):
                    with station.begin() as writer:
                        # Behind a change that queues it would wait as long as the reader.
                        writer.execute(sa.text("SET LOCAL lock_timeout = '20s'"))
                        write(writer, "exception", f"w{number}", new=True, body='{"closed": false}')
                assert found(engine, "SELECT version_num FROM alembic_version") == [("c0005",)]
                db.commit()
        check_whole(engine)
    finally:
        reader.dispose()
        station.dispose()


def short_pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between tries, as they come."""
    taken: list[float] = []

    class Time:
        monotonic = staticmethod(time.monotonic)

        @staticmethod
        def sleep(pause: float) -> None:
            taken.append(pause)
            threading.Event().wait(0.01)

    monkeypatch.setattr(online, "time", Time)
    return taken


@contextmanager
def upgrading(engine: sa.Engine) -> Iterator[None]:
    """By another thread; it has ended well when this is left."""
    faults: list[BaseException] = []

    def run() -> None:
        mine = open_centre(engine.url.render_as_string(hide_password=False))
        try:
            schema.upgrade(mine, "centre")
        except BaseException as fault:  # noqa: BLE001  told by the test's own thread
            faults.append(fault)
        finally:
            mine.dispose()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        thread.join(60)
    assert not thread.is_alive()
    assert faults == []


KILLED = """
import os, signal, sys
import sqlalchemy as sa
from app.store import online, schema
from app.store.database import open_centre
online._BATCH = 20
engine, left = open_centre(sys.argv[1]), int(sys.argv[2])
def count(*words):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
sa.event.listen(engine, sys.argv[3], count)
schema.upgrade(engine, "centre")
"""
MOMENTS = ("before_cursor_execute", "after_cursor_execute", "commit")


def upgrade_killed(url: str, statement: int, moment: str) -> tuple[int, str]:
    words = [sys.executable, "-c", KILLED, url, str(statement), moment]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_an_upgrade_that_is_killed_anywhere_is_ended_by_the_next(
    postgres_server: Server, old_template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(online, "_BATCH", 20)
    dice = random.Random()
    whole = open_centre(postgres_server.database(old_template))
    many = dict.fromkeys(MOMENTS, 0)
    for moment in MOMENTS:

        def count(*_words: object, moment: str = moment) -> None:
            many[moment] += 1

        sa.event.listen(whole, moment, count)
    schema.upgrade(whole, "centre")
    whole.dispose()
    for turn in range(6):
        moment = MOMENTS[turn % 3]
        statement = dice.randint(1, many[moment])
        engine = open_centre(postgres_server.database(old_template))
        try:
            url = engine.url.render_as_string(hide_password=False)
            code, told = upgrade_killed(url, statement, moment)
            assert code == -9, (moment, statement, told)
            old_push(engine, dice, turn)
            schema.upgrade(engine, "centre")
            check_whole(engine)
        except BaseException as fault:
            fault.add_note(f"killed at {moment} {statement} of {many[moment]}")
            raise
        finally:
            engine.dispose()


def test_an_index_a_killed_upgrade_left_invalid_is_made_again(engine: sa.Engine) -> None:
    with engine.begin() as db:
        db.execute(sa.text("ALTER TABLE orders ADD COLUMN live boolean NOT NULL DEFAULT false"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        for name, table, column in (
            ("orders_live", "orders", "sub"),
            ("feed_site_xid", "exception", "site"),
        ):
            words = sa.text(f"CREATE UNIQUE INDEX CONCURRENTLY {name} ON {table}({column})")
            with pytest.raises(sa.exc.IntegrityError):
                db.execute(words)
    assert len(found(engine, LEFT)) == 2
    schema.upgrade(engine, "centre")
    check_whole(engine)


# --- what the next migrations may use ----------------------------------------------------------


@pytest.fixture
def steps(engine: sa.Engine) -> Iterator[online.Online]:
    schema.upgrade(engine, "centre")
    with engine.connect() as db:
        yield online.Online(db)


PARTS = """SELECT c.relname, x.indisvalid, of.inhparent IS NOT NULL
FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
LEFT JOIN pg_inherits of ON of.inhrelid = x.indexrelid
WHERE i.relname LIKE '%event_kind' OR i.relname LIKE '%\\_kind\\_idx' ORDER BY 1"""


def test_an_index_of_the_events_is_made_month_by_month(
    engine: sa.Engine, steps: online.Online
) -> None:
    with engine.begin() as db:
        centre_partitions.make_ahead(db, START.date())
    months = ["y2026m03", "y2026m04", "y2026m05", "y2026m06"]
    # As a killed upgrade leaves it: the parent's own, and one month's that is not attached.
    steps.change("CREATE INDEX event_kind ON ONLY event (kind)")
    steps.change("CREATE INDEX y2026m04_event_kind ON events.y2026m04 (kind)")
    assert ("event", False, False) in found(engine, PARTS)
    for _ in range(2):
        steps.index("event_kind", "event", "kind")
        assert found(engine, PARTS) == [
            ("event", True, False),
            *((name, True, True) for name in ["other", *months]),
        ]
    with engine.begin() as db:
        centre_partitions.make_ahead(db, START.date().replace(month=5))
    assert ("y2026m08", True, True) in found(engine, PARTS)


def test_a_new_column_is_a_stations_to_change_from_its_first_moment(
    engine: sa.Engine, steps: online.Online
) -> None:
    with engine.begin() as db:
        centre_roles.install(db)
    for _ in range(2):
        steps.column("tote", "colour", "text", "'grey'", like="body")
        steps.derive("tote", "colour", "lower(id)")
    may = "SELECT has_column_privilege('{}', 'tote', 'colour', 'UPDATE')"
    assert found(engine, may.format("pb_station")) == [(True,)]
    assert found(engine, may.format("pb_report")) == [(False,)]
    owners = "SELECT DISTINCT pg_get_userbyid(proowner) FROM pg_proc WHERE proname LIKE 'derive%'"
    assert found(engine, owners) == [("pb_owner",)]


def test_a_step_gives_up_when_its_patience_ends(
    engine: sa.Engine, steps: online.Online, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(online, "PATIENCE_S", 0.0)
    with engine.begin() as busy:
        busy.execute(sa.text("LOCK TABLE tote IN ACCESS SHARE MODE"))
        with pytest.raises(sa.exc.OperationalError, match="lock timeout"):
            steps.change("ALTER TABLE tote ADD COLUMN x integer")
    steps.change("ALTER TABLE tote ADD COLUMN x integer")
