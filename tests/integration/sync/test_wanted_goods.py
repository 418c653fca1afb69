"""What an order asks for itself: everything or nothing, a lot, a unit, life left, an owner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.clock import ManualClock
from app.domain import codec
from app.domain.documents import LineDocument
from app.domain.facts import FactKind, Kind, NewFact, Subject, order_id, serial_id
from app.domain.plan.allocate import Allocation, Ends, Rules, Short, Stage
from app.domain.rows.site_rules import setting
from app.domain.rows.things import Product
from app.domain.stock import StockKey
from app.store.centre.settings import set_allocation
from app.store.centre.tables import MAIN_SITE, promise
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from tests.helpers.model import Site, order_document, stocked
from tests.integration.sync.test_promises import Shop, lot

K = FactKind


@pytest.fixture
def shop(
    centre: SqlCentre, station: Callable[[str], StationFile], url: str, clock: ManualClock
) -> Iterator[Shop]:
    """B0 and B1 are there and empty."""
    look = Site(url, clock)
    found = Shop(centre, station, look)
    found.say("import", *stocked("B0", "S0", 0), *stocked("B1", "S0", 0))
    yield found
    look.close()


def wants(ref: str, *lines: LineDocument, kind: FactKind = K.ORDER_PLACED, **own: Any) -> NewFact:
    document = replace(order_document(ref), lines=lines, **own)
    body = {"document": codec.dump(document), "digest": codec.to_text(document)}
    return NewFact(kind, (Subject(Kind.ORDER, order_id("shop", ref)),), body)


def line(quantity: int = 2, number: int = 1, **own: Any) -> LineDocument:
    return LineDocument(number, "S0", "S0", quantity, **own)


def got(shop: Shop, ref: str = "1") -> Allocation:
    return shop.centre.claim("P1", order=f"shop:{ref}").promised[f"shop:{ref}"]


def units(found: Allocation) -> list[tuple[str, str, int]]:
    return [(pin.bin, pin.key.lot, pin.quantity) for pin in found.pins]


def test_an_order_is_complete_or_in_parts_by_its_own_word(shop: Shop) -> None:
    with shop.centre._engine.begin() as db:
        set_allocation(db, MAIN_SITE, Rules((Stage.NEAREST,), complete=True))
    shop.say("import", lot("B0", 2, ""), wants("1", line(3), complete=False))
    assert units(got(shop)) == [("B0", "", 2)]
    with shop.centre._engine.begin() as db:
        set_allocation(db, MAIN_SITE, None)
    shop.say("import", lot("B1", 3, ""), wants("2", line(3), complete=True))
    assert got(shop, "2") == Allocation((), (Short(1, "S0", 1),))
    assert dict(shop.centre.outlook()) == {}, "both are claimed"
    shop.say("import", lot("B1", 1, "MORE"))
    assert sum(pin.quantity for pin in got(shop, "2").pins) == 3


def test_the_outlook_knows_that_an_order_takes_nothing_in_parts(shop: Shop) -> None:
    shop.say("import", lot("B0", 4, ""))
    shop.say("import", wants("1", line(5), complete=True), wants("2", line(4)))
    assert dict(shop.centre.outlook()) == {"shop:1": (Short(1, "S0", 1),)}


def test_a_lot_that_must_be_is_all_that_will_do_and_one_that_may_be_comes_first(
    shop: Shop,
) -> None:
    shop.say("import", lot("B0", 3, "L6"), lot("B1", 3, "L7"))
    shop.say("import", wants("1", line(2, lot="L7")), wants("2", line(2, lot="L7", soft=True)))
    assert units(got(shop)) == [("B1", "L7", 2)]
    assert [row["hard"] for row in shop.look.rows(promise)] == [True]
    assert units(got(shop, "2")) == [("B0", "L6", 1), ("B1", "L7", 1)]
    shop.say("import", wants("3", line(1, lot="L7")))
    assert got(shop, "3") == Allocation((), (Short(1, "S0", 1),))


def test_another_lot_that_the_shop_names_later_takes_the_place_of_the_first(shop: Shop) -> None:
    shop.say("import", lot("B0", 3, "L6"), lot("B1", 3, "L7"), wants("1", line(2, lot="L6")))
    assert units(got(shop)) == [("B0", "L6", 2)]
    shop.say("import", wants("1", line(2, lot="L7"), kind=K.ORDER_CHANGED))
    assert shop.promised() == {"1": {"B1": 2}}


def packed(serial: str) -> NewFact:
    body = {"sku": "S0", "serial": serial, "order": "shop:9", "sscc": "1", "line": 1, "quantity": 1}
    body["from"] = "tote:T"
    return NewFact(K.UNIT_PACKED, (Subject(Kind.SERIAL, serial_id("S0", serial)),), body)


def put_back(serial: str, place: str) -> tuple[NewFact, NewFact]:
    body = {
        "sku": "S0",
        "serial": serial,
        "bin": place,
        "line": 1,
        "quantity": 1,
        "order": "shop:9",
    }
    subjects = (
        Subject(Kind.ORDER, "shop:9"),
        Subject(Kind.BIN, place),
        Subject(Kind.SERIAL, serial_id("S0", serial)),
    )
    return NewFact(K.UNIT_PICKED, subjects, body), NewFact(K.PICK_UNDONE, subjects, body)


def test_a_named_unit_is_promised_where_its_serial_lies(shop: Shop) -> None:
    shop.say("import", lot("B0", 3, ""), lot("B1", 3, ""), wants("9", line(1)))
    shop.say("P9", *put_back("S-1", "B1"))
    shop.say("import", wants("1", line(1, serial="S-1")))
    assert units(got(shop)) == [("B1", "", 1)]
    shop.say("import", wants("2", line(1, serial="NOBODY-KNOWS")))
    assert units(got(shop, "2")) == [("B0", "", 1)]


def test_a_named_unit_that_is_in_a_box_is_short_and_one_that_is_only_liked_is_not(
    shop: Shop,
) -> None:
    shop.say("import", lot("B0", 3, ""))
    shop.say("P9", packed("S-1"))
    shop.say("import", wants("1", line(1, serial="S-1")))
    assert got(shop) == Allocation((), (Short(1, "S0", 1),))
    shop.say("import", wants("2", line(1, serial="S-1", soft=True)))
    assert units(got(shop, "2")) == [("B0", "", 1)]


def product(days: int) -> NewFact:
    body = codec.dump(Product("S0", "S0", life_days=days))
    return NewFact(K.PRODUCT_SET, (Subject(Kind.PRODUCT, "S0"),), body)


@pytest.mark.parametrize(("order", "own", "there"), [(0, 0, 1), (30, 0, 0), (0, 30, 0), (5, 7, 1)])
def test_the_stricter_of_customer_and_product_says_how_long_goods_must_stay_good(
    shop: Shop, order: int, own: int, there: int
) -> None:
    shop.say("import", lot("B0", 1, "L", shop.today + timedelta(days=9)), product(own))
    shop.say("import", wants("1", line(1), life_days=order))
    found = got(shop)
    assert (len(found.pins), len(found.shorts)) == (there, 1 - there)


def test_an_order_of_an_owner_gets_his_goods_and_nobody_elses(shop: Shop) -> None:
    body = {"bin": "B1", "sku": "S0", "quantity": 2, "delta": 2}
    body["key"] = codec.dump(StockKey("S0", owner="ACME"))
    shop.say("import", lot("B0", 2, ""), NewFact(K.STOCK_OPENED, (Subject(Kind.BIN, "B1"),), body))
    shop.say("import", wants("1", line(3), owner="ACME"), wants("2", line(3)))
    assert (units(got(shop)), got(shop).shorts) == ([("B1", "", 2)], (Short(1, "S0", 1),))
    assert units(got(shop, "2")) == [("B0", "", 2)]


def came(place: str, quantity: int, since: str) -> NewFact:
    """Goods that somebody has moved there; since when they lie on the site."""
    body = {"sku": "S0", "quantity": quantity, "from": "dock", "to": f"bin:{place}"}
    body |= {"key": codec.dump(StockKey("S0")), "since": since}
    return NewFact(K.STOCK_MOVED, (Subject(Kind.BIN, place),), body)


def test_what_came_first_leaves_first_where_the_site_says_so(shop: Shop) -> None:
    with shop.centre._engine.begin() as db:
        set_allocation(db, MAIN_SITE, Rules((Stage.FIFO,)))
    shop.say("import", came("B0", 2, "2026-02-01T08:00:00+00:00"))
    shop.say("import", came("B1", 2, "2026-01-01T08:00:00+00:00"))
    shop.say("import", wants("1", line(3)))
    found = got(shop)
    assert [(pin.bin, pin.quantity, pin.why.value) for pin in found.pins] == [
        ("B0", 1, "nearest"),
        ("B1", 2, "oldest"),
    ]


@pytest.mark.parametrize(("ends", "there"), [(Ends.EITHER, 1), (Ends.BEST_BEFORE, 0)])
def test_the_date_that_the_site_has_chosen_takes_goods_out_of_sale(
    shop: Shop, ends: Ends, there: int
) -> None:
    shop.say("import", setting("expires_by", ends.value))
    past, later = shop.today - timedelta(days=1), shop.today + timedelta(days=90)
    body = {"bin": "B0", "sku": "S0", "quantity": 1, "delta": 1}
    body["key"] = codec.dump(StockKey("S0", expiry=later, best_before=past))
    shop.say("import", NewFact(K.STOCK_OPENED, (Subject(Kind.BIN, "B0"),), body))
    shop.say("import", wants("1", line(1)))
    assert len(got(shop).pins) == there
