"""A cancelled order's goods go back to the shelf."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import outcome
from app.domain.plan.places import may_put
from app.domain.rows.orders import Order, OrderLine
from app.domain.rows.things import Bin
from app.domain.stock import StockKey
from app.domain.world import World
from app.station.home.outcome import AtHome
from app.station.session import Session
from app.station.turn import Turn, home, say
from app.station.world import StationWorld


def goods_back(session: Session, tote: str, name: str, order: Order, world: StationWorld) -> Turn:
    """A cancelled order's goods go back to the shelf; the tote's second scan says that it is empty.

    Goods with a lot, a date or a serial number are not booked so: only a count of the bin tells
    which of them lie there.
    """
    back = [(line, units, bin_for(line.sku, units, world)) for line, units in order.to_put_back]
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


def bin_for(sku: str, units: int, world: World) -> str:
    """Where units without lot, date and serial number belong; "" = a count must tell.

    That is where most of them lie, but for bins that do not take them if there is any other.
    """
    product = world.product(sku)
    if product is None or product.track_lot or product.track_expiry or product.track_serial:
        return ""

    def rank(place: Bin) -> tuple[bool, int, str]:
        refused = may_put(place, StockKey(sku), units, world.product) is not None
        return refused, -place.quantity(sku), place.code

    best = min(world.bins_of(sku), key=rank, default=None)
    return best.code if best else ""


def _put_back(name: str, tote: str, line: OrderLine, units: int, code: str) -> NewFact:
    body = {"line": line.number, "sku": line.sku, "quantity": units, "bin": code}
    subjects = (Subject(Kind.ORDER, name), Subject(Kind.BIN, code))
    return NewFact(FactKind.UNIT_PUT_BACK, subjects, {**body, "from": f"tote:{tote}"})
