"""Makes ZPL II of a label: its proven raster as a graphic field, or the printer's native fields.

Source: Zebra, ZPL II Programming Guide: ^GF with Z64, ^FH, ^CI, ^BC, ^BQ.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import TYPE_CHECKING

from PIL import Image

from app.labels import fonts
from app.labels.model import Box, Code128Bars, Layout, QrModules, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_INVERT = [255] * 128 + [0] * 128  # in ZPL a set bit is black, in PIL a clear one


def graphic_field(image: Image.Image, x: int = 0, y: int = 0) -> bytes:
    """^FO ^GF of a 1-bit image, compressed as Z64 with its CRC."""
    row = (image.width + 7) // 8
    bits = image.convert("L").point(_INVERT, "1").tobytes()
    packed = base64.b64encode(zlib.compress(bits, 6))
    total = row * image.height
    head = f"^FO{x},{y}^GFA,{total},{total},{row},:Z64:".encode("ascii")
    return head + packed + f":{binascii.crc_hqx(packed, 0):04X}^FS".encode("ascii")


def graphic_zpl(image: Image.Image) -> bytes:
    """A whole label: exactly these dots, on a page of the image's size."""
    head = f"^XA^PW{image.width}^LL{image.height}^LH0,0".encode("ascii")
    return head + graphic_field(image) + b"^XZ"


# --- native fields -------------------------------------------------------------------------------


def native_zpl(page: Layout, image: Image.Image) -> bytes:
    """The layout as the printer's own text, bars and QR code.

    image: the page's proven raster. A printer's built-in font has no letters beyond Latin-1, so
    such texts are cut out of the raster and sent as graphics. The printer encodes the symbols
    itself, so only a scan of the label on the parcel proves them.
    """
    head = f"^XA^CI28^PW{page.width}^LL{page.height}^LH0,0".encode("ascii")
    return head + b"".join(_fields(page, image)) + b"^XZ"


def _fields(page: Layout, image: Image.Image) -> Iterator[bytes]:
    for part in page.primitives:
        match part:
            case Text() if _built_in(part.text):
                top = part.y - round(part.size * 0.75)  # font 0 hangs from its cap height
                yield (
                    f"^FO{part.x},{max(0, top)}^A0N,{part.size},{part.size}^FH_"
                    f"^FD{escape(part.text)}^FS"
                ).encode("ascii")
            case Text():
                yield _cut(part, page, image)
            case Box():
                thickness = min(part.width, part.height)
                yield (f"^FO{part.x},{part.y}^GB{part.width},{part.height},{thickness}^FS").encode(
                    "ascii"
                )
            case Code128Bars() if not part.gs1:
                yield (
                    f"^FO{part.x},{part.y}^BY{part.module}^BCN,{part.height},N,N,N,A"
                    f"^FH_^FD{escape(part.data)}^FS"
                ).encode("ascii")
            case Code128Bars():
                # >; starts in set C, >8 is FNC1: GS1-128.
                yield (
                    f"^FO{part.x},{part.y}^BY{part.module}^BCN,{part.height},N,N,N"
                    f"^FD>;>8{part.data}^FS"
                ).encode("ascii")
            case QrModules():
                yield (
                    f"^FO{part.x},{part.y}^BQN,2,{part.module}^FH_^FDMA,{escape(part.data)}^FS"
                ).encode("ascii")


def _built_in(text: str) -> bool:
    return all(" " <= letter <= "~" or "\xa0" <= letter <= "\xff" for letter in text)


def _cut(part: Text, page: Layout, image: Image.Image) -> bytes:
    """The part of the raster that shows the text, as a graphic field."""
    above, below = fonts.reach(part.text, bold=part.bold)
    left, top = max(0, part.x - 2), max(0, part.y - round(part.size * above))
    right = min(page.width, part.x + part.width + 3)
    bottom = min(page.height, part.y + round(part.size * below))
    return graphic_field(image.crop((left, top, right, bottom)), left, top)


def escape(text: str) -> str:
    """Field data under ^FH_: UTF-8 bytes that are commands, the escape or not ASCII, in hex."""
    return "".join(
        f"_{byte:02X}" if byte in b"^~_\\" or not 32 <= byte <= 126 else chr(byte)
        for byte in text.encode("utf-8")
    )
