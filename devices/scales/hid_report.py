"""Reports of a USB scale (HID Point of Sale Usage Tables 1.02, page 0x8D, "Data Report").

Report 3: status, unit, exponent (signed), weight (u16, little endian). Some hosts leave
the report's number out, and five bytes come instead of six. USB guards its bytes by a CRC.
"""

from __future__ import annotations

from decimal import Decimal

from app.device_api import WeightUnit
from devices.scales.reading import Condition, ScaleAnswer, ScaleReading

REPORT = 3
_UNITS = {2: WeightUnit.G, 3: WeightUnit.KG, 11: WeightUnit.OZ, 12: WeightUnit.LB}
_CONDITIONS = {
    1: Condition.FAULT,
    5: Condition.UNDER,
    6: Condition.OVER,
    7: Condition.FAULT,  # requires calibration
    8: Condition.UNDER,  # requires re-zeroing
}
_ZERO, _MOTION, _STABLE = 2, 3, 4
_MOST_EXPONENT = 4  # 0.0001 to 10 000 units


def read(report: bytes) -> ScaleAnswer | None:
    """What one input report says, with or without its number; None if it is none.

    Zeros may pad it.
    """
    if len(report) >= 6 and report[0] == REPORT and not any(report[6:]):
        report = report[1:6]
    if len(report) != 5:
        return None
    status, unit, exponent = report[0], _UNITS.get(report[1]), _signed(report[2])
    if status in _CONDITIONS:
        return _CONDITIONS[status]
    if status not in (_ZERO, _MOTION, _STABLE) or unit is None or abs(exponent) > _MOST_EXPONENT:
        return None
    count = int.from_bytes(report[3:5], "little")
    if status == _ZERO and count:
        return None
    value = Decimal(count * 10**exponent) if exponent > 0 else Decimal(count).scaleb(exponent)
    return ScaleReading(value, unit, stable=status != _MOTION)


def _signed(byte: int) -> int:
    return byte - 256 if byte > 127 else byte
