"""North American coupon codes: (8110) of a paper coupon, (8112) of a positive offer file.

The fields stand behind each other in digits; one digit before a field often says how long it is
(North American Coupon Application Guideline Using GS1 DataBar Expanded).
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.gs1.days import is_day

_REQUIREMENT_CODES = "012349"
_NO_COMPANY = "9"
"""A further purchase is of the first one's company."""


class _NoCouponError(Exception):
    """The digits break the rules."""


class _Digits:
    """The digits of a code, taken from its front."""

    def __init__(self, digits: str) -> None:
        self._left = digits

    @property
    def ended(self) -> bool:
        return not self._left

    def goes_on_with(self, digit: str) -> bool:
        """Whether this digit comes next. It is taken then."""
        if not self._left.startswith(digit):
            return False
        self._left = self._left[1:]
        return True

    def take(self, size: int) -> str:
        if len(self._left) < size:
            raise _NoCouponError
        taken, self._left = self._left[:size], self._left[size:]
        return taken

    def one_of(self, allowed: str) -> str:
        digit = self.take(1)
        if digit not in allowed:
            raise _NoCouponError
        return digit

    def sized(self, allowed: str, more: int = 0) -> str:
        """A field behind the digit of its length. more: what its length is above that digit."""
        return self.take(int(self.one_of(allowed)) + more)

    def date(self) -> str:
        day = self.take(6)
        if not is_day(day, whole=True):
            raise _NoCouponError
        return day


def coupon(digits: str) -> bool:
    """Whether digits are the content of (8110)."""
    return _reads(digits, _coupon)


def positive_offer(digits: str) -> bool:
    """Whether digits are the content of (8112)."""
    return _reads(digits, _positive_offer)


def _reads(digits: str, rule: Callable[[_Digits], None]) -> bool:
    code = _Digits(digits)
    try:
        rule(code)
    except _NoCouponError:
        return False
    return code.ended


def _positive_offer(code: _Digits) -> None:
    code.one_of("01")  # format
    code.sized("0123456", 6)  # who pays for it
    code.take(6)  # offer
    code.sized("0123456789", 6)  # serial number


def _coupon(code: _Digits) -> None:
    code.sized("0123456", 6)  # company
    code.take(6)  # offer
    code.sized("12345")  # what is saved
    _purchase(code)
    if code.goes_on_with("1"):
        code.one_of("0123")  # how the purchases belong together
        _purchase(code)
        _company(code)
    if code.goes_on_with("2"):
        _purchase(code)
        _company(code)
    until = code.date() if code.goes_on_with("3") else ""
    begins = code.date() if code.goes_on_with("4") else ""
    if until and begins > until:
        raise _NoCouponError
    if code.goes_on_with("5"):
        code.sized("0123456789", 6)  # serial number
    if code.goes_on_with("6"):
        code.sized("1234567", 6)  # retailer
    if code.goes_on_with("9"):
        code.one_of("01256")  # what the saved value means
        code.one_of("012")  # which purchase it is saved on
        code.take(1)  # whose coupon it is
        code.one_of("01")  # whether it may be multiplied


def _purchase(code: _Digits) -> None:
    """What must be bought: how much, of which unit, of which family of products."""
    code.sized("12345")
    code.one_of(_REQUIREMENT_CODES)
    code.take(3)


def _company(code: _Digits) -> None:
    if not code.goes_on_with(_NO_COMPANY):
        code.sized("0123456", 6)
