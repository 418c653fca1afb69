"""Datalogic: escape sequences of cordless guns, single characters of corded ones.

Cordless: ESC [ n q, ended by CR (PowerScan 96xx reference, p. 304; QuickScan QD2400, p. 238;
Gryphon, p. 292). Corded: RS-232 host commands (QuickScan QD2300 reference, appendix G).
Not tried on a device.
"""

from __future__ import annotations

from app.device_api import Ability, Beep

_LONG_LOW = b"\x1b[2q"
_GOOD_READ = b"\x1b[3q"
_BAD_TRANSMISSION = b"\x1b[4q"
_PAUSE = b"\x1b[5q"  # silence of 100 ms
_FORCED = b"\x01"


class DatalogicCordless:
    """A gun with a base station."""

    abilities: tuple[Ability, ...] = (Ability.BEEP,)

    def bytes_for(self, beep: Beep) -> bytes:
        match beep:
            case Beep.GOOD:
                return _GOOD_READ + b"\r"
            case Beep.BAD:
                return _BAD_TRANSMISSION + b"\r"
            case Beep.STOP:
                return _PAUSE.join([_LONG_LOW] * 3) + b"\r"

    def lock(self) -> bytes:
        return b""

    def free(self) -> bytes:
        return b""


class DatalogicCorded:
    """A gun with a cable. It has one sound only; the number of beeps tells what is meant."""

    abilities: tuple[Ability, ...] = (Ability.BEEP, Ability.LOCK)

    def bytes_for(self, beep: Beep) -> bytes:
        match beep:
            case Beep.GOOD:
                return b"B"
            case Beep.BAD:
                return _FORCED * 2
            case Beep.STOP:
                return _FORCED * 5

    def lock(self) -> bytes:
        return b"D"

    def free(self) -> bytes:
        return b"E"
