"""What a person may decide about an exception, what that makes, and what is refused in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.desk.decide import decide
from app.domain.desk.decisions import Decision, offered
from app.domain.desk.holding import HELD_HERE
from app.domain.desk.outcome import Deciding
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome
from app.domain.rows.exceptions import exception_name
from app.domain.rows.orders import Order, ParcelMark, Stage, Sub
from app.domain.rows.progress import standing
from app.domain.rows.tasks import TaskKind
from app.domain.rows.things import Bin, BinStock, ExceptionRow, Look, Parcel
from app.domain.stock import Status
from tests.unit.domain.world import NOW, ORDER, FakeWorld, order, warehouse

K = FactKind
D = Decision
CONFLICTS = Path(__file__).parents[4] / "docs" / "conflicts.md"


def reasons() -> list[str]:
    """The closed set of docs/conflicts.md."""
    table = CONFLICTS.read_text(encoding="utf-8").partition("## Every reason")[2]
    cells = re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)
    return [reason for cell in cells for reason in re.findall(r"`(\w+)`", cell)]


def card(reason: str, kind: Kind = Kind.ORDER, name: str = ORDER, **changes: Any) -> ExceptionRow:
    plain = ExceptionRow("e0", reason, kind.value, name, "P2", "12", NOW - timedelta(minutes=5))
    return replace(plain, **changes)


def short_order(**changes: Any) -> Order:
    """Two mugs and a pot; both mugs are short."""
    plain = order(("MUG", 2), ("POT", 1))
    short = (replace(plain.lines[0], short=2), *plain.lines[1:])
    return replace(standing(plain, Sub.STARTED), lines=short, **changes)


@pytest.fixture
def world() -> FakeWorld:
    found = warehouse()
    found.put(Kind.ORDER, ORDER, short_order())
    return found


def said(row: ExceptionRow, decision: Decision, world: FakeWorld, note: str = "") -> Any:
    """The facts of a decision, or what refuses it."""
    about = Subject(Kind(row.subject_kind), row.subject_id) if row.subject_kind else None
    name = exception_name(row.reason, about, row.station).id
    return decide(name, row, decision, note, world)


def made(row: ExceptionRow, decision: Decision, world: FakeWorld) -> tuple[NewFact, ...]:
    found = said(row, decision, world)
    assert not isinstance(found, Outcome), found
    facts: tuple[NewFact, ...] = found
    return facts


def refused(row: ExceptionRow, decision: Decision, world: FakeWorld) -> tuple[Deciding, Any]:
    found = said(row, decision, world)
    assert isinstance(found, Outcome)
    assert isinstance(found.kind, Deciding)
    return found.kind, dict(found.values)


WORK = {
    "short": {D.PICK_AGAIN, D.SHIP_PARTLY, D.COUNT, D.HOLD_ORDER},
    "nothing_picked": {D.PICK_AGAIN, D.SHIP_PARTLY, D.HOLD_ORDER},
    "promise_broken": {D.HOLD_ORDER},
    "damaged": {D.HOLD_ORDER},
    "placed_twice": {D.HOLD_ORDER},
    "changed_after_cancel": {D.HOLD_ORDER},
    "held_while_worked": {D.RELEASE_ORDER},
    "picked_on_hold": {D.RELEASE_ORDER},
    "recount": {D.COUNT},
    "negative_stock": {D.COUNT},
    "unknown_bin": {D.COUNT},
    "impossible_move": {D.COUNT},
    "return_goods": {D.PUT_BACK},
    "picked_cancelled": {D.PUT_BACK},
    "packed_cancelled": {D.PUT_BACK},
    "loaded_cancelled": {D.PUT_BACK},
    "picked_twice": {D.PUT_BACK},
    "packed_twice": {D.PUT_BACK},
    "lines_changed_while_worked": {D.PUT_BACK, D.HOLD_ORDER},
    "carrier_changed": {D.NEW_LABEL, D.HOLD_ORDER},
    "address_changed_after_loading": {D.NEW_LABEL},
    "printed_twice": {D.NEW_LABEL},
    "sealed_twice": {D.NEW_LABEL},
    "sscc_used_twice": {D.NEW_LABEL},
}
"""Where the house can do something, and what."""


def test_every_reason_has_its_decisions() -> None:
    found = reasons()
    assert len(found) > 60
    assert set(WORK) <= set(found)
    for reason in found:
        choices = offered(reason)
        assert choices[-1] is D.ACCEPT
        assert len(set(choices)) == len(choices)
        assert set(choices) - {D.ACCEPT, D.TAKE} == WORK.get(reason, set()), reason
        assert (D.TAKE in choices) is (reason != "help_wanted")


@pytest.mark.parametrize("reason", ["help_wanted", "short", "recount", "taken_over_twice"])
def test_accept_ends_it_and_takes_ones_name_and_note(reason: str, world: FakeWorld) -> None:
    (fact,) = said(card(reason), D.ACCEPT, world, "the customer knows")
    assert fact.kind is K.EXCEPTION_DECIDED
    about, exception = fact.subjects
    assert about == Subject(Kind.ORDER, ORDER)
    assert exception == exception_name(reason, about, "P2")
    assert fact.body == {
        "card": "e0",
        "reason": reason,
        "decision": "accept",
        "ends": True,
        "note": "the customer knows",
    }


def test_who_takes_it_leaves_it_open(world: FakeWorld) -> None:
    (fact,) = made(card("loaded_twice", Kind.PARCEL, "1"), D.TAKE, world)
    assert (fact.body["decision"], fact.body["ends"], "note" in fact.body) == ("take", False, False)


def test_an_exception_about_no_row_is_decided_alone(world: FakeWorld) -> None:
    row = ExceptionRow("e0", "unknown_kind", "", "", "P2", "12", NOW)
    (fact,) = made(row, D.ACCEPT, world)
    assert fact.subjects == (Subject(Kind.EXCEPTION, "unknown_kind//P2"),)


def test_what_the_reason_does_not_offer_is_refused(world: FakeWorld) -> None:
    assert refused(card("short"), D.PUT_BACK, world) == (
        Deciding.NOT_OFFERED,
        {"decision": "put_back"},
    )


# --- short goods ----------------------------------------------------------------------------------


def test_short_units_are_picked_again(world: FakeWorld) -> None:
    decided, back = made(card("short"), D.PICK_AGAIN, world)
    assert decided.body["ends"] is False
    assert (back.kind, back.body["line"], back.body["quantity"]) == (K.SHORT_TAKEN_BACK, 1, 2)
    packing = standing(short_order(), Sub.PACKING)
    world.put(Kind.ORDER, ORDER, packing)
    assert world.do(back) == []
    after = world.order(ORDER)
    assert after is not None
    assert (after.sub, after.lines[0].short, after.pickable) == (Sub.STARTED, 0, True)


def test_as_many_as_there_are_come_back(world: FakeWorld) -> None:
    world.put(Kind.BIN, "A1", Bin("A1", stock=(BinStock("MUG", 1),)))
    world.put(Kind.BIN, "C3", Bin("C3"))
    _, back = made(card("short"), D.PICK_AGAIN, world)
    assert back.body["quantity"] == 1


def test_no_unit_comes_back_for_two_lines(world: FakeWorld) -> None:
    only_in(world, Bin("A1", stock=(BinStock("MUG", 4),)))
    lines = order(("MUG", 5), ("MUG", 3)).lines
    one_waits = replace(lines[0], short=4), replace(lines[1], short=2)  # and one of each is wanted
    world.put(Kind.ORDER, ORDER, replace(short_order(), lines=one_waits))
    facts = made(card("short"), D.PICK_AGAIN, world)[1:]
    assert [(one.body["line"], one.body["quantity"]) for one in facts] == [(1, 2)]


def only_in(world: FakeWorld, row: Bin) -> None:
    for code in ("A1", "C3"):
        world.put(Kind.BIN, code, Bin(code))
    world.put(Kind.BIN, row.code, row)


MISSED = (Look("MUG", missed_at=NOW),)


@pytest.mark.parametrize(
    "place",
    [
        Bin("A1", stock=(BinStock("MUG", 4),), looks=MISSED),
        Bin("A1", stock=(BinStock("MUG", 4, status=Status.DAMAGED),)),
        Bin("A1", stock=(BinStock("MUG", 4, owner="Other"),)),
    ],
    ids=["missed there", "damaged", "of another owner"],
)
def test_goods_that_nobody_may_pick_are_named(place: Bin, world: FakeWorld) -> None:
    only_in(world, place)
    assert refused(card("short"), D.PICK_AGAIN, world) == (
        Deciding.NO_STOCK_BUT,
        {"sku": "MUG", "bin": "A1", "units": 4},
    )


def test_the_lot_that_the_order_names_must_be_there(world: FakeWorld) -> None:
    plain = short_order()
    world.put(
        Kind.ORDER, ORDER, replace(plain, lines=(replace(plain.lines[0], lot="L9"), plain.lines[1]))
    )
    assert refused(card("short"), D.PICK_AGAIN, world)[0] is Deciding.NO_STOCK_BUT


def test_nobody_has_any(world: FakeWorld) -> None:
    only_in(world, Bin("A1"))
    assert refused(card("short"), D.PICK_AGAIN, world) == (Deciding.NO_STOCK_LEFT, {"sku": "MUG"})


REFUSED_AGAIN = {
    Deciding.SHORT_OF_NOTHING: order(("MUG", 2)),
    Deciding.ORDER_AT_WORK: short_order(worked_by="P7"),
    Deciding.ORDER_PAST_THAT: standing(short_order(), Sub.PACKED),
}


@pytest.mark.parametrize("why", list(REFUSED_AGAIN), ids=lambda why: why.value)
def test_no_picker_is_sent_in_vain(why: Deciding, world: FakeWorld) -> None:
    world.put(Kind.ORDER, ORDER, REFUSED_AGAIN[why])
    assert refused(card("short"), D.PICK_AGAIN, world)[0] is why


def test_the_order_goes_on_without(world: FakeWorld) -> None:
    (fact,) = made(card("short"), D.SHIP_PARTLY, world)
    assert fact.body["ends"] is True


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (order(("MUG", 2)), Deciding.SHORT_OF_NOTHING),
        (short_order(complete=True), Deciding.WANTS_ALL),
        (replace(short_order(), lines=short_order().lines[:1]), Deciding.NOTHING_TO_SHIP),
        (standing(short_order(), Sub.CANCELLED), Deciding.ORDER_PAST_THAT),
    ],
    ids=["all there", "all or nothing", "nothing left", "cancelled"],
)
def test_it_does_not_go_on(row: Order, why: Deciding, world: FakeWorld) -> None:
    world.put(Kind.ORDER, ORDER, row)
    assert refused(card("short"), D.SHIP_PARTLY, world)[0] is why


# --- holding --------------------------------------------------------------------------------------


def test_an_order_is_held_and_given_free(world: FakeWorld) -> None:
    decided, held = said(card("damaged"), D.HOLD_ORDER, world, "customer is asked")
    assert (decided.body["ends"], held.body) == (False, {"reason": "customer is asked"})
    assert world.do(held) == []
    row = world.order(ORDER)
    assert row is not None and row.held_for == "customer is asked"
    assert refused(card("short"), D.HOLD_ORDER, world)[0] is Deciding.HELD_ALREADY
    _, free = made(card("held_while_worked"), D.RELEASE_ORDER, world)
    assert world.do(free) == []
    row = world.order(ORDER)
    assert row is not None and not row.held_for


def test_who_says_nothing_has_a_reason_all_the_same(world: FakeWorld) -> None:
    _, held = made(card("damaged"), D.HOLD_ORDER, world)
    assert held.body["reason"] == HELD_HERE


@pytest.mark.parametrize(
    ("row", "decision", "why"),
    [
        (standing(short_order(), Sub.MANIFESTED), D.HOLD_ORDER, Deciding.ORDER_PAST_THAT),
        (short_order(hold="unpaid"), D.RELEASE_ORDER, Deciding.HELD_BY_SHOP),
        (short_order(), D.RELEASE_ORDER, Deciding.NOT_HELD),
    ],
    ids=["gone", "the shop's", "free"],
)
def test_a_hold_that_nobody_here_can_change(
    row: Order, decision: Decision, why: Deciding, world: FakeWorld
) -> None:
    world.put(Kind.ORDER, ORDER, row)
    reason = "damaged" if decision is D.HOLD_ORDER else "picked_on_hold"
    assert refused(card(reason), decision, world)[0] is why


# --- bins, goods that go back, labels -------------------------------------------------------------


def test_the_bin_is_counted(world: FakeWorld) -> None:
    decided, task = made(card("recount", Kind.BIN, "A1"), D.COUNT, world)
    assert decided.body["ends"] is False
    assert world.do(task) == []
    (job,) = world.open_tasks()
    assert (job.kind, job.source, job.sku, job.zone) == (TaskKind.COUNT, "A1", "", "A")


def test_where_the_goods_were_missed_is_counted(world: FakeWorld) -> None:
    assert refused(card("short"), D.COUNT, world)[0] is Deciding.NO_BIN_TO_COUNT
    world.put(Kind.BIN, "A1", Bin("A1", stock=(BinStock("MUG", 4),), looks=MISSED))
    _, task = made(card("short"), D.COUNT, world)
    assert world.do(task) == []
    assert [(job.source, job.sku) for job in world.open_tasks()] == [("A1", "MUG")]


def test_goods_go_back_where_there_are_any(world: FakeWorld) -> None:
    assert refused(card("picked_twice"), D.PUT_BACK, world)[0] is Deciding.NOTHING_TO_PUT_BACK
    plain = order(("MUG", 2))
    too_many = replace(plain, lines=(replace(plain.lines[0], picked=3),))
    world.put(Kind.ORDER, ORDER, too_many)
    (fact,) = made(card("picked_twice"), D.PUT_BACK, world)
    assert fact.body["ends"] is False


@pytest.mark.parametrize("stage", Stage)
def test_a_box_gets_a_label_while_it_is_here(stage: Stage, world: FakeWorld) -> None:
    world.put(Kind.PARCEL, "1", Parcel("1", ORDER, 1, stage=stage))
    world.put(Kind.ORDER, ORDER, short_order(parcels=(ParcelMark("1", 1, stage),)))
    gone = stage in {Stage.DISPATCHED, Stage.VOID}
    for row in (card("printed_twice", Kind.PARCEL, "1"), card("carrier_changed")):
        found = said(row, D.NEW_LABEL, world)
        assert isinstance(found, Outcome) is gone
        assert not gone or found.kind is Deciding.BOX_HAS_LEFT


@pytest.mark.parametrize(
    ("row", "decision"),
    [
        (card("recount", Kind.BIN, "Q9"), D.COUNT),
        (card("short", name="shop:SO-77"), D.PICK_AGAIN),
        (card("printed_twice", Kind.PARCEL, "77"), D.NEW_LABEL),
    ],
    ids=["bin", "order", "box"],
)
def test_nothing_is_begun_about_what_nobody_knows(
    row: ExceptionRow, decision: Decision, world: FakeWorld
) -> None:
    assert refused(row, decision, world) == (Deciding.THING_GONE, {"code": row.subject_id})


# --- two people -----------------------------------------------------------------------------------


def test_the_second_one_sees_who_solved_it(world: FakeWorld) -> None:
    at = NOW - timedelta(minutes=2, seconds=30)
    row = card("short", closed=True, closed_at=at, decision="ship_partly", decided_by="1")
    assert refused(row, D.ACCEPT, world) == (
        Deciding.SOLVED_BEFORE,
        {"operator": "Sue", "minutes": 2, "decision": "ship_partly"},
    )
    by_itself = card("short", closed=True, closed_at=at)
    assert refused(by_itself, D.ACCEPT, world) == (Deciding.ENDED_BEFORE, {"minutes": 2})
