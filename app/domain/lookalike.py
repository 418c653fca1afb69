"""Products that are taken for each other, and what tells them apart. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby, takewhile

from app.domain.alarms import MixUp

DAYS, LEAST = 30, 3
"""A pair that all benches mixed up so often within so many days is shown before the scan."""
SHORT = 10
"""A SKU of so many letters is read at a glance."""
LONGEST = 24
"""A longer difference is no difference that anybody reads at a glance."""
_WORDS = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+|[^\w\s]|_")


@dataclass(frozen=True, order=True)
class DayCount:
    """So often a station scanned one product where it was asked for another, on one day (UTC)."""

    day: date
    expected: str
    scanned: str
    count: int


@dataclass(frozen=True)
class Part:
    """A piece of a text. differs: the other text has not got it."""

    text: str
    differs: bool


@dataclass(frozen=True)
class Telling:
    """What tells a product from the one that it is taken for. sku: its parts in sequence.

    mark: the one thing that differs, as short as it can be said; "" = nothing is known to.
    """

    sku: tuple[Part, ...]
    mark: str


def alike(pairs: Iterable[MixUp]) -> dict[str, str]:
    """Each product of a pair -> the one that it is most often taken for, whichever was wanted."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        if pair.expected != pair.scanned:
            found[pair.expected][pair.scanned] += pair.count
            found[pair.scanned][pair.expected] += pair.count
    return {sku: min(others, key=lambda o: (-others[o], o)) for sku, others in found.items()}


def telling(one: tuple[str, str], other: tuple[str, str]) -> tuple[Telling, Telling]:
    """What tells two products apart. one, other: (SKU, title)."""
    (sku, title), (their_sku, their_title) = one, other
    mine, theirs = _parts(sku, their_sku), _parts(their_sku, sku)
    return (
        Telling(mine, _mark(title, their_title) or _piece(mine)),
        Telling(theirs, _mark(their_title, title) or _piece(theirs)),
    )


def _mark(title: str, other: str) -> str:
    """The words of the title that the other has not; "" where these are none or too many."""
    words = _words(title)
    pieces = _apart(words, _words(other))
    mark = " ".join(" ".join(words[a:b]) for a, b in pieces)
    alone = sum(b - a for a, b in pieces) < len(words)
    return mark if alone and len(mark) <= LONGEST else ""


def _piece(sku: tuple[Part, ...]) -> str:
    """The SKU from the first letter that differs to the last; whole where it is short."""
    text = "".join(part.text for part in sku)
    differing = [at for at, part in enumerate(sku) if part.differs]
    if len(text) <= SHORT or not differing:
        return text
    found = "".join(part.text for part in sku[differing[0] : differing[-1] + 1])
    return found if len(found) <= LONGEST else text


def _words(text: str) -> list[str]:
    """A number and its unit are two words, however they are written: 500ml, 500 ml."""
    return _WORDS.findall(text)


def _apart(mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Where mine differs: (from, to), in sequence. Large and small letters are one.

    A number stands with the unit that follows it: "500 ml" and not "500".
    """
    known = SequenceMatcher(None, _folded(mine), _folded(theirs), autojunk=False)
    found = [(a, b) for what, a, b, _c, _d in known.get_opcodes() if what != "equal" and a < b]
    return [(a, _with_unit(mine, b)) for a, b in found]


def _folded(words: Sequence[str]) -> list[str]:
    return [word.casefold() for word in words]


def _with_unit(words: Sequence[str], end: int) -> int:
    number = words[end - 1][:1].isdigit()
    return end + 1 if number and end < len(words) and words[end].isalpha() else end


def _parts(text: str, other: str) -> tuple[Part, ...]:
    """Letters at the same place, where both have as many; else what stands between the beginning
    and the end that they have in common.
    """
    if len(text) == len(other):
        runs = groupby(zip(text, other, strict=True), lambda pair: pair[0] != pair[1])
        return tuple(Part("".join(one for one, _ in run), differs) for differs, run in runs)
    begin = _common(text, other)
    end = _common(text[begin:][::-1], other[begin:][::-1])
    until = len(text) - end
    pieces = ((text[:begin], False), (text[begin:until], True), (text[until:], False))
    return tuple(Part(piece, differs) for piece, differs in pieces if piece)


def _common(one: str, other: str) -> int:
    """With how many equal letters both begin."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)
