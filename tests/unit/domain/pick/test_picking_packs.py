"""Picking by the case."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind
from app.domain.outcome_work import Working
from app.domain.packs import PackLevel, PackSize
from app.domain.pick.outcome import Picking
from app.domain.rows.things import Bin, BinStock
from app.domain.world import Hit
from tests.unit.domain.pick.test_picking import begin, place, play, product, tote
from tests.unit.domain.world import ORDER, FakeWorld, warehouse

C = Command
TWELVE = PackSize(PackLevel.CASE, 12)
PACK = {"level": "case", "count": 1, "units": 12}


def case(sku: str = "MUG", **parts: str) -> Hit:
    return replace(product(sku, **parts), pack=TWELVE)


def stocked(units: int = 60) -> FakeWorld:
    world = warehouse()
    world.put(Kind.BIN, "A1", Bin("A1", 1, "A", (BinStock("MUG", units),)))
    return world


def mugs(world: FakeWorld) -> int:
    row = world.bin("A1")
    assert row is not None
    return row.quantity("MUG")


def picked(world: FakeWorld) -> int:
    row = world.order(ORDER)
    assert row is not None
    return row.lines[0].picked


def test_three_cases_and_five() -> None:
    world = stocked()
    task = begin(world, ("MUG", 41))
    step = play(world, task, place("A1"), case(), C.N2, case(), C.N5, product("MUG"))
    assert step.outcome.kind is Picking.LINE_PICKED
    assert (picked(world), mugs(world)) == (41, 19)
    step = play(world, step.task or task, tote())
    assert step.outcome.kind is Picking.ORDER_PICKED


def test_the_fact_tells_packs_and_units() -> None:
    world = stocked()
    step = play(world, begin(world, ("MUG", 41)), place("A1"), case())
    (fact,) = step.facts
    assert (fact.kind, fact.body["quantity"], fact.body["pack"]) == (
        FactKind.UNIT_PICKED,
        12,
        PACK,
    )
    step = play(world, step.task, product("MUG"))  # type: ignore[arg-type]  # it goes on
    assert "pack" not in step.facts[0].body, "a single unit's fact is as it always was"


def test_undo_takes_the_whole_case_back() -> None:
    world = stocked()
    step = play(world, begin(world, ("MUG", 41)), place("A1"), product("MUG"), case(), C.UNDO)
    (fact,) = step.facts
    assert (fact.kind, fact.body["quantity"], fact.body["pack"]) == (
        FactKind.PICK_UNDONE,
        12,
        PACK,
    )
    assert (picked(world), mugs(world)) == (1, 59)


def test_an_order_that_is_stopped_gives_whole_cases_back() -> None:
    world = stocked()
    task = play(world, begin(world, ("MUG", 41)), place("A1"), case(), case()).task
    row = world.order(ORDER)
    assert task is not None and row is not None
    world.put(Kind.ORDER, ORDER, replace(row, hold="wait"))
    step = play(world, task, C.OK)
    back = [fact.body for fact in step.facts if fact.kind is FactKind.PICK_UNDONE]
    assert [(one["quantity"], one["pack"]) for one in back] == [(12, PACK), (12, PACK)]
    assert (picked(world), mugs(world)) == (0, 60)


def test_a_case_beyond_the_books_is_asked_about_as_a_whole() -> None:
    world = stocked(0)
    world.put(Kind.BIN, "C3", Bin("C3", 7, "C"))
    task = begin(world, ("MUG", 24))
    asked = play(world, task, place("A1"), C.N2, case())
    assert asked.outcome.kind is Picking.BEYOND_STOCK_ASKED
    assert picked(world) == 0
    assert asked.task is not None
    assert play(world, asked.task, case()).outcome.kind is Picking.LINE_PICKED
    assert picked(world) == 24


def test_a_case_that_is_too_large_books_nothing() -> None:
    world = stocked()
    step = play(world, begin(world, ("MUG", 5)), place("A1"), C.N1, case())
    assert step.outcome.kind is Working.PACK_TOO_LARGE
    assert step.task is not None and step.task.typed == ""
    assert (picked(world), mugs(world)) == (0, 60)


def test_a_damaged_case_leaves_the_bin_whole() -> None:
    world = stocked()
    task = begin(world, ("MUG", 5))
    step = play(world, task, place("A1"), C.DAMAGED, case())
    assert (step.outcome.kind, step.outcome.values["units"]) == (Working.DAMAGED_RECORDED, 12)
    assert step.facts[0].body["pack"] == PACK
    assert (picked(world), mugs(world)) == (0, 48)


def test_a_number_typed_before_a_damaged_unit_counts_for_it_alone() -> None:
    world = stocked()
    task = begin(world, ("MUG", 5))
    step = play(world, task, place("A1"), C.DAMAGED, C.N3, product("MUG"), product("MUG"))
    assert (picked(world), mugs(world)) == (1, 56)
    assert step.task is not None and step.task.typed == ""


def test_a_case_of_one_lot_brings_its_lot() -> None:
    world = warehouse()
    task = begin(world, ("CANDLE", 9))
    assert (task.stop.bin, task.stop.wanted) == ("B1", 7)
    seven = replace(product("CANDLE", lot="L1"), pack=PackSize(PackLevel.CASE, 7))
    step = play(world, task, place("B1"), seven)
    assert step.outcome.kind is Picking.LINE_PICKED
    assert (step.facts[0].body["lot"], step.facts[0].body["quantity"]) == ("L1", 7)


def test_a_case_whose_lot_is_asked_for_stays_a_case() -> None:
    world = warehouse()
    task = begin(world, ("CANDLE", 2))
    two = replace(product("CANDLE"), pack=PackSize(PackLevel.INNER, 2))
    step = play(world, task, place("C1"), two)
    assert step.outcome.kind is Working.LOT_NEEDED
    assert step.task is not None
    step = play(world, step.task, product("CANDLE", lot="L2"))
    assert step.outcome.kind is Picking.LINE_PICKED
    assert step.facts[0].body["pack"] == {"level": "inner", "count": 1, "units": 2}
