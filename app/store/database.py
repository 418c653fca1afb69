"""Opening databases with the settings each needs, and naming their faults.

Station file: one writer, WAL and synchronous=FULL, so that a commit survives a power cut.
Embedded centre: rollback journal and synchronous=EXTRA, because several programs write it and
SQLite before 3.51.3 can lose data with several writers in WAL mode.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sqlite3
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from app.errors import CentreAway, DamagedFile, StorageFault, WrongLogin


class Utc(sa.types.TypeDecorator[datetime]):
    """Aware UTC datetimes on every database; SQLite keeps them without their zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


def open_station_writer(path: Path) -> sa.Engine:
    """The one writing connection of a station file; `app.store.station.db` begins what it does."""
    return _sqlite(
        path,
        begin=None,
        pragmas=("journal_mode=WAL", "synchronous=FULL", "journal_size_limit=67108864"),
    )


def open_station_reader(path: Path) -> sa.Engine:
    """A connection that never writes and never checkpoints."""
    return _sqlite(path, begin="BEGIN", pragmas=("query_only=ON",))


def open_centre(url: str) -> sa.Engine:
    """The centre: `sqlite:FILE` or `postgresql+psycopg://...`. Raises StorageFault on other words.

    A PostgreSQL connection is given up after 3 s and watched by keepalives (a middlebox that
    swallows packets would hold it for ever otherwise).
    """
    if url.startswith("sqlite:"):
        path = Path(url.removeprefix("sqlite:").removeprefix("///"))
        pragmas = ("journal_mode=DELETE", "synchronous=EXTRA")
        return _sqlite(path, begin="BEGIN IMMEDIATE", pragmas=pragmas)
    if url.startswith("postgresql+psycopg:"):
        return sa.create_engine(url, connect_args=connect_arguments(), pool_size=2)
    words = url.split(":", 1)[0]
    raise StorageFault(f"A centre is sqlite:FILE or postgresql+psycopg://..., not {words}:...")


def connect_arguments() -> dict[str, Any]:
    """libpq's parameters of a connection: seconds, and milliseconds for `tcp_user_timeout`.

    The server waits for its disk at every commit (`synchronous_commit`): what it has acknowledged,
    or shown to another station, survives its crash.
    """
    return {
        "options": "-c synchronous_commit=on",
        "connect_timeout": 3,
        "keepalives_idle": 2,
        "keepalives_interval": 2,
        "keepalives_count": 2,
        "tcp_user_timeout": 4000,
    }


