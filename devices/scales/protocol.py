"""A serial scale's protocol, as its line needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from devices.scales.reading import ScaleAnswer
from devices.serial_line import LineSettings


@dataclass(frozen=True)
class Protocol:
    """ask: the command for a weight at once, stable or not. zero: the zero command.

    tare: asks for the tare, where the answers to `ask` do not tell whether one is taken off.

    start, end: the bytes around an answer. read: decodes the bytes between them; None = they are
    not understood. line: the line settings of such scales when they leave the factory.
    """

    ask: bytes
    zero: bytes
    end: bytes
    read: Callable[[bytes], ScaleAnswer | None]
    start: bytes = b""
    tare: bytes = b""
    line: LineSettings = LineSettings()  # noqa: RUF009  frozen
