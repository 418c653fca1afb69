"""The migrations make exactly the tables the program uses, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.errors import EnvironmentFault, StorageFault
from app.store import schema
from app.store.centre import tables as centre_tables
from app.store.database import open_centre, open_station_writer
from app.store.station import tables as station_tables
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from tests.helpers.model import START

# SQLAlchemy has no name for the type of a transaction's number.
pytestmark = pytest.mark.filterwarnings("ignore:Did not recognize type 'xid8'")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:{tmp_path / 'centre.db'}"
    return str(request.getfixturevalue("empty_postgres_url"))


@pytest.fixture
def centre(url: str) -> Iterator[sa.Engine]:
    engine = open_centre(url)
    yield engine
    engine.dispose()


@pytest.fixture
def station(tmp_path: Path) -> Iterator[sa.Engine]:
    engine = open_station_writer(tmp_path / "station.db")
    yield engine
    engine.dispose()


def shape(engine: sa.Engine) -> dict[str, Any]:
    """What there is: columns with their types, keys, indexes and unique columns of every table."""
    look = sa.inspect(engine)
    found: dict[str, Any] = {}
    for table in look.get_table_names():
        if table == "alembic_version":
            continue
        columns = {
            column["name"]: (str(column["type"]), column["nullable"])
            for column in look.get_columns(table)
        }
        found[table] = {
            "columns": columns,
            "key": look.get_pk_constraint(table)["constrained_columns"],
            "indexes": sorted(
                (str(index["name"]), tuple(map(str, index["column_names"])))
                for index in look.get_indexes(table)
                if not index.get("duplicates_constraint")
            ),
            "unique": sorted(
                tuple(one["column_names"]) for one in look.get_unique_constraints(table)
            ),
        }
    return found


def expected(metadata: sa.MetaData, url: str, tmp_path: Path) -> dict[str, Any]:
    """The same of tables made from the program's own definitions."""
    engine = sa.create_engine(url) if "postgres" in url else open_station_writer(tmp_path / "x.db")
    with engine.begin() as db:
        if "postgres" in url:
            db.execute(sa.text("CREATE SCHEMA wanted"))
            db.execute(sa.text("SET search_path TO wanted"))
            metadata.create_all(db)
            found = shape_of(db)
        else:
            metadata.create_all(db)
            found = shape_of(db)
    engine.dispose()
    return found


def shape_of(db: sa.Connection) -> dict[str, Any]:
    return shape(db)  # type: ignore[arg-type]  # an inspector looks at either


def test_a_station_file_is_what_the_program_uses(station: sa.Engine, tmp_path: Path) -> None:
    schema.upgrade(station, "station")
    found = shape(station)
    assert found == expected(station_tables.metadata, "sqlite", tmp_path)
    assert set(found) == set(station_tables.metadata.tables)
    with station.begin() as db:
        assert schema.version(db) == schema.HEAD["station"]


def test_a_centre_is_what_the_program_uses(centre: sa.Engine, url: str, tmp_path: Path) -> None:
    schema.upgrade(centre, "centre")
    found = shape(centre)
    assert set(found) == set(centre_tables.metadata.tables)
    if centre.dialect.name == "postgresql":
        # The cursor's measure is PostgreSQL's own and known to the feed alone.
        assert found["feed"]["columns"].pop("xid") == ("NULL", False)
        found["feed"]["indexes"].remove(("feed_xid", ("site", "xid")))
    assert found == expected(centre_tables.metadata, url, tmp_path)


def test_an_upgrade_done_twice_changes_nothing(centre: sa.Engine) -> None:
    schema.upgrade(centre, "centre")
    with centre.begin() as db:
        db.execute(centre_tables.meta.insert().values(key="k", value="v"))
    before = shape(centre)
    schema.upgrade(centre, "centre")
    assert shape(centre) == before
    with centre.begin() as db:
        kept = sa.select(centre_tables.meta.c.value).where(centre_tables.meta.c.key == "k")
        assert db.execute(kept).scalar_one() == "v"


def test_a_newer_programs_centre_is_left_alone(centre: sa.Engine, url: str) -> None:
    schema.upgrade(centre, "centre")
    stamp(centre, "c9999")
    with pytest.raises(EnvironmentFault, match=r"[nN]ewer|Update this program"):
        SqlCentre.open(url, ManualClock(START))
    with centre.begin() as db:
        assert schema.version(db) == "c9999"


def test_a_newer_programs_station_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    StationFile.open(path, "P1").close()
    engine = open_station_writer(path)
    stamp(engine, "s9999")
    engine.dispose()
    with pytest.raises(StorageFault, match="written by a newer Packbench"):
        StationFile.open(path, "P1")
    with pytest.raises(StorageFault):  # not “already running”: the lock was given back
        StationFile.open(path, "P1")


def stamp(engine: sa.Engine, version: str) -> None:
    with engine.begin() as db:
        db.execute(sa.text("UPDATE alembic_version SET version_num = :v"), {"v": version})


def test_a_centre_is_named_by_a_url_we_know() -> None:
    with pytest.raises(StorageFault, match=r"not mysql:\.\.\."):
        SqlCentre.open("mysql://x", ManualClock(START))
