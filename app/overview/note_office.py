"""What the page of messages asks for: the benches, what was written to them, and one more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import uuid_utils

from app.domain.facts import Kind, NewFact
from app.domain.permissions import allows
from app.domain.rows.messages import Message, sent, withdrawn
from app.overview.asking import AskThread
from app.overview.board import NOT_AT_THE_FLOOR
from app.overview.order.timeline import Names
from app.sync.ask import decoded
from app.sync.centre import SqlCentre

NOTES, NOTE_SENT = "notes", "note_sent"
LISTED = 100
"""So many messages are shown, the newest first."""

Say = Callable[[NewFact, str], None]
"""Says a fact of this person of the office: durable first, then sent. Raises EnvironmentFault."""


@dataclass(frozen=True)
class Bench:
    """A bench that can be written to, and who works there ("" = nobody)."""

    station: str
    operator: str


@dataclass(frozen=True)
class Sent:
    """A message as the page shows it. by, read_by: names."""

    id: str
    to: str
    text: str
    by: str
    at: datetime
    shown_at: datetime | None
    read_at: datetime | None
    read_by: str
    withdrawn: bool


@dataclass(frozen=True)
class Notes:
    benches: tuple[Bench, ...] = ()
    sent: tuple[Sent, ...] = ()


class Writing(StrEnum):
    """What became of a message."""

    DONE = "done"
    NOBODY = "nobody"  # nobody is signed in at the desk
    NOT_ALLOWED = "not_allowed"
    EMPTY = "empty"  # no text, or one that is no line


class NoteOffice:
    """Beside `Office`."""

    def __init__(self, asker: AskThread, say: Say) -> None:
        self._asker, self._say = asker, say

    def notes(self) -> int:
        """Answered with a `Notes`."""
        return self._asker.ask(NOTES, notes)

    def write(self, to: str, text: str, asker: str) -> int:
        """Answered with a `Writing`. asker: number of who is signed in at the desk, "" = nobody."""
        return self._asker.ask(NOTE_SENT, lambda centre: self._write(centre, to, text, asker))

    def withdraw(self, name: str, asker: str) -> int:
        """Answered with a `Writing`."""
        return self._asker.ask(NOTE_SENT, lambda centre: self._said(centre, withdrawn(name), asker))

    def _write(self, centre: SqlCentre, to: str, text: str, asker: str) -> Writing:
        try:
            fact = sent(str(uuid_utils.uuid7()), to, text)
        except ValueError:
            return Writing.EMPTY
        return self._said(centre, fact, asker)

    def _said(self, centre: SqlCentre, fact: NewFact, asker: str) -> Writing:
        if not asker:
            return Writing.NOBODY
        row = centre.row(Kind.OPERATOR, asker)
        if row is None or not allows(decoded(row), "command"):
            return Writing.NOT_ALLOWED
        self._say(fact, asker)
        return Writing.DONE


def notes(centre: SqlCentre) -> Notes:
    """The benches that the centre has heard of, by name, and the newest messages first."""
    known = Names(centre)

    def names(number: str) -> str:
        return known(number) or number

    heard = sorted(centre.heard(), key=lambda one: one.at)
    newest = {
        one.station: one.standing.operator for one in heard if one.station not in NOT_AT_THE_FLOOR
    }
    benches = tuple(Bench(name, names(who)) for name, who in sorted(newest.items()))
    found = sorted(centre.messages(), key=lambda one: one.sent_at, reverse=True)
    return Notes(benches, tuple(_sent(one, names) for one in found[:LISTED]))


def _sent(one: Message, names: Callable[[str], str]) -> Sent:
    told = (one.shown_at, one.read_at, names(one.read_by), one.withdrawn)
    return Sent(one.id, one.to, one.text, names(one.by), one.sent_at, *told)
