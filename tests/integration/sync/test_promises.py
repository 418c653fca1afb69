"""Promises: no unit is promised to two orders, and what is gone is promised to nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain import codec
from app.domain.documents import LineDocument
from app.domain.facts import FactKind, Kind, NewFact, Subject, order_id
from app.domain.plan.allocate import Rules, Short, Stage
from app.domain.rows.orders import Order
from app.domain.rows.stock_move import StockMove
from app.domain.stock import Status, StockKey
from app.store.centre.settings import set_allocation
from app.store.centre.tables import MAIN_SITE, ROWS, promise
from app.store.station.file import StationFile
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from app.sync.proof.verify import verify
from tests.helpers.model import (
    Site,
    about,
    cancelled,
    order_document,
    picked,
    placed,
    stocked,
    unpicked,
)
from tests.helpers.statements import statements
from tests.integration.sync.test_push import exceptions, push, record

K = FactKind
Stations = Callable[[str], StationFile]
Connect = Callable[[], SqlCentre]


def lot(place: str, quantity: int, name: str, expiry: date | None = None) -> NewFact:
    body = {"bin": place, "sku": "S0", "quantity": quantity, "delta": quantity, "lot": name}
    if expiry:
        body["expiry"] = expiry.isoformat()
    return NewFact(K.STOCK_OPENED, (Subject(Kind.BIN, place),), body)


def counted(place: str, delta: int, expected: int, sku: str = "S0") -> NewFact:
    body = {"bin": place, "sku": sku, "delta": delta, "expected": expected}
    return NewFact(K.BIN_COUNTED, (Subject(Kind.BIN, place),), body)


def short(name: str, place: str, found: int, wanted: int, lost: int) -> NewFact:
    subjects = (Subject(Kind.ORDER, name), Subject(Kind.BIN, place))
    body = {"line": 1, "sku": "S0", "bin": place, "found": found, "wanted": wanted}
    return NewFact(K.PICK_SHORT, subjects, {**body, "quantity": lost, "doubted": True})


def changed(ref: str, *quantities: int, sku: str = "S0") -> NewFact:
    lines = tuple(LineDocument(n, sku, sku, count) for n, count in enumerate(quantities, 1))
    document = {**codec.dump(order_document(ref)), "lines": codec.dump(lines)}
    subject = (Subject(Kind.ORDER, order_id("shop", ref)),)
    return NewFact(K.ORDER_CHANGED, subject, {"document": document, "digest": f"{ref}-2"})


@dataclass
class Shop:
    """A centre with orders of one SKU, and benches that say things."""

    centre: SqlCentre
    station: Stations
    look: Site

    @property
    def today(self) -> date:
        """The day by the centre's clock; a server has its own."""
        with self.centre._engine.begin() as db:
            return self.centre._now(db).astimezone().date()

    def say(self, origin: str, *facts: NewFact) -> None:
        record(self.station(origin), *facts)
        push(self.centre, self.station(origin))

    def promised(self) -> dict[str, dict[str, int]]:
        """Order -> bin -> units."""
        found: dict[str, dict[str, int]] = {}
        for row in self.look.rows(promise):
            bins = found.setdefault(row["order_id"].removeprefix("shop:"), {})
            bins[row["bin"]] = bins.get(row["bin"], 0) + row["quantity"]
        return found

    def broken(self) -> list[str]:
        found = [one for one in exceptions(self.centre) if one.reason == "promise_broken"]
        return sorted(one.subject_id for one in found if not one.closed)


@pytest.fixture
def site(centre: SqlCentre, station: Stations, url: str, clock: ManualClock) -> Iterator[Shop]:
    look = Site(url, clock)
    yield Shop(centre, station, look)
    look.close()


@pytest.fixture
def claimed(site: Shop) -> Shop:
    """Orders 1 and 2 want three each; two bins hold four and two; P1 has order 1, P2 order 2."""
    site.say("import", *stocked("B0", "S0", 4), *stocked("B1", "S0", 2))
    site.say("import", placed("1", 3), placed("2", 3))
    site.centre.claim("P1", order="shop:1")
    site.centre.claim("P2", order="shop:2")
    assert site.promised() == {"1": {"B0": 1, "B1": 2}, "2": {"B0": 3}}
    return site


