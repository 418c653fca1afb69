"""A PostgreSQL for the measurements: durable as in production (fsync on), on a socket only."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from tests.helpers.postgres import Server, binaries

__all__ = ["Server", "binaries", "running", "server_cpu_s"]

SETTINGS = (
    "listen_addresses=''",
    "max_connections=900",
    "shared_buffers=1GB",
    "effective_cache_size=4GB",
    "maintenance_work_mem=256MB",
    "max_wal_size=8GB",
    "random_page_cost=1.1",
    "logging_collector=off",
)


@contextmanager
def running() -> Iterator[Server]:
    """A started server, gone with its data afterwards. Raises FileNotFoundError where none is."""
    found = binaries()
    if found is None:
        raise FileNotFoundError("no PostgreSQL programs (PG_BIN, /usr/lib/postgresql/*/bin)")
    # A server refuses to run as root.
    user = None if os.getuid() else "nobody"
    folder = Path(tempfile.mkdtemp(prefix="pb", dir="/tmp"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        server, data = Server(folder, user), str(folder / "data")
        words = ("-U", "postgres", "-A", "trust", "-E", "UTF8")
        server.run(found / "initdb", "-D", data, *words)
        settings = (*SETTINGS, f"unix_socket_directories={folder}")
        options = " ".join(f"-c {setting}" for setting in settings)
        log = str(folder / "log")
        server.run(found / "pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", options)
        try:
            yield server
        finally:
            server.run(found / "pg_ctl", "stop", "-w", "-m", "fast", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def server_cpu_s(url: str) -> float:
    """CPU seconds of this server's living processes until now (Linux).

    The scheduler's own nanoseconds: ticks miss work that comes in bursts shorter than one.
    """
    folder = Path(str(sa.make_url(url).query["host"]))
    head = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    used = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if head in (parent, int(entry.name)):
                used += int((entry / "schedstat").read_text().split()[0])
        except (FileNotFoundError, ProcessLookupError):
            continue
    return used / 1e9
