"""Reads orders of Shopify's Admin API and webhooks: REST, GraphQL, JSON lines.

The units of a line that are left to ship are the least of quantity, current_quantity (after refunds
and edits) and fulfillable_quantity (after shipments), of those that are given; where
current_quantity is not given, the refunds of the order are counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells, json_file, shop_rules, shopify_graphql
from app.intake.cells import CellError
from app.intake.columns import as_text
from app.intake.drafts import Aside, Draft, Line
from app.intake.order_book import OrderBook
from app.intake.shopify_csv import CHANNEL
from app.intake.values import Identity, Parsed, RawRow

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.intake.values import ReadOptions

_SIGN = ("line_items", "financial_status", "order_number")
_OUR_SERVICES = frozenset({"", "manual"})
_CHANGES = ("updated_at", "cancelled_at", "closed_at")
_GONE = "nothing of this line is left"


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    data = shopify_graphql.as_rest(json_file.load(path, options))
    found = json_file.entries(data, ("orders", "order"), _SIGN)
    channel = options.channel or CHANNEL
    book = OrderBook(Parsed("shopify-json"), lambda draft: _build(draft, channel), _is_over)
    for index, entry in json_file.each_order(book, found, "line_items"):
        draft = book.draft(str(index))
        draft.head = entry
        draft.identity = _identity(entry, channel)
        try:
            refunded = _refunded(draft, entry)
        except CellError as error:
            draft.problem(index, error)
            refunded = Counter()
        for number, line in enumerate(entry.get("line_items") or [], start=1):
            where = f"line_items[{number}]"
            try:
                _take_line(draft, index, where, line, refunded)
            except CellError as error:
                shown = f"{where}.{error.column}"
                draft.problem(index, CellError(shown, error.value, error.reason))
    return book.finish()


def _identity(entry: dict[str, Any], channel: str) -> Identity | None:
    try:
        ref = as_text("name", entry.get("name")) or as_text("id", entry.get("id"))
        shop_id = as_text("id", entry.get("id"))
        at = as_text("created_at", entry.get("created_at"))
        placed_at = cells.moment("created_at", at) if at else None
        return Identity(channel, ref.strip(), shop_id, placed_at, _changed_at(entry))
    except CellError:
        return None


def _changed_at(entry: dict[str, Any]) -> datetime | None:
    """When the shop last changed the order. Raises CellError."""
    given = ((key, as_text(key, entry.get(key))) for key in _CHANGES)
    return max((cells.moment(key, at) for key, at in given if at.strip()), default=None)


def _take_line(
    draft: Draft, index: int, where: str, line: dict[str, Any], refunded: Counter[str]
) -> None:
    def text(key: str, value: object) -> str:
        return draft.read(cells.text, f"{where}.{key}", as_text(key, value), or_else="", row=index)

    left = draft.read(_left, f"{where}.quantity", line, refunded, or_else=1, row=index)
    if left == 0:
        is_shipped = line.get("fulfillment_status") == "fulfilled"
        reason = "this line is already shipped" if is_shipped else _GONE
        treatment = "fulfilled_lines" if is_shipped else "nothing_left_lines"
        draft.asides.append((RawRow(index, line, "", reason), treatment))
        return
    name = text("name", line.get("name") or line.get("title"))
    sku = as_text("sku", line.get("sku")).strip()
    if not _ships_from_here(line):
        draft.charges.append((text("sku", sku) or name, name, left))
        return
    if not sku:
        raise CellError("sku", "", f'of "{cells.shown(name)}" is missing')
    sku = draft.read(cells.code, f"{where}.sku", sku, or_else="", row=index)
    key = as_text("id", line.get("id"))
    draft.lines.append(Line(sku, name or sku, left, note=_properties(line), key=key))


def _ships_from_here(line: dict[str, Any]) -> bool:
    """Whether a line is goods that this house sends: no gift card, tip, or other service's line."""
    service = as_text("fulfillment_service", line.get("fulfillment_service")).strip().lower()
    no_goods = line.get("requires_shipping") is False or line.get("gift_card") is True
    return not no_goods and line.get("tip") is None and service in _OUR_SERVICES


def _properties(line: dict[str, Any]) -> str:
    pairs = _pairs(line, "properties")
    return shop_rules.noted((name, value) for name, value in pairs if shop_rules.is_shown(name))


def _pairs(entry: dict[str, Any], key: str) -> list[tuple[str, str]]:
    """[{"name", "value"}] or {"name": "value"} as pairs."""
    given = entry.get(key)
    if isinstance(given, dict):
        found = list(given.items())
    else:
        found = [(one.get("name"), one.get("value")) for one in json_file.objects(entry, key)]
    return [
        (cells.text(key, as_text(key, name)), cells.note(key, as_text(key, value)))
        for name, value in found
    ]


