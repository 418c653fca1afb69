"""Counting a bin: blind, compared once all is counted, recorded as differences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import codec
from app.domain.commands import DIGITS, Command
from app.domain.count import prompt
from app.domain.count import rules as counting
from app.domain.count.outcome import Counting, CountPrompt
from app.domain.count.rules import CountStep
from app.domain.count.task import KEPT, CountPhase, CountTask, Finished
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, Severity
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.packs import PackLevel, PackSize
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import Status, StockKey
from app.domain.world import Hit, HitKind
from app.station.home.outcome import AtHome
from tests.unit.domain.inputs import HITS, asks_as_declared
from tests.unit.domain.world import FakeWorld, hit, warehouse

C = Command
A1 = hit(HitKind.BIN, "A1")
MUG, POT = hit(HitKind.PRODUCT, "MUG"), hit(HitKind.PRODUCT, "POT")
CANDLE, CLOCK = hit(HitKind.PRODUCT, "CANDLE"), hit(HitKind.PRODUCT, "CLOCK")
SPRING, AUTUMN = date(2027, 3, 31), date(2027, 9, 30)
TWENTY = (C.N2, C.N0, MUG)


def depot() -> FakeWorld:
    """A1 holds 20 mugs and a pot, B1 nine candles of one lot, C9 nothing; Ann may count."""
    world = warehouse()
    world.put(Kind.BIN, "C9", Bin("C9", 9))
    return world


def play(world: FakeWorld, *inputs: Hit | Command, task: CountTask | None = None) -> CountStep:
    """The last answer; every step's facts are applied."""
    step = CountStep(Outcome(AtHome.SHOWN), task or CountTask())
    for one in inputs:
        assert step.task is not None
        call = counting.command if isinstance(one, Command) else counting.scan
        step = call(step.task, one, world)  # type: ignore[arg-type]  # each gets its own kind
        assert world.do(*step.facts) == []
    return step


def left(step: CountStep) -> CountTask:
    assert step.task is not None
    return step.task


def bodies(step: CountStep) -> list[tuple[object, ...]]:
    assert all(fact.kind is FactKind.BIN_COUNTED for fact in step.facts)
    names = ("sku", "lot", "counted", "expected", "delta")
    return [tuple(fact.body[name] for name in names) for fact in step.facts]


# --- the straight way -------------------------------------------------------------------------


def test_what_is_right_is_recorded_at_once() -> None:
    world = depot()
    step = play(world, A1, *TWENTY, POT, C.OK)
    assert step.outcome == Outcome(Counting.COUNT_RIGHT, {"bin": "A1", "counted": 21})
    assert bodies(step) == [("MUG", "", 20, 20, 0), ("POT", "", 1, 1, 0)]
    assert {fact.subjects for fact in step.facts} == {(Subject(Kind.BIN, "A1"),)}
    assert [fact.body.get("moves") for fact in step.facts] == [0, None]
    assert left(step) == CountTask(finished=(Finished("A1", 21, right=True),))


def test_what_differs_is_shown_confirmed_and_explained() -> None:
    world = depot()
    asked = play(world, A1, MUG, MUG, CANDLE, hit(HitKind.TEXT, "L7"), C.FINISH)
    assert (asked.outcome.kind, asked.facts) == (Counting.COUNT_DIFFERS, ())
    assert asked.outcome.severity is Severity.SOFT
    assert prompt.prompt(left(asked)) == (CountPrompt.RECORD_COUNT, {})
    why = play(world, C.OK, task=asked.task)
    assert (why.outcome.kind, why.facts) == (Counting.COUNT_WHY_ASKED, ())
    assert prompt.prompt(left(why)) == (CountPrompt.CHOOSE_COUNT_WHY, {"most": 4})
    step = play(world, C.N2, task=why.task)
    assert step.outcome.kind is Counting.COUNT_RECORDED
    assert {fact.body["why"] for fact in step.facts} == {"mispicked"}
    expected = [("MUG", "", 2, 20, -18), ("CANDLE", "L7", 1, 0, 1), ("POT", "", 0, 1, -1)]
    assert bodies(step) == expected
    place = world.bin("A1")
    assert place is not None
    assert (place.quantity("MUG"), place.quantity("POT"), place.held("CANDLE", "L7")) == (2, 0, 1)
    again = play(world, A1, MUG, MUG, CANDLE, hit(HitKind.TEXT, "L7"), C.OK)
    assert again.outcome.kind is Counting.COUNT_RIGHT


