"""Reads orders as WooCommerce's REST API (wc/v3) and webhooks send them.

date_created_gmt has no zone and is UTC. Status: "pending" waits for payment, "on-hold" for the
shop; "processing" is work for the bench; "completed" is shipped; "cancelled", "failed", "refunded"
and "trash" are cancelled; drafts are no orders yet; the statuses that plug-ins add put an order on
hold. Names are HTML-escaped. The answer to a batch holds its orders under "create" and "update";
the orders it deleted are cancelled. A refund says its money only, so the order is held.
"""

from __future__ import annotations

import html
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells, json_file, shop_rules
from app.intake.cells import CellError
from app.intake.columns import as_text
from app.intake.drafts import Aside, Draft, Line
from app.intake.order_book import OrderBook
from app.intake.values import Identity, Parsed, RawRow

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.intake.values import ReadOptions

CHANNEL = "woocommerce"
_HOLDS = {
    "pending": shop_rules.UNPAID,
    "on-hold": shop_rules.ON_HOLD,
    "processing": "",
    "partially-shipped": shop_rules.PARTLY_SHIPPED,
    "partial-shipped": shop_rules.PARTLY_SHIPPED,
    "partially-refunded": shop_rules.PARTLY_REFUNDED,
    "pre-ordered": "pre-order",
}
_ENDED = {
    "cancelled": "",
    "failed": "payment failed",
    "refunded": shop_rules.REFUNDED,
    "trash": "deleted in the shop",
}
_SHIPPED = frozenset({"completed", "shipped", "delivered"})
_DRAFTS = frozenset({"checkout-draft", "auto-draft", "draft", "new"})
_BATCH = ("orders", "create", "update", "delete")
_CONTAINERS = frozenset({"_bundled_items", "_composite_children", "_mnm_container_config"})
"""What the plug-ins for bundles note on the line that only holds others together."""


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    data = json_file.load(path, options)
    found = json_file.entries(data, _BATCH, ("status",))
    deleted = data.get("delete") if isinstance(data, dict) else None
    channel = options.channel or CHANNEL
    book = OrderBook(Parsed("woocommerce-json"), lambda draft: _build(draft, channel), _is_over)
    for index, entry in json_file.each_order(book, found, "line_items"):
        draft = book.draft(str(index))
        is_deleted = isinstance(deleted, list) and _is_in(entry, deleted)
        draft.head = entry
        if is_deleted:
            draft.head = entry | {"status": "trash"}
            draft.rows = [(index, draft.head)]
        draft.identity = _identity(draft.head, channel)
        draft.rank = _rank(data, entry)
        for number, line in enumerate(entry.get("line_items") or [], start=1):
            where = f"line_items[{number}]"
            try:
                _take_line(draft, index, where, line, digital=_is_digital(entry))
            except CellError as error:
                shown = f"{where}.{error.column}"
                draft.problem(index, CellError(shown, error.value, error.reason))
    return book.finish()


def _rank(data: Any, entry: dict[str, Any]) -> int:
    """How late an entry of a batch is: what was created was then updated, and then deleted."""
    if not isinstance(data, dict):
        return 0
    lists = [data.get(key) for key in ("create", "update", "delete")]
    ranks = (n for n, held in enumerate(lists) if isinstance(held, list) and _is_in(entry, held))
    return max(ranks, default=0)


def _is_in(entry: dict[str, Any], held: list[Any]) -> bool:
    return any(entry is one for one in held)


def _identity(entry: dict[str, Any], channel: str) -> Identity | None:
    try:
        ref = as_text("number", entry.get("number") or entry.get("id")).strip()
        shop_id = as_text("id", entry.get("id"))
        return Identity(
            channel, ref, shop_id, _gmt(entry, "date_created"), _gmt(entry, "date_modified")
        )
    except CellError:
        return None


def _is_digital(entry: dict[str, Any]) -> bool:
    """An order that the shop sends nowhere: no method of shipping, and no address but the payer's.

    A line does not say whether it is virtual; an order of virtual goods only looks like this.
    """
    shipping = json_file.section(entry, "shipping")
    nowhere = not any(as_text(key, value) for key, value in shipping.items())
    return "shipping" in entry and nowhere and entry.get("shipping_lines") == []


def _take_line(
    draft: Draft, index: int, where: str, line: dict[str, Any], *, digital: bool
) -> None:
    name = draft.read(_words, f"{where}.name", line.get("name"), or_else="", row=index)
    sku = as_text("sku", line.get("sku")).strip()
    given = as_text("quantity", line.get("quantity"))
    units = draft.read(cells.left, f"{where}.quantity", given, or_else=1, row=index)
    if units == 0:
        reason = "nothing of this line is left"
        draft.asides.append((RawRow(index, line, "", reason), "nothing_left_lines"))
        return
    meta = _meta(line)
    if digital or line.get("virtual") is True or _CONTAINERS & {key for key, _, _ in meta}:
        draft.charges.append((cells.text("sku", sku) or name, name, units))
        return
    if not sku:
        product = cells.shown(as_text("product_id", line.get("product_id")))
        raise CellError("sku", "", f'of "{cells.shown(name)}" (product {product}) is missing')
    sku = draft.read(cells.code, f"{where}.sku", sku, or_else="", row=index)
    note = shop_rules.noted(
        (shown, value) for key, shown, value in meta if shop_rules.is_shown(key)
    )
    key = as_text("id", line.get("id"))
    draft.lines.append(Line(sku, name or sku, units, note=note, key=key))


