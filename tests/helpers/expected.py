"""What a scenario expects of the rows, beside the answers.

expect bin CODE SKU=N SKU/LOT=N ...         units the bin holds by the books
expect order REF sub=packed parked=H-1 ...  attributes of the row; nothing behind "=" is ""
expect tote CODE order=shop:SO-1            "order=" is a free tote
expect parcel SSCC stage=void carton=S ...
expect load CODE closed=True ...
expect exceptions short=1 damaged=0 ...     how many are open, by reason
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from app.domain.facts import order_id
from app.domain.rows.things import Bin
from app.station.world import StationWorld


def differs(words: str, world: StationWorld) -> str:
    """What is not as these words say, "" = all is."""
    kind, *rest = words.split()
    if kind == "exceptions":
        found: Mapping[str, Any] = _open_exceptions(world)
        return _differences(rest, lambda name: found.get(name, 0))
    name, *pairs = rest
    row = _row(kind, name, world)
    if row is None:
        return f"there is no {kind} {name}"
    if isinstance(row, Bin):
        return _differences(pairs, lambda sku: _held(row, sku))
    return _differences(pairs, lambda attribute: getattr(row, attribute))


def _row(kind: str, name: str, world: StationWorld) -> Any:
    match kind:
        case "bin":
            return world.bin(name)
        case "order":
            return world.order(order_id("shop", name))
        case "tote":
            return world.tote(name)
        case "parcel":
            return world.parcel(name)
        case "load":
            return world.load(name)
        case _:
            raise ValueError(f"nothing is expected of a {kind}")


def _held(place: Bin, what: str) -> int:
    sku, slash, lot = what.partition("/")
    return place.held(sku, lot) if slash else place.quantity(sku)


def _open_exceptions(world: StationWorld) -> Counter[str]:
    return Counter(row.reason for _, row in world.waiting_exceptions())


def _differences(pairs: list[str], found: Callable[[str], Any]) -> str:
    wrong = []
    for pair in pairs:
        name, _, wanted = pair.partition("=")
        got = found(name)
        if str(got) != wanted:
            wrong.append(f"expected {name}={wanted}, got {got}")
    return "; ".join(wrong)
