"""Draws a line of text on a PDF page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.labels import shaping
from app.labels.faces import face

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

_NONZERO = 1  # overlapping contours of one glyph are all filled
_THICKER = 0.035  # em; a stroke of this width makes a regular weight look bold


def draw_line(
    canvas: Canvas, x: float, baseline: float, text: str, size: float, *, bold: bool = False
) -> None:
    """Draw one line from its left end; x, baseline and size in points, y upwards."""
    unit = size / 1000
    for run in shaping.line(text, bold=bold).runs:
        left = x + run.x * unit
        if run.text:
            canvas.setFont(face(bold=bold).name, size)
            canvas.drawString(left, baseline, run.text)
            continue
        path = canvas.beginPath()
        for glyph in run.glyphs:
            _add(path, glyph, left + glyph.x * unit, baseline + glyph.y * unit, unit)
        canvas.setLineWidth(_THICKER * size)
        canvas.drawPath(path, stroke=int(run.heavy), fill=1, fillMode=_NONZERO)


def _add(path: PDFPathObject, glyph: shaping.Glyph, x: float, y: float, unit: float) -> None:
    for kind, values in shaping.outline(glyph.file, glyph.number):
        at = [(x if place % 2 == 0 else y) + value * unit for place, value in enumerate(values)]
        match kind:
            case "M":
                path.moveTo(*at)
            case "L":
                path.lineTo(*at)
            case "C":
                path.curveTo(*at)
            case _:
                path.close()
