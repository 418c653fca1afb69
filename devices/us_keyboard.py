"""The characters of the US keyboard by scan code, which do not depend on the host's layout.

Numbers are evdev codes (linux/input-event-codes.h); for the main block and the keypad they equal
the set-1 make codes of Windows. Scanners send US keys unless they are set up otherwise. The text
of an AZERTY host is then nonsense, while the scan codes are right. Caps Lock does not change them.
"""

from __future__ import annotations

_ROWS = ((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (44, "zxcvbnm,./"))
_PLAIN = {first + i: char for first, row in _ROWS for i, char in enumerate(row)}
_PLAIN |= {43: "\\", 57: " "}
_SHIFTED = dict(zip("1234567890-=[];'`\\,./", '!@#$%^&*()_+{}:"~|<>?', strict=True))
_KEYPAD = dict(zip((71, 72, 73, 75, 76, 77, 79, 80, 81, 82, 83), "7894561230.", strict=True))
_KEYPAD |= {55: "*", 74: "-", 78: "+", 98: "/"}

ENDS = frozenset({28, 96, 15})  # Enter, keypad Enter, Tab
MODIFIERS = frozenset({42, 54, 29, 97, 56, 100, 58, 69, 125, 126})
"""Shift, Ctrl, Alt of both sides, Caps Lock, Num Lock, Meta."""
ALT = 56
"""The left Alt key. A scanner in "ALT mode" holds it and types numbers on the keypad."""


def character(scan_code: int, *, shift: bool, ctrl: bool) -> str | None:
    """The character of a key, with Ctrl a control character; None for a key that makes none."""
    plain = _PLAIN.get(scan_code)
    if plain is None:
        return _KEYPAD.get(scan_code)
    char = _SHIFTED.get(plain, plain.upper()) if shift else plain
    if not ctrl:
        return char
    code = ord(char.upper())
    return chr(code & 0x1F) if 0x40 <= code <= 0x5F else None
