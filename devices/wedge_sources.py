"""Turns the keys of one keyboard scanner, read apart from all other keyboards, into frames.

`us_keyboard` turns keys into characters, and `Framer` turns these into frames. So a code that
breaks off, its late rest, and keys that make no character are treated as on a serial line. Caps
Lock and the host's layout do not matter.
"""

from __future__ import annotations

from dataclasses import dataclass

from devices import us_keyboard
from devices.framing import Framer

_SHIFTS = frozenset({42, 54})
_CTRLS = frozenset({29, 97})
_ALTS = frozenset({56, 100})
_NO_TEXT = b"\xff"  # never part of UTF-8: the frame becomes UNREADABLE


@dataclass(frozen=True)
class Key:
    """scan_code: evdev number. The repeats of a key that is held down are left out."""

    scan_code: int
    pressed: bool


class Keys:
    """Turns one keyboard's keys into the bytes that a serial scanner would have sent."""

    def __init__(self) -> None:
        self._down: set[int] = set()

    def bytes_of(self, key: Key) -> bytes:
        """CR for Enter and Tab; b"" for a release or a modifier."""
        code = key.scan_code
        if not key.pressed:
            self._down.discard(code)
            return b""
        if code in us_keyboard.ENDS:
            return b"\r"
        if code in us_keyboard.MODIFIERS:
            self._down.add(code)
            return b""
        if self._down & _ALTS:
            return _NO_TEXT
        shift, ctrl = bool(self._down & _SHIFTS), bool(self._down & _CTRLS)
        char = us_keyboard.character(code, shift=shift, ctrl=ctrl)
        return _NO_TEXT if char is None else char.encode()

    def lost(self) -> bytes:
        """The bytes that spoil the code at hand, after the system dropped keys.

        The dropped keys may have been releases, so no key counts as held any more.
        """
        self._down.clear()
        return _NO_TEXT


def key_framer(prefix: bytes = b"", suffix: bytes = b"") -> Framer:
    """A Framer that is patient: some keyboard scanners take 30 ms for a key."""
    return Framer(prefix=prefix, suffix=suffix, idle_ms=500)
