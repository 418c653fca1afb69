"""Turns what Shopify's GraphQL API answers into the shape of its REST API.

Connections ({"edges": [{"node": ...}]} or {"nodes": [...]}) become lists, camelCase becomes
snake_case, global ids become their number, and a bulk operation's rows (a parent's id in
"__parentId") go into their order.
"""

from __future__ import annotations

import re
from typing import Any

_NAMES = {
    "displayFinancialStatus": "financial_status",
    "displayFulfillmentStatus": "fulfillment_status",
    "unfulfilledQuantity": "fulfillable_quantity",
    "countryCodeV2": "country_code",
    "customAttributes": "custom_attributes",
}
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_GLOBAL_ID = re.compile(r"gid://shopify/(\w+)/(\d+).*")


def as_rest(data: Any) -> Any:
    """The data as REST would give it; what is no answer of GraphQL is given back as it is."""
    if isinstance(data, list) and any(_is_node(one) for one in data):
        return {"orders": [_order(_rest(one)) for one in _gathered(data)]}
    if isinstance(data, dict) and _is_node(data):
        return _order(_rest(data))
    if not isinstance(data, dict) or not isinstance(data.get("data"), dict):
        return data
    found: list[Any] = []
    for value in data["data"].values():
        plain = _rest(value)
        found += plain if isinstance(plain, list) else [plain] if plain is not None else []
    return {"orders": [_order(one) for one in found]}


def plain(data: Any) -> Any:
    """An answer about anything but orders, with plain lists and names of REST."""
    if not isinstance(data, dict) or not isinstance(data.get("data"), dict):
        return data
    return _rest(data["data"])


def _is_node(one: Any) -> bool:
    return isinstance(one, dict) and bool({"displayFinancialStatus", "__parentId"} & set(one))


def _gathered(rows: list[Any]) -> list[Any]:
    """The rows of a bulk operation: each order with the lines that name it as their parent."""
    orders: dict[str, Any] = {}
    for row in rows:
        parent = orders.get(str(row.get("__parentId"))) if isinstance(row, dict) else None
        if parent is not None:
            parent.setdefault("lineItems", []).append(row)
        else:
            name = str(row.get("id", len(orders))) if isinstance(row, dict) else str(len(orders))
            orders[name] = dict(row) if isinstance(row, dict) else row
    return list(orders.values())


def _rest(value: Any) -> Any:
    if isinstance(value, list):
        return [_rest(one) for one in value]
    if isinstance(value, str):
        match = _GLOBAL_ID.fullmatch(value)
        return match[2] if match else value
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("edges"), list):
        return [_rest(e.get("node") if isinstance(e, dict) else e) for e in value["edges"]]
    if isinstance(value.get("nodes"), list):
        return _rest(value["nodes"])
    return {_name(key): _rest(one) for key, one in value.items()}


def _name(key: str) -> str:
    return _NAMES.get(key) or _HUMP.sub("_", key).lower()


def _order(order: Any) -> Any:
    if not isinstance(order, dict):
        return order
    lines = order.get("line_items")
    method = order.get("shipping_line")
    delivery = _delivery(order.get("fulfillment_orders"))
    return {
        **order,
        "note_attributes": _attributes(order.get("custom_attributes")),
        "shipping_lines": order.get("shipping_lines") or ([method] if method else []),
        "line_items": [_line(one) for one in lines] if isinstance(lines, list) else lines,
        "pickup": bool(delivery) and delivery <= {"PICK_UP", "RETAIL"},
        "test": order.get("test"),
    }


def _delivery(fulfilments: Any) -> set[str]:
    found = fulfilments if isinstance(fulfilments, list) else []
    methods = (one.get("delivery_method") for one in found if isinstance(one, dict))
    return {str(one.get("method_type")) for one in methods if isinstance(one, dict)}


def _line(line: Any) -> Any:
    if not isinstance(line, dict):
        return line
    service = line.get("fulfillment_service")
    product = line.get("product")
    gift_card = isinstance(product, dict) and product.get("is_gift_card") is True
    return {
        **line,
        "properties": _attributes(line.get("custom_attributes")),
        "fulfillment_service": service.get("handle") if isinstance(service, dict) else service,
        "gift_card": line.get("is_gift_card") is True or gift_card,
    }


def _attributes(given: Any) -> Any:
    if not isinstance(given, list):
        return given
    return [
        {"name": one.get("key"), "value": one.get("value")} if isinstance(one, dict) else one
        for one in given
    ]
