"""Places a shipping label on the dots of its paper.

Top to bottom: sender (small) and parcel, service (huge), receiver (large) and QR code, routing
(bold), facts, SSCC barcode with its digits at the foot, where a conveyor's scanner looks for it.
Larger paper gives the receiver and the texts more room; symbols and letters keep their sizes. On
sheets larger than A5 the label stands at the top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.address import Address
from app.domain.codes import copy_code
from app.labels import barcodes, typeset
from app.labels.errors import LabelDataError, LabelDoesNotFit, LettersMissing
from app.labels.fonts import Letters
from app.labels.model import Box, Code128Bars, Layout, Primitive, QrModules, ShippingLabel, Text
from app.labels.typeset import Area, TextLine
from app.paper import DPIS, PAPERS, Paper

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRID = 203  # the numbers below are dots at 203 dpi, on 4 x 6 inches

# GS1 General Specifications, symbol specification table 5 (logistic units): X-dimension
# 0.495-0.940 mm, bars at least 31.75 mm high, quiet zones of 10 X (156 modules leave 23 and 22).
_BAR_MODULE = {203: 4, 300: 6}
_BAR_HEIGHT = 256
_COPY_MODULE = {203: 2, 300: 3}  # 0.25 mm
_COPY_HEIGHT = 80
_QUIET_QR = 4  # modules, ISO/IEC 18004
_LARGEST_QR_MODULE = 10  # the largest that ^BQ of every printer can draw
_LEAST_QR_MODULE = {203: 3, 300: 4}  # 0.34 mm: what a hand-held reads at arm's length

_MARGIN, _INNER = 28, 756
_HEIGHT = 1218
_MOST_WIDTH, _MOST_HEIGHT = 1183, 1678  # A5
_RULE_1, _RULE_2, _RULE_3, _RULE_4 = 166, 290, 624, 736
_QR_SIDE = 290


_SAMPLE = (TextLine("SAMPLE", bold=True), TextLine("DO NOT SEND", bold=True, scale=0.5))


class _Page:
    """Collects primitives, whose places on the 203 dpi grid it converts into the printer's dots.

    left, right: of all that is printed. more: by how much the paper is higher than 4 x 6 inches;
    the receiver gets it, and what stands below moves down.
    """

    def __init__(self, dpi: int, paper: Paper) -> None:
        if dpi not in DPIS:
            raise LabelDataError(f"Labels are made for 203 or 300 dpi printers, not {dpi}.")
        self.dpi = dpi
        self.width, self.height = paper.dots(dpi)
        across = self.width * _GRID // dpi
        inner = min(across, _MOST_WIDTH) - 2 * _MARGIN
        self.left = (across - max(inner, _INNER)) // 2
        self.right = across - self.left
        self.more = min(self.height * _GRID // dpi, _MOST_HEIGHT) - _HEIGHT
        self.letters = Letters()
        self.parts: list[Primitive] = []

    def dots(self, grid: int) -> int:
        return round(grid * self.dpi / _GRID)

    def area(self, x: int, y: int, right: int, bottom: int) -> Area:
        left, top = self.dots(x), self.dots(y)
        return Area(left, top, self.dots(right) - left, self.dots(bottom) - top)

    def set(
        self,
        lines: list[TextLine],
        area: Area,
        largest: int,
        smallest: int = 16,
        *,
        middle: bool = False,
    ) -> tuple[Text, ...]:
        cleaned = [TextLine(self.letters(line.text), line.bold, line.scale) for line in lines]
        return typeset.block(cleaned, area, self.dots(largest), self.dots(smallest), middle=middle)

    def rule(self, y: int, thickness: int = 3) -> None:
        left = self.dots(self.left)
        width = self.dots(self.right) - left
        self.parts.append(Box(left, self.dots(y), width, self.dots(thickness)))


def layout(label: ShippingLabel, dpi: int = 203, paper: Paper = PAPERS["4x6"]) -> Layout:
    """The label as primitives on whole dots.

    Raises LabelDataError (SSCC, codes, dpi), LettersMissing and LabelDoesNotFit.
    """
    if not barcodes.is_sscc(label.sscc):
        raise LabelDataError(f"{label.sscc!r} is not an SSCC: its check digit is wrong.")
    page = _Page(dpi, paper)
    _sender_and_parcel(page, label)
    page.rule(_RULE_1)
    _service(page, label)
    page.rule(_RULE_2, 6)
    _receiver(page, label)
    page.rule(_RULE_3 + page.more)
    _routing(page, label)
    page.rule(_RULE_4 + page.more)
    _facts(page, label)
    _logistic_unit(page, label)
    if page.letters.missing:
        raise LettersMissing("".join(page.letters.missing))
    return Layout(dpi, page.width, page.height, tuple(page.parts))


def _caption(page: _Page, text: str, x: int, y: int, right: int) -> None:
    page.parts += page.set([TextLine(text)], page.area(x, y, right, y + 22), 17, 14)


def _sender_and_parcel(page: _Page, label: ShippingLabel) -> None:
    lines = [TextLine(text) for text in _sender_lines(label.sender)]
    if lines:
        _caption(page, "FROM", page.left, 20, page.left + 172)
    beside = page.right - 212
    right = page.left + 272 if label.sample else beside - 32
    page.parts += page.set(lines, page.area(page.left, 40, right, _RULE_1 - 4), 23, 13)
    if label.sample:
        area = page.area(right + 8, 36, beside - 16, _RULE_1 - 4)
        page.parts += page.set(list(_SAMPLE), area, 62)
    _caption(page, "PARCEL", beside, 20, page.right)
    area = page.area(beside, 36, page.right, 112)
    page.parts += page.set([TextLine(parcel_text(label), bold=True)], area, 62)
    again = f"COPY {label.copy}" if label.copy > 1 else ""
    weight = "  ".join(text for text in (weight_text(label.weight_g), again) if text)
    page.parts += page.set([TextLine(weight)], page.area(beside, 118, page.right, _RULE_1 - 4), 32)


def _sender_lines(sender: Address) -> tuple[str, ...]:
    """The sender's lines. Town and country share one: small print must still be legible."""
    lines = sender.lines()
    if sender.country and len(lines) > 1:
        return (*lines[:-2], f"{lines[-2]}  {lines[-1]}")
    return lines


