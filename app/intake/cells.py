"""Turns the text of one cell into a value. Raises CellError, in plain words."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache

from app.intake import damage
from app.intake.countries import CODES
from app.intake.country_names import code_of

MAX_QUANTITY = 1_000_000
UNIT_MARK = 20
COMMAND_PREFIX = "PBCX"
"""Barcodes that begin like this are commands to the station, never goods."""

_WHOLE = re.compile(r"([+-]?[0-9]{1,12})(?:\.0*)?", re.ASCII)
_ONE_OR_THOUSAND = re.compile(r"[+-]?[1-9][0-9]{0,2}\.000", re.ASCII)
_FRACTION = re.compile(r"[+-]?[0-9]*\.[0-9]+", re.ASCII)
_OFFSET = re.compile(r" (?=[+-]\d\d:?\d\d$)")
_YES = frozenset({"yes", "y", "true", "1", "x"})
_NO = frozenset({"", "no", "n", "false", "0"})


class CellError(Exception):
    """A cell that cannot be used. value: what stands in it; reason: why not."""

    def __init__(self, column: str, value: str, reason: str) -> None:
        super().__init__(f"{column}: {reason}")
        self.column = column
        self.value = value
        self.reason = reason


def text(column: str, value: str) -> str:
    """The text without blanks around it; line breaks and tabs become one blank.

    Zero-width characters go. Other control characters are refused: nobody sees them, and they would
    break labels.
    """
    value = value.strip()
    if value[:1] in ("=", "#") and (reason := damage.of_text(value)):
        raise CellError(column, shown(value), reason)
    if value.isprintable():
        return value
    value = "".join(c for c in value if not damage.hidden(c)).strip()
    value = re.sub(r"[\t\r\n]+", " ", value)
    if any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in value):
        raise CellError(column, shown(value), "contains control characters")
    return value


def note(column: str, value: str) -> str:
    """A text of several rows: as `text`, but its line breaks stay."""
    rows = (text(column, row) for row in value.splitlines())
    return "\n".join(row for row in rows if row)


def digits(column: str, value: str) -> str:
    """A postcode or a telephone number, as it was before a spreadsheet touched it; "" if empty."""
    value = text(column, value)
    if reason := damage.of_digits(value):
        raise CellError(column, shown(value), reason)
    return value


def whole(column: str, value: str) -> int:
    """A whole number. "6" and "6.0" are whole numbers; "6.5" and "1,000" are refused.

    So is "1.000": it may be 1 or 1,000.
    """
    if _ONE_OR_THOUSAND.fullmatch(value.strip()):
        raise CellError(column, shown(value), "may be 1 or 1,000 times as much; write it plainly")
    match = _WHOLE.fullmatch(value.strip())
    if match:
        return int(match[1])
    if not value.strip():
        raise CellError(column, "", "is missing")
    if _FRACTION.fullmatch(value.strip()):
        raise CellError(column, shown(value), "is not a whole number")
    raise CellError(column, shown(value), "is not a number")


def quantity(column: str, value: str) -> int:
    """A number of units to ship, 1 to a million."""
    number = whole(column, value)
    if number == 0:
        raise CellError(column, shown(value), "is zero")
    if number < 0:
        raise CellError(column, shown(value), "is negative")
    if number > MAX_QUANTITY:
        raise CellError(column, shown(value), f"is more than {MAX_QUANTITY:,} units")
    return number


def packed(column: str, value: str) -> int:
    """The units in a pack, 2 to a million; 0 for an empty cell: there is no such pack."""
    if not value.strip():
        return 0
    number = quantity(column, value)
    if number == 1:
        raise CellError(column, shown(value), "is one unit, which is no pack")
    return number


def left(column: str, value: str) -> int:
    """The units of a line that a shop may have emptied: as `quantity`, or 0."""
    number = whole(column, value)
    return number if number == 0 else quantity(column, value)


def count(column: str, value: str, most: int = 1_000_000_000) -> int:
    """Grams, millimetres or a position: 0 or more. An empty cell is 0."""
    if not value.strip():
        return 0
    number = whole(column, value)
    if number < 0:
        raise CellError(column, shown(value), "is negative")
    if number > most:
        raise CellError(column, shown(value), "is too large")
    return number


def yes(column: str, value: str) -> bool:
    word = value.strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError(column, shown(value), 'is neither "yes" nor "no"')


def yes_if_told(column: str, value: str) -> bool | None:
    """As `yes`; None for an empty cell."""
    return yes(column, value) if value.strip() else None


def yes_or(column: str, value: str) -> bool:
    """As `yes`, for a field that may also hold other words, which mean no."""
    return value.strip().lower() in _YES


def moment(
    column: str, value: str, zone: tzinfo | None = None, formats: tuple[str, ...] = ()
) -> datetime:
    """A time: aware, UTC. formats: of strptime; without any the text is ISO 8601.

    A text without an offset needs `zone`: a guess would move cut-off times by hours.
    """
    value = value.strip()
    found = _moment(value, formats)
    if found is None:
        raise CellError(column, shown(value), "is missing" if not value else "is not a date")
    if found.tzinfo is None:
        if zone is None:
            raise CellError(column, shown(value), "has no time zone (add Z or +01:00)")
        found = found.replace(tzinfo=zone)
    if not 2000 <= found.year < 2100:
        raise CellError(column, shown(value), "is not a date of this century")
    return found.astimezone(UTC)


@lru_cache(maxsize=4096)
def _moment(value: str, formats: tuple[str, ...]) -> datetime | None:
    if not formats:
        try:
            return datetime.fromisoformat(_OFFSET.sub("", value))
        except ValueError:
            return None
    for known in formats:
        try:
            return datetime.strptime(value, known)  # noqa: DTZ007 - the caller adds the zone
        except ValueError:
            continue
    return None


def day(column: str, value: str) -> date | None:
    """A date; None for an empty cell."""
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise CellError(column, shown(value), "is not a date like 2027-03-31") from None


def country(column: str, value: str, names: dict[str, str] | None = None) -> str:
    """A country code of ISO 3166-1 alpha-2; "" if empty. names: the file's word -> code."""
    value = value.strip()
    if names and value in names:
        return names[value]
    code = value.upper()
    if code and code not in CODES:
        code = code_of(value)
        if not code:
            raise CellError(column, shown(value), "is neither a country's name nor its code (DE)")
    return code


