"""MT-SICS, levels 0 and 1 (Mettler-Toledo, MT-SICS Interface Commands reference manual).

``SI`` asks for the weight at once. ``S`` would wait until the scale is at rest, and the silence
would look like a scale that is gone. In the manual the answer to ``SI`` is ``S S`` or ``S D``; some
scales and emulators repeat the command, ``SI S``. There is no checksum: nobody sees that a digit
changed on the line.
"""

from __future__ import annotations

import re
from decimal import Decimal

from devices.scales.protocol import Protocol
from devices.scales.reading import NUMBER, Condition, ScaleAnswer, ScaleReading, ascii_of, unit_of

_WEIGHT = re.compile(rf"SI? ([SD]) +({NUMBER}) +([A-Za-z]+)")
_CONDITIONS = {"I": Condition.MOTION, "+": Condition.OVER, "-": Condition.UNDER}
_CONDITION = re.compile(r"SI? ([I+-])")
_TAKEN = re.compile(r'Z ([AI+-])|I4 A "[^"]*"')  # zeroed or refused; I4: it was switched on


def read(line: bytes) -> ScaleAnswer | None:
    """What a line up to LF says. None for ``ES``, ``ET``, ``EL`` (errors) and all other lines."""
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
