"""The structure of native ZPL; an independent renderer reads it in tests/integration/labels."""

from __future__ import annotations

import re

import pytest

from app.labels import zpl
from app.labels.layout import layout
from app.labels.make import make_shipping_label
from app.labels.model import Code128Bars, QrModules, Text
from tests.unit.labels.samples import ALL, CHINESE, ENGLISH


def native(name: str, dpi: int = 203) -> str:
    return make_shipping_label(ALL[name], dpi=dpi, native_zpl=True).zpl.decode("ascii")


@pytest.mark.parametrize("name", ALL)
def test_it_is_one_format_of_ascii_bytes(name: str) -> None:
    text = native(name)
    assert text.startswith("^XA^CI28^PW812^LL1218") and text.endswith("^XZ")
    assert text.count("^XA") == text.count("^XZ") == 1
    assert text.count("^FO") == text.count("^FS") == len(layout(ALL[name]).primitives)
    assert "~" not in text


def test_the_printer_encodes_the_same_data() -> None:
    text = native("english")
    (bars,) = [p for p in layout(ENGLISH).primitives if isinstance(p, Code128Bars)]
    (code,) = [p for p in layout(ENGLISH).primitives if isinstance(p, QrModules)]
    assert f"^FO{bars.x},{bars.y}^BY4^BCN,{bars.height},N,N,N^FD>;>800{ENGLISH.sscc}^FS" in text
    assert f"^BQN,2,{code.module}^FH_^FDMA,{ENGLISH.qr}^FS" in text


def test_chinese_goes_as_the_dots_that_were_proven() -> None:
    text = native("chinese")
    foreign = [
        part
        for part in layout(CHINESE).primitives
        if isinstance(part, Text) and any(ord(letter) > 255 for letter in part.text)
    ]
    assert len(foreign) >= 6
    assert text.count("^GFA") == len(foreign)


def test_latin_1_goes_as_text() -> None:
    assert "^GFA" not in native("german")
    assert "_C3_96berg" in native("english")


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("a^b~c_d\\", "a_5Eb_7Ec_5Fd_5C"),
        ("Ö", "_C3_96"),
        ("\x1d", "_1D"),
        ("plain 1/2", "plain 1/2"),
    ],
)
def test_field_data_is_escaped(text: str, sent: str) -> None:
    assert zpl.escape(text) == sent


def test_data_cannot_smuggle_commands() -> None:
    sent = zpl.escape("^XZ^XA~JR^FD")
    assert not re.search(r"[\^~]", sent)
