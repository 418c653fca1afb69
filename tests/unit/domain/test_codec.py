"""What is written is read back as it was; fields nobody knows are passed over."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import codec
from app.domain.documents import (
    BinDocument,
    CartonDocument,
    LoadDocument,
    OperatorDocument,
    OrderDocument,
    ProductDocument,
    StockDocument,
)
from app.domain.pack.task import PackTask
from app.domain.pick.task import PickTask
from app.domain.reduce import ROW_TYPES
from app.domain.rows.orders import Order
from app.domain.rows.things import Product
from app.station.session import Session
from tests.unit.domain.facts import known_facts

KINDS: tuple[type[Any], ...] = (
    BinDocument,
    CartonDocument,
    LoadDocument,
    OperatorDocument,
    OrderDocument,
    ProductDocument,
    StockDocument,
    PickTask,
    PackTask,
    Session,
    *ROW_TYPES.values(),
)
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(float, st.floats(allow_nan=False))  # a weight is a number


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_round_trip_changes_nothing(kind: type[Any], data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    text = codec.to_text(value)
    assert codec.from_text(kind, text) == value
    assert codec.to_text(codec.from_text(kind, text)) == text


@given(known_facts())
def test_a_body_is_the_same_bytes_whatever_the_order_of_its_names(fact: Any) -> None:
    body = dict(fact.body)
    turned = dict(reversed(body.items()))
    assert codec.to_text(body) == codec.to_text(turned)
    assert json.loads(codec.to_text(body)) == codec.dump(body)


def test_defaults_are_left_out_and_come_back() -> None:
    product = Product("MUG", "Mug")
    assert codec.dump(product) == {"sku": "MUG", "name": "Mug"}
    assert codec.load(Product, {"sku": "MUG", "name": "Mug"}) == product


def test_fields_of_a_newer_program_are_passed_over() -> None:
    assert codec.load(Product, {"sku": "A", "name": "B", "colour": "red"}) == Product("A", "B")


@pytest.mark.parametrize(
    "value", [[], "text", None, {"sku": "A"}, {"sku": "A", "name": "B", "barcodes": 5}]
)
def test_other_data_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        codec.load(Product, value)


def test_words_outside_an_enumeration_are_refused() -> None:
    with pytest.raises(ValueError, match="NOWHERE"):
        codec.load(PickTask, {"order": "o", "stops": [], "phase": "NOWHERE"})


def test_a_date_is_no_time() -> None:
    assert codec.dump(date(2026, 3, 2)) == "2026-03-02"
    at = datetime(2026, 3, 2, 8, tzinfo=UTC) + timedelta(microseconds=5)
    assert codec.dump(at) == "2026-03-02T08:00:00.000005+00:00"


def test_a_type_without_a_reading_is_named() -> None:
    @dataclass(frozen=True)
    class Odd:
        what: set[int]

    with pytest.raises(TypeError, match="no reading"):
        codec._value(set[int], [1])
    assert codec.dump(Odd({1})) == {"what": [1]}


def test_an_order_stays_small() -> None:
    """Rows are written with every scan's sync: what is not said costs nothing."""
    text = codec.to_text({"order": None, "lines": []})
    assert text == '{"lines":[],"order":null}'
    assert "\n" not in text and " " not in text
    assert Order.__dataclass_fields__["parked"].default == ""
