"""Days and times as GS1 data has them: digits without marks."""

from __future__ import annotations

import calendar
from datetime import date

_LAST_CENTURY = 77
"""From this year on, two digits mean 19..: 51 years ahead is past (General Specifications 7.12)."""


def is_day(digits: str, *, whole: bool) -> bool:
    """Whether YYMMDD or YYYYMMDD is a day. whole: day 00, the last of its month, is none."""
    if len(digits) not in {6, 8}:
        return False
    year, month, day = int(digits[:-4]), int(digits[-4:-2]), int(digits[-2:])
    if not 1 <= month <= 12:
        return False
    last = calendar.monthrange(2000 + year if len(digits) == 6 else max(year, 1), month)[1]
    return (1 if whole else 0) <= day <= last


def is_time(digits: str) -> bool:
    """Whether HHMM is a time of the day."""
    return len(digits) == 4 and int(digits[:2]) < 24 and int(digits[2:]) < 60


def to_day(digits: str) -> date | None:
    """The day of YYMMDD; day 00 means the last of its month. None = there is no such day."""
    if len(digits) != 6 or not is_day(digits, whole=False):
        return None
    short, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    year = short + (1900 if short >= _LAST_CENTURY else 2000)
    return date(year, month, day or calendar.monthrange(year, month)[1])
