"""Our table against GS1's own dictionary, where somebody has put it.

The file is not part of this project: `PACKBENCH_GS1_DICTIONARY` names it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.domain.gs1 import identifiers
from app.domain.gs1.checks import holds
from app.domain.gs1.identifiers import Identifier, Part

NAMED = os.environ.get("PACKBENCH_GS1_DICTIONARY", "")


def _part(word: str) -> Part:
    optional, word = word.startswith("["), word.replace("[", "").replace("]", "")
    shape, *checks = word.split(",")
    size = int(shape[1:].strip("."))
    return Part(shape[0], 1 if ".." in shape else size, size, optional, tuple(checks))


def _line(text: str) -> dict[str, Identifier]:
    """One line of the dictionary, for every AI of its range."""
    words = text.split("#", maxsplit=1)[0].split()
    if not words:
        return {}
    first, _, last = words[0].partition("-")
    flags = words[1] if set(words[1]) <= set("*?!\"$%&'()+,-./:;<=>@[\\]^_`{|}~") else ""
    rest = words[2:] if flags else words[1:]
    of = {
        key: [word.partition("=")[2] for word in rest if word.partition("=")[0] == key]
        for key in ("req", "ex", "dlpkey")
    }
    parts = tuple(
        _part(word) for word in rest if word.partition("=")[0] not in ("req", "ex", "dlpkey")
    )
    return {
        ai: Identifier(
            ai,
            parts,
            "*" in flags,
            "?" in flags,
            tuple(tuple(tuple(g.split("+")) for g in word.split(",")) for word in of["req"]),
            tuple(pattern for word in of["ex"] for pattern in word.split(",")),
            tuple(
                tuple(filter(None, choice.split(",")))
                for word in of["dlpkey"]
                for choice in word.split("|")
            ),
        )
        for ai in (f"{n:0{len(first)}d}" for n in range(int(first), int(last or first) + 1))
    }


@pytest.mark.skipif(not NAMED, reason="PACKBENCH_GS1_DICTIONARY names no dictionary of GS1")
def test_our_table_says_what_the_dictionary_says() -> None:
    theirs: dict[str, Identifier] = {}
    for line in Path(NAMED).read_text(encoding="utf-8").splitlines():
        theirs |= _line(line)
    assert len(theirs) > 500
    assert identifiers.all_identifiers() == theirs


def test_every_check_of_the_table_is_known() -> None:
    found = identifiers.all_identifiers().values()
    checks = {check for one in found for part in one.parts for check in part.checks}
    assert len(checks) > 25
    assert {check for check in checks if holds(check, "")} <= {"pcenc", "nozeroprefix"}


def test_no_identifier_begins_another() -> None:
    ais = set(identifiers.all_identifiers())
    assert not [ai for ai in ais if ai[:2] in ais - {ai} or ai[:3] in ais - {ai}]


def test_what_is_named_beside_an_identifier_exists() -> None:
    every = identifiers.all_identifiers()
    for one in every.values():
        named = [
            *one.excludes,
            *(pattern for groups in one.requires for group in groups for pattern in group),
            *(ai for choice in one.qualifiers for ai in choice),
        ]
        for pattern in named:
            assert any(identifiers.matches(pattern, ai) for ai in every), (one.ai, pattern)