def test_a_claim_brings_its_goods_and_what_it_is_short_of(site: Shop) -> None:
    site.say("import", *stocked("B0", "S0", 4), placed("1", 3), placed("2", 3))
    first = site.centre.claim("P1", count=1).promised["shop:1"]
    assert [(pin.bin, pin.quantity, pin.why.value) for pin in first.pins] == [("B0", 3, "only_one")]
    assert first.shorts == ()
    second = site.centre.claim("P2", count=1).promised["shop:2"]
    assert [pin.quantity for pin in second.pins] == [1]
    assert second.shorts == (Short(1, "S0", 2),)
    assert site.centre.claims("P2", renew=False).pins == {"shop:2": second.pins}


def test_an_order_of_many_lines_asks_the_centre_no_more_often(site: Shop) -> None:
    """Each question is a turn for which its neighbours wait."""
    skus = [f"M{number:02}" for number in range(30)]
    site.say("import", *(fact for sku in skus for fact in stocked(f"B-{sku}", sku, 4)))
    lines = tuple(LineDocument(n, sku, sku, 2) for n, sku in enumerate(skus, 1))
    document = {**codec.dump(order_document("2")), "lines": codec.dump(lines)}
    many = NewFact(
        K.ORDER_PLACED,
        (Subject(Kind.ORDER, "shop:2"),),
        {"document": document, "digest": "2-1"},
    )
    site.say("import", placed("1", 1, skus[0]), many)
    asked = []
    for name, count in (("shop:1", 1), ("shop:2", len(skus))):
        with statements(site.centre._engine) as seen:
            told = site.centre.claim("P1", order=name).promised[name]
        assert (len(told.pins), told.shorts) == (count, ())
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 14


_ROWS_BEFORE_GOODS = re.compile(
    r"(UPDATE|DELETE FROM|INSERT INTO) (station|orders|bin|task|claim|wish)\b"
    r"|FROM (station|orders|bin|task|claim|wish)\b.* FOR UPDATE"
)


@pytest.mark.parametrize(
    "call",
    [
        lambda centre: centre.claim("P1", order="shop:1"),
        lambda centre: centre.claim("P3", count=1),
        lambda centre: centre.claims("P1", renew=True),
        lambda centre: centre.give_back("P1", "shop:1"),
        lambda centre: centre.release("P1"),
    ],
)
def test_whoever_holds_the_locks_of_goods_waits_for_no_row(
    claimed: Shop, call: Callable[[SqlCentre], object]
) -> None:
    """Or two stations could wait for each other."""
    claimed.say("import", *stocked("B2", "S0", 9), placed("3", 3))
    with statements(claimed.centre._engine) as seen:
        call(claimed.centre)
    rows = [at for at, one in enumerate(seen) if _ROWS_BEFORE_GOODS.search(one)]
    goods = [at for at, one in enumerate(seen) if "advisory" in one or "INTO promise" in one]
    assert rows
    assert not goods or max(rows) < min(goods)


def test_claiming_again_changes_nothing(claimed: Shop) -> None:
    before = claimed.look.rows(promise)
    again = claimed.centre.claim("P1", order="shop:1").promised["shop:1"]
    assert sum(pin.quantity for pin in again.pins) == 3
    claimed.centre.claims("P1", renew=True)
    assert claimed.look.rows(promise) == before


def test_lots_come_by_their_date_and_an_old_one_never(site: Shop) -> None:
    day, today = timedelta(days=1), site.today
    site.say("import", *stocked("B0", "S0", 0))
    site.say("import", lot("B0", 9, "GONE", today - day), lot("B0", 3, "LATE", today + 90 * day))
    site.say("import", lot("B1", 2, "EARLY", today + day), lot("B1", 1, "NOW", today))
    site.say("import", placed("1", 9))
    found = site.centre.claim("P1", count=1).promised["shop:1"]
    assert [(pin.key.lot, pin.quantity) for pin in found.pins] == [
        ("LATE", 3),
        ("NOW", 1),
        ("EARLY", 2),
    ]
    assert found.shorts == (Short(1, "S0", 3),)