def test_an_empty_bin_is_counted_too() -> None:
    step = play(depot(), hit(HitKind.BIN, "C9"), C.OK)
    assert step.outcome == Outcome(Counting.COUNT_RIGHT, {"bin": "C9", "counted": 0})
    assert bodies(step) == [("", "", 0, 0, 0)]


def test_only_the_last_bins_of_a_walk_are_kept() -> None:
    world, task = depot(), CountTask()
    for _ in range(KEPT + 3):
        task = left(play(world, hit(HitKind.BIN, "C9"), C.OK, task=task))
    assert len(task.finished) == KEPT


# --- units ------------------------------------------------------------------------------------


def test_units_lots_and_numbers() -> None:
    world = depot()
    step = play(world, hit(HitKind.BIN, "B1"), C.N3, CANDLE)
    assert (step.outcome.kind, left(step).phase) == (Working.LOT_NEEDED, CountPhase.LOT)
    assert prompt.prompt(left(step)) == (WorkPrompt.SCAN_LOT, {"sku": "CANDLE"})
    step = play(world, hit(HitKind.TEXT, "L1"), task=step.task)
    assert step.outcome == Outcome(Counting.UNIT_COUNTED, {"sku": "CANDLE", "counted": 3})
    whole = hit(HitKind.PRODUCT, "CANDLE", lot="L1")
    step = play(world, C.N6, whole, C.OK, task=step.task)
    assert step.outcome == Outcome(Counting.COUNT_RIGHT, {"bin": "B1", "counted": 9})


def test_a_lot_of_another_product_is_no_lot_of_this_one() -> None:
    asking = play(depot(), hit(HitKind.BIN, "B1"), CANDLE)
    other = hit(HitKind.PRODUCT, "MUG", lot="L9")
    assert play(depot(), other, task=asking.task).outcome.kind is Working.OTHER_UNIT
    assert play(depot(), A1, task=asking.task).outcome.kind is Anywhere.NOT_HERE
    assert play(depot(), C.OK, task=asking.task).outcome.kind is Working.LOT_NEEDED
    cleared = play(depot(), C.UNDO, task=asking.task)
    assert (left(cleared).pending, left(cleared).phase) == (None, CountPhase.ITEMS)


def dated_depot() -> FakeWorld:
    """D1 holds one lot of candles with two dates; of the later one two are on hold."""
    world = warehouse()
    stock = (
        BinStock("CANDLE", 5, "L1", SPRING),
        BinStock("CANDLE", 4, "L1", AUTUMN),
        BinStock("CANDLE", 2, "L1", AUTUMN, status=Status.HOLD),
    )
    world.put(Kind.BIN, "D1", Bin("D1", 9, stock=stock))
    return world


def test_two_dates_of_one_lot_are_asked_for_and_counted_apart() -> None:
    world = dated_depot()
    step = play(world, hit(HitKind.BIN, "D1"), C.N5, hit(HitKind.PRODUCT, "CANDLE", lot="L1"))
    assert step.outcome.kind is Working.EXPIRY_NEEDED
    assert prompt.prompt(left(step)) == (WorkPrompt.SCAN_EXPIRY, {"sku": "CANDLE"})
    step = play(world, hit(HitKind.TEXT, "2027-03-31"), task=step.task)
    assert step.outcome == Outcome(Counting.UNIT_COUNTED, {"sku": "CANDLE", "counted": 5})
    late = hit(HitKind.PRODUCT, "CANDLE", lot="L1", expiry=AUTUMN)
    right = play(dated_depot(), C.N6, late, C.OK, task=step.task)
    assert right.outcome == Outcome(Counting.COUNT_RIGHT, {"bin": "D1", "counted": 11})
    less = play(world, C.N5, late, C.OK, C.OK, C.N0, task=step.task)
    assert less.outcome.kind is Counting.COUNT_RECORDED
    assert [fact.body.get("why") for fact in less.facts if fact.body["delta"]] == ["unknown"]
    assert not any("why" in fact.body for fact in less.facts if not fact.body["delta"])
    # Nobody sees on a candle that it is on hold: the one that lacks is one for sale.
    said = [
        (f.body["key"].get("expiry"), f.body["key"].get("status"), f.body["delta"])
        for f in less.facts
    ]
    assert sorted(said, key=str) == [
        ("2027-03-31", None, 0),
        ("2027-09-30", "hold", 0),
        ("2027-09-30", None, -1),
    ]
    place = world.bin("D1")
    assert place is not None
    assert place.of(StockKey("CANDLE", "L1", AUTUMN)) == 3


