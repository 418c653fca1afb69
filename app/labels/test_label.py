"""The test label, which shows that a printer prints and that a scanner reads what it prints.

A frame on the outermost safe dots shows misalignment; the bars show a worn or dirty head.
"""

from __future__ import annotations

from app.labels import barcodes, typeset
from app.labels.errors import LabelDataError
from app.labels.fonts import Letters
from app.labels.make import MadePage, made_page
from app.labels.model import Box, Code128Bars, Layout, Primitive, QrModules
from app.labels.typeset import Area, TextLine
from app.paper import DPIS, PAPERS, Paper

_MODULE = {203: 4, 300: 6}  # in dots, 0.5 mm: readable even from a worn head
_QR_MODULE = {203: 8, 300: 12}
_RULER_MM = 10


def make_test_label(
    code: str, lines: tuple[str, ...], *, dpi: int = 203, paper: Paper = PAPERS["4x6"]
) -> MadePage:
    """The label. code: becomes a Code 128, to be scanned. lines: more text. Raises LabelError."""
    if dpi not in DPIS:
        raise LabelDataError(f"Labels are made for 203 or 300 dpi printers, not {dpi}.")
    return made_page(_layout(code, lines, dpi, paper), code)


def _layout(code: str, lines: tuple[str, ...], dpi: int, paper: Paper) -> Layout:
    (width, height), unit = paper.dots(dpi), dpi / 203
    letters = Letters()
    edge, thick = round(16 * unit), round(4 * unit)
    parts: list[Primitive] = [
        Box(edge, edge, width - 2 * edge, thick),
        Box(edge, height - edge - thick, width - 2 * edge, thick),
        Box(edge, edge, thick, height - 2 * edge),
        Box(width - edge - thick, edge, thick, height - 2 * edge),
    ]
    millimetre = dpi / 25.4
    for number in range(7):  # a ruler in steps of 10 mm, which shows stretching
        y = round(edge + number * _RULER_MM * millimetre)
        parts.append(Box(edge, y, round(30 * unit), thick))
    area = Area(round(80 * unit), round(60 * unit), width - round(160 * unit), round(330 * unit))
    text = [TextLine(letters(line), bold=number == 0) for number, line in enumerate(lines)]
    parts += typeset.to_centre(typeset.block(text, area, round(64 * unit), round(18 * unit)), area)
    rows = barcodes.qr(code)
    module = _QR_MODULE[dpi]
    parts.append(
        QrModules((width - module * len(rows)) // 2, round(420 * unit), module, rows, code)
    )
    modules = barcodes.code128(code)
    bar = _MODULE[dpi]
    left = (width - bar * len(modules)) // 2
    parts.append(
        Code128Bars(left, round(720 * unit), bar, round(260 * unit), modules, code, gs1=False)
    )
    foot = Area(round(80 * unit), round(1000 * unit), width - round(160 * unit), round(80 * unit))
    parts += typeset.to_centre(
        typeset.block([TextLine(code, bold=True)], foot, round(56 * unit), round(18 * unit)), foot
    )
    return Layout(dpi, width, height, tuple(parts))
