"""Reads a scanned text as GS1 data, GTIN or SSCC; nothing is guessed.

The station looks up codes of the site (bins, totes, orders) before it tries this reading: without
an AIM id, GS1 rules would find a meaning in almost any digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from app.domain import retail
from app.domain.gs1.days import to_day
from app.domain.gs1.elements import GS, Flaw, Message, from_brackets, from_data, relations
from app.domain.gs1.links import from_link
from app.domain.gs1.scans import OF_ELEMENTS
from app.domain.retail import valid_check

_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_KEYS = {"gtin": "01", "sscc": "00", "lot": "10", "ser": "21", "cpv": "22"}
"""Words that the first Digital Links had instead of identifiers."""
_WORD_KEYS = re.compile(r"/(gtin|sscc|lot|ser|cpv)/", re.ASCII | re.IGNORECASE)
_LAST_SLASH = re.compile(r"/(?=[?#]|$)")
_LINK = re.compile(
    r"^https?://\S+/(00|01|8006|8013|253|255|414|gtin|sscc)/\d", re.ASCII | re.IGNORECASE
)
_WRITTEN_GS = re.compile(r"\{GS\}|<GS>|\^\]|␝", re.IGNORECASE)
_NOT_IN_82 = re.compile(r"[^!\"%-?A-Z_a-z]+", re.ASCII)
_SSCC = 18  # digits
_BREAKS = frozenset({Flaw.UNKNOWN, Flaw.UNREADABLE})
_OF_VALUES = frozenset(
    {Flaw.EMPTY, Flaw.TOO_SHORT, Flaw.TOO_LONG, Flaw.CHARACTERS, Flaw.CONTENT, Flaw.REPEATED}
)

_COPY = re.compile(r"[?&]copy=(\d{1,4})(?=[&#]|$)", re.ASCII)

_COPY_CODE = re.compile(r"^PBLC(\d{2})(\d{18})$", re.ASCII)


def copy_code(sscc: str, copy: int) -> str:
    """The text of the barcode that tells the copies of a parcel's label apart. copy: 1 to 99."""
    return f"PBLC{copy:02d}{sscc}"


@dataclass(frozen=True)
class Reading:
    """One scan, read. gtin: 14 digits. sscc: 18 digits. "" = not in the code.

    or_gtin: another GTIN that the digits can mean: an EAN-8 may be a UPC-E. count: how many are in
        it. contained: the GTIN is of what is in it (02), not of the scanned thing itself.
    copy: which copy of a parcel's label it is, from 1; its SSCC barcode does not tell.
    has_elements: the text has application identifiers, or is a Digital Link.
    fault: "GTIN" or "SSCC", if such a number has a wrong check digit; "GS1", if what follows a GTIN
        breaks the rules of GS1 or the number of units does; "" = none.
    wrong: the identifiers whose values break the rules. Such a value is not in the reading.
    """

    text: str
    gtin: str = ""
    sscc: str = ""
    lot: str = ""
    serial: str = ""
    expiry: date | None = None
    count: int | None = None
    contained: bool = False
    or_gtin: str = ""
    copy: int | None = None
    has_elements: bool = False
    fault: str = ""
    wrong: tuple[str, ...] = ()


def read(text: str, symbology: str = "") -> Reading:
    """Read a text as GS1 data, Digital Link, GTIN or SSCC; any other text stays plain text."""
    if _LINK.match(text):
        found = _COPY.search(text)
        return replace(_elements(text, _digital_link(text)), copy=int(found[1]) if found else None)
    if found := _COPY_CODE.match(text):
        return Reading(text, sscc=found[2], copy=int(found[1]))
    if _is_gs1(text, symbology):
        message = from_data(with_separators(text))
        broken_at = _broken_at(message)
        if not broken_at:
            return _elements(text, message)
        if _begins_with_gtin(text):
            return Reading(text, has_elements=True, fault="GS1", wrong=(broken_at,))
    if text.startswith("(") and text[1:3].isdigit():
        return _elements(text, _hri(text))
    return _plain_number(text, symbology)


def gs1_parts(text: str, symbology: str = "") -> tuple[tuple[str, str], ...]:
    """(application identifier, value) of GS1 data; () of anything else."""
    if _LINK.match(text):
        found = _digital_link(text)
    elif _is_gs1(text, symbology):
        found = _message(text) or Message()
    else:
        return ()
    return tuple((one.ai, one.value) for one in found.elements)


