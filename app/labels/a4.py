"""A4 pages of text, tables and barcodes; lengths in millimetres, y downwards, sizes in points.

Light to import: the PDF writer and the encoders are loaded when something is drawn.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from app.labels import fonts
from app.labels.fonts import Letters

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT = 15.0, 195.0
BOTTOM = 280.0  # below it stands the foot of the page
FOOT = 287.0

POINT = 25.4 / 72  # mm
LEADING = 1.3  # line distance in em
_ASCENT = 0.95


class Align(Enum):
    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class Pen:
    """Draws on the pages of one document; letters without a glyph become U+FFFD, visibly."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._letters = Letters()

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
    ) -> None:
        shown = self._letters(text)
        used = fonts.width(shown, size, bold=bold) * POINT
        left = {Align.LEFT: x, Align.CENTRE: x - used / 2, Align.RIGHT: x - used}[align]
        self._canvas.setFont(fonts.face(bold=bold).name, size)
        self._canvas.drawString(left / POINT, (HEIGHT - baseline) / POINT, shown)

    def lines(
        self,
        x: float,
        top: float,
        lines: Sequence[str],
        size: float,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
    ) -> float:
        """Lines below each other; returns where they end."""
        for line in lines:
            self.text(x, top + size * POINT * _ASCENT, line, size, bold=bold, align=align)
            top += size * POINT * LEADING
        return top

    def box(self, x: float, y: float, width: float, height: float, *, grey: float = 0) -> None:
        """A filled rectangle; grey 0 is black, 1 white."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(
            x / POINT,
            (HEIGHT - y - height) / POINT,
            width / POINT,
            height / POINT,
            stroke=0,
            fill=1,
        )
        self._canvas.setFillGray(0)

    def rule(self, y: float, *, x: float = LEFT, right: float = RIGHT, thick: float = 0.2) -> None:
        self.box(x, y, right - x, thick)

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """A thin outline, dashed: where to cut."""
        self._canvas.saveState()
        self._canvas.setLineWidth(0.4)
        self._canvas.setDash(3, 3)
        self._canvas.rect(x / POINT, (HEIGHT - y - height) / POINT, width / POINT, height / POINT)
        self._canvas.restoreState()

    def bars(self, x: float, y: float, modules: str, module: float, height: float) -> None:
        """A linear symbol of modules from barcodes.py as one path."""
        from app.labels.pdf import fill, runs

        rectangles = (
            (x + start * module, y, length * module, height) for start, length in runs(modules)
        )
        fill(self._canvas, rectangles, 1 / POINT, HEIGHT / POINT)


@dataclass(frozen=True)
class Block:
    """Something that stands on one page as a whole.

    head: repeated above the block where it begins a page (a table's column titles).
    with_next: never the last one on its page.
    """

    height: float
    draw: Callable[[Pen, float], None]
    head: Block | None = None
    with_next: bool = False


@dataclass(frozen=True)
class A4Page:
    """number and count from 1; blocks with the top of each."""

    number: int
    count: int
    blocks: tuple[tuple[float, Block], ...]


def paginate(blocks: Sequence[Block], first_top: float, next_top: float) -> tuple[A4Page, ...]:
    """Deals the blocks out to pages; a document has at least one page."""
    pages: list[list[tuple[float, Block]]] = [[]]
    top = first_top
    for place, block in enumerate(blocks):
        if pages[-1] and top + _together(blocks, place) > BOTTOM:
            pages.append([])
            top = next_top
            if block.head is not None:
                pages[-1].append((top, block.head))
                top += block.head.height
        pages[-1].append((top, block))
        top += block.height
    return tuple(A4Page(number, len(pages), tuple(page)) for number, page in enumerate(pages, 1))


def _together(blocks: Sequence[Block], place: int) -> float:
    """Height of the block and of all that must not be torn off it."""
    height = blocks[place].height
    while blocks[place].with_next and place + 1 < len(blocks):
        place += 1
        height += blocks[place].height
    return height


def draw(title: str, pages: Sequence[A4Page], around: Callable[[Pen, A4Page], None]) -> bytes:
    """The PDF; around draws what stands outside the blocks. The same input gives the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=(WIDTH / POINT, HEIGHT / POINT), invariant=1, pageCompression=1
    )
    canvas.setTitle(fonts.clean(title))
    pen = Pen(canvas)
    for page in pages:
        around(pen, page)
        for top, block in page.blocks:
            block.draw(pen, top)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


