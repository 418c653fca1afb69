"""Honeywell: each serial command SYN BEL CR beeps once; the number of beeps tells what is meant.

Source: as used by public host software for Voyager and Xenon; not tried on a device.
"""

from __future__ import annotations

from app.device_api import Ability, Beep

_BEEP = b"\x16\x07\r"
_COUNTS = {Beep.GOOD: 1, Beep.BAD: 2, Beep.STOP: 5}


class Honeywell:
    abilities: tuple[Ability, ...] = (Ability.BEEP,)

    def bytes_for(self, beep: Beep) -> bytes:
        return _BEEP * _COUNTS[beep]

    def lock(self) -> bytes:
        return b""

    def free(self) -> bytes:
        return b""
