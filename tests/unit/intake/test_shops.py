"""Shopify and WooCommerce orders, with invented people."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.documents import LineDocument
from app.intake.shopify_csv import COLUMNS
from app.intake.values import IntakeError
from tests.unit.intake.conftest import Read

FULL = {column.name: column.example for column in COLUMNS}
MORE = {
    "Name": "#1001",
    "Lineitem quantity": "1",
    "Lineitem name": "Cup",
    "Lineitem sku": "CUP",
    "Lineitem requires shipping": "true",
}


def export(*rows: dict[str, str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, [*FULL, "Vendor", "Tax 1 Name"], restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def test_shopify_csv_has_order_fields_on_the_first_line_only(read: Read) -> None:
    (order,) = read(export(FULL, MORE), "shopify-csv").documents
    assert (order.channel, order.ref, order.hold) == ("shopify", "#1001", "")
    assert order.placed_at == datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
    assert order.customer.postcode == "01234"
    assert order.lines == (
        LineDocument(1, "MUG-BLUE", "Mug - blue", 2),
        LineDocument(2, "CUP", "Cup", 1),
    )


@pytest.mark.parametrize(
    ("change", "hold", "cancelled"),
    [
        ({"Financial Status": "authorized"}, "", False),
        (
            {"Financial Status": "partially_refunded"},
            "partly refunded: the file does not say which goods",
            False,
        ),
        ({"Financial Status": "pending"}, "unpaid", False),
        ({"Financial Status": ""}, "unpaid", False),
        ({"Financial Status": "refunded"}, "refunded", False),
        ({"Shipping Address1": ""}, "no address", False),
        ({"Cancelled at": "2026-03-02 09:00:00 +0000"}, "", True),
        (
            {"Cancelled at": "2026-03-02 09:00:00 +0000", "Financial Status": "voided"},
            "payment voided",
            True,
        ),
    ],
)
def test_shopify_csv_states(read: Read, change: dict[str, str], hold: str, cancelled: bool) -> None:
    (order,) = read(export(FULL | change), "shopify-csv").documents
    assert (order.hold, order.cancelled) == (hold, cancelled)


def test_shopify_csv_sets_shipped_orders_and_lines_aside(read: Read) -> None:
    shipped = FULL | {"Fulfillment Status": "fulfilled", "Lineitem sku": ""}
    part = FULL | {"Name": "#1002", "Fulfillment Status": "partial"}
    rest = MORE | {"Name": "#1002", "Lineitem fulfillment status": "fulfilled"}
    parsed = read(export(shipped, part, rest), "shopify-csv")
    assert [(order.ref, len(order.lines)) for order in parsed.documents] == [("#1002", 1)]
    assert parsed.treatments["fulfilled_lines"] == 2
    assert [raw.row for raw in parsed.set_aside] == [2, 4]


def test_shopify_csv_services_are_charges(read: Read) -> None:
    wrap = MORE | {
        "Lineitem sku": "",
        "Lineitem name": "Gift wrap",
        "Lineitem requires shipping": "false",
    }
    (order,) = read(export(FULL, wrap), "shopify-csv").documents
    assert order.charges == (("Gift wrap", "Gift wrap", 1),)


def test_shopify_csv_rejections(read: Read) -> None:
    no_sku = MORE | {"Lineitem sku": ""}
    contradiction = FULL | {"Shipping City": "Elsewhere"}
    parsed = read(export(FULL, no_sku, contradiction), "shopify-csv")
    assert parsed.documents == []
    assert [(one.row, one.column) for one in parsed.rejected] == [
        (3, "Lineitem sku"),
        (4, "Shipping City"),
    ]
    assert parsed.lines_rejected == 3


def test_a_cancellation_is_not_lost_for_a_missing_sku(read: Read) -> None:
    gone = FULL | {"Cancelled at": "2026-03-02 09:00:00 +0000", "Lineitem sku": ""}
    (order,) = read(export(gone), "shopify-csv").documents
    assert order.cancelled and order.lines == ()


LINE = {"sku": "MUG", "name": "Mug", "quantity": 3}
SHOPIFY: dict[str, Any] = {
    "name": "#1",
    "created_at": "2026-03-02T08:15:00-05:00",
    "financial_status": "paid",
    "shipping_address": {
        "first_name": "Ada",
        "last_name": "Example",
        "address1": "S 5",
        "city": "T",
        "country_code": "US",
    },
    "shipping_lines": [{"title": "Express"}],
    "line_items": [LINE],
}


def test_shopify_json(read: Read) -> None:
    for data in ({"orders": [SHOPIFY]}, {"order": SHOPIFY}, [SHOPIFY], SHOPIFY):
        (order,) = read(data, "shopify-json").documents
        assert order.placed_at == datetime(2026, 3, 2, 13, 15, tzinfo=UTC)
        assert (order.customer.name, order.service) == ("Ada Example", "Express")


@pytest.mark.parametrize(
    ("line", "units", "treatment"),
    [
        ({"fulfillable_quantity": 1}, 1, ""),
        ({"current_quantity": 2, "fulfillable_quantity": 3}, 2, ""),
        ({"current_quantity": 0}, 0, "nothing_left_lines"),
        ({"fulfillment_status": "fulfilled"}, 0, "fulfilled_lines"),
        ({"requires_shipping": False}, 0, "non_stock_lines"),
    ],
)
def test_shopify_json_ships_what_is_left(
    read: Read, line: dict[str, Any], units: int, treatment: str
) -> None:
    order = SHOPIFY | {"line_items": [LINE | line, LINE | {"sku": "CUP"}]}
    parsed = read([order], "shopify-json")
    (made,) = parsed.documents
    assert sum(one.quantity for one in made.lines if one.sku == "MUG") == units
    assert not treatment or parsed.treatments[treatment] == 1


def test_shopify_json_odd_orders(read: Read) -> None:
    shipped = SHOPIFY | {"fulfillment_status": "fulfilled"}
    empty = SHOPIFY | {"name": "#2", "line_items": []}
    no_sku = SHOPIFY | {"name": "#3", "line_items": [LINE | {"sku": None}]}
    cancelled = no_sku | {"name": "#4", "cancelled_at": "2026-03-02T08:15:00Z"}
    nowhere = SHOPIFY | {"name": "#5", "shipping_address": None}
    parsed = read([shipped, empty, no_sku, cancelled, nowhere], "shopify-json")
    assert [(o.ref, o.cancelled, o.hold) for o in parsed.documents] == [
        ("#4", True, ""),
        ("#5", False, "no address"),
    ]
    assert [raw.row for raw in parsed.set_aside] == [1, 2]
    assert [(one.row, one.column) for one in parsed.rejected] == [(3, "line_items[1].sku")]


WOO: dict[str, Any] = {
    "number": "727",
    "status": "processing",
    "date_created": "2026-03-02T09:15:00",
    "date_created_gmt": "2026-03-02T08:15:00",
    "shipping": {
        "first_name": "Ada",
        "last_name": "Example",
        "address_1": "S 5",
        "city": "T",
        "country": "DE",
    },
    "billing": {
        "first_name": "Bo",
        "address_1": "B 1",
        "city": "B",
        "country": "FR",
        "phone": "123",
    },
    "line_items": [LINE | {"name": "Mug &amp; spoon", "total": "6.00"}],
}


def test_woocommerce_json(read: Read) -> None:
    for data in (WOO, [WOO], {"create": [WOO]}):
        (order,) = read(data, "woocommerce-json").documents
        assert order.placed_at == datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
        assert order.lines[0].name == "Mug & spoon"
        assert (order.customer.name, order.customer.phone) == ("Ada Example", "123")


@pytest.mark.parametrize(
    ("status", "hold", "cancelled"),
    [
        ("processing", "", False),
        ("pending", "unpaid", False),
        ("on-hold", "on hold in the shop", False),
        ("cancelled", "", True),
        ("refunded", "refunded", True),
        ("failed", "payment failed", True),
        ("pre-ordered", "pre-order", False),
        ("partially-shipped", "partly shipped: the file does not say what is left", False),
        ("awaiting-pick", 'status "awaiting-pick" in the shop', False),
    ],
)
def test_woocommerce_states(read: Read, status: str, hold: str, cancelled: bool) -> None:
    (order,) = read(WOO | {"status": status}, "woocommerce-json").documents
    assert (order.hold, order.cancelled) == (hold, cancelled)


def test_woocommerce_odd_orders(read: Read) -> None:
    completed = WOO | {"status": "completed", "line_items": [{"sku": ""}]}
    strange = WOO | {"number": "2", "status": "checkout-draft"}
    no_sku = WOO | {"number": "3", "line_items": [LINE | {"sku": ""}]}
    billing = WOO | {"number": "4", "shipping": {}}
    parsed = read([completed, strange, no_sku, billing], "woocommerce-json")
    assert [(order.ref, order.customer.name) for order in parsed.documents] == [("4", "Bo")]
    assert [one.row for one in parsed.rejected] == [3]
    assert [raw.row for raw in parsed.set_aside] == [1, 2]
    assert [(one.ref, one.cancelled, one.lines) for one in parsed.endings] == [("727", True, ())]


def test_a_deleted_order_of_a_batch_is_cancelled(read: Read) -> None:
    parsed = read({"create": [WOO], "delete": [WOO | {"number": "9"}]}, "woocommerce-json")
    assert [(order.ref, order.cancelled) for order in parsed.documents] == [
        ("727", False),
        ("9", True),
    ]


@pytest.mark.parametrize("name", ["shopify-json", "woocommerce-json"])
def test_what_is_no_order_is_said(read: Read, name: str) -> None:
    with pytest.raises(IntakeError, match="but one with risks"):
        read({"risks": []}, name)
