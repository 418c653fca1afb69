"""A layout as a PDF page with embedded fonts; symbols are single paths on whole dots."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
from reportlab.pdfgen.canvas import Canvas

from app.labels.draw import draw_line
from app.labels.model import Box, Code128Bars, Layout, QrModules, Text
from app.labels.raster import PDFIUM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

POINTS_PER_INCH = 72

Rectangle = tuple[float, float, float, float]  # x, y, width, height; y downwards


def label_pdf(page: Layout, title: str = "") -> bytes:
    """One page of exactly width x height dots; the same layout gives the same bytes."""
    dot = POINTS_PER_INCH / page.dpi
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=(page.width * dot, page.height * dot), invariant=1, pageCompression=1
    )
    canvas.setTitle(title)
    for part in page.primitives:
        match part:
            case Text():
                y = (page.height - part.y) * dot
                draw_line(canvas, part.x * dot, y, part.text, part.size * dot, bold=part.bold)
            case Box():
                bounds = (part.x, part.y, part.width, part.height)
                fill(canvas, iter([bounds]), dot, page.height * dot)
            case Code128Bars():
                fill(canvas, bars(part), dot, page.height * dot)
            case QrModules():
                fill(canvas, squares(part), dot, page.height * dot)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def one_file(pages: Iterable[bytes]) -> bytes:
    """Several PDFs as one, their pages in this order."""
    buffer = io.BytesIO()
    with PDFIUM:
        whole = pypdfium2.PdfDocument.new()
        for page in pages:
            part = pypdfium2.PdfDocument(page)
            whole.import_pages(part)
            part.close()
        whole.save(buffer)
        whole.close()
    return buffer.getvalue()


def fill(canvas: Canvas, rectangles: Iterator[Rectangle], unit: float, top: float) -> None:
    """Fills all rectangles as one path; unit in points; top: the page's height in points."""
    path = canvas.beginPath()
    for x, y, width, height in rectangles:
        path.rect(x * unit, top - (y + height) * unit, width * unit, height * unit)
    canvas.drawPath(path, stroke=0, fill=1)


def runs(modules: str) -> Iterator[tuple[int, int]]:
    """Start and length of each run of "1"."""
    start = modules.find("1")
    while start >= 0:
        end = modules.find("0", start)
        end = len(modules) if end < 0 else end
        yield start, end - start
        start = modules.find("1", end)


def bars(part: Code128Bars) -> Iterator[Rectangle]:
    for start, length in runs(part.modules):
        yield part.x + start * part.module, part.y, length * part.module, part.height


def squares(part: QrModules) -> Iterator[Rectangle]:
    for number, row in enumerate(part.rows):
        for start, length in runs(row):
            x, y = part.x + start * part.module, part.y + number * part.module
            yield x, y, length * part.module, part.module
