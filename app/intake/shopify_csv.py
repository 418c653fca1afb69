"""Reads Shopify's orders export.

Order columns are filled on the first row of an order only; Zip and phone may carry an apostrophe
that keeps spreadsheets from eating zeros; times have an offset ("2024-01-10 11:00:00 -0500").
The export does not say how many units of a part-fulfilled line are left, only whether the line
is fulfilled, and of a part refund it says the money only: such orders are held. A row that fills
the order columns anew, equal to the letter, begins the same order once more.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells, shop_rules
from app.intake.cells import CellError
from app.intake.columns import needed, optional
from app.intake.drafts import Aside, Draft, Line
from app.intake.order_book import OrderBook
from app.intake.repeats import Repeats
from app.intake.table import Layout, open_table
from app.intake.values import Identity, RawRow

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.intake.values import Parsed, ReadOptions

CHANNEL = "shopify"

COLUMNS = (
    needed("Name", "code", "the order's number, on every row", "#1001"),
    needed("Created at", "moment", "when it was placed", "2026-03-02 08:15:00 +0000"),
    optional("Id", "text", "Shopify's own id of the order", "5001"),
    optional("Financial Status", "text", "paid, pending, refunded ...", "paid"),
    optional("Fulfillment Status", "text", "fulfilled orders are set aside", "unfulfilled"),
    optional("Cancelled at", "moment", "filled: the order is cancelled", ""),
    optional("Shipping Method", "text", "becomes the service", "Standard"),
    optional("Shipping Name", "text", "receiver", "Ada Example"),
    optional("Shipping Company", "text", "receiver's company", ""),
    optional("Shipping Address1", "text", "street", "Sample Street 5"),
    optional("Shipping Address2", "text", "more of the street", ""),
    optional("Shipping City", "text", "town", "Sampletown"),
    optional("Shipping Zip", "text", "postal code", "'01234"),
    optional("Shipping Province", "text", "state or province", ""),
    optional("Shipping Country", "country", "code of two letters", "DE"),
    optional("Shipping Phone", "text", "telephone", ""),
    optional("Notes", "text", "shown to the packer", ""),
    optional("Tags", "text", "the shop's marks; orders.toml may hold by them", ""),
    optional("Note Attributes", "text", 'rows of "Name: value"; a gift message is printed', ""),
    needed("Lineitem quantity", "quantity", "units", "2"),
    needed("Lineitem name", "text", "article's name", "Mug - blue"),
    needed("Lineitem sku", "code", "article", "MUG-BLUE"),
    optional("Lineitem requires shipping", "yes/no", "no: a service, not packed", "true"),
    optional("Lineitem fulfillment status", "text", "fulfilled lines are set aside", "pending"),
)
_HEAD = tuple(c.name for c in COLUMNS if not c.name.startswith("Lineitem") and c.name != "Name")
_MARKS = ("Created at", "Id", "Financial Status")
"""A row that fills one of these begins an order."""


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    needed = tuple(column.name for column in COLUMNS if column.required)
    with open_table(path, Layout(needed, encoding=options.encoding), options.progress) as table:
        parsed = table.begin("shopify-csv")
        channel = options.channel or CHANNEL
        book = OrderBook(parsed, lambda draft: _build(draft, channel), _is_over)
        repeats = Repeats()
        for row, content in table.rows:
            values = dict(zip(table.header, content, strict=False))
            ref = values["Name"].strip()
            if not ref:
                book.orphan("Name", row, content)
                continue
            draft = book.add_row(ref, row, content)
            begins = any(values.get(name, "").strip() for name in _MARKS)
            if repeats.again(ref, content, begins=begins):
                draft.repeats += 1
                continue
            try:
                _take_head(draft, values, channel)
            except CellError as error:
                draft.problem(row, error)
            _take_line(draft, row, content, values)
        table.end(parsed)
        return book.finish()


def _take_head(draft: Draft, values: dict[str, str], channel: str) -> None:
    if draft.head is None:
        draft.head = {name: values.get(name, "") for name in _HEAD}
        draft.identity = Identity(
            channel, draft.key, _plain(draft.head["Id"]), _placed(draft.head["Created at"])
        )
        return
    for name in _HEAD:
        value = values.get(name, "").strip()
        if value and value != draft.head[name].strip():
            reason = f"differs from row {draft.rows[0][0]} of the same order"
            raise CellError(name, cells.shown(value), reason)


def _placed(value: str) -> datetime | None:
    try:
        return cells.moment("Created at", value)
    except CellError:
        return None


def _take_line(draft: Draft, row: int, content: tuple[str, ...], values: dict[str, str]) -> None:
    status = values.get("Lineitem fulfillment status", "").strip().lower()
    if status == "fulfilled":
        reason = "this line is already shipped"
        draft.asides.append((RawRow(row, content, "", reason), "fulfilled_lines"))
        return
    if status == "partial":
        draft.holds.append(shop_rules.PARTLY_SHIPPED)
    name = draft.read(cells.text, "Lineitem name", values["Lineitem name"], or_else="", row=row)
    given = values["Lineitem quantity"]
    units = draft.read(cells.left, "Lineitem quantity", given, or_else=1, row=row)
    if units == 0:
        reason = "nothing of this line is left"
        draft.asides.append((RawRow(row, content, "", reason), "nothing_left_lines"))
        return
    code = _plain(values["Lineitem sku"])
    ships = values.get("Lineitem requires shipping", "").strip().lower() != "false"
    if not ships:
        sku = draft.read(cells.text, "Lineitem sku", code, or_else="", row=row)
        draft.charges.append((sku or name, name, units))
        return
    sku = draft.read(cells.code, "Lineitem sku", code, or_else="", row=row)
    draft.lines.append(Line(sku, name or sku, units))


def _is_shipped(draft: Draft) -> bool:
    return draft.head["Fulfillment Status"].strip().lower() in {"fulfilled", "restocked"}


def _is_over(draft: Draft) -> bool:
    return _is_shipped(draft) or bool(draft.head["Cancelled at"].strip())


def _build(draft: Draft, channel: str) -> OrderDocument | Aside:
    notes = ("Notes", "Note Attributes")
    head = {
        name: draft.read(cells.note if name in notes else cells.text, name, value, or_else="")
        for name, value in draft.head.items()
    }
    customer = Address(
        head["Shipping Name"],
        head["Shipping Company"],
        shop_rules.street(head["Shipping Address1"], head["Shipping Address2"]),
        draft.read(cells.digits, "Shipping Zip", _plain(head["Shipping Zip"]), or_else=""),
        head["Shipping City"],
        _plain(head["Shipping Province"]),
        draft.read(cells.country, "Shipping Country", head["Shipping Country"], or_else=""),
        draft.read(cells.digits, "Shipping Phone", _plain(head["Shipping Phone"]), or_else=""),
    )
    gift, fields = shop_rules.split_notes(
        _pair(row) for row in head["Note Attributes"].splitlines()
    )
    pickup = shop_rules.is_pickup(head["Shipping Method"])
    document = OrderDocument(
        channel=channel,
        ref=draft.read(cells.code, "Name", draft.key, or_else=""),
        placed_at=cells.moment("Created at", head["Created at"]),
        customer=customer,
        lines=draft.documents(),
        service=head["Shipping Method"],
        note=shop_rules.rows(head["Notes"], fields),
        hold=_hold(draft, head, customer, pickup=pickup),
        cancelled=bool(head["Cancelled at"]),
        charges=tuple(draft.charges),
        shop_id=_plain(head["Id"]),
        gift_message=gift,
        pickup=pickup,
        tags=shop_rules.tags(head["Tags"]),
    )
    if _is_shipped(draft):
        ending = replace(document, cancelled=True, lines=(), charges=(), hold=shop_rules.SHIPPED)
        return Aside(shop_rules.SHIPPED, "fulfilled_lines", ending)
    return document


def _hold(draft: Draft, head: dict[str, str], customer: Address, *, pickup: bool) -> str:
    paid, shipped = head["Financial Status"].lower(), head["Fulfillment Status"].lower()
    told = any(treatment == "fulfilled_lines" for _, treatment in draft.asides)
    return shop_rules.holds(
        shop_rules.shopify_hold(paid),
        shop_rules.PARTLY_REFUNDED if paid == "partially_refunded" else "",
        shop_rules.PARTLY_SHIPPED if shipped == "partial" and not told else "",
        shop_rules.ON_HOLD if shipped in {"on_hold", "scheduled"} else "",
        *draft.holds,
        "" if pickup or not draft.lines else shop_rules.address_hold(customer),
    )


def _pair(row: str) -> tuple[str, str]:
    name, colon, value = row.partition(":")
    return (name.strip(), value.strip()) if colon else ("Note", row.strip())


def _plain(value: str) -> str:
    return value.strip().removeprefix("'").strip()