@pytest.mark.parametrize(
    "news",
    [
        stocked("B1", "S0", 5),
        (counted("B0", 5, 3),),
        (cancelled("shop:1"),),
        (changed("1", 1),),
        (about(K.PICK_LEFT, "shop:1"),),
    ],
    ids=["brought", "counted", "cancelled", "less", "left"],
)
def test_who_is_short_gets_what_comes_free_at_once(site: Shop, news: tuple[NewFact, ...]) -> None:
    site.say("import", *stocked("B0", "S0", 3), placed("1", 3), placed("2", 2))
    site.centre.claim("P1", order="shop:1")
    site.centre.claim("P2", order="shop:2")
    assert site.promised() == {"1": {"B0": 3}}
    site.say("P1", *news)
    assert sum(site.promised()["2"].values()) == 2


def test_who_is_short_gets_what_another_gives_back(site: Shop) -> None:
    site.say("import", *stocked("B0", "S0", 3), *(placed(f"{number}", 2) for number in range(4)))
    for number in range(4):
        site.centre.claim(f"P{number}", order=f"shop:{number}")
    assert site.promised() == {"0": {"B0": 2}, "1": {"B0": 1}}
    site.centre.give_back("P0", "shop:0")
    assert site.promised() == {"1": {"B0": 2}, "2": {"B0": 1}}
    site.centre.release("P1")
    assert site.promised() == {"2": {"B0": 2}, "3": {"B0": 1}}


def test_what_was_missed_at_the_claim_is_promised_when_the_lease_is_renewed(site: Shop) -> None:
    """Stock of a program that makes no promises, or a day on which a lot is good again."""
    site.say("import", *stocked("B0", "S0", 3), placed("1", 3))
    site.centre.claim("P1", count=1)
    with site.centre._engine.begin() as db:
        db.execute(promise.delete())
    held = site.centre.claims("P1", renew=True)
    assert sum(pin.quantity for pin in held.pins["shop:1"]) == 3


def test_a_picked_unit_is_no_longer_promised(claimed: Shop) -> None:
    claimed.say("P1", picked("shop:1", "B1"), picked("shop:1", "B1"))
    assert claimed.promised() == {"1": {"B0": 1}, "2": {"B0": 3}}
    claimed.say("P1", picked("shop:1", "B0"), about(K.ORDER_PICKED, "shop:1"))
    assert claimed.promised() == {"2": {"B0": 3}}


def test_a_unit_from_elsewhere_counts_for_what_was_promised(claimed: Shop) -> None:
    """P1 was promised two in B1 and takes both from B0: P2's third one lies in B1 now."""
    claimed.say("P1", picked("shop:1", "B0"), picked("shop:1", "B0"))
    assert claimed.promised() == {"1": {"B1": 1}, "2": {"B0": 2, "B1": 1}}
    assert claimed.broken() == []


def test_an_undone_pick_is_promised_again_where_it_lies(claimed: Shop) -> None:
    claimed.say("P1", picked("shop:1", "B1"))
    claimed.say("P1", unpicked("shop:1", "B1"))
    assert claimed.promised() == {"1": {"B0": 1, "B1": 2}, "2": {"B0": 3}}


def test_an_undo_and_the_pick_again_in_one_push_change_nothing(claimed: Shop) -> None:
    """Beside them goes what has to do with other goods: only theirs were looked at then."""
    claimed.say("P1", picked("shop:1", "B1"))
    before = claimed.promised()
    again = unpicked("shop:1", "B1"), picked("shop:1", "B1")
    claimed.say("P1", *again, counted("B0", 1, 0, "S1"))
    assert claimed.promised() == before


def test_an_undo_without_a_promise_promises_nothing(site: Shop) -> None:
    site.say("import", *stocked("B0", "S0", 4), placed("1", 3))
    site.say("P1", picked("shop:1"), unpicked("shop:1"))
    assert site.promised() == {}


