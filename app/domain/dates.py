"""Dates as labels print them and as people type them."""

from __future__ import annotations

import calendar
import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")
_DOTTED = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4}|\d{2})")
_SLASHED = re.compile(r"(?:(\d{1,2})[-/])?(\d{1,2})[-/](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})[ .-]*)?([a-z]{3})[a-z]*[ .,-]*(\d{4})")


def written_date(text: str) -> date | None:
    """The day a text means; None where it means none, or could mean two.

    Read are year-month-day, with or without marks between them; day.month.year; day/month/year
    where only one order of day and month is a date; months by their English names; YYMMDD as
    on GS1 labels. A month without a day, or with day 00, means its last day (GS1 General
    Specifications 3.4).
    """
    plain = " ".join(text.split()).casefold()
    if plain.isascii() and plain.isdigit():
        return _digits(plain)
    if found := _ISO.fullmatch(plain) or _CHINESE.fullmatch(plain):
        year, month, day = found.groups()
        return _day(int(year), int(month), int(day or 0))
    if found := _DOTTED.fullmatch(plain):
        day, month, year = found.groups()
        return _day(_year(year), int(month), int(day or 0))
    if found := _SLASHED.fullmatch(plain):
        return _either(*(int(part or 0) for part in found.groups()))
    if (found := _NAMED.fullmatch(plain)) and found[2] in _MONTHS:
        return _day(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1] or 0))
    return None


def _digits(digits: str) -> date | None:
    """YYMMDD or YYYYMMDD."""
    if len(digits) == 8:
        return _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if len(digits) != 6:
        return None
    return _day(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))


def _either(first: int, second: int, year: int) -> date | None:
    """A date whose day and month stand in an order nobody knows."""
    meant = {_day(year, second, first)}
    if first:
        meant.add(_day(year, first, second))
    meant.discard(None)
    return meant.pop() if len(meant) == 1 else None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _day(year: int, month: int, day: int) -> date | None:
    """day 0: the last one of the month. None = there is no such day."""
    try:
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None
