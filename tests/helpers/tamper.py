"""What somebody with all rights could do to a centre."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa


@contextmanager
def behind_the_triggers(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction in which nothing refuses a change."""
    with engine.begin() as db:
        if db.dialect.name == "postgresql":
            db.execute(sa.text("SET LOCAL session_replication_role = replica"))
            yield db
            return
        query = sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = [(row.name, row.sql) for row in db.execute(query)]
        for name, _sql in triggers:
            db.exec_driver_sql(f"DROP TRIGGER {name}")
        yield db
        for _name, sql in triggers:
            db.exec_driver_sql(sql)
