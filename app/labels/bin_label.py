"""Labels of storage places: large text and a barcode, several of them on one sheet.

A place's code becomes a Code 128, which scanners read from a distance, or a QR code where it has
letters that Code 128 has not or is too long for the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.labels import barcodes, typeset
from app.labels.errors import LabelDataError, LabelError, LettersMissing
from app.labels.fonts import Letters
from app.labels.make import MadePage, made_page
from app.labels.model import Box, Code128Bars, Layout, Primitive, QrModules, Text
from app.labels.typeset import Area, TextLine
from app.paper import DPIS, PAPERS, Paper

_GRID = 203  # the numbers below are dots at 203 dpi
_HEIGHT, _WIDTH = 400, 812  # of one label: 50 mm, and 4 inches where the paper has them
_MARGIN = 24
_TEXT_TOP, _TEXT_BOTTOM = 20, 180
_BARS_TOP, _BARS_HEIGHT = 196, 176
_ARROW = 110
_QUIET = 10  # modules on both sides of a Code 128, ISO/IEC 15417
_QUIET_QR = 4
_MOST_MODULE, _LEAST_MODULE = 5, 2  # 0.63 and 0.25 mm


class Arrow(StrEnum):
    """Where the place is, seen from its label: on a beam there are labels of two levels."""

    NONE = ""
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class BinLabel:
    """code: of the place, as text and as barcode."""

    code: str
    arrow: Arrow = Arrow.NONE


def per_sheet(paper: Paper, dpi: int) -> int:
    """How many labels a sheet has, one below the other."""
    return paper.dots(dpi)[1] // _dots(_HEIGHT, dpi)


def make_bin_sheets(
    labels: Sequence[BinLabel], *, dpi: int = 203, paper: Paper = PAPERS["4x6"]
) -> Iterator[MadePage]:
    """The sheets of these labels, each decoded. Raises LabelError."""
    if dpi not in DPIS:
        raise LabelDataError(f"Labels are made for 203 or 300 dpi printers, not {dpi}.")
    size = per_sheet(paper, dpi)
    for first in range(0, len(labels), size):
        sheet = labels[first : first + size]
        yield made_page(_sheet(sheet, dpi, paper), sheet[0].code)


def sorted_out(
    labels: Sequence[BinLabel], *, dpi: int = 203, paper: Paper = PAPERS["4x6"]
) -> tuple[list[BinLabel], list[str]]:
    """Those of these labels that can be made, and what stands against each of the others."""
    good, faults = [], []
    for label in labels:
        try:
            _sheet([label], dpi, paper)
        except LabelError as error:
            faults.append(str(error))
        else:
            good.append(label)
    return good, faults


def _dots(grid: int, dpi: int) -> int:
    return round(grid * dpi / _GRID)


def _sheet(labels: Sequence[BinLabel], dpi: int, paper: Paper) -> Layout:
    width, height = paper.dots(dpi)
    parts: list[Primitive] = []
    for number, label in enumerate(labels):
        top = number * _dots(_HEIGHT, dpi)
        if number:  # where to cut
            parts.append(Box(0, top, width, _dots(2, dpi)))
        parts += _label(label, dpi, width, top)
    return Layout(dpi, width, height, tuple(parts))


def _label(label: BinLabel, dpi: int, width: int, top: int) -> Iterator[Primitive]:
    margin, arrow = _dots(_MARGIN, dpi), _dots(_ARROW, dpi) if label.arrow else 0
    across = min(width, _dots(_WIDTH, dpi))
    left = (width - across) // 2
    symbol = _bars(label.code, dpi, left, across, top) or _qr(label.code, dpi, left, top)
    beside = 0
    if isinstance(symbol, QrModules):
        beside = symbol.x + symbol.module * (len(symbol.rows) + _QUIET_QR) - left
    yield symbol
    bottom = _BARS_TOP + _BARS_HEIGHT if beside else _TEXT_BOTTOM
    text_left = left + max(margin, beside)
    area = Area(
        text_left,
        top + _dots(_TEXT_TOP, dpi),
        left + across - margin - (arrow + margin if arrow else 0) - text_left,
        _dots(bottom - _TEXT_TOP, dpi),
    )
    yield from _text(label.code, area, dpi)
    if label.arrow:
        box = Area(left + across - margin - arrow, area.y, arrow, _dots(_TEXT_BOTTOM - 40, dpi))
        yield from _arrow(box, up=label.arrow is Arrow.UP)


def _text(code: str, area: Area, dpi: int) -> tuple[Text, ...]:
    letters = Letters()
    line = TextLine(letters(code), bold=True)
    if letters.missing:
        raise LettersMissing("".join(letters.missing))
    if line.text != code:  # an emoji would be left out
        raise LabelDataError(f"{code!r} has signs that no label shows.")
    rows = typeset.block([line], area, _dots(130, dpi), _dots(24, dpi), middle=True)
    return typeset.to_centre(rows, area)


def _bars(code: str, dpi: int, left: int, across: int, top: int) -> Code128Bars | None:
    """The widest Code 128 that has room; None = there is none."""
    if not code.isascii():
        return None
    try:
        modules = barcodes.code128(code)
    except LabelDataError:
        return None
    most, least = _dots(_MOST_MODULE, dpi), _dots(_LEAST_MODULE, dpi)
    module = min(most, across // (len(modules) + 2 * _QUIET))
    if module < least:
        return None
    x = left + (across - module * len(modules)) // 2
    y, height = top + _dots(_BARS_TOP, dpi), _dots(_BARS_HEIGHT, dpi)
    return Code128Bars(x, y, module, height, modules, code, gs1=False)


def _qr(code: str, dpi: int, left: int, top: int) -> QrModules:
    rows = barcodes.qr(code)
    side = _dots(_BARS_TOP + _BARS_HEIGHT - _TEXT_TOP, dpi)
    module = max(_dots(3, dpi), side // (len(rows) + 2 * _QUIET_QR))
    quiet = _QUIET_QR * module
    return QrModules(left + quiet, top + _dots(_TEXT_TOP, dpi) + quiet, module, rows, code)


def _arrow(area: Area, *, up: bool) -> Iterator[Box]:
    """A head of rows that grow by two dots, and a shaft."""
    middle, head = area.x + area.width // 2, area.width // 2
    for row in range(head):
        at = area.y + row if up else area.y + area.height - 1 - row
        yield Box(middle - row, at, 2 * row + 1, 1)
    shaft, third = area.height - head, area.width // 3
    y = area.y + head if up else area.y
    yield Box(middle - third // 2, y, third, shaft)
