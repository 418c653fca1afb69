"""Places a shipping label on the dots of a 4 x 6 inch page.

Top to bottom: sender (small) and parcel, service (huge), receiver (large) and QR code, routing
(bold), facts, SSCC barcode with its digits at the foot, where a conveyor's scanner looks for it.
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

if TYPE_CHECKING:
    from collections.abc import Iterator

DPIS = (203, 300)
_WIDTH_INCH, _HEIGHT_INCH = 4, 6
_GRID = 203  # the numbers below are dots at 203 dpi

# GS1 General Specifications, symbol specification table 5 (logistic units): X-dimension
# 0.495-0.940 mm, bars at least 31.75 mm high, quiet zones of 10 X (156 modules leave 23 and 22).
_BAR_MODULE = {203: 4, 300: 6}
_BAR_HEIGHT = 256
_COPY_MODULE = {203: 2, 300: 3}  # 0.25 mm
_COPY_HEIGHT = 80
_QUIET_QR = 4  # modules, ISO/IEC 18004
_LARGEST_QR_MODULE = 10  # the largest that ^BQ of every printer can draw
_LEAST_QR_MODULE = {203: 3, 300: 4}  # 0.34 mm: what a hand-held reads at arm's length

_MARGIN = 28
_LEFT, _RIGHT = _MARGIN, 812 - _MARGIN
_RULE_1, _RULE_2, _RULE_3, _RULE_4 = 166, 290, 624, 736
_QR_SIDE = 290


_SAMPLE = (TextLine("SAMPLE", bold=True), TextLine("DO NOT SEND", bold=True, scale=0.5))


class _Page:
    """Collects primitives, whose places on the 203 dpi grid it converts into the printer's dots."""

    def __init__(self, dpi: int) -> None:
        if dpi not in DPIS:
            raise LabelDataError(f"Labels are made for 203 or 300 dpi printers, not {dpi}.")
        self.dpi = dpi
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
        left = self.dots(_LEFT)
        self.parts.append(Box(left, self.dots(y), self.dots(_RIGHT) - left, self.dots(thickness)))


def layout(label: ShippingLabel, dpi: int = 203) -> Layout:
    """The label as primitives on whole dots.

    Raises LabelDataError (SSCC, codes, dpi), LettersMissing and LabelDoesNotFit.
    """
    if not barcodes.is_sscc(label.sscc):
        raise LabelDataError(f"{label.sscc!r} is not an SSCC: its check digit is wrong.")
    page = _Page(dpi)
    _sender_and_parcel(page, label)
    page.rule(_RULE_1)
    _service(page, label)
    page.rule(_RULE_2, 6)
    _receiver(page, label)
    page.rule(_RULE_3)
    _routing(page, label)
    page.rule(_RULE_4)
    _facts(page, label)
    _logistic_unit(page, label)
    if page.letters.missing:
        raise LettersMissing("".join(page.letters.missing))
    return Layout(dpi, _WIDTH_INCH * dpi, _HEIGHT_INCH * dpi, tuple(page.parts))


def _caption(page: _Page, text: str, x: int, y: int, right: int) -> None:
    page.parts += page.set([TextLine(text)], page.area(x, y, right, y + 22), 17, 14)


def _sender_and_parcel(page: _Page, label: ShippingLabel) -> None:
    lines = [TextLine(text) for text in _sender_lines(label.sender)]
    if lines:
        _caption(page, "FROM", _LEFT, 20, 200)
    right = 300 if label.sample else 540
    page.parts += page.set(lines, page.area(_LEFT, 40, right, _RULE_1 - 4), 23, 13)
    if label.sample:
        page.parts += page.set(list(_SAMPLE), page.area(right + 8, 36, 556, _RULE_1 - 4), 62)
    _caption(page, "PARCEL", 572, 20, _RIGHT)
    area = page.area(572, 36, _RIGHT, 112)
    page.parts += page.set([TextLine(parcel_text(label), bold=True)], area, 62)
    again = f"COPY {label.copy}" if label.copy > 1 else ""
    weight = "  ".join(text for text in (weight_text(label.weight_g), again) if text)
    page.parts += page.set([TextLine(weight)], page.area(572, 118, _RIGHT, _RULE_1 - 4), 32)


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
    area = page.area(_LEFT, _RULE_1 + 6, _RIGHT, _RULE_2 - 2)
    page.parts += page.set(lines, area, 74, 20, middle=True)


def _receiver(page: _Page, label: ShippingLabel) -> None:
    right = _RIGHT
    if label.qr:
        code = _qr(page, label.qr)
        page.parts.append(code)
        # Nothing may stand in the quiet zone of the QR code.
        free = code.x - _QUIET_QR * code.module
        right = free * _GRID // page.dpi - 8
    _caption(page, "TO", _LEFT, _RULE_2 + 12, 200)
    area = page.area(_LEFT, _RULE_2 + 34, right, _RULE_3 - 4)
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
    x = min(page.dots(_RIGHT), _WIDTH_INCH * page.dpi - _QUIET_QR * module) - printed
    y = page.dots(_RULE_2) + (page.dots(_RULE_3 - _RULE_2) - printed) // 2
    return QrModules(x, y, module, rows, text)


def _routing(page: _Page, label: ShippingLabel) -> None:
    if label.routing:
        area = page.area(_LEFT, _RULE_3 + 6, _RIGHT, _RULE_4 - 2)
        rows = page.set([TextLine(label.routing, bold=True)], area, 84, 20, middle=True)
        page.parts += typeset.to_centre(rows, area)


def _facts(page: _Page, label: ShippingLabel) -> None:
    half = 360 if label.copy > 1 else 420
    if label.order_ref:
        _caption(page, "ORDER", _LEFT, _RULE_4 + 10, half)
    shared = label.note or label.copy > 1
    area = page.area(_LEFT, _RULE_4 + 30, half if shared else _RIGHT, 834)
    page.parts += page.set([TextLine(label.order_ref, bold=True)], area, 44, 15)
    if label.copy > 1:
        page.parts.append(_copy_bars(page, label))
    elif label.note:
        area = page.area(half + 16, _RULE_4 + 10, _RIGHT, 834)
        page.parts += page.set([TextLine(label.note)], area, 28, 14)


def _copy_bars(page: _Page, label: ShippingLabel) -> Code128Bars:
    """The copy's own barcode, right-aligned, for scanners that read no QR code."""
    text = copy_code(label.sscc, label.copy)
    modules, module = barcodes.code128(text), _COPY_MODULE[page.dpi]
    x = page.dots(_RIGHT) - module * len(modules)
    y, height = page.dots(_RULE_4 + 10), page.dots(_COPY_HEIGHT)
    return Code128Bars(x, y, module, height, modules, text, gs1=False)


def _logistic_unit(page: _Page, label: ShippingLabel) -> None:
    modules = barcodes.gs1_128("00" + label.sscc)
    module = _BAR_MODULE[page.dpi]
    printed = module * len(modules)
    x = (_WIDTH_INCH * page.dpi - printed) // 2
    height = page.dots(_BAR_HEIGHT)
    page.parts.append(Code128Bars(x, page.dots(856), module, height, modules, "00" + label.sscc))
    area = page.area(_LEFT, 1120, _RIGHT, 1190)
    digits = label.sscc
    readable = f"(00) {digits[0]} {digits[1:8]} {digits[8:17]} {digits[17]}"
    page.parts += typeset.to_centre(page.set([TextLine(readable, bold=True)], area, 46), area)
