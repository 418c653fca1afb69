"""The meaning of one answer of a scale."""

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
    """A weight as the scale sent it: "100.00 g" is Decimal("100.00") and G. stable: at rest."""

    value: Decimal
    unit: WeightUnit
    stable: bool


class Condition(StrEnum):
    """Why an answer that is understood carries no weight."""

    MOTION = "motion"  # not at rest, or busy with itself
    OVER = "over"
    UNDER = "under"  # below zero, or it must be zeroed first
    FAULT = "fault"
    NOTED = "noted"  # the scale took a command; this says nothing of the weight


ScaleAnswer = ScaleReading | Condition

NUMBER = r"-?[0-9]{1,7}(?:\.[0-9]{1,4})?"
"""A weight in ASCII. No parcel scale sends a longer one."""

_UNITS = {unit.value: unit for unit in WeightUnit}


def unit_of(text: str) -> WeightUnit | None:
    """The unit of "g", "kg", "oz" or "lb" in upper or lower case; None for anything else."""
    return _UNITS.get(text.lower())


def ascii_of(data: bytes) -> str:
    """The bytes as text; "" where one is not printable ASCII: no protocol here sends such."""
    return data.decode("ascii") if re.fullmatch(rb"[ -~]*", data) else ""
