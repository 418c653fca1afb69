from __future__ import annotations

import string

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.labels import barcodes
from app.labels.errors import LabelDataError
from tests.unit.labels.samples import read_zbar

PRINTABLE = string.ascii_letters + string.digits + " !#$%&'()*+,-./:;<=>?@[]_{|}"
CODES = st.text(PRINTABLE, min_size=1, max_size=20)
DIGITS = st.text(string.digits, min_size=1, max_size=20)


def picture(modules: str) -> Image.Image:
    """Two dots a module with quiet zones, 40 dots high."""
    quiet = "0" * 12
    row = bytes(0 if bit == "1" else 255 for bit in quiet + modules + quiet for _ in range(2))
    return Image.frombytes("L", (len(row), 40), row * 40)


def decoded(modules: str) -> list[tuple[str, str]]:
    found = zxingcpp.read_barcodes(picture(modules), text_mode=zxingcpp.TextMode.Plain)
    return [(code.symbology_identifier, code.text) for code in found]


@given(CODES)
@settings(deadline=None)
def test_code128_reads_as_what_was_written(text: str) -> None:
    assert [code for _, code in decoded(barcodes.code128(text))] == [text]


@given(DIGITS)
@settings(deadline=None)
def test_a_leading_99_is_kept(tail: str) -> None:
    text = "99" + tail
    assert [code for _, code in decoded(barcodes.code128(text))] == [text]


@pytest.mark.parametrize("text", ["99", "9999", "995289078666", "99A", "991"])
def test_a_second_reader_sees_the_leading_99(text: str) -> None:
    assert read_zbar(picture(barcodes.code128(text))) == [("CODE128", text)]


@given(st.integers(0, 9), st.integers(0, 10**9 - 1))
@settings(deadline=None)
def test_gs1_128_carries_its_fnc1(extension: int, serial: int) -> None:
    data = "00" + barcodes.sscc("9501101", extension, serial)
    assert decoded(barcodes.gs1_128(data)) == [("]C1", data)]


@given(st.sampled_from(["1234", "9501101", "999999999", "123456789012"]), st.integers(0, 9999))
def test_an_sscc_has_18_digits_and_a_right_check_digit(prefix: str, serial: int) -> None:
    made = barcodes.sscc(prefix, 3, serial)
    assert barcodes.is_sscc(made)
    assert made[1:].startswith(prefix)
    wrong = str((int(made[-1]) + 1) % 10)
    assert not barcodes.is_sscc(made[:-1] + wrong)


def test_check_digit_of_published_numbers() -> None:
    # GS1's own examples: SSCC (00) 1 0614141 234567890 8 and GTIN 09501101530003.
    assert barcodes.check_digit("10614141234567890") == "8"
    assert barcodes.check_digit("0950110153000") == "3"


@pytest.mark.parametrize(
    ("prefix", "extension", "serial"),
    [("123", 0, 0), ("1234567890123", 0, 0), ("95O1101", 0, 0), ("9501101", 10, 0),
     ("9501101", 0, 10**9), ("9501101", 0, -1), ("٩501101", 0, 0)],
)  # fmt: skip
def test_an_sscc_that_cannot_be_is_refused(prefix: str, extension: int, serial: int) -> None:
    with pytest.raises(LabelDataError):
        barcodes.sscc(prefix, extension, serial)


def test_a_digital_link_names_the_logistic_unit() -> None:
    assert barcodes.digital_link("106141412345678908") == "https://id.gs1.org/00/106141412345678908"
    with pytest.raises(LabelDataError):
        barcodes.digital_link("106141412345678900")


@pytest.mark.parametrize("text", ["", "Ł", "1" * 49])
def test_what_no_linear_symbol_can_carry_is_refused(text: str) -> None:
    with pytest.raises(LabelDataError):
        barcodes.code128(text)
    with pytest.raises(LabelDataError):
        barcodes.gs1_128(text)


def test_what_no_qr_code_can_carry_is_refused() -> None:
    with pytest.raises(LabelDataError):
        barcodes.qr("a" * 5000)
