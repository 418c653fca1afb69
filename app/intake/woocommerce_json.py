"""Reads orders as WooCommerce's REST API (wc/v3) and webhooks send them.

date_created_gmt has no zone and is UTC. Status: "pending" waits for payment, "on-hold" for the
shop; "processing" is work for the bench; "completed" is shipped; "cancelled", "failed", "refunded"
and "trash" are cancelled. Names are HTML-escaped. The answer to a batch holds its orders under
"create" and "update"; the orders it deleted are cancelled. Amounts of money are not used.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells, json_file
from app.intake.cells import CellError
from app.intake.columns import as_text
from app.intake.drafts import Aside, Draft, OrderBook
from app.intake.shop_rules import UNPAID, address_hold, street
from app.intake.values import Parsed

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.values import ReadOptions

CHANNEL = "woocommerce"
_HOLDS = {"pending": UNPAID, "on-hold": "on hold in the shop", "processing": ""}
_ENDED = frozenset({"cancelled", "failed", "refunded", "trash"})
_BATCH = ("orders", "create", "update", "delete")


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    data = json_file.load(path, options.progress)
    found = json_file.entries(data, _BATCH, ("status",))
    deleted = data.get("delete") if isinstance(data, dict) else None
    channel = options.channel or CHANNEL
    book = OrderBook(Parsed("woocommerce-json"), lambda draft: _build(draft, channel), _is_over)
    for index, entry in json_file.each_order(book, found, "line_items"):
        draft = book.draft(str(index))
        is_deleted = isinstance(deleted, list) and any(entry is one for one in deleted)
        draft.head = entry
        if is_deleted:
            draft.head = entry | {"status": "trash"}
            draft.rows = [(index, draft.head)]
        for number, line in enumerate(entry.get("line_items") or [], start=1):
            try:
                _take_line(draft, line)
            except CellError as error:
                where = f"line_items[{number}].{error.column}"
                draft.problem(index, CellError(where, error.value, error.reason))
    return book.finish()


def _take_line(draft: Draft, line: dict[str, Any]) -> None:
    name = _words("name", line.get("name"))
    sku = cells.text("sku", as_text("sku", line.get("sku")))
    if not sku:
        product = cells.shown(as_text("product_id", line.get("product_id")))
        raise CellError("sku", "", f'of "{cells.shown(name)}" (product {product}) is missing')
    units = cells.quantity("quantity", as_text("quantity", line.get("quantity")))
    draft.lines.append((cells.code("sku", sku), name or sku, units, ""))


def _is_over(draft: Draft) -> bool:
    return draft.head.get("status") in {"completed", *_ENDED}


def _build(draft: Draft, channel: str) -> OrderDocument | Aside:
    entry = draft.head
    ref = cells.code("number", as_text("number", entry.get("number") or entry.get("id")))
    status = as_text("status", entry.get("status"))
    if status == "completed":
        return Aside("the order is already completed in the shop", "fulfilled_lines")
    if status not in _HOLDS and status not in _ENDED:
        raise CellError("status", cells.shown(status), "is no status of an order to ship")
    customer = _customer(entry)
    methods = entry.get("shipping_lines") or [{}]
    service = methods[0].get("method_title") if isinstance(methods[0], dict) else ""
    return OrderDocument(
        channel=channel,
        ref=ref,
        placed_at=_placed(entry),
        customer=customer,
        lines=draft.documents(),
        service=_words("shipping_lines", service),
        note=_words("customer_note", entry.get("customer_note")),
        hold=_HOLDS.get(status, "") or address_hold(customer),
        cancelled=status in _ENDED,
    )


def _placed(entry: dict[str, Any]) -> Any:
    gmt = as_text("date_created_gmt", entry.get("date_created_gmt"))
    return cells.moment("date_created_gmt", gmt if not gmt or gmt.endswith("Z") else f"{gmt}Z")


def _customer(entry: dict[str, Any]) -> Address:
    """The shipping address. Shops leave it empty where it is the billing address."""
    shipping = json_file.section(entry, "shipping")
    billing = json_file.section(entry, "billing")
    given = shipping if as_text("address_1", shipping.get("address_1")) else billing

    def field(key: str) -> str:
        return _words(key, given.get(key))

    return Address(
        f"{field('first_name')} {field('last_name')}".strip(),
        field("company"),
        street(field("address_1"), field("address_2")),
        field("postcode"),
        field("city"),
        field("state"),
        cells.country("country", field("country")),
        field("phone") or _words("phone", billing.get("phone")),
    )


def _words(key: str, value: object) -> str:
    return cells.text(key, html.unescape(as_text(key, value)))
