"""Picking: where to walk, and an answer to whatever is scanned or pressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.codes import Reading
from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, Subject
from app.domain.outcome import Outcome, OutcomeKind
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pick import rules as picking
from app.domain.pick.outcome import Picking
from app.domain.pick.plan import plan
from app.domain.pick.task import PickTask
from app.domain.pick.walk import PickStep
from app.domain.rows.orders import Sub
from app.domain.rows.things import Bin, BinStock, Look
from app.domain.world import Hit, HitKind
from app.station.home.outcome import AtHome
from tests.unit.domain.world import NOW, ORDER, FakeWorld, hit, order, warehouse

K = FactKind


def begin(world: FakeWorld, *lines: tuple[str, int], **changes: Any) -> PickTask:
    row = order(*lines, **changes)
    world.put(Kind.ORDER, ORDER, row)
    step = picking.start(ORDER, row, world)
    world.do(*step.facts)
    assert step.task is not None
    return step.task


def play(world: FakeWorld, task: PickTask, *inputs: Hit | Command) -> PickStep:
    """The last answer; every step's facts are applied, and none of them conflicts."""
    step = PickStep(Outcome(AtHome.SHOWN), task)
    for one in inputs:
        assert step.task is not None
        step = (
            picking.command(step.task, one, world)
            if isinstance(one, Command)
            else picking.scan(step.task, one, world)
        )
        assert world.do(*step.facts) == []
    return step


def product(sku: str, **parts: Any) -> Hit:
    return hit(HitKind.PRODUCT, sku, **parts)


def place(code: str) -> Hit:
    return hit(HitKind.BIN, code)


def tote(code: str = "T-1") -> Hit:
    return hit(HitKind.TOTE, code)


# --- where to walk -------------------------------------------------------------------------------


def walk(*lines: tuple[str, int], bins: tuple[Bin, ...] = ()) -> list[tuple[str, str, int]]:
    world = warehouse()
    for row in bins:
        world.put(Kind.BIN, row.code, row)
    return [(stop.bin, stop.sku, stop.wanted) for stop in plan(order(*lines), world)]


def test_bins_come_in_walking_order_whatever_the_order_of_the_lines() -> None:
    assert walk(("CLOCK", 1), ("MUG", 2)) == [("A1", "MUG", 2), ("B2", "CLOCK", 1)]


def test_a_line_is_split_where_one_bin_does_not_hold_enough() -> None:
    assert walk(("POT", 4)) == [("A1", "POT", 1), ("A2", "POT", 3)]


def test_two_lines_of_one_product_share_what_a_bin_holds() -> None:
    assert walk(("POT", 1), ("POT", 2)) == [("A1", "POT", 1), ("A2", "POT", 2)]
    assert sum(count for _, _, count in walk(("MUG", 15), ("MUG", 8))) == 23


def test_what_expires_first_is_taken_first_and_what_is_expired_not_at_all() -> None:
    assert walk(("CANDLE", 3)) == [("B1", "CANDLE", 1), ("C1", "CANDLE", 2)]
    assert walk(("CANDLE", 12)) == [("B1", "CANDLE", 9), ("C1", "CANDLE", 3)]


def test_where_stock_says_too_little_the_shelf_is_looked_at() -> None:
    assert walk(("POT", 9)) == [("A1", "POT", 4), ("A2", "POT", 5)]
    empty = Bin("A9", 9, stock=(BinStock("LOST", 0),))
    assert walk(("LOST", 2), bins=(empty,)) == [("A9", "LOST", 2)]


def test_negative_stock_is_no_stock() -> None:
    below = Bin("A1", 1, stock=(BinStock("POT", -3),))
    assert walk(("POT", 2), bins=(below,)) == [("A2", "POT", 2)]


def test_a_product_that_lies_nowhere_is_short_at_once_and_the_rest_is_picked() -> None:
    step = picking.start(ORDER, order(("MUG", 1), ("LOST", 2)), warehouse())
    assert (step.outcome.kind, step.outcome.values["skus"]) == (Picking.OPENED_SHORT, "LOST")
    assert step.task is not None and [stop.sku for stop in step.task.stops] == ["MUG"]
    (started, short), subjects = step.facts, (Subject(Kind.ORDER, ORDER),)
    assert (started.kind, short.kind) == (FactKind.PICK_STARTED, FactKind.PICK_SHORT)
    assert (short.body["sku"], short.body["quantity"], short.subjects) == ("LOST", 2, subjects)


def test_an_order_of_which_nothing_lies_anywhere_is_not_begun() -> None:
    step = picking.start(ORDER, order(("LOST", 1)), warehouse())
    assert (step.outcome.kind, step.task, step.facts) == (Picking.NO_BIN, None, ())
    assert step.outcome.values["skus"] == "LOST"


