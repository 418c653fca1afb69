"""The vocabulary between devices and the engine; the one module that `devices` imports.

Everything here is a frozen value or a protocol: it crosses threads and means the same on both
sides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
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
    frame: how it came over the line; only the scanner test looks at it.
    """

    text: str
    symbology: str
    device: str
    at: datetime
    defect: ScanDefect | None = None
    batch: bool = False
    frame: RawFrame | None = field(default=None, compare=False)


@dataclass(frozen=True)
class RawFrame:
    """What the line carried for one scan.

    raw: the bytes between the terminators (of a keyboard scanner: the text as UTF-8).
    terminator: the bytes that ended it, b"" = silence. span_ms: first to last byte.
    typed: what the host's keyboard layout made of a keyboard scanner's keys, else "".
    caps_lock: it was on, as far as a keyboard scanner's keys show it.
    """

    raw: bytes
    terminator: bytes = b""
    span_ms: int = 0
    typed: str = ""
    caps_lock: bool = False


class WeightUnit(StrEnum):
    G = "g"
    KG = "kg"
    OZ = "oz"
    LB = "lb"


# International avoirdupois pound = 0.45359237 kg exactly (NIST Handbook 44, appendix C).
GRAMS = {
    WeightUnit.G: Decimal(1),
    WeightUnit.KG: Decimal(1000),
    WeightUnit.OZ: Decimal("28.349523125"),
    WeightUnit.LB: Decimal("453.59237"),
}


@dataclass(frozen=True)
class Weight:
    """A stable reading, value and unit exactly as the scale sent them (12.340 stays 12.340)."""

    value: Decimal
    unit: WeightUnit
    device: str
    at: datetime

    @property
    def grams(self) -> int:
        """Whole grams, half to even: to compare with; what is kept is `value` and `unit`."""
        return round(self.value * GRAMS[self.unit])


class DeviceState(StrEnum):
    READY = "ready"
    LOST = "lost"  # unplugged, unreachable
    BUSY = "busy"  # another program holds it, or it is at work
    DENIED = "denied"  # no permission
    FAULT = "fault"  # there, but cannot work (paper out, protocol error)


class DeviceKind(StrEnum):
    SCANNER = "scanner"
    PRINTER = "printer"
    SCALE = "scale"


class Trouble(StrEnum):
    """Why a device cannot work. A closed set: the screens have words and a remedy for each."""

    # any device
    NOT_CONNECTED = "not_connected"
    PORT_BUSY = "port_busy"  # another program holds it
    NO_PERMISSION = "no_permission"
    NOT_ANSWERING = "not_answering"
    CONNECTION_LOST = "connection_lost"  # in the middle of something
    OTHER_PROTOCOL = "other_protocol"  # it answers, but not in this language
    FLOODING = "flooding"  # far more than any such device would send
    LIBRARY_MISSING = "library_missing"  # a program or library of the system is not there
    DRIVER_FAILED = "driver_failed"  # our own mistake; the log has it
    # printers
    PAPER_OUT = "paper_out"
    RIBBON_OUT = "ribbon_out"
    HEAD_OPEN = "head_open"
    PAUSED = "paused"
    PRINTING = "printing"  # at work on something else
    JAMMED = "jammed"
    CUTTER = "cutter"
    OVERHEATED = "overheated"
    HEAD_FAULT = "head_fault"
    PRINTER_FAULT = "printer_fault"  # it says that something is wrong, and not what
    WRONG_FORMAT = "wrong_format"  # it cannot print what it was given
    WRONG_DPI = "wrong_dpi"
    NAME_UNKNOWN = "name_unknown"  # no such host or queue
    QUEUE_STOPPED = "queue_stopped"
    JOB_LOST = "job_lost"  # the queue or printer dropped it
    FOLDER_UNUSABLE = "folder_unusable"
    NOT_COUNTED = "not_counted"  # all is well, yet the printer did not count a label
    # scales
    OVERLOADED = "overloaded"
    UNDER_RANGE = "under_range"  # below zero: something was taken away, zero it
    SCALE_FAULT = "scale_fault"


class Ability(StrEnum):
    """What a device can do for the bench, shown on its page."""

    BEEP = "beep"  # sounds on command
    LOCK = "lock"  # its trigger can be locked after a stop
    STATUS = "status"  # says what is wrong
    COUNT = "count"  # counts its labels: a label can be proven to have left it
    ZERO = "zero"  # can be zeroed from here


