"""The packing of an order, unit by unit: `packbench order show --replay`."""

from __future__ import annotations

from typing import Any

from app.cli.output import table
from app.cli.timeline import Names, told, who
from app.cli.timeline import timeline as told_timeline
from app.domain.facts import Kind
from app.domain.reduce import reduce
from app.domain.rows.things import Parcel
from app.errors import EnvironmentFault
from app.sync.centre import SqlCentre

_MOST = 6
"""Articles of a box that a line of text names; of more it says how many there are."""


def as_json(centre: SqlCentre, name: str) -> dict[str, Any]:
    """{"order", "steps"}: what happened to the order's boxes, in the centre's sequence.

    contents: units by SKU in the box after the step, by the rules that centre and benches use.
    These names are a contract with scripts.
    """
    rows = centre.timeline(Kind.ORDER, name)
    if not rows:
        raise EnvironmentFault(f"The centre knows no order {name}.")
    names = Names(centre)
    boxes: dict[str, Parcel] = {}
    steps = []
    for row in rows:
        for item in row.fact.concerns():
            if item.kind is not Kind.PARCEL:
                continue
            box = reduce(Kind.PARCEL, boxes.get(item.id), row.fact, item.id).row
            if box is None or box.order != name:
                continue
            boxes[item.id] = box
            (shown,) = told_timeline((row,), names)
            steps.append({**shown, "box": box.number, "sscc": item.id, **_inside(box)})
    return {"order": name, "steps": steps}


def _inside(box: Parcel) -> dict[str, Any]:
    units: dict[str, int] = {}
    for content in box.contents:
        units[content.sku] = units.get(content.sku, 0) + content.quantity
    return {"stage": box.stage.value, "units": box.units, "contents": units}


def as_text(found: dict[str, Any]) -> list[str]:
    """The result of `as_json` as lines of text."""
    if not found["steps"]:
        return [f"Nothing of {found['order']} was packed."]
    rows = [
        (
            one["at"][:19],
            who(one),
            one["station"],
            one["what"],
            one["box"],
            told(one, "order"),
            _contents(one),
            one["reason"],
        )
        for one in found["steps"]
    ]
    head = ("TIME (UTC)", "WHO", "STATION", "WHAT", "BOX", "", "IN THE BOX THEN", "CONFLICT")
    return table([head, *rows])


def _contents(step: dict[str, Any]) -> str:
    inside = step["contents"]
    if not inside:
        return "empty"
    if len(inside) > _MOST:
        return f"{step['units']} units of {len(inside)} articles"
    return ", ".join(f"{units} x {sku}" for sku, units in inside.items())
