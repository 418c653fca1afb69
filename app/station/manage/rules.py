"""The rules of the page that manages an order: a word is chosen by its number, and signed by OK."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.desk.order_word import FIRST, IN_TURN, OrderWord, fact_of
from app.domain.facts import NewFact
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.permissions import role_for
from app.domain.rows.orders import Order, State
from app.domain.world import Hit
from app.station.exceptions.rules import order_of
from app.station.manage.outcome import Managing
from app.station.session import MANAGE, ORDER, Session
from app.station.turn import Turn, home, say
from app.station.world import StationWorld

DUTY = "command"
WORD_FIRST, WORD_IN_TURN, BY = "first", "in_turn", "by:"
"""Choices: the first of all, in its turn again, and `by:DHL`: by another carrier."""
ASKED = "a supervisor of this site"
"""The reason of a hold or a cancellation that is said at a bench, where nobody types."""
_CARRIERS = 3
"""So many other carriers are offered, those of the trucks that come next."""


def open_page(session: Session, name: str, world: StationWorld) -> Turn:
    """name: the order's id, "" = it is still to be scanned."""
    order = world.order(name)
    page = replace(home(session), screen=MANAGE)
    if order is None:
        return say(page, outcome(Anywhere.CLEARED))
    shown = replace(page, shown_kind="order", shown=name)
    return say(shown, outcome(Managing.ORDER_TO_MANAGE, order=order.ref))


def choices(order: Order | None, world: StationWorld) -> tuple[str, ...]:
    """What can be said of it, by the numbers 1, 2, 3 ...; () = nothing any more."""
    if order is None or order.cancelled or order.state not in {State.ORDERED, State.PICKING}:
        return ()
    found = [] if order.precedence == FIRST else [WORD_FIRST]
    found += [] if order.precedence == IN_TURN else [WORD_IN_TURN]
    found.append((OrderWord.RELEASE if order.site_hold else OrderWord.HOLD).value)
    found.append(OrderWord.CANCEL.value)
    if not order.pickup:
        found += [BY + one for one in _others(order, world)]
    return tuple(found)


def _others(order: Order, world: StationWorld) -> list[str]:
    loads = sorted(world.open_loads(), key=lambda load: (load.cut_off, load.carrier))
    carriers = dict.fromkeys(load.carrier for load in loads if load.carrier != order.carrier)
    return list(carriers)[:_CARRIERS]


def scan(session: Session, hit: Hit, world: StationWorld) -> Turn:
    """A code on this page means its order."""
    name = order_of(hit.kind.value, hit.id, world)
    if not name:
        return say(session, outcome(Managing.MANAGE_ORDERS_ONLY, code=hit.reading.text))
    return open_page(session, name, world)


def command(session: Session, pressed: Command, world: StationWorld) -> Turn | None:
    """None = it means what it means at home."""
    order = world.order(session.shown)
    if order is None:
        return None
    if pressed.digit is not None:
        return _chosen(session, pressed.digit, order, world)
    if pressed in {Command.DELETE, Command.CLEAR, Command.UNDO}:
        if session.choice:
            return say(replace(session, choice=""), outcome(Anywhere.CLEARED))
        return say(replace(session, screen=ORDER), outcome(Anywhere.CLEARED))
    if pressed is Command.OK and session.choice:
        return _signed(session, order, world)
    if pressed is Command.OK:
        return say(session, outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value))
    return None


def _chosen(session: Session, number: int, order: Order, world: StationWorld) -> Turn:
    """A word is chosen, and not said yet. Whoever's badge was read before may still sign."""
    found = choices(order, world)
    if not 1 <= number <= len(found):
        said = outcome(Anywhere.NUMBER_TOO_LARGE, number=number, most=len(found))
        return say(replace(session, choice=""), said)
    word = found[number - 1]
    chosen = replace(session, choice=word, vouched_by=world.vouched_by)
    return say(chosen, outcome(Managing.WORD_CHOSEN, word=word))


def _signed(session: Session, order: Order, world: StationWorld) -> Turn:
    if not world.allows(DUTY):
        return say(session, outcome(Anywhere.NO_PERMISSION, role=role_for(DUTY)))
    made = _fact(session, order)
    if isinstance(made, Outcome):
        return say(replace(session, choice=""), made)
    said = outcome(Managing.ORDER_TOLD, order=order.ref, word=session.choice)
    return Turn(replace(session, choice=""), said, (made,))


def _fact(session: Session, order: Order) -> NewFact | Outcome:
    word, name = session.choice, session.shown
    if word.startswith(BY):
        return fact_of(OrderWord.REDIRECT, name, order, carrier=word.removeprefix(BY))
    if word in {WORD_FIRST, WORD_IN_TURN}:
        priority = FIRST if word == WORD_FIRST else IN_TURN
        return fact_of(OrderWord.PRIORITISE, name, order, priority=priority)
    why = "" if word == OrderWord.RELEASE else ASKED
    return fact_of(OrderWord(word), name, order, why=why)
