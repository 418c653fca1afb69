"""Handing over an order that its customer collects: it is scanned, looked at, and confirmed."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import outcome
from app.domain.rows.orders import Order, Stage, Sub
from app.station.home.outcome import AtHome
from app.station.session import ORDER, Session
from app.station.sign_in.rules import forbidden
from app.station.turn import Turn, say
from app.station.turn import home as home_session
from app.station.world import StationWorld


def ready(order: Order) -> bool:
    """Whether it waits for its customer: all its boxes stand on their shelves."""
    boxes = order.live_parcels
    packed = order.pickup and order.sub is Sub.PACKED
    return packed and bool(boxes) and all(one.stage is Stage.CLOSED for one in boxes)


def ask(session: Session, name: str, order: Order, world: StationWorld) -> Turn:
    """Show the order and say where it stands; OK says that the customer has it."""
    if not world.allows("pack"):
        return forbidden(session, "pack")
    boxes = (world.parcel(one.sscc) for one in order.live_parcels)
    shelves = ", ".join(dict.fromkeys(box.place for box in boxes if box is not None))
    said = outcome(
        AtHome.HAND_OVER_ASKED, order=order.ref, customer=order.customer.receiver, shelf=shelves
    )
    shown = replace(session, screen=ORDER, shown_kind="order", shown=name, handing=name)
    return say(shown, said)


def handed_over(session: Session, name: str, world: StationWorld) -> Turn:
    """The customer has the order, or something has happened to it since it was asked for."""
    order = world.order(name)
    if order is None or not ready(order) or order.stopped is not None:
        return say(home_session(session), outcome(AtHome.PICKUP_CHANGED, order=name))
    ssccs = [one.sscc for one in order.live_parcels]
    boxes = [box for sscc in ssccs if (box := world.parcel(sscc)) is not None]
    subjects = (
        Subject(Kind.ORDER, name),
        *(Subject(Kind.PARCEL, sscc) for sscc in ssccs),
        *(Subject(Kind.SERIAL, serial) for box in boxes for serial in box.serials),
    )
    fact = NewFact(FactKind.HANDED_OVER, subjects, {"order": name, "ssccs": ssccs})
    said = outcome(AtHome.HANDED, order=order.ref, customer=order.customer.receiver)
    return Turn(home_session(session), said, (fact,))
