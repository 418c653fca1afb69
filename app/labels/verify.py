"""Decodes the image of a label, which must carry exactly the codes that it should."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import zxingcpp

from app.labels.errors import LabelNotProven
from app.labels.model import Code128Bars, Layout, QrModules

if TYPE_CHECKING:
    from PIL import Image

_FORMATS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode])


@dataclass(frozen=True)
class ExpectedCode:
    """symbology: "Q" for QR, "C1" or "C0"; from the AIM ids of ISO/IEC 15424."""

    symbology: str
    text: str


def expected_codes(page: Layout) -> tuple[ExpectedCode, ...]:
    """The codes that the symbols of a layout must decode to."""
    codes: list[ExpectedCode] = []
    for part in page.primitives:
        if isinstance(part, Code128Bars):
            codes.append(ExpectedCode("C1" if part.gs1 else "C0", part.data))
        elif isinstance(part, QrModules):
            codes.append(ExpectedCode("Q", part.data))
    return tuple(codes)


def verify(image: Image.Image, expected: tuple[ExpectedCode, ...]) -> None:
    """Raises LabelNotProven unless the image carries each expected code once and no other."""
    grey = image.convert("L")
    codes = _decode(grey)
    _compare(sorted(map(_spoken, codes)), sorted((code.symbology, code.text) for code in expected))
    for code in codes:
        if code.format == zxingcpp.BarcodeFormat.Code128:
            _demand_straight_bars(grey, code)


def _compare(found: list[tuple[str, str]], wanted: list[tuple[str, str]]) -> None:
    if found == wanted:
        return
    missing = [text for kind, text in wanted if (kind, text) not in found]
    foreign = [text for kind, text in found if (kind, text) not in wanted]
    if missing:
        raise LabelNotProven(f"The label does not read as {missing[0]!r}, so it is not printed.")
    if foreign:
        raise LabelNotProven(f"The label also reads as {foreign[0]!r}, so it is not printed.")
    raise LabelNotProven("The label carries a code twice, so it is not printed.")


def _demand_straight_bars(grey: Image.Image, code: zxingcpp.Barcode) -> None:
    """Raises LabelNotProven unless all rows of a linear symbol have the same dots.

    The decoder reports one symbol from its first to its last row if start and stop agree. Other
    data in rows between them would pass unseen, and a scanner might read just those.
    """
    corners = code.position
    # The corners may be a dot off.
    top, bottom = corners.top_left.y + 2, corners.bottom_left.y - 1
    if bottom <= top:
        raise LabelNotProven("The label's barcode is too low to be proven, so it is not printed.")
    rows = grey.crop((corners.top_left.x, top, corners.top_right.x + 1, bottom))
    dots = rows.tobytes()
    if dots != dots[: rows.width] * rows.height:
        raise LabelNotProven("The label's barcode is not the same in all rows: it is not printed.")


def _decode(grey: Image.Image) -> list[zxingcpp.Barcode]:
    """All Code 128 and QR codes in the image.

    The image is upright and unscaled, so turned, small and inverted codes are not searched for.
    That takes 3 ms instead of 7.
    """
    return zxingcpp.read_barcodes(
        grey,
        formats=_FORMATS,
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
        text_mode=zxingcpp.TextMode.Plain,
    )


def _spoken(code: zxingcpp.Barcode) -> tuple[str, str]:
    """(symbology, text). Code 128 keeps its modifier, which tells GS1 from plain; QR does not."""
    kind = code.symbology_identifier.removeprefix("]")
    return ("Q" if kind.startswith("Q") else kind, code.text)
