"""Backups of the centre, and coming back from one.

A restored centre has forgotten what happened since. Therefore: a new epoch, which makes every
station push again what it still has; an empty feed, because transaction numbers died with the old
server; and the serial counter moved on by more numbers than can have been handed out since, so
that no SSCC is given twice. `SSCC_SKIP` is 100 blocks of 10,000: a block a bench and day, a
hundred benches a day old, or ten benches ten days old, and a thousandth of what a company prefix
of seven digits has.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa
import uuid_utils

from app.errors import EnvironmentFault
from app.store.admin import pg_programs
from app.store.centre import feed as centre_feed
from app.store.centre.tables import meta
from app.store.database import open_centre

SSCC_SKIP = 1_000_000
RESTORED = "restored"
"""Key of `meta`: a list of what was restored and when, the oldest first."""

# The version comes last: until then no program takes the half-restored database for a centre.
_LATER = re.compile(r" TABLE DATA \S+ alembic_version ")
# Roles belong to the server, not to the database: `packbench db roles` makes them and the policies.
_LEFT_OUT = re.compile(r"^\d+; \d+ \d+ (POLICY|ROW SECURITY|TABLE DATA \S+ feed) ")


# --- backup --------------------------------------------------------------------------------------


def backup(url: sa.URL, file: Path, environ: Mapping[str, str]) -> int:
    """Make one consistent copy; returns its size in bytes.

    Raises EnvironmentFault; then there is no new file.
    """
    with _new_file(file) as part:
        if url.drivername == "sqlite":
            copy_sqlite(Path(str(url.database)), part)
        else:
            with part.open("wb") as out:
                _dump(url, out, environ, [])
    return file.stat().st_size


def backup_table(url: sa.URL, table: str, file: Path, environ: Mapping[str, str]) -> int:
    """Copy one table of a PostgreSQL centre; returns the copy's size in bytes."""
    with _new_file(file) as part, part.open("wb") as out:
        _dump(url, out, environ, [f"--table={table}"])
    return file.stat().st_size


def _dump(url: sa.URL, out: IO[bytes], environ: Mapping[str, str], more: list[str]) -> None:
    dump = pg_programs.program("pg_dump", environ)
    # An owner who is not the superuser is held by policies, which let owners see everything.
    words = ["--format=custom", "--enable-row-security", *more]
    pg_programs.run([dump, *words], url, out=out)


@contextmanager
def _new_file(file: Path) -> Iterator[Path]:
    """A temporary file that gets its name when it is whole. Raises EnvironmentFault.

    Each program has a temporary file of its own: two that wrote into one would mix their copies.
    """
    if file.exists():
        raise EnvironmentFault(f"{file} is there already. Name a new file.")
    part = file
    try:
        number, name = tempfile.mkstemp(".part", file.name + ".", file.parent)
        os.close(number)
        part = Path(name)
        yield part
        with part.open("rb+") as done:
            os.fsync(done.fileno())
        part.replace(file)
    except OSError as error:
        raise EnvironmentFault(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        if part != file:
            part.unlink(missing_ok=True)


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a file with SQLite's own backup, while others write. Raises EnvironmentFault."""
    if not source.is_file():
        raise EnvironmentFault(f"There is no centre at {source}.")
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
    except sqlite3.Error as error:
        raise EnvironmentFault(f"{source.name} cannot be copied: {error}.") from error


# --- restore -------------------------------------------------------------------------------------


def restore(
    file: Path,
    engine: sa.Engine,
    *,
    sscc_skip: int,
    at: datetime,
    environ: Mapping[str, str],
) -> dict[str, Any]:
    """Restore a backup into an empty database; returns the note about it that `meta` keeps.

    Raises EnvironmentFault. A PostgreSQL database whose restore was cut off is no centre yet:
    make it anew and restore again.
    """
    if not file.is_file():
        raise EnvironmentFault(f"There is no file {file}.")
    demand_empty(engine)
    if engine.dialect.name == "sqlite":
        return _restore_sqlite(file, engine, sscc_skip, at)
    pg_restore = pg_programs.program("pg_restore", environ)
    lines = pg_programs.run([pg_restore, "--list", file], engine.url).splitlines()
    last = [line for line in lines if _LATER.search(line)]
    first = [line for line in lines if line not in last and not _LEFT_OUT.search(line)]
    words: list[str | Path] = [pg_restore, "--no-owner", "--no-acl", "--exit-on-error"]
    words += ["--single-transaction"]
    with _list_file(first) as chosen:
        pg_programs.run([*words, f"--use-list={chosen}", file], engine.url)
    done = _start_anew(engine, file, sscc_skip, at)
    with _list_file(last) as chosen:
        pg_programs.run([*words, f"--use-list={chosen}", file], engine.url)
    return done


def _restore_sqlite(file: Path, engine: sa.Engine, sscc_skip: int, at: datetime) -> dict[str, Any]:
    target = Path(str(engine.url.database))
    engine.dispose()
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as looked:
        try:
            looked.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.Error:
            raise EnvironmentFault(f"{file.name} is no backup of a centre.") from None
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)  # a restore that was cut off may have left one
    try:
        copy_sqlite(file, part)
        copy = open_centre(f"sqlite:{part}")
        try:
            done = _start_anew(copy, file, sscc_skip, at)
        finally:
            copy.dispose()
        # Renamed last: stations would work with a copy that has the old epoch and numbers.
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return done


@contextmanager
def _list_file(lines: list[str]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        yield path


def _start_anew(engine: sa.Engine, file: Path, sscc_skip: int, at: datetime) -> dict[str, Any]:
    """What makes a restored copy a centre of its own, in one transaction."""
    with engine.begin() as db:
        # The trigger of c0007 would skip serial numbers for a new server; they are skipped here.
        db.execute(meta.delete().where(meta.c.key == "sscc_server"))
        there = {row.key: row.value for row in db.execute(sa.select(meta))}
        first = int(there.get("sscc_next", "1"))
        done = {
            "at": at.isoformat(),
            "file": file.name,
            "epoch_before": there.get("epoch", ""),
            "sscc_before": first,
            "sscc_next": first + sscc_skip,
        }
        values = {
            "epoch": str(uuid_utils.uuid4()),
            "sscc_next": str(first + sscc_skip),
            RESTORED: json.dumps([*json.loads(there.get(RESTORED, "[]")), done]),
        }
        for key, value in values.items():
            if there.get(key) == value:
                continue
            if key in there:
                db.execute(meta.update().where(meta.c.key == key).values(value=value))
            else:
                db.execute(meta.insert().values(key=key, value=value))
        centre_feed.forget(db)
        return done


def demand_empty(engine: sa.Engine) -> None:
    """Raises EnvironmentFault where the database has a table."""
    with engine.connect() as db:
        look = sa.inspect(db)
        schemas = ["main"] if db.dialect.name == "sqlite" else look.get_schema_names()
        for name in schemas:
            if name != "information_schema" and look.get_table_names(schema=name):
                raise EnvironmentFault("This database is not empty. Make a new one for it.")
