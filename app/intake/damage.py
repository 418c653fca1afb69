"""What spreadsheets do to codes: numbers with an exponent, lost zeros, apostrophes, formulas.

A damaged code is named and never stored: nobody knows what it was, and it would stand in the place
of a good one.
"""

from __future__ import annotations

import re
import unicodedata

_EXPONENT = re.compile(r"[+-]?\d+[.,]\d+E[+-]?\d+|[+-]?\d+E\+\d+", re.IGNORECASE)
_FORMULA = re.compile(r'=\s*"|=[A-Z]+\(|=\S*[+*/]', re.IGNORECASE)
_ERROR = re.compile(r"#(REF|N/A|NAME|VALUE|DIV/0|NUM|NULL|SPILL)[!?]?|#{3,}", re.IGNORECASE)
_TWO = re.compile(r"\d{8,14}(\s*[,;/&]\s*|\s+)\d{8,14}.*", re.DOTALL)


def of_code(value: str) -> str:
    """What is wrong with a code, "" = nothing."""
    if _EXPONENT.fullmatch(value):
        return "is a number that a spreadsheet has rounded; export the column as text"
    if _FORMULA.match(value):
        return "is a formula of a spreadsheet; export the column as text"
    if _ERROR.fullmatch(value):
        return "is an error of a spreadsheet"
    if value.startswith("'"):
        return "begins with an apostrophe, which a spreadsheet puts before text"
    if any(unicodedata.normalize("NFKC", c) != c and c.isalnum() for c in value):
        return "has full-width or otherwise odd digits or letters; write them plainly"
    if not value.isprintable():
        names = sorted({f"U+{ord(c):04X}" for c in value if not c.isprintable()})
        return f"has characters that nobody sees ({', '.join(names)})"
    return ""


def of_text(value: str) -> str:
    """What is wrong with a text, "" = nothing. Much that no code may be is a text."""
    if value.startswith('="') and value.endswith('"'):
        return "is a formula of a spreadsheet; export the column as text"
    return "is an error of a spreadsheet" if _ERROR.fullmatch(value) else ""


def of_digits(value: str) -> str:
    """What is wrong with a postcode or a telephone number, "" = nothing."""
    if _EXPONENT.fullmatch(value):
        return "is a number that a spreadsheet has rounded; export the column as text"
    if value.startswith("'"):
        return "begins with an apostrophe, which a spreadsheet puts before text"
    return ""


def of_barcode(value: str) -> str:
    """What is wrong with a barcode, "" = nothing."""
    if _TWO.fullmatch(value):
        return 'holds two codes; separate them by "|"'
    if re.fullmatch(r"\d{8,14}[.,]0+", value):
        return "is a number with decimals, as spreadsheets write it; export the column as text"
    if re.fullmatch(r"\d{11}", value) and checks(f"0{value}"):
        return f"has lost its leading zero: it is 0{value}, or is not a UPC"
    return ""


def checks(digits: str) -> bool:
    """Whether the check digit of a GTIN-8/12/13/14 is right (weights 3 and 1, GS1 GS 7.9)."""
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(reversed(digits)))
    return total % 10 == 0


def hidden(c: str) -> bool:
    """A character that stands in a text without meaning anything, or turns its direction.

    Joiners stay: Hindi, Persian and other scripts need them.
    """
    return c in "\u00ad\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
