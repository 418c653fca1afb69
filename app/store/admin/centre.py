"""What an administrator does to a centre, one step a function."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from app.errors import EnvironmentFault
from app.store import schema
from app.store.admin import backup as centre_backup
from app.store.admin import partitions as centre_partitions
from app.store.admin import roles as centre_roles
from app.store.centre import archive as centre_archive
from app.store.centre import feed as centre_feed
from app.store.database import open_centre


@contextmanager
def opened(url: sa.URL) -> Iterator[sa.Engine]:
    """The centre for an administrator.

    Database errors become EnvironmentFault with the server's own sentence, which may name users
    and hosts, never a password.
    """
    text = url.render_as_string(hide_password=False)
    if url.drivername == "sqlite":
        text = f"sqlite:{url.database}"
    engine = open_centre(text)
    try:
        yield engine
    except sa.exc.DBAPIError as error:
        raise EnvironmentFault(_sentence(error)) from None
    finally:
        engine.dispose()


def _sentence(error: sa.exc.DBAPIError) -> str:
    state = getattr(error.orig, "sqlstate", None)
    reason = str(error.orig).strip().splitlines()[0].rstrip(".")
    if state == "55P03":
        return "The centre is busy: its tables are locked. Try again; an upgrade goes on."
    if state == "42501":
        return f"This login may not do that: {reason}."
    return f"The centre refuses: {reason}."


def existing(engine: sa.Engine) -> None:
    """Raises EnvironmentFault where there is no centre."""
    with engine.connect() as db:
        if schema.version(db) is None:
            raise EnvironmentFault("This database is no centre. Make one: packbench db init.")


def init(engine: sa.Engine, today: date) -> None:
    """Make the schema in an empty database. Raises EnvironmentFault where something is there."""
    with engine.connect() as db:
        there = schema.version(db)
    if there is not None:
        raise EnvironmentFault("This database is a centre already: packbench db upgrade.")
    centre_backup.demand_empty(engine)
    schema.upgrade(engine, "centre")
    maintain(engine, today)


def upgrade(engine: sa.Engine, today: date) -> tuple[str | None, str]:
    """Bring the schema to this program's; returns the versions before and after."""
    existing(engine)
    with engine.connect() as db:
        before = schema.version(db)
    schema.upgrade(engine, "centre")
    maintain(engine, today)
    if engine.dialect.name == "postgresql":
        schema.in_turn(engine, _renew_rights)
    return before, schema.HEAD["centre"]


def _renew_rights(db: sa.Connection) -> None:
    """Tables that the upgrade made have no rights yet."""
    if centre_roles.installed(db):
        centre_roles.install(db)


def maintain(engine: sa.Engine, today: date) -> list[str]:
    """A day's upkeep: delete the old end of the feed, and make partitions of the months to come.

    Returns the names of the partitions that were made.
    """

    def upkeep(db: sa.Connection) -> list[str]:
        centre_feed.trim(db, today)
        return centre_partitions.make_ahead(db, today) if db.dialect.name == "postgresql" else []

    return schema.in_turn(engine, upkeep)


def archive(
    engine: sa.Engine, folder: Path, months: int, today: date, environ: Mapping[str, str]
) -> list[tuple[str, Path]]:
    """Copy old months into files, then take them out of the event table; (partition, file) of each.

    months: how long ago a month must have ended. Nothing is deleted: the partition's table stays
    until the administrator drops it.
    """
    if engine.dialect.name != "postgresql":
        raise EnvironmentFault("A centre in one file has no months to archive.")
    done = []
    with engine.connect() as db:
        names = centre_partitions.older_than(db, today, months)
    for name in names:
        file = folder / f"events-{name}.dump"
        centre_backup.backup_table(engine.url, f"events.{name}", file, environ)
        schema.in_turn(engine, partial(_detach, name=name))
        done.append((name, file))
    return done


def _detach(db: sa.Connection, name: str) -> None:
    centre_partitions.detach(db, name)
    centre_archive.note(db, name)
