"""Which GTINs the plain digits of a shop's barcode can mean.

UPC-E is a UPC-A without its zeros (GS1 General Specifications 5.2.2.4.2). EAN and UPC symbols may
carry an add-on of two or five digits beside them (5.2.2.6), which is no part of the number.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_EAN_8, _WITH_ADD_ON = "]E4", "]E3"
_ADD_ONS = (2, 5)


def check_digit(digits: str) -> str:
    """The GS1 mod-10 check digit to follow these digits (GS1 General Specifications, 7.9)."""
    total = sum(
        int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits))
    )
    return str(-total % 10)


def valid_check(number: str) -> bool:
    return number.isascii() and number.isdigit() and check_digit(number[:-1]) == number[-1]


@functools.lru_cache(maxsize=1024)  # the same barcode is scanned many times
def gtins(digits: str, symbology: str = "") -> tuple[str, ...]:
    """Every GTIN, in 14 digits, that these digits can mean; the likelier first.

    symbology: the AIM id; "" = the scanner sent none.
    """
    return tuple(dict.fromkeys(number.zfill(14) for number in _meant(digits, symbology)))


def _meant(digits: str, symbology: str) -> Iterator[str]:
    if symbology != _WITH_ADD_ON and len(digits) in _GTIN_LENGTHS and valid_check(digits):
        yield digits
    if symbology != _EAN_8 and (upc_a := from_upc_e(digits, short=symbology.startswith("]E"))):
        yield upc_a
    if symbology and not symbology.startswith("]E"):
        return
    for length in (13, 12):
        if len(digits) - length in _ADD_ONS and valid_check(digits[:length]):
            yield digits[:length]


def from_upc_e(digits: str, *, short: bool = False) -> str:
    """The UPC-A of a UPC-E's eight digits; "" = it is none.

    short: its number system or check digit may be missing, as some scanners leave them out.
    """
    if short and len(digits) in {6, 7}:
        number = digits if len(digits) == 7 else "0" + digits
        upc_a = _expanded(number)
        return upc_a + check_digit(upc_a) if upc_a else ""
    upc_a = _expanded(digits[:7]) if len(digits) == 8 else ""
    return upc_a + digits[7] if upc_a and check_digit(upc_a) == digits[7] else ""


def _expanded(seven: str) -> str:
    """Eleven digits of a number system and the six digits of a UPC-E."""
    system, six = seven[0], seven[1:]
    if system not in "01":
        return ""
    last = int(six[5])
    if last <= 2:
        return f"{system}{six[:2]}{last}0000{six[2:5]}"
    if last == 3:
        return f"{system}{six[:3]}00000{six[3:5]}"
    if last == 4:
        return f"{system}{six[:4]}00000{six[4]}"
    return f"{system}{six[:5]}0000{last}"
