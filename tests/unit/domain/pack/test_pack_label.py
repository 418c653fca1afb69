"""A label: in doubt it is never sent again by itself, and a proven one stays proven."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.commands import Command
from app.domain.facts import FactKind, NewFact
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack import opening
from app.domain.pack.label import REPRINTS, reprint_reason
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.pack.prompt import prompt
from app.domain.pack.task import PackPhase, PackTask, subjects_of
from app.domain.rows.orders import Stage
from app.domain.rows.things import Label, Parcel
from app.domain.world import HitKind, Want, Wish
from tests.unit.domain.pack.test_packing import BOX1, SMALL, begin, label, now, play, product
from tests.unit.domain.world import ORDER, FakeWorld, hit, warehouse

K = FactKind
PRINTER = hit(HitKind.PRINTER, "Z2")
News = dict[str, Any]
TAKEN: News = {"proof": "taken"}
COUNTED: News = {"proof": "counted"}
PAPER_OUT: News = {"reason": "paper_out", "doubtful": False}
IN_DOUBT: News = {"reason": "paper_out", "doubtful": True}
NEWS = ["taken", "counted", "failed", "doubtful"]


def sealed() -> tuple[FakeWorld, PackTask]:
    """A box whose label was ordered and of which nothing is known yet."""
    world = warehouse()
    task = play(world, begin(world, ("MUG", 2)), SMALL, product("MUG"), product("MUG")).task
    assert task is not None
    return world, task


def told(world: FakeWorld, count: int, news: News) -> None:
    """The printer's word on one print order."""
    kind = K.LABEL_FAILED if "reason" in news else K.LABEL_SENT
    body = {"sscc": BOX1, "count": count, **news}
    assert world.do(NewFact(kind, subjects_of(ORDER, BOX1), body)) == []


def box(world: FakeWorld) -> Parcel:
    row = world.parcel(BOX1)
    assert row is not None
    return row


def labels(wishes: tuple[Wish, ...]) -> list[tuple[int, str, bool]]:
    """Count, printer and clear of every label that is asked for."""
    return [(one.count, one.printer, one.clear) for one in wishes if one.want is Want.LABEL]


# --- in doubt ------------------------------------------------------------------------------------


def test_a_label_in_doubt_is_not_sent_again_by_opening_the_order() -> None:
    world, task = sealed()
    told(world, 1, IN_DOUBT)
    play(world, task, Command.FINISH)
    for station in ("P1", "P2"):
        world.station = station
        step = opening.start(ORDER, now(world), world)
        assert labels(step.wishes) == []
        assert step.task is not None
        assert prompt(step.task, world) == (PackPrompt.LABEL_DOUBTFUL, {"reason": "paper_out"})
        assert world.do(*step.facts) == []


@pytest.mark.parametrize("station", ["P1", "P2"])
def test_a_label_nobody_heard_of_is_in_doubt_when_the_order_is_opened(station: str) -> None:
    world, task = sealed()
    play(world, task, Command.FINISH)
    world.station = station
    step = opening.start(ORDER, now(world), world)
    assert labels(step.wishes) == []
    assert world.do(*step.facts) == []
    assert (box(world).label, box(world).label_reason) == (Label.DOUBTFUL, "interrupted")


def test_only_print_sends_it_again_and_the_printer_is_cleared_first() -> None:
    world, task = sealed()
    told(world, 1, IN_DOUBT)
    for other in (Command.OK, Command.CLEAR, Command.N1, Command.DELETE):
        assert labels(play(world, task, other).wishes) == []
    step = play(world, task, Command.PRINT)
    assert labels(step.wishes) == [(2, "", True)]
    assert step.facts[0].body["reason"] == "paper_out"
    assert box(world).label is Label.NONE


def test_what_was_in_doubt_and_then_counted_is_to_be_scanned() -> None:
    world, task = sealed()
    told(world, 1, IN_DOUBT)
    told(world, 1, COUNTED)
    assert prompt(task, world) == (PackPrompt.SCAN_LABEL, {})
    assert box(world).label_reason == ""


