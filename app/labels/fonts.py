"""Texts as lines in print: what is left out, how wide they are, where they break."""

from __future__ import annotations

import functools
import math
import unicodedata
from typing import TYPE_CHECKING

from app.domain import letters
from app.labels import shaping
from app.labels.faces import face

if TYPE_CHECKING:
    from collections.abc import Iterable

REPLACEMENT = "\ufffd"
_NOT_AT_LINE_START = frozenset("，。、；：？！）》」』】〉…·,.;:?!)%")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line, in the unit of size."""
    return shaping.line(text, bold=bold).width * size / 1000


def reach(text: str, *, bold: bool = False) -> tuple[float, float]:
    """How far a line reaches above and below its baseline, in em."""
    line = shaping.line(text, bold=bold)
    return line.above / 1000, line.below / 1000


def clean(text: str) -> str:
    """The text as it is printed: without ornaments, control and formatting characters."""
    return letters.printable(text)


class Letters:
    """Cleans texts for print and remembers what no font has."""

    def __init__(self) -> None:
        self._missing: dict[str, None] = {}  # used as a set in order

    def __call__(self, text: str) -> str:
        """The text as it can be printed. A letter that no font has becomes U+FFFD, visibly."""
        cleaned = clean(text)
        lost = letters.unprintable(cleaned)
        if not lost:
            return cleaned
        self._missing.update(dict.fromkeys(lost))
        return "".join(REPLACEMENT if letter in lost else letter for letter in cleaned)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(self._missing)


# --- line breaking -------------------------------------------------------------------------------


@functools.lru_cache(maxsize=4096)
def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


@functools.lru_cache(maxsize=256)
def _pieces(text: str) -> tuple[str, ...]:
    """The parts between which a line may break: words with their space, and single Han letters."""
    pieces: list[str] = []
    for letter in text:
        glue = (
            pieces
            and not pieces[-1].endswith((" ", "-"))
            and (
                letter == " "
                or letter in _NOT_AT_LINE_START
                or not (_is_wide(letter) or _is_wide(pieces[-1][-1]))
            )
        )
        if glue:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return tuple(pieces)


def wrap(
    text: str, size: float, limit: float, *, bold: bool = False, break_words: bool = True
) -> tuple[str, ...] | None:
    """The text in lines no wider than limit, which is in the unit of size.

    None where a single word is wider and break_words is not set.
    """
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(text):
        if used + width(piece.rstrip(), size, bold=bold) <= limit:
            line += piece
            used += width(piece, size, bold=bold)
            continue
        if line:
            lines.append(line.rstrip())
        line = piece
        while width(line.rstrip(), size, bold=bold) > limit:
            if not break_words:
                return None
            fitting = _fitting(line, size, limit, bold=bold)
            lines.append(line[:fitting])
            line = line[fitting:]
        used = width(line, size, bold=bold)
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _fitting(text: str, size: float, limit: float, *, bold: bool) -> int:
    """How many letters fit, at least the first one with its marks."""
    count = 0
    for cluster in shaping.clusters(text):
        if count and width(text[: count + len(cluster)], size, bold=bold) > limit:
            break
        count += len(cluster)
    return count


def ceil_width(text: str, size: int, *, bold: bool) -> int:
    return math.ceil(width(text, size, bold=bold))


def preload(weights: Iterable[bool] = (False, True)) -> None:
    for bold in weights:
        face(bold=bold)
