"""A message of a person to a bench: it is shown there until somebody there says that he read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject

MOST = 80
"""Characters of a message: a packer reads it beside his work."""


@dataclass(frozen=True)
class Message:
    """The row. by: whose message. to: the station. shown_at: when it stood on its screen first.
    read_at, read_by: who said there that he read it. withdrawn: nobody needs to read it any more.
    """

    id: str
    to: str
    text: str
    by: str
    sent_at: datetime
    shown_at: datetime | None = None
    read_at: datetime | None = None
    read_by: str = ""
    withdrawn: bool = False

    @property
    def open(self) -> bool:
        return self.read_at is None and not self.withdrawn


def sent(name: str, to: str, text: str) -> NewFact:
    """name: the message's id, a new UUID. Raises ValueError in words."""
    if not text.strip() or len(text) > MOST:
        raise ValueError(f"A message has from 1 to {MOST} characters.")
    if not text.isprintable():
        raise ValueError("A message is one line of text.")
    return NewFact(FactKind.MESSAGE_SENT, _about(name), {"to": to, "text": text.strip()})


def shown(name: str) -> NewFact:
    return NewFact(FactKind.MESSAGE_SHOWN, _about(name))


def read(name: str) -> NewFact:
    return NewFact(FactKind.MESSAGE_READ, _about(name))


def withdrawn(name: str) -> NewFact:
    return NewFact(FactKind.MESSAGE_WITHDRAWN, _about(name))


def _about(name: str) -> tuple[Subject, ...]:
    return (Subject(Kind.MESSAGE, name),)


# --- what facts do --------------------------------------------------------------------------------


def _sent(row: Message | None, fact: Fact) -> Effect:
    if row is not None:
        return Effect(row)
    name = next(name for kind, name in fact.subjects if kind == Kind.MESSAGE.value)
    body = fact.body
    return Effect(
        Message(name, str(body["to"]), str(body["text"]), fact.operator, fact.occurred_at)
    )


def _known(rule: Callable[[Message, Fact], Message]) -> Callable[[Message | None, Fact], Effect]:
    """A bench tells only of messages that the centre has given it: of others there is nothing."""
    return lambda row, fact: Effect(row and rule(row, fact))


def _shown(row: Message, fact: Fact) -> Message:
    """It may stand at a bench that works with two files in turn: the first time counts."""
    return replace(row, shown_at=min(row.shown_at or fact.occurred_at, fact.occurred_at))


def _read(row: Message, fact: Fact) -> Message:
    told = (fact.occurred_at, fact.operator)
    at, by = min(told, (row.read_at, row.read_by)) if row.read_at is not None else told
    return replace(row, read_at=at, read_by=by)


def _withdrawn(row: Message, _fact: Fact) -> Message:
    return replace(row, withdrawn=True)


RULES = {
    FactKind.MESSAGE_SENT: _sent,
    FactKind.MESSAGE_SHOWN: _known(_shown),
    FactKind.MESSAGE_READ: _known(_read),
    FactKind.MESSAGE_WITHDRAWN: _known(_withdrawn),
}