def code(column: str, value: str) -> str:
    """A name such as a reference, a SKU or a bin; never empty, never what a spreadsheet made."""
    given = value.strip()
    if reason := damage.of_code(given):
        raise CellError(column, shown(given), reason)
    value = text(column, value)
    if not value:
        raise CellError(column, "", "is missing")
    if len(value) > 128:
        raise CellError(column, shown(value), "is longer than 128 characters")
    return value


def unit_mark(column: str, value: str) -> str:
    """A lot or a serial number, "" for an empty cell; GS1 has 20 characters for either."""
    if not value.strip():
        return ""
    value = code(column, value)
    if len(value) > UNIT_MARK:
        raise CellError(column, shown(value), f"is longer than GS1's {UNIT_MARK} characters")
    return value


def days(column: str, value: str) -> int:
    """A number of days, at most a hundred years; 0 for an empty cell."""
    return count(column, value, most=36_500)


def barcode(column: str, value: str) -> str:
    """One barcode of a product. 13 digits are an EAN-13, whose check digit must be right.

    8, 12 or 14 digits may be a number of the house, so only the column for GTINs checks those.
    """
    if reason := damage.of_barcode(value.strip()):
        raise CellError(column, shown(value.strip()), reason)
    value = code(column, value)
    if value.upper().startswith(COMMAND_PREFIX):
        raise CellError(column, value, f"begins with {COMMAND_PREFIX}, reserved for commands")
    if len(value) == 13 and value.isascii() and value.isdigit() and not damage.checks(value):
        raise CellError(column, value, "has a wrong check digit (EAN-13)")
    return value


def gtin(column: str, value: str) -> str:
    value = barcode(column, value)
    if not (value.isascii() and value.isdigit() and len(value) in (8, 12, 13, 14)):
        raise CellError(column, shown(value), "is no GTIN: 8, 12, 13 or 14 digits")
    if not damage.checks(value):
        raise CellError(column, value, "has a wrong check digit (GTIN)")
    return value


def shown(value: str) -> str:
    """The value as a message shows it: printable and short."""
    printable = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in value[:60])
    return printable + ("…" if len(value) > 60 else "")
