"""Bring a database to this program's schema by its Alembic migrations.

A database that is up to date is recognised by one query, so that a station need not import
Alembic to start.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Literal

import sqlalchemy as sa

from app.errors import Behind, StorageFault, VersionsDiffer

Which = Literal["station", "centre"]
HEAD: dict[Which, str] = {"station": "s0001", "centre": "c0006"}
_FOLDER = Path(__file__).parent / "migrations"
_ALEMBIC = threading.Lock()
"""Alembic keeps its context in module variables: one migration at a time in a process."""
_POSTGRES_LOCK = 7_261_310
_TURN_WAIT = "60s"
_LOCK_WAIT = "4s"
"""How long a migration stands in the way of the stations before it gives up."""


def upgrade(engine: sa.Engine, which: Which) -> None:
    """Create or migrate. Where a newer program has been here: StorageFault of a station's file,
    VersionsDiffer of a centre.

    On PostgreSQL it is one transaction: done twice, by two programs or cut off, it does no harm.
    """
    with engine.begin() as db:
        if version(db) == HEAD[which]:
            return
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_FOLDER / which))
    with _ALEMBIC, engine.begin() as db:
        if db.dialect.name == "postgresql":
            take_turn(db)
        config.attributes["connection"] = db
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            if which == "centre":
                raise VersionsDiffer(Behind.PROGRAM) from error
            raise StorageFault(
                "This data was written by a newer Packbench. Update this program."
            ) from error


def take_turn(db: sa.Connection) -> None:
    """Of several programs that change a PostgreSQL schema one works at a time; SQLite has one
    writer. The transaction then gives up rather than keep the stations waiting behind it.
    """
    db.execute(sa.text(f"SET LOCAL lock_timeout = '{_TURN_WAIT}'"))
    db.execute(sa.text(f"SELECT pg_advisory_xact_lock({_POSTGRES_LOCK})"))
    db.execute(sa.text(f"SET LOCAL lock_timeout = '{_LOCK_WAIT}'"))


def check(engine: sa.Engine) -> None:
    """For a station at a centre it must not migrate. Raises VersionsDiffer unless they match."""
    with engine.connect() as db:
        demand(version(db))


def demand(found: str | None) -> None:
    """found: a centre's revision. Raises VersionsDiffer unless it is this program's."""
    if found == HEAD["centre"]:
        return
    newer = found is not None and found > HEAD["centre"]
    raise VersionsDiffer(Behind.PROGRAM if newer else Behind.CENTRE)


def version(db: sa.Connection) -> str | None:
    """The database's revision; None where it is empty."""
    if not sa.inspect(db).has_table("alembic_version"):
        return None
    found: str | None = db.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return found
