"""Who works here: badge, staff number and PIN, lock, take-over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.commands import Command
from app.domain.count.outcome import Counting
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.permissions import allows, role_for
from app.domain.rows.tasks import left
from app.domain.rows.things import Operator
from app.station.session import HOME, SIGN_IN, Session
from app.station.sign_in.outcome import SigningIn
from app.station.turn import Turn, home, say
from app.station.world import StationWorld

MOST_WRONG_PINS = 5
MOST_STAFF_DIGITS = 8
PIN_PAUSE = timedelta(seconds=60)
PIN_MEMORY = timedelta(minutes=10)
"""For so long the bench remembers a wrong PIN, whoever signs in meanwhile."""


def badge(session: Session, operator: str, world: StationWorld) -> Turn:
    """A known badge at the sign-in or lock screen."""
    person = world.person(operator)
    if person is None:
        return say(session, outcome(SigningIn.BADGE_UNKNOWN))
    if person.disabled:
        return say(session, outcome(SigningIn.BADGE_OFF, operator=person.name))
    if session.locked and session.operator != operator:
        return _other_person(session, person, world)
    return signed_in(session, person)


def signed_in(session: Session, person: Operator) -> Turn:
    """This person works here from now on, at the kept task if there is one."""
    entered = replace(
        session,
        operator=person.operator,
        language=_language_for(session, person),
        language_chosen=False,
        locked=False,
        taking_over="",
        staff="",
        asks_pin="",
        screen=session.task_screen,
        task=session.task if session.task_screen != HOME else None,
    )
    subject = (Subject(Kind.OPERATOR, person.operator),)
    if session.locked:
        facts = (NewFact(FactKind.UNLOCKED, subject),)
        return Turn(
            entered, outcome(SigningIn.UNLOCKED, operator=person.name), facts, (), person.operator
        )
    facts = (NewFact(FactKind.SIGNED_IN, subject),)
    return Turn(
        entered, outcome(SigningIn.SIGNED_IN, operator=person.name), facts, (), person.operator
    )


def _language_for(session: Session, person: Operator) -> str:
    """The person's own language, unless somebody chose one for this window since.

    Whoever comes back to locked work finds it in the language it was left in.
    """
    stays = session.language_chosen or (session.locked and session.operator == person.operator)
    return session.language if stays else person.language or session.language


def _other_person(session: Session, person: Operator, world: StationWorld) -> Turn:
    """Another person at a locked station.

    Open work is taken over by a second scan of the badge, or parked by HOLD. Without open work
    this is a sign-in.
    """
    work = _open_work(session)
    if work is None:
        return signed_in(replace(home(session), locked=False, operator=""), person)
    ref = _ref(work, world)
    if session.taking_over != person.operator:
        asked = replace(session, taking_over=person.operator)
        return say(
            asked, outcome(SigningIn.TAKE_OVER_ASKED, operator=_name(session, world), order=ref)
        )
    entered = signed_in(replace(session, locked=False), person).session
    fact = NewFact(
        FactKind.TAKEN_OVER,
        (work, Subject(Kind.OPERATOR, person.operator)),
        {"from": session.operator},
    )
    said = outcome(SigningIn.TAKEN_OVER, operator=person.name, order=ref)
    return Turn(entered, said, (fact,), (), person.operator)


def _open_work(session: Session) -> Subject | None:
    """What would be lost if it were left: an order, or a bin that is half counted."""
    return session.task.at_stake if session.task is not None else None


def _ref(work: Subject, world: StationWorld) -> str:
    """How people call the work: an order's number, or the bin where it is."""
    order = world.order(work.id) if work.kind is Kind.ORDER else None
    job = world.task(work.id) if work.kind is Kind.TASK else None
    if job is not None:
        return job.source or job.target
    return order.ref if order else work.id


def _name(session: Session, world: StationWorld) -> str:
    person = world.person(session.operator)
    return person.name if person else session.operator


def vouched(session: Session, operator: str, duty: str, world: StationWorld) -> Turn:
    """A badge at somebody else's open work, where only a permitted person may answer.

    The person at work stays signed in.
    """
    person = world.person(operator)
    if not allows(person, duty) or person is None:
        return say(session, outcome(Anywhere.NO_PERMISSION, role=role_for(duty)))
    said = outcome(SigningIn.VOUCHED, operator=person.name)
    return say(replace(session, vouched_by=operator), said)


def lock(session: Session) -> Turn:
    """Hide the work; nothing of it is lost."""
    subject = (Subject(Kind.OPERATOR, session.operator),)
    locked = replace(session, locked=True, screen=SIGN_IN, staff="", asks_pin="")
    return Turn(locked, outcome(SigningIn.LOCKED), (NewFact(FactKind.LOCKED, subject),))


def sign_out(session: Session, world: StationWorld) -> Turn:
    """Sign out. Open work is never abandoned: then the station is locked instead."""
    if _open_work(session) is not None:
        return lock(session)
    subject = (Subject(Kind.OPERATOR, session.operator),)
    left = Session(
        language=session.language,
        wrong_pins=session.wrong_pins,
        wrong_pin_at=session.wrong_pin_at,
        pin_pause_until=session.pin_pause_until,
    )
    said = outcome(SigningIn.SIGNED_OUT, operator=_name(session, world))
    facts = (NewFact(FactKind.SIGNED_OUT, subject),)
    return Turn(left, said, facts, (), session.operator)


def withdrawn(session: Session, world: StationWorld) -> Turn | None:
    """The person at work was switched off at the centre and is put out; None = nobody was."""
    person = world.person(session.operator)
    if person is None or not person.disabled or session.locked:
        return None
    at_work = session.task_screen != HOME
    turn = lock(session) if at_work else sign_out(session, world)
    return replace(turn, outcome=outcome(SigningIn.OPERATOR_OFF, operator=person.name))


