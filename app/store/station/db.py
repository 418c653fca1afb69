"""The one connection that writes a station's file: who reads takes no writer's turn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from app.store import database


class Db:
    """Transactions on a station's file; they are not nested. Owned by one thread."""

    def __init__(self, path: Path, engine: sa.Engine) -> None:
        self.path = path
        self.engine = engine
        sa.event.listen(engine, "begin", _begin)

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One transaction, durable when the block has ended. Raises StorageFault; then nothing of
        it was written.

        A full disk is often found at the commit, so whoever keeps a copy of what is written in
        memory changes it only after this block.
        """
        try:
            with self.engine.begin() as db:
                yield db
        except (sa.exc.DBAPIError, OSError) as error:
            raise database.named(error, self.path) from error

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One snapshot; a writer keeps nobody waiting here. Raises StorageFault."""
        try:
            with self.engine.connect().execution_options(reads=True) as db, db.begin():
                yield db
        except (sa.exc.DBAPIError, OSError) as error:
            raise database.named(error, self.path) from error

    def close(self) -> None:
        database.close_engine(self.engine)


def _begin(connection: sa.Connection) -> None:
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
