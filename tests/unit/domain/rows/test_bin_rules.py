"""A count is a move: stock stays the sum of moves, and a count that did not know all is in doubt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import codec
from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.reduce import moves, reduce
from app.domain.rows.bin_rules import SETTLING
from app.domain.rows.things import Bin, BinStock, Look
from tests.unit.domain.world import NOW, as_fact

K = FactKind
A1 = (Subject(Kind.BIN, "A1"),)
TEN = Bin("A1", 1, "A", (BinStock("MUG", 10),), moves=3)
LATER = NOW + timedelta(hours=1)


def counted(counted: int, expected: int, sku: str = "MUG", **more: Any) -> NewFact:
    body = {
        "bin": "A1",
        "sku": sku,
        "lot": "",
        "counted": counted,
        "expected": expected,
        "delta": counted - expected,
    }
    return NewFact(K.BIN_COUNTED, A1, {**body, **more})


def shifted(kind: FactKind = K.UNIT_PICKED, quantity: int = 1, sku: str = "MUG") -> NewFact:
    return NewFact(kind, A1, {"bin": "A1", "sku": sku, "quantity": quantity, "from": "bin:A1"})


def opened() -> NewFact:
    return NewFact(K.STOCK_OPENED, A1, {"bin": "A1", "sku": "MUG", "quantity": 12, "delta": 2})


def apply(row: Bin | None, new: NewFact, origin: str = "P1", at: datetime = NOW) -> Effect:
    return reduce(Kind.BIN, row, replace(as_fact(new, 1, origin), occurred_at=at))


def test_a_count_moves_the_difference_and_is_remembered() -> None:
    effect = apply(TEN, counted(9, 10, moves=3))
    assert (effect.row.quantity("MUG"), effect.exception, effect.conflict) == (9, "", "")
    assert (effect.row.counted_at, effect.row.counted_by, effect.row.moves) == (NOW, "P1", 4)
    (move,) = moves(as_fact(counted(9, 10)))
    assert (move.sku, move.place, move.lot, move.delta) == ("MUG", "bin:A1", "", -1)


def test_a_bin_told_anew_keeps_what_lies_there() -> None:
    looked = replace(TEN, looks=(Look("MUG", missed_at=NOW),), locked="wet")
    told = {"code": "A1", "walk": 9, "kind": "reserve", "aisle": 2, "position_mm": 0}
    row = apply(looked, NewFact(K.BIN_SET, A1, told)).row
    assert (row.walk, row.zone, row.kind, row.aisle, row.locked) == (9, "", "reserve", 2, "")
    assert (row.stock, row.moves, row.looks) == (looked.stock, 3, looked.looks)


def test_what_a_picker_missed_is_doubted_until_somebody_looks() -> None:
    def missed(*, doubted: bool) -> NewFact:
        return NewFact(K.PICK_SHORT, A1, {"bin": "A1", "sku": "MUG", "doubted": doubted})

    assert not apply(TEN, missed(doubted=False)).row.doubted("MUG")
    row = apply(TEN, missed(doubted=True), at=LATER).row
    assert row.doubted("MUG")
    assert not row.doubted("POT")
    assert apply(row, counted(9, 10), at=NOW).row.doubted("MUG")  # it was counted before
    again = LATER + timedelta(seconds=1)
    restocked = NewFact(K.STOCK_OPENED, A1, {**opened().body, "seen": True})
    for looked in (counted(9, 10), restocked, shifted(K.SHORT_TAKEN_BACK)):
        assert not apply(row, looked, at=again).row.doubted("MUG")


def test_what_nobody_expected_is_put_on_record() -> None:
    row = apply(TEN, counted(2, 0, "POT")).row
    assert (row.quantity("POT"), row.quantity("MUG")) == (2, 10)


def test_an_empty_bin_is_on_record_without_a_move() -> None:
    nothing = counted(0, 0, "", moves=0)
    effect = apply(Bin("A1"), nothing)
    assert (effect.row.stock, effect.row.counted_at, effect.exception) == ((), NOW, "")
    assert moves(as_fact(nothing)) == ()
    assert apply(TEN, counted(0, 0, "")).exception == "recount"


def test_a_count_of_a_bin_that_is_another_one_by_now_is_in_doubt() -> None:
    assert apply(TEN, counted(9, 11)).exception == "recount"
    # Two moves that cancel each other: the number is the same, and yet it is not known.
    assert apply(TEN, counted(9, 10, moves=1)).exception == "recount"
    assert apply(TEN, counted(9, 10, moves=1)).row.quantity("MUG") == 9


@pytest.mark.parametrize(
    "move", [shifted(), shifted(K.PICK_UNDONE), shifted(K.UNIT_DAMAGED), opened()]
)
def test_a_move_that_was_made_before_the_count_and_arrives_after_it(move: NewFact) -> None:
    row = apply(TEN, counted(9, 10, moves=3), at=LATER).row
    assert apply(row, move, "P2", NOW).exception == "recount"
    assert apply(row, move, "P2", LATER + SETTLING).exception == ""
    # Taken just before the count ended, scanned just after it.
    assert apply(row, move, "P2", LATER + SETTLING / 2).exception == "recount"
    assert apply(row, move, "P1", NOW).exception == "", "its own moves were known"
    before, after = row.quantity("MUG"), apply(row, move, "P2", NOW).row.quantity("MUG")
    assert after - before == sum(one.delta for one in moves(as_fact(move)) if one.place == "bin:A1")


def test_the_later_count_is_the_one_that_holds() -> None:
    row = apply(TEN, counted(9, 10, moves=3), "P1", LATER).row
    late = apply(row, counted(9, 10, moves=3), "P2", NOW)
    assert late.exception == "recount"
    assert (late.row.counted_at, late.row.counted_by) == (LATER, "P1")
    knew = apply(row, counted(9, 9, moves=4), "P2", LATER + timedelta(hours=1))
    assert (knew.exception, knew.row.counted_by) == ("", "P2")


def test_a_bin_that_is_gone_is_made_again() -> None:
    effect = apply(None, counted(9, 10))
    assert (effect.conflict, effect.row.quantity("MUG")) == ("unknown_bin", -1)


def test_rows_of_an_older_program_still_load() -> None:
    old = '{"code":"A1","walk":1,"stock":[{"sku":"MUG","quantity":3}]}'
    row = codec.from_text(Bin, old)
    assert (row.moves, row.counted_at, row.counted_by) == (0, None, "")
    assert codec.from_text(Bin, codec.to_text(apply(row, counted(3, 3)).row)).counted_at == NOW


# --- any interleaving of two benches -------------------------------------------------------------


@dataclass
class Bench:
    """base: the centre's row as last pulled; seen: facts in it; unsent: own facts, oldest first."""

    base: Bin
    seen: set[int] = field(default_factory=set)
    unsent: list[Fact] = field(default_factory=list)

    def row(self) -> Bin:
        row = self.base
        for fact in self.unsent:
            row = reduce(Kind.BIN, row, fact).row
        return row


