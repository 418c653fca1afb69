"""Parcel numbers have an end, and it is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import sscc
from app.domain.codes import read


def test_the_next_extension_digit_takes_over() -> None:
    most = 10**9 - 1
    assert sscc.number("9521321", "03", most) == "095213219999999990"
    assert sscc.number("9521321", "03", most + 1) == "395213210000000002"
    assert sscc.number("9521321", "0", most + 1) == ""
    assert sscc.room("9521321", "03") == 2 * 10**9


@given(st.integers(4, 12), st.sampled_from(["0", "37", "0123456789"]), st.integers(0, 10**14))
def test_a_number_has_18_digits_and_is_an_sscc_or_there_is_none(
    length: int, extensions: str, serial: int
) -> None:
    prefix = "9521321000001"[:length]
    made = sscc.number(prefix, extensions, serial)
    assert bool(made) is (serial < sscc.room(prefix, extensions))
    if made:
        assert read(made).sscc == made and made[1 : 1 + length] == prefix
        assert sscc.number(prefix, extensions, serial + 1) != made


@pytest.mark.parametrize(
    ("prefix", "extensions", "words"),
    [
        ("9521321", "0", ""),
        ("952", "0", "4 to 12 digits"),
        ("9521321000001", "0", "4 to 12 digits"),
        ("95213a1", "0", "digits only"),
        ("９５２１３２１", "0", "digits only"),
        ("", "0", "digits only"),
        ("9521321", "", "one or more"),
        ("9521321", "00", "twice"),
        ("9521321", "x", "one or more"),
    ],
)
def test_a_prefix_that_cannot_be_is_named(prefix: str, extensions: str, words: str) -> None:
    found = sscc.fault(prefix, extensions)
    assert words in found and bool(found) is bool(words)


def test_how_much_of_the_number_space_is_used() -> None:
    assert sscc.used("9521321", "0", 0) == 0
    assert sscc.used("9521321", "0", 9 * 10**8) == 0.9 == sscc.NEARLY_USED
    assert sscc.used("9521321", "03", 9 * 10**8) == 0.45
    assert sscc.used("9521321", "0", 10**10) == 1.0
