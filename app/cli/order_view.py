"""What `packbench order show` and `shorts` print, as text."""

from __future__ import annotations

from typing import Any

from app.cli.output import table
from app.cli.timeline import events
from app.domain.plan.allocate import Why
from app.overview.order.timeline import NOT_SHOWN
from app.sync.centre import SqlCentre


def shorts_json(centre: SqlCentre) -> dict[str, Any]:
    """{"short": [...]}, in the order of the queue. These names are a contract with scripts."""
    return {
        "short": [
            {"order": name, "line": one.line, "sku": one.sku, "quantity": one.quantity}
            for name, shorts in centre.outlook().items()
            for one in shorts
        ]
    }


def shorts_text(found: dict[str, Any]) -> list[str]:
    if not found["short"]:
        return ["No order that waits would be short of anything."]
    rows = [tuple(one.values()) for one in found["short"]]
    return table([("ORDER", "LINE", "SKU", "SHORT"), *rows])


_HEAD = (
    ("Customer", "customer"),
    ("Country", "country"),
    ("Carrier", "carrier"),
    ("Placed", "placed_at"),
    ("Cut-off", "cut_off"),
    ("Owner", "owner"),
    ("Must stay good for days", "life_days"),
    ("Held", "hold"),
    ("Note", "note"),
    ("Worked by", "worked_by"),
    ("Parked", "parked"),
    ("Dispatched", "dispatched_at"),
    ("by", "dispatched_by"),
)


def as_text(found: dict[str, Any]) -> list[str]:
    """The result of `as_json` as lines of text."""
    order = found["order"]
    lines = [f"Order {order['ref']} ({order['channel']}): {order['state']} / {order['sub_state']}"]
    rows = [("  " + word, order[key]) for word, key in _HEAD if order[key]]
    if order["complete"] is not None:
        rows.append(("  Gets", "everything or nothing" if order["complete"] else "what there is"))
    lines += table(rows)
    lines += ["", *_section(("LINE", "SKU", "NAME", "ORDERED", "PICKED", "PACKED", "SHORT"), found)]
    if found["promises"]:
        lines += ["", *_promises(found["promises"])]
    if found["parcels"]:
        lines += ["", *_parcels(found["parcels"])]
    proof = found["proof"]
    shown = f"{proof['facts']} facts, SHA-256 {proof['sha256']}"
    return [*lines, "", *events(found["timeline"], "order"), "", shown, NOT_SHOWN]


def _section(head: tuple[str, ...], found: dict[str, Any]) -> list[str]:
    """The lines. What a bundle is stands above its parts, without a number of its own."""
    rows: list[tuple[Any, ...]] = [head]
    above = None
    for line in found["lines"]:
        kit = line["set"]
        if kit is not None and kit["line"] != above:
            wanted = line["ordered"] // kit["units"]
            sets = f"{wanted} set{'s' if wanted != 1 else ''}"
            rows.append(("", kit["sku"], f"{kit['name']} ({sets})"))
        above = kit["line"] if kit is not None else None
        number, sku, *others = (line[key] for key in _LINE)
        rows.append((number, f"- {sku}" if kit is not None else sku, *others, _asked(line)))
    return table(rows)


_LINE = ("number", "sku", "name", "ordered", "picked", "packed", "short")


def _asked(line: dict[str, Any]) -> str:
    """What is to be done to the line's units, and which ones they are to be."""
    strict = "if it is there" if line["soft"] else "alone"
    marks = [f"{word} {line[word]} {strict}" for word in ("lot", "serial") if line[word]]
    return ", ".join(text for text in (line["note"], *marks) if text)


_WHY = {
    Why.PINNED: "the order names it",
    Why.ONLY_ONE: "lies nowhere else",
    Why.EARLIEST_DATE: "earliest date",
    Why.OLDEST: "came first",
    Why.FULL_CASE: "full cases",
    Why.PICK_FACE: "pick face",
    Why.EMPTIES_BIN: "empties the bin",
    Why.NEAREST: "nearest",
    Why.PUT_BACK: "put back there",
}


def _promises(promises: list[dict[str, Any]]) -> list[str]:
    keys = ("line", "sku", "bin", "quantity", "lot", "good_until")
    rows = [(*(one[key] for key in keys), _WHY[Why(one["why"])]) for one in promises]
    head = ("PROMISED", "SKU", "BIN", "UNITS", "LOT", "GOOD UNTIL", "WHY THERE")
    return table([head, *rows])


def _parcels(parcels: list[dict[str, Any]]) -> list[str]:
    keys = ("number", "sscc", "carton", "stage", "label", "place", "load", "grams")
    rows = [tuple("" if one[key] is None else one[key] for key in keys) for one in parcels]
    head = ("BOX", "SSCC", "CARTON", "STAGE", "LABEL", "PLACE", "LOAD", "GRAMS")
    return table([head, *rows])
