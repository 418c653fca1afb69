"""The evidence of an order as a PDF."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.overview.order.timeline import NOT_SHOWN, told, who

_FACTS = (
    ("Carrier", "carrier"),
    ("Note", "note"),
    ("Held", "hold"),
    ("Dispatched by", "dispatched_by"),
)
_LINE = ("number", "sku", "name", "ordered", "picked", "packed", "short")
_LABELS = {
    "none": "none was printed",
    "sent": "printed, not scanned back",
    "failed": "could not be printed",
    "doubtful": "in doubt: the printer was in trouble",
    "proven": "proven: its own label was scanned back",
}


def as_pdf(found: dict[str, Any], now: datetime) -> bytes:
    """found: of `record.as_json`."""
    from app.labels.evidence import Evidence, evidence

    order, proof = found["order"], found["proof"]
    customer = ("customer", "company", "postcode", "city", "country")
    facts = [("Customer", ", ".join(order[key] for key in customer if order[key]))]
    facts += [("State", f"{order['state']} / {order['sub_state']}")]
    facts += [("Placed", _when(order["placed_at"])), ("Dispatched", _when(order["dispatched_at"]))]
    facts += [(name, order[key]) for name, key in _FACTS]
    return evidence(
        Evidence(
            order=order["id"],
            facts=tuple(facts),
            lines=tuple(tuple(str(line[key]) for key in _LINE) for line in found["lines"]),
            boxes=tuple(_box(box, found["timeline"]) for box in found["parcels"]),
            happened=tuple(_event(one) for one in found["timeline"]),
            remark=NOT_SHOWN,
            count=proof["facts"],
            sha256=proof["sha256"],
            printed=f"{now:%Y-%m-%d %H:%M}",
        )
    )


def _box(box: dict[str, Any], happened: list[dict[str, Any]]) -> Any:
    from app.labels.a4 import sscc_text
    from app.labels.evidence import EvidenceBox

    proven = [
        f"{_when(one['at'])} by {who(one)} at {one['station']}"
        for one in happened
        if one["what"] == "label_proven" and one["values"].get("sscc") == box["sscc"]
    ]
    weighed = [
        f"{one['values']['grams']} g ({_when(one['at'])}, {one['values'].get('verdict', '')})"
        for one in happened
        if one["what"] == "parcel_weighed" and one["values"].get("sscc") == box["sscc"]
    ]
    label = _LABELS.get(box["label"], box["label"])
    facts = (
        ("Number", sscc_text(box["sscc"])),
        ("Stage", box["stage"]),
        ("Carton", box["carton"]),
        ("Weight", "\n".join(weighed) or ("" if box["grams"] is None else f"{box['grams']} g")),
        ("Label", f"{label}; {box['label_reason']}" if box["label_reason"] else label),
        ("Label scanned back", "\n".join(proven)),
        ("Load", box["load"]),
        ("Last seen", " by ".join(filter(None, (_when(box["seen_at"]), box["seen_by"])))),
    )
    return EvidenceBox(
        f"Box {box['number']}",
        facts,
        tuple(
            (one["sku"], str(one["quantity"]), one["lot"], one["serial"]) for one in box["contents"]
        ),
    )


def _event(one: dict[str, Any]) -> tuple[str, ...]:
    at = _when(one["at"]).removesuffix(" UTC")
    station = " / ".join(filter(None, (one["station"], one["device"])))
    return (at, one["what"], who(one), station, one["where"], told(one, "order"), one["reason"])


def _when(at: str | None) -> str:
    return f"{at[:10]} {at[11:19]} UTC" if at else ""
