"""Walking to the goods that the centre has promised."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import Kind
from app.domain.pick import rules as picking
from app.domain.pick.outcome import Picking
from app.domain.pick.plan import fitted, plan
from app.domain.pick.task import PickTask
from app.domain.plan.allocate import Pin, Why
from app.domain.rows.orders import Order, Sub
from app.domain.rows.things import Bin, BinStock, Look
from app.domain.stock import StockKey
from tests.unit.domain.world import NOW, ORDER, FakeWorld, order, warehouse


def pin(place: str, units: int, sku: str = "POT", line: int = 1) -> Pin:
    return Pin(line, place, StockKey(sku), units, Why.NEAREST)


def promised(*pins: Pin, to: str = ORDER, world: FakeWorld | None = None) -> FakeWorld:
    world = world or warehouse()
    world.pins[to] = pins
    return world


def walk(world: FakeWorld, wanted: Order, *, strict: bool = True) -> list[tuple[str, int]]:
    return [(stop.bin, stop.wanted) for stop in plan(wanted, world, strict=strict)]


POTS = order(("POT", 3))


def test_the_walk_goes_to_what_is_promised_and_not_to_what_is_nearer() -> None:
    assert walk(warehouse(), POTS, strict=False) == [("A1", 1), ("A2", 2)]
    assert walk(promised(pin("A2", 3)), POTS) == [("A2", 3)]


def test_the_lines_have_promises_of_their_own() -> None:
    world = promised(pin("A1", 1, line=2), pin("A2", 3))
    assert [(stop.line, stop.bin) for stop in plan(order(("POT", 3), ("POT", 1)), world)] == [
        (2, "A1"),
        (1, "A2"),
    ]


def test_what_is_not_promised_is_anothers_and_short_at_once() -> None:
    world = promised(pin("A2", 2))
    assert walk(world, POTS) == [("", 1), ("A2", 2)]
    step = picking.start(ORDER, POTS, world)
    assert step.outcome.kind is Picking.OPENED_SHORT
    assert [fact.body["quantity"] for fact in step.facts[1:]] == [1]
    assert step.task is not None and [stop.bin for stop in step.task.stops] == ["A2"]


def test_where_all_is_promised_and_lies_nowhere_else_the_picker_looks() -> None:
    world = promised(pin("A1", 1), pin("A2", 5))
    assert walk(world, order(("POT", 9))) == [("A1", 4), ("A2", 5)]


def test_an_order_of_which_others_have_everything_is_not_begun() -> None:
    step = picking.start(ORDER, POTS, promised())
    assert (step.outcome.kind, step.task, step.facts) == (Picking.WAITS_FOR_STOCK, None, ())


def test_an_order_that_is_begun_takes_what_it_lacks() -> None:
    begun = replace(POTS, sub=Sub.STARTED)
    step = picking.start(ORDER, begun, promised(pin("A2", 2)))
    assert step.task is not None
    assert [(stop.bin, stop.wanted) for stop in step.task.stops] == [("A1", 1), ("A2", 2)]


def test_an_order_that_was_short_of_everything_is_begun_when_there_is_stock() -> None:
    short = replace(POTS, lines=(replace(POTS.lines[0], short=3),))
    assert picking.start(ORDER, short, promised()).task is not None


def test_away_from_the_centre_the_books_say_where_the_rest_may_lie() -> None:
    world = promised(pin("A2", 2))
    assert walk(world, POTS, strict=False) == [("A1", 1), ("A2", 2)]


def test_what_is_promised_to_others_is_left_to_them_as_far_as_it_is_known() -> None:
    world = promised(pin("A2", 4), to="shop:SO-2")
    assert walk(world, POTS, strict=False) == [("A1", 2), ("A2", 1)]
    assert walk(world, order(("POT", 2)), strict=False) == [("A1", 1), ("A2", 1)]


def test_promised_goods_that_this_bench_does_not_see_are_looked_for_by_its_books() -> None:
    """They came in just now, or the bench itself has taken them since."""
    assert walk(promised(pin("Z9", 3)), POTS) == [("A1", 1), ("A2", 2)]
    missed = Bin("A2", 2, stock=(BinStock("POT", 5),), looks=(Look("POT", missed_at=NOW),))
    world = promised(pin("A2", 1))
    world.put(Kind.BIN, "A2", missed)
    assert walk(world, order(("POT", 1))) == [("A1", 1)]


def test_more_than_the_walk_takes_is_sought_where_it_does_not_go_yet() -> None:
    world = promised(pin("A1", 1), pin("A2", 2))
    stops = plan(POTS, world, strict=True)
    more = fitted(PickTask(ORDER, stops), order(("POT", 5)), world)
    assert [(stop.bin, stop.wanted) for stop in more.stops] == [("A1", 1), ("A2", 2), ("A2", 2)]
    world.pins[ORDER] = (pin("A1", 1), pin("A2", 4))
    more = fitted(PickTask(ORDER, stops), order(("POT", 4)), world)
    assert [(stop.bin, stop.wanted) for stop in more.stops][2:] == [("A2", 1)]
