"""Reads a scanned text as GS1 data, GTIN or SSCC; nothing is guessed.

The station looks up codes of the site (bins, totes, orders) before it tries this reading: without
an AIM id, GS1 rules would find a meaning in almost any digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

GS = "\x1d"
_GS1_AIM = ("]C1", "]e0", "]d2", "]Q3", "]J1")
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_LINK = re.compile(r"^https?://\S+/(00|01|8006|8013|253|255|414)/\d", re.ASCII)


_COPY = re.compile(r"[?&]copy=(\d{1,4})(?=[&#]|$)", re.ASCII)

_COPY_CODE = re.compile(r"^PBLC(\d{2})(\d{18})$", re.ASCII)


def copy_code(sscc: str, copy: int) -> str:
    """The text of the barcode that tells the copies of a parcel's label apart. copy: 1 to 99."""
    return f"PBLC{copy:02d}{sscc}"


@dataclass(frozen=True)
class Reading:
    """One scan, read. gtin: 14 digits. sscc: 18 digits. "" = not in the code.

    copy: which copy of a parcel's label it is, from 1; its SSCC barcode does not tell.
    has_elements: the text has application identifiers, or is a Digital Link.
    fault: "GTIN" or "SSCC", if such a number has a wrong check digit; "" = none.
    """

    text: str
    gtin: str = ""
    sscc: str = ""
    lot: str = ""
    serial: str = ""
    expiry: date | None = None
    count: int | None = None
    copy: int | None = None
    has_elements: bool = False
    fault: str = ""


def check_digit(digits: str) -> str:
    """The GS1 mod-10 check digit to follow these digits (GS1 General Specifications, 7.9)."""
    total = sum(
        int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits))
    )
    return str(-total % 10)


def valid_check(number: str) -> bool:
    return number.isascii() and number.isdigit() and check_digit(number[:-1]) == number[-1]


def read(text: str, symbology: str = "") -> Reading:
    """Read a text as GS1 data, Digital Link, GTIN or SSCC; any other text stays plain text."""
    if _LINK.match(text):
        found = _COPY.search(text)
        return replace(_elements(text, _digital_link(text)), copy=int(found[1]) if found else None)
    if found := _COPY_CODE.match(text):
        return Reading(text, sscc=found[2], copy=int(found[1]))
    if symbology in _GS1_AIM or GS in text or _element_string(text):
        found = _gs1_message(text)
        if found:
            return _elements(text, found)
    if text.startswith("(") and text[1:3].isdigit():
        return _elements(text, _hri(text))
    return _plain_number(text)


def gs1_parts(text: str, symbology: str = "") -> tuple[tuple[str, str], ...]:
    """(application identifier, value) of GS1 data; () of anything else."""
    if _LINK.match(text):
        found = _digital_link(text)
    elif symbology in _GS1_AIM or GS in text or _element_string(text):
        found = _gs1_message(text)
    else:
        return ()
    return tuple((one.ai.ai, one.value) for one in found or ())


def are_elements(text: str) -> bool:
    """Whether a text is application identifiers and their values, all of them whole."""
    return text.isascii() and bool(_gs1_message(text))


def _element_string(text: str) -> bool:
    """Whether a text without AIM id is GS1 data: an SSCC (00), or it begins with a GTIN (01)."""
    if not text.isascii():
        return False
    if len(text) == 20 and text.startswith("00") and text.isdigit():
        return True
    head = text[2:16]
    return len(text) >= 16 and text.startswith("01") and valid_check(head)


def _plain_number(text: str) -> Reading:
    if not (text.isascii() and text.isdigit()):
        return Reading(text)
    if len(text) == 18:
        return Reading(text, sscc=text) if valid_check(text) else Reading(text, fault="SSCC")
    if len(text) in _GTIN_LENGTHS:
        if valid_check(text):
            return Reading(text, gtin=text.zfill(14))
        return Reading(text, fault="GTIN")
    return Reading(text)


def _gs1_message(text: str) -> Any:
    from biip import ParseError
    from biip.gs1_messages import GS1Message

    try:
        return GS1Message.parse(text.rstrip(GS)).element_strings
    except ParseError:
        return None


def _hri(text: str) -> Any:
    from biip import ParseError
    from biip.gs1_messages import GS1Message

    try:
        return GS1Message.parse_hri(text).element_strings
    except ParseError:
        return None


def _digital_link(text: str) -> Any:
    from biip import ParseError
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI

    try:
        return GS1DigitalLinkURI.parse(text).element_strings
    except ParseError:
        return None


def _elements(text: str, elements: Any) -> Reading:
    """The parts this program uses. The parser accepts wrong check digits; here they are a fault."""
    values: dict[str, Any] = {"has_elements": bool(elements)}
    for element in elements or ():
        ai, value = element.ai.ai, element.value
        if ai in {"00", "01"} and not valid_check(value):
            return Reading(text, has_elements=True, fault="SSCC" if ai == "00" else "GTIN")
        name = {"00": "sscc", "01": "gtin", "10": "lot", "21": "serial"}.get(ai)
        if name:
            values[name] = value
        elif ai == "17":
            values["expiry"] = element.date
        elif ai in {"30", "37"} and value.isdigit():
            values["count"] = int(value)
    return Reading(text, **values)
