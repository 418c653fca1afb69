"""Barcodes as patterns of modules, and GS1 numbers and links. Nothing is drawn here."""

from __future__ import annotations

from typing import Any

import zxingcpp
from barcode.charsets import code128 as charsets
from barcode.codex import Code128 as _LibraryCode128
from barcode.codex import Gs1_128 as _LibraryGs1128
from barcode.errors import BarcodeError

from app.labels.errors import LabelDataError

_DIGITAL_LINK = "https://id.gs1.org"


class _Code128(_LibraryCode128):  # type: ignore[misc]  # the library publishes no types
    """The library's Code 128, which here keeps a leading "99"."""

    # WORKAROUND: the library takes a data pair 99 right after Start C for the switch to set C and
    # drops it; the check digit is then computed over the wrong data, so scanners accept it.
    # https://github.com/WhyNotHugo/python-barcode/issues/251 (seen in 0.16.1)
    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        if encoded[0] == charsets.START_CODES["C"] and encoded[1] == 99:
            return encoded
        optimized: list[int] = super()._try_to_optimize(encoded)
        return optimized


def code128(text: str) -> str:
    """Modules of a Code 128 symbol without quiet zones, "1" for a bar (ISO/IEC 15417).

    text: 1-48 characters of ASCII. Raises LabelDataError.
    """
    if not 0 < len(text) <= 48 or not text.isascii():
        raise LabelDataError(f"{text!r} cannot be printed as a Code 128 barcode.")
    return _build(_Code128, text)


def gs1_128(element_string: str) -> str:
    """Modules of a GS1-128 symbol: FNC1 first, so that it reads as ]C1.

    element_string: AI and data without brackets, fixed length, e.g. "00" + SSCC. At most 48
    characters (GS1 General Specifications 5.4.2). Raises LabelDataError.
    """
    if not 0 < len(element_string) <= 48 or not element_string.isascii():
        raise LabelDataError(f"{element_string!r} cannot be printed as a GS1-128 barcode.")
    return _build(_LibraryGs1128, element_string)


def _build(symbol: Any, text: str) -> str:
    try:
        modules: str = symbol(text).build()[0]
    except (BarcodeError, KeyError, RuntimeError) as error:
        raise LabelDataError(f"{text!r} cannot be printed as a barcode.") from error
    return modules


def qr(text: str) -> tuple[str, ...]:
    """Rows of a QR code, error correction M, without quiet zone (ISO/IEC 18004).

    Raises LabelDataError for an empty or too long text.
    """
    try:
        symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
        image = zxingcpp.write_barcode_to_image(symbol, scale=1, add_quiet_zones=False)
    except (ValueError, RuntimeError) as error:
        raise LabelDataError(f"{text[:60]!r} cannot be printed as a 2D code.") from error
    height, width = image.shape[:2]
    flat = memoryview(image).tobytes()  # type: ignore[arg-type]  # a buffer, but not typed as one
    return tuple(
        "".join("1" if value < 128 else "0" for value in flat[row * width : (row + 1) * width])
        for row in range(height)
    )


def check_digit(digits: str) -> str:
    """The GS1 check digit that follows digits (GS1 General Specifications 7.9.1)."""
    if not digits.isascii() or not digits.isdigit():
        raise LabelDataError(f"{digits!r} is not a number.")
    weighted = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    return str(-weighted % 10)


def sscc(company_prefix: str, extension: int, serial: int) -> str:
    """18 digits: extension, company prefix, serial, check digit.

    company_prefix: 4-12 digits; the serial fills what is left of 16 (GS1 General Specifications
    2.2.1). Raises LabelDataError where the serial has no room.
    """
    if not (company_prefix.isascii() and company_prefix.isdigit()):
        raise LabelDataError(f"{company_prefix!r} is not a GS1 company prefix.")
    room = 16 - len(company_prefix)
    if not 4 <= room <= 12:
        raise LabelDataError(f"{company_prefix!r} is not a GS1 company prefix.")
    if not 0 <= extension <= 9 or not 0 <= serial < 10**room:
        raise LabelDataError(f"Serial number {extension}/{serial} has no room in an SSCC.")
    body = f"{extension}{company_prefix}{serial:0{room}d}"
    return body + check_digit(body)


def is_sscc(text: str) -> bool:
    """Whether text is 18 digits with a right check digit."""
    return (
        len(text) == 18 and text.isascii() and text.isdigit() and check_digit(text[:-1]) == text[-1]
    )


def digital_link(sscc_digits: str) -> str:
    """The GS1 Digital Link of a logistic unit (GS1 Digital Link: URI Syntax, AI 00)."""
    if not is_sscc(sscc_digits):
        raise LabelDataError(f"{sscc_digits!r} is not an SSCC: its check digit is wrong.")
    return f"{_DIGITAL_LINK}/00/{sscc_digits}"
