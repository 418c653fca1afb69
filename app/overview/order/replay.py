"""The packing of an order, unit by unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.facts import Kind
from app.domain.reduce import reduce
from app.domain.rows.things import Parcel
from app.errors import EnvironmentFault
from app.overview.order.timeline import Names, timeline
from app.sync.centre import SqlCentre
from app.sync.port import EventRow


def as_json(centre: SqlCentre, name: str) -> dict[str, Any]:
    """{"order", "steps"}: what happened to the order's boxes, in the centre's sequence.

    contents: units by SKU in the box after the step, by the rules that centre and benches use.
    These names are a contract with scripts.
    """
    rows = centre.timeline(Kind.ORDER, name)
    if not rows:
        raise EnvironmentFault(f"The centre knows no order {name}.")
    names = Names(centre)
    steps = []
    for row, box in played(name, rows):
        (shown,) = timeline((row,), names)
        steps.append({**shown, "box": box.number, "sscc": box.sscc, **_inside(box)})
    return {"order": name, "steps": steps}


def played(name: str, rows: Sequence[EventRow]) -> Iterator[tuple[EventRow, Parcel]]:
    """What happened to the order's boxes, in the centre's sequence, and the box after it."""
    boxes: dict[str, Parcel] = {}
    for row in rows:
        for item in row.fact.concerns():
            if item.kind is not Kind.PARCEL:
                continue
            box = reduce(Kind.PARCEL, boxes.get(item.id), row.fact, item.id).row
            if box is not None and box.order == name:
                boxes[item.id] = box
                yield row, box


def _inside(box: Parcel) -> dict[str, Any]:
    return {"stage": box.stage.value, "units": box.units, "contents": contents(box)}


def contents(box: Parcel) -> dict[str, int]:
    """Units in a box, by SKU."""
    units: dict[str, int] = {}
    for content in box.contents:
        units[content.sku] = units.get(content.sku, 0) + content.quantity
    return units
