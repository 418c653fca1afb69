"""Stock is the sum of the moves of each key, whatever the order in which they arrive."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import codec
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.reduce import moves, reduce
from app.domain.rows.stock_move import GONE, StockMove, bin_place
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import Reason, Status, StockKey, possible
from tests.unit.domain.world import as_fact

K = FactKind
SPRING, AUTUMN = date(2027, 3, 31), date(2027, 9, 30)
TEA = StockKey("TEA", "L1", SPRING)
LATER_TEA = replace(TEA, expiry=AUTUMN)
HELD = replace(TEA, status=Status.HOLD)
A1, B2 = bin_place("A1"), bin_place("B2")


def kept(*stock: BinStock) -> Bin:
    return Bin("A1", 1, "A", stock)


def changed(kind: FactKind, key: StockKey, quantity: int, **more: Any) -> NewFact:
    body = {"bin": "A1", "sku": key.sku, "lot": key.lot, "quantity": quantity, "from": A1}
    told = {"key": codec.dump(key)}
    return NewFact(kind, (Subject(Kind.BIN, "A1"),), body | told | more)


def after(row: Bin | None, new: NewFact, name: str = "A1") -> Bin:
    found = reduce(Kind.BIN, row, as_fact(new), name).row
    assert isinstance(found, Bin)
    return found


def moved(source: str, target: str, key: StockKey, into: StockKey, units: int = 1) -> NewFact:
    return StockMove(source, target, key, into, units, Reason.ASKED).fact()


# --- keys -------------------------------------------------------------------------------------


def test_one_lot_with_two_dates_stays_two() -> None:
    row = kept(BinStock("TEA", 5, "L1", SPRING), BinStock("TEA", 7, "L1", AUTUMN))
    row = after(row, changed(K.UNIT_PICKED, LATER_TEA, 2))
    assert (row.of(TEA), row.of(LATER_TEA), row.quantity("TEA")) == (5, 5, 10)


def test_a_fact_of_before_there_were_keys_means_the_stock_of_its_lot() -> None:
    row = kept(BinStock("TEA", 5, "L1", SPRING, opening=5))
    plain = NewFact(
        K.UNIT_PICKED,
        (Subject(Kind.BIN, "A1"),),
        {"bin": "A1", "sku": "TEA", "lot": "L1", "quantity": 2},
    )
    assert after(row, plain).stock == (BinStock("TEA", 3, "L1", SPRING, opening=5),)
    (from_bin, to_hand) = moves(as_fact(plain))
    assert (from_bin.keyed, to_hand.keyed) == (False, False)


def test_such_a_fact_takes_no_goods_that_nobody_may_pick() -> None:
    row = kept(BinStock("TEA", 5, "L1", status=Status.HOLD))
    plain = {"bin": "A1", "sku": "TEA", "lot": "L1", "quantity": 2}
    row = after(row, NewFact(K.UNIT_PICKED, (Subject(Kind.BIN, "A1"),), plain))
    assert (row.held("TEA", "L1"), row.of(StockKey("TEA", "L1"))) == (3, -2)


def test_goods_on_hold_do_not_hide_that_the_rest_is_below_nothing() -> None:
    row = kept(BinStock("TEA", 9, "L1", SPRING, status=Status.HOLD))
    effect = reduce(Kind.BIN, row, as_fact(changed(K.UNIT_PICKED, TEA, 1)))
    assert effect.exception == "negative_stock"


# --- moves ------------------------------------------------------------------------------------


def test_goods_go_to_another_bin() -> None:
    fact = moved(A1, B2, TEA, TEA, 3)
    assert fact.subjects == (Subject(Kind.BIN, "A1"), Subject(Kind.BIN, "B2"))
    assert after(kept(BinStock("TEA", 5, "L1", SPRING)), fact).of(TEA) == 2
    assert after(Bin("B2"), fact, "B2").of(TEA) == 3


def test_goods_change_their_status_where_they_lie() -> None:
    row = after(kept(BinStock("TEA", 5, "L1", SPRING)), moved(A1, A1, TEA, HELD, 2))
    assert (row.of(TEA), row.of(HELD), row.quantity("TEA")) == (3, 2, 5)


def test_a_bin_that_nobody_knows_is_made_with_what_came() -> None:
    effect = reduce(Kind.BIN, None, as_fact(moved(A1, B2, TEA, TEA, 3)), "B2")
    assert (effect.row.code, effect.row.of(TEA), effect.conflict) == ("B2", 3, "unknown_bin")


def test_what_was_brought_is_no_longer_missed() -> None:
    short = NewFact(
        K.PICK_SHORT, (Subject(Kind.BIN, "A1"),), {"bin": "A1", "sku": "TEA", "doubted": True}
    )
    row = after(kept(BinStock("TEA", 5, "L1", SPRING)), short)
    assert row.doubted("TEA")
    later = replace(as_fact(moved(B2, A1, TEA, TEA)), occurred_at=as_fact(short).occurred_at)
    assert not reduce(Kind.BIN, row, later, "A1").row.doubted("TEA")


IMPOSSIBLE = {
    "nothing": StockMove(A1, B2, TEA, TEA, 0),
    "less than nothing": StockMove(A1, B2, TEA, TEA, -1),
    "no way": StockMove(A1, A1, TEA, TEA, 1),
    "another product": StockMove(A1, B2, TEA, replace(TEA, sku="POT"), 1),
    "another lot": StockMove(A1, B2, TEA, replace(TEA, lot="L2"), 1),
    "another date": StockMove(A1, B2, TEA, LATER_TEA, 1),
    "another owner": StockMove(A1, B2, TEA, replace(TEA, owner="ACME"), 1),
    "scrap that lies in a bin": StockMove(A1, B2, TEA, replace(TEA, status=Status.SCRAP), 1),
    "gone, and not scrap": StockMove(A1, GONE, TEA, TEA, 1),
    "scrap that comes back": StockMove(GONE, A1, replace(TEA, status=Status.SCRAP), TEA, 1),
    "returned by nobody": StockMove(A1, A1, TEA, replace(TEA, status=Status.RETURNED), 1),
}


@pytest.mark.parametrize("move", IMPOSSIBLE.values(), ids=list(IMPOSSIBLE))
def test_a_move_that_cannot_be_moves_nothing_and_is_told(move: StockMove) -> None:
    assert not move.possible
    row = kept(BinStock("TEA", 5, "L1", SPRING))
    fact = as_fact(move.fact())
    assert moves(fact) == ()
    effect = reduce(Kind.BIN, row, fact, "A1")
    assert (effect.row, effect.conflict) == (row, "impossible_move")


@pytest.mark.parametrize(("old", "new"), [*itertools.permutations(Status, 2)])
def test_a_status_changes_only_as_the_table_says(old: Status, new: Status) -> None:
    target = GONE if new is Status.SCRAP else A1
    move = StockMove(A1, target, replace(TEA, status=old), replace(TEA, status=new), 1)
    assert move.possible is possible(old, new)
    if move.possible:  # and is undone, but for scrap
        assert move.undoing.possible is (new is not Status.SCRAP)
        moved = moves(as_fact(move.undoing.fact()))
        assert [one.was for one in moved] == [None] * len(moved), (
            "the table of changes asks nothing"
        )
    if not possible(old, new) and not possible(new, old):  # nothing was done that could be undone
        assert not replace(move, reason=Reason.UNDONE, target=A1).possible


def test_a_move_is_read_as_it_was_written() -> None:
    for move in (
        StockMove(A1, B2, TEA, TEA, 3),
        StockMove(A1, GONE, TEA, replace(TEA, status=Status.SCRAP), 1, Reason.SAMPLE, "T-9"),
        StockMove(A1, B2, TEA, replace(TEA, container="PAL-1"), 2, Reason.ASKED),
    ):
        assert StockMove.of(codec.dump(dict(move.fact().body))) == move


# --- the sum ----------------------------------------------------------------------------------

_keys = st.builds(
    StockKey,
    st.sampled_from(["TEA", "POT"]),
    st.sampled_from(["", "L1"]),
    st.sampled_from([None, SPRING, AUTUMN]),
    status=st.sampled_from([Status.AVAILABLE, Status.HOLD, Status.DAMAGED]),
    owner=st.sampled_from(["", "ACME"]),
)
_places = st.sampled_from([A1, B2, "tote:T-1"])


@st.composite
def _facts(draw: st.DrawFn) -> Fact:
    key, units = draw(_keys), draw(st.integers(1, 9))
    kind = draw(
        st.sampled_from(
            [K.STOCK_MOVED, K.UNIT_PICKED, K.PICK_UNDONE, K.UNIT_PUT_BACK, K.BIN_COUNTED]
        )
    )
    if kind is K.STOCK_MOVED:
        into = replace(key, status=draw(st.sampled_from(Status)))
        new = moved(draw(_places), draw(_places), key, into, units)
    elif kind is K.BIN_COUNTED:
        delta = draw(st.integers(-5, 5))
        new = changed(kind, key, units, counted=units, expected=units - delta, delta=delta)
    else:
        new = changed(kind, key, units, **{"from": "tote:T-1"})
    return as_fact(new)


def _bins(facts: Iterable[Fact]) -> dict[str, Counter[StockKey]]:
    rows: dict[str, Bin] = {}
    for fact in facts:
        for item in fact.concerns():
            rows[item.id] = reduce(item.kind, rows.get(item.id), fact, item.id).row
    return {
        name: Counter({one.key: one.quantity for one in row.stock if one.quantity})
        for name, row in rows.items()
        if any(one.quantity for one in row.stock)
    }


@given(st.lists(_facts(), max_size=12), st.randoms(use_true_random=False))
def test_every_key_is_the_sum_of_its_moves_in_any_order(facts: list[Fact], dice: Any) -> None:
    sums: dict[str, Counter[StockKey]] = {}
    for fact in facts:
        for move in moves(fact):
            if move.place.startswith("bin:"):
                sums.setdefault(move.place.removeprefix("bin:"), Counter())[move.key] += move.delta
    told = {
        name: Counter({key: units for key, units in found.items() if units})
        for name, found in sums.items()
        if any(found.values())
    }
    assert _bins(facts) == told
    dice.shuffle(facts)
    assert _bins(facts) == told
