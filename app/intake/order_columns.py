"""The columns of our own order files, and the document that is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake import cells
from app.intake.cells import CellError
from app.intake.columns import needed, optional
from app.intake.drafts import Line
from app.intake.shop_rules import address_hold, holds, tags
from app.intake.values import Identity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.intake.drafts import Draft

DEFAULT_CHANNEL = "file"

HEAD = (
    optional("channel", "text", "shop or source of the order", "webshop"),
    needed("ref", "code", "the order's number in its channel", "SO-1001"),
    needed("placed_at", "moment", "when it was ordered, with offset", "2026-03-02T08:15:00Z"),
    optional("cut_off", "moment", "when it must leave, with offset", "2026-03-02T16:00:00Z"),
    optional("priority", "whole number", "0 normal; larger is more urgent", "0"),
    optional("carrier", "text", "carrier", "ACME"),
    optional("service", "text", "the carrier's service", "Parcel"),
    optional("note", "rows", "shown to the packer", "Gift: no invoice"),
    optional("hold", "text", "why it must not be worked yet; empty = release", ""),
    optional("cancelled", "yes/no", "the channel has cancelled it", "no"),
    optional("shop_id", "code", "the shop's own id: tells orders with one number apart", ""),
    optional("changed_at", "moment", "when the shop last changed it, with offset", ""),
    optional("gift_message", "rows", "printed on the packing slip", ""),
    optional("pickup", "yes/no", "the customer collects it here: no parcel", "no"),
    optional("tags", "text", "the shop's marks, separated by commas", ""),
    optional("complete", "yes/no/empty", "yes: everything or nothing; empty: as the site does", ""),
    optional("life_days", "days", "so many days its goods must stay good", "0"),
    optional("owner", "code", "whose goods it gets, empty: the site's own", ""),
)
ADDRESS = (
    optional("customer_name", "text", "receiver", "Ada Example"),
    optional("company", "text", "receiver's company", ""),
    optional("street", "text", "street and house number", "Sample Street 5"),
    optional("postcode", "digits", "postal code, as text", "01234"),
    optional("city", "text", "town", "Sampletown"),
    optional("region", "text", "state or province", ""),
    optional("country", "country", "ISO 3166 code of two letters", "DE"),
    optional("phone", "digits", "receiver's telephone", ""),
)
LINE = (
    needed("sku", "code", "article", "MUG-BLUE"),
    optional("name", "text", "article's name; the SKU where empty", "Mug, blue"),
    needed("quantity", "quantity", "units, a whole number from 1", "2"),
    optional("barcode", "code", "code on the article, if the order brings it", ""),
    optional("line_note", "rows", "what is done to these units (an engraving ...)", ""),
    optional("line_id", "code", "the shop's own id of the line", ""),
    optional("lot", "lot or serial", "this lot alone, empty: any", ""),
    optional("serial", "lot or serial", "this one unit, empty: any; its quantity is 1", ""),
    optional("soft", "yes/no", "yes: others will do where that lot or unit is not there", "no"),
)
CHARGE = optional("charge", "yes/no", "yes: a fee or postage, nothing to pack", "no")
COLUMNS = (*HEAD, *ADDRESS, *LINE, CHARGE)


def order_of(draft: Draft, channel: str) -> OrderDocument:
    """The document of a draft whose head holds the parsed HEAD and ADDRESS columns."""
    head: dict[str, Any] = draft.head
    customer = Address(head["customer_name"], *(head[column.name] for column in ADDRESS[1:]))
    no_address = not (head["pickup"] or head["cancelled"]) and draft.lines
    return OrderDocument(
        channel=channel or head["channel"] or DEFAULT_CHANNEL,
        ref=head["ref"],
        placed_at=head["placed_at"],
        customer=customer,
        lines=draft.documents(),
        carrier=head["carrier"],
        service=head["service"],
        cut_off=head["cut_off"],
        priority=head["priority"],
        note=head["note"],
        hold=holds(head["hold"], address_hold(customer) if no_address else ""),
        cancelled=head["cancelled"],
        charges=tuple(draft.charges),
        shop_id=head["shop_id"],
        changed_at=head["changed_at"],
        gift_message=head["gift_message"],
        pickup=head["pickup"],
        tags=tags(head["tags"] or ""),
        complete=head["complete"],
        life_days=head["life_days"],
        owner=head["owner"],
    )


def line_of(values: dict[str, Any]) -> Line:
    """The line of the parsed LINE columns."""
    return Line(
        values["sku"],
        values["name"] or values["sku"],
        values["quantity"],
        values["barcode"],
        values["line_note"],
        values["line_id"],
        values["lot"],
        values["serial"],
        values["soft"],
    )


def of_one_unit(line: Line, where: str = "") -> Line:
    """The line. Raises CellError where it names one unit and wants several. where: the line is."""
    if line.serial and line.quantity > 1:
        reason = "is more than the one unit that the line's serial names"
        raise CellError(f"{where}quantity", str(line.quantity), reason)
    return line


def identity_of(head: Mapping[str, str], channel: str) -> Identity:
    """What the cells of an order's columns tell of who it is, whatever is wrong with them."""
    return Identity(
        channel or head.get("channel", "").strip() or DEFAULT_CHANNEL,
        head.get("ref", "").strip(),
        head.get("shop_id", "").strip(),
        *(_moment(name, head.get(name, "")) for name in ("placed_at", "changed_at")),
    )


def _moment(column: str, value: str) -> datetime | None:
    try:
        return cells.moment(column, value)
    except CellError:
        return None
