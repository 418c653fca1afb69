"""The vocabulary between devices and the engine; the one module that `devices` imports.

Everything here is a frozen value or a protocol: it crosses threads and means the same on both
sides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

# --- values that come in -------------------------------------------------------------------------


class ScanDefect(StrEnum):
    """Why a frame is not a usable code, found while framing it."""

    UNTERMINATED = "unterminated"  # the line fell silent before the terminator
    TOO_LONG = "too_long"  # more than the frame limit without a terminator
    UNREADABLE = "unreadable"  # bytes that are not text, or control characters inside
    SPLIT = "split"  # a keyboard scan interrupted by other keys


@dataclass(frozen=True)
class Scan:
    """One decoded frame of one scanner.

    text: the data without terminator, prefix and AIM id; GS (0x1D) is kept inside GS1 data.
    symbology: AIM id as sent, three characters such as "]C1", or "" where the scanner sends none
        (ISO/IEC 15424).
    device: stable identity of the scanner ("sim", "wedge", "usb:0c2e:0b6a:20012345").
    at: time of the frame's last byte, UTC, aware.
    batch: the device dumps stored codes; equal neighbours are then meant.
    """

    text: str
    symbology: str
    device: str
    at: datetime
    defect: ScanDefect | None = None
    batch: bool = False


@dataclass(frozen=True)
class Weight:
    """A stable reading of a scale in whole grams."""

    grams: int
    device: str
    at: datetime


class DeviceState(StrEnum):
    READY = "ready"
    LOST = "lost"  # unplugged, unreachable
    BUSY = "busy"  # another program holds it
    DENIED = "denied"  # no permission
    FAULT = "fault"  # there, but cannot work (paper out, protocol error)


class DeviceKind(StrEnum):
    SCANNER = "scanner"
    PRINTER = "printer"
    SCALE = "scale"


@dataclass(frozen=True)
class DeviceChanged:
    """A device came, went or changed its condition; reason is for the log and the details page."""

    kind: DeviceKind
    device: str
    state: DeviceState
    reason: str = ""


# --- printing ------------------------------------------------------------------------------------


class PageFormat(StrEnum):
    """What a connection can carry."""

    ZPL = "zpl"
    PDF = "pdf"
    PNG = "png"


@dataclass(frozen=True)
class PrintJob:
    """Finished bytes for one printer.

    job_id: the same id is never printed twice by one connection (a retry is not a second label).
    name: file stem for folders and queue titles, e.g. "label-395011010000000018".
    payloads: the same page in every format that was made; a connection takes the first of its own
        preferred formats that is there.
    """

    job_id: str
    name: str
    payloads: dict[PageFormat, bytes] = field(hash=False)
    copies: int = 1


class LabelPrinter(Protocol):
    """One way to one printer. Used from one thread only; may block, bounded by its own timeout."""

    device: str

    def send(self, job: PrintJob) -> None:
        """Hand the bytes over; returns when the other side has taken them.

        Taken is not printed: a label counts only when it has been scanned back.
        Raises DeviceError.
        """

    def close(self) -> None: ...


# --- feedback in the hand --------------------------------------------------------------------


class Beep(StrEnum):
    GOOD = "good"
    BAD = "bad"
    STOP = "stop"


class Feedback(Protocol):
    """Tells the operator through the scanner itself; never blocks, never raises."""

    def give(self, device: str, beep: Beep) -> None: ...


class KeyDecoder(Protocol):
    """Turns key presses of a keyboard-wedge scanner into scans, apart from human typing."""

    def press(self, key: KeyPress) -> KeyVerdict: ...

    def idle(self, now_ms: int) -> KeyVerdict: ...


@dataclass(frozen=True)
class KeyPress:
    """One key press as the windowing system reports it.

    scan_code: evdev number (X11 keycode - 8, Windows set-1 make code); 0 where unknown.
    text: what the host's keyboard layout made of it.
    timestamp_ms: the event's own time, never the time of its arrival.
    """

    scan_code: int
    text: str
    shift: bool
    ctrl: bool
    timestamp_ms: int


@dataclass(frozen=True)
class KeyVerdict:
    """What to do with the keys held so far.

    hold: keep this key back (it may belong to a scan).
    replay: hand that many of the oldest held keys on to the focused widget (human typing).
    scan: a finished code: (text, symbology, defect); all held keys belong to it and are dropped.
    """

    hold: bool = False
    replay: int = 0
    scan: tuple[str, str, ScanDefect | None] | None = None


# --- errors --------------------------------------------------------------------------------------


class DeviceError(Exception):
    """A device did not do what it was told; `state` says what the operator sees."""

    state: DeviceState = DeviceState.FAULT

    def __init__(self, device: str, reason: str) -> None:
        super().__init__(f"{device}: {reason}")
        self.device = device
        self.reason = reason


class DeviceLost(DeviceError):
    state = DeviceState.LOST


class DeviceBusy(DeviceError):
    state = DeviceState.BUSY


class DeviceDenied(DeviceError):
    state = DeviceState.DENIED


class DeviceFault(DeviceError):
    state = DeviceState.FAULT


Submit = Callable[[object], None]
"""Puts a message into the engine's queue; callable from any thread, never blocks."""
