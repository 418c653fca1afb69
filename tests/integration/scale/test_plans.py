"""No verb of the protocol reads a table that grows for ever from end to end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

import pytest
import sqlalchemy as sa

from app.clock import SystemClock
from app.domain.facts import Fact, FactKind, Kind, Subject
from app.store.admin.partitions import month_of
from app.store.database import open_centre, reading
from app.sync.centre import SqlCentre
from app.sync.feed import feed_for
from app.sync.proof.verify import verify
from benchmarks.bulk_load import CHANNEL, INCARNATION, Origin, bin_of, load, ref_of, sku_of, sscc_of
from tests.helpers.model import START
from tests.helpers.postgres import Server
from tests.integration.scale.conftest import ORDERS
from tests.integration.scale.plans import Scan, recorded, scans

pytestmark = pytest.mark.postgres

GROWING = {"orders", "parcel", "event_subject", "feed", "stock_move", "order_word"}
"""And the months of the events."""
MOST = 400
"""Rows of a growing table one statement may look at; each table has thousands."""
OPEN = f"{CHANNEL}:{ref_of(ORDERS - 1)}"
DONE = f"{CHANNEL}:{ref_of(7)}"


@dataclass(frozen=True)
class Talk:
    """A station that has said hello and pushed something since `cursor`."""

    centre: SqlCentre
    origin: Origin
    epoch: str
    cursor: str

    def picks(self, how_many: int) -> list[Fact]:
        unit = {"order": OPEN, "line": 1, "sku": sku_of(0, 0), "quantity": 1, "bin": bin_of(0, 0)}
        subjects = [Subject(Kind.ORDER, OPEN), Subject(Kind.BIN, bin_of(0, 0))]
        return [
            self.origin.say(FactKind.UNIT_PICKED, subjects, unit, START + timedelta(seconds=n))
            for n in range(how_many)
        ]

    def push(self, how_many: int) -> None:
        self.centre.push(self.origin.name, INCARNATION, self.epoch, self.picks(how_many))

    def pull(self, cursor: str) -> None:
        self.centre.pull(self.origin.name, INCARNATION, self.epoch, cursor)


@pytest.fixture
def talk(engine: sa.Engine, origin: str) -> Talk:
    centre = SqlCentre(engine, SystemClock())
    said = centre.hello(origin, INCARNATION, start=0, wants_sscc=False)
    with reading(engine) as db:
        cursor = feed_for(engine).standing(db, origin, INCARNATION).cursor
    made = Talk(centre, Origin(origin, Random(origin)), said.epoch, cursor)
    made.push(2)
    return made


VERBS: dict[str, Callable[[Talk], object]] = {
    "hello": lambda talk: talk.centre.hello(
        talk.origin.name, INCARNATION, start=0, wants_sscc=True
    ),
    "push of one": lambda talk: talk.push(1),
    "push of twenty": lambda talk: talk.push(20),
    "pull of a change": lambda talk: talk.pull(talk.cursor),
    "next order": lambda talk: talk.centre.claim(talk.origin.name, count=1),
    "one order": lambda talk: talk.centre.claim(talk.origin.name, order=OPEN),
    "claims": lambda talk: talk.centre.claims(talk.origin.name, renew=True),
    "timeline of an order": lambda talk: talk.centre.timeline(Kind.ORDER, DONE),
    "timeline of a parcel": lambda talk: talk.centre.timeline(Kind.PARCEL, sscc_of(7)),
    "order by its number": lambda talk: talk.centre.find_order(ref_of(7)),
    "search of a number": lambda talk: talk.centre.search(ref_of(7)),
    "search of a number's end": lambda talk: talk.centre.search(ref_of(7)[-5:], 10),
    "search of a parcel": lambda talk: talk.centre.search("00" + sscc_of(7)),
    "search of two words": lambda talk: talk.centre.search("Person 4321"),
    "search of nothing": lambda talk: talk.centre.search("zzzzzz"),
    "row of a parcel": lambda talk: talk.centre.row(Kind.PARCEL, sscc_of(7)),
}


def too_much(found: list[Scan]) -> list[Scan]:
    grow = [one for one in found if one.table in GROWING or month_of(one.table)]
    return [one for one in grow if one.rows > MOST or (one.how == "Seq Scan" and one.size > MOST)]


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_reads_what_it_is_about_and_no_more(
    engine: sa.Engine, talk: Talk, verb: str
) -> None:
    with recorded(engine) as sent:
        VERBS[verb](talk)
    assert sent
    assert not too_much(scans(engine, sent))


def test_the_measure_finds_a_table_that_is_read_whole(engine: sa.Engine, talk: Talk) -> None:
    with recorded(engine) as sent:
        talk.centre.digests(Kind.PARCEL)
    assert {one.table for one in too_much(scans(engine, sent))} == {"parcel"}


def test_the_load_is_what_the_program_itself_would_have_left(postgres_server: Server) -> None:
    url = postgres_server.database()
    events = load(url, 400, end=START, products=20)
    engine = open_centre(url)
    found = verify(engine)
    engine.dispose()
    assert found.well, found.findings[:3]
    assert found.counted.events == events


def test_a_new_station_gets_the_open_orders_and_their_parcels_only(
    engine: sa.Engine, talk: Talk
) -> None:
    with recorded(engine) as sent:
        talk.pull("")
    assert not too_much(scans(engine, sent))
