"""What a row can be found by: the codes people scan, and its place in the queue."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.facts import Kind
from app.domain.pack_codes import unit_gtin
from app.domain.rows.orders import Order
from app.domain.rows.tasks import FloorTask
from app.domain.rows.things import Bin, Operator, Parcel, Product

_UNSCANNED = frozenset(
    {Kind.SERIAL, Kind.WEIGHT, Kind.TASK, Kind.EXCEPTION, Kind.SITE, Kind.MESSAGE}
)
"""Rows that no scan means."""
# A scan with this character is refused as unreadable, so no scanned code can pose as a key.
_KEY = "\x1f"


@dataclass(frozen=True)
class Place:
    """Sort keys of an order or a task in its queue; the smaller priority value comes first."""

    sub: str = ""
    priority: int = 0
    due: str = ""


def place_of(row: Any) -> Place:
    """Where a row stands in its queue. Parcels have a sub-state only, other kinds nothing."""
    if isinstance(row, Parcel):
        return Place(row.stage.value)
    if isinstance(row, FloorTask):
        due = row.due or row.wanted_at
        mark = "0" if row.due else "1"
        return Place(row.state.value, -row.priority, mark + due.isoformat() if due else "2")
    if not isinstance(row, Order):
        return Place()
    due = row.cut_off or row.placed_at
    priority = row.priority if row.site_priority is None else row.site_priority
    # Orders with a cut-off come before those without, then the older ones.
    mark = "0" if row.cut_off else "1"
    return Place(row.sub.value, -priority, mark + due.isoformat())


def badge_key(badge: str) -> str:
    """A badge is stored and looked up by its SHA-256 only; its text is a secret."""
    return _KEY + "badge:" + hashlib.sha256(badge.encode()).hexdigest()


def staff_key(number: str) -> str:
    return _KEY + "staff:" + number


def stock_key(sku: str) -> str:
    """Finds the bins a SKU lies in."""
    return _KEY + "stock:" + sku


def gtin_key(digits: str) -> str:
    """GTIN-8, -12, -13 and -14 of one product are one number with leading zeros."""
    return _KEY + "gtin:" + digits.zfill(14)


def keys_of_scan(text: str, gtins: Sequence[str], sscc: str) -> tuple[str, tuple[str, ...]]:
    """The badge's key, and every text that a scan can be found by. gtins, sscc: "" none.

    A pack's number finds the unit, too: it may be known that there is such a pack, but not of what.
    """
    badge = badge_key(text)
    units = [unit_gtin(gtin) for gtin in gtins if gtin[:1] > "0"]
    more = (*(gtin_key(gtin) for gtin in (*gtins, *units) if gtin), *((sscc,) if sscc else ()))
    return badge, (text, badge, *more)


def codes_of(kind: Kind, name: str, row: Any) -> tuple[str, ...]:
    """Every code that means this row."""
    if isinstance(row, Operator):
        return (_KEY + "badge:" + row.badge_sha256, staff_key(row.operator))
    if isinstance(row, Order):
        return (row.ref, name)
    if isinstance(row, Product):
        codes = (*row.barcodes, *(code for pack in row.packs for code in pack.barcodes))
        gtins = (
            gtin_key(code) for code in codes if code.isdigit() and len(code) in {8, 12, 13, 14}
        )
        return tuple(dict.fromkeys((row.sku, *codes, *gtins)))
    if isinstance(row, Bin):
        return (name, *dict.fromkeys(stock_key(item.sku) for item in row.stock))
    if kind in _UNSCANNED:
        return ()
    return (name,)
