"""Answers to an input, and what the bar asks for: closed sets, one enum a room, beside its rules.

A refusal is a value, never an exception. The screens have words, colour, shape and sound for every
member. This module has what all these enums share; `app.station.outcomes` lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum

Values = Mapping[str, str | int]
"""What an answer or a prompt names: order, sku, bin ... by the names its member declares."""


class Severity(StrEnum):
    INFO = "info"  # nothing happened that needs colour
    GOOD = "good"  # accepted
    DONE = "done"  # a line, box, order or load is complete
    SOFT = "soft"  # needs attention, work goes on
    BAD = "bad"  # refused
    STOP = "stop"  # work must not go on until it is answered


class OutcomeKind(Enum):
    """Base of the rooms' answers: `BIN_OK = "bin_ok", Severity.GOOD, ("bin",)`.

    The text stands in scan logs, scripts, facts and sessions; it is unique over all rooms.
    names: the values that every such answer carries, and that its words may use.
    maybe: values that only some of them carry.
    """

    _value_: str
    severity: Severity
    names: frozenset[str]
    maybe: frozenset[str]

    def __new__(
        cls,
        text: str,
        severity: Severity,
        names: tuple[str, ...] = (),
        maybe: tuple[str, ...] = (),
    ) -> OutcomeKind:
        kind = object.__new__(cls)
        kind._value_ = text
        kind.severity = severity
        kind.names, kind.maybe = frozenset(names), frozenset(maybe)
        return kind

    def fits(self, given: Iterable[str]) -> bool:
        """Whether these are the names declared: all that must be there, and no other."""
        return self.names <= set(given) <= self.names | self.maybe


@dataclass(frozen=True)
class Outcome:
    """The answer to one input."""

    kind: OutcomeKind
    values: Values = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    @property
    def accepted(self) -> bool:
        return self.severity in {Severity.GOOD, Severity.DONE, Severity.INFO}


def outcome(kind: OutcomeKind, **values: str | int) -> Outcome:
    """An answer with exactly the values that its kind declares."""
    assert kind.fits(values), f"{kind} takes {sorted(kind.names)}, not {sorted(values)}"
    return Outcome(kind, values)


class Prompt(Enum):
    """Base of what the rooms' bars ask for: `GO_TO_BIN = "go_to_bin", ("bin",)`.

    names: the values that come with it, and that its words may use.
    """

    _value_: str
    names: frozenset[str]

    def __new__(cls, text: str, names: tuple[str, ...] = ()) -> Prompt:
        prompt = object.__new__(cls)
        prompt._value_ = text
        prompt.names = frozenset(names)
        return prompt
