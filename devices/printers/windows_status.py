"""Translates PRINTER_STATUS of a Windows print queue into a Trouble.

Source: Microsoft, Win32 API, PRINTER_INFO_2, member Status (values of winspool.h). Drivers differ
in which flags they set. No flag may also mean that the driver reports nothing.
"""

from __future__ import annotations

from app.device_api import Trouble

_FLAGS = (
    (0x00000080, Trouble.NOT_CONNECTED),  # OFFLINE
    (0x00800000, Trouble.NOT_CONNECTED),  # SERVER_UNKNOWN
    (0x00001000, Trouble.NOT_CONNECTED),  # NOT_AVAILABLE
    (0x00400000, Trouble.HEAD_OPEN),  # DOOR_OPEN
    (0x00000010, Trouble.PAPER_OUT),
    (0x00000008, Trouble.JAMMED),
    (0x00000040, Trouble.PRINTER_FAULT),  # PAPER_PROBLEM
    (0x00040000, Trouble.RIBBON_OUT),  # NO_TONER
    (0x00000001, Trouble.PAUSED),
    (0x00000004, Trouble.QUEUE_STOPPED),  # PENDING_DELETION
    (0x00100000, Trouble.PRINTER_FAULT),  # USER_INTERVENTION
    (0x00200000, Trouble.PRINTER_FAULT),  # OUT_OF_MEMORY
    (0x00000800, Trouble.PRINTER_FAULT),  # OUTPUT_BIN_FULL
    (0x00000002, Trouble.PRINTER_FAULT),  # ERROR
)


def spooler_trouble(status: int) -> Trouble | None:
    """The most precise Trouble among the flags; None = no flag keeps the queue from printing."""
    return next((trouble for bit, trouble in _FLAGS if status & bit), None)
