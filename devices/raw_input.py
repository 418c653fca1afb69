r"""Windows Raw Input: which keyboard a key came from; pure decoding, no driver yet.

RAWINPUT of a keyboard on 64-bit Windows (winuser.h): header of type, size, device handle and
wParam (24 bytes), then MakeCode, Flags, Reserved, VKey, Message, ExtraInformation (16 bytes).
Make codes of set 1 equal evdev numbers in the main block; extended keys are mapped by hand.
Raw Input tells devices apart, but does not keep their keys from the window with the focus.

Untried: written from the documentation; the tests use records built by hand.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from devices.wedge_sources import Key

_RECORD = struct.Struct("<IIQQHHHHII")
_KEYBOARD = 1  # RIM_TYPEKEYBOARD
_BREAK, _E0 = 0x01, 0x02  # RI_KEY_BREAK, RI_KEY_E0
_OVERRUN = 0xFF  # KEYBOARD_OVERRUN_MAKE_CODE
_EXTENDED = {0x1C: 96, 0x1D: 97, 0x35: 98, 0x38: 100, 0x5B: 125, 0x5C: 126}
_NAME = re.compile(r"HID#VID_([0-9A-F]{4})&PID_([0-9A-F]{4})[^#]*#([^#]+)#", re.IGNORECASE)


@dataclass(frozen=True)
class RawKey:
    """handle: of the keyboard, valid until it is unplugged; its name comes from Windows."""

    handle: int
    key: Key


def raw_key(record: bytes) -> RawKey | None:
    """The key of one RAWINPUT record; None if it is of no keyboard, or of no key we know."""
    if len(record) != _RECORD.size:
        return None
    kind, _size, handle, _wparam, make, flags, *_ = _RECORD.unpack(record)
    if kind != _KEYBOARD or make in (0, _OVERRUN):
        return None
    code = _EXTENDED.get(make) if flags & _E0 else make
    return None if code is None else RawKey(handle, Key(code, pressed=not flags & _BREAK))


def identity(name: str) -> str:
    r"""Stable name of ``\\?\HID#VID_05F9&PID_4204#7&1a2b#{guid}``: usb:05f9:4204@7&1a2b."""
    match = _NAME.search(name)
    if match is None:
        return name
    return f"usb:{match[1].lower()}:{match[2].lower()}@{match[3]}"
