"""Sets one line of text in glyphs: which font has each letter, which way it runs, how it is shaped.

Lines that the primary font can set letter by letter stay text. All others are cut into runs of one
font and one direction; HarfBuzz shapes those whose letters join, stack or carry marks, and they are
drawn as outlines. So PDF, raster and all that is made from them look alike.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import resources
from app.domain.letters import JOINERS, bounds, covered, within
from app.labels import bidi
from app.labels.faces import face
from app.labels.font_table import LETTERS

if TYPE_CHECKING:
    import uharfbuzz

_BOLD_SUFFIX = {False: "Regular", True: "Bold"}
_PRIMARY = "NotoSansSC"
_LAST = "NotoSansHan"  # asked for what no other font has
_ONE_WEIGHT = {_LAST: "otf", "NotoSansHangul": "otf"}
_EM = 1000
ABOVE, BELOW = 950.0, 270.0
"""How far the primary font's letters reach from the baseline, in thousandths of the em."""

Contour = tuple[tuple[str, tuple[float, ...]], ...]
"""Drawing steps "M", "L", "C", "Z" with their coordinates, in font units."""


@dataclass(frozen=True)
class Glyph:
    """A glyph of a font's file, placed in thousandths of the em from the start of its run."""

    file: str
    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Run:
    """A part of a line. text: drawn as text in the primary font. x, width: thousandths of the em.

    glyphs: drawn as outlines instead, where text is "". heavy: their font has no bold weight, so
    that a bold line makes them thicker.
    """

    x: float
    width: float
    text: str = ""
    glyphs: tuple[Glyph, ...] = ()
    heavy: bool = False


@dataclass(frozen=True)
class Line:
    """One line, from its left end; lengths in thousandths of the em.

    above, below: how far its letters reach from the baseline, never less than Latin ones do.
    missing: letters of no font.
    """

    runs: tuple[Run, ...]
    width: float
    above: float = ABOVE
    below: float = BELOW
    missing: str = ""


@functools.lru_cache(maxsize=4096)
def line(text: str, *, bold: bool) -> Line:
    """The line, set in glyphs; what no font has is left out and named in `missing`."""
    found = bidi.levels(text) if bidi.runs_right(text) else [0] * len(text)
    runs: list[Run] = []
    missing: list[str] = []
    x = 0.0
    for place, part in _in_visual_order(text, found, bold=bold):
        font, level = place
        if not font:
            missing.append(part)
            continue
        if font == _PRIMARY and not level % 2 and not _has_marks(part):
            width = _advance(part, bold=bold)
            runs.append(Run(x, width, text=part))
        else:
            glyphs, width = _shaped(part, file_of(font, bold=bold), to_left=bool(level % 2))
            heavy = bold and font in _ONE_WEIGHT
            runs.append(Run(x, width, glyphs=glyphs, heavy=heavy))
        x += width
    heights = [
        glyph.y + y
        for run in runs
        for glyph in run.glyphs
        for _, values in outline(glyph.file, glyph.number)
        for y in values[1::2]
    ]
    above, below = max([ABOVE, *heights]), -min([-BELOW, *heights])
    return Line(tuple(runs), x, above, below, "".join(missing))


def _in_visual_order(
    text: str, levels: list[int], *, bold: bool
) -> Iterator[tuple[tuple[str, int], str]]:
    """((font, level), part in reading order) of each run, from the left."""
    placed: list[tuple[tuple[str, int], str]] = []
    start = 0
    for cluster in clusters(text):
        placed.append(((_font_of(cluster), levels[start]), cluster))
        start += len(cluster)
    merged = [
        (key, "".join(part for _, part in same))
        for key, same in groupby(placed, key=lambda item: item[0])
    ]
    for place in bidi.visual_order([level for (_, level), _ in merged]):
        yield merged[place]