def test_a_label_in_doubt_is_proven_by_its_scan() -> None:
    world, task = sealed()
    told(world, 1, IN_DOUBT)
    assert play(world, task, label()).outcome.kind is Packing.ORDER_PACKED
    assert (box(world).label, box(world).stage) == (Label.PROVEN, Stage.CLOSED)


@pytest.mark.parametrize("late", [TAKEN, COUNTED, PAPER_OUT, IN_DOUBT], ids=NEWS)
def test_news_of_an_older_print_order_changes_nothing(late: News) -> None:
    world, task = sealed()
    told(world, 1, IN_DOUBT)
    play(world, task, Command.PRINT)
    before = box(world)
    told(world, 1, late)
    assert replace(box(world), copies=before.copies) == before
    told(world, 2, TAKEN)
    told(world, 1, late)
    assert (box(world).label, box(world).prints) == (Label.SENT, 2)


@pytest.mark.parametrize("late", [TAKEN, COUNTED, PAPER_OUT, IN_DOUBT], ids=NEWS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_nothing_but_opening_the_box_takes_a_proof_away(late: News, count: int) -> None:
    world, task = sealed()
    play(world, task, label())
    told(world, count, late)
    again = {"sscc": BOX1, "count": count, "reason": "lost"}
    world.do(NewFact(K.LABEL_REPRINTED, subjects_of(ORDER, BOX1), again))
    assert (box(world).label, box(world).stage) == (Label.PROVEN, Stage.CLOSED)
    assert box(world).label_reason == ""


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.sampled_from([TAKEN, COUNTED, PAPER_OUT, IN_DOUBT])),
        max_size=6,
    )
)
def test_whatever_the_printers_say_only_a_scan_proves(
    news: list[tuple[int, News]],
) -> None:
    world, task = sealed()
    before = box(world).prints
    for count, said in news:
        told(world, count, said)
    assert box(world).label is not Label.PROVEN
    assert box(world).prints == max([before, *(count for count, _ in news)])
    newest = [said for count, said in news if count == box(world).prints]
    if newest:
        wanted = Label.SENT
        if "reason" in newest[-1]:
            wanted = Label.DOUBTFUL if newest[-1]["doubtful"] else Label.FAILED
        assert box(world).label is wanted
    play(world, task, label())
    assert box(world).label is Label.PROVEN


def test_the_newest_order_wins_in_any_sequence() -> None:
    for news in permutations([(1, IN_DOUBT), (2, PAPER_OUT), (3, TAKEN)]):
        world, _ = sealed()
        for count, said in news:
            told(world, count, said)
        assert (box(world).label, box(world).prints) == (Label.SENT, 3), news


# --- failed --------------------------------------------------------------------------------------


def test_a_label_that_failed_is_sent_again_under_the_next_number() -> None:
    world, task = sealed()
    told(world, 1, PAPER_OUT)
    assert prompt(task, world) == (PackPrompt.LABEL_TROUBLE, {"reason": "paper_out"})
    step = play(world, task, Command.PRINT)
    assert labels(step.wishes) == [(2, "", False)]


def test_opening_the_order_sends_a_failed_label_again_and_says_that_it_did() -> None:
    """Without a fact the row would still say "failed" while the printer may have the new one."""
    world, task = sealed()
    told(world, 1, PAPER_OUT)
    play(world, task, Command.FINISH)
    step = opening.start(ORDER, now(world), world)
    assert labels(step.wishes) == [(2, "", False)]
    world.do(*step.facts)
    assert (box(world).label, box(world).prints) == (Label.NONE, 2)


