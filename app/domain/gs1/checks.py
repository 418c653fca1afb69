"""The checks of a value's content that GS1 names, each by GS1's name for it.

They get a value whose length and characters are right, and say whether it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from app.domain.gs1.coupons import coupon, positive_offer
from app.domain.gs1.days import is_day, is_time
from app.domain.gs1.lists import (
    COUNTRIES_BY_LETTERS,
    COUNTRIES_BY_NUMBER,
    CURRENCIES,
    PACKAGES,
)
from app.domain.retail import valid_check

CSET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
CSET_39 = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CSET_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_CSET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_PRIMES = [number for number in range(2, 522) if all(number % other for other in range(2, number))]
"""The weights of as many characters as a check pair may follow."""
_PER_CENT = re.compile(r"(?:[^%]|%[0-9A-Fa-f]{2})*")
_COMPANY_PREFIX = re.compile(r"\d{4}", re.ASCII)
"""The least digits of a GS1 company prefix."""
_IBAN = re.compile(r"[A-Z]{2}\d{2}[0-9A-Z]+", re.ASCII)
_IN_SEQUENCE = re.compile(r"([1-9]\d*)/([1-9]\d*)", re.ASCII)


def of_charset(name: str, value: str) -> bool:
    """Whether a value has characters of a set only: N, X, Y, or Z with its filling signs."""
    if name == "Z":
        body = value.rstrip("=")
        filling = len(value) - len(body)
        return set(body) <= set(CSET_64) and filling <= 2 and (not filling or len(value) % 3 == 0)
    return set(value) <= set({"N": "0123456789", "X": CSET_82, "Y": CSET_39}[name])


def check_pair(body: str) -> str:
    """The two check characters to follow a GMN's body (General Specifications 7.9.5)."""
    total = sum(
        CSET_82.index(char) * prime
        for char, prime in zip(reversed(body), _PRIMES[: len(body)], strict=True)
    )
    high, low = divmod(total % 1021, 32)
    return _CSET_32[high] + _CSET_32[low]


def _check_pair_fits(value: str) -> bool:
    body = value[:-2]
    fits_in = len(value) >= 2 and len(body) <= len(_PRIMES) and set(body) <= set(CSET_82)
    return fits_in and check_pair(body) == value[-2:]


def _piece_of_total(value: str) -> bool:
    middle = len(value) // 2
    piece, total = int(value[:middle] or 0), int(value[middle:] or 0)
    return len(value) % 2 == 0 and 0 < piece <= total


def _in_sequence(value: str) -> bool:
    found = _IN_SEQUENCE.fullmatch(value)
    return found is not None and int(found[1]) <= int(found[2])


def _iban(value: str) -> bool:
    """The account's country, and the remainder of ISO 13616."""
    if not _IBAN.fullmatch(value) or value[:2] not in COUNTRIES_BY_LETTERS:
        return False
    turned = value[4:] + value[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def _media(value: str) -> bool:
    return 1 <= int(value) <= 10 or 80 <= int(value) <= 99


_DIGITS_ONLY: Mapping[str, Callable[[str], bool]] = {
    "csum": lambda value: len(value) > 1 and valid_check(value),
    "yymmd0": lambda value: len(value) == 6 and is_day(value, whole=False),
    "yymmdd": lambda value: len(value) == 6 and is_day(value, whole=True),
    "yyyymmd0": lambda value: len(value) == 8 and is_day(value, whole=False),
    "yyyymmdd": lambda value: len(value) == 8 and is_day(value, whole=True),
    "hh": lambda value: len(value) == 2 and int(value) < 24,
    "mi": lambda value: len(value) == 2 and int(value) < 60,
    "ss": lambda value: len(value) == 2 and int(value) < 60,
    "hhmi": is_time,
    "iso3166": COUNTRIES_BY_NUMBER.__contains__,
    "iso3166999": lambda value: value == "999" or value in COUNTRIES_BY_NUMBER,
    "iso4217": CURRENCIES.__contains__,
    "iso5218": frozenset("0129").__contains__,
    "latitude": lambda value: len(value) == 10 and int(value) <= 180 * 10**7,
    "longitude": lambda value: len(value) == 10 and int(value) <= 360 * 10**7,
    "mediatype": lambda value: len(value) == 2 and _media(value),
    "nonzero": lambda value: int(value) > 0,
    "zero": lambda value: int(value) == 0,
    "nozeroprefix": lambda value: value[0] != "0",
    "pieceoftotal": _piece_of_total,
    "winding": frozenset("019").__contains__,
    "yesno": frozenset("01").__contains__,
    "couponcode": coupon,
    "couponposoffer": positive_offer,
}
_ANY: Mapping[str, Callable[[str], bool]] = {
    "csumalpha": _check_pair_fits,
    "gcppos1": lambda value: bool(_COMPANY_PREFIX.match(value)),
    "gcppos2": lambda value: bool(_COMPANY_PREFIX.match(value, 1)),
    "hasnondigit": lambda value: not value.isdigit(),
    "hyphen": lambda value: set(value) == {"-"},
    "iban": _iban,
    "importeridx": lambda value: len(value) == 1 and value in CSET_64,
    "iso3166alpha2": COUNTRIES_BY_LETTERS.__contains__,
    "packagetype": PACKAGES.__contains__,
    "pcenc": lambda value: bool(_PER_CENT.fullmatch(value)),
    "posinseqslash": _in_sequence,
}


_ALSO_NOTHING = frozenset({"pcenc", "nozeroprefix"})


def holds(check: str, value: str) -> bool:
    """Whether a value passes a check. check: GS1's name for it."""
    if not value:
        return check in _ALSO_NOTHING
    if check in _ANY:
        return _ANY[check](value)
    return value.isascii() and value.isdigit() and _DIGITS_ONLY[check](value)