def parcel_text(label: ShippingLabel) -> str:
    """ "1 / 3", or "1" while the number of parcels is unknown."""
    if label.parcel_count is None:
        return str(label.parcel_number)
    return f"{label.parcel_number} / {label.parcel_count}"


def weight_text(grams: int | None) -> str:
    """The weight in kilograms, "12.45 kg"; "" where it is not known."""
    if grams is None:
        return ""
    return f"{grams / 1000:.3f}".rstrip("0").rstrip(".") + " kg"


def _service(page: _Page, label: ShippingLabel) -> None:
    lines = [TextLine(label.carrier, scale=0.42), TextLine(label.service, bold=True)]
    area = page.area(page.left, _RULE_1 + 6, page.right, _RULE_2 - 2)
    page.parts += page.set(lines, area, 74, 20, middle=True)


def _receiver(page: _Page, label: ShippingLabel) -> None:
    right = page.right
    if label.qr:
        code = _qr(page, label.qr)
        page.parts.append(code)
        # Nothing may stand in the quiet zone of the QR code.
        free = code.x - _QUIET_QR * code.module
        right = free * _GRID // page.dpi - 8
    _caption(page, "TO", page.left, _RULE_2 + 12, page.left + 172)
    area = page.area(page.left, _RULE_2 + 34, right, _RULE_3 + page.more - 4)
    page.parts += page.set(list(_receiver_lines(label.receiver)), area, 48, 15)


def _receiver_lines(to: Address) -> Iterator[TextLine]:
    """The receiver's lines. Postcode, city and country are larger: people sort by them."""
    who = Address(name=to.name, company=to.company, street=to.street).lines()
    where = Address(
        postcode=to.postcode, city=to.city, region=to.region, country=to.country
    ).lines()
    for place, text in enumerate(who):
        yield TextLine(text, bold=place == 0)
    for text in where:
        yield TextLine(text, bold=True, scale=1.15)
    if to.phone:
        yield TextLine(f"Tel. {to.phone}", scale=0.7)


def _qr(page: _Page, text: str) -> QrModules:
    rows = barcodes.qr(text)
    side = page.dots(_QR_SIDE)
    module = min(side // (len(rows) + 2 * _QUIET_QR), _LARGEST_QR_MODULE)
    if module < _LEAST_QR_MODULE[page.dpi]:
        raise LabelDoesNotFit(
            f"There is no room on the label for a QR code of {len(text)} letters."
        )
    printed = module * len(rows)
    # Right-aligned with the rules as far as its quiet zone fits into the margin.
    x = min(page.dots(page.right), page.width - _QUIET_QR * module) - printed
    y = page.dots(_RULE_2) + (page.dots(_RULE_3 + page.more - _RULE_2) - printed) // 2
    return QrModules(x, y, module, rows, text)


def _routing(page: _Page, label: ShippingLabel) -> None:
    if label.routing:
        top, bottom = _RULE_3 + page.more + 6, _RULE_4 + page.more - 2
        area = page.area(page.left, top, page.right, bottom)
        rows = page.set([TextLine(label.routing, bold=True)], area, 84, 20, middle=True)
        page.parts += typeset.to_centre(rows, area)


def _facts(page: _Page, label: ShippingLabel) -> None:
    half = page.left + (332 if label.copy > 1 else 392)
    top, bottom = _RULE_4 + page.more + 10, 834 + page.more
    if label.order_ref:
        _caption(page, "ORDER", page.left, top, half)
    shared = label.note or label.copy > 1
    area = page.area(page.left, top + 20, half if shared else page.right, bottom)
    page.parts += page.set([TextLine(label.order_ref, bold=True)], area, 44, 15)
    if label.copy > 1:
        page.parts.append(_copy_bars(page, label))
    elif label.note:
        area = page.area(half + 16, top, page.right, bottom)
        page.parts += page.set([TextLine(label.note)], area, 28, 14)


def _copy_bars(page: _Page, label: ShippingLabel) -> Code128Bars:
    """The copy's own barcode, right-aligned, for scanners that read no QR code."""
    text = copy_code(label.sscc, label.copy)
    modules, module = barcodes.code128(text), _COPY_MODULE[page.dpi]
    x = page.dots(page.right) - module * len(modules)
    y, height = page.dots(_RULE_4 + page.more + 10), page.dots(_COPY_HEIGHT)
    return Code128Bars(x, y, module, height, modules, text, gs1=False)


def _logistic_unit(page: _Page, label: ShippingLabel) -> None:
    modules = barcodes.gs1_128("00" + label.sscc)
    module = _BAR_MODULE[page.dpi]
    printed = module * len(modules)
    x = (page.width - printed) // 2
    y, height = page.dots(856 + page.more), page.dots(_BAR_HEIGHT)
    page.parts.append(Code128Bars(x, y, module, height, modules, "00" + label.sscc))
    area = page.area(page.left, 1120 + page.more, page.right, 1190 + page.more)
    digits = label.sscc
    readable = f"(00) {digits[0]} {digits[1:8]} {digits[8:17]} {digits[17]}"
    page.parts += typeset.to_centre(page.set([TextLine(readable, bold=True)], area, 46), area)
