"""What of a bin's goods may be promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.place import BinKind, PickFace
from app.domain.plan.allocate import Shelf
from app.domain.plan.shelves import promisable, shelves_of, takeable
from app.domain.rows.things import Bin, BinStock, Look
from app.domain.stock import StockKey
from tests.unit.domain.world import NOW, TODAY

SOON, LATER = TODAY + timedelta(days=9), TODAY + timedelta(days=99)
E, L, PLAIN = StockKey("S", "E", SOON), StockKey("S", "L", LATER), StockKey("S")


def item(quantity: int, lot: str = "", expiry: date | None = None, sku: str = "S") -> BinStock:
    return BinStock(sku, quantity, lot, expiry)


@pytest.mark.parametrize(
    ("stock", "found"),
    [
        ([item(3), item(9, sku="T")], {PLAIN: 3}),
        ([item(2, "E", SOON), item(3, "L", LATER)], {E: 2, L: 3}),
        ([item(2, "E", TODAY - timedelta(days=1)), item(3, "L", LATER)], {L: 3}),
        ([item(2, "E", TODAY)], {StockKey("S", "E", TODAY): 2}),
        ([item(0), item(3, "L", LATER)], {L: 3}),
        ([item(-1), item(2, "E", SOON), item(3, "L", LATER)], {E: 2, L: 2}),
        ([item(-4), item(2, "E", SOON), item(3, "L", LATER)], {E: 1}),
        ([item(-9), item(2, "E", SOON), item(3, "L", LATER)], {}),
        ([], {}),
    ],
    ids=["plain", "lots", "expired", "today", "nothing", "owes", "owes a lot", "too much", "none"],
)
def test_what_may_be_promised(stock: list[BinStock], found: dict[StockKey, int]) -> None:
    assert promisable(Bin("B", 4, stock=tuple(stock)), "S", TODAY) == found


def test_a_shelf_has_free_what_is_promised_to_nobody() -> None:
    place = Bin("B", 4, stock=(item(2, "E", SOON), item(3, "L", LATER)))
    assert list(shelves_of(place, "S", {L: 2}, TODAY)) == [
        Shelf("B", 4, E, 2),
        Shelf("B", 4, L, 1),
    ]


def test_a_bin_in_which_the_goods_were_missed_is_locked() -> None:
    place = Bin("B", 4, stock=(item(2),), looks=(Look("S", missed_at=NOW),))
    assert [shelf.locked for shelf in shelves_of(place, "S", {}, TODAY)] == [True]


def test_in_reserve_goods_lie_in_cases_and_a_face_is_known() -> None:
    reserve = Bin("R", 9, kind=BinKind.RESERVE, stock=(item(24),))
    face = Bin("F", 1, faces=(PickFace("S", 1, 9),), stock=(item(9),))
    found = [one for place in (reserve, face) for one in shelves_of(place, "S", {}, TODAY, 12)]
    assert [(one.case, one.face, one.locked) for one in found] == [
        (12, False, False),
        (0, True, False),
    ]


@pytest.mark.parametrize(
    "place", [Bin("D", kind=BinKind.DOCK), Bin("B", locked="leaks")], ids=["dock", "locked"]
)
def test_orders_get_nothing_from_a_bin_for_other_things(place: Bin) -> None:
    held = replace(place, stock=(item(2),))
    assert [shelf.locked for shelf in shelves_of(held, "S", {}, TODAY)] == [True]
    assert not takeable(held, "S")