def clusters(text: str) -> Iterator[str]:
    """The text in letters with the marks that belong to them; no line may break inside one."""
    start = 0
    for place in range(1, len(text) + 1):
        if place < len(text) and _belongs_to_the_left(text[place]):
            continue
        if start < place:
            yield text[start:place]
        start = place


@functools.lru_cache(maxsize=4096)
def _belongs_to_the_left(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M" or letter in JOINERS


def _has_marks(text: str) -> bool:
    return any(_belongs_to_the_left(letter) for letter in text)


# --- fonts ---------------------------------------------------------------------------------------


@functools.cache
def _bounds(font: str) -> tuple[int, ...]:
    return bounds(LETTERS[font])


def _has(font: str, letter: str) -> bool:
    if letter in JOINERS:
        return True
    if font == _PRIMARY:
        return ord(letter) in face(bold=False).advances
    if font == _LAST:  # asked when all others lack it
        return covered(letter)
    return within(_bounds(font), letter)


@functools.lru_cache(maxsize=4096)
def _font_of(cluster: str) -> str:
    """The font that has all of a cluster; "" = none has.

    Marks are set well only by the font of their letter, so the primary one comes last for them.
    """
    order = (*LETTERS, _PRIMARY, _LAST) if len(cluster) > 1 else (_PRIMARY, *LETTERS, _LAST)
    return next((font for font in order if all(_has(font, each) for each in cluster)), "")


def file_of(font: str, *, bold: bool) -> str:
    """The file of a font's weight. Fonts of very many letters have one weight."""
    if font in _ONE_WEIGHT:
        return f"{font}-Regular.{_ONE_WEIGHT[font]}"
    return f"{font}-{_BOLD_SUFFIX[bold]}.ttf"


def _advance(text: str, *, bold: bool) -> float:
    font = face(bold=bold)
    return sum(font.advances.get(ord(letter), font.default) for letter in text)


@functools.cache
def _font(file: str) -> uharfbuzz.Font:
    import uharfbuzz

    blob = uharfbuzz.Blob.from_file_path(str(resources.path("fonts", file)))
    return uharfbuzz.Font(uharfbuzz.Face(blob))


def _shaped(text: str, file: str, *, to_left: bool) -> tuple[tuple[Glyph, ...], float]:
    """The glyphs of a run from its left end, and its width; thousandths of the em."""
    import uharfbuzz

    font = _font(file)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if to_left else "ltr"
    uharfbuzz.shape(font, buffer)
    unit = _EM / font.face.upem
    x, glyphs = 0.0, []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Glyph(file, info.codepoint, x + at.x_offset * unit, at.y_offset * unit))
        x += at.x_advance * unit
    return tuple(glyphs), x


@functools.lru_cache(maxsize=2048)
def outline(file: str, number: int) -> Contour:
    """The outline of a glyph in thousandths of the em; () of a blank."""
    font = _font(file)
    pen = _Pen(_EM / font.face.upem)
    font.draw_glyph_with_pen(number, pen)
    return tuple(pen.steps)


class _Pen:
    """Takes an outline from HarfBuzz, which calls these methods of fontTools' pen protocol."""

    def __init__(self, unit: float) -> None:
        self.steps: list[tuple[str, tuple[float, ...]]] = []
        self._unit = unit
        self._at = (0.0, 0.0)

    def _step(self, kind: str, *points: tuple[float, float]) -> None:
        scaled = tuple(value * self._unit for point in points for value in point)
        self.steps.append((kind, scaled))
        if points:
            self._at = points[-1]

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802  the protocol's names
        self._step("M", to)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802  the protocol's
        self._step("L", to)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802  the protocol's
        self._step("C", *points)

    def qCurveTo(self, control: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802  the protocol's
        """A quadratic curve as the cubic one that is the same (PDF has no other)."""
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, to
        first = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3)
        second = (x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3)
        self._step("C", first, second, to)

    def closePath(self) -> None:  # noqa: N802  the protocol's
        self._step("Z")

    def endPath(self) -> None:  # noqa: N802  the protocol's
        self._step("Z")
