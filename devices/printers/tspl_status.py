"""Decodes the byte by which a TSPL printer answers ESC !?.

Source: TSC, TSPL/TSPL2 Programming Language, "<ESC>!?" and "<ESC>!.".
"""

from __future__ import annotations

from dataclasses import dataclass

from app.device_api import Trouble

STATUS = b"\x1b!?"
CANCEL_ALL = b"\x1b!."

_PRINTING = 0x20
_BITS = (
    (0x01, Trouble.HEAD_OPEN),
    (0x02, Trouble.JAMMED),
    (0x04, Trouble.PAPER_OUT),
    (0x08, Trouble.RIBBON_OUT),
    (0x10, Trouble.PAUSED),
    (0x80, Trouble.PRINTER_FAULT),
)


@dataclass(frozen=True)
class TsplStatus:
    trouble: Trouble | None
    printing: bool


def parse_tspl_status(data: bytes) -> TsplStatus | None:
    """The status in an answer of one byte; None where the bytes are no such answer.

    Bit 0x40 is never set in a status, but it is set in letters, which other protocols send.
    """
    if len(data) != 1 or data[0] & 0x40:
        return None
    found = next((trouble for bit, trouble in _BITS if data[0] & bit), None)
    return TsplStatus(found, bool(data[0] & _PRINTING))
