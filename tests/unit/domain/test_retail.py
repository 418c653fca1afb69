"""EAN-8, UPC-E, and numbers with an add-on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.retail import check_digit, from_upc_e, gtins


@pytest.mark.parametrize(
    ("upc_e", "upc_a"),
    [
        ("04252614", "042100005264"),
        ("01234505", "012000003455"),
        ("01234531", "012300000451"),
        ("01234543", "012340000053"),
        ("01234558", "012345000058"),
        ("04252615", ""),  # a wrong check digit
        ("24252614", ""),  # no such number system
        ("0425261", ""),
        ("", ""),
    ],
)
def test_upc_e(upc_e: str, upc_a: str) -> None:
    assert from_upc_e(upc_e) == upc_a


def test_a_scanner_may_leave_out_what_can_be_computed() -> None:
    for digits in ("425261", "0425261", "04252614"):
        assert from_upc_e(digits, short=True) == "042100005264"
        assert gtins(digits, "]E0")[-1] == "00042100005264"


def test_an_add_on_is_no_part_of_the_number() -> None:
    number = "09521321000001"
    for added in ("12", "12345"):
        assert number in gtins("9521321000001" + added, "]E3")
        assert number in gtins("9521321000001" + added)
        assert number not in gtins("9521321000001" + added, "]C0")
    assert gtins("952132100000123", "]C0") == ()


def test_eight_digits_may_mean_two_numbers() -> None:
    both = [f"{n:07d}" for n in range(1_000_000) if n % 9973 == 0]
    found = [gtins(seven + check_digit(seven)) for seven in both]
    assert all(one[0].startswith("000000") for one in found)
    assert {len(one) for one in found} == {1, 2}
    assert gtins("96385074", "]E4") == ("00000096385074",)


@given(
    st.text(st.sampled_from("0123456789"), max_size=20),
    st.sampled_from(["", "]E0", "]E3", "]E4", "]C0"]),
)
def test_every_number_found_has_a_right_check_digit(digits: str, symbology: str) -> None:
    for number in gtins(digits, symbology):
        assert len(number) == 14 and check_digit(number[:-1]) == number[-1]
