"""Decodes what a Zebra says of itself: ~HI, ~HQES, ~HS and the odometer; pure.

Source: Zebra, ZPL II Programming Guide, ~HI, ~HQES, ~HS and "! U1 getvar". The spacing of ~HQES
differs between models, so a pattern finds its fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.device_api import Trouble

HOST_IDENTIFICATION = b"~HI\r\n"
QUERY_ERRORS = b"~HQES\r\n"
HOST_STATUS = b"~HS\r\n"
CANCEL_ALL = b"~JA\r\n"
ODOMETER = b'! U1 getvar "odometer.total_label_count"\r\n'

_DPI = {6: 152, 8: 203, 12: 300, 24: 600}

# The most precise comes first: an open head also hides the media from the sensor.
_ERRORS = (
    (0x4, Trouble.HEAD_OPEN),
    (0x1, Trouble.PAPER_OUT),
    (0x2, Trouble.RIBBON_OUT),
    (0x8, Trouble.CUTTER),
    (0x10, Trouble.OVERHEATED),
    (0x20, Trouble.OVERHEATED),
    (0x40, Trouble.HEAD_FAULT),
    (0x80, Trouble.HEAD_FAULT),
    (0x100, Trouble.PRINTER_FAULT),
    (0x200, Trouble.HEAD_FAULT),
    (0x10000, Trouble.PAUSED),
)

_HI = re.compile(rb"\x02([^,\x02\x03]{1,80}),([^,\x02\x03]{0,40}),(\d{1,3}),[^\x02\x03]{0,80}\x03")
_HQES = re.compile(
    rb"ERRORS:\s{0,40}(\d)\s{1,40}([0-9A-Fa-f]{8})\s{1,40}([0-9A-Fa-f]{8})[^\x02\x03]{0,200}\x03"
)
_HS = re.compile(
    rb"\x02([0-9, ]{1,80})\x03\s{0,4}\x02([0-9, ]{1,80})\x03\s{0,4}\x02[0-9, ]{1,40}\x03"
)
_SGD = re.compile(rb'"([^"]{0,80})"|^\s{0,4}(\?)')


@dataclass(frozen=True)
class HostIdentification:
    """The answer to ~HI. dpi: 0 where the printer's dots per millimetre are none that we know."""

    model: str
    firmware: str
    dpi: int


def parse_identification(data: bytes) -> HostIdentification | None:
    """The answer to ~HI; None while it is not whole."""
    found = _HI.search(data)
    if found is None:
        return None
    model, firmware, dots_per_mm = found.groups()
    return HostIdentification(
        model.decode("ascii", "replace"),
        firmware.decode("ascii", "replace"),
        _DPI.get(int(dots_per_mm), 0),
    )


@dataclass(frozen=True)
class ErrorFlags:
    """Both groups of error flags of ~HQES; 0 and 0 = none. shown: its first digit says "errors"."""

    group_2: int
    group_1: int
    shown: bool

    @property
    def trouble(self) -> Trouble | None:
        for bit, trouble in _ERRORS:
            if self.group_1 & bit:
                return trouble
        if self.shown or self.group_1 or self.group_2:
            return Trouble.PRINTER_FAULT
        return None


def parse_errors(data: bytes) -> ErrorFlags | None:
    """The answer to ~HQES; None while it is not whole."""
    found = _HQES.search(data)
    if found is None:
        return None
    shown, group_2, group_1 = found.groups()
    return ErrorFlags(int(group_2, 16), int(group_1, 16), shown != b"0")


@dataclass(frozen=True)
class HostStatus:
    """The answer to ~HS. formats: whole formats in the receive buffer. remaining: labels of the
    batch that are still to come."""

    paper_out: bool
    paused: bool
    formats: int
    buffer_full: bool
    partial_format: bool
    too_hot: bool
    head_open: bool
    ribbon_out: bool
    remaining: int

    @property
    def trouble(self) -> Trouble | None:
        said = (
            (self.head_open, Trouble.HEAD_OPEN),
            (self.paper_out, Trouble.PAPER_OUT),
            (self.ribbon_out, Trouble.RIBBON_OUT),
            (self.too_hot, Trouble.OVERHEATED),
            (self.paused, Trouble.PAUSED),
        )
        return next((trouble for set_, trouble in said if set_), None)

    @property
    def queued(self) -> bool:
        """Whether labels wait in the printer."""
        return bool(self.formats or self.remaining)

    @property
    def empty(self) -> bool:
        """Whether the printer holds nothing that could still come out."""
        return not (self.queued or self.partial_format or self.buffer_full)


def parse_status(data: bytes) -> HostStatus | None:
    """The three strings of ~HS; None while they are not whole."""
    found = _HS.search(data)
    if found is None:
        return None
    first, second = (string.replace(b" ", b"").split(b",") for string in found.groups())
    if len(first) < 12 or len(second) < 11 or not all([*first, *second]):
        return None
    one, two = [int(value) for value in first], [int(value) for value in second]
    return HostStatus(
        paper_out=bool(one[1]),
        paused=bool(one[2]),
        formats=one[4],
        buffer_full=bool(one[5]),
        partial_format=bool(one[7]),
        too_hot=bool(one[11]),
        head_open=bool(two[2]),
        ribbon_out=bool(two[3]),
        remaining=two[8],
    )


@dataclass(frozen=True)
class Odometer:
    """The answer to getvar. labels: None = this printer has no such counter (it answers "?")."""

    labels: int | None


def parse_odometer(data: bytes) -> Odometer | None:
    """The answer to getvar; None while it is not whole."""
    found = _SGD.search(data)
    if found is None:
        return None
    digits = (found[1] or b"").strip()
    return Odometer(int(digits) if digits.isdigit() else None)
