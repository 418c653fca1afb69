"""What a scanner sends: the AIM identifier of the symbology, then the data.

ISO/IEC 15424 has the identifiers. Two barcodes that make one, a linear and a composite component,
come behind each other with "|" between them where the scanner reports both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.gs1.elements import Element, Fault, Flaw, Message, from_data
from app.domain.gs1.links import from_link
from app.domain.retail import valid_check

OF_ELEMENTS = frozenset({"]C1", "]e0", "]e1", "]e2", "]d2", "]Q3", "]J1"})
"""Symbologies of GS1 that hold element strings and nothing else."""
_OF_TEXT = frozenset({"]d1", "]Q1", "]J0"})
"""Symbologies that can hold a Digital Link."""
_DIGITS = {"]E0": 13, "]E4": 8, "]I1": 14}
"""Symbologies that hold a GTIN, and its length."""
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]", re.ASCII)
_JOINT = "|"


@dataclass(frozen=True)
class Scanned:
    """A scan. symbology: AIM identifier, "" = it has none. data: what the symbol holds."""

    symbology: str
    data: str
    message: Message


def from_scan(text: str) -> Scanned:
    """Read a scan by the symbology it names itself."""
    if not _AIM.match(text):
        return Scanned("", text, Message(faults=(Fault("", Flaw.UNREADABLE),)))
    symbology, data = text[:3], text[3:]
    return Scanned(symbology, data, _message(symbology, data))


def _message(symbology: str, data: str) -> Message:
    if symbology in OF_ELEMENTS:
        return from_data(data)
    if symbology in _DIGITS:
        return _number(data, _DIGITS[symbology])
    if symbology in _OF_TEXT:
        if data[:4] in {"http", "HTTP"}:
            return from_link(data)
        return Message()  # any text, or none
    return Message(faults=(Fault("", Flaw.UNKNOWN, symbology),))


def _number(data: str, size: int) -> Message:
    """A GTIN, and what its composite component says more."""
    digits, joined, more = data.partition(_JOINT)
    fits = len(digits) == size and valid_check(digits)
    faults = () if fits else (Fault("01", Flaw.CONTENT, "csum"),)
    elements = (Element("01", digits.zfill(14)),)
    if not joined:
        return Message(elements, faults)
    if more[:3] not in {"]e0", "]e1", "]e2"}:
        return Message(elements, (*faults, Fault("", Flaw.UNREADABLE)))
    second = from_data(more[3:])
    return Message(elements + second.elements, faults + second.faults)
