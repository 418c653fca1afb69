"""The columns of our own order files, and the document that is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.address import Address
from app.domain.documents import OrderDocument
from app.intake.columns import needed, optional

if TYPE_CHECKING:
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
    optional("note", "text", "shown to the packer", "Gift: no invoice"),
    optional("hold", "text", "why it must not be worked yet; empty = release", ""),
    optional("cancelled", "yes/no", "the channel has cancelled it", "no"),
)
ADDRESS = (
    optional("customer_name", "text", "receiver", "Ada Example"),
    optional("company", "text", "receiver's company", ""),
    optional("street", "text", "street and house number", "Sample Street 5"),
    optional("postcode", "text", "postal code, as text", "01234"),
    optional("city", "text", "town", "Sampletown"),
    optional("region", "text", "state or province", ""),
    optional("country", "country", "ISO 3166 code of two letters", "DE"),
    optional("phone", "text", "receiver's telephone", ""),
)
LINE = (
    needed("sku", "code", "article", "MUG-BLUE"),
    optional("name", "text", "article's name; the SKU where empty", "Mug, blue"),
    needed("quantity", "quantity", "units, a whole number from 1", "2"),
    optional("barcode", "code", "code on the article, if the order brings it", ""),
)
CHARGE = optional("charge", "yes/no", "yes: a fee or postage, nothing to pack", "no")
COLUMNS = (*HEAD, *ADDRESS, *LINE, CHARGE)


def order_of(draft: Draft, channel: str) -> OrderDocument:
    """The document of a draft whose head holds the parsed HEAD and ADDRESS columns."""
    head: dict[str, Any] = draft.head
    return OrderDocument(
        channel=channel or head["channel"] or DEFAULT_CHANNEL,
        ref=head["ref"],
        placed_at=head["placed_at"],
        customer=Address(head["customer_name"], *(head[column.name] for column in ADDRESS[1:])),
        lines=draft.documents(),
        carrier=head["carrier"],
        service=head["service"],
        cut_off=head["cut_off"],
        priority=head["priority"],
        note=head["note"],
        hold=head["hold"],
        cancelled=head["cancelled"],
        charges=tuple(draft.charges),
    )
