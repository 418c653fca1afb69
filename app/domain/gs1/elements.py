"""Element strings: application identifiers and their values, read, written and checked.

Every reader returns what it could read and what is wrong. Who needs one value only asks for the
faults of its identifier; data that must be right as a whole has no faults at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.gs1.checks import holds, of_charset
from app.domain.gs1.identifiers import Identifier, Part, first_of, identifier, matches

GS = "\x1d"
_BRACKETED = re.compile(r"\((\d{2,4})\)((?:[^(\\]|\\.|\\)*)", re.ASCII | re.DOTALL)
_WITH_SERIAL = {"253": 13, "255": 13, "8003": 14}
"""Keys of which only those with a serial number can be signed, and their length without it."""


class Flaw(StrEnum):
    """What is wrong with an element, or with the data."""

    UNREADABLE = "unreadable"  # from here on it is no element string
    UNKNOWN = "unknown"  # no such application identifier
    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    CHARACTERS = "characters"
    CONTENT = "content"  # detail: the check it failed
    REPEATED = "repeated"  # with another value
    NOT_WITH = "not_with"  # detail: the AI beside which it must not stand
    NEEDS = "needs"  # detail: the AIs of which one is missing
    NEEDS_SERIAL = "needs_serial"  # detail: the key that is signed without its serial number
    NO_KEY = "no_key"  # a Digital Link without a primary key
    NO_ATTRIBUTE = "no_attribute"  # a Digital Link cannot have this AI there


@dataclass(frozen=True)
class Fault:
    """ai: the identifier, or the text that should be one. "" = the data as a whole."""

    ai: str
    flaw: Flaw
    detail: str = ""


@dataclass(frozen=True)
class Element:
    ai: str
    value: str


@dataclass(frozen=True)
class Message:
    """What data holds. faults: of single elements; `relations` has those between them."""

    elements: tuple[Element, ...] = ()
    faults: tuple[Fault, ...] = ()

    def value(self, *ais: str) -> str:
        """The value of the first of these identifiers that is there and right; "" = none is."""
        wrong = {fault.ai for fault in self.faults}
        values = {one.ai: one.value for one in self.elements if one.ai not in wrong}
        return next((values[ai] for ai in ais if ai in values), "")


def from_data(text: str) -> Message:
    """Read element strings as a barcode has them. Separators are GS; one may stand in front."""
    elements: list[Element] = []
    faults: list[Fault] = []
    rest = text.removeprefix(GS)
    if not rest:
        return Message(faults=(Fault("", Flaw.EMPTY),))
    while rest:
        found = first_of(rest)
        if found is None:
            faults.append(Fault(rest[:4], Flaw.UNKNOWN))
            break
        rest = rest[len(found.ai) :]
        end = found.most if found.predefined else _end(rest)
        value, rest = rest[:end], rest[end:]
        if found.predefined and GS in value:
            faults.append(Fault(found.ai, Flaw.UNREADABLE))
            break
        rest = rest.removeprefix(GS)
        elements.append(Element(found.ai, value))
        faults += value_faults(found, value)
    return Message(tuple(elements), tuple(faults))


def _end(text: str) -> int:
    end = text.find(GS)
    return len(text) if end < 0 else end


def from_brackets(text: str) -> Message:
    r"""Read the form for people: (01)09521321000001(10)L1. A bracket in a value is written "\("."""
    elements: list[Element] = []
    faults: list[Fault] = []
    at = 0
    while at < len(text) and (pair := _BRACKETED.match(text, at)):
        at = pair.end()
        ai, value = pair[1], pair[2].replace("\\(", "(")
        found = identifier(ai)
        if found is None:
            faults.append(Fault(ai, Flaw.UNKNOWN))
            continue
        elements.append(Element(ai, value))
        faults += value_faults(found, value)
    if at < len(text) or not text:
        faults.append(Fault(text[at : at + 4], Flaw.UNREADABLE))
    return Message(tuple(elements), tuple(faults))


def to_data(elements: tuple[Element, ...]) -> str:
    """Elements as a barcode has them, without the separator in front."""
    text = ""
    for element in elements:
        found = identifier(element.ai)
        text += element.ai + element.value + ("" if found and found.predefined else GS)
    return text.removesuffix(GS)


def to_brackets(elements: tuple[Element, ...]) -> str:
    return "".join(f"({one.ai})" + one.value.replace("(", "\\(") for one in elements)


def value_faults(found: Identifier, value: str) -> Iterator[Fault]:
    """What is wrong with a value by itself."""
    if not value:
        yield Fault(found.ai, Flaw.EMPTY)
        return
    rest = value
    for part in found.parts:
        if not rest and part.optional:
            return
        piece, rest = rest[: part.most], rest[part.most :]
        if len(piece) < part.least:
            yield Fault(found.ai, Flaw.TOO_SHORT)
            return
        yield from _part_faults(found.ai, part, piece)
    if rest:
        yield Fault(found.ai, Flaw.TOO_LONG)


def _part_faults(ai: str, part: Part, piece: str) -> Iterator[Fault]:
    if not of_charset(part.charset, piece):
        yield Fault(ai, Flaw.CHARACTERS)
        return
    for check in part.checks:
        if not holds(check, piece):
            yield Fault(ai, Flaw.CONTENT, check)


def relations(elements: tuple[Element, ...]) -> tuple[Fault, ...]:
    """What is wrong between elements: of all data on one thing, from however many barcodes."""
    faults: list[Fault] = []
    values: dict[str, str] = {}
    for one in elements:
        if values.setdefault(one.ai, one.value) != one.value:
            faults.append(Fault(one.ai, Flaw.REPEATED))
    for ai in values:
        found = identifier(ai)
        if found is not None:
            faults += _excluded(found, values)
            faults += _missing(found, values)
    if "8030" in values:
        for key, bare in _WITH_SERIAL.items():
            if key in values and len(values[key]) <= bare:
                faults.append(Fault("8030", Flaw.NEEDS_SERIAL, key))
    return tuple(faults)


def _excluded(found: Identifier, values: dict[str, str]) -> Iterator[Fault]:
    for other in values:
        if other != found.ai and any(matches(pattern, other) for pattern in found.excludes):
            yield Fault(found.ai, Flaw.NOT_WITH, other)


def _missing(found: Identifier, values: dict[str, str]) -> Iterator[Fault]:
    for groups in found.requires:
        if not any(
            all(any(matches(pattern, ai) for ai in values) for pattern in group) for group in groups
        ):
            yield Fault(found.ai, Flaw.NEEDS, ", ".join("+".join(group) for group in groups))
