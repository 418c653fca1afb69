"""init, upgrade, status and archive, as an administrator meets them."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.__main__ import main
from app.clock import ManualClock, SystemClock
from app.domain.facts import FactKind
from app.errors import EnvironmentFault
from app.store import online, schema
from app.store.admin import centre as centre_admin
from app.store.admin import partitions as centre_partitions
from app.store.database import open_centre
from app.sync.proof.verify import verify
from tests.helpers.model import START, Bench, Site, picked, placed, stocked
from tests.integration.db.conftest import Db

K = FactKind
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_a_centre_is_made_once_and_in_an_empty_database_only(url: str, db: Db) -> None:
    made = db("init", "--url", url)
    assert (made["code"], made["version"]) == (0, schema.HEAD["centre"])
    again = db("init", "--url", url)
    assert again["error"] == "This database is a centre already: packbench db upgrade."
    found = db("upgrade", "--url", url)
    assert (found["before"], found["version"]) == (schema.HEAD["centre"],) * 2


def test_somebody_elses_database_is_left_alone(url: str, db: Db) -> None:
    engine = open_centre(url)
    with engine.begin() as there:
        there.execute(sa.text("CREATE TABLE payroll(x integer)"))
    assert db("init", "--url", url)["error"] == "This database is not empty. Make a new one for it."
    assert "no centre" in db("upgrade", "--url", url)["error"]
    assert db("status", "--url", url)["remedies"] == [
        "This database is no centre yet: packbench db init."
    ]
    with engine.connect() as there:
        assert sa.inspect(there).get_table_names() == ["payroll"]
    engine.dispose()


def test_a_mistyped_file_makes_no_centre(tmp_path: Path, db: Db) -> None:
    path = tmp_path / "centre.bd"
    for verb in ("upgrade", "status", "verify"):
        assert db(verb, "--url", f"sqlite:{path}")["code"] == 1
    assert not path.exists()


def at_version(engine: sa.Engine, version: str) -> None:
    """The schema as an older program made it."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(Path(schema.__file__).parent / "migrations/centre")
    )
    with engine.begin() as db:
        config.attributes["connection"] = db
        command.upgrade(config, version)


OLD = """INSERT INTO event(event_id, origin, incarnation, seq, kind, subjects, body, occurred_at,
 received_at, operator, device, hash, verdict, reason)
 VALUES (:id, 'P1', 'i', :seq, 'k', '[]', '{}', :now, :now, '', '', '', '', '')"""


def test_an_older_centre_keeps_its_rows_and_events(url: str, db: Db) -> None:
    engine = open_centre(url)
    at_version(engine, "c0002")
    ids = ["018f0000-0000-7000-8000-000000000000", "fff00000-0000-7000-8000-000000000000"]
    with engine.begin() as there:
        for seq, name in enumerate(ids, 1):
            there.execute(sa.text(OLD), {"id": name, "seq": seq, "now": START.isoformat()})
        there.execute(sa.text("INSERT INTO tote(id, body) VALUES ('T-1', '{}')"))
    assert db("status", "--url", url)["remedies"] == [
        "The centre must be upgraded: packbench db upgrade."
    ]
    with pytest.raises(EnvironmentFault, match="packbench db upgrade"):
        schema.check(engine)
    found = db("upgrade", "--url", url)
    assert (found["before"], found["version"]) == ("c0002", schema.HEAD["centre"])
    schema.check(engine)
    with engine.begin() as there:
        assert there.execute(sa.text("SELECT id, site FROM tote")).all() == [("T-1", "Main")]
        query = "SELECT event_id, site FROM event ORDER BY seq"
        assert there.execute(sa.text(query)).all() == [(name, "Main") for name in ids]
        there.execute(sa.text("UPDATE alembic_version SET version_num = 'c9999'"))
    with pytest.raises(EnvironmentFault, match="Update this program; your open work is kept"):
        schema.check(engine)
    engine.dispose()


