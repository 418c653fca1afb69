"""BigCommerce's orders: what is left, what is held, where they go."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.documents import OrderDocument
from app.intake import shop_rules
from tests.unit.intake.conftest import Read

PLACE = {
    "first_name": "Ada",
    "last_name": "Example",
    "street_1": "S 5",
    "city": "T",
    "country_iso2": "DE",
    "shipping_method": "Free Shipping",
}
LINE: dict[str, Any] = {"id": 7, "sku": "MUG", "name": "Mug", "quantity": 3, "type": "physical"}
ORDER: dict[str, Any] = {
    "id": 100,
    "status": "Awaiting Fulfillment",
    "date_created": "Fri, 02 Mar 2012 21:36:24 +0000",
    "date_modified": "Mon, 12 Mar 2012 21:40:16 +0000",
    "is_deleted": False,
    "shipping_addresses": [PLACE],
    "products": [LINE],
}


def one(read: Read, **changes: Any) -> OrderDocument:
    (order,) = read([ORDER | changes], "bigcommerce-json").documents
    assert isinstance(order, OrderDocument)
    return order


def test_an_order(read: Read) -> None:
    typed = {"display_name": "Engraving", "display_value": "Oma", "type": "Text field"}
    chosen = {"display_name": "Colour", "display_value": "Blue", "type": "Swatch"}
    wrapped = LINE | {"product_options": [typed, chosen], "wrapping_message": "Hello"}
    order = one(read, products=[wrapped], customer_message="Ring\ntwice")
    assert (order.channel, order.ref, order.shop_id) == ("bigcommerce", "100", "100")
    assert order.placed_at == datetime(2012, 3, 2, 21, 36, 24, tzinfo=UTC)
    assert order.changed_at == datetime(2012, 3, 12, 21, 40, 16, tzinfo=UTC)
    assert (order.service, order.hold, order.note) == ("Free Shipping", "", "Ring\ntwice")
    (line,) = order.lines
    assert (line.note, line.key) == ("Engraving: Oma\nGift wrap: Hello", "7")


def test_what_was_shipped_or_refunded_is_not_left(read: Read) -> None:
    sent = LINE | {"quantity_shipped": 1, "quantity_refunded": 1}
    assert [line.quantity for line in one(read, products=[sent]).lines] == [1]
    done = [LINE | {"quantity_shipped": 3}, LINE | {"sku": "POT"}]
    assert [line.sku for line in one(read, products=done, status="Partially Shipped").lines] == [
        "POT"
    ]


@pytest.mark.parametrize(
    ("changes", "hold", "cancelled"),
    [
        ({"status": "Awaiting Payment"}, "unpaid", False),
        ({"status": "Disputed"}, "the payment is disputed", False),
        ({"status": "Odd"}, 'status "odd" in the shop', False),
        ({"status": "Declined"}, "payment failed", True),
        ({"status": "Refunded"}, "refunded", True),
        ({"is_deleted": True}, "deleted in the shop", True),
        ({"shipping_addresses": [PLACE, PLACE]}, "several receivers", False),
        ({"shipping_addresses": []}, "no address", False),
    ],
)
def test_states(read: Read, changes: dict[str, Any], hold: str, cancelled: bool) -> None:
    order = one(read, **changes)
    assert (order.hold, order.cancelled) == (hold, cancelled)


def test_shipped_digital_collected_and_drafts(read: Read) -> None:
    parsed = read([ORDER | {"status": "Shipped"}], "bigcommerce-json")
    assert [ending.hold for ending in parsed.endings] == [shop_rules.SHIPPED]
    digital = read([ORDER | {"products": [LINE | {"type": "digital"}]}], "bigcommerce-json")
    assert digital.treatments["orders_without_goods"] == 1
    collected = one(read, status="Awaiting Pickup", shipping_addresses=[])
    assert (collected.pickup, collected.hold) == (True, "")
    assert read([ORDER | {"status": "Incomplete"}], "bigcommerce-json").documents == []


def test_links_that_nobody_followed_are_refused(read: Read) -> None:
    links = {"products": {"url": "https://x"}, "shipping_addresses": {"url": "https://x"}}
    (fault,) = read([ORDER | links], "bigcommerce-json").rejected
    assert (fault.column, "export the orders with their products" in fault.reason) == (
        "products",
        True,
    )
