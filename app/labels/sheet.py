"""An A4 page under a list: text, barcodes, tables that go over as many pages as they need.

Lengths are points (1/72 inch), y grows downwards from the top of the page. What is drawn is kept
until `finish`, because only then it is known how many pages there are.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.labels import fonts
from app.labels.barcodes import code128
from app.labels.pdf import fill, runs

MARGIN = 42.0
LINE = 15.0

Drawing = Callable[[Canvas], None]


class Sheet:
    """page_words: "Page {page} of {pages}"; y: where the next thing goes."""

    def __init__(self, title: str, page_words: str) -> None:
        self.width, self.height = A4
        self.y = MARGIN
        self._title = title
        self._page_words = page_words
        self._pages: list[list[Drawing]] = [[]]
        self._letters = fonts.Letters()

    def text(
        self,
        text: str,
        x: float = MARGIN,
        *,
        size: float = 10,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        """One line at y; right: it ends at x. A letter the font lacks is replaced visibly."""
        shown, baseline = self._letters(text), self.height - self.y - size

        def draw(canvas: Canvas) -> None:
            canvas.setFont(fonts.face(bold=bold).name, size)
            (canvas.drawRightString if right else canvas.drawString)(x, baseline, shown)

        self._pages[-1].append(draw)

    def rule(self, x: float = MARGIN, width: float | None = None) -> None:
        """A thin line at y, as wide as the text where no width is given."""
        length = self.width - 2 * MARGIN if width is None else width
        y = self.height - self.y
        self._pages[-1].append(lambda canvas: canvas.line(x, y, x + length, y))

    def frame(self, x: float, width: float, height: float) -> None:
        """The outline of a card from y downwards."""
        bottom = self.height - self.y - height
        self._pages[-1].append(lambda canvas: canvas.rect(x, bottom, width, height))

    def barcode(
        self, text: str, x: float, *, module: float = 1.0, height: float = 36, right: bool = False
    ) -> None:
        """Code 128 at y; right: it ends at x. module: points of the narrowest bar."""
        modules = code128(text)
        x -= len(modules) * module if right else 0
        bars = [
            (x + start * module, self.y, length * module, height) for start, length in runs(modules)
        ]
        self._pages[-1].append(lambda canvas: fill(canvas, iter(bars), 1.0, self.height))

    def down(self, distance: float = LINE) -> None:
        self.y += distance

    def room(self, distance: float) -> bool:
        """Whether that much fits on this page above its foot."""
        return self.y + distance <= self.height - MARGIN

    def new_page(self) -> None:
        self._pages.append([])
        self.y = MARGIN

    def finish(self) -> bytes:
        """The PDF, its pages numbered."""
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=A4, invariant=1, pageCompression=1)
        canvas.setTitle(self._title)
        for number, drawings in enumerate(self._pages, start=1):
            canvas.setLineWidth(0.7)
            for draw in drawings:
                draw(canvas)
            canvas.setFont(fonts.face(bold=False).name, 8)
            words = self._page_words.format(page=number, pages=len(self._pages))
            canvas.drawRightString(self.width - MARGIN, MARGIN - 18, words)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()


class Table:
    """columns: (heading, width in points, right-aligned). Headings come again on every page."""

    def __init__(self, sheet: Sheet, columns: Sequence[tuple[str, float, bool]]) -> None:
        self._sheet = sheet
        self._columns = columns

    def head(self) -> None:
        self._cells([heading for heading, _, _ in self._columns], bold=True)
        self._sheet.rule()
        self._sheet.down(4)

    def row(self, cells: Sequence[str]) -> None:
        if not self._sheet.room(LINE * 3):
            self._sheet.new_page()
            self.head()
        self._cells(cells, bold=False)

    def _cells(self, cells: Sequence[str], *, bold: bool) -> None:
        """A long cell wraps; the row is as high as its highest cell."""
        sheet, x, rows = self._sheet, MARGIN, 1
        top = sheet.y
        for (_, width, right), cell in zip(self._columns, cells, strict=True):
            lines = fonts.wrap(fonts.clean(cell), 9, width - 6, bold=bold) or ("",)
            for n, line in enumerate(lines):
                sheet.y = top + n * 12
                sheet.text(line, x + (width - 6 if right else 0), size=9, bold=bold, right=right)
            rows = max(rows, len(lines))
            x += width
        sheet.y = top + rows * 12 + 4
