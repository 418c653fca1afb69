"""What a person of the site says of an order, and when it means nothing any more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain import codec
from app.domain.desk.order_word import OrderWord, fact_of
from app.domain.desk.outcome import Deciding
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome
from app.domain.reduce import reduce
from app.domain.rows.orders import Order, ParcelMark, Stage, State, Sub
from app.domain.rows.progress import STATE_OF
from app.domain.rows.shop_word import from_document
from tests.unit.domain.world import as_fact, document

NAME = "shop:SO-1"


def order(**changes: Any) -> Order:
    return replace(from_document(document(("MUG", 2)), "d"), **changes)


def after(row: Order, made: NewFact | Outcome) -> Order:
    assert isinstance(made, NewFact)
    found: Order = reduce(Kind.ORDER, row, as_fact(made, 1, "P1"), NAME).row
    return found


@pytest.mark.parametrize("word", list(OrderWord))
@pytest.mark.parametrize(
    "gone",
    [
        {"state": State.DISPATCHED, "sub": Sub.MANIFESTED},
        {"state": STATE_OF[Sub.CANCELLED], "sub": Sub.CANCELLED},
    ],
)
def test_of_what_is_gone_nothing_can_be_said(word: OrderWord, gone: dict[str, Any]) -> None:
    made = fact_of(word, NAME, order(**gone), why="x", priority=5, carrier="UPS")
    assert isinstance(made, Outcome) and made.kind is Deciding.ORDER_PAST_THAT


@pytest.mark.parametrize(
    ("word", "row", "values", "kind"),
    [
        (OrderWord.HOLD, {"site_hold": "x"}, {"why": "x"}, Deciding.HELD_ALREADY),
        (OrderWord.RELEASE, {}, {}, Deciding.NOT_HELD),
        (OrderWord.RELEASE, {"hold": "unpaid"}, {}, Deciding.HELD_BY_SHOP),
        (OrderWord.PRIORITISE, {"site_priority": 5}, {"priority": 5}, Deciding.PRIORITY_ALREADY),
        (OrderWord.REDIRECT, {"carrier": "UPS"}, {"carrier": "UPS"}, Deciding.GOES_THERE_ALREADY),
        (OrderWord.REDIRECT, {}, {}, Deciding.GOES_THERE_ALREADY),
    ],
)
def test_what_stands_so_already_is_said_so(
    word: OrderWord, row: dict[str, Any], values: dict[str, Any], kind: Deciding
) -> None:
    made = fact_of(word, NAME, order(**row), **values)
    assert isinstance(made, Outcome) and made.kind is kind


def test_another_carrier_and_another_address_outlive_the_shops_next_word() -> None:
    row = order(carrier="DHL")
    to = replace(row.customer, street="2 New Road")
    sent = after(row, fact_of(OrderWord.REDIRECT, NAME, row, carrier="UPS", service="fast", to=to))
    assert (sent.carrier, sent.service, sent.customer) == ("UPS", "fast", to)
    shop = codec.dump(document(("MUG", 1), carrier="DHL"))
    subject = (Subject(Kind.ORDER, NAME),)
    told = NewFact(FactKind.ORDER_CHANGED, subject, {"document": shop, "digest": "d2"})
    changed = after(sent, told)
    assert changed.lines[0].ordered == 1
    assert (changed.carrier, changed.service, changed.customer) == ("UPS", "fast", to)


def test_a_label_of_the_other_carrier_is_told() -> None:
    row = order(carrier="DHL", parcels=(ParcelMark("1", 1, Stage.CLOSED),))
    made = fact_of(OrderWord.REDIRECT, NAME, row, carrier="UPS")
    assert isinstance(made, NewFact)
    effect = reduce(Kind.ORDER, row, as_fact(made, 1, "P1"), NAME)
    assert effect.exception == "carrier_changed"
    assert effect.row.carrier == "UPS"


def test_what_has_left_is_not_rewritten_by_a_word_that_comes_late() -> None:
    row = order(carrier="DHL", parcels=(ParcelMark("1", 1, Stage.CLOSED),))
    made = fact_of(OrderWord.REDIRECT, NAME, row, carrier="UPS")
    assert isinstance(made, NewFact)
    left = replace(
        row,
        state=State.DISPATCHED,
        sub=Sub.MANIFESTED,
        parcels=(ParcelMark("1", 1, Stage.DISPATCHED),),
    )
    effect = reduce(Kind.ORDER, left, as_fact(made, 1, "P1"), NAME)
    assert (effect.row.carrier, effect.exception) == ("DHL", "carrier_changed")