def test_serial_numbers_are_scanned_one_by_one() -> None:
    one = hit(HitKind.PRODUCT, "CLOCK", serial="SN1")
    step = play(depot(), A1, C.N2, CLOCK)
    assert (step.outcome.kind, left(step).typed) == (Working.COUNT_NOT_ALLOWED, "")
    step = play(depot(), one, one, task=step.task)
    assert (step.outcome.kind, len(left(step).units)) == (Working.SERIAL_REPEATED, 1)


def test_digits_are_a_number_of_the_next_product() -> None:
    step = play(depot(), A1, C.N0, C.N1, C.N2)
    assert prompt.prompt(left(step)) == (WorkPrompt.SCAN_COUNTED, {"number": "12"})
    assert play(depot(), C.OK, task=step.task).outcome == Outcome(Anywhere.DIGITS, {"number": "12"})
    assert left(play(depot(), C.DELETE, task=step.task)).typed == "1"
    assert left(play(depot(), C.CLEAR, task=step.task)).typed == ""
    many = play(depot(), *DIGITS[5:8], MUG, task=step.task)
    assert many.outcome.values["counted"] == 12567
    refused = play(depot(), *DIGITS[5:10], task=step.task)
    assert refused.outcome.kind is Anywhere.NUMBER_TOO_LONG
    assert left(refused).typed == "125678"
    none = play(depot(), A1, C.N0, POT)
    assert none.outcome.values["counted"] == 0


def test_undo_takes_the_last_one_back_and_then_the_bin() -> None:
    world = depot()
    step = play(world, A1, MUG, POT, C.UNDO)
    assert (step.outcome.values["what"], len(left(step).units)) == ("POT", 1)
    step = play(world, C.UNDO, C.UNDO, task=step.task)
    assert (step.outcome.values["what"], left(step).phase) == ("A1", CountPhase.BIN)


def test_counting_again_forgets_only_what_differed() -> None:
    world = depot()
    step = play(world, A1, *TWENTY, POT, POT, C.OK, C.UNDO)
    assert step.outcome == Outcome(Counting.COUNT_AGAIN, {"skus": "POT"})
    assert {unit.sku for unit in left(step).units} == {"MUG"}
    assert play(world, POT, C.OK, task=step.task).outcome.kind is Counting.COUNT_RIGHT


def test_one_that_was_forgotten_is_simply_scanned() -> None:
    world = depot()
    asked = play(world, A1, *TWENTY, C.OK)
    step = play(world, POT, C.OK, task=asked.task)
    assert step.outcome.kind is Counting.COUNT_RIGHT


# --- refusals ---------------------------------------------------------------------------------


def test_another_bin_waits_until_this_one_is_finished() -> None:
    step = play(depot(), A1, MUG, hit(HitKind.BIN, "C9"))
    assert step.outcome == Outcome(Counting.FINISH_BIN_FIRST, {"bin": "A1"})
    assert step.outcome.severity is Severity.SOFT
    assert left(step).bin == "A1"
    assert play(depot(), A1, task=step.task).outcome.kind is Working.BIN_OK


@pytest.mark.parametrize("wrong", [HitKind.ORDER, HitKind.BADGE, HitKind.TOTE, HitKind.PARCEL])
def test_other_things_are_refused_and_nothing_is_lost(wrong: HitKind) -> None:
    task = left(play(depot(), A1, MUG))
    step = play(depot(), hit(wrong, "x"), task=task)
    assert (step.outcome.kind, step.task) == (Anywhere.NOT_HERE, task)
    assert play(depot(), hit(HitKind.TEXT, "x"), task=task).outcome.kind is Anywhere.UNKNOWN_CODE


