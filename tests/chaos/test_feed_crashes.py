"""No reader misses a committed change, whatever is open, empty, aborted or prepared in a crash."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest
import sqlalchemy as sa

from app.domain.facts import Kind
from app.store.admin import logins as centre_logins
from app.store.admin import roles as centre_roles
from app.store.admin.logins import Login
from app.store.centre.tables import feed as feed_table
from app.store.database import open_centre, reading
from app.sync import feed
from tests.chaos.cluster import Cluster, cluster
from tests.helpers.program import wait_until

pytestmark = pytest.mark.postgres

SITES = {"N1": "North", "S1": "South"}
"""Login of a station -> its site; each site has two readers."""
OPEN = 4
CRASHES = 3
BETWEEN = 45
"""Acts between two crashes."""


@dataclass
class Reader:
    login: str
    cursor: str = ""
    seen: set[str] = field(default_factory=set)


@dataclass
class Open:
    """A transaction that is under way; gid: it is prepared, its connection is free."""

    login: str
    name: str
    db: sa.Connection | None
    gid: str = ""


class Floor:
    """One server, its writers and readers; every step drawn from the dice."""

    def __init__(self, server: Cluster, dice: random.Random) -> None:
        self.server = server
        self.dice = dice
        self.committed: dict[str, set[str]] = {login: set() for login in SITES}
        self.readers = [Reader(login) for login in SITES for _ in range(2)]
        self.given_again = 0
        self._highest = 0
        self._count = 0
        self._open: list[Open] = []
        self._engines: dict[str, sa.Engine] = {}

    def engine(self, login: str) -> sa.Engine:
        if login not in self._engines:
            url = sa.make_url(self.server.url).set(username=login)
            self._engines[login] = open_centre(url.render_as_string(hide_password=False))
        return self._engines[login]

    def act(self) -> None:
        kinds: dict[Callable[[], None], int] = {
            self.empty: 4,
            self.aborted: 2,
            self.written: 3,
            self.begun: 2,
            self.ended: 2,
            self.pulled: 4,
        }
        (one,) = self.dice.choices(list(kinds), list(kinds.values()))
        one()

    def _login(self) -> str:
        return self.dice.choice(list(SITES))

    def empty(self) -> None:
        """Numbers that leave nothing on the disk."""
        for _ in range(self.dice.randrange(1, 9)):
            with self.engine(self._login()).connect() as db:
                self._note(db)
                (db.commit if self.dice.random() < 0.5 else db.rollback)()

    def aborted(self) -> None:
        with self.engine(self._login()).connect() as db:
            self._write(db)
            db.rollback()

    def written(self) -> None:
        login = self._login()
        with self.engine(login).connect() as db:
            name = self._write(db)
            db.commit()
        self.committed[login].add(name)

    def begun(self) -> None:
        if len(self._open) >= OPEN:
            return
        login = self._login()
        db = self.engine(login).connect()
        one = Open(login, self._write(db), db)
        if self.dice.random() < 0.3:
            one.gid = one.name
            db.exec_driver_sql(f"PREPARE TRANSACTION '{one.gid}'")
            db.invalidate()  # the driver believes that its transaction goes on
            db.close()
            one.db = None
        self._open.append(one)

    def ended(self) -> None:
        if not self._open:
            return
        one = self._open.pop(self.dice.randrange(len(self._open)))
        well = self.dice.random() < 0.7
        if one.db is not None:
            (one.db.commit if well else one.db.rollback)()
            one.db.close()
        else:
            engine = self.engine(one.login).execution_options(isolation_level="AUTOCOMMIT")
            with engine.connect() as db:
                db.exec_driver_sql(f"{'COMMIT' if well else 'ROLLBACK'} PREPARED '{one.gid}'")
        if well:
            self.committed[one.login].add(one.name)

    def pulled(self) -> None:
        self.pull(self.dice.choice(self.readers))

    def pull(self, reader: Reader) -> None:
        source = feed.PostgresFeed()
        with reading(self.engine(reader.login)) as db:
            here = source.standing(db, reader.login, "")
            changed = source.since(db, reader.cursor, here) if reader.cursor else None
            if changed is None:
                reader.seen |= set(db.execute(sa.select(feed_table.c.id)).scalars())
            else:
                reader.seen |= {name for _kind, name in changed}
        reader.cursor = here.cursor

    def crash(self) -> None:
        """All of it at once, or one session's process, after which the server restarts itself."""
        dangerous = self.dice.random() < 0.7
        if dangerous:  # the dangerous moment: seen, and not on the disk
            for _ in range(3):
                self.empty()
            for reader in self.readers:
                self.pull(reader)
        if self.dice.random() < 0.5:
            self.server.die()
            self.server.come_back()
        else:
            with self.engine("S1").connect() as witness, self.engine("N1").connect() as db:
                witness.exec_driver_sql("SELECT 1")
                pid = db.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
                os.kill(pid, signal.SIGKILL)
                # Until the server has noticed, it still takes new connections, only to end them.
                wait_until(lambda: not _alive(witness), "the server's noticing")
                witness.invalidate()
                db.invalidate()
            wait_until(self._answers, "the server")
        for one in self._open:
            if one.db is not None:
                one.db.invalidate()
                one.db.close()
        self._open = [one for one in self._open if one.gid]
        self.close()
        if dangerous:
            self.written()
            self.written()

    def _answers(self) -> bool:
        self.close()
        try:
            with self.engine("S1").connect() as db:
                return _alive(db)
        except sa.exc.DBAPIError:
            return False

    def _write(self, db: sa.Connection) -> str:
        self._count += 1
        name = f"shop:{self._count}"
        db.execute(feed_table.insert().values(kind=Kind.ORDER.value, id=name).inline())
        self._note(db)
        return name

    def _note(self, db: sa.Connection) -> None:
        number = int(db.exec_driver_sql("SELECT pg_current_xact_id()::text").scalar_one())
        self.given_again += number <= self._highest
        self._highest = max(self._highest, number)

    def missed(self) -> list[set[str]]:
        """Of each reader, after everybody has come to rest."""
        while self._open:
            self.ended()
        for reader in self.readers:
            self.pull(reader)
        return [self.committed[one.login] - one.seen for one in self.readers]

    def close(self) -> None:
        for engine in self._engines.values():
            engine.dispose()
        self._engines.clear()


