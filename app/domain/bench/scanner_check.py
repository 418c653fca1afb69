"""What a scan of the test sheet says about the scanner that made it.

Three codes with known contents show a wrong keyboard layout, Caps Lock, a lost GS character, a
missing terminator and anything the scanner adds before or after.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GS = "\x1d"
LETTERS = "PBTEST-qwertyazmQWERTYAZM-0123456789"
GS1 = f"01095213210000181726123110LOT7{GS}21SN42"  # GTIN of GS1's range for examples
SIGNS = "PBTEST-/+.$%-*:;_?="
SHEET: tuple[str, ...] = (LETTERS, GS1, SIGNS)
"""Code 128, GS1-128, Code 128: in this order on the sheet."""

_QWERTZ = str.maketrans("yzYZ", "zyZY")
_AZERTY = str.maketrans("aqzwAQZW", "qawzQAWZ")


class Fault(StrEnum):
    """What is wrong, or worth knowing."""

    LAYOUT = "layout"  # the computer's keyboard layout changed letters
    CAPS_LOCK = "caps_lock"
    NO_TERMINATOR = "no_terminator"
    GS_LOST = "gs_lost"
    ADDED = "added"  # the scanner adds something before or after; it is cut off from now on
    NO_AIM = "no_aim"  # it does not say which kind of barcode it was
    DAMAGED = "damaged"  # a test code that came out as something else


HARMFUL = frozenset({Fault.LAYOUT, Fault.CAPS_LOCK, Fault.GS_LOST, Fault.DAMAGED})
"""No setting of the program mends these: the scanner or the computer has to be set."""


@dataclass(frozen=True)
class Check:
    """code: which of SHEET it was, "" = none of them. prefix, suffix: what the scanner adds.

    usable: the text itself is right, whatever else is worth knowing.
    """

    code: str
    faults: tuple[Fault, ...] = ()
    prefix: str = ""
    suffix: str = ""
    usable: bool = True


def examine(text: str, symbology: str, *, terminated: bool, typed: str = "") -> Check:
    """text: as decoded, without AIM id. typed: what the computer's own layout made of the keys."""
    code, faults, around = _recognised(text)
    if not code:
        return Check("")
    found = list(faults)
    if typed and typed != text and Fault.LAYOUT not in found:
        # Read by the position of its keys, it is right; other programs would get it wrong.
        found.append(Fault.CAPS_LOCK if typed == text.swapcase() else Fault.LAYOUT)
    if not terminated:
        found.append(Fault.NO_TERMINATOR)
    if any(around):
        found.append(Fault.ADDED)
    if not symbology:
        found.append(Fault.NO_AIM)
    return Check(code, tuple(found), *around, usable=HARMFUL.isdisjoint(faults))


def _recognised(text: str) -> tuple[str, tuple[Fault, ...], tuple[str, str]]:
    """(code, faults, what stands before and after it)."""
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
    """The code as it should be, then as each fault would change it."""
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
    """How far a scanner is with the sheet."""

    device: str
    done: tuple[str, ...] = ()  # codes of SHEET that came right, or with faults that are mended
    faults: tuple[Fault, ...] = ()
    prefix: str = ""
    suffix: str = ""

    def with_check(self, check: Check) -> ScannerSheet:
        if not check.code:
            return self
        known = check.code in self.done
        done = self.done if known or not check.usable else (*self.done, check.code)
        faults = (*self.faults, *(one for one in check.faults if one not in self.faults))
        if not self.done:
            return ScannerSheet(self.device, done, faults, check.prefix, check.suffix)
        # Only what every code had is the scanner's; a letter of the symbology is not.
        prefix = check.prefix if check.prefix == self.prefix else ""
        suffix = check.suffix if check.suffix == self.suffix else ""
        return ScannerSheet(self.device, done, faults, prefix, suffix)

    @property
    def complete(self) -> bool:
        return len(self.done) == len(SHEET)