def test_a_bin_in_which_it_was_missed_is_left_out_until_somebody_looks() -> None:
    missed = Bin("A1", 1, stock=(BinStock("POT", 5),), looks=(Look("POT", missed_at=NOW),))
    assert walk(("POT", 2), bins=(missed,)) == [("A2", "POT", 2)]
    counted = replace(missed, counted_at=NOW + timedelta(hours=1))
    assert walk(("POT", 2), bins=(counted,)) == [("A1", "POT", 2)]


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.integers(-3, 9), st.integers(0, 3), st.sampled_from([None, 1, 9])),
        min_size=1,
        max_size=6,
    ),
    st.lists(st.integers(1, 9), min_size=1, max_size=3),
)
def test_a_plan_asks_for_every_unit_once(
    shelves: list[tuple[int, int, int | None]], wanted: list[int]
) -> None:
    world = FakeWorld()
    for number, (count, at, month) in enumerate(shelves):
        expiry = date(2026, month, 1) if month else None
        row = Bin(f"X{number}", at, stock=(BinStock("S", count, "", expiry),))
        world.put(Kind.BIN, row.code, row)
    stops = plan(order(*(("S", count) for count in wanted)), world)
    for number, count in enumerate(wanted, start=1):
        assert sum(stop.wanted for stop in stops if stop.line == number) == count
    assert len({(stop.line, stop.bin) for stop in stops}) == len(stops)
    places = [world.bins_of("S")[int(stop.bin[1:])].walk for stop in stops]
    assert places == sorted(places)


# --- the straight way and what may go wrong ------------------------------------------------------


def test_an_order_is_picked_from_bin_to_tote() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2), ("CLOCK", 1))
    step = play(world, task, place("A1"), product("MUG"))
    assert (step.outcome.kind, step.outcome.values["done"]) == (Picking.UNIT_PICKED, 1)
    step = play(world, step.task or task, product("MUG"))
    assert step.outcome.kind is Picking.LINE_PICKED
    step = play(world, step.task or task, tote(), place("B2"), product("CLOCK"))
    assert step.outcome.kind is Working.SERIAL_NEEDED
    step = play(world, step.task or task, hit(HitKind.TEXT, "SN1"), tote())
    assert (step.outcome.kind, step.task) == (Picking.ORDER_PICKED, None)
    row = world.order(ORDER)
    assert row is not None and (row.sub, row.totes, row.worked_by) == (Sub.PICKED, ("T-1",), "")
    assert [(line.picked, line.put) for line in row.lines] == [(2, 2), (1, 1)]


A1 = (place("A1"),)
REFUSALS: list[tuple[OutcomeKind, tuple[Hit | Command, ...], Hit | Command]] = [
    (Picking.WRONG_PRODUCT, A1, product("POT")),
    (Picking.SCAN_BIN_FIRST, (), product("MUG")),
    (Anywhere.UNKNOWN_CODE, A1, hit(HitKind.TEXT, "what")),
    (Anywhere.NOT_HERE, A1, hit(HitKind.ORDER, ORDER)),
    (Anywhere.NOT_HERE, A1, hit(HitKind.CARTON, "S")),
    (Anywhere.NOT_HERE, A1, tote()),
    (Picking.OVER_PICK, (*A1, product("MUG"), product("MUG")), product("MUG")),
    (Working.FOREIGN_TOTE, (*A1, product("MUG")), tote("T-9")),
    (Picking.PUT_FIRST, (*A1, product("MUG")), Command.HOME),
    (Anywhere.NUMBER_TOO_LARGE, (*A1, Command.N9), product("MUG")),
    (Anywhere.NUMBER_TOO_LARGE, (*A1, Command.N0), product("MUG")),
    (Anywhere.COMMAND_NOT_HERE, A1, Command.WEIGH),
    (Anywhere.COMMAND_NOT_HERE, A1, Command.OK),
    (Anywhere.NOTHING_TO_UNDO, (), Command.UNDO),
]


@pytest.mark.parametrize(("kind", "before", "last"), REFUSALS)
def test_a_refusal_changes_nothing(
    kind: OutcomeKind, before: tuple[Hit | Command, ...], last: Hit | Command
) -> None:
    world = warehouse()
    task = play(world, begin(world, ("MUG", 2)), *before).task
    assert task is not None
    step = play(world, task, last)
    assert step.outcome.kind is kind
    assert step.facts == () and step.wishes == ()
    assert step.task == replace(task, typed="")