@pytest.mark.postgres
def test_two_programs_upgrade_at_once(empty_postgres_url: str) -> None:
    engine = open_centre(empty_postgres_url)
    at_version(engine, "c0002")
    faults: list[BaseException] = []

    def upgrade() -> None:
        mine = open_centre(empty_postgres_url)
        try:
            centre_admin.upgrade(mine, NOW.date())
        except BaseException as fault:  # noqa: BLE001  told by the test's own thread
            faults.append(fault)
        finally:
            mine.dispose()

    threads = [threading.Thread(target=upgrade) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert faults == []
    schema.check(engine)
    engine.dispose()


@pytest.mark.postgres
def test_an_upgrade_gives_up_rather_than_stop_the_stations(
    empty_postgres_url: str, monkeypatch: pytest.MonkeyPatch, db: Db
) -> None:
    monkeypatch.setattr(online, "PATIENCE_S", 0.0)
    engine = open_centre(empty_postgres_url)
    at_version(engine, "c0002")
    with engine.begin() as busy:
        busy.execute(sa.text("LOCK TABLE orders IN ROW EXCLUSIVE MODE"))
        answer = db("upgrade", "--url", empty_postgres_url)
    assert answer["error"].startswith("The centre is busy")
    assert db("upgrade", "--url", empty_postgres_url)["before"] == "c0002"
    engine.dispose()


@pytest.mark.postgres
def test_months_are_made_ahead_and_strays_come_home(empty_postgres_url: str, db: Db) -> None:
    db("init", "--url", empty_postgres_url)
    engine = open_centre(empty_postgres_url)
    year = NOW.replace(year=2028).date()
    stray = centre_partitions.bound(year) + "-7000-8000-000000000000"
    with engine.begin() as there:
        there.execute(sa.text(OLD), {"id": stray, "seq": 1, "now": START})
    state = db("status", "--url", empty_postgres_url)
    assert state["strays"] == 1
    assert state["months_missing"] == []
    with engine.begin() as there:
        made = centre_partitions.make_ahead(there, year)
        assert made == ["y2028m11", "y2028m12", "y2029m01", "y2029m02"]
        assert centre_partitions.make_ahead(there, year) == []
        assert centre_partitions.strays(there) == 0
        found = there.execute(sa.text("SELECT event_id FROM events.y2028m11")).scalars().all()
        assert found == [stray]
    for table in ("event", "events.y2028m11"):
        for words in (f"DELETE FROM {table}", f"TRUNCATE {table}"):
            with pytest.raises(sa.exc.DBAPIError, match="append-only"), engine.begin() as there:
                there.execute(sa.text(words))
    engine.dispose()


@pytest.mark.postgres
def test_an_archived_month_is_in_a_file_and_still_in_its_table(
    empty_postgres_url: str, db: Db, tmp_path: Path
) -> None:
    db("init", "--url", empty_postgres_url)
    site = Site(empty_postgres_url, ManualClock(START))
    bench = Bench(tmp_path / "P1.db", "P1", site)
    # Of this month, for which the centre has made a table.
    bench.clock.advance((SystemClock().now() - START).total_seconds())
    bench.record(*stocked("B0", "S0", 9), placed("01", 2), picked("shop:01"))
    bench.settle()
    engine = open_centre(empty_postgres_url)
    later = NOW.replace(year=2099).date()  # whatever month this test runs in, it is old then
    done = centre_admin.archive(engine, tmp_path, 2, later, os.environ)
    assert [file.exists() for _name, file in done] == [True] * len(done)
    assert len(site.events()) == 0
    with engine.begin() as there:
        counts = [
            there.execute(sa.text(f"SELECT count(*) FROM events.{name}")).scalar_one()
            for name, _file in done
        ]
    assert sum(counts) == 4
    assert (
        db("archive", "--older-than", "2", "--to", tmp_path, "--url", empty_postgres_url)[
            "archived"
        ]
        == []
    )
    # The next facts go on; what is archived is counted, not taken for a loss.
    bench.record(picked("shop:01"))
    with engine.begin() as there:
        for name, _file in done:
            there.execute(sa.text(f"ALTER TABLE events.{name} RENAME TO old_{name}"))
    centre_admin.maintain(engine, NOW.date())
    bench.settle()
    found = verify(engine)
    assert found.counted.archived > 0
    assert {one.what for one in found.findings} <= {"missing"}
    bench.close()
    site.close()
    engine.dispose()


def test_status_says_what_to_do(url: str, db: Db, tmp_path: Path) -> None:
    db("init", "--url", url)
    site = Site(url, ManualClock(START))
    bench = Bench(tmp_path / "P1.db", "P1", site)
    bench.record(placed("01", 2), picked("shop:01", "nowhere"))
    bench.settle()
    bench.close()
    site.close()
    state = db("status", "--url", url)
    assert (state["code"], state["events"], state["open_exceptions"]) == (0, 2, 1)
    (station,) = state["stations"]
    assert (station["origin"], station["last_seq"], station["facts"]) == ("P1", 2, 2)
    assert "Exceptions that wait for a supervisor: 1." in state["remedies"]
    assert state["triggers"]
    engine = open_centre(url)
    with engine.begin() as there:
        drop = "DROP TRIGGER append_only ON event"
        if there.dialect.name == "sqlite":
            drop = "DROP TRIGGER event_no_delete"
        there.execute(sa.text(drop))
    engine.dispose()
    state = db("status", "--url", url)
    assert not state["triggers"]
    assert any("took the triggers away" in remedy for remedy in state["remedies"])


def test_text_is_for_people(url: str, db: Db, capsys: pytest.CaptureFixture[str]) -> None:
    db("init", "--url", url)
    assert main(["db", "status", "--url", url]) == 0
    assert "append-only" in capsys.readouterr().out
    assert main(["db", "verify", "--url", url]) == 0
    assert capsys.readouterr().out.endswith("All is well.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("roles", "--add-station", "P1"),
        ("roles", "--add", "P1", "--site", "x"),
        ("restore", "f", "--sscc-skip", "0"),
        ("restore", "f", "--sscc-skip", "-5"),
        ("frobnicate",),
    ],
)
def test_words_that_are_off_are_refused(words: tuple[str, ...], db: Db) -> None:
    assert db(*words)["code"] == 2


def test_a_centre_in_a_file_has_no_roles_and_no_months(tmp_path: Path, db: Db) -> None:
    url = f"sqlite:{tmp_path / 'centre.db'}"
    db("init", "--url", url)
    assert "no roles" in db("roles", "--url", url)["error"]
    words = ("archive", "--older-than", "2", "--to", tmp_path, "--url", url)
    assert "no months" in db(*words)["error"]
