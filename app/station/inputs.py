"""The turn that an input leads to, by the screen it comes on. The engine records the turn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.clock import Clock
from app.config import Config
from app.device_api import Weight
from app.domain import capture
from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.rows.orders import Order
from app.domain.weighing import scale_guard
from app.domain.weighing.outcome import Weighing
from app.domain.world import Hit, HitKind
from app.station import notes
from app.station.exceptions import card as exception_card
from app.station.exceptions import rules as exceptions
from app.station.hearing import Heard
from app.station.home import rules as home
from app.station.manage import rules as manage
from app.station.resolve import resolve
from app.station.session import EXCEPTIONS, MANAGE, SIGN_IN, WITHOUT_TASK, Session
from app.station.sign_in import rules as sign_in
from app.station.sign_in.outcome import SigningIn
from app.station.turn import Turn, say, stepped
from app.station.turn import home as home_session
from app.station.workflow import AtHand, Table
from app.station.world import StationWorld

KEYBOARD = "keyboard"
"""The device of a code that a person typed."""


@dataclass(frozen=True)
class Bench:
    """Where an input is made. table: the workflows that can be worked on there."""

    world: StationWorld
    config: Config
    clock: Clock
    table: Table

    def at_hand(self, session: Session) -> AtHand | None:
        """The workflow whose screen is shown, with its task; None on a screen without one."""
        flow = self.table.get(session.screen)
        return None if flow is None or session.task is None else (flow, session.task)


def scanned(session: Session, heard: Heard, bench: Bench) -> Turn:
    """The turn of a scan that is no usable command. Whoever scans has come, or needs no help.

    A workflow that `looks` gets it first, unless it is a badge.
    """
    turn = _scanned(replace(session, vouched_by=""), heard, bench)
    return _help_ended(turn) if heard.refused is None else turn


def _scanned(session: Session, heard: Heard, bench: Bench) -> Turn:
    found = bench.at_hand(session)
    if found is not None and not heard.owner and heard.command is None:
        flow, task = found
        if flow.looks is not None:
            return stepped(session, flow.looks(task, heard.raw, heard.scan.text, bench.world))
    if heard.refused is not None:
        bounced = heard.refused.kind is Anywhere.REPEAT
        return say(session if bounced else _disarmed(session), heard.refused)
    if heard.owner:
        return _badge(session, heard.owner, bench)
    return _code(session, heard, found, bench)


def _badge(session: Session, operator: str, bench: Bench) -> Turn:
    """A known badge, wherever it is scanned."""
    if session.screen == SIGN_IN:
        return sign_in.badge(session, operator, bench.world)
    if operator == session.operator:
        return sign_in.lock(session)
    if session.task is not None and session.task.duty:
        return sign_in.vouched(session, operator, session.task.duty, bench.world)
    if session.screen == MANAGE and session.shown:
        return sign_in.vouched(session, operator, manage.DUTY, bench.world)
    if exception_card.shown(session):
        return sign_in.vouched(session, operator, exception_card.DUTY, bench.world)
    if session.screen in WITHOUT_TASK:
        left = replace(home_session(session), operator="", screen=SIGN_IN)
        return sign_in.badge(left, operator, bench.world)
    return say(session, outcome(Anywhere.NOT_HERE, code="", what="badge"))


def _code(session: Session, heard: Heard, at: AtHand | None, bench: Bench) -> Turn:
    """A code that is neither a command nor a badge."""
    if session.screen == SIGN_IN:
        return say(session, _at_sign_in(heard, bench))
    world = bench.world
    found = resolve(heard, bench.config, lambda: _skus_in_work(session, world), world.product)
    hit = replace(found.hit, typed=heard.scan.device == KEYBOARD)
    if hit.kind is HitKind.TEXT:
        hit = _named_by_order(hit, world.order(session.open_order))
        if found.untold and hit.id in {found.untold, hit.reading.text}:
            said = outcome(Anywhere.PACK_UNTOLD, code=heard.cut, sku=found.untold)
            return say(_disarmed(session), said)
    if hit.kind is HitKind.TEXT and not _takes_text(session):
        reading = hit.reading
        if reading.wrong:
            said = outcome(Anywhere.GS1_WRONG, ai=reading.wrong[0], code=heard.cut)
            return say(_disarmed(session), said)
        if reading.fault:
            return say(_disarmed(session), outcome(Anywhere.WRONG_CHECK_DIGIT, code=heard.cut))
    if session.screen == EXCEPTIONS and found.orders <= 1:
        shown = exceptions.scan(session, hit, world)
        if shown is not None:
            return shown
    if session.screen == MANAGE and found.orders <= 1:
        return manage.scan(session, hit, world)
    if at is None or at[0].scan is None:
        turn = home.scan(session, hit, found.orders, world)
        unknown = turn.outcome is not None and turn.outcome.kind is Anywhere.UNKNOWN_CODE
        if unknown and heard.scan.device == KEYBOARD:  # a person may type a part of it
            return home.searched(session, hit.reading.text, world) or turn
        return turn
    task = at[1]
    if hit.kind is HitKind.TEXT and not task.takes_text:
        task = task.disarmed()
    step = at[0].scan(task, hit, world)
    if hit.reading.wrong:
        step = replace(step, outcome=capture.explained(step.outcome, hit.reading))
    return stepped(session, step)


def _disarmed(session: Session) -> Session:
    """The session without a half typed number or PIN.

    What was scanned may be the rest of a code, whose first digits were taken for typed ones.
    """
    task = session.task.disarmed() if session.task is not None else None
    return replace(session, task=task, staff="", asks_pin="")


def _takes_text(session: Session) -> bool:
    return session.task is not None and session.task.takes_text


def _at_sign_in(heard: Heard, bench: Bench) -> Outcome:
    """The answer to a code at the sign-in screen; an unknown one was meant as a badge."""
    if bench.world.loading:
        return outcome(SigningIn.STILL_LOADING)
    hit = resolve(heard, bench.config, frozenset, bench.world.product).hit
    known = hit.kind is not HitKind.TEXT or hit.reading.gtin
    return outcome(SigningIn.SIGN_IN_FIRST if known else SigningIn.BADGE_UNKNOWN)


def _skus_in_work(session: Session, world: StationWorld) -> frozenset[str]:
    """SKUs of the open task and its order: a barcode that several products share means one."""
    skus = session.task.skus if session.task is not None else frozenset()
    order = world.order(session.open_order)
    return skus | {line.sku for line in order.lines} if order else skus


def _named_by_order(hit: Hit, order: Order | None) -> Hit:
    """The product of a text that a line of the open order names; any other text as it is."""
    if order is None:
        return hit
    for line in order.lines:
        if hit.reading.text in {line.barcode, line.sku}:
            return Hit(HitKind.PRODUCT, line.sku, hit.reading)
    return hit


def command(session: Session, pressed: Command, bench: Bench) -> Turn:
    """A button, key or command barcode; PIN digits never come here.

    Where a permitted person's badge was scanned just before, the answer is that person's.
    """
    voucher, session = session.vouched_by, replace(session, vouched_by="")
    bench.world.vouched_by = voucher
    turn = _commanded(session, pressed, bench)
    bench.world.vouched_by = ""
    if pressed is Command.OK:
        turn = _help_ended(turn)
    return replace(turn, operator=voucher) if voucher and turn.facts else turn


def _commanded(session: Session, pressed: Command, bench: Bench) -> Turn:
    world = bench.world
    if session.screen == SIGN_IN:
        return sign_in.command(session, pressed, world, bench.clock.now())
    if pressed is Command.LOCK:
        return sign_in.lock(session)
    if pressed is Command.SIGN_OUT:
        return sign_in.sign_out(session, world)
    if pressed is Command.HELP:
        return _help(session, bench)
    if pressed is Command.UNDERSTOOD:
        return notes.understood(session, world)
    found = bench.at_hand(session)
    if found is None and session.screen == MANAGE:
        turn = manage.command(session, pressed, world)
        if turn is not None:
            return turn
    if found is None and session.screen == EXCEPTIONS:
        turn = exceptions.command(session, pressed, world)
        if turn is not None:
            return turn
    if found is None:
        return home.command(session, pressed, world, bench.table)
    flow, task = found
    return stepped(session, flow.command(task, pressed, world))


def _help(session: Session, bench: Bench) -> Turn:
    """HELP calls; HELP again takes the call back."""
    if session.calling:
        return _help_ended(say(session, outcome(Anywhere.HELP_ENDED)))
    order, caller = session.open_order, session.operator
    about_order = (Subject(Kind.ORDER, order),) if order else ()
    subjects = (Subject(Kind.OPERATOR, caller), *about_order)
    fact = NewFact(FactKind.HELP_CALLED, subjects, {"screen": session.screen, "order": order})
    said = Anywhere.HELP_CALLED if bench.world.online else Anywhere.HELP_UNHEARD
    return Turn(replace(session, calling=caller), outcome(said), (fact,))


def _help_ended(turn: Turn) -> Turn:
    """The turn that also ends the call for help of this bench, if there is one."""
    caller = turn.session.calling
    if not caller:
        return turn
    fact = NewFact(FactKind.HELP_ENDED, (Subject(Kind.OPERATOR, caller),))
    return replace(turn, session=replace(turn.session, calling=""), facts=(*turn.facts, fact))


def looked(session: Session, kind: str, name: str, bench: Bench) -> Turn:
    """A touched row, to see what it is about. Open work is never left for that."""
    if session.screen not in WITHOUT_TASK:
        return say(session, outcome(Anywhere.NOT_HERE, code=name, what=kind))
    return exceptions.look(session, kind, name, bench.world)


def weighed(session: Session, weight: Weight, bench: Bench) -> Turn:
    """The turn of a stable weight. Where the task makes nothing of it, it is noted."""
    guard, fresh = scale_guard.read(session.guard, weight.grams)
    session = replace(session, guard=guard)
    found = bench.at_hand(session)
    if found is not None:
        flow, task = found
        step = flow.weigh(task, weight, fresh, bench.world) if flow.weigh else None
        if step is not None:
            return stepped(session, step)
    return say(session, outcome(Weighing.WEIGHT_NOTED, grams=weight.grams))
