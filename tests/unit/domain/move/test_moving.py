"""Goods go from bin to bin, or get another status, and stock stays exact whatever is pressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.commands import DIGITS, Command
from app.domain.facts import FactKind, Kind
from app.domain.move import prompt, rules
from app.domain.move.outcome import MovePrompt, Moving
from app.domain.move.task import MovePhase, MoveTask
from app.domain.outcome import Outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.packs import PackLevel, PackSize
from app.domain.place import BinKind, Mixing
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import CHANGES, Reason, Status, StockKey
from app.domain.world import Hit, HitKind, Step
from app.station.home.outcome import AtHome
from tests.unit.domain.inputs import HITS
from tests.unit.domain.world import FakeWorld, hit, warehouse

C = Command
MoveStep = Step[MoveTask]
SPRING, AUTUMN = date(2027, 3, 31), date(2027, 9, 30)
A1, C9, D1 = (hit(HitKind.BIN, code) for code in ("A1", "C9", "D1"))
MUG, CANDLE = hit(HitKind.PRODUCT, "MUG"), hit(HitKind.PRODUCT, "CANDLE")
EARLY = StockKey("CANDLE", "L1", SPRING)
LATE = replace(EARLY, expiry=AUTUMN)
HELD = replace(LATE, status=Status.HOLD)


def depot(*roles: str) -> FakeWorld:
    """A1 holds 20 mugs and a pot, C9 nothing, D1 one lot with two dates and two units on hold."""
    world = warehouse()
    person = world.person(world.operator)
    assert person is not None
    world.put(Kind.OPERATOR, world.operator, replace(person, roles=roles or person.roles))
    world.put(Kind.BIN, "C9", Bin("C9", 9, kind=BinKind.RESERVE))
    stock = (BinStock("CANDLE", 5, "L1", SPRING), BinStock("CANDLE", 4, "L1", AUTUMN))
    held = BinStock("CANDLE", 2, "L1", AUTUMN, status=Status.HOLD)
    world.put(Kind.BIN, "D1", Bin("D1", 10, stock=(*stock, held), kind=BinKind.RESERVE))
    world.put(Kind.BIN, "BAD", Bin("BAD", 99, kind=BinKind.DAMAGED))
    return world


def play(world: FakeWorld, *inputs: Hit | Command, task: MoveTask | None = None) -> MoveStep:
    """The last step; the facts of each are applied before the next."""
    step = MoveStep(Outcome(AtHome.SHOWN), task or MoveTask())
    for one in inputs:
        assert step.task is not None
        call: Any = rules.command if isinstance(one, Command) else rules.scan
        step = call(step.task, one, world)
        world.do(*step.facts)
    return step


def left(step: MoveStep) -> MoveTask:
    assert step.task is not None
    return step.task


def stock(world: FakeWorld, code: str) -> dict[StockKey, int]:
    place = world.bin(code)
    assert place is not None
    return {item.key: item.quantity for item in place.stock if item.quantity}


# --- from bin to bin --------------------------------------------------------------------------


def test_two_scans_and_a_number() -> None:
    world = depot()
    step = play(world, A1, C.N1, C.N2, MUG, C9)
    assert step.outcome == Outcome(Moving.GOODS_MOVED, {"units": 12, "bin": "C9"})
    assert [fact.kind for fact in step.facts] == [FactKind.STOCK_MOVED]
    assert step.facts[0].body["reason"] == "asked"
    assert stock(world, "C9") == {StockKey("MUG"): 12}
    assert stock(world, "A1")[StockKey("MUG")] == 8
    assert prompt.prompt(left(step)) == (MovePrompt.SCAN_SOURCE, {})


def test_nothing_is_booked_before_the_goods_have_a_place() -> None:
    world = depot()
    step = play(world, A1, MUG, MUG)
    assert (step.outcome.values, step.facts) == ({"sku": "MUG", "units": 2}, ())
    assert stock(world, "A1")[StockKey("MUG")] == 20
    assert left(step).at_stake is not None


def test_a_case_counts_its_content_and_the_fact_says_both() -> None:
    world = depot()
    case = replace(MUG, pack=PackSize(PackLevel.CASE, 6))
    step = play(world, A1, C.N2, case, MUG, C9)
    (fact,) = step.facts
    assert (fact.body["quantity"], fact.body["packs"]) == (
        13,
        [{"level": "case", "count": 2, "units": 6}],
    )


def test_a_whole_bin_goes_at_once() -> None:
    world = depot()
    before = stock(world, "A1")
    taken = play(world, A1, A1)
    assert taken.outcome == Outcome(Moving.WHOLE_BIN_TAKEN, {"bin": "A1", "units": 21})
    step = play(world, C9, task=left(taken))
    assert len(step.facts) == 2
    assert (stock(world, "A1"), stock(world, "C9")) == ({}, before)


def test_an_empty_bin_has_nothing_to_take() -> None:
    assert play(depot(), C9, C9).outcome == Outcome(Moving.BIN_EMPTY, {"bin": "C9"})


def test_another_bin_with_empty_hands_is_where_the_goods_come_from() -> None:
    assert left(play(depot(), A1, C9)).source == "C9"


def test_goods_that_go_back_where_they_were_are_not_booked() -> None:
    step = play(depot(), A1, MUG, A1)
    assert (step.outcome.kind, step.facts, left(step).hand) == (Moving.MOVE_LEFT, (), ())


# --- which goods ------------------------------------------------------------------------------


def test_two_dates_are_told_apart_by_the_label() -> None:
    world = depot()
    asked = play(world, D1, CANDLE)
    assert asked.outcome.kind is Working.EXPIRY_NEEDED or asked.outcome.kind is Working.LOT_NEEDED
    step = play(world, hit(HitKind.TEXT, "2027-03-31"), task=left(asked))
    assert step.outcome == Outcome(Moving.GOODS_TAKEN, {"sku": "CANDLE", "units": 1})
    play(world, C9, task=left(step))
    assert stock(world, "C9") == {EARLY: 1}


def test_what_no_label_tells_is_chosen() -> None:
    world = depot()
    late = hit(HitKind.PRODUCT, "CANDLE", lot="L1", expiry=AUTUMN)
    asked = play(world, D1, late)
    assert (asked.outcome.kind, left(asked).choices) == (Moving.WHICH_ASKED, (LATE, HELD))
    assert prompt.prompt(left(asked)) == (MovePrompt.CHOOSE_WHICH, {"most": 2})
    wrong = play(world, C.N3, task=left(asked))
    assert wrong.outcome == Outcome(Moving.NO_SUCH_CHOICE, {"most": 2})
    play(world, C.N2, C9, task=left(asked))
    assert stock(world, "C9") == {HELD: 1}


def test_no_more_goes_than_is_there_by_the_books() -> None:
    world = depot()
    step = play(world, A1, C.N2, C.N1, MUG)
    assert step.outcome == Outcome(Moving.MORE_THAN_THERE, {"sku": "MUG", "bin": "A1", "known": 20})
    assert left(step).hand == ()
    full = play(world, A1, C.N2, C.N0, MUG)
    assert play(world, MUG, task=left(full)).outcome.kind is Moving.MORE_THAN_THERE
    assert play(world, A1, CANDLE).outcome == Outcome(
        Moving.NOT_THERE, {"sku": "CANDLE", "bin": "A1"}
    )


def test_goods_that_another_bench_took_meanwhile_are_not_moved() -> None:
    world = depot()
    step = play(world, A1, C.N2, C.N0, MUG)
    place = world.bin("A1")
    assert place is not None
    world.put(Kind.BIN, "A1", replace(place, stock=(BinStock("MUG", 19),)))
    late = play(world, C9, task=left(step))
    assert (late.outcome.kind, late.facts) == (Moving.MORE_THAN_THERE, ())


# --- where they may go ------------------------------------------------------------------------

REFUSED = {
    "locked": ({"locked": "leaks"}, Working.PLACE_LOCKED, {"bin": "C9", "because": "leaks"}),
    "kind": (
        {"kind": BinKind.DAMAGED},
        Working.PLACE_OTHER_KIND,
        {"bin": "C9", "status": "available"},
    ),
    "owner": ({"owner": "ACME"}, Working.PLACE_OF_OTHERS, {"bin": "C9", "owner": "ACME"}),
    "mixed": (
        {"mixing": Mixing.ONE_SKU, "stock": (BinStock("POT", 1),)},
        Working.PLACE_MIXED,
        {"bin": "C9", "other": "POT"},
    ),
    "full": ({"capacity_units": 5}, Working.PLACE_FULL, {"bin": "C9", "units": 5}),
}


@pytest.mark.parametrize(("place", "kind", "values"), REFUSED.values(), ids=list(REFUSED))
def test_a_bin_that_does_not_take_the_goods(
    place: dict[str, Any], kind: Moving, values: dict[str, Any]
) -> None:
    world = depot()
    world.put(Kind.BIN, "C9", replace(Bin("C9", 9, kind=BinKind.RESERVE), **place))
    step = play(world, A1, C.N6, MUG, C9)
    assert (step.outcome, step.facts) == (Outcome(kind, values), ())
    assert left(step).units == 6, "they are still in hand"


def test_a_bin_takes_all_of_the_hand_or_nothing() -> None:
    world = depot()
    world.put(Kind.BIN, "C9", Bin("C9", 9, kind=BinKind.RESERVE, capacity_units=20))
    step = play(world, A1, A1, C9)
    assert (step.outcome.kind, step.facts) == (Working.PLACE_FULL, ())


def test_an_unknown_bin_is_no_place() -> None:
    world = depot()
    step = play(world, A1, MUG, hit(HitKind.BIN, "Z9"))
    assert step.outcome.kind is Anywhere.UNKNOWN_CODE
    assert play(world, hit(HitKind.BIN, "Z9")).outcome.kind is Anywhere.UNKNOWN_CODE


# --- another status ---------------------------------------------------------------------------


def test_damaged_goods_go_to_their_place() -> None:
    world = depot()
    asked = play(world, A1, C.N2, MUG, C.STATUS)
    at = left(asked).statuses.index(Status.DAMAGED) + 1
    chosen = play(world, DIGITS[at], task=left(asked))
    assert chosen.outcome == Outcome(Moving.PLACE_ASKED, {"status": "damaged"})
    assert play(world, C9, task=left(chosen)).outcome.kind is Working.PLACE_OTHER_KIND
    step = play(world, hit(HitKind.BIN, "BAD"), task=left(chosen))
    assert step.outcome == Outcome(
        Moving.STATUS_CHANGED, {"units": 2, "status": "damaged", "bin": "BAD"}
    )
    assert stock(world, "BAD") == {StockKey("MUG", status=Status.DAMAGED): 2}
    assert step.facts[0].body["reason"] == "damaged"


def test_goods_on_hold_stay_where_they_are_and_say_why() -> None:
    world = depot()
    asked = play(world, A1, MUG, C.STATUS, C.N1)
    assert (asked.outcome.kind, left(asked).into) == (Moving.REASON_ASKED, Status.HOLD)
    assert prompt.prompt(left(asked))[0] is MovePrompt.CHOOSE_WHY
    step = play(world, C.N2, C.OK, task=left(asked))
    assert step.outcome.kind is Moving.STATUS_CHANGED
    assert step.facts[0].body["reason"] == Reason.INSPECT.value
    assert stock(world, "A1")[StockKey("MUG", status=Status.HOLD)] == 1


def test_who_may_not_release_or_write_off_is_told_whom_to_ask() -> None:
    world = depot("picker")
    late = hit(HitKind.PRODUCT, "CANDLE", lot="L1", expiry=AUTUMN)
    asked = play(world, D1, late, C.N2, C.STATUS)
    assert left(asked).statuses[0] is Status.AVAILABLE
    step = play(world, C.N1, task=left(asked))
    assert step.outcome == Outcome(Anywhere.NO_PERMISSION, {"role": "supervisor"})
    assert left(step).phase is MovePhase.STATUS
    free = depot("supervisor")
    play(free, C.N1, C.OK, task=left(asked))
    assert stock(free, "D1") == {EARLY: 5, LATE: 5, HELD: 1}


def test_what_is_written_off_is_gone_and_stays_gone() -> None:
    world = depot("supervisor")
    asked = play(world, A1, MUG, C.STATUS)
    at = left(asked).statuses.index(Status.SCRAP) + 1
    step = play(world, DIGITS[at], C.N4, task=left(asked))
    assert step.outcome == Outcome(Moving.WRITTEN_OFF, {"units": 1, "bin": "A1"})
    assert step.facts[0].body["reason"] == "sample"
    assert stock(world, "A1")[StockKey("MUG")] == 19
    undone = play(world, C.UNDO, task=left(step))
    assert (undone.outcome.kind, undone.facts, undone.task) == (Moving.SCRAP_STAYS, (), step.task)


def test_only_what_all_of_them_may_become_is_offered() -> None:
    world = depot("supervisor")
    task = left(play(world, D1, D1, C.STATUS))
    held = {one.key.status for one in task.hand}
    assert held == {Status.AVAILABLE, Status.HOLD}
    assert task.statuses
    assert all((old, new) in CHANGES for old in held for new in task.statuses)


def test_the_status_is_asked_for_when_goods_are_in_hand() -> None:
    assert play(depot(), A1, C.STATUS).outcome == Outcome(Moving.TAKE_FIRST, {"bin": "A1"})
    assert play(depot(), C.STATUS).outcome.kind is Anywhere.COMMAND_NOT_HERE
    typed = play(depot(), A1, MUG, C.N4, C.STATUS)
    assert typed.outcome == Outcome(Anywhere.DIGITS, {"number": "4"})


# --- back -------------------------------------------------------------------------------------


def test_the_last_move_is_undone() -> None:
    world = depot()
    before = stock(world, "A1")
    step = play(world, A1, A1, C9, C.UNDO)
    assert step.outcome == Outcome(Moving.MOVE_UNDONE, {"units": 21, "bin": "A1"})
    assert (stock(world, "A1"), stock(world, "C9")) == (before, {})
    assert left(step).finished == ()


def test_a_move_is_not_undone_where_the_goods_have_gone_on() -> None:
    world = depot()
    step = play(world, A1, C.N5, MUG, C9)
    world.put(Kind.BIN, "C9", Bin("C9", 9, stock=(BinStock("MUG", 4),)))
    assert play(world, C.UNDO, task=left(step)).outcome.kind is Anywhere.NOTHING_TO_UNDO


BACK = [pair for pair in CHANGES if Status.SCRAP not in pair]


@pytest.mark.parametrize(("old", "new"), BACK, ids=[f"{old}-{new}" for old, new in BACK])
def test_who_changed_a_status_takes_it_back(old: Status, new: Status) -> None:
    """Whatever the table allows; also where nothing but an undoing leads back."""
    world = depot("supervisor")
    world.put(Kind.BIN, "Q1", Bin("Q1", 8, stock=(BinStock("MUG", 3, status=old),)))
    q1, mug = hit(HitKind.BIN, "Q1"), StockKey("MUG")
    asked = play(world, q1, MUG, MUG, C.STATUS)
    step = play(world, DIGITS[left(asked).statuses.index(new) + 1], task=left(asked))
    if left(step).phase is MovePhase.REASON:
        step = play(world, C.N1, task=left(step))
    step = play(world, C.OK, task=left(step))
    assert stock(world, "Q1") == {replace(mug, status=old): 1, replace(mug, status=new): 2}
    undone = play(world, C.UNDO, task=left(step))
    said = Outcome(Moving.STATUS_UNDONE, {"units": 2, "status": old.value, "bin": "Q1"})
    assert (undone.outcome, left(undone).finished) == (said, ())
    assert [fact.body["reason"] for fact in undone.facts] == ["undone"]
    assert stock(world, "Q1") == {replace(mug, status=old): 3}


def test_a_status_that_another_person_changed_stays() -> None:
    world = depot("picker")
    held = play(world, A1, MUG, C.STATUS, C.N1, C.N1, C.OK)
    assert held.outcome.kind is Moving.STATUS_CHANGED
    world.operator = "12"
    step = play(world, C.UNDO, task=left(held))
    assert (step.outcome.kind, step.facts) == (Moving.OTHERS_CHANGE, ())
    world.operator = "11"  # who needs no duty to take his own word back
    assert play(world, C.UNDO, task=left(held)).outcome.kind is Moving.STATUS_UNDONE


def test_undo_takes_one_scan_back() -> None:
    step = play(depot(), A1, C.N5, MUG, MUG, C.UNDO)
    assert (step.outcome.values, left(step).units) == ({"what": "MUG"}, 5)
    asked = play(depot(), A1, MUG, C.STATUS, C.UNDO)
    assert (left(asked).phase, left(asked).into, left(asked).units) == (MovePhase.GOODS, None, 1)


def test_leaving_with_goods_in_hand_asks_once() -> None:
    world = depot()
    asked = play(world, A1, MUG, C.HOME)
    assert asked.outcome.kind is Moving.LEAVE_MOVE_ASKED
    assert left(play(world, C.UNDO, task=left(asked))).units == 1
    assert play(world, C.OK, task=left(asked)).task == MoveTask()
    assert play(world, C.HOME, task=left(asked)).task is None
    assert play(world, A1, C.HOME).task is None
    assert left(play(world, A1, C.CLEAR)).source == ""


def test_a_lot_is_asked_for_where_several_lie_there() -> None:
    world = depot()
    other = BinStock("CANDLE", 3, "L2", SPRING)
    place = world.bin("D1")
    assert place is not None
    world.put(Kind.BIN, "D1", replace(place, stock=(*place.stock, other)))
    asked = play(world, D1, CANDLE)
    assert prompt.prompt(left(asked)) == (WorkPrompt.SCAN_LOT, {"sku": "CANDLE"})
    step = play(world, hit(HitKind.TEXT, "L2"), C9, task=left(asked))
    assert stock(world, "C9") == {StockKey("CANDLE", "L2", SPRING): 1}
    assert step.outcome.kind is Moving.GOODS_MOVED


# --- anything ---------------------------------------------------------------------------------

_KNOWN = st.sampled_from([A1, C9, D1, MUG, CANDLE, *Command])
_INPUTS = st.lists(st.one_of(HITS, _KNOWN, _KNOWN), max_size=14)


@settings(max_examples=300, deadline=None)
@given(_INPUTS)
def test_no_input_raises_and_no_unit_appears_or_disappears(inputs: list[Hit | Command]) -> None:
    world, task, gone = depot("supervisor"), MoveTask(), 0
    before = _units(world)
    for one in inputs:
        step = play(world, one, task=task)
        gone += sum(f.body["quantity"] for f in step.facts if f.body["to"] == "gone")
        task = step.task or MoveTask()
        prompt.prompt(task)
    assert _units(world) == before - gone
    assert all(units > 0 for code in _bins(world) for units in stock(world, code).values())


def _bins(world: FakeWorld) -> list[str]:
    return [item.id for item in world.rows if item.kind is Kind.BIN]


def _units(world: FakeWorld) -> int:
    return sum(sum(stock(world, code).values()) for code in _bins(world))
