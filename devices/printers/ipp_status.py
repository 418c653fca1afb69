"""Translates IPP's states and reasons into Troubles.

Source: RFC 8011 5.3.7 (job-state), 5.3.8 (job-state-reasons), 5.4.11 (printer-state), 5.4.12
(printer-state-reasons), appendix B.1 (status codes).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from app.device_api import Trouble


class JobState(IntEnum):
    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


PRINTER_STOPPED = 5
NOT_FOUND = 0x0406

_REASONS = {
    "media-empty": Trouble.PAPER_OUT,
    "media-needed": Trouble.PAPER_OUT,
    "media-jam": Trouble.JAMMED,
    "cover-open": Trouble.HEAD_OPEN,
    "door-open": Trouble.HEAD_OPEN,
    "interlock-open": Trouble.HEAD_OPEN,
    "marker-supply-empty": Trouble.RIBBON_OUT,
    "toner-empty": Trouble.RIBBON_OUT,
    "fuser-over-temp": Trouble.OVERHEATED,
    "paused": Trouble.PAUSED,
    "moving-to-paused": Trouble.PAUSED,
    "shutdown": Trouble.NOT_CONNECTED,
    "connecting-to-device": Trouble.NOT_CONNECTED,
    "timed-out": Trouble.NOT_ANSWERING,
    "stopped-partly": Trouble.PRINTER_FAULT,
    "output-area-full": Trouble.PRINTER_FAULT,
    "other": Trouble.PRINTER_FAULT,
}
# Printers send these as mere warnings, too, and yet no label comes out.
_NEVER_MERE_WARNINGS = {"media-empty", "media-needed", "media-jam", "cover-open", "door-open"}


def reasons_trouble(reasons: Iterable[str]) -> Trouble | None:
    """The first of printer-state-reasons that keeps a label from coming out; None for none."""
    for reason in reasons:
        name, dash, severity = reason.rpartition("-")
        if not dash or severity not in {"error", "warning", "report"}:
            name, severity = reason, "error"
        if severity != "error" and name not in _NEVER_MERE_WARNINGS:
            continue
        if name in _REASONS:
            return _REASONS[name]
        if severity == "error" and name != "none":
            return Trouble.PRINTER_FAULT
    return None


def status_trouble(code: int) -> Trouble | None:
    """The Trouble that a response's status code means; None = success."""
    if code < 0x0100:
        return None
    known = {
        0x0401: Trouble.NO_PERMISSION,  # forbidden
        0x0402: Trouble.NO_PERMISSION,  # not authenticated
        0x0403: Trouble.NO_PERMISSION,  # not authorized
        NOT_FOUND: Trouble.NAME_UNKNOWN,
        0x040A: Trouble.WRONG_FORMAT,  # document format not supported
        0x040B: Trouble.WRONG_FORMAT,  # attributes or values not supported
        0x0410: Trouble.WRONG_FORMAT,  # document format error
        0x0502: Trouble.QUEUE_STOPPED,  # service unavailable
        0x0506: Trouble.QUEUE_STOPPED,  # not accepting jobs
        0x0507: Trouble.PRINTING,  # busy
    }
    return known.get(code, Trouble.PRINTER_FAULT)
