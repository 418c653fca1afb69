"""A PostgreSQL that can die and come back, and one faulty line to it for every station."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from app.store import schema
from app.store.database import open_centre
from tests.helpers.fault_proxy import FaultProxy
from tests.helpers.postgres import Server, binaries, running


@dataclass(frozen=True)
class Cluster:
    """url: of the centre, past all lines."""

    server: Server
    url: str

    @property
    def folder(self) -> Path:
        host = sa.make_url(self.url).query["host"]
        assert isinstance(host, str)
        return Path(host)

    def die(self) -> None:
        """As after kill -9: no checkpoint, no farewell to the stations."""
        self._control("stop", "-m", "immediate")

    def come_back(self) -> None:
        """Returns when it has recovered and answers."""
        self._control("restart", "-l", str(self.folder / "log"))

    def _control(self, *words: str) -> None:
        programs = binaries()
        assert programs is not None
        data = str(self.folder / "data")
        self.server.run(programs / "pg_ctl", *words, "-w", "-D", data)

    @contextmanager
    def lines(self, count: int) -> Iterator[list[FaultProxy]]:
        with ExitStack() as stack:
            socket = self.folder / ".s.PGSQL.5432"
            yield [stack.enter_context(FaultProxy(socket)) for _ in range(count)]

    def through(self, line: FaultProxy) -> str:
        """The centre's URL through a line."""
        name = sa.make_url(self.url).database
        return f"postgresql+psycopg://postgres@127.0.0.1:{line.port}/{name}"


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A server of its own with a new centre."""
    with running() as server:
        yield new_centre(server)


def new_centre(server: Server) -> Cluster:
    """In a database of its own.

    What it has acknowledged it keeps, as a real centre does; the tests' other servers do not wait
    for their log.
    """
    found = Cluster(server, server.database())
    engine = sa.create_engine(found.url, isolation_level="AUTOCOMMIT")
    name = engine.url.database
    with engine.connect() as db:
        db.execute(sa.text(f'ALTER DATABASE "{name}" SET synchronous_commit = on'))
    engine.dispose()
    centre = open_centre(found.url)
    schema.upgrade(centre, "centre")
    centre.dispose()
    return found