def _sqlite(path: Path, *, begin: str | None, pragmas: tuple[str, ...]) -> sa.Engine:
    engine = sa.create_engine(
        f"sqlite:///{path}",
        # One connection per engine; the engine is handed from the opening thread to its owner.
        connect_args={"check_same_thread": False, "timeout": 5.0},
        poolclass=sa.pool.StaticPool,
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        try:
            for pragma in (*pragmas, "foreign_keys=ON", "trusted_schema=OFF", "fullfsync=ON"):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()  # a damaged file fails here, and nobody else knows the connection
            raise

    def _begin(connection: sa.Connection) -> None:
        reads = connection.get_execution_options().get("reads", False)
        connection.exec_driver_sql("BEGIN" if reads else str(begin))

    if begin is not None:
        event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One snapshot, for reading only.

    On SQLite it does not take the writer's turn: readers that came one close after the other kept
    writers waiting until they gave up (seen with three writers and one reader on a busy machine).
    """
    options: dict[str, Any] = {"reads": True}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**options) as db, db.begin():
        yield db


def one_of(
    db: sa.Connection, column: sa.ColumnElement[str], names: Sequence[str]
) -> sa.ColumnElement[bool]:
    """The condition that a column has one of these names.

    On PostgreSQL the names are one array value: a list of parameters would be another statement,
    planned anew, for each number of names. Not for partitioned tables: the planner cannot choose
    the partitions by an array.
    """
    if db.dialect.name == "postgresql":
        return column == sa.any_(sa.literal(list(names), sa.ARRAY(sa.Text)))
    return column.in_(names)


class _Names(sa.types.TypeDecorator[Sequence[str]]):
    """Names as one value: an array on PostgreSQL, JSON text in a file."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        kind = sa.ARRAY(sa.Text) if dialect.name == "postgresql" else sa.Text()
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> Any:
        names = list(value or ())
        return names if dialect.name == "postgresql" else json.dumps(names)


class among(FunctionElement[bool]):  # noqa: N801  reads as a function
    """As `one_of`, in a statement that is built once: the names are its parameter `name`.

    What is sent for each order is built once, because building it takes longer than its answer.
    """

    name = "among"
    type = sa.Boolean()
    inherit_cache = True

    def __init__(self, column: sa.ColumnElement[str], name: str) -> None:
        super().__init__(column, sa.bindparam(name, type_=_Names()))


@compiles(among, "postgresql")
def _in_array(element: among, compiler: SQLCompiler, **words: Any) -> str:
    column, names = (compiler.process(part, **words) for part in element.clauses)
    return f"{column} = ANY ({names})"


@compiles(among, "sqlite")
def _in_json(element: among, compiler: SQLCompiler, **words: Any) -> str:
    column, names = (compiler.process(part, **words) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({names}))"  # noqa: S608  rendered


def open_connections(engine: sa.Engine) -> weakref.WeakSet[Any]:
    """The set of the driver's connections of an engine, which grows as it connects. Always empty
    for SQLite.

    The listener is inserted before SQLAlchemy's own: SQLAlchemy's first questions to a new
    connection may hang, too, and must be breakable.
    """
    found: weakref.WeakSet[Any] = weakref.WeakSet()
    if engine.dialect.name == "postgresql":
        event.listen(
            engine, "connect", lambda connection, _record: found.add(connection), insert=True
        )
    return found


def break_connections(connections: weakref.WeakSet[Any]) -> None:
    """Shut their sockets: whoever waits for an answer gets an error instead. Never blocks."""
    for connection in list(connections):
        with contextlib.suppress(Exception):  # a connection that is closed already is fine
            line = socket.socket(fileno=connection.fileno())
            try:
                line.shutdown(socket.SHUT_RDWR)
            finally:
                line.detach()  # the driver still owns the socket and closes it


def close_engine(engine: sa.Engine) -> None:
    """Close for good. Otherwise the pool would open the file again at the next use, unlocked."""
    engine.dispose()
    event.listen(engine, "do_connect", _refuse)


def _refuse(*_: object) -> None:
    raise RuntimeError("this database was closed")


@contextmanager
def storage_faults(path: Path | str) -> Iterator[None]:
    """Turn an error of the disk or of SQLite into StorageFault or DamagedFile, with a sentence for
    the operator.
    """
    try:
        yield
    except (sa.exc.DBAPIError, OSError) as error:
        raise named(error, path) from error


def named(error: sa.exc.DBAPIError | OSError, path: Path | str) -> StorageFault:
    """The fault that an error of SQLite or of the disk is."""
    if isinstance(error, OSError):
        return StorageFault(_sentence(os.strerror(error.errno or 0), path))
    reason = str(error.orig)
    kind = DamagedFile if _is_damage(reason) else StorageFault
    return kind(_sentence(reason, path))


_MAY_NOT = "42501"
# A connection that is refused has no code, only the server's words.
_NOT_LET_IN = (
    "password authentication failed",
    "no password supplied",
    "is not permitted to log in",
    "permission denied for database",
    'FATAL:  role "',
)


@contextmanager
def centre_faults() -> Iterator[None]:
    """Turn the errors of a centre that does not answer into CentreAway, those of one that refuses
    the login into WrongLogin, and those of a damaged file into DamagedFile. Any other error is a
    bug of this program and is raised as it is.
    """
    try:
        yield
    except (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError) as error:
        if any(words in str(error) for words in _NOT_LET_IN):
            raise WrongLogin("The centre does not let this login in: check it.") from error
        raise CentreAway(_away(str(error))) from error
    except sa.exc.DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") == _MAY_NOT:
            raise WrongLogin(_may_not(str(error.orig))) from error
        if error.connection_invalidated:
            raise CentreAway("The connection to the centre broke.") from error
        low = str(error.orig).lower()
        if _is_damage(low):
            raise DamagedFile(_sentence(low, "The centre's file")) from error
        raise


def _may_not(reason: str) -> str:
    reason = reason.strip().splitlines()[0].rstrip(".")
    if "permission denied" in reason or "row-level security" in reason:
        return (
            "This login may not do that at the centre: it is another station's, or made for other"
            " work. Use its own (packbench db roles)."
        )
    return f"The centre refuses: {reason}."


def demand_sound(db: sa.Connection, path: Path) -> None:
    """Look at every page of a SQLite file. Raises DamagedFile."""
    found = db.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        raise DamagedFile(_sentence("malformed", path))


def _is_damage(reason: str) -> bool:
    low = reason.lower()
    return "malformed" in low or "not a database" in low


def _away(reason: str) -> str:
    low = reason.lower()
    if "disk is full" in low or "no space" in low:
        return "The centre's disk is full. Free some space; nothing was lost."
    if "database is locked" in low:
        return "The centre is busy with another program. Try again in a moment."
    if "readonly database" in low:
        return "The centre's file cannot be written. Check the folder and its permissions."
    return "The centre does not answer."


def _sentence(reason: str, path: Path | str) -> str:
    name = Path(path).name
    low = reason.lower()
    if "full" in low or "no space" in low:
        return f"The disk is full: {name} cannot be written. Free some space; nothing was lost."
    if "locked" in low:
        return f"{name} is locked by another program. Close it and try again."
    if "readonly" in low or "read-only" in low or "permission" in low or "unable to open" in low:
        return f"{name} cannot be written. Check the folder and its permissions."
    if _is_damage(low):
        return f"{name} is damaged. Keep the file and call your administrator."
    return f"{name} cannot be used: {reason}."
