"""Keyboard scanners read apart from all other keyboards: keys of one device become frames.

What a source must bring is its keys; the table of `us_keyboard` makes characters of them and
`Framer` frames, so that a code that breaks off, its late end and keys that make no character are
treated as on a serial line. Caps Lock and the host's layout do not matter.
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
    """scan_code: evdev number. A repeat of a key held down is no key."""

    scan_code: int
    pressed: bool


class Keys:
    """One keyboard's keys become the bytes that a serial scanner would have sent."""

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
        """Keys were dropped by the system: what is at hand is no code; releases may be missed."""
        self._down.clear()
        return _NO_TEXT


def key_framer(prefix: bytes = b"", suffix: bytes = b"") -> Framer:
    """For slow typists: some keyboard scanners take 30 ms a key."""
    return Framer(prefix=prefix, suffix=suffix, idle_ms=500)
