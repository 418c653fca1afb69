"""HID POS output report 0x04, two bytes each: id and bits.

Bit 1 prevent read, bit 5 error beep, bit 6 good-read beep (USB Interfaces User's Guide of Hand
Held Products, p. 1-12; HID Point of Sale Usage Tables 1.02, page 0x8C). Each report sets all
bits: a beep that leaves a locked trigger locked carries bit 1 as well.
"""

from __future__ import annotations

from app.device_api import Ability, Beep

REPORT = 0x04
PREVENT_READ = 0x02
ERROR_BEEP = 0x20
GOOD_BEEP = 0x40
SIZE = 2
TAKE_OVER = b"\xfe\x01"
"""The feature report that makes a Honeywell with several interfaces send its codes to this one.

Other scanners refuse it.
"""


class HidPosFeedback:
    """Gives reports of SIZE bytes each, one after the other."""

    abilities: tuple[Ability, ...] = (Ability.BEEP, Ability.LOCK)

    def bytes_for(self, beep: Beep) -> bytes:
        match beep:
            case Beep.GOOD:
                return bytes([REPORT, GOOD_BEEP])
            case Beep.BAD:
                return bytes([REPORT, ERROR_BEEP])
            case Beep.STOP:
                return bytes([REPORT, ERROR_BEEP]) * 3

    def lock(self) -> bytes:
        return bytes([REPORT, PREVENT_READ])

    def free(self) -> bytes:
        return bytes([REPORT, 0])


def reports(data: bytes, *, locked: bool) -> list[bytes]:
    """The codec's bytes as single reports. locked: those that sound keep the trigger locked."""
    keep = PREVENT_READ if locked else 0
    cut = [data[at : at + SIZE] for at in range(0, len(data), SIZE)]
    sounding = ERROR_BEEP | GOOD_BEEP
    return [bytes([one[0], one[1] | keep]) if one[1] & sounding else one for one in cut]
