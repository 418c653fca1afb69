"""The words of an order, and what a text asks for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.address import Address
from app.domain.retail import check_digit
from app.domain.rows.orders import Order, OrderLine, Taken
from app.domain.rows.things import Content, Load, Parcel
from app.domain.search import LAST, MOST, TIME, By, Term, folded, readings, words_of

PLACED = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SSCC = "39501101000000001" + check_digit("39501101000000001")


def order(ref: str = "SO-1001", customer: Address | None = None, **changes: object) -> Order:
    lines = (
        OrderLine(1, "MUG-RED/L", "Mug", 2, taken=(Taken("LOT-7", "SN 00451", 1),)),
        OrderLine(2, "CUP", "Cup", 1, serial="X9"),
    )
    who = customer or Address("Anna-Maria Müller", "Tea & Co", "", "SW1A 1AA", "上海市浦东新区")
    return Order("shop", ref, PLACED, who, lines, totes=("T-12",), shop_id="gid-55", **changes)  # type: ignore[arg-type]


def finds(row: object, text: str) -> bool:
    """Whether an order of this row's words alone has all terms of a reading of the text."""
    words = [word for word, _ in words_of(row)]

    def has(term: Term) -> bool:
        return any(one <= word < one + LAST for one in term.beginnings for word in words)

    return any(all(map(has, terms)) for terms in readings(text))


@pytest.mark.parametrize(
    "text",
    [
        "SO-1001", "so1001", "1001", "so-10", "001",
        "anna", "müller", "MULLER", "Anna-Maria", "maria anna", "müller, anna", "tea & co",
        "SW1A 1AA", "sw1a", "上海", "浦东新区", "东新",
        "mug-red/l", "red", "mug", "cup", "LOT-7", "lot7", "00451", "451", "sn 00451", "x9",
        "T-12", "gid-55", "ＳＯ－１００１", "anna m", "so 1",
    ],
)  # fmt: skip
def test_an_order_is_found_by(text: str) -> None:
    assert finds(order(), text)


@pytest.mark.parametrize(
    "text", ["", " ", "a", "-", "SO-1002", "SO 2", "anna q", "anna huber", "ug-red", "北京"]
)
def test_an_order_is_not_found_by(text: str) -> None:
    assert not finds(order(), text)


@pytest.mark.parametrize(
    "text",
    [
        SSCC, "00" + SSCC, f"(00){SSCC}", f"(00) 3 9501101 000000001 {SSCC[-1]}", f"]C100{SSCC}",
        f"https://id.gs1.org/00/{SSCC}", SSCC[-7:], SSCC[-3:], "39501101", "L-9", "B7", "S-1",
        "010952132100003221S-1",
    ],
)  # fmt: skip
def test_a_parcels_order_is_found_by(text: str) -> None:
    row = Parcel(SSCC, "shop:1", 1, contents=(Content(1, "CUP", 1, "B7", "S-1"),), load="L-9")
    assert finds(row, text)


def test_a_parcel_whose_number_breaks_the_rules_is_found_by_its_label() -> None:
    wrong = SSCC[:-1] + str((int(SSCC[-1]) + 1) % 10)
    row = Parcel(wrong, "shop:1", 1)
    assert all(finds(row, text) for text in (wrong, "00" + wrong, f"(00) {wrong}", "00 " + wrong))


def test_what_of_the_order_a_word_is() -> None:
    said = words_of(order())
    assert {by for word, by in said if word == "muller"} == {By.NAME}
    assert {by for word, by in said if word == "1001"} == {By.ORDER}
    assert {word for word, by in said if by is By.PLACED} == {f"{TIME}2026-03-02T08:00:00"}
    assert words_of(Load("L", "DHL", "D1", PLACED)) == frozenset()


names = st.text(st.characters(codec="utf-8"), max_size=90)


@given(names, names, names)
def test_every_word_of_an_order_finds_it(ref: str, name: str, city: str) -> None:
    row = order(ref, Address(name=name, city=city))
    for word, by in words_of(row):
        if by is not By.PLACED:
            text = word[:0:-1] if word.startswith("<") else word
            assert finds(row, text) or not readings(text), (word, by)
    for chunk in (*ref.split(), *name.split(), *city.split()):
        assert finds(row, chunk) or not readings(chunk), chunk


@given(names)
def test_a_word_is_never_a_sign_and_never_long(text: str) -> None:
    for word, _ in words_of(order(text)):
        assert len(word.lstrip("<")) <= MOST
        assert word[0] in "<@" or word.isalnum(), word


@given(st.text(st.characters(codec="utf-8"), min_size=2, max_size=MOST))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
