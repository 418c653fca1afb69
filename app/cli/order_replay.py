"""The packing of an order, unit by unit, as lines of text."""

from __future__ import annotations

from typing import Any

from app.cli.output import table
from app.overview.order.timeline import told, who

_MOST = 6
"""Articles of a box that a line of text names; of more it says how many there are."""


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
