"""What the words of webshops mean for the bench. An unknown status puts an order on hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.domain import letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.address import Address

UNPAID = "unpaid"
NO_ADDRESS = "no address"
NO_LETTERS = "no label can show"  # and then the letters
REFUNDED = "refunded"
PARTLY_REFUNDED = "partly refunded: the file does not say which goods"
PARTLY_SHIPPED = "partly shipped: the file does not say what is left"
SHIPPED = "the order is already shipped"
ON_HOLD = "on hold in the shop"
TEST = "a test order"

_PAID = frozenset({"paid", "authorized", "partially_refunded"})
"""Of Shopify. An authorised payment is taken when the goods leave; a part refund was paid first."""

_GIFT = frozenset(
    {"giftmessage", "giftnote", "giftcardmessage", "giftcardtext", "giftwrapmessage"}
    | {"geschenknachricht", "geschenktext", "grusskarte", "grußkarte", "grußtext", "grusstext"}
    | {"messagecadeau", "mensajederegalo", "贺卡", "贺卡留言", "礼品留言", "祝福语"}
)
_PICKUP = re.compile(
    r"(local|(in[ _-]?)?store)[ _-]?pick[ _-]?up.*|pick[ _-]?up|pickup_location.*"
    r"|pick[ _-]?up (in|at) (our |the )?(store|shop|warehouse).*|click\s*(&|and|\+)\s*collect.*"
    r"|selbstabhol.*|retrait en magasin.*|(到店|门店)?自提",
    re.IGNORECASE,
)
"""Not what a carrier's shop or locker keeps for the customer: that is a parcel."""


def shopify_hold(financial_status: str) -> str:
    """Why an order of this financial status must wait, "" if it need not."""
    status = financial_status.strip().lower()
    if status in _PAID:
        return ""
    return {"refunded": REFUNDED, "voided": "payment voided"}.get(status, UNPAID)


def address_hold(address: Address) -> str:
    """Why an order must wait whose label would lack street, town or country; "" if it need not."""
    return "" if address.street and address.city and address.country else NO_ADDRESS


def letters_hold(*texts: str) -> str:
    """Why an order must wait whose label no font can print, "" if it need not."""
    lost = letters.unprintable(" ".join(texts))
    return f"{NO_LETTERS} {' '.join(lost)}" if lost else ""


def holds(*reasons: str) -> str:
    """All the reasons that there are, in one text."""
    return "; ".join(dict.fromkeys(reason for reason in reasons if reason))


def is_pickup(*methods: str) -> bool:
    """Whether a shipping method (its title or code) says that the customer collects the goods."""
    return any(_PICKUP.fullmatch(method.strip()) for method in methods)


def is_gift_message(name: str) -> bool:
    """Whether a field of an order of this name holds the text of a gift card."""
    return re.sub(r"[\W_]", "", name).casefold() in _GIFT


def is_shown(name: str) -> bool:
    """Whether a field is meant for people. Shops begin the names of their own with "_".

    "pa_..." are WooCommerce's attributes of a variation, which the SKU tells already.
    """
    return bool(name) and not name.startswith(("_", "pa_"))


def noted(pairs: Iterable[tuple[str, str]]) -> str:
    """Names with their values, one "Name: value" a row."""
    return "\n".join(f"{name}: {' '.join(value.split())}" for name, value in pairs if value)


def split_notes(pairs: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """(gift message, all that is shown besides it) of an order's own fields."""
    given = [(name, value) for name, value in pairs if value]
    gift = "\n".join(value for name, value in given if is_gift_message(name))
    return gift, noted((n, v) for n, v in given if is_shown(n) and not is_gift_message(n))


def tags(text: str) -> tuple[str, ...]:
    """The marks of an order, as shops write them: separated by commas."""
    return tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))


def rows(*parts: str) -> str:
    """Texts below each other, without the empty ones."""
    return "\n".join(part for part in parts if part)


def street(*parts: str) -> str:
    return rows(*parts)
