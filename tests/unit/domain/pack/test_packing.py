"""Packing: every unit into its box, and only the box's own label closes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, OutcomeKind, Severity
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import opening
from app.domain.pack import rules as packing
from app.domain.pack.outcome import Packing
from app.domain.pack.task import PackPhase, PackStep, PackTask
from app.domain.pack.weight import weigh
from app.domain.rows.orders import Order, Stage, Sub
from app.domain.rows.things import Tote
from app.domain.weighing.outcome import Weighing
from app.domain.world import Hit, HitKind, Want
from app.station.home.outcome import AtHome
from tests.unit.domain.world import ORDER, FakeWorld, hit, order, warehouse

K = FactKind
BOX1, BOX2 = "1".zfill(18), "2".zfill(18)
SMALL = hit(HitKind.CARTON, "S")


def begin(world: FakeWorld, *lines: tuple[str, int], short: int = 0) -> PackTask:
    """A picked order, in its tote. short: units of the first line that were not found."""
    row = order(*lines, sub=Sub.PICKED)
    numbered = tuple(
        replace(line, picked=line.ordered - lost, put=line.ordered - lost, short=lost)
        for line, lost in zip(row.lines, (short, *[0] * len(row.lines)), strict=False)
    )
    world.put(Kind.ORDER, ORDER, replace(row, lines=numbered, totes=("T-1",)))
    world.put(Kind.TOTE, "T-1", Tote("T-1", ORDER))
    step = opening.start(ORDER, now(world), world)
    world.do(*step.facts)
    assert step.task is not None
    return step.task


def now(world: FakeWorld) -> Order:
    row = world.order(ORDER)
    assert row is not None
    return row


def one(world: FakeWorld, task: PackTask, done: Hit | Command | int) -> PackStep:
    if isinstance(done, Command):
        return packing.command(task, done, world)
    if isinstance(done, int):
        return weigh(task, done, world)
    return packing.scan(task, done, world)


def play(world: FakeWorld, task: PackTask, *inputs: Hit | Command | int) -> PackStep:
    step = PackStep(Outcome(AtHome.SHOWN), task)
    for done in inputs:
        assert step.task is not None
        step = one(world, step.task, done)
        assert world.do(*step.facts) == []
    return step


def product(sku: str, **parts: Any) -> Hit:
    return hit(HitKind.PRODUCT, sku, **parts)


def label(sscc: str = BOX1) -> Hit:
    """The 2D code of the newest label, which proves itself."""
    return hit(HitKind.PARCEL, sscc, copy=9)


def test_an_order_is_packed_and_its_label_proven() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2), ("CLOCK", 1))
    step = play(world, task, SMALL, product("MUG"), product("MUG"))
    assert step.outcome.values["done"] == 2
    step = play(world, step.task or task, product("CLOCK"), hit(HitKind.TEXT, "SN1"))
    assert step.outcome.kind is Packing.PARCEL_CLOSED
    assert {wish.want for wish in step.wishes} == {Want.LABEL, Want.SLIP}
    step = play(world, step.task or task, label())
    assert (step.outcome.kind, step.task) == (Packing.ORDER_PACKED, None)
    row = now(world)
    assert (row.sub, row.worked_by, row.totes) == (Sub.PACKED, "", ())
    assert row.parcels[0].stage is Stage.CLOSED
    assert world.get(Kind.TOTE, "T-1").order == ""
    assert world.serial("CLOCK", "SN1") is not None


OPEN: tuple[Hit | Command | int, ...] = (SMALL,)
SEALED = (*OPEN, product("MUG"), product("MUG"))
REFUSALS: list[tuple[OutcomeKind, tuple[Hit | Command | int, ...], Hit | Command]] = [
    (Packing.NOT_ON_ORDER, OPEN, product("POT")),
    (Anywhere.UNKNOWN_CODE, OPEN, hit(HitKind.TEXT, "what")),
    (Anywhere.NOT_HERE, OPEN, hit(HitKind.BIN, "A1")),
    (Working.TOTE_EMPTY, OPEN, hit(HitKind.TOTE, "T-77")),
    (Working.FOREIGN_TOTE, OPEN, hit(HitKind.TOTE, "T-9")),
    (Packing.PARCEL_EMPTY, OPEN, Command.CLOSE),
    (Anywhere.NUMBER_TOO_LARGE, (*OPEN, Command.N9), product("MUG")),
    (Anywhere.NOTHING_TO_UNDO, OPEN, Command.UNDO),
    (Anywhere.COMMAND_NOT_HERE, OPEN, Command.PICK),
    (Packing.NOT_IN_PARCEL, (*OPEN, Command.REMOVE), product("MUG")),
    (Anywhere.NOT_HERE, SEALED, product("MUG")),
    (Anywhere.COMMAND_NOT_HERE, SEALED, Command.SHORT),
    (Packing.ANSWER_FIRST, (*SEALED, label("999")), Command.SHORT),
]


@pytest.mark.parametrize(("kind", "before", "last"), REFUSALS)
def test_a_refusal_changes_nothing(
    kind: OutcomeKind, before: tuple[Hit | Command | int, ...], last: Hit | Command
) -> None:
    world = warehouse()
    task = play(world, begin(world, ("MUG", 2)), *before).task
    assert task is not None
    step = play(world, task, last)
    assert (step.outcome.kind, step.facts, step.wishes) == (kind, (), ())
    assert step.task == replace(task, typed="")


def test_one_too_many_is_counted_out_loud() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 1), ("POT", 1))
    step = play(world, task, SMALL, product("MUG"), product("MUG"))
    assert (step.outcome.kind, step.outcome.values["wanted"]) == (Packing.OVER_COUNT, 1)


def test_an_item_before_a_box_takes_the_suggested_box() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 2)), product("MUG"))
    assert [fact.kind for fact in step.facts] == [K.PARCEL_OPENED, K.UNIT_PACKED]
    assert step.facts[0].body["carton"] == "S"


def test_without_parcel_numbers_nothing_is_begun() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 1))
    world.sscc = world.sscc_end
    for done in (SMALL, product("MUG"), Command.OK):
        step = play(world, task, done)
        assert (step.outcome.kind, step.task, step.facts) == (Packing.NO_NUMBERS, task, ())


def test_a_foreign_label_stops_the_bench_until_the_right_one_comes() -> None:
    world = warehouse()
    task = play(world, begin(world, ("MUG", 2)), *SEALED).task
    assert task is not None
    step = play(world, task, label("999"))
    assert (step.outcome.kind, step.outcome.severity) == (Packing.WRONG_LABEL, Severity.STOP)
    assert step.facts[0].kind is K.LABEL_MISMATCH
    assert play(world, step.task or task, label()).outcome.kind is Packing.ORDER_PACKED


def test_a_used_serial_number_is_not_packed() -> None:
    world = warehouse()
    step = play(world, begin(world, ("CLOCK", 1)), SMALL, product("CLOCK", serial="USED"))
    assert (step.outcome.kind, step.facts) == (Working.SERIAL_PACKED, ())


def test_a_second_box() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2))
    step = play(world, task, SMALL, product("MUG"), Command.BOX)
    assert step.outcome.kind is Packing.PARCEL_CLOSED
    step = play(world, step.task or task, label())
    assert step.outcome.kind is Packing.LABEL_PROVEN
    assert step.task is not None and step.task.number == 2
    step = play(world, step.task, product("MUG"), label(BOX2))
    assert (step.outcome.kind, step.outcome.values["parcels"]) == (Packing.ORDER_PACKED, 2)


def test_what_was_packed_can_be_taken_out_again() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 3))
    step = play(world, task, SMALL, Command.N2, product("MUG"), Command.UNDO)
    assert step.facts[0].body["quantity"] == 2
    step = play(world, step.task or task, product("MUG"), Command.REMOVE, product("MUG"))
    assert (step.outcome.kind, step.outcome.values["done"]) == (Packing.UNIT_REMOVED, 0)
    assert now(world).lines[0].packed == 0


def test_a_sealed_box_is_opened_again() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 2)), *SEALED, Command.UNDO)
    assert step.outcome.kind is Packing.REOPENED
    assert step.task is not None and step.task.phase is PackPhase.ITEM
    assert now(world).parcels[0].stage is Stage.OPEN


def test_a_label_is_printed_once_more() -> None:
    world = warehouse()
    asked = play(world, begin(world, ("MUG", 2)), *SEALED, Command.PRINT)
    assert (asked.outcome.kind, asked.facts, asked.wishes) == (Packing.REPRINT_ASKED, (), ())
    assert asked.task is not None
    step = play(world, asked.task, Command.N2)
    assert (step.outcome.kind, step.outcome.values["count"]) == (Packing.REPRINTING, 2)
    assert [(wish.want, wish.count, wish.clear) for wish in step.wishes] == [(Want.LABEL, 2, False)]
    assert step.facts[0].body["reason"] == "unreadable"


def test_a_label_that_did_not_come_out_is_cleared_from_the_printer_first() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 2)), *SEALED, Command.PRINT, Command.N1)
    assert [(wish.count, wish.clear) for wish in step.wishes] == [(2, True)]


@pytest.mark.parametrize("leave", [Command.FINISH, Command.NEXT, Command.HOLD, Command.HOME])
def test_office_trouble_never_keeps_a_bench(leave: Command) -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 2)), *SEALED, leave)
    assert (step.outcome.kind, step.task) == (Packing.LABEL_MISSING, None)
    assert (now(world).sub, now(world).parcels[0].stage) == (Sub.PACKED, Stage.SEALED)
    assert now(world).worked_by == ""


# --- what is not there ---------------------------------------------------------------------------


def test_the_rest_is_shipped_without_what_is_missing() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2), ("POT", 1))
    step = play(world, task, SMALL, product("MUG"), product("MUG"), Command.SHORT, Command.OK)
    assert step.outcome.kind is Packing.PARCEL_CLOSED
    assert now(world).lines[1].short == 1


def test_an_order_whose_last_box_stays_empty_is_packed_with_the_boxes_before_it() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2))
    first = play(world, task, SMALL, product("MUG"), Command.CLOSE, label())
    step = play(world, first.task or task, Command.SHORT, Command.OK)
    assert step.task is None
    assert (now(world).sub, now(world).worked_by) == (Sub.PACKED, "")
    assert [mark.stage for mark in now(world).parcels] == [Stage.CLOSED]


@pytest.mark.parametrize("opened", [(), (SMALL,)], ids=["without a box", "with an empty box"])
def test_an_order_of_which_nothing_can_be_packed_is_given_back(opened: tuple[Hit, ...]) -> None:
    world = warehouse()
    task = begin(world, ("MUG", 1))
    step = play(world, task, *opened, Command.SHORT, Command.OK)
    assert (step.outcome.kind, step.task) == (Working.SHORT_RECORDED, None)
    assert now(world).worked_by == ""
    assert now(world).live_parcels == ()


@pytest.mark.parametrize("again", [(), (SMALL,)], ids=["no second box", "an empty second box"])
def test_shipping_partly_counts_the_boxes_that_leave(again: tuple[Hit, ...]) -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2))
    first = play(world, task, SMALL, product("MUG"), Command.CLOSE, label())
    step = play(world, first.task or task, *again, Command.FINISH, Command.OK)
    assert (step.outcome.kind, step.outcome.values["parcels"]) == (Packing.ORDER_PACKED, 1)
    assert now(world).sub is Sub.PACKED


def test_a_damaged_unit_is_short_and_leaves_the_tote() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2))
    for place in world.bins_of("MUG"):
        world.put(Kind.BIN, place.code, replace(place, stock=()))
    step = play(world, task, SMALL, product("MUG"), Command.DAMAGED, product("MUG"))
    assert step.outcome.kind is Packing.PARCEL_CLOSED
    assert [fact.kind for fact in step.facts][:2] == [K.UNIT_DAMAGED, K.PACK_SHORT]
    assert step.facts[0].body["from"] == "tote:T-1"
    assert now(world).lines[0].picked == 1


def test_another_unit_is_fetched_for_a_damaged_one() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2))
    asked = play(world, task, SMALL, product("MUG"), Command.DAMAGED, product("MUG"))
    assert (asked.outcome.kind, asked.outcome.values["units"]) == (Packing.FETCH_ASKED, 23)
    assert asked.task is not None
    step = play(world, asked.task, Command.OK)
    assert step.outcome.kind is Packing.REST_IS_FETCHED
    assert (now(world).sub, now(world).lines[0].to_pick) == (Sub.STARTED, 1)
    assert step.task is not None
    again = play(world, step.task, hit(HitKind.TEXT, "H-1"))
    assert again.facts[0].body == {"shelf": "H-1", "for": "fetch"}
    assert (again.task, now(world).pickable) == (None, True)


def test_an_order_is_parked_on_a_shelf() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 1)), Command.HOLD, hit(HitKind.TEXT, "H-3"))
    assert (step.outcome.kind, step.task, now(world).parked) == (Working.HELD, None, "H-3")


def test_a_cancelled_order_stops_the_bench() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 1))
    world.do(NewFact(K.ORDER_CANCELLED, (Subject(Kind.ORDER, ORDER),)))
    step = packing.scan(task, product("MUG"), world)
    assert (step.outcome.kind, step.facts) == (Working.ORDER_CANCELLED, ())
    assert step.task is not None and step.task.stopped == "cancelled"
    assert packing.scan(step.task, product("MUG"), world).facts == ()
    left = packing.command(step.task, Command.OK, world)
    assert (left.task, left.facts[0].kind) == (None, K.PACK_LEFT)


# --- weight --------------------------------------------------------------------------------------


def test_a_box_is_weighed_when_it_is_sealed() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 2)), *SEALED, 820)
    assert step.outcome.kind is Weighing.WEIGHT_OK
    step = play(world, step.task or begin(world), 500)
    assert (step.outcome.kind, step.task and step.task.stopped) == (Weighing.WEIGHT_OFF, "weight")
    assert play(world, step.task or begin(world), Command.OK).outcome.kind is Anywhere.NO_PERMISSION
    world.operator = "1"
    accepted = play(world, step.task or begin(world), Command.OK)
    assert (accepted.task and accepted.task.stopped, accepted.facts[0].kind) == (
        "",
        K.WEIGHT_ACCEPTED,
    )


def test_a_half_filled_box_is_only_noted() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 2)), SMALL, product("MUG"), 9999)
    assert (step.outcome.kind, step.task and step.task.stopped) == (Weighing.WEIGHT_NOTED, "")
    assert play(world, begin(warehouse(), ("MUG", 1)), 5).facts == ()
