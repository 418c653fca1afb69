"""Changes of a PostgreSQL centre's schema while stations work on it; for migrations.

A migration of a server has two parts. `prepare(online)` does what takes long, in many short
transactions; every step can be repeated after a kill. `upgrade()` ends the migration in one short
transaction, which also writes the new version. Until then older programs go on writing: a trigger
derives the columns they do not know.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import sqlalchemy as sa

T = TypeVar("T")
LOCK_WAIT = "100ms"
"""How long a change waits for a lock. Everybody who wants that lock later waits behind it."""
PATIENCE_S = 300.0
"""For how many seconds a change is tried again before the administrator gets the error."""
_PAUSE_S = (0.2, 0.5)
_BATCH = 500
_BUSY = {"55P03", "40P01"}  # lock_not_available, deadlock_detected


def patiently(db: sa.Connection, work: Callable[[], T]) -> T:
    """Do work in a transaction, again and again until nobody else holds a lock it needs.

    Raises sa.exc.OperationalError (55P03) after `PATIENCE_S`; then nothing was changed.
    """
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            with db.begin():
                db.execute(sa.text(f"SET LOCAL lock_timeout = '{LOCK_WAIT}'"))
                return work()
        except sa.exc.OperationalError as error:
            if getattr(error.orig, "sqlstate", None) not in _BUSY or time.monotonic() > end:
                raise
        time.sleep(random.uniform(*_PAUSE_S))  # noqa: S311  a pause, no secret


class Online:
    """The steps of `prepare`. Tables, columns and rules are SQL from our migrations, never data.

    db: not in a transaction, and without timeouts.
    """

    def __init__(self, db: sa.Connection) -> None:
        self._db = db

    def change(self, *statements: str) -> None:
        """Short statements in one transaction: each names IF [NOT] EXISTS."""

        def work() -> None:
            for statement in statements:
                self._db.execute(sa.text(statement))

        patiently(self._db, work)

    def schema(self) -> str:
        """The name of the centre's schema, quoted for SQL."""
        with self._db.begin():
            query = sa.text("SELECT quote_ident(current_schema())")
            return str(self._db.execute(query).scalar_one())

    def column(self, table: str, column: str, kind: str, default: str, *, like: str) -> None:
        """Add a column with a constant default, which needs no rewrite of the table.

        like: another column. Roles that may insert or update it may do so with the new one from the
        start.
        """
        roles = sa.text(
            "SELECT DISTINCT one.privilege_type, quote_ident(pg_get_userbyid(one.grantee))"
            " FROM pg_attribute a, aclexplode(a.attacl) one WHERE a.attrelid = CAST(:t AS regclass)"
            " AND a.attname = :like AND one.privilege_type IN ('INSERT', 'UPDATE')"
            " AND one.grantee <> 0"
        )
        words = f"{kind} NOT NULL DEFAULT {default}"
        add = f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {column} {words}"
        with self._db.begin():
            found = self._db.execute(roles, {"t": table, "like": like}).all()
        grants = [f"GRANT {verb} ({column}) ON {table} TO {name}" for verb, name in found]
        self.change(add, *grants)

    def derive(self, table: str, column: str, rule: str) -> None:
        """From now until `settle` a trigger fills the column of every row that is written.

        rule: SQL over the row's columns.
        """
        name = _deriving(table, column)
        self.change(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"  # noqa: S608  ours
            " SET search_path = pg_catalog, pg_temp AS $$ BEGIN"
            f" SELECT {rule} INTO NEW.{column} FROM (SELECT NEW.*) AS written;"
            " RETURN NEW; END $$",
            # A new function belongs to whoever made it; the upgrade may be ended by another.
            f"DO $$ BEGIN EXECUTE format('ALTER FUNCTION {name}() OWNER TO %I',"  # noqa: S608  ours
            " (SELECT pg_get_userbyid(relowner) FROM pg_class"
            f" WHERE oid = '{table}'::regclass)); END $$",
            f"CREATE OR REPLACE TRIGGER {name} BEFORE INSERT OR UPDATE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {name}()",
        )

    def mark(self, table: str, values: str, where: str) -> None:
        """UPDATE in small transactions along the key (id, site), the order in which pushes lock.

        where: false for a row that is marked already; checked again once the row is locked.
        """
        update = sa.text(
            f"UPDATE {table} t SET {values}"  # noqa: S608  ours
            " FROM unnest(CAST(:ids AS text[]), CAST(:sites AS text[])) AS p(id, site)"
            f" WHERE t.id = p.id AND t.site = p.site AND {where}"
        )

        def batch(db: sa.Connection, page: Sequence[sa.Row[Any]]) -> None:
            due = [row for row in page if row.due]
            if due:
                ids, sites = [row.id for row in due], [row.site for row in due]
                db.execute(update, {"ids": ids, "sites": sites})

        self.each(table, f"{where} AS due", batch)

    def each(
        self, table: str, columns: str, work: Callable[[sa.Connection, Sequence[sa.Row[Any]]], None]
    ) -> None:
        """Do work on all rows, in small transactions along the key (id, site). It may be repeated.

        columns: what work sees of a row, beside its key.
        """
        last: sa.Row[Any] | None = None

        def batch() -> None:
            nonlocal last
            page = page_after(self._db, table, columns, last)
            work(self._db, page)
            last = page[-1] if page else None

        while True:
            patiently(self._db, batch)
            if last is None:
                return

    def step(self, work: Callable[[sa.Connection], T]) -> T:
        """Do work in one short transaction. It may be repeated."""
        return patiently(self._db, lambda: work(self._db))

    def index(self, name: str, table: str, columns: str, where: str = "") -> None:
        """CREATE INDEX CONCURRENTLY. An invalid index that a killed upgrade left is made again.

        On a partitioned table as its manual says: on the parent alone, then partition by
        partition. Another index of this name must not be there.
        """
        if not self._partitioned(table):
            self._concurrently(name, table, columns, where)
            return
        self.change(f"CREATE INDEX IF NOT EXISTS {name} ON ONLY {table} ({columns}) {where}")
        for schema, part in self._without(name, table):
            own = f"{part}_{name}"
            self._concurrently(own, f'{schema}."{part}"', columns, where, schema)
            self.change(f'ALTER INDEX {name} ATTACH PARTITION {schema}."{own}"')

    def _concurrently(
        self, name: str, table: str, columns: str, where: str, schema: str = ""
    ) -> None:
        full = f'{schema}."{name}"' if schema else f'"{name}"'
        query = sa.text("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(:name)")
        with self._outside():
            valid = self._db.execute(query, {"name": full}).scalar()
            if valid:
                return
            if valid is not None:
                self._db.exec_driver_sql(f"DROP INDEX CONCURRENTLY IF EXISTS {full}")
            self._db.exec_driver_sql(
                f'CREATE INDEX CONCURRENTLY "{name}" ON {table} ({columns}) {where}'
            )

    def _partitioned(self, table: str) -> bool:
        query = sa.text("SELECT relkind = 'p' FROM pg_class WHERE oid = CAST(:table AS regclass)")
        with self._db.begin():
            return bool(self._db.execute(query, {"table": table}).scalar_one())

    def _without(self, name: str, table: str) -> list[tuple[str, str]]:
        """(schema, partition) of the partitions that have no part of this index yet."""
        query = sa.text("""
SELECT c.relnamespace::regnamespace::text AS schema, c.relname AS part
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = CAST(:table AS regclass) AND NOT EXISTS (
    SELECT 1 FROM pg_index x JOIN pg_inherits of ON of.inhrelid = x.indexrelid
    WHERE x.indrelid = c.oid AND of.inhparent = CAST(:name AS regclass))
ORDER BY c.relname
""")
        with self._db.begin():
            rows = self._db.execute(query, {"table": table, "name": name}).all()
        return [(row.schema, row.part) for row in rows]

    @contextmanager
    def _outside(self) -> Iterator[None]:
        """Outside of a transaction. Nobody waits behind these statements, so they may wait long."""
        self._db.execution_options(isolation_level="AUTOCOMMIT")
        try:
            self._db.exec_driver_sql(f"SET lock_timeout = '{PATIENCE_S:.0f}s'")
            yield
        finally:
            self._db.rollback()
            self._db.execution_options(isolation_level="READ COMMITTED")


def page_after(
    db: sa.Connection, table: str, columns: str, last: sa.Row[Any] | None
) -> Sequence[sa.Row[Any]]:
    """The next rows along the key (id, site). last: the last row of the page before."""
    after = "WHERE (id, site) > (:id, :site)" if last else ""
    return db.execute(
        sa.text(
            f"SELECT id, site, {columns} FROM {table} {after}"  # noqa: S608  ours
            f" ORDER BY id, site LIMIT {_BATCH}"
        ),
        {"id": last.id, "site": last.site} if last else {},
    ).all()


def settle(db: sa.Connection, table: str, column: str) -> None:
    """Undo `derive`; part of `upgrade()`."""
    name = _deriving(table, column)
    db.execute(sa.text(f"DROP TRIGGER {name} ON {table}"))
    db.execute(sa.text(f"DROP FUNCTION {name}()"))


def _deriving(table: str, column: str) -> str:
    return f"derive_{table.strip(chr(34))}_{column}"
