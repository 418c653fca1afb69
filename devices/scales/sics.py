"""MT-SICS, levels 0 and 1 (Mettler-Toledo, MT-SICS Interface Commands reference manual).

``SI`` asks for the weight at once; ``S`` would wait for rest, and silence would then look like a
scale that is gone. The manual answers ``SI`` with ``S S`` or ``S D``; some scales and emulators
repeat the command, ``SI S``. There is no checksum: a digit that changed on the line cannot be told.
"""

from __future__ import annotations

import re
from decimal import Decimal

from devices.scales.protocol import Protocol
from devices.scales.reading import NUMBER, Condition, ScaleAnswer, ScaleReading, ascii_of, unit_of

_WEIGHT = re.compile(rf"SI? ([SD]) +({NUMBER}) +([A-Za-z]+)")
_CONDITIONS = {"I": Condition.MOTION, "+": Condition.OVER, "-": Condition.UNDER}
_CONDITION = re.compile(r"SI? ([I+-])")
_TAKEN = re.compile(r'Z ([AI+-])|I4 A "[^"]*"')  # zeroed or refused; it was switched on


def read(line: bytes) -> ScaleAnswer | None:
    """One line up to LF. ``ES``, ``ET``, ``EL`` (not understood there) and all else: None."""
    if not line.endswith(b"\r"):
        return None
    text = ascii_of(line[:-1])
    if found := _WEIGHT.fullmatch(text):
        status, number, unit_text = found.groups()
        unit = unit_of(unit_text)
        return ScaleReading(Decimal(number), unit, status == "S") if unit else None
    if found := _CONDITION.fullmatch(text):
        return _CONDITIONS[found[1]]
    return Condition.NOTED if _TAKEN.fullmatch(text) else None


SICS = Protocol(ask=b"SI\r\n", zero=b"Z\r\n", end=b"\n", read=read)
