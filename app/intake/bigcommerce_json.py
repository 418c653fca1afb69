"""Reads orders of BigCommerce's API (v2).

The API gives the products and the receivers of an order behind links of their own. An order whose
links were not followed has no lines and is rejected; "products" and "shipping_addresses" as lists
are read. Dates are those of e-mails ("Fri, 02 Mar 2012 21:36:24 +0000"). The units of a line that
are left to ship are its quantity without those that were shipped or refunded.
"""

from __future__ import annotations

import html
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells, json_file, shop_rules
from app.intake.cells import CellError
from app.intake.columns import as_text, needed, optional
from app.intake.drafts import Aside, Draft, Line
from app.intake.order_book import OrderBook
from app.intake.values import Identity, Parsed, RawRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.intake.values import ReadOptions

CHANNEL = "bigcommerce"
COLUMNS = (
    needed("id", "text", "the order's number", "100"),
    needed(
        "status", "text", "Awaiting Fulfillment, Shipped, Cancelled ...", "Awaiting Fulfillment"
    ),
    needed("date_created", "text", "when it was placed", "Mon, 02 Mar 2026 08:15:00 +0000"),
    optional("date_modified", "text", "when it was changed last", ""),
    optional("shipping_addresses", "list", "the receiver; without it the payer"),
    optional("customer_message", "text", "shown to the packer", ""),
    needed("products", "list", "sku, name, quantity, quantity_shipped, product_options"),
)
EXAMPLE = {
    "id": 100,
    "status": "Awaiting Fulfillment",
    "date_created": "Mon, 02 Mar 2026 08:15:00 +0000",
    "shipping_addresses": [
        {
            "first_name": "Ada",
            "last_name": "Example",
            "street_1": "Sample Street 5",
            "zip": "01234",
            "city": "Sampletown",
            "country_iso2": "DE",
        }
    ],
    "products": [{"id": 7, "sku": "MUG-BLUE", "name": "Mug - blue", "quantity": 2}],
}
_HOLDS = {
    "awaiting fulfillment": "",
    "awaiting shipment": "",
    "awaiting pickup": "",
    "awaiting payment": shop_rules.UNPAID,
    "pending": shop_rules.UNPAID,
    "partially shipped": "",
    "partially refunded": "",
    "manual verification required": "to be verified in the shop",
    "disputed": "the payment is disputed",
}
_ENDED = {"cancelled": "", "declined": "payment failed", "refunded": shop_rules.REFUNDED}
_SHIPPED = frozenset({"shipped", "completed"})


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    data = json_file.load(path, options)
    found = json_file.entries(data, ("data", "orders"), ("status", "status_id"))
    channel = options.channel or CHANNEL
    book = OrderBook(Parsed("bigcommerce-json"), lambda draft: _build(draft, channel), _is_over)
    listed = [_with_lists(entry) for entry in found]
    for index, entry in json_file.each_order(book, listed, "products"):
        draft = book.draft(str(index))
        draft.head = entry
        draft.identity = _identity(entry, channel)
        for number, line in enumerate(entry.get("products") or [], start=1):
            where = f"products[{number}]"
            try:
                _take_line(draft, index, where, line)
            except CellError as error:
                shown = f"{where}.{error.column}"
                draft.problem(index, CellError(shown, error.value, error.reason))
        if entry.get("products") is None:
            reason = "is a link; export the orders with their products"
            draft.problem(index, CellError("products", "", reason))
    return book.finish()


def _with_lists(entry: Any) -> Any:
    """The entry without links where lists belong."""
    if not isinstance(entry, dict):
        return entry
    lists = ("products", "shipping_addresses", "consignments")
    return {k: v for k, v in entry.items() if k not in lists or isinstance(v, list)}


def _identity(entry: dict[str, Any], channel: str) -> Identity | None:
    try:
        ref = as_text("id", entry.get("id"))
        placed, changed = _moment(entry, "date_created"), _moment(entry, "date_modified")
        return Identity(channel, ref, ref, placed, changed)
    except CellError:
        return None


def _moment(entry: dict[str, Any], column: str) -> datetime | None:
    """A time of the entry, None where it is missing. Raises CellError."""
    value = as_text(column, entry.get(column)).strip()
    if not value:
        return None
    try:
        return cells.moment(column, parsedate_to_datetime(value).isoformat())
    except ValueError:
        return cells.moment(column, value)


