"""Packing by the case, and taking cases out again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing
from app.domain.pack.task import PackPhase, PackTask
from app.domain.packs import PackCount, PackLevel, PackSize
from app.domain.rows.things import Bin, BinStock
from app.domain.weighing.outcome import Weighing
from app.domain.weighing.scale_watch import Watch
from app.domain.world import Hit
from tests.unit.domain.pack.test_packing import BOX1, SMALL, begin, now, play, product
from tests.unit.domain.world import FakeWorld, warehouse

C = Command
TWELVE = PackSize(PackLevel.CASE, 12)
PACK = {"level": "case", "count": 1, "units": 12}


def case(sku: str = "MUG", units: int = 12, **parts: str) -> Hit:
    return replace(product(sku, **parts), pack=PackSize(PackLevel.CASE, units))


def open_box(world: FakeWorld, *lines: tuple[str, int]) -> PackTask:
    task = play(world, begin(world, *lines), SMALL).task
    assert task is not None
    return task


def boxed(world: FakeWorld) -> int:
    parcel = world.parcel(BOX1)
    return parcel.units if parcel else 0


def test_a_case_is_packed_with_its_content() -> None:
    world = warehouse()
    step = play(world, open_box(world, ("MUG", 41)), case(), C.N2, case())
    assert step.outcome.kind is Packing.UNIT_PACKED
    assert step.outcome.values["done"] == boxed(world) == 36
    assert step.facts[0].body["pack"] == {**PACK, "count": 2}
    assert step.task is not None
    assert play(world, step.task, case()).outcome.kind is Working.PACK_TOO_LARGE
    assert boxed(world) == 36


def test_undo_takes_the_whole_case_out() -> None:
    world = warehouse()
    step = play(world, open_box(world, ("MUG", 41)), product("MUG"), case(), C.UNDO)
    (fact,) = step.facts
    assert (fact.kind, fact.body["quantity"], fact.body["pack"]) == (
        FactKind.UNIT_REMOVED,
        12,
        PACK,
    )
    assert boxed(world) == 1


def test_of_two_lines_the_one_with_room_for_the_case_takes_it() -> None:
    world = warehouse()
    step = play(world, open_box(world, ("MUG", 5), ("MUG", 12)), case())
    assert step.outcome.kind is Packing.LINE_PACKED
    assert [line.packed for line in now(world).lines] == [0, 12]


def test_a_case_goes_to_no_two_lines() -> None:
    world = warehouse()
    step = play(world, open_box(world, ("MUG", 6), ("MUG", 6)), case())
    assert step.outcome.kind is Working.PACK_TOO_LARGE
    assert step.outcome.values["most"] == 6


def test_a_case_that_was_short_is_found_again() -> None:
    world = warehouse()
    task = open_box(world, ("MUG", 12), ("POT", 1))
    step = play(world, task, C.SHORT, C.OK, case())
    assert step.outcome.kind is Packing.FOUND_AGAIN
    line = now(world).lines[0]
    assert (line.short, line.packed) == (0, 12)


# --- out again ------------------------------------------------------------------------------------


def test_a_case_is_taken_out_whole() -> None:
    world = warehouse()
    step = play(world, open_box(world, ("MUG", 41)), case(), case(), C.REMOVE, case())
    assert step.outcome.kind is Packing.UNIT_REMOVED
    assert step.outcome.values["done"] == boxed(world) == 12
    assert step.facts[0].body["pack"] == PACK


def test_a_case_that_is_not_whole_in_the_box_stays_there() -> None:
    world = warehouse()
    inside = [product("MUG")] * 5
    step = play(world, open_box(world, ("MUG", 41)), *inside, C.REMOVE, case())
    assert step.outcome.kind is Packing.PACK_NOT_INSIDE
    assert (step.outcome.values["units"], step.outcome.values["most"]) == (12, 5)
    assert boxed(world) == 5


def test_a_number_typed_before_it_is_taken_out_counts_for_it_alone() -> None:
    world = warehouse()
    step = play(world, open_box(world, ("MUG", 41)), case(), C.REMOVE, C.N5, product("MUG"))
    assert (step.outcome.kind, boxed(world)) == (Packing.UNIT_REMOVED, 7)
    assert step.task is not None and step.task.typed == ""
    assert play(world, step.task, product("MUG")).outcome.values["done"] == 8


def test_of_what_the_shop_wants_no_more_only_so_much_comes_out() -> None:
    world = warehouse()
    task = play(world, open_box(world, ("MUG", 41)), case(), case()).task
    assert task is not None
    row = now(world)
    fewer = (replace(row.lines[0], ordered=19, picked=24),)
    world.put(Kind.ORDER, task.order, replace(row, lines=fewer))
    step = play(world, task, product("MUG"), C.OK)
    assert step.task is not None and step.task.phase is PackPhase.REMOVE
    step = play(world, step.task, case())
    assert (step.outcome.kind, step.outcome.values["most"]) == (Working.PACK_TOO_LARGE, 5)
    assert step.task is not None
    step = play(world, step.task, case(units=4), product("MUG"))
    assert (boxed(world), now(world).surplus) == (19, ())


# --- damaged, added -------------------------------------------------------------------------------


def test_a_damaged_case_without_stock_is_short_as_a_whole() -> None:
    world = warehouse()
    for code in ("A1", "C3"):
        world.put(Kind.BIN, code, Bin(code, 1, "A", (BinStock("MUG", 0),)))
    step = play(world, open_box(world, ("MUG", 20)), C.DAMAGED, case())
    assert (step.outcome.kind, step.outcome.values["units"]) == (Working.DAMAGED_RECORDED, 12)
    assert step.facts[0].body["pack"] == PACK
    line = now(world).lines[0]
    assert (line.picked, line.short) == (8, 12)


@pytest.mark.parametrize(("answer", "short"), [(C.SHORT, 12), (C.OK, 0)])
def test_for_a_damaged_case_others_are_fetched_or_not(answer: Command, short: int) -> None:
    world = warehouse()
    task = open_box(world, ("MUG", 20))
    step = play(world, task, C.DAMAGED, case())
    assert step.outcome.kind is Packing.FETCH_ASKED
    assert step.task is not None
    step = play(world, step.task, answer)
    line = now(world).lines[0]
    assert (line.picked, line.short, line.to_pick) == (8, short, 12 - short)
    assert step.task is not None and step.task.pending is None


def test_more_than_is_here_cannot_be_damaged() -> None:
    world = warehouse()
    step = play(world, open_box(world, ("MUG", 5)), C.DAMAGED, case())
    assert step.outcome.kind is Working.PACK_TOO_LARGE
    assert now(world).lines[0].picked == 5


@pytest.mark.parametrize("inputs", [(case(),), (C.N3, product("MUG"))])
def test_one_unit_at_a_time_is_added(inputs: tuple[Hit | Command, ...]) -> None:
    world = warehouse()
    world.operator = "1"
    step = play(world, open_box(world, ("MUG", 5)), C.FREE, C.OK, *inputs)
    assert step.outcome.kind is Working.UNIT_WANTED
    assert step.task is not None and step.task.phase is PackPhase.ADD


# --- on the scale ---------------------------------------------------------------------------------


@pytest.mark.parametrize("cardboard", [0, 120, 240])
def test_a_case_is_one_step_of_weight(cardboard: int) -> None:
    """Twelve mugs of 340 g, put in at once, in their case or without it, answer one scan."""
    world = warehouse()
    world.weighs_units = True
    full = 150 + 12 * 340 + cardboard
    step = play(world, open_box(world, ("MUG", 41)), 150, case(), full, product("MUG"), full + 340)
    assert step.task is not None and step.task.watch is not None
    assert (step.task.watch.due, step.task.watch.steps) == ((), ())
    step = play(world, step.task, C.UNDO, full)
    assert step.task is not None and step.task.watch is not None
    assert step.task.watch.due == ()


def test_the_task_knows_the_packs_in_its_box() -> None:
    world = warehouse()
    one, two = (("MUG", PackCount(PackLevel.CASE, count, 12)) for count in (1, 2))
    step = play(world, open_box(world, ("MUG", 60)), case(), product("MUG"), case())
    assert step.task is not None and step.task.packs == (two,)
    step = play(world, step.task, C.UNDO)
    assert step.task is not None and step.task.packs == (one,)
    step = play(world, step.task, C.REMOVE, case())
    assert step.task is not None and step.task.packs == ()
    step = play(world, step.task, *[product("MUG")] * 12, C.REMOVE, case())
    assert step.task is not None and step.task.packs == (), "it was packed unit by unit"


@pytest.mark.parametrize("supervisor", [False, True])
def test_a_box_with_a_case_in_it_teaches_no_units_weight(supervisor: bool) -> None:
    world = warehouse()
    grams = 150 + 12 * 340 + (3_000 if supervisor else 100)
    task = play(world, open_box(world, ("MUG", 12)), case()).task
    assert task is not None and task.phase is PackPhase.LABEL
    step = play(world, task, grams)
    if supervisor:
        assert step.outcome.kind is Weighing.WEIGHT_OFF
        assert step.task is not None
        world.operator = "1"
        step = play(world, step.task, C.OK)
        assert step.facts[0].kind is FactKind.WEIGHT_ACCEPTED
    else:
        assert step.outcome.kind is Weighing.WEIGHT_OK
    assert "learned" not in step.facts[0].body


def test_a_pallet_is_too_much_to_follow_unit_by_unit() -> None:
    world = warehouse()
    world.weighs_units = True
    step = play(world, open_box(world, ("MUG", 480)), 150, case(units=240))
    assert step.task is not None and step.task.watch == Watch(150)
