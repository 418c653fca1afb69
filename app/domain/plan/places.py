"""What may be put into a storage place or taken from it, and what already breaks its rules.

Sizes and weights that nobody knows count as nothing. A correction of the books asks for no room:
these rules are about goods that somebody holds in the hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.documents import ProductDocument
from app.domain.place import BinKind, Mixing
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import Status, StockKey

ProductOf = Callable[[str], ProductDocument | None]
"""The product of a SKU, None = nobody knows it."""

_PICKED_FROM = frozenset({BinKind.PICK_FACE, BinKind.RESERVE})
_WAITING = frozenset({Status.HOLD, Status.QUALITY})
_USABLE = _WAITING | {Status.AVAILABLE}
_APART = frozenset(Status) - {Status.SCRAP}

TAKES: Mapping[BinKind, frozenset[Status]] = MappingProxyType(
    {
        BinKind.PICK_FACE: frozenset({Status.AVAILABLE}),
        BinKind.RESERVE: _USABLE,
        BinKind.DOCK: _APART,
        BinKind.LANE: frozenset({Status.AVAILABLE}),
        BinKind.CELL: frozenset({Status.AVAILABLE}),
        BinKind.SHELF: frozenset({Status.AVAILABLE}),
        BinKind.DAMAGED: frozenset({Status.DAMAGED, Status.EXPIRED}),
        BinKind.QUARANTINE: _APART - {Status.AVAILABLE},
        BinKind.RETURNS: frozenset({Status.RETURNED, Status.DAMAGED}),
    }
)
"""Goods of which status a kind of place takes. Nothing takes scrap: it is gone."""


class Why(StrEnum):
    """Why goods do not belong in a place."""

    LOCKED = "locked"
    WRONG_KIND = "wrong_kind"
    FOREIGN_OWNER = "foreign_owner"
    OTHER_SKU = "other_sku"
    OTHER_LOT = "other_lot"
    FULL = "full"
    TOO_MUCH_ROOM = "too_much_room"
    TOO_HEAVY = "too_heavy"


@dataclass(frozen=True)
class Refusal:
    """Goods that do not belong in a place.

    about: what stands against them: the lock's reason, the place's kind or owner, the SKU or lot
    that lies there; "" where the place is full. units: so many of the goods would still fit.
    """

    why: Why
    about: str = ""
    units: int = 0


def may_put(place: Bin, key: StockKey, units: int, product_of: ProductOf) -> Refusal | None:
    """What stands against putting units of these goods there, the gravest first; None = nothing."""
    if place.locked:
        return Refusal(Why.LOCKED, place.locked)
    if key.status not in TAKES[place.kind]:
        return Refusal(Why.WRONG_KIND, place.kind)
    if place.owner and key.owner != place.owner:
        return Refusal(Why.FOREIGN_OWNER, place.owner)
    return _mixed(place, key.sku, key.lot) or _full(place, key.sku, units, product_of)


def may_pick(place: Bin) -> bool:
    """Whether orders are picked from there."""
    return place.kind in _PICKED_FROM and not place.locked


def faults(place: Bin, product_of: ProductOf) -> Iterator[Refusal]:
    """The rules that the goods in a place break by the books.

    Goods on hold or to be inspected wait where they are, whatever the place is for.
    """
    held = _held(place)
    taken = TAKES[place.kind] | _WAITING
    for sku in dict.fromkeys(item.sku for item in held if item.status not in taken):
        yield Refusal(Why.WRONG_KIND, sku)
    foreign = (item.sku for item in held if place.owner and item.owner != place.owner)
    for sku in dict.fromkeys(foreign):
        yield Refusal(Why.FOREIGN_OWNER, sku)
    for item in held:
        if found := _mixed(place, item.sku, item.lot):
            yield found
            break
    for why, used, most in _loads(place, product_of):
        if most and used > most:
            yield Refusal(why)
    for face in place.faces:
        if place.quantity(face.sku) > face.max_units:
            yield Refusal(Why.FULL, face.sku)


def _held(place: Bin) -> list[BinStock]:
    """What lies there. Less than nothing is a fault of the books and takes no room."""
    return [item for item in place.stock if item.quantity > 0]


def _mixed(place: Bin, sku: str, lot: str) -> Refusal | None:
    for item in _held(place):
        if place.mixing is not Mixing.ANY and item.sku != sku:
            return Refusal(Why.OTHER_SKU, item.sku)
        if place.mixing is Mixing.ONE_LOT and item.lot != lot:
            return Refusal(Why.OTHER_LOT, item.lot)
    return None


def _full(place: Bin, sku: str, units: int, product_of: ProductOf) -> Refusal | None:
    """The limit that leaves the least room for these units, if it leaves too little."""
    one = _unit(product_of(sku))
    rooms = [
        (max(0, most - used) // one[why], why)
        for why, used, most in _loads(place, product_of)
        if most and one[why]
    ]
    if face := place.face(sku):
        rooms.append((max(0, face.max_units - place.quantity(sku)), Why.FULL))
    room, why = min(rooms, default=(units, Why.FULL))
    return Refusal(why, units=room) if room < units else None


def _loads(place: Bin, product_of: ProductOf) -> list[tuple[Why, int, int]]:
    """(why it would be too much, how much is there, how much there may be; 0 = nobody knows)."""
    used = {Why.FULL: 0, Why.TOO_MUCH_ROOM: 0, Why.TOO_HEAVY: 0}
    for item in _held(place):
        for why, size in _unit(product_of(item.sku)).items():
            used[why] += item.quantity * size
    most = (place.capacity_units, place.capacity_mm3, place.capacity_g)
    return [(why, used[why], limit) for why, limit in zip(used, most, strict=True)]


def _unit(product: ProductDocument | None) -> dict[Why, int]:
    """What one unit takes of each limit."""
    if product is None:
        return {Why.FULL: 1, Why.TOO_MUCH_ROOM: 0, Why.TOO_HEAVY: 0}
    volume = product.length_mm * product.width_mm * product.height_mm
    return {Why.FULL: 1, Why.TOO_MUCH_ROOM: volume, Why.TOO_HEAVY: product.weight_g}