@pytest.mark.parametrize(
    ("what", "left"),
    [
        ([cancelled("shop:1")], {}),
        ([about(K.ORDER_HELD, "shop:1", reason="?")], {}),
        ([about(K.PICK_LEFT, "shop:1")], {}),
        ([about(K.ORDER_PARKED, "shop:1", shelf="H")], {}),
        ([changed("1", 1)], {"1": 1}),
        ([changed("1", 1, 1)], {"1": 2}),
        ([changed("1", 9)], {"1": 3}),
        ([picked("shop:1", "B0"), cancelled("shop:1")], {}),
    ],
    ids=["cancelled", "held", "left", "parked", "less", "lines", "more", "begun and cancelled"],
)
def test_what_an_order_does_not_need_is_given_back(
    claimed: Shop, what: list[NewFact], left: dict[str, int]
) -> None:
    claimed.say("P1", *what)
    found = claimed.promised()
    assert found.pop("2") == {"B0": 3}
    assert {name: sum(bins.values()) for name, bins in found.items()} == left


def test_another_stations_word_does_not_end_a_promise(claimed: Shop) -> None:
    claimed.say("P2", about(K.PICK_LEFT, "shop:1"))
    assert claimed.promised() == {"1": {"B0": 1, "B1": 2}, "2": {"B0": 3}}


def test_who_gives_the_order_back_gives_its_goods_back(claimed: Shop) -> None:
    claimed.centre.give_back("P1", "shop:1")
    assert claimed.promised() == {"2": {"B0": 3}}
    claimed.centre.release("P2")
    assert claimed.promised() == {}


def test_a_takeover_keeps_the_goods(claimed: Shop) -> None:
    claimed.say("P3", about(K.TAKEN_OVER, "shop:1", **{"from": "P1"}))
    assert claimed.promised()["1"] == {"B0": 1, "B1": 2}


def test_a_takeover_of_what_was_begun_offline_gets_its_goods(site: Shop) -> None:
    site.say("import", *stocked("B0", "S0", 4), placed("1", 3))
    site.say("P1", about(K.PICK_STARTED, "shop:1"), picked("shop:1"))
    assert site.promised() == {}
    site.say("P3", about(K.TAKEN_OVER, "shop:1", **{"from": "P1"}))
    assert site.promised() == {"1": {"B0": 2}}


def test_missed_goods_are_sought_elsewhere_and_nobody_else_is_sent_there(site: Shop) -> None:
    site.say("import", *stocked("B0", "S0", 4), *stocked("B1", "S0", 4))
    site.say("import", placed("1", 2), placed("2", 2), placed("3", 1))
    for number in (1, 2, 3):
        site.centre.claim(f"P{number}", order=f"shop:{number}")
    assert site.promised() == {"1": {"B0": 2}, "2": {"B0": 2}, "3": {"B1": 1}}
    site.say("P1", short("shop:1", "B0", found=0, wanted=2, lost=0))
    assert site.promised() == {"1": {"B1": 2}, "2": {"B1": 1}, "3": {"B1": 1}}
    assert site.broken() == ["shop:2"]


def test_what_a_picker_has_found_stays_his(site: Shop) -> None:
    site.say("import", *stocked("B0", "S0", 4), placed("1", 3), placed("2", 1))
    site.centre.claim("P1", order="shop:1")
    site.centre.claim("P2", order="shop:2")
    site.say("P1", short("shop:1", "B0", found=1, wanted=3, lost=2))
    assert site.promised() == {"1": {"B0": 1}}
    assert site.broken() == ["shop:2"]


def test_counted_away_the_last_in_the_queue_loses_and_is_promised_other_goods(
    claimed: Shop,
) -> None:
    claimed.say("import", *stocked("B9", "S0", 1))
    claimed.say("P3", counted("B0", -2, 4))
    assert claimed.promised() == {"1": {"B0": 1, "B1": 2}, "2": {"B0": 1, "B9": 1}}
    assert claimed.broken() == ["shop:2"]


def test_a_broken_promise_is_settled_when_nothing_is_missing_any_more(claimed: Shop) -> None:
    claimed.say("P3", counted("B0", -2, 4))
    assert claimed.broken() == ["shop:2"]
    claimed.say("import", changed("2", 1))
    assert claimed.broken() == []


def test_a_pick_offline_takes_what_another_was_promised(claimed: Shop) -> None:
    """Nobody is promised the unit any more, and its order is promised another one while there is
    one; the last one that is missed is a person's.
    """
    claimed.say("import", placed("3", 2), *stocked("B9", "S0", 1))
    claimed.say("P3", picked("shop:3", "B1"))
    assert claimed.promised() == {"1": {"B0": 1, "B1": 1, "B9": 1}, "2": {"B0": 3}}
    assert claimed.broken() == []
    claimed.say("P3", picked("shop:3", "B1"))
    assert claimed.promised() == {"1": {"B0": 1, "B9": 1}, "2": {"B0": 3}}
    assert claimed.broken() == ["shop:1"]


