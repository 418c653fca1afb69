"""The first entries of a file as `packbench import --dry-run` shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain import codec
from app.domain.documents import OrderDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.documents import LineDocument
    from app.importing.run import Result

FIRST = 3
_SECRET = ("badge", "pin")


def first_entries(result: Result) -> list[dict[str, Any]]:
    """As JSON values, without badges and PINs."""
    entries = []
    for document in result.parsed.documents[:FIRST]:
        entry: dict[str, Any] = codec.dump(document)
        entries.append({key: value for key, value in entry.items() if key not in _SECRET})
    return entries


def first_shown(result: Result) -> list[str]:
    """As lines for people."""
    lines = ["Dry run: nothing is changed. The first entries would become:", ""]
    for document, entry in zip(result.parsed.documents, first_entries(result), strict=False):
        if isinstance(document, OrderDocument):
            lines += [*_order(document), ""]
        else:
            lines.append(_pairs(entry))
    return lines


def _pairs(entry: dict[str, Any]) -> str:
    return ", ".join(f"{key} {_text(value)}" for key, value in entry.items())


def _text(value: Any) -> str:
    """A JSON value: of a list each thing, of an object its pairs in brackets."""
    if isinstance(value, list):
        return " | ".join(map(_text, value)) or "none"
    return f"({_pairs(value)})" if isinstance(value, dict) else str(value)


def _order(order: OrderDocument) -> Iterator[str]:
    yield f"order {order.ref} of {order.channel}, placed {order.placed_at:%Y-%m-%d %H:%M} UTC"
    yield f"  to       {' / '.join(order.customer.lines()) or '(nobody)'}"
    how = ", ".join(part for part in (order.carrier, order.service) if part)
    yield f"  by       {'collected here' if order.pickup else how or '(no carrier)'}"
    for line in order.lines:
        yield from _line(line)
    for code, name, count in order.charges:
        yield f"  no goods {count} x {code} {name}"
    named = {
        "until": f"{order.cut_off:%Y-%m-%d %H:%M} UTC" if order.cut_off else "",
        "note": order.note,
        "gift": order.gift_message,
        "hold": "" if order.cancelled else order.hold,
        "ended": (order.hold or "cancelled") if order.cancelled else "",
    }
    for name, text in named.items():
        if text:
            yield f"  {name:<8} {' / '.join(text.splitlines())}"


def _line(line: LineDocument) -> Iterator[str]:
    barcode = f" [{line.barcode}]" if line.barcode else ""
    yield f"  {line.number:<8} {line.quantity} x {line.sku} {line.name}{barcode}"
    for row in line.note.splitlines():
        yield f"           {row}"
