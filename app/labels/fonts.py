"""The bundled font: its registration with the PDF writer, widths, missing letters, line breaks."""

from __future__ import annotations

import functools
import math
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from collections.abc import Iterable

REPLACEMENT = "\ufffd"
_FILES = {False: "NotoSansSC-Regular", True: "NotoSansSC-Bold"}
_NOT_AT_LINE_START = frozenset("，。、；：？！）》」』】〉…·,.;:?!)%")


@dataclass(frozen=True)
class Face:
    """One weight of the font. advances: widths by code point, in thousandths of the em."""

    name: str
    advances: dict[int, float]
    default: float


@functools.cache
def face(*, bold: bool) -> Face:
    """The font's face, loaded and registered at the first call (about 20 ms)."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = _FILES[bold]
    font = TTFont(name, str(resources.path("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return Face(name, font.face.charWidths, font.face.defaultWidth)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line, in the unit of size."""
    font = face(bold=bold)
    advances, default = font.advances, font.default
    return sum(advances.get(ord(letter), default) for letter in text) * size / 1000


def clean(text: str) -> str:
    """The text in composed letters and single spaces, without control and formatting characters."""
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(
        " " if letter.isspace() else letter
        for letter in composed
        if letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cf")
    )
    return " ".join(spaced.split())


class Letters:
    """Cleans texts for print and remembers the letters that the font does not have."""

    def __init__(self) -> None:
        self._missing: dict[str, None] = {}  # used as a set in order

    def __call__(self, text: str) -> str:
        """The text as it can be printed. A letter that the font lacks becomes U+FFFD, visibly."""
        known = face(bold=False).advances
        cleaned = clean(text)
        lost = [letter for letter in cleaned if ord(letter) not in known]
        if not lost:
            return cleaned
        self._missing.update(dict.fromkeys(lost))
        return "".join(letter if ord(letter) in known else REPLACEMENT for letter in cleaned)

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
    """How many letters fit, at least one."""
    count = 1
    while count < len(text) and width(text[: count + 1], size, bold=bold) <= limit:
        count += 1
    return count


def ceil_width(text: str, size: int, *, bold: bool) -> int:
    return math.ceil(width(text, size, bold=bold))


def preload(weights: Iterable[bool] = (False, True)) -> None:
    for bold in weights:
        face(bold=bold)
