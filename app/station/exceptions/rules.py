"""The rules of the list of exceptions: a row or its number shows its card, a code what it is."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.facts import Kind
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.rows.exceptions import HELP_WANTED
from app.domain.rows.things import ExceptionRow
from app.domain.world import Hit
from app.station.exceptions import card
from app.station.exceptions.outcome import Listing
from app.station.home.outcome import AtHome
from app.station.session import EXCEPTIONS, HOME, ORDER, Session
from app.station.turn import Turn, say
from app.station.world import StationWorld

LISTED = 200
"""So many are listed; the others are counted."""

_SHOWN_AT_HOME = frozenset({Kind.PRODUCT.value, Kind.BIN.value, Kind.CARTON.value})


def waiting(world: StationWorld) -> list[tuple[str, ExceptionRow]]:
    """All that waits, with their ids, the oldest first."""
    found = world.waiting_exceptions()
    return sorted(found, key=lambda one: (one[1].opened_at, one[1].event_id))


def command(session: Session, pressed: Command, world: StationWorld) -> Turn | None:
    """A command while the list or a card is shown; None = it means what it means at home."""
    if name := card.shown(session):
        turn = card.command(session, pressed, world)
        row = world.exception(name)
        if turn is None and pressed is Command.OK and row is not None:
            return look(session, row.subject_kind, row.subject_id, world)
        return turn
    typed = session.shown
    if pressed.digit is not None:
        typed = (typed + str(pressed.digit)).lstrip("0")[:3]
        return say(replace(session, shown=typed), outcome(Anywhere.DIGITS, number=typed))
    if pressed in {Command.DELETE, Command.CLEAR, Command.UNDO} and typed:
        return say(replace(session, shown=""), outcome(Anywhere.CLEARED))
    if pressed is Command.OK and typed:
        rows = waiting(world)[:LISTED]
        if int(typed) > len(rows):
            said = outcome(Anywhere.NUMBER_TOO_LARGE, number=int(typed), most=len(rows))
            return say(replace(session, shown=""), said)
        return card.show(session, rows[int(typed) - 1][0], world)
    return None


def scan(session: Session, hit: Hit, world: StationWorld) -> Turn | None:
    """A code while the list is shown; None = it means what it means at home."""
    shown = order_of(hit.kind.value, hit.id, world) or hit.kind.value in _SHOWN_AT_HOME
    return look(session, hit.kind.value, hit.id, world) if shown else None


def look(session: Session, kind: str, name: str, world: StationWorld) -> Turn:
    """Show what a row is about. Nothing is opened for work, and nothing is claimed."""
    if kind == Kind.EXCEPTION.value:
        return card.show(session, name, world)
    session = replace(session, take_from="", asked="", asked_of="", handing="", choice="")
    order = order_of(kind, name, world)
    row = world.order(order)
    said = outcome(AtHome.SHOWN, code=row.ref if row else name, what=kind)
    if order:
        known = Kind.PARCEL.value if kind == Kind.PARCEL.value else Kind.ORDER.value
        shown = name if known == Kind.PARCEL.value else order
        return say(replace(session, screen=ORDER, shown_kind=known, shown=shown), said)
    if kind in _SHOWN_AT_HOME and _known(kind, name, world):
        return say(replace(session, screen=HOME, shown_kind=kind, shown=name), said)
    listed = session.screen == EXCEPTIONS and not card.shown(session)
    shown_no_more = replace(session, shown="") if listed else session
    return say(shown_no_more, outcome(Listing.NOTHING_MORE, what=kind, code=name))


def _known(kind: str, name: str, world: StationWorld) -> bool:
    rows = {Kind.PRODUCT: world.product, Kind.BIN: world.bin, Kind.CARTON: world.carton}
    return rows[Kind(kind)](name) is not None


def order_of(kind: str, name: str, world: StationWorld) -> str:
    """Id of the order that a row is or belongs to, "" none."""
    match kind:
        case Kind.ORDER.value:
            found = name
        case Kind.PARCEL.value:
            parcel = world.parcel(name)
            found = parcel.order if parcel else ""
        case Kind.TOTE.value:
            tote = world.tote(name)
            found = tote.order if tote else ""
        case Kind.SERIAL.value:
            serial = world.serial(*name.partition("/")[::2])
            found = (serial.order or serial.picked) if serial else ""
        case Kind.OPERATOR.value:
            call = world.exception(f"{HELP_WANTED}/{kind}/{name}")
            found = call.order if call else ""
        case _:
            found = ""
    return found if world.order(found) is not None else ""
