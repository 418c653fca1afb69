"""Which letters this program can print: those that one of its fonts has.

The fonts lie in `resources/fonts`; `letters_table.py` is made from them, so that an import can tell
what a label could not show without opening a font.
"""

from __future__ import annotations

import bisect
import functools
import unicodedata

from app.domain.letters_table import LETTERS

JOINERS = ("\u200c", "\u200d")
"""Zero width non-joiner and joiner, which shape Persian and Indic words."""
_DAMAGED = "\ufffd"  # stands where a decoder could not read a letter
_KEYCAP = "\u20e3"


def bounds(table: str) -> tuple[int, ...]:
    """Of a table of letters alternately the first code of a range and the first one behind it."""
    found: list[int] = []
    for item in table.split():
        first, _, last = item.partition("-")
        found += [int(first, 16), int(last or first, 16) + 1]
    return tuple(found)


def within(known: tuple[int, ...], letter: str) -> bool:
    """Whether a letter is in one of the ranges. known: as `bounds` gives them."""
    return bisect.bisect_right(known, ord(letter)) % 2 == 1


@functools.cache
def _all() -> tuple[int, ...]:
    return bounds(LETTERS)


def covered(letter: str) -> bool:
    """Whether a font has this letter."""
    return within(_all(), letter)


def unprintable(text: str) -> str:
    """The letters, digits and signs of a text that no font has, each once; "" = all are there.

    Emoji and other ornaments do not count: `printable` leaves them out, and the text means the
    same without them.
    """
    lost = (letter for letter in _composed(text) if not covered(letter) and not _ornament(letter))
    return "".join(dict.fromkeys(lost))


def ornaments(text: str) -> str:
    """The emoji and ornaments of a text that no font has, each once."""
    lost = (letter for letter in _composed(text) if not covered(letter))
    return "".join(
        dict.fromkeys(letter for letter in lost if unicodedata.category(letter) in _SYMBOLS)
    )


def printable(text: str) -> str:
    """The text in composed letters and single blanks, without control characters and ornaments."""
    kept: list[str] = []
    for letter in _composed(text):
        if letter.isspace():
            kept.append(" ")
        elif letter in JOINERS:
            if kept and _joins(kept[-1]):
                kept.append(letter)
        elif covered(letter) or not _ornament(letter):
            kept.append(letter)
    return " ".join("".join(kept).split())


_SYMBOLS = frozenset({"So", "Sk"})
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})


def _composed(text: str) -> str:
    """NFC, without characters that show nothing."""
    return "".join(
        " " if letter.isspace() else letter
        for letter in unicodedata.normalize("NFC", text)
        if letter.isspace() or letter in JOINERS or unicodedata.category(letter) not in _INVISIBLE
    )


def _ornament(letter: str) -> bool:
    """Emoji, what changes their colour or shape, and blanks and joiners that have no shape."""
    if letter in JOINERS or letter.isspace() or letter == _KEYCAP:
        return True
    if letter == _DAMAGED:
        return False
    variation = "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
    return variation or unicodedata.category(letter) in _SYMBOLS


def _joins(letter: str) -> bool:
    """Whether a joiner after this letter means something: in scripts that join or stack."""
    return "\u0600" <= letter <= "\u1aff" and unicodedata.category(letter)[0] in "LM"
