"""Parcel numbers: SSCCs of a company's own number space.

The centre counts serials without end. A site's extension digits, in their order, say how many of
them there is room for (GS1 General Specifications 2.2.1: extension digit, company prefix, serial
reference, check digit).
"""

from __future__ import annotations

from app.domain.retail import check_digit

DIGITS = 18
NEARLY_USED = 0.9
"""From this part of the number space on, somebody must extend it."""


def fault(company_prefix: str, extensions: str) -> str:
    """Why no numbers can be made, a sentence for the administrator; "" = they can."""
    if not (company_prefix.isascii() and company_prefix.isdigit()):
        return f"a GS1 company prefix has digits only, not {company_prefix!r}"
    if not 4 <= len(company_prefix) <= 12:
        return f"a GS1 company prefix has 4 to 12 digits, not {len(company_prefix)}"
    if not extensions or not (extensions.isascii() and extensions.isdigit()):
        return f"extension digits are one or more of 0 to 9, not {extensions!r}"
    if len(set(extensions)) != len(extensions):
        return f"an extension digit stands twice in {extensions!r}"
    return ""


def _per_extension(company_prefix: str) -> int:
    return int(10 ** (DIGITS - 2 - len(company_prefix)))


def room(company_prefix: str, extensions: str) -> int:
    """How many serials have a number: those from 0 up to this one."""
    return len(extensions) * _per_extension(company_prefix)


def used(company_prefix: str, extensions: str, serial: int) -> float:
    """Which part of the number space is used where this serial comes next; 1.0 = all of it."""
    return min(serial / room(company_prefix, extensions), 1.0)


def number(company_prefix: str, extensions: str, serial: int) -> str:
    """The 18 digits of a serial, from 0; "" = the number space has no room for it."""
    each = _per_extension(company_prefix)
    if not 0 <= serial < len(extensions) * each:
        return ""
    width = DIGITS - 2 - len(company_prefix)
    body = f"{extensions[serial // each]}{company_prefix}{serial % each:0{width}d}"
    return body + check_digit(body)
