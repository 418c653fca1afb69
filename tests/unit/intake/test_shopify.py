"""Shopify's answers in all their shapes: what is left, who it is for, what is written on it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.documents import OrderDocument
from app.intake import shop_rules
from tests.unit.intake.conftest import Read
from tests.unit.intake.test_shops import FULL, MORE, export

LINE: dict[str, Any] = {
    "id": 1,
    "sku": "MUG",
    "name": "Mug",
    "quantity": 3,
    "current_quantity": 3,
    "fulfillable_quantity": 3,
    "requires_shipping": True,
    "properties": [],
    "fulfillment_service": "manual",
}
ORDER: dict[str, Any] = {
    "id": 5001,
    "name": "#1001",
    "created_at": "2026-11-02T08:15:00+01:00",
    "updated_at": "2026-11-02T08:15:00+01:00",
    "financial_status": "paid",
    "fulfillment_status": None,
    "shipping_address": {
        "name": "Ada Example",
        "address1": "Sample Street 5",
        "city": "Sampletown",
        "country_code": "DE",
    },
    "shipping_lines": [{"title": "Standard", "code": "STD"}],
    "line_items": [LINE],
}


def one(read: Read, **changes: Any) -> OrderDocument:
    (order,) = read([ORDER | changes], "shopify-json").documents
    assert isinstance(order, OrderDocument)
    return order


def test_who_says_so_and_when(read: Read) -> None:
    order = one(read, cancelled_at="2026-11-02T10:00:00+01:00")
    assert (order.shop_id, order.cancelled) == ("5001", True)
    assert order.changed_at == datetime(2026, 11, 2, 9, 0, tzinfo=UTC), "the latest of its times"


@pytest.mark.parametrize(
    ("changes", "hold"),
    [
        ({"financial_status": "voided"}, "payment voided"),
        ({"financial_status": "refunded"}, "refunded"),
        ({"financial_status": "partially_refunded"}, ""),
        (
            {"financial_status": "partially_refunded", "line_items": [LINE | {"id": 2}]},
            "",
        ),
        (
            {
                "financial_status": "partially_refunded",
                "line_items": [{"id": 1, "sku": "MUG", "name": "Mug", "quantity": 3}],
            },
            shop_rules.PARTLY_REFUNDED,
        ),
        (
            {
                "fulfillment_status": "partial",
                "line_items": [{"id": 1, "sku": "MUG", "name": "Mug", "quantity": 3}],
            },
            shop_rules.PARTLY_SHIPPED,
        ),
        ({"fulfillment_status": "on_hold"}, "on hold in the shop"),
        ({"shipping_address": None}, "no address"),
        ({"shipping_address": None, "financial_status": "pending"}, "unpaid; no address"),
        ({"test": True}, "a test order"),
    ],
)
def test_holds(read: Read, changes: dict[str, Any], hold: str) -> None:
    assert one(read, **changes).hold == hold


def test_refunds_count_where_the_line_does_not_say_what_is_left(read: Read) -> None:
    refunds = [{"refund_line_items": [{"line_item_id": 1, "quantity": 2}]}]
    plain = {"id": 1, "sku": "MUG", "name": "Mug", "quantity": 3}
    order = one(read, refunds=refunds, line_items=[plain], financial_status="partially_refunded")
    assert (order.lines[0].quantity, order.hold) == (1, "")


def test_nothing_left_ends_an_order_that_the_centre_knows(read: Read) -> None:
    gone = ORDER | {"line_items": [LINE | {"current_quantity": 0}], "financial_status": "refunded"}
    parsed = read([gone], "shopify-json")
    assert parsed.documents == []
    (ending,) = parsed.endings
    assert (ending.ref, ending.cancelled, ending.lines) == ("#1001", True, ())
    assert ending.hold == "nothing of it is left to ship"


@pytest.mark.parametrize("status", ["fulfilled", "restocked", "FULFILLED"])
def test_shipped_elsewhere_ends_it_too(read: Read, status: str) -> None:
    parsed = read([ORDER | {"fulfillment_status": status}], "shopify-json")
    assert (parsed.documents, parsed.treatments["fulfilled_lines"]) == ([], 1)
    assert [ending.hold for ending in parsed.endings] == ["the order is already shipped"]


def test_a_faulty_order_is_known_by_name(read: Read) -> None:
    lines = [LINE, LINE | {"sku": None, "name": "Bowl"}, LINE | {"quantity": "x"}]
    parsed = read([ORDER | {"line_items": lines}], "shopify-json")
    (faulty,) = parsed.faulty
    assert (faulty.identity.ref, faulty.identity.shop_id) == ("#1001", "5001")
    assert faulty.identity.changed_at == datetime(2026, 11, 2, 7, 15, tzinfo=UTC)
    assert 'of "Bowl" is missing' in faulty.reason
    assert "line_items[3].quantity is not a number" in faulty.reason


# --- versions in one file -------------------------------------------------------------------------


def test_of_two_versions_the_newer_counts_wherever_it_stands(read: Read) -> None:
    newer = ORDER | {
        "updated_at": "2026-11-02T08:16:00+01:00",
        "line_items": [LINE | {"current_quantity": 1}],
    }
    for both in ([ORDER, newer], [newer, ORDER]):
        parsed = read(both, "shopify-json")
        assert [order.lines[0].quantity for order in parsed.documents] == [1]
        assert parsed.treatments["superseded_lines"] == 1


def test_one_number_of_two_shops_is_two_orders(read: Read) -> None:
    parsed = read([ORDER, ORDER | {"id": 9, "created_at": "2027-01-05T08:00:00Z"}], "shopify-json")
    assert [order.shop_id for order in parsed.documents] == ["5001", "9"]


def test_one_id_with_two_numbers_is_two_orders(read: Read) -> None:
    parsed = read([ORDER, ORDER | {"name": "#1002"}], "shopify-json")
    assert [order.ref for order in parsed.documents] == ["#1001", "#1002"]


# --- what is written on it ------------------------------------------------------------------------


def test_notes_gift_message_and_properties(read: Read) -> None:
    def engraved(number: int, name: str) -> dict[str, Any]:
        hidden = {"name": "_internal", "value": "7"}
        return LINE | {"id": number, "properties": [{"name": "Engraving", "value": name}, hidden]}

    order = one(
        read,
        note="Leave with neighbour\nGate 3",
        note_attributes=[
            {"name": "Gift message", "value": "Happy birthday!"},
            {"name": "delivery_date", "value": "2026-12-24"},
            {"name": "_utm", "value": "x"},
        ],
        line_items=[engraved(1, "Oma"), engraved(2, "Opa"), LINE | {"id": 3}],
    )
    assert order.note == "Leave with neighbour\nGate 3\ndelivery_date: 2026-12-24"
    assert order.gift_message == "Happy birthday!"
    assert [(line.note, line.key) for line in order.lines] == [
        ("Engraving: Oma", "1"),
        ("Engraving: Opa", "2"),
        ("", "3"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        {"fulfillment_service": "amazon_marketplace_web"},
        {"gift_card": True},
        {"requires_shipping": False},
        {"tip": {"payment_gateway": "x"}},
    ],
)
def test_what_is_no_goods_of_ours_is_a_charge(read: Read, line: dict[str, Any]) -> None:
    extra = LINE | {"id": 2, "sku": None, "name": "Extra", "quantity": 1} | line
    order = one(read, line_items=[LINE, extra | {"current_quantity": 1}])
    assert [item.sku for item in order.lines] == ["MUG"]
    assert order.charges == (("Extra", "Extra", 1),)


@pytest.mark.parametrize("title", ["Local pickup", "Pick up in store", "Click & Collect", "自提"])
def test_what_the_customer_collects_needs_no_address(read: Read, title: str) -> None:
    order = one(read, shipping_lines=[{"title": title}], shipping_address=None)
    assert (order.pickup, order.hold) == (True, "")
    assert not one(read, shipping_lines=[{"title": "Pickup point delivery"}]).pickup


# --- shapes ---------------------------------------------------------------------------------------


def test_json_lines(read: Read) -> None:
    rows = [json.dumps(ORDER | {"name": f"#{number}"}) for number in range(3)]
    parsed = read("\n".join(rows) + "\n\n", "shopify-json")
    assert [order.ref for order in parsed.documents] == ["#0", "#1", "#2"]


NODE: dict[str, Any] = {
    "id": "gid://shopify/Order/5001",
    "name": "#1013",
    "createdAt": "2026-11-02T07:15:00Z",
    "updatedAt": "2026-11-02T08:00:00Z",
    "displayFinancialStatus": "PAID",
    "displayFulfillmentStatus": "UNFULFILLED",
    "customAttributes": [{"key": "Gift message", "value": "Hello"}],
    "shippingAddress": {
        "name": "Ada Example",
        "address1": "Sample Street 5",
        "zip": "01234",
        "city": "Sampletown",
        "countryCodeV2": "DE",
    },
    "shippingLine": {"title": "Standard", "code": "STD"},
}
NODE_LINE: dict[str, Any] = {
    "id": "gid://shopify/LineItem/11",
    "sku": "MUG",
    "name": "Mug",
    "quantity": 3,
    "currentQuantity": 2,
    "unfulfilledQuantity": 2,
    "requiresShipping": True,
    "customAttributes": [{"key": "Engraving", "value": "Oma"}],
}


@pytest.mark.parametrize(
    "data",
    [
        {"data": {"orders": {"edges": [{"node": {**NODE, "lineItems": {"nodes": [NODE_LINE]}}}]}}},
        {"data": {"order": {**NODE, "lineItems": {"edges": [{"node": NODE_LINE}]}}}},
        {"data": {"nodes": [{**NODE, "lineItems": {"nodes": [NODE_LINE]}}]}},
        "\n".join(
            json.dumps(row) for row in (NODE, {**NODE_LINE, "__parentId": NODE["id"]}, NODE_LINE)
        ).rsplit("\n", 1)[0],
    ],
)
def test_graphql(read: Read, data: Any) -> None:
    (order,) = read(data, "shopify-json").documents
    assert (order.ref, order.shop_id, order.hold) == ("#1013", "5001", "")
    assert (order.customer.country, order.service) == ("DE", "Standard")
    assert order.gift_message == "Hello"
    (line,) = order.lines
    assert (line.sku, line.quantity, line.note, line.key) == ("MUG", 2, "Engraving: Oma", "11")


def test_graphql_pickup_and_refusal(read: Read) -> None:
    collected = {
        **NODE,
        "lineItems": {"nodes": [NODE_LINE]},
        "shippingAddress": None,
        "fulfillmentOrders": {"nodes": [{"deliveryMethod": {"methodType": "PICK_UP"}}]},
    }
    (order,) = read({"data": {"order": collected}}, "shopify-json").documents
    assert (order.pickup, order.hold) == (True, "")


# --- the export as CSV ----------------------------------------------------------------------------


def test_csv_notes(read: Read) -> None:
    noted = FULL | {
        "Id": "5001",
        "Notes": "Please no invoice",
        "Note Attributes": "Gift message: Happy birthday\nDelivery date: 2026-12-24",
    }
    (order,) = read(export(noted), "shopify-csv").documents
    assert (order.shop_id, order.gift_message) == ("5001", "Happy birthday")
    assert order.note == "Please no invoice\nDelivery date: 2026-12-24"


def test_csv_a_removed_line_is_left_out(read: Read) -> None:
    parsed = read(export(FULL, MORE | {"Lineitem quantity": "0"}), "shopify-csv")
    assert [len(order.lines) for order in parsed.documents] == [1]
    assert parsed.treatments["nothing_left_lines"] == 1


def test_csv_part_shipped_without_saying_what_is_held(read: Read) -> None:
    part = FULL | {"Fulfillment Status": "partial"}
    (order,) = read(export(part, MORE), "shopify-csv").documents
    assert order.hold == shop_rules.PARTLY_SHIPPED
    line = MORE | {"Lineitem fulfillment status": "partial"}
    (order,) = read(export(FULL, line), "shopify-csv").documents
    assert order.hold == shop_rules.PARTLY_SHIPPED


def test_csv_an_order_that_is_in_the_file_twice_counts_once(read: Read) -> None:
    parsed = read(export(FULL, MORE, FULL, MORE), "shopify-csv")
    assert [[line.quantity for line in order.lines] for order in parsed.documents] == [[2, 1]]
    assert parsed.treatments["repeated_rows"] == 2


def test_csv_two_equal_lines_of_one_order_are_two_lines(read: Read) -> None:
    """Two engraved mugs: the export does not show what is engraved."""
    (order,) = read(export(FULL, MORE, MORE), "shopify-csv").documents
    assert [line.quantity for line in order.lines] == [2, 1, 1]


def test_csv_all_faults_are_told(read: Read) -> None:
    bad = FULL | {"Created at": "soon", "Shipping Country": "Atlantis", "Lineitem quantity": "x"}
    parsed = read(export(bad, MORE | {"Lineitem sku": ""}), "shopify-csv")
    assert sorted(fault.column for fault in parsed.rejected) == [
        "Created at",
        "Lineitem quantity",
        "Lineitem sku",
        "Shipping Country",
    ]
