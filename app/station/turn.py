"""One turn of the engine: what a handler decides about one input."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from app.domain.facts import NewFact
from app.domain.outcome import Outcome
from app.domain.task import Task
from app.domain.weighing import scale_guard
from app.domain.world import Step, Wish
from app.station.session import HOME, Session

T = TypeVar("T", bound=Task)


@dataclass(frozen=True)
class PinCheck:
    """A typed PIN to be checked: whose, against which hash. It is never written anywhere."""

    operator: str
    pin_hash: str
    pin: str


@dataclass(frozen=True)
class Turn:
    """What one input leads to. The engine records it in one transaction, then grants the wishes.

    session: as it is after the input. outcome: the answer; None = the last answer stays.
    facts: in the order they happened. operator: who the facts are by, "" = who works here before.
    pin: a typed PIN to check.
    """

    session: Session
    outcome: Outcome | None
    facts: tuple[NewFact, ...] = ()
    wishes: tuple[Wish, ...] = ()
    operator: str = ""
    pin: PinCheck | None = None


def stepped(session: Session, step: Step[T]) -> Turn:
    """The turn of a task's step. A step without a task leads home."""
    after = home(session) if step.task is None else replace(session, task=step.task)
    return Turn(after, step.outcome, step.facts, step.wishes)


def opened(session: Session, step: Step[T]) -> Turn:
    """The turn of a task's first step: its screen is shown. Without a task the session stays."""
    if step.task is None:
        return Turn(session, step.outcome, step.facts, step.wishes)
    shown = replace(home(session), screen=step.task.name, task=step.task)
    return Turn(shown, step.outcome, step.facts, step.wishes)


def say(session: Session, outcome: Outcome) -> Turn:
    """A turn that makes no fact."""
    return Turn(session, outcome)


def home(session: Session) -> Session:
    """The session with no work open."""
    return replace(
        session,
        screen=HOME,
        task=None,
        take_from="",
        asked="",
        asked_of="",
        handing="",
        choice="",
        shown_kind="",
        shown="",
    )


def guarded(before: Session, turn: Turn) -> Turn:
    """A turn that ends the box at hand: what the scale shows then is not the next box's weight."""
    old = before.task.box if before.task is not None else ""
    if not old or (turn.session.task is not None and turn.session.task.box == old):
        return turn
    guard = scale_guard.parcel_done(turn.session.guard)
    return replace(turn, session=replace(turn.session, guard=guard))
