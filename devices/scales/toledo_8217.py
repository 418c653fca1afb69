"""Toledo 8217 (Mettler-Toledo DIVA / Viva service manual, "8217 mode").

``W`` is answered with ``STX weight [N] CR`` only at rest and in range, else with
``STX ? status CR``. Status: b0 motion, b1 over capacity, b2 under zero, b3 outside the zero
capture range, b4 centre of zero, b5 net, b6 always 1 (and ignored: an emulator disagrees). A weight
with ``N`` behind it is a net one. The protocol does not send the unit, so the spec must name it.
Parity is the only check, and a USB adapter may leave even that out.
"""

from __future__ import annotations

import re
from functools import partial

from app.device_api import WeightUnit
from devices.scales.protocol import Protocol
from devices.scales.reading import Condition, ScaleAnswer, ScaleReading, ascii_of, number_of
from devices.serial_line import LineSettings

_WEIGHT = re.compile(r"(?=[ 0-9.,]{5,7}N?$) *([0-9]+(?:[.,][0-9]{1,3})?)(N?)")
"""Five or six digits and the point. A shorter weight has lost its end on the line."""

_MOTION, _OVER, _UNDER, _NO_ZERO = 1, 2, 4, 8
_ECHO = b"E"  # the answer to the probe E


def read(frame: bytes, unit: WeightUnit) -> ScaleAnswer | None:
    """What an answer says; None if it is not understood. frame: the bytes between STX and CR."""
    if len(frame) == 2 and frame.startswith(b"?"):
        return _status(frame[1])
    if frame == _ECHO:
        return Condition.NOTED
    found = _WEIGHT.fullmatch(ascii_of(frame))
    if found is None:
        return None
    return Condition.NET if found[2] else ScaleReading(number_of(found[1]), unit, stable=True)


def _status(bits: int) -> ScaleAnswer | None:
    if not 0x20 <= bits < 0x80:
        return None
    if bits & _OVER:
        return Condition.OVER
    if bits & _UNDER:
        return Condition.UNDER
    if bits & _NO_ZERO:
        return Condition.FAULT
    return Condition.MOTION if bits & _MOTION else Condition.NOTED


def toledo_8217(unit: WeightUnit) -> Protocol:
    line = LineSettings(9600, bytesize=7, parity="E")
    return Protocol(b"W", b"Z", b"\r", partial(read, unit=unit), start=b"\x02", line=line)
