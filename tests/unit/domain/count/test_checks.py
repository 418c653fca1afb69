"""Counts that wait in the floor's queue: one SKU of a bin, answered by a number or by OK."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import codec
from app.domain.commands import Command
from app.domain.count import prompt
from app.domain.count.outcome import Counting, CountPrompt
from app.domain.count.rules import CountStep
from app.domain.count.task import CountPhase, CountTask, Finished
from app.domain.count.why import CountWhy, whys
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, Severity
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.plan.checks import check_task
from app.domain.rows.tasks import FloorTask, Rule, TaskKind, TaskState, wanted
from app.domain.rows.things import Bin, BinStock, Look
from app.domain.stock import StockKey
from app.domain.world import Hit, HitKind, Want
from tests.unit.domain.count.test_counting import play
from tests.unit.domain.inputs import HITS, asks_as_declared
from tests.unit.domain.world import NOW, FakeWorld, hit, warehouse

C = Command
A1, A2, B1, C9 = (hit(HitKind.BIN, code) for code in ("A1", "A2", "B1", "C9"))
MUG, POT = hit(HitKind.PRODUCT, "MUG"), hit(HitKind.PRODUCT, "POT")


def check(code: str = "A1", sku: str = "MUG", rule: Rule = Rule.SHORT, **more: object) -> FloorTask:
    made = FloorTask(check_task(code, sku), TaskKind.COUNT, code, key=StockKey(sku), rule=rule)
    return replace(made, **more)  # type: ignore[arg-type]  # any field


def floor(*waiting: FloorTask) -> FakeWorld:
    """A1 holds 20 mugs and a pot, A2 five pots, C9 no mug any more."""
    world = warehouse()
    world.put(Kind.BIN, "C9", Bin("C9", 9, stock=(BinStock("MUG", 0),)))
    for one in waiting:
        world.put(Kind.TASK, one.id, one)
    return world


def left(step: CountStep) -> CountTask:
    assert step.task is not None
    return step.task


def bodies(step: CountStep) -> list[dict[str, object]]:
    return [dict(fact.body) for fact in step.facts if fact.kind is FactKind.BIN_COUNTED]


def state(world: FakeWorld, job: FloorTask) -> TaskState:
    row = world.task(job.id)
    assert row is not None
    return row.state


# --- a number answers -------------------------------------------------------------------------


def test_a_number_and_ok_count_one_sku_of_a_bin() -> None:
    world = floor(check())
    begun = play(world, C.NEXT)
    assert begun.outcome == Outcome(Counting.COUNT_BEGUN, {"bin": "A1", "sku": "MUG"})
    assert [(wish.want, wish.subject) for wish in begun.wishes] == [(Want.CLAIM, check().id)]
    assert state(world, check()) is TaskState.DOING
    assert prompt.prompt(left(begun)) == (CountPrompt.GO_TO_COUNT, {"bin": "A1"})
    at = play(world, A1, task=left(begun))
    assert prompt.prompt(left(at)) == (CountPrompt.HOW_MANY, {"sku": "MUG"})
    typed = play(world, C.N2, C.N0, task=left(at))
    assert prompt.prompt(left(typed)) == (CountPrompt.SO_MANY, {"number": "20", "sku": "MUG"})
    step = play(world, C.OK, task=left(typed))
    assert step.outcome == Outcome(Counting.COUNT_RIGHT, {"bin": "A1", "counted": 20})
    assert [fact.kind for fact in step.facts] == [FactKind.BIN_COUNTED, FactKind.TASK_DONE]
    (body,) = bodies(step)
    assert (body["sku"], body["counted"], body["expected"], body["delta"]) == ("MUG", 20, 20, 0)
    assert (body["moves"], body["whole"]) == (0, False)
    assert state(world, check()) is TaskState.DONE
    assert left(step).finished == (Finished("A1", 20, right=True, sku="MUG"),)
    assert left(step).job is None


def test_a_difference_is_confirmed_and_explained_and_then_recorded() -> None:
    world = floor(check())
    differs = play(world, C.NEXT, A1, C.N1, C.N8, C.OK)
    assert (differs.outcome.kind, differs.facts) == (Counting.COUNT_DIFFERS, ())
    why = play(world, C.OK, task=left(differs))
    assert (why.outcome.kind, why.facts) == (Counting.COUNT_WHY_ASKED, ())
    assert prompt.prompt(left(why)) == (CountPrompt.CHOOSE_COUNT_WHY, {"most": 9})
    step = play(world, C.N9, task=left(why))
    assert step.outcome == Outcome(Counting.COUNT_RECORDED, {"bin": "A1"})
    (body,) = bodies(step)
    assert (body["delta"], body["why"]) == (-2, CountWhy.LOST.value)
    place = world.bin("A1")
    assert place is not None
    assert (place.quantity("MUG"), place.quantity("POT"), place.counted_at) == (18, 1, None)


def test_ok_alone_says_only_of_an_empty_bin_what_is_there() -> None:
    world = floor(check("C9", rule=Rule.ZERO))
    at = play(world, C.NEXT, C9)
    assert prompt.prompt(left(at)) == (CountPrompt.IS_IT_EMPTY, {"sku": "MUG"})
    step = play(world, C.OK, task=left(at))
    assert step.outcome == Outcome(Counting.COUNT_RIGHT, {"bin": "C9", "counted": 0})
    (body,) = bodies(step)
    assert (body["sku"], body["counted"], body["expected"]) == ("MUG", 0, 0)
    assert state(world, check("C9")) is TaskState.DONE


def test_what_was_not_empty_is_counted() -> None:
    world = floor(check("C9", rule=Rule.ZERO))
    step = play(world, C.NEXT, C9, MUG, MUG, C.OK, C.OK, C.N5)
    (body,) = bodies(step)
    assert (body["counted"], body["delta"], body["why"]) == (2, 2, CountWhy.NOT_BOOKED_IN.value)


def test_a_face_that_was_filled_meanwhile_is_asked_for_its_number() -> None:
    world = floor(check(rule=Rule.ZERO))
    at = play(world, C.NEXT, A1)
    assert prompt.prompt(left(at))[0] is CountPrompt.HOW_MANY
    step = play(world, C.OK, task=left(at))
    assert (step.outcome, step.facts) == (Outcome(Counting.NUMBER_WANTED, {"sku": "MUG"}), ())


def test_none_is_said_by_a_zero() -> None:
    step = play(floor(check()), C.NEXT, A1, C.N0, C.OK, C.OK, C.N0)
    (body,) = bodies(step)
    assert (body["counted"], body["delta"], body["why"]) == (0, -20, "unknown")


def test_units_may_be_scanned_and_a_number_before_a_scan_multiplies() -> None:
    step = play(floor(check()), C.NEXT, A1, MUG, C.N1, C.N9)
    assert prompt.prompt(left(step)) == (WorkPrompt.SCAN_COUNTED, {"number": "19"})
    assert play(floor(), C.OK, task=left(step)).outcome.kind is Anywhere.DIGITS
    done = play(floor(check()), MUG, C.OK, task=left(step))
    assert done.outcome == Outcome(Counting.COUNT_RIGHT, {"bin": "A1", "counted": 20})


def two_lots() -> FakeWorld:
    world = floor(check("B1", "CANDLE"))
    stock = (BinStock("CANDLE", 9, "L1"), BinStock("CANDLE", 3, "L2"))
    world.put(Kind.BIN, "B1", Bin("B1", 3, stock=stock))
    return world


def test_one_number_does_not_tell_lots_apart() -> None:
    world = two_lots()
    at = left(play(world, C.NEXT, B1))
    refused = play(world, C.N1, C.N2, C.OK, task=at)
    assert (refused.outcome, left(refused).typed) == (
        Outcome(Counting.LOTS_APART, {"sku": "CANDLE"}),
        "",
    )
    one, other = (hit(HitKind.PRODUCT, "CANDLE", lot=lot) for lot in ("L1", "L2"))
    step = play(world, C.N9, one, C.N3, other, C.OK, task=left(refused))
    assert step.outcome.kind is Counting.COUNT_RIGHT
    assert [body["lot"] for body in bodies(step)] == ["L1", "L2"]


def test_none_of_any_lot_is_said_by_a_zero() -> None:
    none = play(two_lots(), C.NEXT, B1, C.N0, C.OK, C.OK, C.N0)
    assert [body["delta"] for body in bodies(none)] == [-9, -3]


def test_a_lot_that_the_books_do_not_know_is_asked_for() -> None:
    world = floor(check("C9", "CANDLE"))
    asked = play(world, C.NEXT, C9, C.N4, C.OK)
    assert asked.outcome.kind is Working.LOT_NEEDED
    step = play(world, hit(HitKind.TEXT, "L5"), C.OK, C.OK, C.N0, task=left(asked))
    (body,) = bodies(step)
    assert (body["lot"], body["delta"]) == ("L5", 4)


# --- which one, and whose ---------------------------------------------------------------------


def test_the_most_urgent_one_is_next_and_of_these_the_nearest() -> None:
    near, far, urgent = check("A2", "POT"), check("C9"), check("B2", "CLOCK", priority=50)
    world = floor(far, near)
    assert left(play(world, C.NEXT)).job == near
    behind = CountTask(finished=(Finished("C3", 1, right=True),))
    assert left(play(floor(far, near), C.NEXT, task=behind)).job == far
    assert left(play(floor(far, near, urgent), C.NEXT)).job == urgent


def test_what_another_bench_counts_and_what_is_moved_is_not_offered() -> None:
    taken = check(state=TaskState.DOING, worked_by="P2")
    moved = replace(check(), id="task/transfer/A1", kind=TaskKind.TRANSFER)
    step = play(floor(taken, moved), C.NEXT)
    assert (step.outcome.kind, step.facts) == (Counting.NO_COUNT_WAITS, ())


def test_only_its_own_bin_and_goods_are_counted() -> None:
    world = floor(check())
    begun = left(play(world, C.NEXT))
    wrong = play(world, A2, task=begun)
    assert wrong.outcome == Outcome(Counting.COUNT_OTHER_BIN, {"bin": "A2", "wanted": "A1"})
    assert wrong.task == begun
    at = left(play(world, A1, task=begun))
    other = play(world, POT, task=at)
    assert other.outcome == Outcome(Counting.COUNT_OTHER_GOODS, {"sku": "POT", "wanted": "MUG"})
    assert other.outcome.severity is Severity.BAD
    assert left(other).units == ()


def test_a_count_that_the_centre_gave_to_another_bench_stops() -> None:
    world = floor(check())
    task = left(play(world, C.NEXT, A1, C.N3)).halt("taken")
    assert prompt.prompt(task) == (WorkPrompt.STOPPED, {"reason": "taken"})
    scanned = play(world, MUG, task=task)
    assert (scanned.outcome.kind, scanned.facts) == (Counting.COUNT_ELSEWHERE, ())
    over = play(world, C.OK, task=task)
    assert (over.outcome.kind, left(over)) == (
        Anywhere.CLEARED,
        CountTask(elsewhere=(check().id,)),
    )
    assert [fact.kind for fact in over.facts] == [FactKind.TASK_LEFT], "it was not done here"


def test_what_the_centre_has_refused_is_not_offered_again_on_this_walk() -> None:
    world = floor(check(), check("C9", rule=Rule.ZERO))
    begun = left(play(world, C.NEXT))
    assert begun.job == check()
    over = play(world, C.OK, task=begun.halt("taken"))
    step = play(world, C.NEXT, C9, C.OK, C.NEXT, task=left(over))
    assert step.outcome.kind is Counting.NO_COUNT_WAITS
    assert left(step).finished == (Finished("C9", 0, right=True, sku="MUG"),)
    assert left(play(world, C.NEXT)).job == check(), "who comes anew is offered it"


def test_a_count_that_is_left_is_anybodys_again() -> None:
    world = floor(check())
    step = play(world, C.NEXT, A1, C.CLEAR)
    assert step.outcome == Outcome(Counting.COUNT_TASK_LEFT, {"bin": "A1"})
    assert [fact.kind for fact in step.facts] == [FactKind.TASK_LEFT]
    assert (state(world, check()), left(step)) == (TaskState.OPEN, CountTask())
    asked = play(world, C.NEXT, A1, MUG, C.HOME)
    assert asked.outcome.kind is Counting.LEAVE_COUNT_ASKED
    gone = play(world, C.HOME, task=left(asked))
    assert (gone.task, [fact.kind for fact in gone.facts]) == (None, [FactKind.TASK_LEFT])


def test_undo_leads_back_to_the_way_and_keeps_the_task() -> None:
    step = play(floor(check()), C.NEXT, A1, C.UNDO)
    assert (left(step).phase, left(step).job) == (CountPhase.BIN, check())
    assert left(step).at_stake == Subject(Kind.TASK, check().id)


def test_who_counts_the_whole_bin_has_done_what_waits_there() -> None:
    mugs, pots, other = check(), check("A1", "POT"), check("A2", "POT")
    taken = replace(check("A1", "CANDLE"), state=TaskState.DOING, worked_by="P2")
    world = floor(mugs, pots, other, taken)
    step = play(world, A1, C.N2, C.N0, MUG, POT, C.OK)
    done = {fact.subjects[0].id: fact.body for fact in step.facts if fact.kind == "task_done"}
    assert done == {mugs.id: {"units": 20}, pots.id: {"units": 1}}
    assert all(body.get("whole", True) for body in bodies(step))
    assert (state(world, other), state(world, taken)) == (TaskState.OPEN, TaskState.DOING)


# --- what others do meanwhile -----------------------------------------------------------------


def picked(sku: str) -> NewFact:
    body = {"bin": "A1", "sku": sku, "quantity": 1, "line": 1}
    return NewFact(FactKind.UNIT_PICKED, (Subject(Kind.BIN, "A1"),), body)


def test_units_of_it_that_are_picked_meanwhile_disturb_the_count() -> None:
    world = floor(check())
    typed = left(play(world, C.NEXT, A1, C.N2, C.N0))
    world.do(picked("MUG"))
    step = play(world, C.OK, task=typed)
    assert (step.outcome, step.facts) == (Outcome(Counting.COUNT_DISTURBED, {"skus": "MUG"}), ())
    step = play(world, C.N1, C.N9, C.OK, task=left(step))
    assert (step.outcome.kind, bodies(step)[0]["moves"]) == (Counting.COUNT_RIGHT, 1)


def test_other_goods_of_the_bin_may_move_meanwhile() -> None:
    world = floor(check())
    typed = left(play(world, C.NEXT, A1, C.N1, C.N9, C.OK))
    world.do(picked("POT"))
    step = play(world, C.OK, C.N0, task=typed)
    assert step.outcome.kind is Counting.COUNT_RECORDED
    assert (bodies(step)[0]["moves"], bodies(step)[0]["delta"]) == (1, -1)


def test_a_glance_at_one_sku_says_nothing_of_what_is_missed_of_another() -> None:
    world = floor(check())
    missed = (Look("MUG", missed_at=NOW), Look("POT", missed_at=NOW))
    place = world.bin("A1")
    assert place is not None
    world.put(Kind.BIN, "A1", replace(place, looks=missed))
    play(world, C.NEXT, A1, C.N2, C.N0, C.OK)
    place = world.bin("A1")
    assert place is not None
    assert (place.doubted("MUG"), place.doubted("POT")) == (False, True)


# --- why --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deltas", "some", "none"),
    [
        ((-1,), CountWhy.NOT_BOOKED_OUT, CountWhy.NOT_BOOKED_IN),
        ((2, 0), CountWhy.NOT_BOOKED_IN, CountWhy.LOST),
        ((1, -1), CountWhy.WRONG_LOT, CountWhy.DAMAGED),
    ],
)
def test_only_reasons_that_explain_the_difference_are_offered(
    deltas: tuple[int, ...], some: CountWhy, none: CountWhy
) -> None:
    found = whys(deltas)
    assert some in found
    assert none not in found
    assert CountWhy.UNKNOWN not in found, "0 says so"
    assert len(found) <= 9, "one digit chooses"


def test_every_reason_explains_something() -> None:
    explained = Counter(why for delta in (-1, 1) for why in whys([delta]))
    assert explained.keys() == set(CountWhy) - {CountWhy.UNKNOWN}


def test_a_number_without_a_reason_is_refused() -> None:
    world = floor(check())
    task = left(play(world, C.NEXT, A1, C.N2, C.N1, C.OK, C.OK))
    refused = play(world, C.N6, task=task)
    assert (refused.outcome, refused.task) == (Outcome(Counting.NO_COUNT_WHY, {"most": 5}), task)
    assert play(world, C.OK, task=task).outcome.kind is Anywhere.COMMAND_NOT_HERE
    assert left(play(world, C.UNDO, task=task)).phase is CountPhase.COMPARE


# --- anything at all --------------------------------------------------------------------------

INPUTS = st.lists(st.one_of(HITS, st.sampled_from([A1, MUG, POT, C9, *Command])), max_size=20)


@settings(max_examples=150, deadline=None)
@given(INPUTS)
def test_no_input_loses_the_task_or_records_anything_else(inputs: list[Hit | Command]) -> None:
    world = floor(check())
    task = left(play(world, C.NEXT))
    for one in inputs:
        step = play(world, one, task=task)
        kinds = Counter(fact.kind for fact in step.facts)
        row = world.task(check().id)
        assert row is not None
        if step.task is None or step.task.job is None:
            assert row.state in {TaskState.OPEN, TaskState.DONE}, "nobody waits for ever"
            assert bool(kinds[FactKind.BIN_COUNTED]) == (row.state is TaskState.DONE)
            return
        assert not kinds
        task = step.task
        assert {unit.sku for unit in task.units} <= {"MUG"}
        assert codec.from_text(CountTask, codec.to_text(task)) == task
        asks_as_declared(*prompt.prompt(task))


# --- two people -------------------------------------------------------------------------------


def large(*waiting: FloorTask) -> FakeWorld:
    """Where more than five units are a large difference."""
    world = floor(*waiting)
    world.recount_above = 5
    return world


def test_a_large_difference_waits_for_another_person() -> None:
    world = large(check())
    step = play(world, C.NEXT, A1, C.N1, C.N4, C.OK, C.OK)
    assert step.outcome == Outcome(Counting.ANOTHER_COUNTS, {"bin": "A1"})
    assert [fact.kind for fact in step.facts] == [FactKind.TASK_LEFT, FactKind.TASK_WANTED]
    row = world.task(check().id)
    assert row is not None
    assert (row.state, row.worked_by, row.rule) == (TaskState.OPEN, "", Rule.PERSON)
    assert (row.not_by, row.priority, row.key) == ("11", 60, StockKey("MUG"))
    again = play(world, C.NEXT, task=left(step))
    assert (again.outcome, again.facts) == (Outcome(Counting.COUNTED_BY_YOU, {"bin": "A1"}), ())
    world.operator = "1"
    second = play(world, C.NEXT, A1, C.N1, C.N4, C.OK, C.OK, C.N0)
    assert second.outcome.kind is Counting.COUNT_RECORDED
    assert bodies(second)[0]["delta"] == -6
    assert state(world, check()) is TaskState.DONE


def test_a_difference_at_the_limit_and_a_right_count_need_one_person() -> None:
    step = play(large(check()), C.NEXT, A1, C.N1, C.N5, C.OK, C.OK)
    assert step.outcome.kind is Counting.COUNT_WHY_ASKED
    right = play(large(check()), C.NEXT, A1, C.N2, C.N0, C.OK)
    assert right.outcome.kind is Counting.COUNT_RIGHT


def test_differences_of_both_signs_do_not_make_up_for_each_other() -> None:
    candle = hit(HitKind.PRODUCT, "CANDLE", lot="L7")
    step = play(large(), A1, C.N1, C.N6, MUG, POT, C.N4, candle, C.OK, C.OK)
    assert step.outcome.kind is Counting.ANOTHER_COUNTS


def test_a_whole_bin_waits_for_another_person_too() -> None:
    world = large(check())
    asked = play(world, A1, POT, C.OK, C.OK)
    assert asked.outcome.kind is Counting.ANOTHER_COUNTS
    again = play(world, A1, POT, C.OK, C.OK, task=left(asked))
    assert again.outcome.kind is Counting.ANOTHER_COUNTS, "the same person is not another one"
    world.operator = "1"
    begun = play(world, C.NEXT)
    assert begun.outcome == Outcome(Counting.BIN_COUNT_BEGUN, {"bin": "A1"})
    step = play(world, A1, POT, C.OK, C.OK, C.N9, task=left(begun))
    assert step.outcome.kind is Counting.COUNT_RECORDED
    assert [body["delta"] for body in bodies(step)] == [0, -20]
    assert world.open_tasks() == (), "the check of the mugs is done with it"


def test_the_other_person_may_come_to_the_bin_unasked() -> None:
    world = large()
    play(world, A1, POT, C.OK, C.OK)
    world.operator = "1"
    step = play(world, A1, POT, C.OK, C.OK, C.N9)
    assert step.outcome.kind is Counting.COUNT_RECORDED
    assert world.open_tasks() == ()


def test_who_found_it_right_in_the_end_has_not_counted_for_another() -> None:
    world = large()
    play(world, A1, POT, C.OK, C.OK)
    step = play(world, A1, C.N2, C.N0, MUG, POT, C.OK)
    assert step.outcome.kind is Counting.COUNT_RIGHT
    assert [one.not_by for one in world.open_tasks()] == ["11"], "another one still looks"


def test_a_later_wish_does_not_let_the_same_person_count_again() -> None:
    world = large(check())
    play(world, C.NEXT, A1, C.N0, C.OK, C.OK)
    world.do(wanted(check(rule=Rule.NEGATIVE), Subject(Kind.BIN, "A1")))
    row = world.task(check().id)
    assert row is not None
    assert row.not_by == "11"


# --- what bins hold ---------------------------------------------------------------------------


@pytest.mark.parametrize(("digits", "held"), [((C.N9, C.N5), 95), ((C.N1, C.N0, C.N5), 105)])
def test_a_count_is_no_put_away_so_no_capacity_refuses_it(
    digits: tuple[Command, ...], held: int
) -> None:
    world = floor(check())
    full = Bin("A1", 1, stock=(BinStock("MUG", 100),), capacity_units=100)
    world.put(Kind.BIN, "A1", full)
    assert play(world, C.NEXT, A1, *digits, C.OK, C.OK, C.N0).outcome.kind is (
        Counting.COUNT_RECORDED
    )
    place = world.bin("A1")
    assert place is not None
    assert place.quantity("MUG") == held
