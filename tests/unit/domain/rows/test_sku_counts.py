"""A count of one SKU says nothing of the others in its bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from app.domain.facts import Fact, FactKind, Kind
from app.domain.reduce import reduce
from app.domain.rows.things import Bin, BinStock, Look
from tests.unit.domain.rows.test_bin_rules import A1, LATER, apply, counted, shifted
from tests.unit.domain.world import NOW, as_fact

BOTH = Bin("A1", 1, "A", (BinStock("MUG", 10), BinStock("POT", 4)), moves=3)
ONLY_MUGS = counted(9, 10, moves=3, whole=False)


def test_it_moves_the_difference_and_is_remembered_of_the_sku() -> None:
    effect = apply(BOTH, ONLY_MUGS)
    assert (effect.row.quantity("MUG"), effect.row.quantity("POT"), effect.exception) == (9, 4, "")
    assert (effect.row.counted_at, effect.row.counted_by) == (None, "")
    assert effect.row.looks == (Look("MUG", counted_at=NOW, counted_by="P1"),)


def test_an_earlier_count_of_the_whole_bin_stays() -> None:
    before = apply(BOTH, counted(10, 10, moves=3)).row
    row = apply(before, counted(9, 10, moves=4, whole=False), at=LATER).row
    assert row.counted_at == NOW


def test_what_is_missed_of_the_others_stays_missed() -> None:
    missed = replace(BOTH, looks=(Look("MUG", missed_at=NOW), Look("POT", missed_at=NOW)))
    row = apply(missed, ONLY_MUGS, at=LATER).row
    assert (row.doubted("MUG"), row.doubted("POT")) == (False, True)


def test_a_count_of_before_it_was_missed_clears_nothing() -> None:
    missed = replace(BOTH, looks=(Look("MUG", missed_at=LATER),))
    assert apply(missed, ONLY_MUGS, at=NOW).row.doubted("MUG")


@pytest.mark.parametrize(("sku", "doubt"), [("MUG", "recount"), ("POT", "")])
def test_only_late_moves_of_the_sku_put_it_in_doubt(sku: str, doubt: str) -> None:
    row = apply(BOTH, ONLY_MUGS, at=LATER).row
    assert apply(row, shifted(sku=sku), origin="P2", at=NOW).exception == doubt
    assert apply(row, shifted(sku=sku), origin="P1", at=NOW).exception == "", "it knew its own"
    after = LATER + timedelta(minutes=1)
    assert apply(row, shifted(sku=sku), origin="P2", at=after).exception == ""


def test_a_count_that_did_not_know_a_move_asks_for_another_one() -> None:
    row = apply(BOTH, shifted(), origin="P2").row
    assert apply(row, ONLY_MUGS, at=LATER).exception == "recount"


def test_the_latest_count_is_remembered_in_whatever_order_they_arrive() -> None:
    def made(seq: int, origin: str, minutes: int) -> Fact:
        fact = as_fact(ONLY_MUGS, seq, origin)
        return replace(fact, occurred_at=NOW + timedelta(minutes=minutes))

    facts = (made(1, "P1", 0), made(1, "P2", 5), made(2, "P1", 3))
    looks = set()
    for order in permutations(facts):
        row: Bin = BOTH
        for fact in order:
            row = reduce(Kind.BIN, row, fact).row
        looks.add(row.looks)
    assert looks == {(Look("MUG", counted_at=NOW + timedelta(minutes=5), counted_by="P2"),)}


def test_an_old_fact_is_a_count_of_the_whole_bin() -> None:
    assert "whole" not in counted(9, 10).body
    row = apply(BOTH, counted(9, 10)).row
    assert (row.counted_at, row.looks) == (NOW, ())
    assert counted(9, 10).kind is FactKind.BIN_COUNTED
    assert counted(9, 10).subjects == A1
