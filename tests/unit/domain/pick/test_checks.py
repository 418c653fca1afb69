"""What a picker's scans say about a bin: it is empty, few are left, the books are wrong."""

from __future__ import annotations

import pytest

from app.domain import codec
from app.domain.commands import Command
from app.domain.facts import FactKind, Kind
from app.domain.pick.rules import PickStep
from app.domain.plan.checks import after_taking, check_task
from app.domain.rows.tasks import FloorTask, Rule, TaskKind, TaskState
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import Status, StockKey
from app.domain.world import HitKind
from tests.unit.domain.pick.test_refill import play
from tests.unit.domain.world import ORDER, FakeWorld, hit, order, warehouse

C = Command
F1, MUG = hit(HitKind.BIN, "F1"), hit(HitKind.PRODUCT, "MUG")
NAME = check_task("F1", "MUG")


def floor(*stock: BinStock, wanted: int = 3) -> FakeWorld:
    world = warehouse()
    for code in ("A1", "A2", "B1", "C3"):
        world.put(Kind.BIN, code, None)
    world.put(Kind.BIN, "F1", Bin("F1", 1, "F", stock))
    world.put(Kind.ORDER, ORDER, order(("MUG", wanted)))
    return world


def checks(step: PickStep) -> list[FloorTask]:
    facts = [fact for fact in step.facts if fact.kind is FactKind.TASK_WANTED]
    return [codec.load(FloorTask, fact.body) for fact in facts]


def test_a_bin_that_a_pick_leaves_empty_is_looked_at() -> None:
    world = floor(BinStock("MUG", 2), BinStock("POT", 4), wanted=2)
    first = play(world, F1, MUG)
    assert checks(first) == []
    last = play(world, MUG, task=first.task)
    (task,) = checks(last)
    assert (task.id, task.kind, task.source, task.key) == (
        NAME,
        TaskKind.COUNT,
        "F1",
        StockKey("MUG"),
    )
    assert (task.rule, task.zone, task.target, task.quantity) == (Rule.ZERO, "F", "", 0)


def test_where_goods_are_left_that_nobody_may_pick_the_bin_is_not_empty() -> None:
    world = floor(BinStock("MUG", 1), BinStock("MUG", 5, status=Status.HOLD), wanted=1)
    assert checks(play(world, F1, MUG)) == []


def test_few_that_are_left_are_counted_where_the_site_says_so() -> None:
    stock = BinStock("MUG", 4)
    world = floor(stock)
    assert checks(play(world, F1, MUG, MUG)) == []
    world = floor(stock)
    world.count_low = 2
    first = play(world, F1, MUG)
    assert checks(first) == []
    second = play(world, MUG, task=first.task)
    assert [task.rule for task in checks(second)] == [Rule.LOW]
    assert checks(play(world, MUG, task=second.task)) == [], "it is wanted already"


def test_an_empty_bin_is_more_urgent_than_one_with_few_left() -> None:
    world = floor(BinStock("MUG", 2), wanted=2)
    world.count_low = 2
    first = play(world, F1, MUG)
    assert [task.rule for task in checks(first)] == [Rule.LOW]
    assert [task.rule for task in checks(play(world, MUG, task=first.task))] == [Rule.ZERO]
    row = world.task(NAME)
    assert row is not None
    assert (row.rule, row.priority, row.state) == (Rule.ZERO, 10, TaskState.OPEN)


def test_units_beyond_the_books_make_the_bin_be_counted() -> None:
    world = floor(BinStock("MUG", 1), BinStock("MUG", 5, status=Status.HOLD))
    step = play(world, F1, MUG)
    assert checks(step) == []
    step = play(world, MUG, MUG, task=step.task)  # the second one answers the question
    assert [task.rule for task in checks(step)] == [Rule.NEGATIVE]


def test_a_shortage_against_the_books_makes_the_bin_be_counted() -> None:
    world = floor(BinStock("MUG", 9))
    step = play(world, F1, MUG, C.SHORT, C.N1, C.OK)
    (task,) = checks(step)
    assert (task.rule, task.priority) == (Rule.SHORT, 50)
    assert step.facts[0].kind is FactKind.PICK_SHORT


def test_a_shortage_that_the_books_know_of_makes_no_count() -> None:
    world = floor(BinStock("MUG", 3))
    at = play(world, F1)
    world.put(Kind.BIN, "F1", Bin("F1", 1, "F", (BinStock("MUG", 0),)))  # another one was faster
    assert checks(play(world, C.SHORT, C.N0, C.OK, task=at.task)) == []


def test_what_is_found_after_all_needs_no_count() -> None:
    world = floor(BinStock("MUG", 9))
    short = play(world, F1, MUG, C.SHORT, C.N1, C.OK)
    assert short.task is not None
    found = play(world, C.UNDO, task=short.task)
    assert [fact.kind for fact in found.facts] == [
        FactKind.SHORT_TAKEN_BACK,
        FactKind.TASK_DROPPED,
    ]
    row = world.task(NAME)
    assert row is not None
    assert row.state is TaskState.DROPPED


def test_what_somebody_counts_or_wants_for_another_reason_is_not_dropped() -> None:
    world = floor(BinStock("MUG", 9))
    short = play(world, F1, MUG, C.SHORT, C.N1, C.OK)
    world.put(Kind.TASK, NAME, FloorTask(NAME, TaskKind.COUNT, "F1", rule=Rule.NEGATIVE))
    found = play(world, C.UNDO, task=short.task)
    assert [fact.kind for fact in found.facts] == [FactKind.SHORT_TAKEN_BACK]


def test_damaged_units_leave_a_bin_empty_as_well() -> None:
    world = floor(BinStock("MUG", 1), wanted=1)
    assert [task.rule for task in checks(play(world, F1, C.DAMAGED, MUG))] == [Rule.ZERO]


@pytest.mark.parametrize(
    ("there", "units", "rule"),
    [(5, 2, None), (3, 1, Rule.LOW), (2, 1, Rule.LOW), (1, 1, Rule.ZERO), (1, 2, Rule.NEGATIVE)],
)
def test_what_so_many_units_leave(there: int, units: int, rule: Rule | None) -> None:
    world = floor()
    world.count_low = 2
    place = Bin("F1", stock=(BinStock("MUG", there), BinStock("POT", 1)))
    wanted = [fact.body["rule"] for fact in after_taking(place, "MUG", units, world)]
    assert wanted == ([rule.value] if rule else [])
