"""What a place takes, what it refuses and why, and what lies there against its rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.documents import ProductDocument
from app.domain.place import BinKind, Mixing, PickFace
from app.domain.plan.places import TAKES, Refusal, Why, faults, may_pick, may_put
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import Status, StockKey

PRODUCTS = {
    "MUG": ProductDocument("MUG", "Mug", weight_g=300, length_mm=10, width_mm=10, height_mm=10),
    "POT": ProductDocument("POT", "Pot", weight_g=900, length_mm=20, width_mm=10, height_mm=10),
}
MUG = StockKey("MUG", "L1")
FIVE_MUGS = (BinStock("MUG", 5, "L1"),)


def refusal(key: StockKey = MUG, units: int = 1, **place: Any) -> Refusal | None:
    return may_put(Bin("A1", **place), key, units, PRODUCTS.get)


def test_a_plain_place_takes_anything_that_is_good() -> None:
    assert refusal(units=10**6, stock=FIVE_MUGS) is None
    assert refusal(StockKey("NOBODY-KNOWS"), units=10**6) is None


def test_a_locked_place_says_why() -> None:
    assert refusal(locked="beam is bent", owner="X") == Refusal(Why.LOCKED, "beam is bent")


@pytest.mark.parametrize("kind", BinKind)
def test_each_kind_takes_what_it_is_for(kind: BinKind) -> None:
    for status in Status:
        found = refusal(replace(MUG, status=status), kind=kind)
        assert found == (None if status in TAKES[kind] else Refusal(Why.WRONG_KIND, kind.value))
    assert TAKES[kind]
    assert Status.SCRAP not in TAKES[kind]


def test_what_is_not_good_never_comes_where_orders_are_picked() -> None:
    places = [Bin("X", kind=kind) for kind in BinKind]
    picked = {place.kind for place in places if may_pick(place)}
    assert picked == {BinKind.PICK_FACE, BinKind.RESERVE}
    assert not {Status.DAMAGED, Status.QUARANTINE, Status.RETURNED, Status.EXPIRED} & (
        TAKES[BinKind.PICK_FACE] | TAKES[BinKind.RESERVE]
    )
    assert not may_pick(Bin("X", locked="counted today"))


def test_an_owner_has_a_place_alone() -> None:
    acme = replace(MUG, owner="ACME")
    assert refusal(owner="ACME") == Refusal(Why.FOREIGN_OWNER, "ACME")
    assert refusal(acme, owner="ACME") is None
    assert refusal(acme) is None


@pytest.mark.parametrize(
    ("mixing", "other_lot", "other_sku"),
    [
        (Mixing.ANY, None, None),
        (Mixing.ONE_SKU, None, Refusal(Why.OTHER_SKU, "MUG")),
        (Mixing.ONE_LOT, Refusal(Why.OTHER_LOT, "L1"), Refusal(Why.OTHER_SKU, "MUG")),
    ],
)
def test_mixing(mixing: Mixing, other_lot: Refusal | None, other_sku: Refusal | None) -> None:
    assert refusal(mixing=mixing, stock=FIVE_MUGS) is None
    assert refusal(StockKey("MUG", "L2"), mixing=mixing, stock=FIVE_MUGS) == other_lot
    assert refusal(StockKey("POT", "L1"), mixing=mixing, stock=FIVE_MUGS) == other_sku


def test_what_lies_there_no_more_mixes_with_nothing() -> None:
    gone = (BinStock("POT", 0), BinStock("LID", -2))
    assert refusal(mixing=Mixing.ONE_LOT, stock=gone, capacity_units=1) is None


@pytest.mark.parametrize(
    ("limit", "why", "fit"),
    [
        ({"capacity_units": 8}, Why.FULL, 3),
        ({"capacity_mm3": 8_999}, Why.TOO_MUCH_ROOM, 3),
        ({"capacity_g": 2_300}, Why.TOO_HEAVY, 2),
        ({"capacity_g": 900}, Why.TOO_HEAVY, 0),
        ({"faces": (PickFace("MUG", 2, 6), PickFace("POT", 1, 2))}, Why.FULL, 1),
        ({"capacity_units": 8, "capacity_g": 2_300}, Why.TOO_HEAVY, 2),
    ],
)
def test_a_full_place_says_how_many_still_fit(limit: dict[str, Any], why: Why, fit: int) -> None:
    assert refusal(units=fit + 1, stock=FIVE_MUGS, **limit) == Refusal(why, units=fit)
    assert refusal(units=fit, stock=FIVE_MUGS, **limit) is None


def test_the_other_goods_take_room_too() -> None:
    stock = (*FIVE_MUGS, BinStock("POT", 2), BinStock("NOBODY-KNOWS", 1))
    assert refusal(units=3, stock=stock, capacity_g=3_900) == Refusal(Why.TOO_HEAVY, units=2)
    assert refusal(units=1, stock=stock, capacity_units=8) == Refusal(Why.FULL, units=0)


def found(**place: Any) -> list[Refusal]:
    return list(faults(Bin("A1", **place), PRODUCTS.get))


def test_goods_in_the_wrong_kind_of_place_or_of_another_owner() -> None:
    stock = tuple(BinStock("MUG", 1, status=status) for status in Status)
    wrong = [Refusal(Why.WRONG_KIND, "MUG")]
    assert found(stock=stock) == wrong
    assert found(stock=stock[:3]) == [], "goods on hold wait where they are"
    assert found(stock=stock[:1], kind=BinKind.QUARANTINE) == wrong
    assert found(stock=stock[3:5], kind=BinKind.DAMAGED) == []
    owned = (BinStock("MUG", 1, owner="ACME"), BinStock("POT", 1), BinStock("LID", 0))
    assert found(stock=owned, owner="ACME") == [Refusal(Why.FOREIGN_OWNER, "POT")]
    assert found(stock=owned) == []


def test_what_lies_there_against_the_rules() -> None:
    stock = (BinStock("MUG", 5, "L1"), BinStock("MUG", 2, "L2"), BinStock("POT", 1))
    assert found(stock=stock) == []
    assert found(stock=stock, mixing=Mixing.ONE_SKU) == [Refusal(Why.OTHER_SKU, "POT")]
    assert found(stock=stock[:2], mixing=Mixing.ONE_LOT) == [Refusal(Why.OTHER_LOT, "L2")]
    assert found(stock=stock, capacity_units=8, capacity_mm3=9_000, capacity_g=3_000) == []
    assert found(stock=stock, capacity_units=7, capacity_mm3=8_999, capacity_g=2_999) == [
        Refusal(Why.FULL),
        Refusal(Why.TOO_MUCH_ROOM),
        Refusal(Why.TOO_HEAVY),
    ]
    assert found(stock=stock, faces=(PickFace("MUG", 1, 6),)) == [Refusal(Why.FULL, "MUG")]
