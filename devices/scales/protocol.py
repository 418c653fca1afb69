"""What the line of a serial scale must know of its protocol."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from devices.scales.reading import ScaleAnswer
from devices.serial_line import LineSettings


@dataclass(frozen=True)
class Protocol:
    """ask: asks for a weight at once, stable or not. zero: the zero command.

    start, end: what bounds an answer. read: an answer without them; None = it is not understood.
    line: how such scales talk when they leave the factory.
    """

    ask: bytes
    zero: bytes
    end: bytes
    read: Callable[[bytes], ScaleAnswer | None]
    start: bytes = b""
    line: LineSettings = LineSettings()  # noqa: RUF009  frozen