def _refunded(draft: Draft, entry: dict[str, Any]) -> Counter[str]:
    """Units that were refunded, by the id of their line."""
    found: Counter[str] = Counter()
    for refund in json_file.objects(entry, "refunds"):
        for item in json_file.objects(refund, "refund_line_items"):
            units = as_text("refunds", item.get("quantity"))
            count = draft.read(cells.count, "refunds", units, or_else=0)
            found[as_text("refunds", item.get("line_item_id"))] += count
    return found


def _left(column: str, line: dict[str, Any], refunded: Counter[str]) -> int:
    ordered = cells.count(column, as_text(column, line.get("quantity")) or "?")
    if line.get("fulfillment_status") == "fulfilled":
        return 0
    given = [line.get(k) for k in ("current_quantity", "fulfillable_quantity")]
    counts = [cells.count(column, as_text(column, one)) for one in given if one is not None]
    if line.get("current_quantity") is None:
        counts.append(max(0, ordered - refunded[as_text("id", line.get("id"))]))
    return min([ordered, *counts])


def _status(entry: dict[str, Any], key: str) -> str:
    return as_text(key, entry.get(key)).strip().lower()


def _is_shipped(entry: dict[str, Any]) -> bool:
    return _status(entry, "fulfillment_status") in {"fulfilled", "restocked"}


def _is_over(draft: Draft) -> bool:
    return _is_shipped(draft.head) or bool(draft.head.get("cancelled_at"))


def _build(draft: Draft, channel: str) -> OrderDocument | Aside:
    entry = draft.head
    ref = as_text("name", entry.get("name")) or as_text("id", entry.get("id"))
    customer = _address(draft, json_file.section(entry, "shipping_address"))
    methods = json_file.objects(entry, "shipping_lines") or [{}]
    service = as_text("shipping_lines", methods[0].get("title"))
    code = as_text("shipping_lines", methods[0].get("code"))
    gift, fields = shop_rules.split_notes(_pairs(entry, "note_attributes"))
    note = draft.read(cells.note, "note", as_text("note", entry.get("note")), or_else="")
    placed_at = cells.moment("created_at", as_text("created_at", entry.get("created_at")))
    document = OrderDocument(
        channel=channel,
        ref=draft.read(cells.code, "name", ref, or_else=""),
        placed_at=placed_at,
        customer=customer,
        lines=draft.documents(),
        service=draft.read(cells.text, "shipping_lines", service, or_else=""),
        note=shop_rules.rows(note, fields),
        cancelled=bool(entry.get("cancelled_at")),
        charges=tuple(draft.charges),
        shop_id=as_text("id", entry.get("id")),
        changed_at=_changed_at(entry),
        gift_message=gift,
        pickup=shop_rules.is_pickup(service, code) or entry.get("pickup") is True,
        tags=shop_rules.tags(as_text("tags", entry.get("tags")).replace("|", ",")),
    )
    if _is_shipped(entry):
        ending = replace(document, cancelled=True, lines=(), charges=(), hold=shop_rules.SHIPPED)
        return Aside(shop_rules.SHIPPED, "fulfilled_lines", ending)
    return replace(document, hold=_hold(entry, document))


def _hold(entry: dict[str, Any], document: OrderDocument) -> str:
    financial, fulfilment = (
        _status(entry, key) for key in ("financial_status", "fulfillment_status")
    )
    lines = json_file.objects(entry, "line_items")
    known_refund = bool(entry.get("refunds")) or all("current_quantity" in x for x in lines)
    known_shipment = all(
        x.get("fulfillable_quantity") is not None or x.get("fulfillment_status") for x in lines
    )
    no_address = not document.pickup and document.lines
    return shop_rules.holds(
        shop_rules.shopify_hold(financial),
        "" if financial != "partially_refunded" or known_refund else shop_rules.PARTLY_REFUNDED,
        "" if not fulfilment.startswith("partial") or known_shipment else shop_rules.PARTLY_SHIPPED,
        shop_rules.ON_HOLD if fulfilment in {"on_hold", "scheduled"} else "",
        shop_rules.TEST if entry.get("test") is True else "",
        shop_rules.address_hold(document.customer) if no_address else "",
    )


def _address(draft: Draft, given: dict[str, Any]) -> Address:
    def field(key: str) -> str:
        return draft.read(cells.text, key, as_text(key, given.get(key)), or_else="")

    code = as_text("country_code", given.get("country_code"))
    return Address(
        field("name") or f"{field('first_name')} {field('last_name')}".strip(),
        field("company"),
        shop_rules.street(field("address1"), field("address2")),
        field("zip"),
        field("city"),
        field("province_code") or field("province"),
        draft.read(cells.country, "country_code", code or field("country"), or_else=""),
        field("phone"),
    )
