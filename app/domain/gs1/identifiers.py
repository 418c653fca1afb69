"""The application identifiers of GS1, read from their table."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.gs1.table import IDENTIFIERS, MEASURES

_PART = re.compile(r"(\[?)([NXYZ])(\.\.)?(\d+)\]?((?:,\w+)*)")


@dataclass(frozen=True)
class Part:
    """One part of a value. charset: N, X, Y or Z. least, most: characters. checks: of its content.

    optional: it may be missing, with all that follow it.
    """

    charset: str
    least: int
    most: int
    optional: bool
    checks: tuple[str, ...]


@dataclass(frozen=True)
class Identifier:
    """One application identifier.

    predefined: no separator need follow its value. attribute: a Digital Link may have it as a
    query parameter. requires: of each of these one group of AIs must be there, too.
    excludes: patterns of AIs that must not. qualifiers: of a Digital Link whose primary key it is,
    in their order; each row is one choice, () = it is no primary key.
    """

    ai: str
    parts: tuple[Part, ...]
    predefined: bool = False
    attribute: bool = False
    requires: tuple[tuple[tuple[str, ...], ...], ...] = ()
    excludes: tuple[str, ...] = ()
    qualifiers: tuple[tuple[str, ...], ...] = ()

    @property
    def most(self) -> int:
        return sum(part.most for part in self.parts)


def identifier(ai: str) -> Identifier | None:
    return all_identifiers().get(ai)


def first_of(text: str) -> Identifier | None:
    """The identifier with which a text begins; no AI is the beginning of another one."""
    return next((found for size in (2, 3, 4) if (found := identifier(text[:size]))), None)


def matches(pattern: str, ai: str) -> bool:
    """Whether a pattern means this AI. "n" in it stands for any digit."""
    return len(pattern) == len(ai) and all(
        mark in ("n", char) for mark, char in zip(pattern, ai, strict=True)
    )


@functools.cache
def all_identifiers() -> Mapping[str, Identifier]:
    return {one.ai: one for one in (*_written(), *_measures())}


def _written() -> Iterator[Identifier]:
    for line in IDENTIFIERS.split("\n"):
        if line:
            ais, marks, *words = line.split()
            first, _, last = ais.partition("-")
            for number in range(int(first), int(last or first) + 1):
                yield _identifier(f"{number:0{len(first)}d}", marks, words)


def _identifier(ai: str, marks: str, words: list[str]) -> Identifier:
    rules = {sign: [word[1:] for word in words if word[0] == sign] for sign in "+!/"}
    return Identifier(
        ai,
        tuple(_part(word) for word in words if word[0] not in "+!/"),
        predefined="*" in marks,
        attribute="?" in marks,
        requires=tuple(
            tuple(tuple(group.split("+")) for group in word.split(",")) for word in rules["+"]
        ),
        excludes=tuple(pattern for word in rules["!"] for pattern in word.split(",")),
        qualifiers=tuple(
            tuple(filter(None, choice.split(",")))
            for word in rules["/"]
            for choice in word.split("|")
        ),
    )


def _part(word: str) -> Part:
    found = _PART.fullmatch(word)
    assert found, word
    optional, charset, up_to, size, checks = found.groups()
    most = int(size)
    return Part(
        charset,
        1 if up_to else most,
        most,
        optional=bool(optional),
        checks=tuple(filter(None, checks.split(","))),
    )


def _measures() -> Iterator[Identifier]:
    for needed, runs in MEASURES.items():
        for run in runs.split():
            first, _, last = run.partition("-")
            for measure in range(int(first), int(last or first) + 1):
                for decimals in range(6):
                    rules = ["N6", f"+{needed}", f"!{measure}n"]
                    yield _identifier(f"{measure}{decimals}", "*?", rules)