def test_a_label_sent_again_by_opening_the_order_is_not_sent_twice() -> None:
    """The program ends before the printer has answered; the order is opened once more."""
    world, task = sealed()
    told(world, 1, PAPER_OUT)
    play(world, task, Command.FINISH)
    first = opening.start(ORDER, now(world), world)
    world.do(*first.facts)
    assert labels(first.wishes) == [(2, "", False)]
    second = opening.start(ORDER, now(world), world)
    assert labels(second.wishes) == []


def test_a_box_closed_again_has_a_new_number() -> None:
    world, task = sealed()
    told(world, 1, TAKEN)
    step = play(world, task, Command.UNDO)
    assert box(world).label is Label.NONE
    step = play(world, step.task or task, Command.CLOSE)
    assert labels(step.wishes) == [(2, "", False)]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_box_closed_again_by_somebody_else_has_a_new_number_too(times: int) -> None:
    """The printer has not answered yet when the box is opened and put on a shelf."""
    world, task = sealed()
    numbers = [1]
    for _ in range(times):
        play(world, task, Command.UNDO, Command.HOLD, Command.OK)
        step = opening.start(ORDER, now(world), world)
        world.do(*step.facts)
        assert step.task is not None
        step = play(world, step.task, Command.CLOSE)
        numbers += [count for count, _, _ in labels(step.wishes)]
        task = step.task or task
    assert numbers == list(range(1, times + 2)), "no number is ever used again"


def test_a_box_that_is_sealed_late_elsewhere_stays_proven() -> None:
    """Two benches without the centre: the other one's facts come in after the proof."""
    world, task = sealed()
    play(world, task, label())
    late = NewFact(K.PARCEL_SEALED, subjects_of(ORDER, BOX1), {"sscc": BOX1, "count": 1})
    world.do(late)
    assert box(world).label is Label.PROVEN


@pytest.mark.parametrize("late", [TAKEN, PAPER_OUT, IN_DOUBT], ids=["taken", *NEWS[2:]])
def test_news_of_the_label_before_the_box_was_opened_says_nothing_of_the_new_one(
    late: News,
) -> None:
    world, task = sealed()
    opened = play(world, task, Command.UNDO)
    told(world, 1, late)
    step = play(world, opened.task or task, Command.CLOSE)
    assert step.task is not None
    assert prompt(step.task, world) == (PackPrompt.LABEL_PRINTING, {})


# --- why again -----------------------------------------------------------------------------------


def test_the_digits_are_the_reasons() -> None:
    assert [reprint_reason(one) for one in (Command.N1, Command.N2, Command.N3)] == list(REPRINTS)
    others = set(Command) - {Command.N1, Command.N2, Command.N3}
    assert {reprint_reason(one) for one in others} == {None}


@pytest.mark.parametrize(
    ("digit", "reason", "clear"),
    [
        (Command.N1, "not_out", True),
        (Command.N2, "unreadable", False),
        (Command.N3, "lost", False),
    ],
)
def test_a_label_that_was_sent_is_sent_again_for_a_reason(
    digit: Command, reason: str, clear: bool
) -> None:
    world, task = sealed()
    told(world, 1, TAKEN)
    asked = play(world, task, Command.PRINT)
    assert (asked.outcome.kind, asked.facts, asked.wishes) == (Packing.REPRINT_ASKED, (), ())
    step = play(world, asked.task or task, digit)
    assert labels(step.wishes) == [(2, "", clear)]
    assert [(one.kind, one.body) for one in step.facts] == [
        (
            K.LABEL_REPRINTED,
            {"sscc": BOX1, "count": 2, "reason": reason, "carrier": "DHL", "service": ""},
        )
    ]
    assert step.task is not None and step.task.phase is PackPhase.LABEL


@pytest.mark.parametrize("leave", [Command.UNDO, Command.CLEAR, Command.HOME])
def test_the_question_is_left_without_a_label(leave: Command) -> None:
    world, task = sealed()
    told(world, 1, TAKEN)
    step = play(world, task, Command.PRINT, leave)
    assert (step.facts, step.wishes) == ((), ())
    assert step.task == task


