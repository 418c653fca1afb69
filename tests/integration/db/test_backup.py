"""A backup, more work, a restore: every station sends again, nothing is lost, no SSCC twice."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.facts import FactKind, Kind
from app.domain.rows.orders import Order
from app.store.admin import backup as centre_backup
from app.store.admin import pg_programs
from app.store.admin import roles as centre_roles
from app.store.centre.tables import ROWS
from app.store.database import open_centre
from tests.helpers.model import START, Bench, Site, about, packed, picked, placed, stocked
from tests.helpers.postgres import Server, running
from tests.integration.db.conftest import Db

K = FactKind


@pytest.fixture
def new_url(url: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """An empty database beside the centre's."""
    if url.startswith("sqlite:"):
        return f"sqlite:{tmp_path / 'new.db'}"
    server: Server = request.getfixturevalue("postgres_server")
    return server.database()


@pytest.fixture
def benches() -> Iterator[list[Bench]]:
    made: list[Bench] = []
    yield made
    for bench in made:
        bench.close()


def work(bench: Bench, order: str) -> None:
    bench.record(about(K.PICK_STARTED, order), picked(order), about(K.ORDER_PICKED, order))
    bench.record(*packed(order, f"{bench.name}-{order}", 1))


def moved(bench: Bench, site: Site) -> None:
    """The station finds another server behind the centre's name."""
    bench.steps.disconnect()
    if bench._centre is not None:
        bench._centre.close()
    bench._site, bench._centre = site, None
    bench.settle()


def first_day(site: Site, folder: Path) -> tuple[Bench, Bench, Bench]:
    """An import and two stations, each with one order packed and sent."""
    shop, one, two = (Bench(folder / f"{n}.db", n, site) for n in ("import", "P1", "P2"))
    shop.record(*stocked("B0", "S0", 50), *(placed(f"{n:02}", 1) for n in range(1, 7)))
    shop.settle()
    for bench, order in ((one, "shop:01"), (two, "shop:02")):
        bench.settle()
        work(bench, order)
        bench.settle()
    return shop, one, two


def test_nothing_is_lost_by_a_restore(
    url: str, new_url: str, db: Db, tmp_path: Path, benches: list[Bench]
) -> None:
    assert db("init", "--url", url)["code"] == 0
    site = Site(url, ManualClock(START))
    shop, one, two = first_day(site, tmp_path)
    benches += [shop, one, two]
    file = tmp_path / "monday.backup"
    done = db("backup", file, "--url", url)
    assert done["bytes"] == file.stat().st_size > 1000
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    # More work, and two blocks of serial numbers, of which the backup knows nothing.
    blocks = [one.file.meta.sscc_end, two.file.meta.sscc_end]
    centre = site.connect()
    later = [
        centre.hello("P1", one.file.meta.incarnation, start=0, wants_sscc=True).sscc
        for _ in range(2)
    ]
    centre.close()
    work(one, "shop:03")
    work(two, "shop:04")
    one.settle()
    two.settle()
    said = {row["event_id"] for row in site.events()}
    site.close()

    back = db("restore", file, "--url", new_url)
    assert back["code"] == 0, back["err"]
    assert back["sscc_next"] == back["sscc_before"] + 1_000_000 > later[-1][1]
    assert max(map(int, filter(None, blocks)), default=0) <= later[0][0]
    assert db("upgrade", "--url", new_url)["code"] == 0

    restored = Site(new_url, ManualClock(START))
    assert len(restored.events()) < len(said)
    for bench in (shop, one, two):
        moved(bench, restored)
    one.settle()
    assert {row["event_id"] for row in restored.events()} == said
    orders = restored.values(ROWS[Kind.ORDER], Kind.ORDER)
    assert {name: one.file.rows.get(Order, name) for name in orders} == orders
    centre = restored.connect()
    fresh = centre.hello("P2", two.file.meta.incarnation, start=0, wants_sscc=True).sscc
    centre.close()
    restored.close()
    assert fresh[0] >= later[-1][1]
    state = db("status", "--url", new_url)
    assert json.loads(state["restored"])[0]["file"] == "monday.backup"
    assert state["epoch"] != back["epoch_before"]
    assert db("verify", "--url", new_url)["well"]


def test_only_an_empty_database_is_restored_into(url: str, db: Db, tmp_path: Path) -> None:
    db("init", "--url", url)
    file = tmp_path / "b"
    db("backup", file, "--url", url)
    again = db("restore", file, "--url", url)
    assert again["code"] == 1
    assert again["error"] == "This database is not empty. Make a new one for it."
    assert "there already" in db("backup", file, "--url", url)["error"]


def test_a_file_that_is_no_backup_leaves_the_database_empty(
    new_url: str, db: Db, tmp_path: Path
) -> None:
    file = tmp_path / "b"
    file.write_bytes(b"no backup at all " * 1000)
    for one in (file, tmp_path / "absent"):
        done = db("restore", one, "--url", new_url)
        assert done["code"] == 1
        assert done["error"].endswith(".")
    assert db("init", "--url", new_url)["code"] == 0


