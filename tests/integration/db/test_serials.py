"""SSCC serial numbers are given once, also by a server that does not know the last ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.store import schema
from app.store.admin import logins as centre_logins
from app.store.admin import roles as centre_roles
from app.store.admin.logins import Login
from app.store.database import open_centre
from app.sync.centre import SqlCentre
from app.sync.exchange import SSCC_BLOCK
from tests.helpers.model import START
from tests.helpers.postgres import Server

pytestmark = pytest.mark.postgres
SKIP = 1_000_000
ONE, TWO = "serials_one", "serials_two"


def block(url: str, origin: str) -> tuple[int, int]:
    centre = SqlCentre.open(url, ManualClock(START))
    try:
        return centre.hello(origin, f"life of {origin}", start=0, wants_sscc=True).sscc
    finally:
        centre.close()


def named(url: str, login: str) -> str:
    return sa.make_url(url).set(username=login).render_as_string(hide_password=False)


@pytest.fixture
def url(postgres_server: Server) -> Iterator[str]:
    """A centre with the logins of two stations."""
    url = postgres_server.database()
    engine = open_centre(url)
    schema.upgrade(engine, "centre")
    SqlCentre.open(url, ManualClock(START)).close()
    with engine.begin() as db:
        centre_roles.install(db)
        for name in ONE, TWO:
            centre_logins.add(db, Login(name, name, "Main", centre_roles.STATION))
    engine.dispose()  # who copies a database is alone in it
    yield url
    with engine.begin() as db:
        for name in ONE, TWO:
            centre_roles.run(db, f"DROP ROLE {name}")
    engine.dispose()


def test_a_copy_of_the_centre_goes_on_further_on(url: str, postgres_server: Server) -> None:
    """As somebody makes one with pg_dump, by a station's own login with all its limits."""
    assert block(named(url, ONE), ONE) == (1, 1 + SSCC_BLOCK)
    copy = postgres_server.database(str(sa.make_url(url).database))
    # What the copy does not know.
    last = block(named(url, TWO), TWO)[1]
    assert last == 1 + 2 * SSCC_BLOCK
    first = block(named(copy, ONE), ONE)[0]
    assert first == 1 + SSCC_BLOCK + SKIP
    assert block(named(copy, TWO), TWO)[0] == first + SSCC_BLOCK


def test_the_epoch_is_another_one_in_a_copy(url: str, postgres_server: Server) -> None:
    def epoch(of: str) -> str:
        centre = SqlCentre.open(of, ManualClock(START))
        try:
            return centre.hello("P1", "i", start=0, wants_sscc=False).epoch
        finally:
            centre.close()

    before = epoch(url)
    assert epoch(url) == before
    assert epoch(postgres_server.database(str(sa.make_url(url).database))) != before