# --- tables --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TableColumn:
    title: str
    x: float
    width: float
    align: Align = Align.LEFT
    bold: bool = False

    @property
    def anchor(self) -> float:
        return {
            Align.LEFT: self.x,
            Align.CENTRE: self.x + self.width / 2,
            Align.RIGHT: self.x + self.width,
        }[self.align]


_ROW_SIZE = 9.0
_HEAD_SIZE = 8.0
_PADDING = 1.3  # above and below a row's text
_MOST_LINES = 12  # of a cell: a row must never be higher than a page


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines of at most `width` mm; words that are longer break."""
    return fonts.wrap(fonts.clean(text), size, width / POINT, bold=bold) or ()


def one_line(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than `width` mm."""
    return (*shortened(text, size, width, 1, bold=bold), "")[0]


def shortened(
    text: str, size: float, width: float, most: int, *, bold: bool = False
) -> tuple[str, ...]:
    """At most `most` lines; an ellipsis tells that there was more."""
    lines = wrapped(text, size, width, bold=bold)
    if len(lines) <= most:
        return lines
    last = wrapped(lines[most - 1], size, width - size * POINT, bold=bold)[0]
    return (*lines[: most - 1], last + "…")


def table_head(columns: Sequence[TableColumn]) -> Block:
    """Column titles above a thick rule."""
    titles = [wrapped(column.title, _HEAD_SIZE, column.width, bold=True) for column in columns]
    text_height = max(len(lines) for lines in titles) * _HEAD_SIZE * POINT * LEADING
    height = text_height + 2 * _PADDING

    def paint(pen: Pen, top: float) -> None:
        for column, lines in zip(columns, titles, strict=True):
            own = len(lines) * _HEAD_SIZE * POINT * LEADING
            start = top + _PADDING + text_height - own
            pen.lines(column.anchor, start, lines, _HEAD_SIZE, bold=True, align=column.align)
        pen.rule(top + height - 0.5, thick=0.5)

    return Block(height, paint, with_next=True)


def table_row(columns: Sequence[TableColumn], values: Sequence[str], head: Block) -> Block:
    """One row, as high as its longest cell, above a hair rule."""
    cells = [
        shortened(value, _ROW_SIZE, column.width, _MOST_LINES, bold=column.bold)
        for column, value in zip(columns, values, strict=True)
    ]
    height = max(1, *map(len, cells)) * _ROW_SIZE * POINT * LEADING + 2 * _PADDING

    def paint(pen: Pen, top: float) -> None:
        for column, lines in zip(columns, cells, strict=True):
            pen.lines(
                column.anchor,
                top + _PADDING,
                lines,
                _ROW_SIZE,
                bold=column.bold,
                align=column.align,
            )
        pen.box(LEFT, top + height - 0.1, RIGHT - LEFT, 0.1, grey=0.6)

    return Block(height, paint, head)


# --- symbols -------------------------------------------------------------------------------------

# 9 dots of 600 dpi, 0.381 mm: within 0.250-0.495 mm for general scanning of GS1-128 (GS1 General
# Specifications, symbol specification tables), and on whole dots of office printers.
MODULE = 9 * 25.4 / 600


def sscc_text(sscc: str) -> str:
    """ "(00) 3 9501101 000000001 8"; what is not 18 digits stays as it is."""
    if len(sscc) != 18:
        return sscc
    return f"(00) {sscc[0]} {sscc[1:8]} {sscc[8:17]} {sscc[17]}"
