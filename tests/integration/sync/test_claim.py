"""Claims: no two stations ever hold one order."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest

from app.clock import ManualClock
from app.domain.facts import FactKind, NewFact
from app.store.centre.settings import LEASE, set_lease_hours
from app.store.centre.tables import MAIN_SITE
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.port import Claim
from tests.helpers.model import START, about, cancelled, packed, picked, placed
from tests.integration.sync.test_push import push, record

K = FactKind
Connect = Callable[[], SqlCentre]
Stations = Callable[[str], StationFile]


@pytest.fixture
def orders(centre: SqlCentre, station: Stations) -> Callable[[int], None]:
    def place(count: int) -> None:
        record(station("import"), *(placed(f"{number:03}") for number in range(count)))
        push(centre, station("import"))

    return place


def test_the_next_orders_are_granted_and_not_again(
    centre: SqlCentre, orders: Callable[[int], None]
) -> None:
    orders(3)
    first = centre.claim("P1", count=2).granted
    assert list(first) == ["shop:000", "shop:001"]
    assert list(centre.claim("P2", count=2).granted) == ["shop:002"]
    assert centre.claim("P3", count=2).granted == {}
    assert centre.claims("P1", renew=False).until == first


def test_a_named_order_is_refused_with_its_holder(
    centre: SqlCentre, orders: Callable[[int], None]
) -> None:
    orders(1)
    assert centre.claim("P1", order="shop:000").granted.keys() == {"shop:000"}
    refused = centre.claim("P2", order="shop:000")
    assert (refused.granted, refused.holder) == ({}, "P1")
    assert centre.claim("P1", order="shop:000").granted.keys() == {"shop:000"}


@pytest.mark.parametrize(
    "ending",
    [K.ORDER_PICKED, K.PICK_LEFT, K.ORDER_PACKED, K.PACK_LEFT, K.ORDER_PARKED],
)
def test_the_end_of_the_work_ends_the_claim(
    centre: SqlCentre, orders: Callable[[int], None], station: Stations, ending: FactKind
) -> None:
    orders(1)
    centre.claim("P1", order="shop:000")
    last = about(ending, "shop:000", order="shop:000", shelf="H-1")
    record(station("P1"), picked("shop:000"), last)
    push(centre, station("P1"))
    assert centre.claims("P1", renew=False).until == {}
    free = set() if ending is K.ORDER_PACKED else {"shop:000"}
    assert centre.claim("P2", order="shop:000").granted.keys() == free


def test_another_stations_word_does_not_end_a_claim(
    centre: SqlCentre, orders: Callable[[int], None], station: Stations
) -> None:
    orders(1)
    centre.claim("P1", order="shop:000")
    record(station("P2"), about(K.PICK_LEFT, "shop:000"))
    push(centre, station("P2"))
    assert centre.claim("P2", order="shop:000").holder == "P1"


def test_a_lease_runs_out_and_can_be_renewed(station: Stations) -> None:
    """After the hours the site decided, in the centre's time; on SQLite the test has its hand on
    it.
    """
    hours = 2
    silence = timedelta(hours=hours).total_seconds()
    clock = ManualClock(START)
    file = station("import")
    centre = SqlCentre.open(f"sqlite:{file.path.parent / 'lease.db'}", clock)
    try:
        record(file, placed("1"), placed("2"))
        push(centre, file)
        with centre._engine.begin() as db:
            set_lease_hours(db, MAIN_SITE, hours)
        centre.claim("P1", count=2)
        clock.advance(silence - 1)
        assert centre.claim("P2", order="shop:1").holder == "P1"
        held = centre.claims("P1", renew=True).until
        assert set(held.values()) == {clock.now() + LEASE}
        clock.advance(silence - 1)
        assert centre.claim("P2", count=1).granted == {}
        clock.advance(2)
        assert centre.claim("P2", order="shop:1").granted.keys() == {"shop:1"}
        assert centre.claims("P1", renew=True).until.keys() == {"shop:2"}
    finally:
        centre.close()


def test_a_silent_stations_orders_stay_its_own_where_nobody_decided(station: Stations) -> None:
    clock = ManualClock(START)
    file = station("import")
    centre = SqlCentre.open(f"sqlite:{file.path.parent / 'lease.db'}", clock)
    try:
        record(file, placed("1"))
        push(centre, file)
        centre.claim("P1", count=1)
        clock.advance(timedelta(days=400).total_seconds())
        assert centre.claim("P2", order="shop:1").holder == "P1"
        assert centre.claim("P2", count=1).granted == {}
    finally:
        centre.close()


def test_a_station_that_ends_gives_back_what_it_has_not_begun(
    centre: SqlCentre, orders: Callable[[int], None], station: Stations
) -> None:
    orders(3)
    centre.claim("P1", count=2)
    centre.claim("P2", count=1)
    record(station("P1"), about(K.PICK_STARTED, "shop:000"))
    push(centre, station("P1"))
    centre.release("P1")
    assert centre.claims("P1", renew=False).until.keys() == {"shop:000"}
    assert centre.claims("P2", renew=False).until.keys() == {"shop:002"}
    assert centre.claim("P2", count=2).granted.keys() == {"shop:001"}


def test_what_another_station_has_picked_waits_for_nobody(
    centre: SqlCentre, orders: Callable[[int], None], station: Stations
) -> None:
    """Or the claim of a station that is gone would keep every bench from packing it."""
    orders(1)
    centre.claim("P1", count=1)
    record(station("P2"), picked("shop:000"), about(K.ORDER_PICKED, "shop:000"))
    push(centre, station("P2"))
    assert centre.claims("P1", renew=True).until == {}
    assert centre.claim("P3", order="shop:000").granted


def test_a_cancelled_or_started_order_is_not_handed_out(
    centre: SqlCentre, orders: Callable[[int], None], station: Stations
) -> None:
    orders(3)
    record(station("P1"), cancelled("shop:000"), picked("shop:001"))
    push(centre, station("P1"))
    assert list(centre.claim("P2", count=3).granted) == ["shop:002"]


@pytest.mark.parametrize("named", [True, False], ids=["one by name", "the next ones"])
def test_stations_that_claim_at_the_same_time_never_share(
    connect: Connect, orders: Callable[[int], None], named: bool
) -> None:
    """Every round all stations want the same orders at the same moment."""
    stations = [f"P{number}" for number in range(4)]
    centres = {name: connect() for name in stations}
    rounds = 40
    orders(rounds * 3)
    start = Barrier(len(stations))
    holder: dict[str, str] = {}

    def work(name: str) -> list[dict[str, datetime]]:
        found = []
        for number in range(rounds):
            start.wait(timeout=20)
            if named:
                found.append(dict(centres[name].claim(name, order=f"shop:{number:03}").granted))
            else:
                found.append(dict(centres[name].claim(name, count=1).granted))
        return found

    with ThreadPoolExecutor(len(stations)) as pool:
        answers = dict(zip(stations, pool.map(work, stations), strict=True))
    for name, granted in answers.items():
        for order in (order for one in granted for order in one):
            assert holder.setdefault(order, name) == name, f"{order}: {holder[order]} and {name}"
    assert len(holder) >= rounds


def test_a_new_fact_about_a_claimed_order_keeps_the_claim(
    centre: SqlCentre, orders: Callable[[int], None], station: Stations
) -> None:
    orders(1)
    centre.claim("P1", order="shop:000")
    record(station("P1"), NewFact(K.HELP_CALLED, (), {"screen": "pick"}), picked("shop:000"))
    push(centre, station("P1"))
    assert centre.claims("P1", renew=False).until.keys() == {"shop:000"}


def test_what_is_done_is_claimed_by_nobody_and_refused_to_nobody(
    centre: SqlCentre, station: Stations
) -> None:
    """A station that was offline may ask for it late; no fact would end such a claim any more."""
    record(station("import"), placed("1"), placed("2"))
    record(station("import"), *packed("shop:1", "SSCC-1", 2), cancelled("shop:2"))
    push(centre, station("import"))
    for name in ("shop:1", "shop:2"):
        assert centre.claim("P1", order=name) == Claim({}, "")
    assert centre.claims("P1", renew=True).until == {}


# --- one station wants what another has -----------------------------------------------------------


def test_the_holder_hears_who_wants_its_order_and_gives_it_back(
    centre: SqlCentre, orders: Callable[[int], None]
) -> None:
    orders(2)
    assert len(centre.claim("P1", count=2).granted) == 2
    assert centre.claims("P1", renew=False).wanted == frozenset()
    assert centre.claim("P2", order="shop:001").holder == "P1"
    assert centre.claims("P1", renew=False).wanted == {"shop:001"}
    centre.give_back("P1", "shop:001")
    assert centre.claim("P3", count=5).granted == {}, "it is kept for who asked"
    assert centre.claim("P2", order="shop:001").granted.keys() == {"shop:001"}
    assert centre.claims("P1", renew=False).wanted == frozenset()


def test_what_is_not_the_stations_is_not_given_back(
    centre: SqlCentre, orders: Callable[[int], None]
) -> None:
    orders(1)
    centre.claim("P1", count=1)
    centre.give_back("P2", "shop:000")
    assert centre.claims("P1", renew=False).until.keys() == {"shop:000"}


def test_who_has_nothing_asks_for_the_last_of_the_longest_reserve(
    centre: SqlCentre, orders: Callable[[int], None]
) -> None:
    orders(3)
    centre.claim("P1", count=3)
    assert centre.claim("P2", count=5).granted == {}
    assert centre.claims("P1", renew=False).wanted == {"shop:002"}
    assert centre.claim("P2", count=5).granted == {}, "once is enough"
    assert centre.claims("P1", renew=False).wanted == {"shop:002"}


def test_a_single_order_is_not_passed_to_and_fro(
    centre: SqlCentre, orders: Callable[[int], None]
) -> None:
    orders(1)
    centre.claim("P1", count=1)
    assert centre.claim("P2", count=5).granted == {}
    assert centre.claims("P1", renew=False).wanted == frozenset()
