"""A4 pages of text, tables and barcodes; lengths in millimetres, y downwards, sizes in points.

The pages are dealt out here and not by reportlab's LongTable: that took 50 lines more for the same
pages and five times as long, since it must lay everything out twice to number them.
The PDF writer and the encoders are loaded only when something is drawn.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from app.labels import fonts, icon
from app.labels.draw import draw_line
from app.labels.fonts import Letters

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT = 15.0, 195.0
BOTTOM = 280.0  # the foot of the page is below
FOOT = 287.0
_MOST_CODES = 8

POINT = 25.4 / 72  # in mm
LEADING = 1.3  # line distance in em
_ASCENT = 0.95


class Align(Enum):
    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class Pen:
    """Draws on the pages of one document. A letter that the font lacks becomes U+FFFD, visibly."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._letters = Letters()

    def lost(self) -> tuple[str, ...]:
        """The letters that stand as U+FFFD since this was asked last."""
        missing, self._letters = self._letters.missing, Letters()
        return missing

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
        y = (HEIGHT - baseline) / POINT
        draw_line(self._canvas, left / POINT, y, shown, size, bold=bold)

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
        """Draw lines below each other; returns the y where they end."""
        for line in lines:
            self.text(x, top + size * POINT * _ASCENT, line, size, bold=bold, align=align)
            top += size * POINT * LEADING
        return top

    def box(self, x: float, y: float, width: float, height: float, *, grey: float = 0) -> None:
        """Fill a rectangle; grey 0 is black, 1 is white."""
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
        """Draw a thin dashed outline along which a person cuts."""
        self._canvas.saveState()
        self._canvas.setLineWidth(0.4)
        self._canvas.setDash(3, 3)
        self._canvas.rect(x / POINT, (HEIGHT - y - height) / POINT, width / POINT, height / POINT)
        self._canvas.restoreState()

    def icon(self, x: float, y: float, size: float, name: str) -> None:
        """Draw an icon of the screens in a square whose upper left corner is x, y."""
        unit = size / icon.UNITS

        def placed(points: tuple[float, ...]) -> list[float]:
            return [
                (x + value * unit) / POINT if at % 2 == 0 else (HEIGHT - y - value * unit) / POINT
                for at, value in enumerate(points)
            ]

        path = self._canvas.beginPath()
        for kind, points in icon.outline(name):
            match kind:
                case "M":
                    path.moveTo(*placed(points))
                case "L":
                    path.lineTo(*placed(points))
                case "C":
                    path.curveTo(*placed(points))
                case _:
                    path.close()
        self._canvas.saveState()
        self._canvas.setLineWidth(icon.STROKE * unit / POINT)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        self._canvas.drawPath(path, stroke=1, fill=0)
        self._canvas.restoreState()

    def image(self, x: float, y: float, width: float, height: float, picture: bytes) -> None:
        """Draw a picture as large as it fits, at the left. Raises LabelDataError if it is none."""
        from PIL import UnidentifiedImageError
        from reportlab.lib.utils import ImageReader

        from app.labels.errors import LabelDataError

        bottom = (HEIGHT - y - height) / POINT
        try:
            self._canvas.drawImage(
                ImageReader(io.BytesIO(picture)),
                x / POINT,
                bottom,
                width / POINT,
                height / POINT,
                mask="auto",
                preserveAspectRatio=True,
                anchor="w",
            )
        except (OSError, ValueError, SyntaxError, UnidentifiedImageError) as error:
            raise LabelDataError("The logo is no picture that can be read.") from error

    def bars(self, x: float, y: float, modules: str, module: float, height: float) -> None:
        """Draw a linear symbol as one path; modules are from barcodes.py."""
        from app.labels.pdf import fill, runs

        rectangles = (
            (x + start * module, y, length * module, height) for start, length in runs(modules)
        )
        fill(self._canvas, rectangles, 1 / POINT, HEIGHT / POINT)

    def squares(self, x: float, y: float, rows: Sequence[str], module: float) -> None:
        """Draw a 2D symbol as one path; rows are from barcodes.py."""
        from app.labels.pdf import fill, runs

        rectangles = (
            (x + start * module, y + number * module, length * module, module)
            for number, row in enumerate(rows)
            for start, length in runs(row)
        )
        fill(self._canvas, rectangles, 1 / POINT, HEIGHT / POINT)


@dataclass(frozen=True)
class Block:
    """Something that is never split between two pages. draw: gets the pen and the block's top.

    head: drawn above the block where the block begins a page, such as a table's column titles.
    with_next: the block stands on the same page as the next one.
    """

    height: float
    draw: Callable[[Pen, float], None]
    head: Block | None = None
    with_next: bool = False


@dataclass(frozen=True)
class A4Page:
    """One page of a document. number and count begin at 1; blocks: (top, block)."""

    number: int
    count: int
    blocks: tuple[tuple[float, Block], ...]


def paginate(blocks: Sequence[Block], first_top: float, next_top: float) -> tuple[A4Page, ...]:
    """Deal the blocks out to pages, at least one. first_top, next_top: where blocks begin there."""
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
    """Height of the block and of all that must be on the same page."""
    height = blocks[place].height
    while blocks[place].with_next and place + 1 < len(blocks):
        place += 1
        height += blocks[place].height
    return height


def draw(
    title: str,
    pages: Sequence[A4Page],
    around: Callable[[Pen, A4Page], None],
    lost: Callable[[str], str] = lambda codes: f"\ufffd = {codes}",
) -> bytes:
    """The PDF. around: draws what is not in a block. The same input gives the same bytes.

    lost: the sentence at the foot of a page on which letters stand as U+FFFD, from their codes.
    """
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
        if letters := pen.lost():
            codes = ", ".join(f"U+{ord(letter):04X}" for letter in letters[:_MOST_CODES])
            more = " ..." if len(letters) > _MOST_CODES else ""
            pen.text(WIDTH / 2, FOOT - 4, lost(codes + more), 8, align=Align.CENTRE)
            pen.lost()
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
_MOST_LINES = 12  # of one cell, so that a row is never higher than a page


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of at most `width` mm. Only words that are longer than a line break."""
    return fonts.wrap(fonts.clean(text), size, width / POINT, bold=bold) or ()


def one_line(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """The text, cut to `width` mm; then an ellipsis ends it."""
    return (*shortened(text, size, width, 1, bold=bold), "")[0]


def shortened(
    text: str, size: float, width: float, most: int, *, bold: bool = False
) -> tuple[str, ...]:
    """The text in at most `most` lines; an ellipsis ends the last one where there was more."""
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
    """The SSCC as people read it, "(00) 3 9501101 000000001 8". Other texts stay as they are."""
    if len(sscc) != 18:
        return sscc
    return f"(00) {sscc[0]} {sscc[1:8]} {sscc[8:17]} {sscc[17]}"
