"""Walking, away from the centre, to the goods that an order asks for, and to no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.facts import Kind, serial_id
from app.domain.pick import rules as picking
from app.domain.pick.outcome import Picking
from app.domain.pick.plan import plan
from app.domain.rows.orders import Order
from app.domain.rows.things import Bin, BinStock, Product, Serial
from tests.unit.domain.world import ORDER, TODAY, FakeWorld, order

SOON, LATER = TODAY + timedelta(days=9), TODAY + timedelta(days=99)


@pytest.fixture
def world() -> FakeWorld:
    """Near: the early lot L6. Far: the late lot L7, and ACME's goods."""
    found = FakeWorld()
    found.put(Kind.PRODUCT, "TEA", Product("TEA", "Tea"))
    near = Bin("NEAR", 1, stock=(BinStock("TEA", 5, "L6", SOON),))
    far = (BinStock("TEA", 5, "L7", LATER), BinStock("TEA", 5, "L8", owner="ACME"))
    found.put(Kind.BIN, "NEAR", near)
    found.put(Kind.BIN, "FAR", Bin("FAR", 2, stock=far))
    return found


def tea(quantity: int = 2, *, own: dict[str, Any] | None = None, **line: Any) -> Order:
    row = order(("TEA", quantity), **(own or {}))
    return replace(row, lines=(replace(row.lines[0], **line),))


def walk(world: FakeWorld, row: Order) -> list[tuple[str, int]]:
    return [(stop.bin, stop.wanted) for stop in plan(row, world)]


@pytest.mark.parametrize(
    ("row", "stops"),
    [
        (tea(7), [("NEAR", 5), ("FAR", 2)]),
        (tea(2, lot="L7"), [("FAR", 2)]),
        (tea(7, lot="L7"), [("FAR", 7)]),
        (tea(7, lot="L7", soft=True), [("NEAR", 2), ("FAR", 5)]),
        (tea(2, lot="L9"), [("", 2)]),
        (tea(2, own={"life_days": 30}), [("FAR", 2)]),
        (tea(2, own={"life_days": 300}), [("", 2)]),
        (tea(2, own={"owner": "ACME"}), [("FAR", 2)]),
        (tea(2, own={"owner": "OTHER"}), [("", 2)]),
        (tea(1, serial="S-1"), [("FAR", 1)]),
        (tea(1, serial="S-2"), [("NEAR", 1)]),
        (tea(1, serial="S-3"), [("", 1)]),
    ],
)
def test_the_walk_goes_where_the_wanted_goods_lie(
    world: FakeWorld, row: Order, stops: list[tuple[str, int]]
) -> None:
    world.put(Kind.SERIAL, serial_id("TEA", "S-1"), Serial("TEA", "S-1", bin="FAR"))
    world.put(Kind.SERIAL, serial_id("TEA", "S-3"), Serial("TEA", "S-3", parcel="1", order="x"))
    assert walk(world, row) == stops


def test_a_products_own_days_count_too(world: FakeWorld) -> None:
    world.put(Kind.PRODUCT, "TEA", Product("TEA", "Tea", life_days=30))
    assert walk(world, tea(2)) == [("FAR", 2)]


def test_a_line_that_takes_anything_leaves_the_named_lot_to_the_line_that_names_it(
    world: FakeWorld,
) -> None:
    row = order(("TEA", 5), ("TEA", 5))
    row = replace(row, lines=(row.lines[0], replace(row.lines[1], lot="L6")))
    assert [(stop.line, stop.bin) for stop in plan(row, world)] == [(2, "NEAR"), (1, "FAR")]


@pytest.mark.parametrize(("complete", "begun"), [(None, True), (False, True), (True, False)])
def test_an_order_that_must_be_complete_is_not_begun_in_parts(
    world: FakeWorld, *, complete: bool | None, begun: bool
) -> None:
    row = replace(order(("TEA", 2), ("NONE", 1)), complete=complete)
    step = picking.start(ORDER, row, world)
    assert (step.task is not None) is begun
    assert (step.outcome.kind is Picking.WAITS_FOR_STOCK) is not begun