def test_ten_offline_benches_take_the_same_last_unit(site: Shop) -> None:
    orders = [f"{number}" for number in range(11)]
    site.say("import", *stocked("B0", "S0", 1), *(placed(name, 1) for name in orders))
    site.centre.claim("P10", order="shop:10")
    for name in orders[:10]:
        site.say(f"P{name}", picked(f"shop:{name}"), about(K.ORDER_PICKED, f"shop:{name}"))
    assert site.promised() == {}
    assert site.broken() == ["shop:10"]
    negative = [one for one in exceptions(site.centre) if one.reason == "negative_stock"]
    assert [one.subject_id for one in negative] == ["B0"]
    picked_out = [decoded(site.centre.row(Kind.ORDER, f"shop:{name}")) for name in orders[:10]]  # type: ignore[arg-type]  # rows
    assert sum(row.lines[0].picked for row in picked_out if isinstance(row, Order)) == 10


def moved(source: str, target: str, units: int, status: Status = Status.AVAILABLE) -> NewFact:
    into = StockKey("S0", status=status)
    return StockMove(f"bin:{source}", f"bin:{target}", StockKey("S0"), into, units).fact()


def test_a_promise_follows_goods_that_are_moved(claimed: Shop) -> None:
    claimed.say("import", *stocked("B9", "S0", 0))
    claimed.say("P3", moved("B1", "B9", 2))
    assert claimed.promised() == {"1": {"B0": 1, "B9": 2}, "2": {"B0": 3}}
    assert claimed.broken() == []


def test_goods_that_somebody_doubts_are_promised_to_nobody(claimed: Shop) -> None:
    claimed.say("P3", moved("B1", "B1", 2, Status.HOLD))
    assert claimed.promised() == {"1": {"B0": 1}, "2": {"B0": 3}}
    assert claimed.broken() == ["shop:1"]
    claimed.say("P3", counted("B0", 2, 4))
    assert claimed.promised() == {"1": {"B0": 3}, "2": {"B0": 3}}
    assert claimed.broken() == []


def test_a_bin_that_is_locked_gives_its_promises_up_and_gets_them_again(claimed: Shop) -> None:
    walk = {"code": "B1", "walk": 1}
    subject = (Subject(Kind.BIN, "B1"),)
    claimed.say("import", NewFact(K.BIN_SET, subject, {**walk, "locked": "wet"}))
    assert claimed.promised() == {"1": {"B0": 1}, "2": {"B0": 3}}
    claimed.say("import", NewFact(K.BIN_SET, subject, walk))
    assert claimed.promised() == {"1": {"B0": 1, "B1": 2}, "2": {"B0": 3}}
    assert claimed.broken() == []


def test_whole_cases_come_from_reserve(site: Shop) -> None:
    case = {"sku": "S0", "name": "S", "packs": [{"level": "case", "units": 12}]}
    site.say("import", NewFact(K.PRODUCT_SET, (Subject(Kind.PRODUCT, "S0"),), case))
    site.say("import", *stocked("B0", "S0", 40), *stocked("R0", "S0", 48))
    reserve = {"code": "R0", "walk": 9, "kind": "reserve"}
    site.say("import", NewFact(K.BIN_SET, (Subject(Kind.BIN, "R0"),), reserve), placed("1", 27))
    site.centre.claim("P1", count=1)
    assert site.promised() == {"1": {"R0": 24, "B0": 3}}


@pytest.mark.parametrize(
    "body", ['{"stock": 5}', '{"code": "B0", "stock": [{"sku": "S0", "quantity": "x"}]}']
)
def test_a_damaged_bin_keeps_nobody_from_the_orders(site: Shop, body: str) -> None:
    site.say("import", *stocked("B0", "S0", 4), *stocked("B1", "S0", 1), placed("1", 3))
    with site.centre._engine.begin() as db:
        bins = ROWS[Kind.BIN]
        db.execute(bins.update().where(bins.c.id == "B0").values(body=body))
    assert site.centre.claim("P1", count=1).granted
    assert site.promised() == {"1": {"B1": 1}}