def test_a_cut_backup_is_refused_and_half_a_restore_is_no_centre(
    new_url: str, url: str, db: Db, tmp_path: Path
) -> None:
    db("init", "--url", url)
    file = tmp_path / "b"
    db("backup", file, "--url", url)
    data = file.read_bytes()
    cut = tmp_path / "cut"
    cut.write_bytes(data[: len(data) // 2])
    assert db("restore", cut, "--url", new_url)["code"] == 1
    engine = open_centre(new_url)
    with engine.connect() as look:
        tables = sa.inspect(look).get_table_names()
    engine.dispose()
    assert "alembic_version" not in tables


def test_a_file_restored_by_half_is_no_centre(
    db: Db, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the old epoch and serial numbers stations would go on with it."""
    url, new = (f"sqlite:{tmp_path / name}" for name in ("old.db", "new.db"))
    file = tmp_path / "monday.backup"
    assert db("init", "--url", url)["code"] == 0
    assert db("backup", file, "--url", url)["code"] == 0
    with monkeypatch.context() as killed:
        killed.setattr(centre_backup, "_start_anew", lambda *_: 1 / 0)
        engine = open_centre(new)
        with pytest.raises(ZeroDivisionError):
            centre_backup.restore(file, engine, sscc_skip=1, at=START, environ=os.environ)
        assert sa.inspect(engine).get_table_names() == []
        engine.dispose()
    assert db("restore", file, "--url", new)["code"] == 0
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.postgres
def test_roles_are_not_in_a_backup_and_made_again(
    empty_postgres_url: str, postgres_server: Server, db: Db, tmp_path: Path
) -> None:
    db("init", "--url", empty_postgres_url)
    added = db("roles", "--add-station", "BK1", "--site", "North", "--url", empty_postgres_url)
    assert added["login"] == "BK1" and len(added["password"]) >= 24
    assert added["password"] not in added["err"]
    file = tmp_path / "b"
    assert db("backup", file, "--url", empty_postgres_url)["code"] == 0
    new = postgres_server.database()
    assert db("restore", file, "--url", new)["code"] == 0
    state = db("status", "--url", new)
    assert state["roles"] is False
    assert "Every login sees everything: packbench db roles." in state["remedies"]
    listed = db("roles", "--url", new)
    assert listed["logins"] == [
        {"name": "BK1", "origin": "BK1", "site": "North", "job": "pb_station"}
    ]
    assert db("status", "--url", new)["roles"] is True
    for url in (new, empty_postgres_url):
        engine = open_centre(url)
        with engine.begin() as look:
            centre_roles.run(look, 'DROP OWNED BY "BK1"')
            if url == empty_postgres_url:
                centre_roles.run(look, 'DROP ROLE "BK1"')
        engine.dispose()


@pytest.mark.postgres
def test_a_restore_on_a_new_server_has_its_logins_again(
    empty_postgres_url: str, db: Db, tmp_path: Path
) -> None:
    """A backup has the line of each login; the server's own side of it is made anew."""
    old = empty_postgres_url
    db("init", "--url", old)
    for words in (("--add-station", "BK2"), ("--add", "lea", "--job", "supervisor")):
        assert db("roles", *words, "--site", "North", "--url", old)["code"] == 0
    file = tmp_path / "b"
    assert db("backup", file, "--url", old)["code"] == 0
    with running() as server:
        new = server.database()
        assert db("restore", file, "--url", new)["code"] == 0
        gone = db("roles", "--lock", "BK2", "--url", new)
        assert gone["code"] == 1
        assert "This server has no login BK2" in gone["err"]
        again = db("roles", "--add-station", "BK2", "--site", "North", "--url", new)
        assert "There is a login BK2 already." in again["err"]
        assert db("roles", "--new-password", "lea", "--url", new)["login"] == "lea"
        made = db("roles", "--make-missing", "--url", new)
        assert set(made["passwords"]) == {"BK2"}
        assert db("roles", "--make-missing", "--url", new)["passwords"] == {}
        station = sa.make_url(new).set(username="BK2").render_as_string(hide_password=False)
        site = Site(station, ManualClock(START))
        bench = Bench(tmp_path / "BK2.db", "BK2", site)
        bench.record(about(K.HELP_CALLED, "shop:01"))
        bench.settle()
        assert bench.file.waiting == 0
        bench.close()
        site.close()
    engine = open_centre(old)
    with engine.begin() as look:
        for name in ("BK2", "lea"):
            centre_roles.run(look, f'DROP OWNED BY "{name}"')
            centre_roles.run(look, f'DROP ROLE "{name}"')
    engine.dispose()


@pytest.mark.postgres
def test_a_password_is_in_no_argument(
    empty_postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[list[str], dict[str, str]]] = []

    class Done:
        returncode, stdout, stderr = 0, b"", b""

    def spy(words: list[str], *, env: dict[str, str], **_: object) -> Done:
        seen.append((words, env))
        return Done()

    monkeypatch.setattr(subprocess, "run", spy)
    url = sa.make_url(empty_postgres_url).set(password="geheim")
    pg_programs.run(["pg_dump"], url)
    ((words, env),) = seen
    assert "geheim" not in " ".join(words)
    assert env["PGPASSWORD"] == "geheim"
