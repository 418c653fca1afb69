"""Key events as Linux tells them of a US keyboard scanner."""

from __future__ import annotations

from devices import us_keyboard
from devices.evdev_keys import EVENT

ENTER, CTRL, SHIFT = 28, 29, 42
_PLACES = {
    (us_keyboard.character(code, shift=shift, ctrl=False) or ""): (code, shift)
    for shift in (True, False)
    for code in range(58)
}


def event(code: int, value: int) -> bytes:
    """One key event (1 down, 0 up, 2 repeat) and the report that follows it."""
    return EVENT.pack(0, 0, 1, code, value) + EVENT.pack(0, 0, 0, 0, 0)


def events_of(text: str) -> bytes:
    """A whole scan, Enter at its end."""
    return b"".join(map(_stroke, text)) + event(ENTER, 1) + event(ENTER, 0)


def _stroke(char: str) -> bytes:
    if char == "\x1d":
        return event(CTRL, 1) + event(27, 1) + event(27, 0) + event(CTRL, 0)
    code, shift = _PLACES[char]
    stroke = event(code, 1) + event(code, 0)
    return event(SHIFT, 1) + stroke + event(SHIFT, 0) if shift else stroke
