"""The server dies for good, and a standby that has not heard everything takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.clock import SystemClock
from app.store.database import open_centre
from app.sync.centre import SqlCentre
from tests.chaos.benches import benches
from tests.chaos.cluster import Cluster, cluster
from tests.chaos.standby import standby
from tests.chaos.work import more_facts, must_hold, people
from tests.helpers.fault_proxy import Fault
from tests.helpers.program import wait_until

pytestmark = pytest.mark.postgres
EVENTS = "SELECT count(*) FROM event"
SERIALS = "SELECT value FROM meta WHERE key = 'sscc_next'"


@pytest.fixture
def pair() -> Iterator[Cluster]:
    """A server of the test's own: it is replaced."""
    with cluster() as found:
        yield found


def test_a_standby_takes_over_that_has_forgotten_facts(pair: Cluster, tmp_path: Path) -> None:
    with standby(pair) as second, benches(pair, tmp_path, count=2, orders=200) as floor:
        with people(floor):
            more_facts(floor.desks, 20)
            second.stop_listening()
            known = number(second.url, EVENTS)
            wait_until(
                lambda: number(pair.url, EVENTS) >= known + 40,
                "facts that the standby does not know",
            )
            for desk in floor.desks:
                desk.line.be(Fault.REFUSE)
                desk.line.cut()
            before = number(pair.url, EVENTS)
            pair.die()
            second.take_over()
            forgotten = before - number(pair.url, EVENTS)
            assert forgotten > 0
            more_facts(floor.desks, 10)  # the stations go on working
            for desk in floor.desks:
                desk.line.be(Fault.NONE)
            more_facts(floor.desks, 10)
        must_hold(floor, f"a promoted standby had forgotten {forgotten} facts")


def test_a_standby_does_not_give_serial_numbers_again(pair: Cluster) -> None:
    """The last block was given after it had stopped listening."""
    with standby(pair) as second:
        centre = SqlCentre.open(pair.url, SystemClock())
        first = centre.hello("P1", "i", start=0, wants_sscc=True).sscc
        wait_until(lambda: number(second.url, SERIALS) == number(pair.url, SERIALS), "the standby")
        second.stop_listening()
        lost = centre.hello("P2", "i", start=0, wants_sscc=True).sscc
        centre.close()
        assert first[1] == lost[0]
        pair.die()
        second.take_over()
        assert number(pair.url, SERIALS) == first[1]
        after = SqlCentre.open(pair.url, SystemClock())
        blocks = [after.hello(name, "i", start=0, wants_sscc=True).sscc for name in ("P3", "P4")]
        after.close()
    assert lost[1] < blocks[0][0]
    assert blocks[0][1] == blocks[1][0]


def number(url: str, query: str) -> int:
    """What the server answers."""
    engine = open_centre(url)
    with engine.connect() as db:
        found = int(db.execute(sa.text(query)).scalar() or 0)  # a standby may not have it yet
    engine.dispose()
    return found
