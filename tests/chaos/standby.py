"""A second PostgreSQL that follows a cluster's server, and takes its address when that one dies."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from tests.chaos.cluster import Cluster
from tests.helpers.postgres import binaries
from tests.helpers.program import wait_until

_SOCKET = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Standby:
    """url: of the copy itself, past its server's address."""

    primary: Cluster
    folder: Path

    @property
    def url(self) -> str:
        found = sa.make_url(self.primary.url).update_query_dict({"host": str(self.folder)})
        return found.render_as_string(hide_password=False)

    def stop_listening(self) -> None:
        """It receives nothing more, and its server does not mind. Returns when that is so."""
        self._ask("ALTER SYSTEM SET primary_conninfo = ''")
        self._ask("SELECT pg_reload_conf()")
        wait_until(
            lambda: self._ask("SELECT count(*) FROM pg_stat_wal_receiver") == 0,
            "the standby to be cut off",
        )

    def take_over(self) -> None:
        """For a server that is dead: promoted, and found at its address."""
        self._control("promote")
        (self.primary.folder / _SOCKET).symlink_to(self.folder / _SOCKET)

    def _ask(self, sql: str) -> object:
        engine = sa.create_engine(self.url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        with engine.connect() as db:
            found = db.execute(sa.text(sql))
            return found.scalar() if found.returns_rows else None

    def _control(self, *words: str) -> None:
        programs = binaries()
        assert programs is not None
        data = str(self.folder / "data")
        self.primary.server.run(programs / "pg_ctl", *words, "-w", "-D", data)


@contextmanager
def standby(primary: Cluster) -> Iterator[Standby]:
    """Started, and following asynchronously; afterwards the primary lives at its address again."""
    programs = binaries()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="pb", dir="/tmp"))
    shutil.chown(folder, primary.folder.stat().st_uid)
    found = Standby(primary, folder)
    source = ("-h", str(primary.folder), "-U", "postgres", "-c", "fast")
    try:
        primary.server.run(
            programs / "pg_basebackup", "-D", str(folder / "data"), "-R", "-X", "stream", *source
        )
        words = f"-c listen_addresses='' -c max_connections=60 -c unix_socket_directories={folder}"
        found._control("start", "-l", str(folder / "log"), "-o", words)
        try:
            yield found
        finally:
            found._control("stop", "-m", "immediate")
            link = primary.folder / _SOCKET
            if link.is_symlink():
                link.unlink()
                primary.come_back()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