@dataclass(frozen=True)
class DeviceChanged:
    """A device came, went or changed its condition.

    device: stable identity. name: what people call it, "" = its identity will do.
    detail: for the log and the details page, never alone on a screen.
    """

    kind: DeviceKind
    device: str
    state: DeviceState
    trouble: Trouble | None = None
    detail: str = ""
    name: str = ""
    abilities: tuple[Ability, ...] = ()


# --- printing ------------------------------------------------------------------------------------


class PageFormat(StrEnum):
    """What a connection can carry."""

    ZPL = "zpl"
    TSPL = "tspl"
    PDF = "pdf"
    PNG = "png"


@dataclass(frozen=True)
class PrintJob:
    """Finished bytes for one printer.

    job_id: the same id is never printed twice by one connection (a retry is not a second label).
    name: file stem for folders and queue titles, e.g. "label-395011010000000018".
    payloads: the same page in every format that was made; a connection takes the first of its own
        preferred formats that is there.
    dpi: what the page was made for, 0 = any.
    clear_first: a label before this one is in doubt; what the printer still holds is thrown away
        first, so that it cannot come out later beside this one.
    """

    job_id: str
    name: str
    payloads: dict[PageFormat, bytes] = field(hash=False)
    copies: int = 1
    dpi: int = 0
    clear_first: bool = False


class Proof(StrEnum):
    """What is known of a job's paper. That the label is right only a scan of it can say."""

    NONE = "none"
    TAKEN = "taken"  # the bytes were taken; nothing more is known ("sent, not proven")
    COUNTED = "counted"  # the printer or its queue counted the label


@dataclass(frozen=True)
class PrintResult:
    """What became of a job; may come twice: taken, later counted (or in doubt, later counted).

    doubtful: with trouble: the printer has the bytes, so the label may still come out.
    """

    job_id: str
    printer: str
    proof: Proof
    trouble: Trouble | None = None
    detail: str = ""
    doubtful: bool = False


class LabelPrinter(Protocol):
    """One way to one printer. Used from one thread only; may block, bounded by its own timeout."""

    device: str
    formats: tuple[PageFormat, ...]
    abilities: tuple[Ability, ...]

    def send(self, job: PrintJob) -> Proof:
        """Print it; returns when it is known what can be known (at most some seconds).

        Raises DeviceError; where its `doubtful` is set, the label may still come out.
        """

    def check(self) -> None:
        """Look after the printer. Raises DeviceError with what is wrong; returns when ready.

        A connection without Ability.STATUS returns at once: it knows nothing.
        """

    def settled(self, job_id: str) -> Proof:
        """What is known by now of a job that ended in doubt. Raises DeviceError."""

    def close(self) -> None: ...


class Printing(Protocol):
    """A printer as the bench uses it: never blocks, answers with PrintResult messages."""

    device: str
    formats: tuple[PageFormat, ...]

    def print(self, job: PrintJob) -> None: ...


# --- feedback in the hand --------------------------------------------------------------------


class Beep(StrEnum):
    GOOD = "good"
    BAD = "bad"
    STOP = "stop"


class KeyDecoder(Protocol):
    """Turns key presses of a keyboard-wedge scanner into scans, apart from human typing."""

    @property
    def frame(self) -> RawFrame | None:
        """How the last scan was typed."""
        ...

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
    """A device did not do what it was told; `state` and `trouble` say what the operator sees.

    doubtful: a printer may have the label all the same.
    """

    state: DeviceState = DeviceState.FAULT

    def __init__(
        self, device: str, trouble: Trouble, detail: str = "", *, doubtful: bool = False
    ) -> None:
        super().__init__(f"{device}: {trouble.value}" + (f" ({detail})" if detail else ""))
        self.device = device
        self.trouble = trouble
        self.detail = detail
        self.doubtful = doubtful


class DeviceLost(DeviceError):
    state = DeviceState.LOST


class DeviceBusy(DeviceError):
    state = DeviceState.BUSY


class DeviceDenied(DeviceError):
    state = DeviceState.DENIED


class DeviceFault(DeviceError):
    state = DeviceState.FAULT


DeviceMessage = Scan | Weight | DeviceChanged | PrintResult
"""What devices say."""

Submit = Callable[[DeviceMessage], None]
"""Puts a message into the engine's queue; callable from any thread, never blocks."""