def _meta(entry: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(key, name as people read it, value) of what plug-ins note; lists and objects are "…"."""
    found = []
    for one in json_file.objects(entry, "meta_data"):
        key = as_text("meta_data", one.get("key"))
        shown = one.get("display_key") or key
        value = one.get("display_value") or one.get("value")
        text = "…" if isinstance(value, dict | list) else _rows("meta_data", value)
        found.append((key, _words("meta_data", shown), text))
    return found


def _is_label(name: str) -> bool:
    """Whether a field of an order has a name for people ("Delivery date", not "vat_exempt")."""
    return shop_rules.is_shown(name) and (" " in name or name != name.lower())


def _is_over(draft: Draft) -> bool:
    return _status(draft.head) in _SHIPPED | set(_ENDED)


def _status(entry: dict[str, Any]) -> str:
    return as_text("status", entry.get("status")).removeprefix("wc-")


def _build(draft: Draft, channel: str) -> OrderDocument | Aside:
    entry = draft.head
    status = _status(entry)
    if status in _DRAFTS:
        return Aside("a draft, not an order yet", "draft_lines")
    customer = _customer(draft)
    placed_at = _gmt(entry, "date_created")
    if placed_at is None:
        raise CellError("date_created_gmt", "", "is missing")
    methods = json_file.objects(entry, "shipping_lines") or [{}]
    service = draft.read(_words, "shipping_lines", methods[0].get("method_title"), or_else="")
    method = as_text("shipping_lines", methods[0].get("method_id"))
    gift, fields = shop_rules.split_notes(
        (shown, value)
        for key, shown, value in _meta(entry)
        if shop_rules.is_gift_message(key) or _is_label(shown)
    )
    note = draft.read(_rows, "customer_note", entry.get("customer_note"), or_else="")
    ref = as_text("number", entry.get("number") or entry.get("id"))
    document = OrderDocument(
        channel=channel,
        ref=draft.read(cells.code, "number", ref, or_else=""),
        placed_at=placed_at,
        customer=customer,
        lines=draft.documents(),
        service=service,
        note=shop_rules.rows(note, fields),
        cancelled=status in _ENDED,
        charges=tuple(draft.charges),
        shop_id=as_text("id", entry.get("id")),
        changed_at=_gmt(entry, "date_modified"),
        gift_message=gift,
        pickup=shop_rules.is_pickup(method, service),
    )
    if status in _SHIPPED:
        ending = replace(document, cancelled=True, lines=(), charges=(), hold=shop_rules.SHIPPED)
        return Aside("the order is already completed in the shop", "fulfilled_lines", ending)
    if document.cancelled:
        return replace(document, hold=_ENDED[status])
    return replace(document, hold=_hold(entry, status, document))


def _hold(entry: dict[str, Any], status: str, document: OrderDocument) -> str:
    unknown = f'status "{cells.shown(status)}" in the shop'
    no_address = document.lines and not document.pickup
    return shop_rules.holds(
        _HOLDS.get(status, unknown),
        shop_rules.PARTLY_REFUNDED if entry.get("refunds") else "",
        shop_rules.address_hold(document.customer) if no_address else "",
    )


def _gmt(entry: dict[str, Any], key: str) -> datetime | None:
    """A time of the entry, None where it is missing. Raises CellError."""
    column = f"{key}_gmt"
    gmt = as_text(column, entry.get(column))
    return cells.moment(column, gmt if gmt.endswith("Z") else f"{gmt}Z") if gmt else None


def _customer(draft: Draft) -> Address:
    """The shipping address. Shops leave it empty where it is the billing address."""
    shipping = json_file.section(draft.head, "shipping")
    billing = json_file.section(draft.head, "billing")
    place = ("address_1", "address_2", "city", "postcode")
    given = shipping if any(as_text(key, shipping.get(key)) for key in place) else billing

    def field(key: str) -> str:
        return draft.read(_words, key, given.get(key), or_else="")

    return Address(
        f"{field('first_name')} {field('last_name')}".strip(),
        field("company"),
        shop_rules.street(field("address_1"), field("address_2")),
        field("postcode"),
        field("city"),
        field("state"),
        draft.read(cells.country, "country", field("country"), or_else=""),
        field("phone") or draft.read(_words, "phone", billing.get("phone"), or_else=""),
    )


def _words(key: str, value: object) -> str:
    return cells.text(key, html.unescape(as_text(key, value)))


def _rows(key: str, value: object) -> str:
    return cells.note(key, html.unescape(as_text(key, value)))
