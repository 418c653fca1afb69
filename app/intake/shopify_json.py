"""Reads orders of Shopify's Admin API and webhooks: {"orders": [...]} or {"order": {...}}.

The units of a line that are left to ship are the least of quantity, current_quantity (after refunds
and edits) and fulfillable_quantity (after shipments), of those that are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells, json_file
from app.intake.cells import CellError
from app.intake.columns import as_text
from app.intake.drafts import Aside, Draft, OrderBook
from app.intake.shop_rules import address_hold, shopify_hold, street
from app.intake.shopify_csv import CHANNEL
from app.intake.values import Parsed, RawRow

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.values import ReadOptions

_SIGN = ("line_items", "financial_status", "order_number")


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    data = json_file.load(path, options.progress)
    found = json_file.entries(data, ("orders", "order"), _SIGN)
    channel = options.channel or CHANNEL
    book = OrderBook(Parsed("shopify-json"), lambda draft: _build(draft, channel), _is_over)
    for index, entry in json_file.each_order(book, found, "line_items"):
        draft = book.draft(str(index))
        draft.head = entry
        for number, line in enumerate(entry.get("line_items") or [], start=1):
            try:
                _take_line(draft, index, line)
            except CellError as error:
                where = f"line_items[{number}].{error.column}"
                draft.problem(index, CellError(where, error.value, error.reason))
    return book.finish()


def _take_line(draft: Draft, index: int, line: dict[str, Any]) -> None:
    left = _left(line)
    if left == 0:
        is_shipped = line.get("fulfillment_status") == "fulfilled"
        reason = "this line is already shipped" if is_shipped else "nothing of this line is left"
        treatment = "fulfilled_lines" if is_shipped else "nothing_left_lines"
        draft.asides.append((RawRow(index, line, "", reason), treatment))
        return
    name = cells.text("name", as_text("name", line.get("name") or line.get("title")))
    sku = cells.text("sku", as_text("sku", line.get("sku")))
    if line.get("requires_shipping") is False:
        draft.charges.append((sku or name, name, left))
        return
    if not sku:
        raise CellError("sku", "", f'of "{cells.shown(name)}" is missing')
    draft.lines.append((cells.code("sku", sku), name or sku, left, ""))


def _left(line: dict[str, Any]) -> int:
    ordered = cells.quantity("quantity", as_text("quantity", line.get("quantity")))
    if line.get("fulfillment_status") == "fulfilled":
        return 0
    given = [line[k] for k in ("current_quantity", "fulfillable_quantity") if k in line]
    counts = [cells.count("quantity", as_text("quantity", one)) for one in given if one is not None]
    return min([ordered, *counts])


def _is_over(draft: Draft) -> bool:
    entry = draft.head
    return entry.get("fulfillment_status") == "fulfilled" or bool(entry.get("cancelled_at"))


def _build(draft: Draft, channel: str) -> OrderDocument | Aside:
    entry = draft.head
    ref = as_text("name", entry.get("name")) or as_text("id", entry.get("id"))
    ref = cells.code("name", ref)
    placed_at = cells.moment("created_at", as_text("created_at", entry.get("created_at")))
    if entry.get("fulfillment_status") == "fulfilled":
        return Aside("the order is already shipped", "fulfilled_lines")
    customer = _address(json_file.section(entry, "shipping_address"))
    methods = entry.get("shipping_lines") or [{}]
    service = methods[0].get("title") if isinstance(methods[0], dict) else ""
    return OrderDocument(
        channel=channel,
        ref=ref,
        placed_at=placed_at,
        customer=customer,
        lines=draft.documents(),
        service=cells.text("shipping_lines", as_text("shipping_lines", service)),
        note=cells.text("note", as_text("note", entry.get("note"))),
        hold=shopify_hold(as_text("financial_status", entry.get("financial_status")))
        or address_hold(customer),
        cancelled=bool(entry.get("cancelled_at")),
        charges=tuple(draft.charges),
    )


def _address(given: dict[str, Any]) -> Address:
    def field(key: str) -> str:
        return cells.text(key, as_text(key, given.get(key)))

    return Address(
        field("name") or f"{field('first_name')} {field('last_name')}".strip(),
        field("company"),
        street(field("address1"), field("address2")),
        field("zip"),
        field("city"),
        field("province_code") or field("province"),
        cells.country("country_code", field("country_code")),
        field("phone"),
    )
