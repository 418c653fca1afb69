"""What a scan of the test sheet says about the scanner that made it.

Three codes with known contents show a wrong keyboard layout, Caps Lock, a lost GS character, a
missing terminator and anything the scanner adds before or after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

GS = "\x1d"
LETTERS = "PBTEST-qwertyazmQWERTYAZM-0123456789"
GS1 = f"01095213210000181726123110LOT7{GS}21SN42"  # a GTIN of GS1's range for examples
SIGNS = "PBTEST-/+.$%-*:;_?="
SHEET: tuple[str, ...] = (LETTERS, GS1, SIGNS)
"""The codes in the order of the sheet; their symbologies are Code 128, GS1-128, Code 128."""

MOST_SIGNS = 6  # of a separator, such as "{GS}"

_QWERTZ = str.maketrans("yzYZ", "zyZY")
_AZERTY = str.maketrans("aqzwAQZW", "qawzQAWZ")


class Fault(StrEnum):
    """What is wrong with a scanner, or at least worth knowing."""

    LAYOUT = "layout"  # the computer's keyboard layout changed letters
    CAPS_LOCK = "caps_lock"
    NO_TERMINATOR = "no_terminator"
    GS_LOST = "gs_lost"
    GS_REPLACED = "gs_replaced"  # other signs come instead; the program knows them from now on
    ADDED = "added"  # the scanner adds a prefix or suffix; the program cuts it off from now on
    NO_AIM = "no_aim"  # the scanner does not send which kind of barcode it read
    DAMAGED = "damaged"  # a test code was recognised, but its text is wrong


HARMFUL = frozenset({Fault.LAYOUT, Fault.CAPS_LOCK, Fault.GS_LOST, Fault.DAMAGED})
"""The program cannot mend these: somebody must set the scanner or the computer."""


@dataclass(frozen=True)
class CodeCheck:
    """The verdict on one scan.

    code: which code of SHEET was read, "" = none of them. prefix, suffix: what the scanner adds.
    separator: what it sends instead of GS, "" = GS itself.
    usable: the text itself came out right, even if the scanner has a harmless fault.
    """

    code: str
    faults: tuple[Fault, ...] = ()
    prefix: str = ""
    suffix: str = ""
    separator: str = ""
    usable: bool = True


def examine(text: str, symbology: str, *, terminated: bool, typed: str = "") -> CodeCheck:
    """Judge a scan. text: as decoded, without AIM id, "" = none of SHEET is recognised in it.

    symbology: the AIM id, "" = the scanner sent none. terminated: an Enter (CR) came at the end.
    typed: for a keyboard scanner, the text by the computer's own layout; "" = no keyboard scanner.
    """
    separator = _replaced(text)
    code, faults, around = _recognised(text.replace(separator, GS) if separator else text)
    if not code:
        return CodeCheck("")
    found = [*faults, *((Fault.GS_REPLACED,) if separator else ())]
    if typed and typed != text and Fault.LAYOUT not in found:
        # This program reads keys by their position and got it right; other programs would not.
        found.append(Fault.CAPS_LOCK if typed == text.swapcase() else Fault.LAYOUT)
    if not terminated:
        found.append(Fault.NO_TERMINATOR)
    if any(around):
        found.append(Fault.ADDED)
    if not symbology:
        found.append(Fault.NO_AIM)
    return CodeCheck(code, tuple(found), *around, separator, usable=HARMFUL.isdisjoint(faults))


def _replaced(text: str) -> str:
    """The signs that stand in the GS1 test code where its separator should be; "" = none do."""
    before, after = GS1.split(GS)
    found = re.search(f"{re.escape(before)}(.{{1,{MOST_SIGNS}}}?){re.escape(after)}", text)
    return "" if found is None or found[1] == GS else found[1]


def _recognised(text: str) -> tuple[str, tuple[Fault, ...], tuple[str, str]]:
    """(code, faults, (text before it, text after it)); code "" where nothing is recognised."""
    for code in SHEET:
        for fault, changed in _changes(code):
            before, found, after = text.partition(changed)
            if found:
                faults = () if fault is None else (fault,)
                return code, faults, (before, after)
    letters = _letters(text)
    if letters == _letters(LETTERS).swapcase():
        return LETTERS, (Fault.CAPS_LOCK,), ("", "")
    if letters in {_letters(LETTERS.translate(swap)) for swap in (_QWERTZ, _AZERTY)}:
        return LETTERS, (Fault.LAYOUT,), ("", "")  # other signs and digits are where they were
    if text.upper().startswith("PBTEST"):
        return LETTERS, (Fault.DAMAGED,), ("", "")
    return "", (), ("", "")


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isascii() and char.isalpha())


def _changes(code: str) -> list[tuple[Fault | None, str]]:
    """(fault, text) pairs: the code as it is printed, then as each fault would change it."""
    changes: list[tuple[Fault | None, str]] = [(None, code)]
    if GS in code:
        changes.append((Fault.GS_LOST, code.replace(GS, "")))
        return changes
    changes.append((Fault.CAPS_LOCK, code.swapcase()))
    changes.append((Fault.LAYOUT, code.translate(_QWERTZ)))
    changes.append((Fault.LAYOUT, code.translate(_AZERTY)))
    return [(fault, changed) for fault, changed in changes if fault is None or changed != code]


@dataclass(frozen=True)
class ScannerSheet:
    """Which codes of the sheet one scanner has read so far, and what they told about it."""

    device: str
    done: tuple[str, ...] = ()  # codes of SHEET that came out usable
    faults: tuple[Fault, ...] = ()
    prefix: str = ""
    suffix: str = ""
    separator: str = ""

    def with_check(self, check: CodeCheck) -> ScannerSheet:
        if not check.code:
            return self
        known = check.code in self.done
        done = self.done if known or not check.usable else (*self.done, check.code)
        faults = (*self.faults, *(one for one in check.faults if one not in self.faults))
        separator = check.separator or self.separator
        if not self.done:
            return ScannerSheet(self.device, done, faults, check.prefix, check.suffix, separator)
        # What stood around every code is the scanner's own. A letter that names the symbology is
        # not: it differs from code to code.
        prefix = check.prefix if check.prefix == self.prefix else ""
        suffix = check.suffix if check.suffix == self.suffix else ""
        return ScannerSheet(self.device, done, faults, prefix, suffix, separator)

    @property
    def complete(self) -> bool:
        return len(self.done) == len(SHEET)
