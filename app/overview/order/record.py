"""An order with all that is known of it, as JSON values."""

from __future__ import annotations

from typing import Any

from app.domain import codec
from app.domain.facts import Kind
from app.domain.plan.allocate import Pin, last_day
from app.domain.rows.orders import Order
from app.domain.rows.things import Parcel
from app.errors import EnvironmentFault
from app.overview.order.timeline import Names, last_proof, time, timeline
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
