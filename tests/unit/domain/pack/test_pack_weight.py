"""Weights of a box: what they prove, what they teach, and what is asked of a scale under it."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import OutcomeKind
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import WorkPrompt
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.pack.prompt import prompt
from app.domain.pack.task import PackPhase, PackStep, PackTask
from app.domain.pack.weight import weigh
from app.domain.weighing.outcome import Weighing
from app.domain.weighing.scale_watch import Watch
from app.domain.weighing.weight_model import carton_key
from app.domain.world import Hit
from tests.unit.domain.pack.test_packing import BOX1, SMALL, begin, label, play, product
from tests.unit.domain.world import FakeWorld, warehouse

K = FactKind
MUG, POT = product("MUG"), product("POT")
EMPTY, ONE_MUG, TWO_MUGS = 150, 490, 830  # carton 140 g, fill about 10 g, 340 g each


def sealed() -> tuple[FakeWorld, PackTask]:
    world = warehouse()
    task = play(world, begin(world, ("MUG", 2)), SMALL, MUG, MUG).task
    assert task is not None
    return world, task


def weighed(step: PackStep) -> dict[str, Any]:
    (fact,) = step.facts
    assert fact.kind is K.PARCEL_WEIGHED
    return dict(fact.body)


def seen(world: FakeWorld, name: str) -> int:
    row = world.unit_weight(name)
    return row.seen if row else 0


# --- what a weight says --------------------------------------------------------------------------


def test_the_fact_keeps_what_the_scale_sent() -> None:
    world, task = sealed()
    body = weighed(weigh(task, TWO_MUGS, world, "0.830", "kg"))
    assert (body["grams"], body["value"], body["unit"]) == (TWO_MUGS, "0.830", "kg")
    assert body["verdict"] == "weight_ok"


def test_a_right_weight_teaches_what_its_parts_weigh() -> None:
    world, task = sealed()
    step = play(world, task, TWO_MUGS)
    assert step.outcome.kind is Weighing.WEIGHT_OK
    assert {seen(world, "MUG"), seen(world, carton_key("S"))} == {1}
    assert seen(world, "POT") == 0
    (fact,) = step.facts
    learned = {item.id for item in fact.subjects if item.kind is Kind.WEIGHT}
    assert learned == {name for name, _, _ in fact.body["learned"]} == {"MUG", carton_key("S")}


def test_a_parcel_teaches_once_however_often_it_is_weighed() -> None:
    world, task = sealed()
    step = play(world, task, TWO_MUGS, TWO_MUGS + 1, TWO_MUGS)
    assert step.task is not None
    assert seen(world, "MUG") == 1, "one parcel is one observation"


def test_a_parcel_weighed_before_and_after_it_is_sealed_teaches_once() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 3))
    step = play(world, task, SMALL, MUG, MUG, TWO_MUGS, Command.CLOSE)
    assert step.outcome.kind is Packing.PARCEL_CLOSED
    assert seen(world, "MUG") == 1
    play(world, step.task or task, TWO_MUGS)
    assert seen(world, "MUG") == 1


def test_a_wrong_weight_names_what_is_missing_and_teaches_nothing() -> None:
    world = warehouse()
    task = play(world, begin(world, ("MUG", 1), ("POT", 1)), SMALL, MUG, POT).task
    assert task is not None
    step = play(world, task, ONE_MUG)
    assert (step.outcome.kind, step.task and step.task.stopped) == (Weighing.WEIGHT_OFF, "weight")
    assert (step.outcome.values["suspect"], step.outcome.values["count"]) == ("POT", -1)
    assert step.outcome.values["suspect_name"] == "Pot"
    assert "learned" not in weighed(step)
    assert seen(world, "MUG") == seen(world, "POT") == 0


def test_a_wrong_weight_is_answered_by_the_right_one() -> None:
    world, task = sealed()
    step = play(world, task, ONE_MUG)
    assert prompt(step.task or task, world)[0] is WorkPrompt.STOPPED
    step = play(world, step.task or task, TWO_MUGS)
    assert (step.outcome.kind, step.task and step.task.stopped) == (Weighing.WEIGHT_OK, "")


def test_a_weight_that_a_supervisor_accepts_teaches_too() -> None:
    world, task = sealed()
    step = play(world, task, ONE_MUG)
    refused = play(world, step.task or task, Command.OK)
    assert (refused.outcome.kind, refused.facts) == (Anywhere.NO_PERMISSION, ())
    assert seen(world, "MUG") == 0
    world.operator = "1"
    accepted = play(world, step.task or task, Command.OK)
    assert [fact.kind for fact in accepted.facts] == [K.WEIGHT_ACCEPTED]
    assert seen(world, "MUG") == 1
    row = world.unit_weight("MUG")
    assert row is not None and row.mean_g < 340


def test_a_weight_before_any_box_belongs_to_none() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 1))
    step = play(world, task, ONE_MUG)
    assert (step.outcome.kind, step.task, step.facts) == (Weighing.WEIGHT_NOTED, task, ())
    step = play(world, task, ONE_MUG, SMALL)
    assert step.task is not None and step.task.grams is None


def test_a_box_that_is_closed_early_is_judged_by_its_last_weight() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 3)), SMALL, MUG, MUG, ONE_MUG, Command.CLOSE)
    assert step.outcome.kind is Weighing.WEIGHT_OFF
    assert step.task is not None and step.task.phase is PackPhase.WEIGHT
    assert prompt(step.task, world)[0] is PackPrompt.CHECK_WEIGHT
    back = play(world, step.task, Command.UNDO)
    assert back.task is not None and back.task.phase is PackPhase.ITEM
    again = play(world, back.task, TWO_MUGS, Command.CLOSE)
    assert again.outcome.kind is Packing.PARCEL_CLOSED


def test_a_weight_of_fewer_units_does_not_judge_more() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 3)), SMALL, MUG, ONE_MUG, MUG, Command.CLOSE)
    assert step.outcome.kind is Packing.PARCEL_CLOSED
    assert K.PARCEL_WEIGHED not in [fact.kind for fact in step.facts]


@pytest.mark.parametrize("grams", [0, 3, -2])
def test_a_box_that_is_lifted_off_the_scale_is_not_weighed(grams: int) -> None:
    """The packer takes it up to put the label on."""
    world, task = sealed()
    step = play(world, task, TWO_MUGS, grams)
    assert (step.outcome.kind, step.task and step.task.stopped) == (Weighing.WEIGHT_NOTED, "")
    assert step.facts == ()
    assert play(world, step.task or task, label()).outcome.kind is Packing.ORDER_PACKED


def test_a_box_that_is_lifted_off_before_it_is_closed_keeps_its_weight() -> None:
    world = warehouse()
    step = play(world, begin(world, ("MUG", 3)), SMALL, MUG, MUG, TWO_MUGS, 0, Command.CLOSE)
    assert step.outcome.kind is Packing.PARCEL_CLOSED
    row = world.parcel(BOX1)
    assert row is not None and row.grams == TWO_MUGS


def test_without_any_weight_known_nothing_is_said_against_it() -> None:
    world = warehouse()
    task = play(world, begin(world, ("LOST", 1)), SMALL, product("LOST")).task
    assert task is not None
    step = play(world, task, 5_000)
    assert step.outcome.kind is Weighing.WEIGHT_NOTED
    assert (weighed(step)["verdict"], "learned" in weighed(step)) == ("", False)


# --- a scale under the box -----------------------------------------------------------------------


def under(*lines: tuple[str, int]) -> tuple[FakeWorld, PackTask]:
    """A bench whose box stands on the scale, and an empty box on it."""
    world = warehouse()
    world.weighs_units = True
    task = play(world, begin(world, *lines), SMALL, EMPTY).task
    assert task is not None and task.watch == Watch(EMPTY)
    return world, task


def asked(world: FakeWorld, task: PackTask, *inputs: Hit | Command | int) -> list[OutcomeKind]:
    """The questions on the way."""
    found, step = [], PackStep(weigh(task, EMPTY, world).outcome, task)
    for one in inputs:
        assert step.task is not None
        step = play(world, step.task, one)
        found.append(step.outcome.kind)
    questions = {
        Weighing.SCANNED_TWICE,
        Weighing.UNSCANNED_UNIT,
        Weighing.NOT_PUT_IN,
        Weighing.TAKEN_OUT_UNSCANNED,
    }
    return [kind for kind in found if kind in questions]


@pytest.mark.parametrize(
    "inputs",
    [
        (MUG, 490, POT, 1470, MUG, 1810),
        (490, MUG, 1470, POT, 1810, MUG),
        (MUG, POT, MUG, 1810),
        (POT, MUG, 1130, 1470, MUG, 1810),
        (MUG, 490, 0, 490, POT, 1470, MUG, 1810),
        (MUG, 492, 520, 491, POT, 1468, MUG, 1811),
    ],
    ids=["scan first", "put first", "all at once", "other order", "box away and back", "a hand"],
)
def test_a_right_sequence_is_never_questioned(inputs: tuple[Hit | int, ...]) -> None:
    world, task = under(("MUG", 2), ("POT", 1))
    assert asked(world, task, *inputs) == []


TWICE = (MUG, 490, MUG, POT, 1470, POT, 2450, POT, 3430, POT, 4410)


def test_a_unit_scanned_twice_is_asked_about_while_the_box_is_filled() -> None:
    world, task = under(("MUG", 3), ("POT", 5))
    assert asked(world, task, *TWICE) == [Weighing.SCANNED_TWICE]


def test_it_is_asked_once_only() -> None:
    world, task = under(("MUG", 3), ("POT", 5))
    kinds = asked(world, task, *TWICE, MUG, 4750, 0, 4750)
    assert kinds == [Weighing.SCANNED_TWICE]


def test_a_second_scan_whose_unit_comes_late_is_not_asked_about() -> None:
    world, task = under(("MUG", 3), ("POT", 5))
    assert asked(world, task, *TWICE[:-4], 2790, POT, 3770, POT, 4750) == []


def test_a_box_that_lacks_what_was_scanned_twice_is_off() -> None:
    world, task = under(("MUG", 2), ("POT", 1))
    step = play(world, task, MUG, 490, MUG, POT, 1470)
    assert step.outcome.kind is Weighing.WEIGHT_OFF
    assert (step.outcome.values["suspect"], step.outcome.values["count"]) == ("MUG", -1)


def test_a_unit_that_nobody_scanned_is_asked_about_when_the_box_is_full() -> None:
    world, task = under(("MUG", 2), ("POT", 1))
    step = play(world, task, MUG, 490, 830, MUG, POT, 1810)
    assert step.task is not None
    step = play(world, step.task, 2150)
    assert step.outcome.kind is Weighing.WEIGHT_OFF
    assert (step.outcome.values["suspect"], step.outcome.values["count"]) == ("MUG", 1)


@pytest.mark.parametrize("undo", [(Command.UNDO,), (Command.REMOVE, MUG)], ids=["undo", "remove"])
@pytest.mark.parametrize("moved", ["before", "after", "never put in"])
def test_what_is_taken_out_again_leaves_no_question(
    undo: tuple[Hit | Command, ...], moved: str
) -> None:
    world, task = under(("MUG", 2), ("POT", 1))
    inputs: tuple[Hit | Command | int, ...] = {
        "before": (MUG, 490, EMPTY, *undo),
        "after": (MUG, 490, *undo, EMPTY),
        "never put in": (MUG, *undo),
    }[moved]
    assert asked(world, task, *inputs, MUG, 490, POT, 1470, MUG, 1810) == []


def test_a_unit_undone_and_left_inside_is_found_in_the_end() -> None:
    world, task = under(("MUG", 1), ("POT", 1))
    step = play(world, task, MUG, 490, Command.UNDO, POT, 1470, MUG, 1810)
    assert step.outcome.kind is Weighing.WEIGHT_OFF
    assert (step.outcome.values["suspect"], step.outcome.values["count"]) == ("MUG", 1)


def test_without_a_scale_under_the_box_units_are_not_followed() -> None:
    world = warehouse()
    task = play(world, begin(world, ("MUG", 2), ("POT", 1)), SMALL, EMPTY).task
    assert task is not None and task.watch is None
    assert asked(world, task, MUG, 490, MUG, POT, 1470) == []


def test_the_next_box_begins_a_watch_of_its_own() -> None:
    world, task = under(("MUG", 2))
    step = play(world, task, MUG, 490, Command.BOX, label())
    assert step.task is not None
    step = play(world, step.task, SMALL)
    assert step.task is not None and step.task.watch == Watch()


# --- rows ----------------------------------------------------------------------------------------


def test_a_weight_without_lessons_makes_no_row() -> None:
    world, task = sealed()
    play(world, task, ONE_MUG)
    assert world.all(Kind.WEIGHT) == []


def test_a_lesson_of_another_thing_does_not_touch_a_row() -> None:
    world, task = sealed()
    play(world, task, TWO_MUGS)
    before = world.unit_weight("MUG")
    subjects = (Subject(Kind.WEIGHT, "MUG"), Subject(Kind.WEIGHT, "POT"))
    body = {"sscc": BOX1, "grams": 990, "learned": [["POT", 981.0, 9.0]]}
    fact = NewFact(K.PARCEL_WEIGHED, subjects, body)
    world.do(fact)
    assert world.unit_weight("MUG") == before
    assert seen(world, "POT") == 1