class Shelf:
    """What truly lies there, what the centre says, and what each bench knows."""

    def __init__(self, real: int) -> None:
        self.real = real
        self.centre = Bin("A1", stock=(BinStock("MUG", 10),), moves=1)
        self.benches = {"P1": Bench(self.centre), "P2": Bench(self.centre)}
        self.made: list[Fact] = []
        self.exceptions: dict[int, str] = {}
        self.unknown: list[tuple[int, int]] = []  # a count, and an earlier move it did not know

    def act(self, name: str, step: str) -> None:
        bench = self.benches[name]
        match step:
            case "pick" if self.real:
                self.real -= 1
                self._make(name, shifted())
            case "put back":
                self.real += 1
                self._make(name, shifted(K.PICK_UNDONE))
            case "count":
                row = bench.row()
                earlier = [fact.seq for fact in self.made if fact.origin != name]
                new = counted(self.real, row.quantity("MUG"), moves=row.moves)
                count = self._make(name, new)
                self.unknown += [(count.seq, seq) for seq in earlier if seq not in bench.seen]
            case "push":
                for fact in bench.unsent:
                    effect = reduce(Kind.BIN, self.centre, fact)
                    self.centre, self.exceptions[fact.seq] = effect.row, effect.exception
                bench.unsent = []
            case "pull":
                bench.base, bench.seen = self.centre, set(self.exceptions)
            case _:
                assert step == "pick", "nothing is left to pick"

    def _make(self, name: str, new: NewFact) -> Fact:
        number = len(self.made) + 1
        at = NOW + timedelta(minutes=number)
        fact = replace(as_fact(new, number, name), occurred_at=at)
        self.made.append(fact)
        self.benches[name].unsent.append(fact)
        return fact


STEPS = ("pick", "put back", "count", "push", "pull")


@settings(max_examples=400, deadline=None)
@given(
    st.integers(0, 12),
    st.lists(st.tuples(st.sampled_from(["P1", "P2"]), st.sampled_from(STEPS)), max_size=25),
    st.sampled_from([("P1", "P2"), ("P2", "P1")]),
)
def test_stock_is_the_sum_of_moves_and_never_silently_wrong(
    real: int, steps: list[tuple[str, str]], last: tuple[str, str]
) -> None:
    shelf = Shelf(real)
    for name, step in steps:
        shelf.act(name, step)
    for name in last:
        shelf.act(name, "push")
    said = shelf.centre.quantity("MUG")
    assert said == 10 + sum(
        one.delta for f in shelf.made for one in moves(f) if one.place == "bin:A1"
    )
    for count, move in shelf.unknown:
        assert "recount" in {shelf.exceptions[count], shelf.exceptions[move]}
    counts = [fact for fact in shelf.made if fact.kind == K.BIN_COUNTED]
    if counts and "recount" not in shelf.exceptions.values():
        assert said == shelf.real