def test_without_a_bin_there_is_nothing_to_count() -> None:
    assert play(depot(), MUG).outcome.kind is Anywhere.NOT_HERE
    assert play(depot(), hit(HitKind.BIN, "Z9")).outcome.kind is Anywhere.UNKNOWN_CODE
    assert play(depot(), C.OK).outcome.kind is Anywhere.COMMAND_NOT_HERE
    for pressed in (C.CLEAR, C.HOME, C.UNDO):
        assert play(depot(), pressed).task is None


def test_leaving_asks_once() -> None:
    world = depot()
    asked = play(world, A1, MUG, C.CLEAR)
    assert (asked.outcome.kind, asked.facts) == (Counting.LEAVE_COUNT_ASKED, ())
    assert prompt.prompt(left(asked))[0] is CountPrompt.LEAVE_COUNT
    assert play(world, C.PRINT, task=asked.task).outcome.kind is Anywhere.COMMAND_NOT_HERE
    assert len(left(play(world, C.UNDO, task=asked.task)).units) == 1
    assert left(play(world, MUG, task=asked.task)).phase is CountPhase.ITEMS
    for pressed in (C.CLEAR, C.OK):
        gone = play(world, pressed, task=asked.task)
        assert (gone.outcome.kind, left(gone).before, gone.facts) == (Counting.COUNT_LEFT, None, ())
    assert play(world, C.HOME, task=asked.task).task is None
    assert play(world, A1, C.CLEAR).outcome.kind is Counting.COUNT_LEFT


def test_who_may_not_count_records_nothing() -> None:
    world = depot()
    world.operator = "nobody"
    step = play(world, A1, *TWENTY, POT, C.OK)
    assert (step.outcome, step.facts) == (Outcome(Anywhere.NO_PERMISSION, {"role": "picker"}), ())


# --- what others do meanwhile -----------------------------------------------------------------


def picked(sku: str) -> NewFact:
    body = {"bin": "A1", "sku": sku, "quantity": 1, "line": 1}
    return NewFact(FactKind.UNIT_PICKED, (Subject(Kind.BIN, "A1"),), body)


@pytest.mark.parametrize(
    "pressed", [(), (C.OK,), (C.OK, C.OK)], ids=["counting", "comparing", "explaining"]
)
def test_stock_that_moved_meanwhile_is_counted_again(pressed: tuple[Command, ...]) -> None:
    world = depot()
    task = left(play(world, A1, C.N9, MUG, POT, *pressed))
    world.do(picked("MUG"))
    answer = C.N0 if len(pressed) == 2 else C.OK
    step = play(world, answer, task=task)
    assert (step.outcome, step.facts) == (Outcome(Counting.COUNT_DISTURBED, {"skus": "MUG"}), ())
    assert {unit.sku for unit in left(step).units} == {"POT"}
    step = play(world, C.N1, C.N9, MUG, C.OK, task=step.task)
    assert step.outcome.kind is Counting.COUNT_RIGHT
    assert step.facts[0].body["moves"] == 1


def test_moves_that_cancel_each_other_disturb_all_of_it() -> None:
    world = depot()
    task = left(play(world, A1, *TWENTY, POT, CLOCK))
    world.do(picked("MUG"), replace(picked("MUG"), kind=FactKind.PICK_UNDONE))
    step = play(world, C.OK, task=task)
    assert (step.outcome.values["skus"], left(step).units) == ("CLOCK, MUG, POT", ())


def test_negative_stock_is_put_right() -> None:
    world = depot()
    world.put(Kind.BIN, "C9", Bin("C9", stock=(BinStock("MUG", -2),)))
    step = play(world, hit(HitKind.BIN, "C9"), MUG, C.OK, C.OK, C.N0)
    assert bodies(step) == [("MUG", "", 1, -2, 3)]


