"""The rules of one exception's card: what is to be done is chosen, and signed with OK."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.desk.decide import decide, ended
from app.domain.desk.decisions import Decision, offered
from app.domain.desk.outcome import Deciding
from app.domain.facts import Kind
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.permissions import role_for
from app.domain.rows.things import ExceptionRow
from app.station.exceptions.outcome import Listing
from app.station.session import EXCEPTIONS, Session
from app.station.turn import Turn, home, say
from app.station.world import StationWorld

DUTY = "decide"


def shown(session: Session) -> str:
    """Id of the exception whose card is shown, "" = none is."""
    here = session.screen == EXCEPTIONS and session.shown_kind == Kind.EXCEPTION.value
    return session.shown if here else ""


def show(session: Session, name: str, world: StationWorld) -> Turn:
    """Show an exception's card."""
    row = world.exception(name)
    if row is None:
        return say(session, outcome(Listing.NOTHING_MORE, what=Kind.EXCEPTION.value, code=name))
    card = replace(home(session), screen=EXCEPTIONS, shown_kind=Kind.EXCEPTION.value, shown=name)
    said = ended(row, world) if row.closed else outcome(Listing.EXCEPTION_SHOWN)
    return say(card, said)


def choices(row: ExceptionRow) -> tuple[Decision, ...]:
    """What can be decided, by the numbers 1, 2, 3 ... of the card; () = it is over."""
    return () if row.closed else offered(row.reason)


def command(session: Session, pressed: Command, world: StationWorld) -> Turn | None:
    """A command at a card; None = it means what it means on the list."""
    row = world.exception(shown(session))
    if row is None:
        return None
    if pressed.digit is not None:
        return _chosen(session, pressed.digit, row, world)
    if pressed in {Command.DELETE, Command.CLEAR, Command.UNDO}:
        if session.choice:
            return say(replace(session, choice=""), outcome(Anywhere.CLEARED))
        return say(replace(home(session), screen=EXCEPTIONS), outcome(Anywhere.CLEARED))
    if pressed is Command.OK and session.choice:
        return _signed(session, Decision(session.choice), row, world)
    return None


def _chosen(session: Session, number: int, row: ExceptionRow, world: StationWorld) -> Turn:
    """A decision is chosen, and not made yet. Whoever's badge was read before may still sign."""
    if row.closed:
        return say(session, ended(row, world))
    found = choices(row)
    if not 1 <= number <= len(found):
        said = outcome(Anywhere.NUMBER_TOO_LARGE, number=number, most=len(found))
        return say(replace(session, choice=""), said)
    decision = found[number - 1].value
    chosen = replace(session, choice=decision, vouched_by=world.vouched_by)
    return say(chosen, outcome(Listing.DECISION_CHOSEN, decision=decision))


def _signed(session: Session, decision: Decision, row: ExceptionRow, world: StationWorld) -> Turn:
    if row.closed:
        return say(replace(session, choice=""), ended(row, world))
    if not world.allows(DUTY):
        return say(session, outcome(Anywhere.NO_PERMISSION, role=role_for(DUTY)))
    made = decide(session.shown, row, decision, "", world)
    if isinstance(made, Outcome):
        return say(replace(session, choice=""), made)
    listed = replace(home(session), screen=EXCEPTIONS)
    return Turn(listed, outcome(Deciding.EXCEPTION_DECIDED, decision=decision.value), made)
