"""One turn of the engine: what a handler decides about one input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from app.domain.facts import NewFact
from app.domain.outcome import Outcome
from app.domain.world import Step, Wish
from app.station.session import Session

T = TypeVar("T")


@dataclass(frozen=True)
class Turn:
    """outcome None: nothing to say. operator: who the facts are by, "" = the session's."""

    session: Session
    outcome: Outcome | None
    facts: tuple[NewFact, ...] = ()
    wishes: tuple[Wish, ...] = ()
    operator: str = ""
    pin: tuple[str, str, str] | None = None  # operator, hash, digits: to be checked
    settings: Mapping[str, str] = field(default_factory=dict)  # kept in the station's file


def from_step(step: Step[T], session: Session) -> Turn:
    """A task's step, with the session the handler put its task into."""
    return Turn(session, step.outcome, step.facts, step.wishes)


def say(session: Session, outcome: Outcome) -> Turn:
    return Turn(session, outcome)


def home(session: Session) -> Session:
    """The session with no work open."""
    from app.station.session import Screen

    return replace(
        session,
        screen=Screen.HOME,
        pick=None,
        pack=None,
        load=None,
        count=None,
        devices=None,
        labels=None,
        take_from="",
        shown_kind="",
        shown="",
    )
