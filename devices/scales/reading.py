"""The meaning of one answer of a scale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.device_api import WeightUnit


@dataclass(frozen=True)
class ScaleReading:
    """A weight as the scale sent it: "100.00 g" is Decimal("100.00") and G. stable: at rest.

    gross: nothing was tared off. False = the answer does not tell; another one does.
    """

    value: Decimal
    unit: WeightUnit
    stable: bool
    gross: bool = True


class Condition(StrEnum):
    """Why an answer that is understood carries no weight."""

    MOTION = "motion"  # not at rest, or busy with itself
    OVER = "over"
    UNDER = "under"  # below zero, or it must be zeroed first
    FAULT = "fault"
    NOTED = "noted"  # the scale took a command; this says nothing of the weight
    NET = "net"  # a tare is taken off, so its weights are not those of what lies on it
    GROSS = "gross"  # no tare is taken off
    REFUSED = "refused"  # the scale does not know the question


ScaleAnswer = ScaleReading | Condition

NUMBER = r"-?[0-9]{1,7}(?:[.,][0-9]{1,4})?"
"""A weight in ASCII. No parcel scale sends a longer one. A comma is a decimal point."""

_UNITS = {unit.value: unit for unit in WeightUnit}


def number_of(text: str) -> Decimal:
    """The value of a text of NUMBER's form, with the digits it has."""
    return Decimal(text.replace(",", "."))


def unit_of(text: str) -> WeightUnit | None:
    """The unit of "g", "kg", "oz" or "lb" in upper or lower case; None for anything else."""
    return _UNITS.get(text.lower())


def ascii_of(data: bytes) -> str:
    """The bytes as text; "" where one is not printable ASCII: no protocol here sends such."""
    return data.decode("ascii") if re.fullmatch(rb"[ -~]*", data) else ""
