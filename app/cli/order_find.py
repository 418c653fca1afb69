"""Orders found by what somebody knows of them: `packbench order find`, and REF of `order show`."""

from __future__ import annotations

from typing import Any

from app.cli.output import table
from app.domain.facts import Kind
from app.domain.search import LEAST
from app.errors import EnvironmentFault
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from app.sync.find import Hit

TRIED = "order, shop id, customer, city, SKU, lot, serial number, tote, parcel, load"
_SHOWN = 5
"""Orders named in a sentence."""


def as_json(centre: SqlCentre, text: str, limit: int) -> dict[str, Any]:
    """{"text", "orders", "more", "near"}. These names are a contract with scripts.

    near: where no order was found, orders of which a word begins nearly so.
    """
    found = centre.search(text, limit)
    return {
        "text": text,
        "orders": [_hit(hit) for hit in found.hits],
        "more": found.more,
        "near": [_hit(hit) for hit in found.near],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.order,
        "ref": hit.ref,
        "channel": hit.channel,
        "state": hit.state.value,
        "sub_state": hit.sub.value,
        "customer": hit.customer,
        "placed_at": hit.placed_at.isoformat(),
        "found_by": [{"what": by.value, "word": word} for by, word in hit.found],
    }


def as_text(found: dict[str, Any]) -> list[str]:
    """The result of `as_json` as lines of text."""
    if found["orders"]:
        more = ["There are more: say more of the order, or --limit."] if found["more"] else []
        return [*_table(found["orders"]), *more]
    lines = [nothing_with(found["text"])]
    if found["near"]:
        lines += ["", "Nearly so:", *_table(found["near"])]
    return lines


def nothing_with(text: str) -> str:
    if len(text.strip()) < LEAST:
        return f"A search needs {LEAST} letters or digits at least."
    return f"Nothing with {text}. Tried: {TRIED}."


def _table(orders: list[dict[str, Any]]) -> list[str]:
    rows = [
        (
            one["ref"],
            one["channel"],
            one["sub_state"],
            one["customer"],
            one["placed_at"][:10],
            "; ".join(f"{by['what'].replace('_', ' ')} {by['word']}" for by in one["found_by"]),
        )
        for one in orders
    ]
    return table([("ORDER", "CHANNEL", "STATE", "CUSTOMER", "PLACED", "FOUND BY"), *rows])


def order_named(centre: SqlCentre, ref: str) -> str:
    """The id of the one order that is called so (`order_called`), or is found so.

    Raises EnvironmentFault for none or several.
    """
    exactly = _called(centre, ref)
    if exactly:
        return exactly
    found = centre.search(ref, _SHOWN)
    if len(found.hits) == 1:
        return found.hits[0].order
    if found.hits:
        names = ", ".join(hit.order for hit in found.hits) + (" ..." if found.more else "")
        raise EnvironmentFault(f"Several orders are found by {ref}. Say which one: {names}")
    near = ", ".join(hit.order for hit in found.near)
    raise EnvironmentFault(f"{nothing_with(ref)}{f' Nearly so: {near}.' if near else ''}")


def order_called(centre: SqlCentre, ref: str) -> str:
    """The id of the order with this number, CHANNEL:NUMBER, or parcel.

    For whatever changes an order: a part of a number must not do. Raises EnvironmentFault for none
    or several.
    """
    found = _called(centre, ref)
    if not found:
        raise EnvironmentFault(f"The centre knows no order {ref}.")
    return found


def _called(centre: SqlCentre, ref: str) -> str:
    """As `order_called`; "" = none."""
    found = centre.find_order(ref)
    if ref in found:
        return ref
    if len(found) > 1:
        raise EnvironmentFault(
            f"Several channels have an order {ref}. Say which one: {', '.join(found)}."
        )
    return found[0] if found else _of_parcel(centre, ref)


def _of_parcel(centre: SqlCentre, code: str) -> str:
    """The order of the parcel with this SSCC, as printed ("(00)...") or scanned ("00...")."""
    digits = "".join(char for char in code if char.isdigit())
    sscc = digits[2:] if len(digits) == 20 and digits.startswith("00") else digits
    row = centre.row(Kind.PARCEL, sscc) or centre.row(Kind.PARCEL, code)
    return "" if row is None else str(decoded(row).order)