def _take_line(draft: Draft, index: int, where: str, line: dict[str, Any]) -> None:
    def units(key: str, parse: Callable[[str, str], int] = cells.count) -> int:
        text = as_text(key, line.get(key))
        return draft.read(parse, f"{where}.{key}", text, or_else=0, row=index)

    name = draft.read(_words, f"{where}.name", line.get("name"), or_else="", row=index)
    sku = as_text("sku", line.get("sku")).strip()
    ordered = units("quantity", cells.left)
    shipped, refunded = units("quantity_shipped"), units("quantity_refunded")
    left = max(0, ordered - shipped - refunded)
    if left == 0:
        reason = "this line is already shipped" if shipped else "nothing of this line is left"
        treatment = "fulfilled_lines" if shipped else "nothing_left_lines"
        draft.asides.append((RawRow(index, line, "", reason), treatment))
        return
    if as_text("type", line.get("type")) in {"digital", "giftcertificate"}:
        draft.charges.append((cells.text("sku", sku) or name, name, left))
        return
    if not sku:
        raise CellError("sku", "", f'of "{cells.shown(name)}" is missing')
    options = _options(line)
    wrapping = _words("wrapping_message", line.get("wrapping_message"))
    note = shop_rules.noted((*options, ("Gift wrap", wrapping)))
    key = as_text("id", line.get("id"))
    sku = draft.read(cells.code, f"{where}.sku", sku, or_else="", row=index)
    draft.lines.append(Line(sku, name or sku, left, note=note, key=key))


def _options(line: dict[str, Any]) -> list[tuple[str, str]]:
    """What the customer chose or wrote. Choices of a variant are told by its SKU already."""
    given = line.get("product_options")
    typed = {"Text field", "Multi-line text field", "Date field", "File upload field"}
    return [
        (_words("product_options", one.get("display_name")), _words("", one.get("display_value")))
        for one in (given if isinstance(given, list) else ())
        if isinstance(one, dict) and one.get("type") in typed
    ]


def _status(draft: Draft) -> str:
    return as_text("status", draft.head.get("status")).strip().lower()


def _is_over(draft: Draft) -> bool:
    return _status(draft) in _SHIPPED | set(_ENDED) or draft.head.get("is_deleted") is True


def _build(draft: Draft, channel: str) -> OrderDocument | Aside:
    entry, status = draft.head, _status(draft)
    if status == "incomplete":
        return Aside("a draft, not an order yet", "draft_lines")
    places = json_file.objects(entry, "shipping_addresses")
    customer = _customer(draft, places)
    placed_at = _moment(entry, "date_created")
    if placed_at is None:
        raise CellError("date_created", "", "is missing")
    service = _words("shipping_method", places[0].get("shipping_method")) if places else ""
    ref = as_text("id", entry.get("id"))
    deleted = entry.get("is_deleted") is True
    document = OrderDocument(
        channel=channel,
        ref=draft.read(cells.code, "id", ref, or_else=""),
        placed_at=placed_at,
        customer=customer,
        lines=draft.documents(),
        service=service,
        note=draft.read(_rows, "customer_message", entry.get("customer_message"), or_else=""),
        cancelled=deleted or status in _ENDED,
        charges=tuple(draft.charges),
        shop_id=ref,
        changed_at=_moment(entry, "date_modified"),
        pickup=status == "awaiting pickup" or shop_rules.is_pickup(service),
    )
    if status in _SHIPPED and not deleted:
        ending = replace(document, cancelled=True, lines=(), charges=(), hold=shop_rules.SHIPPED)
        return Aside(shop_rules.SHIPPED, "fulfilled_lines", ending)
    if document.cancelled:
        return replace(document, hold="deleted in the shop" if deleted else _ENDED[status])
    return replace(document, hold=_hold(status, places, document))


def _hold(status: str, places: list[dict[str, Any]], document: OrderDocument) -> str:
    return shop_rules.holds(
        _HOLDS.get(status, f'status "{cells.shown(status)}" in the shop'),
        "several receivers" if len(places) > 1 else "",
        shop_rules.address_hold(document.customer) if not document.pickup else "",
    )


def _customer(draft: Draft, places: list[dict[str, Any]]) -> Address:
    given = places[0] if places else json_file.section(draft.head, "billing_address")

    def field(key: str) -> str:
        return draft.read(_words, key, given.get(key), or_else="")

    return Address(
        f"{field('first_name')} {field('last_name')}".strip(),
        field("company"),
        shop_rules.street(field("street_1"), field("street_2")),
        field("zip"),
        field("city"),
        field("state"),
        draft.read(cells.country, "country", field("country_iso2") or field("country"), or_else=""),
        field("phone"),
    )


def _words(key: str, value: object) -> str:
    return cells.text(key, html.unescape(as_text(key, value)))


def _rows(key: str, value: object) -> str:
    return cells.note(key, html.unescape(as_text(key, value)))
