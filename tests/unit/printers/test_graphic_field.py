from __future__ import annotations

import base64
import binascii
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.labels.zpl import graphic_zpl
from devices.simulators.graphic_field import GraphicError, decode_field, picture


def encoded(kind: str, bits: bytes) -> bytes:
    packed = base64.b64encode(zlib.compress(bits) if kind == "Z64" else bits)
    return f":{kind}:{packed.decode()}:{binascii.crc_hqx(packed, 0):04X}".encode()


@pytest.mark.parametrize(
    ("data", "total", "row", "bits"),
    [
        (b"FF00", 2, 1, b"\xff\x00"),
        (b"ff\r\n00", 2, 1, b"\xff\x00"),
        (b"HF,", 2, 2, b"\xff\x00"),  # H = twice, comma = zeros to the end of the line
        (b"!,:", 6, 2, b"\xff\xff\x00\x00\x00\x00"),
        (b"gFgF", 20, 20, b"\xff" * 20),  # g = 20 times
        (b"hG8", 0, 0, None),
        (b"gHF,", 22, 22, b"\xff" * 11 + b"\x00" * 11),  # 20 + 2 times
        (b"F:", 2, 2, None),  # a colon in the middle of a line
        (b"F", 1, 1, None),
        (b"FFFF", 1, 1, None),
        (b"XX", 1, 1, None),
        (b"FF", 2**30, 1, None),
        (b"FFFF", 3, 2, None),
        (encoded("B64", b"\xaa\x55"), 2, 1, b"\xaa\x55"),
        (encoded("Z64", b"\xaa\x55"), 2, 1, b"\xaa\x55"),
        (encoded("Z64", b"\xaa\x55")[:-1] + b"?", 2, 1, None),
        (encoded("Z64", bytes(9_000_000)), 2, 1, None),  # a bomb
    ],
)
def test_one_field(data: bytes, total: int, row: int, bits: bytes | None) -> None:
    if bits is None:
        with pytest.raises(GraphicError):
            decode_field(data, total, row)
    else:
        assert decode_field(data, total, row) == bits


@given(
    st.binary(max_size=60) | st.text("0F8GHYghz,:!", max_size=40).map(str.encode),
    st.integers(0, 64),
    st.integers(0, 8),
)
def test_any_bytes_are_bits_or_a_graphic_error(data: bytes, total: int, row: int) -> None:
    try:
        bits = decode_field(data, total, row)
    except GraphicError:
        return
    assert len(bits) == total


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_any_format_is_a_picture_or_a_graphic_error(head: bytes, data: bytes) -> None:
    zpl = b"^XA^PW16^LL8" + head + b"^FO1,2^GFA,8,8,1," + data + b"^FS^XZ"
    try:
        image = picture(zpl)
    except GraphicError:
        return
    assert image is not None


@pytest.mark.parametrize("width", [16, 812, 813])
def test_our_dots_are_seen(width: int) -> None:
    image = Image.effect_noise((width, 9), 80).convert("1")
    zpl = graphic_zpl(image)
    seen = picture(zpl)
    assert seen is not None and seen.size == image.size
    assert seen.tobytes() == image.tobytes()


def test_no_graphic_is_no_picture() -> None:
    assert picture(b"^XA^FO1,1^GB9,9^FS^XZ") is None
