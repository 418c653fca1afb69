"""When a face is filled, how full and from where; and never twice at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import codec
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.packs import Pack, PackLevel
from app.domain.place import BinKind, PickFace
from app.domain.plan.replenish import face_task, needed, refill, sources, whole_packs
from app.domain.reduce import reduce
from app.domain.rows.tasks import FloorTask, Rule, TaskKind, TaskState
from app.domain.rows.things import Bin, BinStock, Product
from app.domain.stock import Status, StockKey
from tests.unit.domain.world import TODAY, as_fact

FACE = PickFace("TEA", 5, 20)
CASES = Product("TEA", "Tea", packs=(Pack(PackLevel.CASE, 6), Pack(PackLevel.PALLET, 60)))


def face(units: int) -> Bin:
    return Bin("F1", 1, "A", (BinStock("TEA", units),), faces=(FACE,))


def reserve(code: str, units: int, walk: int = 9, **more: object) -> Bin:
    stock = BinStock("TEA", units, **more)  # type: ignore[arg-type]  # any field
    return Bin(code, walk, stock=(stock,), kind=BinKind.RESERVE)


def task_of(fact: NewFact | None) -> FloorTask:
    assert fact is not None
    assert fact.kind is FactKind.TASK_WANTED
    return codec.load(FloorTask, fact.body)


@pytest.mark.parametrize(
    ("there", "demand", "wanted"),
    [
        (5, 0, 0),  # at its least: enough
        (4, 0, 16),  # below: up to the most
        (0, 0, 20),
        (10, 12, 10),  # orders want more than it holds
        (10, 30, 20),  # and more than it ever holds
        (-2, 0, 20),  # the books owe: there is nothing
    ],
)
def test_how_many_are_needed(there: int, demand: int, wanted: int) -> None:
    assert needed(face(there), FACE, demand=demand, today=TODAY) == wanted


def test_goods_that_nobody_may_pick_fill_no_face() -> None:
    held = Bin("F1", stock=(BinStock("TEA", 9, status=Status.HOLD),), faces=(FACE,))
    assert needed(held, FACE, today=TODAY) == 20


def test_what_expires_first_comes_first_and_then_the_bin_that_becomes_empty() -> None:
    soon = reserve("R3", 50, expiry=TODAY + timedelta(days=9))
    late = reserve("R4", 5, expiry=TODAY + timedelta(days=99))
    bins = (reserve("R1", 30), reserve("R2", 8), late, soon, face(0))
    assert [one.bin.code for one in sources(face(0), "TEA", bins, TODAY)] == [
        "R3",
        "R4",
        "R2",
        "R1",
    ]


@pytest.mark.parametrize(
    "place",
    [
        reserve("R1", 0),
        reserve("R1", 9, status=Status.HOLD),
        reserve("R1", 9, expiry=TODAY - timedelta(days=1)),
        replace(reserve("R1", 9), locked="leaks"),
        replace(reserve("R1", 9), kind=BinKind.PICK_FACE),
        replace(reserve("R1", 9), kind=BinKind.DAMAGED),
    ],
    ids=["empty", "held", "expired", "locked", "another face", "damaged goods"],
)
def test_a_bin_that_fills_no_face(place: Bin) -> None:
    assert sources(face(0), "TEA", (place,), TODAY) == []
    assert refill(face(0), "TEA", (place,), None, None, today=TODAY) is None


def test_the_task_says_from_where_how_many_and_why() -> None:
    bins = (reserve("R1", 100, lot="L1"),)
    fact = refill(face(4), "TEA", bins, None, CASES, today=TODAY)
    task = task_of(fact)
    assert (task.kind, task.source, task.target) == (TaskKind.REPLENISH, "R1", "F1")
    assert (task.key, task.quantity) == (StockKey("TEA", "L1"), 12)  # two cases, not 16 pieces
    assert (task.rule, task.priority, task.zone) == (Rule.BELOW_MINIMUM, 0, "A")
    assert fact is not None
    assert set(fact.subjects) == {
        Subject(Kind.TASK, task.id),
        Subject(Kind.BIN, "F1"),
        Subject(Kind.BIN, "R1"),
    }


@pytest.mark.parametrize(
    ("units", "packed"), [(16, 12), (6, 6), (5, 5), (59, 54), (60, 60), (130, 120)]
)
def test_people_bring_whole_packs(units: int, packed: int) -> None:
    assert whole_packs(units, CASES) == packed
    assert whole_packs(units, None) == units


def test_a_face_that_is_full_enough_or_no_face_wants_nothing() -> None:
    bins = (reserve("R1", 100),)
    assert refill(face(5), "TEA", bins, None, None, today=TODAY) is None
    assert refill(Bin("B"), "TEA", bins, None, None, today=TODAY) is None


def test_while_the_task_waits_it_is_not_wanted_again_unless_more_urgently() -> None:
    bins = (reserve("R1", 100),)
    waiting = task_of(refill(face(4), "TEA", bins, None, None, today=TODAY))
    assert refill(face(3), "TEA", bins, waiting, None, today=TODAY) is None
    begun = replace(waiting, state=TaskState.DOING)  # the goods are on the way
    assert refill(face(3), "TEA", bins, begun, None, today=TODAY) is None
    urgent = refill(
        face(0), "TEA", bins, waiting, None, today=TODAY, rule=Rule.EMPTY_FACE, order="shop:1"
    )
    assert (task_of(urgent).priority, task_of(urgent).order) == (100, "shop:1")
    assert task_of(urgent).id == waiting.id == face_task(face(0), "TEA")
    done = replace(waiting, state=TaskState.DONE)
    assert refill(face(3), "TEA", bins, done, None, today=TODAY) is not None


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["P1", "P2", "P3"])), max_size=30))
def test_however_often_it_is_computed_a_face_has_one_task(asked: list[tuple[int, str]]) -> None:
    """Benches that do not hear of each other: the row is one, by its id."""
    row: FloorTask | None = None
    for units, origin in asked:
        fact = refill(face(units), "TEA", (reserve("R1", 100),), None, None, today=TODAY)
        if fact is not None:
            row = reduce(Kind.TASK, row, as_fact(fact, 1, origin)).row
    assert row is None or (row.state is TaskState.OPEN and 0 < row.quantity <= 20)
