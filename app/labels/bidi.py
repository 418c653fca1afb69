"""In which order the letters of a line stand where a script runs from right to left.

The Unicode bidirectional algorithm (UAX #9) for one line without embedding marks: `fonts.clean`
has taken those out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "「": "」", "【": "】"}


def runs_right(text: str) -> bool:
    """Whether any letter of the text runs from right to left."""
    return any(unicodedata.bidirectional(letter) in {"R", "AL", "AN"} for letter in text)


def base_level(text: str) -> int:
    """0: the line runs to the right, 1: to the left. Its first letter decides (P2, P3)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return 0
        if kind in _RIGHT_TO_LEFT:
            return 1
    return 0


def levels(text: str) -> list[int]:
    """The level of each letter: even ones run to the right, odd ones to the left."""
    base = base_level(text)
    outer = "R" if base else "L"
    kinds = _numbers(_weak([unicodedata.bidirectional(letter) for letter in text], outer), outer)
    _brackets(text, kinds, outer)
    _neutrals(kinds, outer)
    found = [_level(kind, base) for kind in kinds]
    for place in range(len(text) - 1, -1, -1):  # L1: blanks at the end run as the line does
        if not text[place].isspace():
            break
        found[place] = base
    return found


def visual_order(found: Sequence[int]) -> list[int]:
    """Places in the order in which they stand on the line, from the left (L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def _level(kind: str, base: int) -> int:
    if base == 0:
        return {"L": 0, "R": 1}.get(kind, 2)
    return 1 if kind == "R" else 2


def _weak(kinds: list[str], outer: str) -> list[str]:
    """W1 to W3: marks follow their letter; digits after Arabic letters are Arabic numbers."""
    before, strong = outer, outer
    for place, kind in enumerate(kinds):
        own = before if kind == "NSM" else kind
        if own in {"L", "R", "AL"}:
            strong = own
        elif own == "EN" and strong == "AL":
            own = "AN"
        kinds[place] = before = own
    return ["R" if kind == "AL" else kind for kind in kinds]


def _numbers(kinds: list[str], outer: str) -> list[str]:
    """W4 to W7: signs that belong to numbers, and numbers in text that runs to the right."""
    for place in range(1, len(kinds) - 1):
        around = {kinds[place - 1], kinds[place + 1]}
        if around == {"EN"} and kinds[place] in {"ES", "CS"}:
            kinds[place] = "EN"
        elif around == {"AN"} and kinds[place] == "CS":
            kinds[place] = "AN"
    for start, end in _spans(kinds, lambda kind: kind == "ET"):
        if "EN" in {*kinds[max(0, start - 1) : start], *kinds[end : end + 1]}:
            kinds[start:end] = ["EN"] * (end - start)
    strong = outer
    for place, kind in enumerate(kinds):
        if kind in {"ES", "ET", "CS", "BN"}:
            kinds[place] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _spans(kinds: Sequence[str], belongs: Callable[[str], bool]) -> list[tuple[int, int]]:
    found, start = [], 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and belongs(kinds[end]):
            end += 1
        if end > start:
            found.append((start, end))
        start = max(end, start + 1)
    return found


def _strong(kind: str) -> str:
    """The direction of a letter or number; "" of anything else."""
    return "R" if kind in _NUMBERS else kind if kind in {"L", "R"} else ""


def _brackets(text: str, kinds: list[str], outer: str) -> None:
    """N0: a pair of brackets runs as the text in it, if that runs as the line does."""
    waiting: list[tuple[str, int]] = []
    pairs = []
    for place, letter in enumerate(text):
        if letter in _BRACKETS:
            waiting.append((_BRACKETS[letter], place))
        elif letter in _BRACKETS.values():
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == letter:
                    pairs.append((waiting[depth][1], place))
                    del waiting[depth:]
                    break
    for opening, closing in sorted(pairs):
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {""}
        if outer in inside:
            kinds[opening] = kinds[closing] = outer
        elif inside:
            before = [found for kind in kinds[:opening] if (found := _strong(kind))]
            context = before[-1] if before else outer
            kinds[opening] = kinds[closing] = context if context in inside else outer


def _neutrals(kinds: list[str], outer: str) -> None:
    """N1, N2: blanks and signs run as the text on both sides, else as the line."""
    for start, end in _spans(kinds, _NEUTRAL.__contains__):
        left = _strong(kinds[start - 1]) if start else outer
        right = _strong(kinds[end]) if end < len(kinds) else outer
        kinds[start:end] = [left if left == right else outer] * (end - start)
