"""Bring a database to this program's schema by its Alembic migrations.

A database that is up to date is recognised by one query, so that a station need not import
Alembic to start.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import sqlalchemy as sa

from app.errors import Behind, StorageFault, VersionsDiffer
from app.store.online import LOCK_WAIT, Online, T, patiently

if TYPE_CHECKING:
    from alembic.config import Config

Which = Literal["station", "centre"]
HEAD: dict[Which, str] = {"station": "s0002", "centre": "c0016"}
_FOLDER = Path(__file__).parent / "migrations"
_ALEMBIC = threading.Lock()
"""Alembic keeps its context in module variables: one migration at a time in a process."""
_POSTGRES_LOCK = 7_261_310
_TURN_WAIT = "60s"


def upgrade(engine: sa.Engine, which: Which) -> None:
    """Create the schema, or migrate it to this program's.

    A file is migrated in one transaction, a server's centre in small ones while stations work
    (`app.store.online`). An upgrade may be done twice, by two programs at once, or be cut off.
    Where a newer program has migrated already, raises StorageFault for a station's file and
    VersionsDiffer for a centre.
    """
    with engine.begin() as db:
        if version(db) == HEAD[which]:
            return
    from alembic.util import CommandError

    with _ALEMBIC:
        try:
            if engine.dialect.name == "postgresql":
                _upgrade_server(engine)
            else:
                with engine.begin() as db:
                    _migrate(db, which, "head")
        except CommandError as error:
            if which == "centre":
                raise VersionsDiffer(Behind.PROGRAM) from error
            raise StorageFault(
                "This data was written by a newer Packbench. Update this program."
            ) from error


def _config(which: Which) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER / which))
    return config


def _migrate(db: sa.Connection, which: Which, revision: str) -> None:
    from alembic import command

    config = _config(which)
    config.attributes["connection"] = db
    command.upgrade(config, revision)


def _upgrade_server(engine: sa.Engine) -> None:
    """Prepare each migration, then end it in one transaction that also writes its version."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(_config("centre"))
    with engine.connect() as db:
        try:
            _take_the_turn(db)
            with db.begin():
                found = version(db)
            steps = list(scripts.iterate_revisions("head", found or "base"))
            for step in reversed(steps):
                if prepare := getattr(step.module, "prepare", None):
                    prepare(Online(db))
                patiently(db, partial(_end, db, step.revision))
        finally:
            db.invalidate()  # the lock and the settings end with the connection


def _take_the_turn(db: sa.Connection) -> None:
    """As `take_turn`, but the lock is held until the connection ends."""
    with db.begin():
        db.execute(sa.text("SET statement_timeout = 0"))
        db.execute(sa.text("SET idle_in_transaction_session_timeout = 0"))
        db.execute(sa.text(f"SET lock_timeout = '{_TURN_WAIT}'"))
        db.execute(sa.text(f"SELECT pg_advisory_lock({_POSTGRES_LOCK})"))


def _end(db: sa.Connection, revision: str) -> None:
    """Migrate while no older program is in the middle of a write.

    Every writing transaction reads the version first and so holds a lock on its table; the
    exclusive lock here is granted when the last of them has ended.
    """
    if version(db) is not None:
        db.execute(sa.text("LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE"))
    _migrate(db, "centre", revision)


def in_turn(engine: sa.Engine, work: Callable[[sa.Connection], T]) -> T:
    """Do an administrator's change in one transaction, one administrator at a time.

    Where a station holds a lock it needs, the change is tried again later, so that no other
    station waits behind it. SQLite has one writer anyway. Raises sa.exc.OperationalError as
    `patiently`.
    """
    if engine.dialect.name == "sqlite":
        with engine.begin() as db:
            return work(db)

    def alone() -> T:
        take_turn(db)
        return work(db)

    with engine.connect() as db:
        return patiently(db, alone)


def take_turn(db: sa.Connection) -> None:
    """Wait until no other program changes this PostgreSQL schema; until the transaction ends."""
    db.execute(sa.text(f"SET LOCAL lock_timeout = '{_TURN_WAIT}'"))
    db.execute(sa.text(f"SELECT pg_advisory_xact_lock({_POSTGRES_LOCK})"))
    db.execute(sa.text(f"SET LOCAL lock_timeout = '{LOCK_WAIT}'"))


def check(engine: sa.Engine) -> None:
    """For a station, which must not migrate a server. Raises VersionsDiffer unless both match."""
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