def test_counting_is_for_products_that_allow_it() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 5), ("POT", 2))
    step = play(world, task, place("A1"), Command.N5, product("MUG"), tote())
    assert step.outcome.kind is Picking.PUT_IN_TOTE
    step = play(world, step.task or task, place("A1"), Command.N2, product("POT"))
    assert step.outcome.kind is Working.COUNT_NOT_ALLOWED


@pytest.mark.parametrize(
    ("reading", "kind"),
    [
        (Reading("x", lot="L0", expiry=date(2026, 1, 31)), Working.LOT_EXPIRED),
        (Reading("x", lot="L2"), Picking.LINE_PICKED),  # its expiry is known from the shelf
        (Reading("x", lot="NEW"), Working.EXPIRY_NEEDED),
        (Reading("x"), Working.LOT_NEEDED),
        (Reading("x", lot="L1", expiry=date(2026, 3, 2)), Picking.LINE_PICKED),
    ],
)
def test_a_lot_and_its_expiry(reading: Reading, kind: OutcomeKind) -> None:
    world = warehouse()
    task = begin(world, ("CANDLE", 1))
    step = play(world, task, place("C1"), Hit(HitKind.PRODUCT, "CANDLE", reading))
    assert step.outcome.kind is kind
    assert bool(step.facts) is (kind is Picking.LINE_PICKED)


def test_a_serial_number_is_taken_once() -> None:
    world = warehouse()
    task = begin(world, ("CLOCK", 2))
    step = play(
        world, task, place("B2"), product("CLOCK", serial="A"), product("CLOCK", serial="A")
    )
    assert step.outcome.kind is Working.SERIAL_REPEATED
    step = play(world, step.task or task, product("CLOCK", serial="USED"))
    assert step.outcome.kind is Working.SERIAL_PACKED


def test_undo_takes_back_unit_by_unit() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 3))
    step = play(world, task, place("A1"), product("MUG"), Command.N2, product("MUG"), Command.UNDO)
    assert (step.outcome.kind, step.facts[0].body["quantity"]) == (Anywhere.UNDONE, 2)
    step = play(world, step.task or task, Command.UNDO, Command.UNDO)
    assert step.outcome.values == {"what": "A1"}
    assert play(world, step.task or task, Command.UNDO).outcome.kind is Anywhere.NOTHING_TO_UNDO
    row = world.bin("A1")
    assert row is not None and row.quantity("MUG") == 20


def test_another_tote_is_asked_about_once() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2))
    step = play(world, task, place("A1"), product("MUG"), tote("T-1"), product("MUG"), tote("T-2"))
    assert (step.outcome.kind, step.facts) == (Picking.OTHER_TOTE_ASKED, ())
    assert play(world, step.task or task, tote("T-2")).outcome.kind is Picking.ORDER_PICKED
    row = world.order(ORDER)
    assert row is not None and row.totes == ("T-1", "T-2")


def test_what_is_short_here_is_looked_for_elsewhere() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 4))
    step = play(world, task, place("A1"), Command.SHORT, Command.N1, Command.OK)
    assert step.outcome.values == {"sku": "MUG", "found": 1, "wanted": 4}
    assert step.facts[0].body["quantity"] == 0  # three more lie in C3
    step = play(world, step.task or task, product("MUG"), tote(), place("C3"))
    step = play(world, step.task or task, Command.SHORT, Command.OK)
    assert (step.outcome.kind, step.task) == (Picking.ORDER_PICKED, None)
    row = world.order(ORDER)
    assert row is not None and (row.lines[0].picked, row.lines[0].short) == (1, 3)
    assert row.sub is Sub.PICKED


def test_an_order_of_which_nothing_was_found() -> None:
    world = warehouse()
    step = play(world, begin(world, ("CLOCK", 1)), Command.SHORT, Command.OK)
    assert (step.outcome.kind, step.task) == (Picking.NOTHING_PICKED, None)


def test_a_skipped_stop_comes_last_and_is_not_forgotten() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 1), ("CLOCK", 1))
    step = play(world, task, Command.SKIP)
    assert step.task is not None and step.task.stop.sku == "CLOCK"
    again = play(world, step.task, Command.SKIP).task
    assert again is not None and again.stop.sku == "MUG"


def test_damaged_goods_leave_the_bin_and_the_work_goes_on() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 1))
    step = play(world, task, place("A1"), Command.DAMAGED, product("MUG"))
    assert step.outcome.kind is Working.DAMAGED_RECORDED
    row = world.bin("A1")
    assert row is not None and row.quantity("MUG") == 19
    assert play(world, step.task or task, product("MUG")).outcome.kind is Picking.LINE_PICKED