def test_a_proof_names_promises_beyond_stock_and_knows_why_one_was_broken(claimed: Shop) -> None:
    engine = claimed.centre._engine
    claimed.say("P3", counted("B0", -2, 4))
    assert claimed.broken() == ["shop:2"]
    assert verify(engine).findings == []
    with engine.begin() as db:
        db.execute(promise.update().where(promise.c.bin == "B1").values(quantity=7))
    (found,) = verify(engine).findings
    assert (found.what, found.id, found.detail) == (
        "promised_beyond",
        "B1",
        "S0: 7 promised, 2 there",
    )


def test_the_holder_hears_that_his_goods_lie_elsewhere_now(claimed: Shop) -> None:
    file = claimed.station("P2")
    said = claimed.centre.hello("P2", file.meta.incarnation, start=0, wants_sscc=False)
    cursor = claimed.centre.pull("P2", file.meta.incarnation, said.epoch, "").cursor
    claimed.say("import", *stocked("B9", "S0", 9))
    claimed.say("P3", counted("B0", -3, 4))
    news = claimed.centre.pull("P2", file.meta.incarnation, said.epoch, cursor)
    assert "shop:2" in {row.id for row in news.rows}
    assert claimed.promised()["2"] == {"B9": 3}


def test_an_order_that_must_be_complete_waits_for_the_whole(site: Shop) -> None:
    with site.centre._engine.begin() as db:
        set_allocation(db, MAIN_SITE, Rules((Stage.NEAREST,), complete=True))
    site.say("import", *stocked("B0", "S0", 2), placed("1", 3), placed("2", 2))
    first = site.centre.claim("P1", order="shop:1").promised["shop:1"]
    assert (first.pins, first.shorts) == ((), (Short(1, "S0", 1),))
    assert site.centre.claim("P2", order="shop:2").promised["shop:2"].shorts == ()
    assert site.promised() == {"2": {"B0": 2}}


@pytest.mark.parametrize("values", [{"quantity": 0}, {"quantity": -1}, {"status": "hold"}])
def test_the_database_itself_refuses_what_cannot_be_promised(
    site: Shop, values: dict[str, Any]
) -> None:
    row = dict.fromkeys(("lot", "expiry", "best_before", "owner", "container"), "")
    row |= {"order_id": "shop:1", "bin": "B0", "sku": "S0", "status": "available", "why": "nearest"}
    with site.centre._engine.begin() as db, pytest.raises(sa.exc.IntegrityError):
        db.execute(
            promise.insert().values(**{**row, "line": 1, "quantity": 1, "hard": False, **values})
        )


def test_stations_that_claim_at_once_are_never_promised_the_same_unit(
    connect: Connect, site: Shop
) -> None:
    """Scarce goods, and facts that take them away at the same time."""
    stations, rounds, there = 4, 15, 40
    site.say("import", *stocked("B0", "S0", there // 2), *stocked("B1", "S0", there // 2))
    site.say("import", *(placed(f"{number:03}", 1) for number in range(stations * rounds)))
    centres = [connect() for _ in range(stations)]
    files = [site.station(f"P{number}") for number in range(stations)]
    start = Barrier(stations)

    def work(number: int) -> None:
        start.wait(timeout=20)
        for turn in range(rounds):
            for name in centres[number].claim(f"P{number}", count=1).granted:
                if turn % 3 == number % 3:
                    ends = picked(name, f"B{turn % 2}"), about(K.ORDER_PICKED, name)
                    record(files[number], *ends)
                    push(centres[number], files[number])

    with ThreadPoolExecutor(stations) as pool:
        list(pool.map(work, range(stations)))
    bins = site.look.values(
        sa.Table("bin", sa.MetaData(), sa.Column("id"), sa.Column("body")), Kind.BIN
    )
    held = {name: row.quantity("S0") for name, row in bins.items()}
    promised: dict[str, int] = {}
    for row in site.look.rows(promise):
        promised[row["bin"]] = promised.get(row["bin"], 0) + row["quantity"]
    assert sum(promised.values()) > 0
    assert all(promised[name] <= max(0, held[name]) for name in promised), (promised, held)
