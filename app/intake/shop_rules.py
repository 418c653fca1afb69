"""What the words of webshops mean for the bench. An unknown status puts an order on hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.address import Address

UNPAID = "unpaid"
NO_ADDRESS = "no address"

_PAID = frozenset({"paid", "authorized", "partially_refunded"})
"""Of Shopify. An authorised payment is taken when the goods leave; a part refund was paid first."""


def shopify_hold(financial_status: str) -> str:
    """Why an order of this financial status must wait, "" if it need not."""
    status = financial_status.strip().lower()
    if status in _PAID:
        return ""
    return {"refunded": "refunded", "voided": "payment voided"}.get(status, UNPAID)


def address_hold(address: Address) -> str:
    """Why an order must wait whose label would lack street, town or country; "" if it need not."""
    return "" if address.street and address.city and address.country else NO_ADDRESS


def street(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