@pytest.mark.parametrize("other", [Command.N4, Command.N9, Command.N0, Command.OK, Command.PRINT])
def test_nothing_else_answers_the_question(other: Command) -> None:
    world, task = sealed()
    told(world, 1, TAKEN)
    step = play(world, task, Command.PRINT, other)
    assert (step.outcome.kind, step.facts, step.wishes) == (Anywhere.COMMAND_NOT_HERE, (), ())
    assert step.task is not None and step.task.phase is PackPhase.REPRINT


def test_the_right_label_ends_the_question() -> None:
    world, task = sealed()
    told(world, 1, TAKEN)
    assert play(world, task, Command.PRINT, label()).outcome.kind is Packing.ORDER_PACKED
    assert box(world).label is Label.PROVEN


def test_a_wrong_label_at_the_question_stops_and_leaves_it_open() -> None:
    world, task = sealed()
    told(world, 1, TAKEN)
    step = play(world, task, Command.PRINT, label("999"))
    assert step.outcome.kind is Packing.WRONG_LABEL
    assert play(world, step.task or task, Command.OK, Command.N2).outcome.kind is Packing.REPRINTING


def test_a_label_that_fell_into_doubt_under_the_question_is_cleared_whatever_the_reason() -> None:
    world, task = sealed()
    told(world, 1, TAKEN)
    asked = play(world, task, Command.PRINT)
    told(world, 1, IN_DOUBT)
    step = play(world, asked.task or task, Command.N3)
    assert labels(step.wishes) == [(2, "", True)]


# --- another bench's printer ---------------------------------------------------------------------


@pytest.mark.parametrize("news", [PAPER_OUT, IN_DOUBT], ids=NEWS[2:])
def test_a_label_in_trouble_goes_to_another_printer_once(news: News) -> None:
    world, task = sealed()
    told(world, 1, news)
    step = play(world, task, PRINTER)
    assert step.outcome.kind is Packing.SENT_ELSEWHERE
    # What another bench's printer holds is not ours to throw away.
    assert labels(step.wishes) == [(2, "Z2", False)]
    assert step.facts[0].body["printer"] == "Z2"
    refused = play(world, step.task or task, PRINTER)
    assert (refused.outcome.kind, refused.facts, refused.wishes) == (Anywhere.NOT_HERE, (), ())


def test_a_label_goes_to_another_printer_while_the_reason_is_asked() -> None:
    world, task = sealed()
    told(world, 1, TAKEN)
    step = play(world, task, Command.PRINT, PRINTER)
    assert labels(step.wishes) == [(2, "Z2", False)]
    assert step.task is not None and step.task.phase is PackPhase.LABEL
    assert step.facts[0].body["reason"] in {one.value for one in REPRINTS}


def test_a_label_without_trouble_stays_at_its_own_printer() -> None:
    world, task = sealed()
    for news in (None, TAKEN, COUNTED):
        if news:
            told(world, 1, news)
        step = play(world, task, PRINTER)
        assert (step.outcome.kind, step.facts, step.wishes, step.task) == (
            Anywhere.NOT_HERE,
            (),
            (),
            task,
        )


def test_a_printer_means_nothing_while_the_box_is_filled() -> None:
    world = warehouse()
    task = begin(world, ("MUG", 2))
    for before in ((), (SMALL,), (SMALL, product("MUG"))):
        step = play(world, task, *before, PRINTER)
        assert (step.outcome.kind, step.facts, step.wishes) == (Anywhere.NOT_HERE, (), ())
        world = warehouse()
        task = begin(world, ("MUG", 2))


def test_a_stop_is_answered_before_a_label_goes_elsewhere() -> None:
    world, task = sealed()
    told(world, 1, PAPER_OUT)
    step = play(world, replace(task, stopped="weight"), PRINTER)
    assert (step.outcome.kind, step.wishes) == (Packing.ANSWER_FIRST, ())
