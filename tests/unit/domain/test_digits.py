"""Numbers typed digit by digit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.digits import MOST_DIGITS, with_digit
from app.domain.outcome_anywhere import Anywhere


def typed(digits: str, most: int = MOST_DIGITS) -> tuple[str, list[str]]:
    """The number after these digits, and the answers."""
    number, answers = "", []
    for digit in digits:
        said, number = with_digit(number, int(digit), most)
        answers.append(said.kind.value)
    return number, answers


def test_five_digits_are_five_digits() -> None:
    assert typed("37655") == ("37655", ["digits"] * 5)


def test_the_digit_that_is_too_many_is_refused_aloud_and_the_number_stays() -> None:
    assert typed("1234567") == ("123456", ["digits"] * 6 + ["number_too_long"])
    said, number = with_digit("12", 3, most=2)
    assert (said.kind, said.values) == (Anywhere.NUMBER_TOO_LONG, {"number": "12", "digits": 2})
    assert not said.accepted and number == "12"


def test_zeros_in_front_are_no_digits() -> None:
    assert typed("007") == ("7", ["digits"] * 3)
    assert typed("00") == ("0", ["digits"] * 2)


@given(st.text("0123456789", max_size=9))
def test_no_digit_is_dropped_in_silence(digits: str) -> None:
    number, answers = typed(digits)
    kept = "".join(digit for digit, said in zip(digits, answers, strict=True) if said == "digits")
    assert int(number or "0") == int(kept or "0")
