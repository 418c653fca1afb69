"""A picker's scans fill the faces; at an empty face the line waits."""

from __future__ import annotations

from dataclasses import replace

from app.domain import codec
from app.domain.commands import Command
from app.domain.facts import FactKind, Kind
from app.domain.outcome import Outcome
from app.domain.outcome_work import Working
from app.domain.pick import rules
from app.domain.pick.outcome import Picking
from app.domain.pick.rules import PickStep
from app.domain.pick.task import PickTask
from app.domain.place import BinKind, PickFace
from app.domain.rows.tasks import FloorTask, Rule
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import Status, StockKey
from app.domain.world import Hit, HitKind
from tests.unit.domain.world import ORDER, FakeWorld, hit, order, warehouse

C = Command
F1, MUG = hit(HitKind.BIN, "F1"), hit(HitKind.PRODUCT, "MUG")


def floor(in_face: int, reserve: int = 50) -> FakeWorld:
    world = warehouse()
    for code in ("A1", "A2", "B1", "C3"):
        world.put(Kind.BIN, code, None)
    face = Bin("F1", 1, stock=(BinStock("MUG", in_face),), faces=(PickFace("MUG", 4, 12),))
    world.put(Kind.BIN, "F1", face)
    stock = (BinStock("MUG", reserve),)
    world.put(Kind.BIN, "R1", Bin("R1", 50, stock=stock, kind=BinKind.RESERVE))
    world.put(Kind.ORDER, ORDER, order(("MUG", 3)))
    return world


def play(world: FakeWorld, *inputs: Hit | Command, task: PickTask | None = None) -> PickStep:
    if task is None:
        row = world.order(ORDER)
        assert row is not None
        step = rules.start(ORDER, row, world)
        world.do(*step.facts)
    else:
        step = PickStep(Outcome(Working.HELD), task)
    for one in inputs:
        assert step.task is not None
        call = rules.command if isinstance(one, Command) else rules.scan
        step = call(step.task, one, world)  # type: ignore[arg-type]  # each gets its own kind
        world.do(*step.facts)
    return step


def tasks(step: PickStep) -> list[FloorTask]:
    facts = [fact for fact in step.facts if fact.kind is FactKind.TASK_WANTED]
    return [codec.load(FloorTask, fact.body) for fact in facts]


def test_a_pick_that_brings_the_face_below_its_least_wants_it_filled() -> None:
    world = floor(5)
    first = play(world, F1, MUG)
    assert tasks(first) == []
    second = play(world, MUG, task=first.task)
    (task,) = tasks(second)
    assert (task.source, task.target, task.quantity, task.rule) == (
        "R1",
        "F1",
        9,
        Rule.BELOW_MINIMUM,
    )
    assert tasks(play(world, MUG, task=second.task)) == [], "it is on its way"


def test_nothing_is_wanted_where_nothing_can_come() -> None:
    assert tasks(play(floor(4, reserve=0), F1, MUG)) == []


def test_at_an_empty_face_the_line_waits_for_what_is_brought() -> None:
    world = floor(3)
    at = play(world, F1)
    place = world.bin("F1")
    assert place is not None
    world.put(
        Kind.BIN, "F1", replace(place, stock=(BinStock("MUG", 0),))
    )  # another picker was faster
    waits = play(world, C.SHORT, task=at.task)
    assert waits.outcome.kind is Picking.REFILL_WANTED
    (task,) = tasks(waits)
    assert (task.rule, task.priority, task.order, task.quantity) == (
        Rule.EMPTY_FACE,
        100,
        ORDER,
        12,
    )
    assert waits.task is not None
    assert waits.task.stop.wanted == 3, "nothing is short"
    assert not any(fact.kind is FactKind.PICK_SHORT for fact in waits.facts)
    again = play(world, C.SHORT, task=waits.task)
    assert again.outcome.kind is Working.SHORT_ASKED, "it has been asked for: now he may be short"


def test_a_damaged_unit_has_its_place() -> None:
    world = floor(9)
    bad = hit(HitKind.BIN, "BAD")
    world.put(Kind.BIN, "BAD", Bin("BAD", 99, kind=BinKind.DAMAGED))
    assert play(world, bad).outcome.kind is not Working.DAMAGED_PUT_AWAY, "nothing is damaged"
    found = play(world, F1, C.DAMAGED, MUG)
    assert found.outcome.kind is Working.DAMAGED_RECORDED
    put = play(world, bad, task=found.task)
    assert (put.outcome.kind, put.outcome.values) == (
        Working.DAMAGED_PUT_AWAY,
        {"units": 1, "bin": "BAD"},
    )
    place, face = world.bin("BAD"), world.bin("F1")
    assert place is not None
    assert face is not None
    assert place.of(StockKey("MUG", status=Status.DAMAGED)) == 1
    assert face.quantity("MUG") == 8
    again = play(world, bad, task=put.task)
    assert (again.outcome.kind, again.facts) != (Working.DAMAGED_PUT_AWAY, put.facts)


def test_where_the_books_have_enough_the_picker_says_what_he_found() -> None:
    assert play(floor(9), F1, C.SHORT).outcome.kind is Working.SHORT_ASKED


def test_pick_faces_are_picked_from_before_reserve() -> None:
    world = floor(2)
    step = play(world)
    assert step.task is not None
    assert [(stop.bin, stop.wanted) for stop in step.task.stops] == [("F1", 2), ("R1", 1)]
