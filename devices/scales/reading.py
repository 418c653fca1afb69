"""What one answer of a scale says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.device_api import WeightUnit

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True)
class ScaleReading:
    """A weight; value and unit exactly as sent: "100.00 g" is Decimal("100.00"), G."""

    value: Decimal
    unit: WeightUnit
    stable: bool


class Condition(StrEnum):
    """Why an answer that was understood brings no weight."""

    MOTION = "motion"  # not at rest, or busy with itself
    OVER = "over"
    UNDER = "under"  # below zero, or it must be zeroed first
    FAULT = "fault"
    NOTED = "noted"  # a command was taken; nothing is said of the weight


ScaleAnswer = ScaleReading | Condition

NUMBER = r"-?[0-9]{1,7}(?:\.[0-9]{1,4})?"
"""A weight in ASCII. A longer one is no parcel scale's."""

_UNITS = {unit.value: unit for unit in WeightUnit}


def unit_of(text: str) -> WeightUnit | None:
    """ "g", "kg", "oz" or "lb" in either case; anything else is unknown and never guessed."""
    return _UNITS.get(text.lower())


def ascii_of(data: bytes) -> str:
    """Text of printable ASCII; "" where there is any other byte: no protocol here sends one."""
    return data.decode("ascii") if re.fullmatch(rb"[ -~]*", data) else ""
