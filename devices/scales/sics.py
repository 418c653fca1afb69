"""MT-SICS, levels 0 and 1 (Mettler-Toledo, MT-SICS Interface Commands reference manual).

``SI`` asks for the weight at once. ``S`` would wait until the scale is at rest, and the silence
would look like a scale that is gone. In the manual the answer to ``SI`` is ``S S`` or ``S D``; some
scales and emulators repeat the command, ``SI S``. While a tare is set, the weight is a net one, and
the answer does not tell: ``TA`` asks for the tare. A scale without that command answers ``ES``.
There is no checksum: nobody sees that a digit changed on the line.
"""

from __future__ import annotations

import re

from devices.scales.protocol import Protocol
from devices.scales.reading import (
    NUMBER,
    Condition,
    ScaleAnswer,
    ScaleReading,
    ascii_of,
    number_of,
    unit_of,
)

_WEIGHT = re.compile(rf"SI? ([SD]) +({NUMBER}) +([A-Za-z]+)")
_CONDITIONS = {"I": Condition.MOTION, "+": Condition.OVER, "-": Condition.UNDER}
_CONDITION = re.compile(r"SI? ([I+-])")
_TARE = re.compile(rf"TA A +({NUMBER}) +[A-Za-z]+")
_REFUSED = frozenset({"ES", "EL", "TA I"})
_TAKEN = re.compile(r'Z ([AI+-])|I4 A "[^"]*"')  # zeroed or refused; I4: it was switched on


def read(line: bytes) -> ScaleAnswer | None:
    """What a line up to LF says. None for ``ET`` (damage on the line) and all other lines."""
    if not line.endswith(b"\r"):
        return None
    text = ascii_of(line[:-1])
    if found := _WEIGHT.fullmatch(text):
        status, number, unit_text = found.groups()
        unit = unit_of(unit_text)
        stable = status == "S"
        return ScaleReading(number_of(number), unit, stable, gross=False) if unit else None
    if found := _TARE.fullmatch(text):
        return Condition.NET if number_of(found[1]) else Condition.GROSS
    if text in _REFUSED:
        return Condition.REFUSED
    if found := _CONDITION.fullmatch(text):
        return _CONDITIONS[found[1]]
    return Condition.NOTED if _TAKEN.fullmatch(text) else None


SICS = Protocol(ask=b"SI\r\n", zero=b"Z\r\n", end=b"\n", read=read, tare=b"TA\r\n")
