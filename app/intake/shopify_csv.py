"""Reads Shopify's orders export.

Order columns are filled on the first row of an order only; Zip and phone may carry an apostrophe
that keeps spreadsheets from eating zeros; times have an offset ("2024-01-10 11:00:00 -0500").
The export does not say how many units of a part-fulfilled line are left, only whether the line
is fulfilled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells
from app.intake.cells import CellError
from app.intake.columns import needed, optional
from app.intake.drafts import Aside, Draft, OrderBook
from app.intake.shop_rules import address_hold, shopify_hold, street
from app.intake.table import open_table
from app.intake.values import RawRow

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.values import Parsed, ReadOptions

CHANNEL = "shopify"

COLUMNS = (
    needed("Name", "code", "the order's number, on every row", "#1001"),
    needed("Created at", "moment", "when it was placed", "2026-03-02 08:15:00 +0000"),
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
    needed("Lineitem quantity", "quantity", "units", "2"),
    needed("Lineitem name", "text", "article's name", "Mug - blue"),
    needed("Lineitem sku", "code", "article", "MUG-BLUE"),
    optional("Lineitem requires shipping", "yes/no", "no: a service, not packed", "true"),
    optional("Lineitem fulfillment status", "text", "fulfilled lines are set aside", "pending"),
)
_HEAD = tuple(c.name for c in COLUMNS if not c.name.startswith("Lineitem") and c.name != "Name")


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    with open_table(path, progress=options.progress) as table:
        table.require([column.name for column in COLUMNS if column.required])
        parsed = table.begin("shopify-csv")
        channel = options.channel or CHANNEL
        book = OrderBook(parsed, lambda draft: _build(draft, channel), _is_over)
        for row, content in table.rows:
            values = dict(zip(table.header, content, strict=False))
            ref = values["Name"].strip()
            if not ref:
                book.orphan("Name", row, content)
                continue
            draft = book.add_row(ref, row, content)
            try:
                _take_head(draft, values)
                _take_line(draft, row, content, values)
            except CellError as error:
                draft.problem(row, error)
        table.end(parsed)
        return book.finish()


def _take_head(draft: Draft, values: dict[str, str]) -> None:
    if draft.head is None:
        draft.head = {name: values.get(name, "") for name in _HEAD}
        return
    for name in _HEAD:
        value = values.get(name, "").strip()
        if value and value != draft.head[name].strip():
            reason = f"differs from row {draft.rows[0][0]} of the same order"
            raise CellError(name, cells.shown(value), reason)


def _take_line(draft: Draft, row: int, content: tuple[str, ...], values: dict[str, str]) -> None:
    if values.get("Lineitem fulfillment status", "").strip() == "fulfilled":
        reason = "this line is already shipped"
        draft.asides.append((RawRow(row, content, "", reason), "fulfilled_lines"))
        return
    name = cells.text("Lineitem name", values["Lineitem name"])
    units = cells.quantity("Lineitem quantity", values["Lineitem quantity"])
    ships = values.get("Lineitem requires shipping", "").strip().lower() != "false"
    if not ships:
        code = cells.text("Lineitem sku", values["Lineitem sku"]) or name
        draft.charges.append((code, name, units))
        return
    sku = cells.code("Lineitem sku", values["Lineitem sku"])
    draft.lines.append((sku, name or sku, units, ""))


def _is_over(draft: Draft) -> bool:
    shipped = draft.head["Fulfillment Status"].strip().lower() == "fulfilled"
    return shipped or bool(draft.head["Cancelled at"].strip())


def _build(draft: Draft, channel: str) -> OrderDocument | Aside:
    head = {name: cells.text(name, value) for name, value in draft.head.items()}
    if head["Fulfillment Status"].lower() == "fulfilled":
        return Aside("the order is already shipped", "fulfilled_lines")
    customer = Address(
        head["Shipping Name"],
        head["Shipping Company"],
        street(head["Shipping Address1"], head["Shipping Address2"]),
        _plain(head["Shipping Zip"]),
        head["Shipping City"],
        head["Shipping Province"],
        cells.country("Shipping Country", head["Shipping Country"]),
        _plain(head["Shipping Phone"]),
    )
    return OrderDocument(
        channel=channel,
        ref=cells.code("Name", draft.key),
        placed_at=cells.moment("Created at", head["Created at"]),
        customer=customer,
        lines=draft.documents(),
        service=head["Shipping Method"],
        note=head["Notes"],
        hold=shopify_hold(head["Financial Status"]) or address_hold(customer),
        cancelled=bool(head["Cancelled at"]),
        charges=tuple(draft.charges),
    )


def _plain(value: str) -> str:
    return value.removeprefix("'").strip()