# --- anything at all --------------------------------------------------------------------------


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(HITS, st.sampled_from([A1, MUG, POT, CANDLE, *Command])), max_size=20))
def test_no_input_raises_or_loses_the_session(inputs: list[Hit | Command]) -> None:
    world, task = depot(), CountTask()
    for one in inputs:
        before = task
        step = play(world, one, task=task)
        if step.task is None:
            break
        task = step.task
        assert codec.from_text(CountTask, codec.to_text(task)) == task
        asks_as_declared(*prompt.prompt(task))
        refused = step.outcome.severity is Severity.BAD
        assert not refused or task.units == before.units
        assert bool(step.facts) == (
            step.outcome.kind in {Counting.COUNT_RIGHT, Counting.COUNT_RECORDED}
        )
        world.do(*step.facts)


# --- packs ----------------------------------------------------------------------------------------


def test_a_bin_is_counted_by_cases() -> None:
    world = depot()
    twelve = replace(MUG, pack=PackSize(PackLevel.CASE, 12))
    six = replace(MUG, pack=PackSize(PackLevel.INNER, 6))
    step = play(world, A1, twelve, six, MUG, MUG, POT, C.OK)
    assert step.outcome.kind is Counting.COUNT_RIGHT
    assert bodies(step) == [("MUG", "", 20, 20, 0), ("POT", "", 1, 1, 0)]
    case = {"level": "case", "count": 1, "units": 12}
    inner = {"level": "inner", "count": 1, "units": 6}
    assert [fact.body.get("packs") for fact in step.facts] == [[case, inner], None]


def test_a_number_before_a_case_multiplies_and_undo_takes_all_of_it_back() -> None:
    world = depot()
    twelve = replace(MUG, pack=PackSize(PackLevel.CASE, 12))
    step = play(world, A1, C.N3, twelve)
    assert step.outcome.values["counted"] == 36
    step = play(world, C.UNDO, twelve, C.N2, twelve, task=left(step))
    assert step.outcome.values["counted"] == 36
    step = play(world, C.OK, C.OK, C.N1, task=left(step))
    packs = [fact.body.get("packs") for fact in step.facts if fact.body["sku"] == "MUG"]
    assert packs == [[{"level": "case", "count": 3, "units": 12}]]


def test_a_case_cannot_be_counted_for_its_serial_numbers() -> None:
    world = depot()
    step = play(world, hit(HitKind.BIN, "B2"), replace(CLOCK, pack=PackSize(PackLevel.CASE, 4)))
    assert step.outcome.kind is Working.PACK_OF_SERIALS
    assert left(step).units == ()


def test_the_count_on_a_label_is_counted() -> None:
    """A label of a logistic unit says how many are in it: never one."""
    world = depot()
    step = play(world, A1, hit(HitKind.PRODUCT, "MUG", count=12, contained=True))
    assert step.outcome.values["counted"] == 12


def test_a_case_waits_for_its_lot() -> None:
    world = depot()
    nine = replace(CANDLE, pack=PackSize(PackLevel.CASE, 9))
    asked = play(world, hit(HitKind.BIN, "B1"), nine)
    assert asked.outcome.kind is Working.LOT_NEEDED
    step = play(world, hit(HitKind.TEXT, "L1"), C.OK, task=left(asked))
    assert step.outcome.kind is Counting.COUNT_RIGHT
    assert step.facts[0].body["packs"] == [{"level": "case", "count": 1, "units": 9}]


def test_either_date_of_a_label_tells_the_goods() -> None:
    """(15) and (17) are both kept; a label may tell one of them."""
    world = warehouse()
    stock = (
        BinStock("CANDLE", 5, "L1", AUTUMN, best_before=SPRING),
        BinStock("CANDLE", 4, "L1", date(2028, 3, 31)),
    )
    world.put(Kind.BIN, "D1", Bin("D1", 9, stock=stock))
    best = hit(HitKind.PRODUCT, "CANDLE", lot="L1", expiry=SPRING)
    used = hit(HitKind.PRODUCT, "CANDLE", lot="L1", expiry=AUTUMN)
    late = hit(HitKind.PRODUCT, "CANDLE", lot="L1", expiry=date(2028, 3, 31))
    step = play(world, hit(HitKind.BIN, "D1"), C.N2, best, C.N3, used, C.N4, late, C.OK)
    assert step.outcome == Outcome(Counting.COUNT_RIGHT, {"bin": "D1", "counted": 9})
