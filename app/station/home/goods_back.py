"""A cancelled order's goods go back to the shelf."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import outcome
from app.domain.rows.orders import Order, OrderLine
from app.station.home.outcome import AtHome
from app.station.session import Session
from app.station.turn import Turn, home, say
from app.station.world import StationWorld


def goods_back(session: Session, tote: str, name: str, order: Order, world: StationWorld) -> Turn:
    """A cancelled order's goods go back to the shelf; the tote's second scan says that it is empty.

    Goods with a lot, a date or a serial number are not booked so: only a count of the bin tells
    which of them lie there.
    """
    back = [(line, units, _bin_for(line.sku, world)) for line, units in order.to_put_back]
    known = [(line, units, code) for line, units, code in back if code]
    if session.take_from != tote:
        places = ", ".join(f"{units} × {line.sku} → {code or '?'}" for line, units, code in back)
        said = outcome(AtHome.GOODS_BACK_ASKED, order=order.ref, tote=tote, places=places or "-")
        return say(replace(session, take_from=tote, asked="", asked_of=""), said)
    facts = [_put_back(name, tote, line, units, code) for line, units, code in known]
    subjects = (Subject(Kind.ORDER, name), Subject(Kind.TOTE, tote))
    facts.append(NewFact(FactKind.TOTE_EMPTIED, subjects, {"tote": tote, "order": name}))
    said = outcome(AtHome.TOTE_EMPTIED, tote=tote)
    return Turn(home(session), said, tuple(facts))


def _bin_for(sku: str, world: StationWorld) -> str:
    """Where a unit without lot, date and serial number belongs; "" = a count must tell."""
    product = world.product(sku)
    if product is None or product.track_lot or product.track_expiry or product.track_serial:
        return ""
    bins = sorted(world.bins_of(sku), key=lambda place: (-place.quantity(sku), place.code))
    return bins[0].code if bins else ""


def _put_back(name: str, tote: str, line: OrderLine, units: int, code: str) -> NewFact:
    body = {"line": line.number, "sku": line.sku, "quantity": units, "bin": code}
    subjects = (Subject(Kind.ORDER, name), Subject(Kind.BIN, code))
    return NewFact(FactKind.UNIT_PUT_BACK, subjects, {**body, "from": f"tote:{tote}"})
