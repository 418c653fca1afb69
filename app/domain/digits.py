"""A number typed digit by digit: every digit counts or is refused, none is dropped."""

from __future__ import annotations

from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere

MOST_DIGITS = 6
"""Of a quantity: no bin and no line holds a million units."""


def with_digit(typed: str, digit: int, most: int = MOST_DIGITS) -> tuple[Outcome, str]:
    """The answer to one more digit, and the number as it is then, without leading zeros.

    typed: the number so far, "" = nothing. A number of `most` digits stays as it is, and the
    answer refuses the digit.
    """
    longer = (typed + str(digit)).lstrip("0") or "0"
    if len(longer) > most:
        return outcome(Anywhere.NUMBER_TOO_LONG, number=typed, digits=most), typed
    return outcome(Anywhere.DIGITS, number=longer), longer