def begins_as_gs1(text: str, symbology: str) -> bool:
    """Whether a scan is GS1 data by its AIM id, or by the number it begins with."""
    return symbology in OF_ELEMENTS or _element_string(text)


def _is_gs1(text: str, symbology: str) -> bool:
    return GS in text or begins_as_gs1(text, symbology)


def are_elements(text: str) -> bool:
    """Whether a text is application identifiers and their values, all of them whole."""
    return text.isascii() and not from_data(with_separators(text)).faults


def _element_string(text: str) -> bool:
    """Whether a text without AIM id is GS1 data: an SSCC (00), a GTIN (01), or content (02)."""
    if len(text) == 20 and text.startswith("00") and text.isascii() and text.isdigit():
        return True
    return _begins_with_gtin(text) or (text.startswith("02") and _begins_with_gtin("01" + text[2:]))


def _begins_with_gtin(text: str) -> bool:
    """A GTIN alone in 16 digits, or with more behind it."""
    return len(text) >= 16 and text.startswith("01") and valid_check(text[2:16])


def _plain_number(text: str, symbology: str) -> Reading:
    if not (text.isascii() and text.isdigit()):
        return Reading(text)
    first, *others = (*retail.gtins(text, symbology), "")
    found = Reading(text, gtin=first, or_gtin=others[0] if others else "")
    if len(text) == _SSCC and valid_check(text):
        return replace(found, sscc=text)
    if not first and (len(text) == _SSCC or len(text) in _GTIN_LENGTHS):
        return replace(found, fault="SSCC" if len(text) == _SSCC else "GTIN")
    return found


def _message(text: str) -> Message | None:
    """Element strings, whose values may be wrong; None = the text is something else."""
    found = from_data(with_separators(text))
    return None if _broken_at(found) else found


def _broken_at(message: Message) -> str:
    """Where a text is no element string any more; "" = it is one to its end."""
    return next((fault.ai for fault in message.faults if fault.flaw in _BREAKS), "")


def with_separators(text: str) -> str:
    """GS1 data with its separators, where the scanner shows them as other signs.

    Signs that GS1 data cannot contain (General Specifications 7.11, character set 82) can stand
    for nothing but a separator.
    """
    shown = _WRITTEN_GS.sub(GS, text)
    return _NOT_IN_82.sub(GS, shown).strip(GS)


def _hri(text: str) -> Message | None:
    found = from_brackets(text)
    return None if _broken_at(found) else found


def _digital_link(text: str) -> Message:
    """A Digital Link, also in the forms that were right once, or are often seen.

    These are words for identifiers, capitals, a slash at the end, and a GTIN without its leading
    zeros.
    """
    scheme, _, rest = text.partition("://")
    host, _, path = rest.partition("/")
    path = _WORD_KEYS.sub(lambda found: f"/{_KEYS[found[1].lower()]}/", "/" + path)
    path = _LAST_SLASH.sub("", path)
    return from_link(f"{scheme.lower()}://{host.lower()}{path}", short_gtins=True)


def _elements(text: str, message: Message | None) -> Reading:
    """The parts this program uses, where they are right; the identifiers of those that are not.

    What belongs together is not asked: a thing may have several barcodes. The number of contained
    goods (02) stands for a product, as one's own number (01) does: their count tells how many.
    "Best before" (15) counts as the expiry where there is no "use by" (17).
    """
    if message is None or not message.elements:
        return Reading(text)
    faults = (*message.faults, *relations(message.elements))
    wrong = tuple(dict.fromkeys(fault.ai for fault in faults if fault.flaw in _OF_VALUES))
    for ai in ("00", "01", "02"):
        if ai in wrong:
            fault = "SSCC" if ai == "00" else "GTIN"
            return Reading(text, has_elements=True, fault=fault)
    if "30" in wrong or "37" in wrong:
        return Reading(text, has_elements=True, fault="GS1", wrong=wrong)
    values = {one.ai: one.value for one in message.elements if one.ai not in wrong}

    def value(*names: str) -> str:
        return next((values[ai] for ai in names if ai in values), "")

    day, count = value("17", "7003", "15"), value("37", "30")
    return Reading(
        text,
        gtin=value("01", "02"),
        sscc=value("00"),
        lot=value("10"),
        serial=value("21"),
        expiry=to_day(day[:6]) if day else None,
        count=int(count) if count else None,
        contained="01" not in values and "02" in values,
        has_elements=True,
        wrong=wrong,
    )
