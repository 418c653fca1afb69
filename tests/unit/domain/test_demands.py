"""Whether goods in the hand are those that a line of an order asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from app.domain.capture import Missing, Unit, key_of
from app.domain.demands import line_for, of_others, other_unit, too_old, unproven
from app.domain.outcome_work import Working
from app.domain.plan.allocate import Ends
from app.domain.rows.orders import OrderLine
from app.domain.rows.things import Bin, BinStock, Product
from app.domain.stock import StockKey
from tests.unit.domain.world import TODAY, FakeWorld, order

ANY = OrderLine(1, "TEA", "Tea", 2)
THIS_LOT, THIS_UNIT = replace(ANY, number=2, lot="L7"), replace(ANY, number=3, serial="S-1")


@pytest.mark.parametrize(
    ("line", "unit", "said"),
    [
        (ANY, Unit("TEA", lot="L6", serial="S-2"), None),
        (THIS_LOT, Unit("TEA", lot="L7"), None),
        (THIS_LOT, Unit("TEA"), None),
        (THIS_LOT, Unit("TEA", lot="L6"), Working.WRONG_LOT),
        (replace(THIS_LOT, soft=True), Unit("TEA", lot="L6"), None),
        (THIS_UNIT, Unit("TEA", serial="S-1"), None),
        (THIS_UNIT, Unit("TEA", serial="S-2"), Working.WRONG_UNIT),
        (replace(THIS_UNIT, soft=True), Unit("TEA", serial="S-2"), None),
    ],
)
def test_only_what_must_be_is_refused(line: OrderLine, unit: Unit, said: Working | None) -> None:
    found = other_unit(line, unit)
    assert (found.kind if found else None) is said


def test_what_must_be_is_proven_by_a_scan() -> None:
    assert unproven(ANY, Unit("TEA")) is None
    assert unproven(THIS_LOT, Unit("TEA")) is Missing.LOT
    assert unproven(THIS_LOT, Unit("TEA", lot="L7")) is None
    assert unproven(THIS_UNIT, Unit("TEA", lot="L7")) is Missing.SERIAL
    assert unproven(replace(THIS_LOT, soft=True), Unit("TEA")) is None


@pytest.mark.parametrize("unit", [Unit("TEA", lot="L7"), Unit("TEA", serial="S-1")])
def test_a_unit_goes_to_the_line_that_names_it(unit: Unit) -> None:
    found = line_for(unit, [ANY, THIS_LOT, THIS_UNIT])
    assert found is (THIS_LOT if unit.lot else THIS_UNIT)
    assert line_for(Unit("TEA", lot="L6", serial="S-2"), [THIS_LOT, THIS_UNIT, ANY]) is ANY


@pytest.mark.parametrize(
    ("days", "customer", "product", "said"),
    [
        (-1, 0, 0, Working.LOT_EXPIRED),
        (-1, 30, 0, Working.LOT_EXPIRED),
        (0, 0, 0, None),
        (30, 30, 0, None),
        (29, 30, 0, Working.LIFE_TOO_SHORT),
        (29, 0, 30, Working.LIFE_TOO_SHORT),
        (29, 7, 30, Working.LIFE_TOO_SHORT),
        (29, 29, 7, None),
    ],
)
def test_the_stricter_of_customer_and_product_counts(
    days: int, customer: int, product: int, said: Working | None
) -> None:
    key = StockKey("TEA", "L7", TODAY + timedelta(days=days))
    tea = Product("TEA", "Tea", life_days=product)
    found = too_old(key, order(("TEA", 1), life_days=customer), tea, FakeWorld())
    assert (found.kind if found else None) is said
    if said is Working.LIFE_TOO_SHORT:
        assert found is not None and found.values["days"] == max(customer, product)
    assert too_old(StockKey("TEA"), order(("TEA", 1), life_days=30), tea, FakeWorld()) is None


@pytest.mark.parametrize(("ends", "refused"), [(e, e is Ends.BEST_BEFORE) for e in Ends])
def test_the_site_says_by_which_date_goods_are_too_old(ends: Ends, *, refused: bool) -> None:
    past, later = TODAY - timedelta(days=1), TODAY + timedelta(days=90)
    key = StockKey("TEA", "L7", expiry=later, best_before=past)
    assert bool(too_old(key, order(("TEA", 1)), None, FakeWorld(ends=ends))) is refused


def _owned(owner: str, key: StockKey) -> bool:
    return key.owner == owner


def test_of_two_owners_goods_the_order_gets_its_own() -> None:
    place = Bin("B", stock=(BinStock("TEA", 5), BinStock("TEA", 5, owner="ACME")))
    for owner in ("", "ACME"):
        found = key_of(Unit("TEA"), place, partial(_owned, owner), owner)
        assert found.owner == owner
    assert key_of(Unit("TEA"), Bin("B"), None, "ACME").owner == "ACME", "the books know none"
    assert of_others(StockKey("TEA", owner="ACME"), order()).kind is Working.GOODS_OF_OTHERS
    assert of_others(StockKey("TEA"), order(owner="ACME")).kind is Working.GOODS_OF_SITE
