"""NCI SCP-01 (Weigh-Tronix, Avery Weigh-Tronix, Brecknell, Fairbanks "SCP").

``W CR`` is answered with ``LF weight unit CR LF status CR ETX`` (NCI 7800 manual p. 32; NCI 6702
manual p. 14). Status, two bytes and more, b4 and b5 always 1: first b0 motion, b1 at zero, b2 RAM
and b3 EEPROM error; second b0 under and b1 over capacity, b2 ROM error, b3 faulty calibration,
b6 another byte follows. ``LF ? CR ETX`` means that the scale does not know the command. There is
no checksum.
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

_WEIGHT = re.compile(rf" *({NUMBER}) ?([A-Za-z]{{1,2}})(?: ?(N|NT|G|GR))?")
"""Some models say behind the unit whether the weight is net or gross."""
_MARKS = 0b0011_0000
_MORE = 0b0100_0000
_LOW = 0b0000_1111


def read(frame: bytes) -> ScaleAnswer | None:
    """What an answer says; None if it is not understood. frame: the bytes before ETX."""
    head, feed, body = frame.partition(b"\n")
    if head or not feed or not body.endswith(b"\r"):
        return None
    *shown, status = body[:-1].split(b"\r\n")
    said = _status(status)
    if len(shown) > 1:
        return None
    if said is not Condition.NOTED or not shown:
        return said  # the weight field then holds bars, or a weight that is not at rest
    found = _WEIGHT.fullmatch(ascii_of(shown[0]))
    unit = unit_of(found[2]) if found else None
    if found is None or unit is None:
        return None
    if (found[3] or "").startswith("N"):
        return Condition.NET
    return ScaleReading(number_of(found[1]), unit, stable=True)


def _status(status: bytes) -> Condition | None:
    """What the status bytes say. NOTED = at rest and in range; None = these are no status."""
    if len(status) < 2 or any(byte & _MARKS != _MARKS or byte > 0x7F for byte in status):
        return None
    follows = [bool(byte & _MORE) for byte in status[1:]]
    if status[0] & _MORE or follows != [True] * (len(status) - 2) + [False]:
        return None
    first, second = status[0] & _LOW, status[1] & _LOW
    if first & 0b1100 or second & 0b1100:
        return Condition.FAULT
    if second & 0b10:
        return Condition.OVER
    if second & 0b01:
        return Condition.UNDER
    return Condition.MOTION if first & 0b01 else Condition.NOTED


NCI = Protocol(ask=b"W\r", zero=b"Z\r", start=b"", end=b"\x03", read=read)
