"""What `packbench order show` prints, as JSON values and as text."""

from __future__ import annotations

from typing import Any

from app.cli.output import table
from app.cli.timeline import NOT_SHOWN, Names, events, last_proof, time, timeline
from app.domain import codec
from app.domain.facts import Kind
from app.domain.plan.allocate import Pin, Why, last_day
from app.domain.rows.orders import Order
from app.domain.rows.things import Parcel
from app.errors import EnvironmentFault
from app.sync.ask import decoded
from app.sync.centre import SqlCentre


def as_json(centre: SqlCentre, name: str) -> dict[str, Any]:
    """{"order", "lines", "promises", "parcels", "timeline", "proof"}: a contract with scripts.

    proof: of all facts shown, by which a copy is compared with the centre.
    """
    row = centre.row(Kind.ORDER, name)
    if row is None:
        raise EnvironmentFault(f"The centre knows no order {name}.")
    order: Order = decoded(row)
    happened = centre.timeline(Kind.ORDER, name)
    return {
        "order": _order(name, order),
        "lines": [_line(line) for line in order.lines],
        "promises": [_promise(pin) for pin in centre.promised(name)],
        "parcels": [_parcel(centre, mark) for mark in order.parcels],
        "timeline": timeline(happened, Names(centre)),
        "proof": codec.dump(last_proof(happened)),
    }


def _order(name: str, order: Order) -> dict[str, Any]:
    return {
        "id": name,
        "ref": order.ref,
        "channel": order.channel,
        "state": order.state.value,
        "sub_state": order.sub.value,
        "carrier": order.carrier,
        "service": order.service,
        "customer": order.customer.name,
        "company": order.customer.company,
        "postcode": order.customer.postcode,
        "city": order.customer.city,
        "country": order.customer.country,
        "placed_at": time(order.placed_at),
        "cut_off": time(order.cut_off),
        "priority": order.precedence,
        "hold": order.held_for,
        "note": order.note,
        "gift_message": order.gift_message,
        "pickup": order.pickup,
        "complete": order.complete,
        "life_days": order.life_days,
        "owner": order.owner,
        "stopped": order.stopped.value if order.stopped else "",
        "shop_id": order.shop_id,
        "changed_at": time(order.changed_at),
        "totes": list(order.totes),
        "worked_by": order.worked_by,
        "worked_operator": order.worked_operator,
        "parked": order.parked,
        "dispatched_at": time(order.dispatched_at),
        "dispatched_by": order.dispatched_by,
        "charges": [
            {"code": code, "name": text, "quantity": count} for code, text, count in order.charges
        ],
    }


def _line(line: Any) -> dict[str, Any]:
    return {
        "number": line.number,
        "sku": line.sku,
        "name": line.name,
        "ordered": line.ordered,
        "picked": line.picked,
        "packed": line.packed,
        "short": line.short,
        "note": line.note,
        "lot": line.lot,
        "serial": line.serial,
        "soft": line.soft,
        "set": codec.dump(line.kit) if line.kit else None,
    }


def _promise(pin: Pin) -> dict[str, Any]:
    last = last_day(pin.key)
    return {
        "line": pin.line,
        "sku": pin.key.sku,
        "bin": pin.bin,
        "quantity": pin.quantity,
        "lot": pin.key.lot,
        "good_until": last.isoformat() if last else "",
        "why": pin.why.value,
        "hard": pin.hard,
    }


def _parcel(centre: SqlCentre, mark: Any) -> dict[str, Any]:
    """One parcel: its stage from the order's row, the rest from the parcel's own row."""
    row = centre.row(Kind.PARCEL, mark.sscc)
    parcel: Parcel = decoded(row) if row else Parcel(mark.sscc, "", mark.number)
    return {
        "sscc": mark.sscc,
        "number": mark.number,
        "carton": parcel.carton,
        "stage": mark.stage.value,
        "label": parcel.label.value,
        "label_reason": parcel.label_reason,
        "prints": parcel.prints,
        "place": parcel.place,
        "load": parcel.load,
        "grams": parcel.grams,
        "seen_at": time(parcel.seen_at),
        "seen_by": parcel.seen_by,
        "contents": [
            {
                "line": one.line,
                "sku": one.sku,
                "quantity": one.quantity,
                "lot": one.lot,
                "serial": one.serial,
            }
            for one in parcel.contents
        ],
    }


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


# --- for people ----------------------------------------------------------------------------------

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