def command(session: Session, pressed: Command, world: StationWorld, now: datetime) -> Turn:
    """A command at the sign-in or lock screen. Digits of a PIN go to `PinPad` instead."""
    digit = pressed.digit
    if digit is not None and not session.asks_pin:
        return _staff_digit(session, digit)
    match pressed:
        case Command.DELETE:
            return say(replace(session, staff=session.staff[:-1]), outcome(Anywhere.CLEARED))
        case Command.CLEAR | Command.UNDO:
            cleared = replace(session, staff="", asks_pin="", taking_over="")
            return say(cleared, outcome(Anywhere.CLEARED))
        case Command.OK if session.staff and not session.asks_pin:
            return _ask_pin(session, world, now)
        case Command.HOLD if session.taking_over:
            return _park(session, world)
        case Command.LOCK if session.locked:
            return say(session, outcome(SigningIn.LOCKED))
        case _:
            return say(session, outcome(SigningIn.SIGN_IN_FIRST))


def _staff_digit(session: Session, digit: int) -> Turn:
    """One more digit of a staff number; leading zeros are part of it."""
    staff = session.staff + str(digit)
    if len(staff) > MOST_STAFF_DIGITS:
        return say(
            session,
            outcome(Anywhere.NUMBER_TOO_LONG, number=session.staff, digits=MOST_STAFF_DIGITS),
        )
    return say(replace(session, staff=staff), outcome(Anywhere.DIGITS, number=staff))


def _ask_pin(session: Session, world: StationWorld, now: datetime) -> Turn:
    left = pause_left(session, now)
    if left:
        return say(session, outcome(SigningIn.PIN_PAUSED, seconds=left))
    person = world.person(session.staff)
    if person is None or not person.pin_hash:
        number = session.staff
        return say(replace(session, staff=""), outcome(SigningIn.STAFF_UNKNOWN, number=number))
    if person.disabled:
        return say(replace(session, staff=""), outcome(SigningIn.BADGE_OFF, operator=person.name))
    asked = replace(session, asks_pin=person.operator)
    return say(asked, outcome(SigningIn.PIN_ASKED, operator=person.name))


def pause_left(session: Session, now: datetime) -> int:
    """Seconds until PINs are taken again, 0 = now. A clock set back makes no pause longer."""
    if not session.pin_pause_until:
        return 0
    left = datetime.fromisoformat(session.pin_pause_until) - now
    return max(0, int(left.total_seconds())) if left <= PIN_PAUSE else 0


def pin_checked(
    session: Session, operator: str, *, correct: bool, world: StationWorld, now: datetime
) -> Turn:
    """The answer of the PIN check."""
    person = world.person(operator)
    if correct and person is not None and session.asks_pin == operator:
        kept = replace(session, asks_pin="", staff="")
        return badge(kept, operator, world)
    wrong = 1 + (session.wrong_pins if _remembered(session, now) else 0)
    session = replace(session, wrong_pin_at=now.isoformat())
    if wrong >= MOST_WRONG_PINS:
        until = (now + PIN_PAUSE).isoformat()
        paused = replace(session, wrong_pins=0, asks_pin="", staff="", pin_pause_until=until)
        said = outcome(SigningIn.PIN_PAUSED, seconds=int(PIN_PAUSE.total_seconds()))
        fact = NewFact(FactKind.PIN_PAUSED, (Subject(Kind.OPERATOR, operator),), {"wrong": wrong})
        return Turn(paused, said, (fact,))
    return say(
        replace(session, wrong_pins=wrong),
        outcome(SigningIn.PIN_WRONG, left=MOST_WRONG_PINS - wrong),
    )


def _remembered(session: Session, now: datetime) -> bool:
    """Whether the wrong PINs still count. A clock set back makes nobody forget them."""
    at = session.wrong_pin_at
    return not at or now - datetime.fromisoformat(at) < PIN_MEMORY


def _park(session: Session, world: StationWorld) -> Turn:
    """The other person's order goes to the shelf; the new one starts with a clean bench.

    A half counted bin is left, and nothing of it recorded; a floor task is anybody's again.
    """
    person = world.person(session.taking_over)
    if person is None:
        return say(session, outcome(SigningIn.BADGE_UNKNOWN))
    entered = signed_in(replace(home(session), locked=False, operator=""), person)
    name = session.open_order
    job = world.task(session.open_task)
    if job is not None:
        said = outcome(Counting.COUNT_TASK_LEFT, bin=job.source or job.target)
        return replace(entered, outcome=said, facts=(left(job), *entered.facts))
    if not name:
        return replace(entered, outcome=outcome(Counting.COUNT_LEFT, bin=session.open_count))
    order = world.order(name)
    fact = NewFact(FactKind.ORDER_PARKED, (Subject(Kind.ORDER, name),), {"shelf": ""})
    said = outcome(Working.HELD, order=order.ref if order else name)
    return replace(entered, outcome=said, facts=(fact, *entered.facts))


def forbidden(session: Session, duty: str) -> Turn:
    """The refusal of an operator who may not do this; it names a role that may."""
    return say(session, outcome(Anywhere.NO_PERMISSION, role=role_for(duty)))


def language_chosen(session: Session, language: str) -> Turn:
    """Show this language. For a person at work it is a fact, so that other benches know it."""
    said = outcome(Anywhere.LANGUAGE_SET, language=language)
    if not session.operator or session.locked:
        return say(replace(session, language=language, language_chosen=True), said)
    chosen = replace(session, language=language)
    subject = (Subject(Kind.OPERATOR, session.operator),)
    fact = NewFact(FactKind.LANGUAGE_CHOSEN, subject, {"language": language})
    return Turn(chosen, said, (fact,))
