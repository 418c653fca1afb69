"""WooCommerce's orders: what is held, where they go, what is written on them, what is no goods."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.documents import OrderDocument
from app.intake import shop_rules
from tests.unit.intake.conftest import Read

ADDRESS = {"first_name": "Ada", "last_name": "Example", "address_1": "S 5", "city": "T"}
LINE: dict[str, Any] = {"id": 1, "name": "Mug", "sku": "MUG", "quantity": 1, "meta_data": []}
ORDER: dict[str, Any] = {
    "id": 801,
    "number": "W-801",
    "status": "processing",
    "date_created_gmt": "2026-11-02T08:15:00",
    "date_modified_gmt": "2026-11-02T08:20:00",
    "billing": ADDRESS | {"country": "DE", "phone": "1"},
    "shipping": ADDRESS | {"country": "DE"},
    "shipping_lines": [{"method_title": "Flat rate", "method_id": "flat_rate"}],
    "line_items": [LINE],
}


def one(read: Read, **changes: Any) -> OrderDocument:
    (order,) = read([ORDER | changes], "woocommerce-json").documents
    assert isinstance(order, OrderDocument)
    return order


def meta(key: str, value: object) -> dict[str, Any]:
    return {"id": 1, "key": key, "value": value}


def test_who_says_so_and_when(read: Read) -> None:
    order = one(read)
    assert (order.ref, order.shop_id) == ("W-801", "801")
    assert order.changed_at == datetime(2026, 11, 2, 8, 20, tzinfo=UTC)


def test_a_refund_says_its_money_only_so_the_order_is_held(read: Read) -> None:
    assert one(read, refunds=[{"id": 900, "total": "-20.00"}]).hold == shop_rules.PARTLY_REFUNDED
    assert one(read, refunds=[]).hold == ""


def test_a_completed_order_ends_one_that_the_centre_knows(read: Read) -> None:
    parsed = read([ORDER | {"status": "completed"}], "woocommerce-json")
    assert [(e.ref, e.cancelled, e.hold) for e in parsed.endings] == [
        ("W-801", True, shop_rules.SHIPPED)
    ]


@pytest.mark.parametrize("status", ["checkout-draft", "auto-draft"])
def test_a_draft_is_no_order_yet(read: Read, status: str) -> None:
    parsed = read([ORDER | {"status": status, "shipping": {}}], "woocommerce-json")
    assert (parsed.documents, parsed.endings, parsed.faulty) == ([], [], [])
    assert parsed.treatments["draft_lines"] == 1


def test_goods_go_to_the_receiver_also_where_the_first_line_is_empty(read: Read) -> None:
    locker = {"first_name": "Gift", "address_1": "", "address_2": "Packstation 123", "city": "G"}
    customer = one(read, shipping=locker | {"country": "DE"}).customer
    assert (customer.name, customer.street, customer.city) == ("Gift", "Packstation 123", "G")
    assert one(read, shipping={"address_1": "", "city": ""}).customer.city == "T"


def test_notes_gift_message_and_engravings(read: Read) -> None:
    order = one(
        read,
        customer_note="Bitte bei Nachbarn abgeben\nTor 3",
        meta_data=[
            meta("_gift_message", "Happy birthday!"),
            meta("Delivery date", "2026-12-24"),
            meta("is_vat_exempt", "no"),
            meta("_hidden", {"a": 1}),
        ],
        line_items=[
            LINE | {"meta_data": [meta("Engraving", "F&uuml;r Oma"), meta("pa_color", "blue")]},
            LINE | {"id": 2, "meta_data": [meta("Engraving", "Für Opa"), meta("_x", "y")]},
        ],
    )
    assert order.note == "Bitte bei Nachbarn abgeben\nTor 3\nDelivery date: 2026-12-24"
    assert order.gift_message == "Happy birthday!"
    assert [(line.note, line.key) for line in order.lines] == [
        ("Engraving: Für Oma", "1"),
        ("Engraving: Für Opa", "2"),
    ]


def test_a_container_of_a_bundle_is_no_goods(read: Read) -> None:
    lines = [
        LINE | {"sku": "SET", "name": "Gift set", "meta_data": [meta("_bundled_items", ["a"])]},
        LINE | {"id": 2, "meta_data": [meta("_bundled_by", "x")]},
    ]
    order = one(read, line_items=lines)
    assert [line.sku for line in order.lines] == ["MUG"]
    assert order.charges == (("SET", "Gift set", 1),)


def test_an_order_that_goes_nowhere_has_no_goods(read: Read) -> None:
    nowhere = dict.fromkeys(ADDRESS, "")
    parsed = read([ORDER | {"shipping": nowhere, "shipping_lines": []}], "woocommerce-json")
    assert (parsed.documents, parsed.treatments["orders_without_goods"]) == ([], 1)


def test_local_pickup(read: Read) -> None:
    method = {"method_title": "Abholung", "method_id": "local_pickup"}
    order = one(read, shipping_lines=[method], shipping={}, billing={})
    assert (order.pickup, order.hold) == (True, "")
    assert not one(read).pickup


@pytest.mark.parametrize("quantity", [2.5, "x", -1])
def test_odd_quantities_are_refused(read: Read, quantity: object) -> None:
    parsed = read([ORDER | {"line_items": [LINE | {"quantity": quantity}]}], "woocommerce-json")
    assert [fault.column for fault in parsed.rejected] == ["line_items[1].quantity"]
    assert parsed.faulty[0].identity.shop_id == "801"


def test_in_a_batch_what_was_updated_is_later_than_what_was_created(read: Read) -> None:
    newer = ORDER | {"line_items": [LINE | {"quantity": 5}]}
    parsed = read({"create": [ORDER], "update": [newer]}, "woocommerce-json")
    assert [order.lines[0].quantity for order in parsed.documents] == [5]
    assert parsed.treatments["superseded_lines"] == 1


def test_all_faults_of_a_line_are_told(read: Read) -> None:
    bad = LINE | {"quantity": "x", "sku": "4.01E+12"}
    parsed = read([ORDER | {"line_items": [bad]}], "woocommerce-json")
    assert [fault.column for fault in parsed.rejected] == [
        "line_items[1].quantity",
        "line_items[1].sku",
    ]
