"""Decodes the ^GF graphics of a ZPL format into a picture: plain hex, ACS, B64 and Z64.

Source: Zebra, ZPL II Programming Guide, ^GF, "Alternative Data Compression Scheme" and "ZB64
Encoding"; ^FO, ^PW, ^LL. Sizes are
bounded: a format of a few bytes cannot ask for gigabytes.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from PIL import Image

MOST_BYTES = 4 * 1024 * 1024
"""A page of 12 x 36 inches at 300 dpi is half of that."""

_FIELD = re.compile(
    rb"(?:\^FO\s*(\d{1,5})\s*,\s*(\d{1,5})[^\^~]*)?"
    rb"\^GFA?\s*,\s*\d{1,9}\s*,\s*(\d{1,9})\s*,\s*(\d{1,5})\s*,([^\^~]*)"
)
_ENCODED = re.compile(rb"\s*:(B64|Z64):([A-Za-z0-9+/=\s]*):([0-9A-Fa-f]{4})\s*")
_PAGE = {name: re.compile(rb"\^" + name + rb"\s*(\d{1,5})") for name in (b"PW", b"LL")}
_FLIP = [255] * 128 + [0] * 128  # in ZPL a set bit is black, in PIL a clear one


class GraphicError(ValueError):
    """A graphic that a printer would not print, or print wrongly."""


def picture(zpl: bytes) -> Image.Image | None:
    """The format's graphics on one page, black = 0; None where it has none. Raises GraphicError."""
    parts = []
    for x, y, total, row, data in _FIELD.findall(zpl):
        bits = decode_field(data, int(total), int(row))
        graphic = Image.frombytes("1", (int(row) * 8, int(total) // int(row)), bits)
        parts.append((int(x or 0), int(y or 0), graphic.convert("L").point(_FLIP, "1")))
    if not parts:
        return None
    width = _page(zpl, b"PW") or max(x + part.width for x, _, part in parts)
    height = _page(zpl, b"LL") or max(y + part.height for _, y, part in parts)
    if width * height > MOST_BYTES * 8:
        raise GraphicError(f"a page of {width} x {height} dots")
    page = Image.new("1", (width, height), 1)
    for x, y, part in parts:
        page.paste(part, (x, y))
    return page


def _page(zpl: bytes, name: bytes) -> int:
    found = _PAGE[name].search(zpl)
    return int(found[1]) if found else 0


def decode_field(data: bytes, total: int, row: int) -> bytes:
    """A field's data -> total bytes, row bytes a line, a set bit is black. Raises GraphicError."""
    if not 0 < row <= total <= MOST_BYTES or total % row:
        raise GraphicError(f"{total} bytes in rows of {row}")
    encoded = _ENCODED.fullmatch(data)
    bits = _unpack(encoded, total) if encoded else _acs(data, total, row)
    if len(bits) != total:
        raise GraphicError(f"{len(bits)} bytes instead of {total}")
    return bits


def _unpack(encoded: re.Match[bytes], total: int) -> bytes:
    kind, packed, crc = encoded.groups()
    if binascii.crc_hqx(packed, 0) != int(crc, 16):
        raise GraphicError("the checksum is wrong")
    try:
        raw = base64.b64decode(packed)
        if kind == b"B64":
            return raw
        stream = zlib.decompressobj()
        bits = stream.decompress(raw, total + 1)
    except (binascii.Error, zlib.error) as error:
        raise GraphicError(str(error)) from error
    if not stream.eof and len(bits) == total:
        raise GraphicError("the compressed data is cut")
    return bits


def _acs(data: bytes, total: int, row: int) -> bytes:
    """Decodes hex in which G-Y repeat the next digit 1-19 times and g-z 20-400 times.

    A comma fills the line with zeros, "!" with ones; a colon repeats the line before.
    """
    width, most = row * 2, total * 2
    done: list[str] = []
    line, last, count = "", "0" * width, 0
    for code in data:
        letter = chr(code)
        if letter in "0123456789ABCDEFabcdef":
            line += letter * min(count or 1, most)
            count = 0
        elif "G" <= letter <= "Y":
            count += code - 70
        elif "g" <= letter <= "z":
            count += (code - 102) * 20
        elif letter in ",!":
            line = line.ljust(len(line) + (width - len(line) % width), "0F"[letter == "!"])
        elif letter == ":" and not line:
            line = last
        elif not letter.isspace():
            raise GraphicError(f"{letter!r} in the graphic")
        while len(line) >= width:
            last, line = line[:width], line[width:]
            done.append(last)
        if len(done) > total // row:
            raise GraphicError("more rows than announced")
    return bytes.fromhex("".join(done))