def _alive(db: sa.Connection) -> bool:
    try:
        return bool(db.exec_driver_sql("SELECT 1").scalar())
    except sa.exc.DBAPIError:
        return False


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """With row-level security, prepared transactions, and a log that is written late."""
    with cluster() as made:
        engine = open_centre(made.url)
        with engine.begin() as db:
            centre_roles.install(db)
            for login, site in SITES.items():
                centre_logins.add(db, Login(login, login, site, centre_roles.STATION))
        with engine.connect() as db:
            db.execution_options(isolation_level="AUTOCOMMIT")
            db.exec_driver_sql("ALTER SYSTEM SET max_prepared_transactions = 10")
            db.exec_driver_sql("ALTER SYSTEM SET wal_writer_delay = '10s'")
            db.exec_driver_sql("ALTER SYSTEM SET bgwriter_delay = '10s'")
        engine.dispose()
        made.die()
        made.come_back()
        yield made


def played(server: Cluster, seed: int) -> Floor:
    floor = Floor(server, random.Random(seed))
    try:
        for _ in range(CRASHES):
            for _ in range(BETWEEN):
                floor.act()
            floor.crash()
        missed = floor.missed()
    finally:
        floor.close()
    assert missed == [set()] * 4, f"seed {seed}: {missed}"
    assert sum(map(len, floor.committed.values())) > 20
    return floor


@pytest.mark.parametrize("seed", range(4))
def test_no_reader_misses_a_change(server: Cluster, seed: int) -> None:
    assert played(server, seed).given_again > 0


def all_played(server: Cluster, seeds: range) -> None:
    for seed in seeds:
        played(server, seed)


def test_the_search_finds_a_cursor_that_trusts_the_snapshot(
    server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With both of its defences gone; each alone holds these schedules."""
    since = feed.PostgresFeed.since

    def trusting(
        self: feed.PostgresFeed, db: sa.Connection, cursor: str, here: feed.FeedStanding
    ) -> feed.Changed | None:
        return since(self, db, cursor, replace(here, cursor=cursor))

    monkeypatch.setattr(feed, "durable", lambda snapshot, _newest: snapshot)
    monkeypatch.setattr(feed.PostgresFeed, "since", trusting)
    with pytest.raises(AssertionError, match="seed"):
        all_played(server, range(20, 28))
