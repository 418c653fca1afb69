"""The vocabulary that devices and engine share. `devices` import it and `app.paper`, nothing else.

All of it is frozen values and protocols, so that it may cross threads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from app.paper import Paper

# --- values that come in -------------------------------------------------------------------------


class ScanDefect(StrEnum):
    """Why a frame is not a usable code, as far as framing shows."""

    UNTERMINATED = "unterminated"  # the line fell silent before the terminator
    TOO_LONG = "too_long"  # more than the frame limit without a terminator
    UNREADABLE = "unreadable"  # bytes that are not text, or control characters inside
    SPLIT = "split"  # other keys came in the middle of a keyboard scan


@dataclass(frozen=True)
class Scan:
    """One decoded frame of one scanner.

    text: the data without terminator, prefix and AIM id; GS (0x1D) is kept inside GS1 data.
    symbology: AIM id as sent, three characters such as "]C1", or "" where the scanner sends none
        (ISO/IEC 15424).
    device: stable identity of the scanner ("sim", "wedge", "usb:0c2e:0b6a:20012345").
    at: time of the frame's last byte, UTC, aware.
    defect: why the code cannot be used; None = it can. text is then only to be shown.
    batch: the scanner sends stored codes, so the same code twice in a row is meant.
    frame: how the scan came over the line. Only the scanner test looks at it.
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
    terminator: the bytes that ended the scan; b"" = silence did. span_ms: from first to last byte.
    typed: what the host's keyboard layout made of a keyboard scanner's keys; else "".
    caps_lock: Caps Lock was on, as far as a keyboard scanner's keys show it.
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
    """A weight at rest; value and unit as the scale sent them (12.340 stays 12.340).

    device: identity of the scale. at: aware, UTC.
    """

    value: Decimal
    unit: WeightUnit
    device: str
    at: datetime

    @property
    def grams(self) -> int:
        """Whole grams, halves to even. For comparisons only: facts keep `value` and `unit`."""
        return round(self.value * GRAMS[self.unit])


class DeviceState(StrEnum):
    READY = "ready"
    LOST = "lost"  # unplugged or unreachable
    BUSY = "busy"  # another program holds the device, or it is at work
    DENIED = "denied"  # this program has no permission to open it
    FAULT = "fault"  # the device is there and cannot work (paper out, protocol error)


class DeviceKind(StrEnum):
    SCANNER = "scanner"
    PRINTER = "printer"
    SCALE = "scale"


class Trouble(StrEnum):
    """Why a device cannot work. The set is closed: the screens have words and a remedy for each."""

    # any device
    NOT_CONNECTED = "not_connected"
    PORT_BUSY = "port_busy"  # another program holds the device
    NO_PERMISSION = "no_permission"
    NOT_ANSWERING = "not_answering"
    CONNECTION_LOST = "connection_lost"  # while the device was in use
    OTHER_PROTOCOL = "other_protocol"  # the device answers, but in another language
    FLOODING = "flooding"  # far more than any such device would send
    LIBRARY_MISSING = "library_missing"  # a program or library of the system is missing
    DRIVER_FAILED = "driver_failed"  # a bug of ours; the log has it
    # printers
    PAPER_OUT = "paper_out"
    RIBBON_OUT = "ribbon_out"
    HEAD_OPEN = "head_open"
    PAUSED = "paused"
    PRINTING = "printing"  # the printer is at work for somebody else
    JAMMED = "jammed"
    CUTTER = "cutter"
    OVERHEATED = "overheated"
    HEAD_FAULT = "head_fault"
    PRINTER_FAULT = "printer_fault"  # the printer says that something is wrong, but not what
    WRONG_FORMAT = "wrong_format"  # the printer cannot print what it was given
    WRONG_DPI = "wrong_dpi"
    NAME_UNKNOWN = "name_unknown"  # no such host or queue
    QUEUE_STOPPED = "queue_stopped"
    JOB_LOST = "job_lost"  # the queue or the printer dropped the job
    FOLDER_UNUSABLE = "folder_unusable"
    NOT_COUNTED = "not_counted"  # the printer is well, yet did not count a label
    # scales
    OVERLOADED = "overloaded"
    UNDER_RANGE = "under_range"  # below zero: something was taken away, so the scale must be zeroed
    TARED = "tared"  # the scale takes a tare off, so it does not weigh all that lies on it
    SCALE_FAULT = "scale_fault"


class Ability(StrEnum):
    """What a device can do for the bench; the device page shows it."""

    BEEP = "beep"  # sounds on command
    LOCK = "lock"  # its trigger can be locked after a stop
    STATUS = "status"  # says what is wrong with it
    COUNT = "count"  # counts its labels, which proves that one came out
    ZERO = "zero"  # takes a zero command


@dataclass(frozen=True)
class DeviceChanged:
    """A device came, went or changed its condition.

    device: stable identity. trouble: None = all is well. name: what people call the device; "" = it
    has no name but its identity. detail: for the log and the details page, never alone on a screen.
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
    """The formats of a page; each connection carries some of them."""

    ZPL = "zpl"
    TSPL = "tspl"
    PDF = "pdf"
    PNG = "png"


@dataclass(frozen=True)
class PrintJob:
    """Finished bytes for one printer.

    job_id: a connection never prints the same id twice, so that a retry is not a second label.
    name: file stem for folders and queue titles, e.g. "label-395011010000000018".
    payloads: the same page in every format that was made. A connection takes the first of its own
        formats that is there.
    dpi: the resolution that the page was made for; 0 = any.
    clear_first: a label before this one is in doubt. The connection first throws away what the
        printer holds, so that the doubtful label cannot come out beside this one.
    """

    job_id: str
    name: str
    payloads: dict[PageFormat, bytes] = field(hash=False)
    copies: int = 1
    dpi: int = 0
    clear_first: bool = False


class Proof(StrEnum):
    """What is known of a job's paper. Only a scan of the label proves that it is right."""

    NONE = "none"
    TAKEN = "taken"  # the printer took the bytes; no more is known ("sent, not proven")
    COUNTED = "counted"  # the printer or its queue counted the label


@dataclass(frozen=True)
class PrintResult:
    """What became of a job. It may come twice, such as TAKEN (or doubtful) and later COUNTED.

    printer: identity of the printer. trouble: None = the job is done. doubtful: in spite of its
    trouble the printer has the bytes, so the label may still come out.
    """

    job_id: str
    printer: str
    proof: Proof
    trouble: Trouble | None = None
    detail: str = ""
    doubtful: bool = False


class LabelPrinter(Protocol):
    """One way to one printer. One thread alone uses it; each call is bounded by a timeout."""

    device: str
    formats: tuple[PageFormat, ...]
    abilities: tuple[Ability, ...]
    paper: Paper | None  # None = not given

    @property
    def dpi(self) -> int:
        """Its resolution as far as it is known; 0 = it is not."""

    def send(self, job: PrintJob) -> Proof:
        """Print a job; returns when all is known that can be known, after some seconds at most.

        Raises DeviceError; where its `doubtful` is set, the label may still come out.
        """

    def check(self) -> None:
        """Ask how the printer is. Raises DeviceError with what is wrong.

        A connection without Ability.STATUS cannot ask, and returns at once.
        """

    def settled(self, job_id: str) -> Proof:
        """What is known by now of a job that ended in doubt. Raises DeviceError."""

    def close(self) -> None: ...


class Printing(Protocol):
    """A printer as the bench uses it. `print` never blocks; PrintResults come as messages."""

    device: str
    formats: tuple[PageFormat, ...]

    @property
    def dpi(self) -> int:
        """Its resolution as far as it is known by now; 0 = it is not."""

    @property
    def paper(self) -> Paper | None:
        """None = not given for this printer."""

    def print(self, job: PrintJob) -> None: ...


# --- feedback in the hand --------------------------------------------------------------------


class Beep(StrEnum):
    GOOD = "good"
    BAD = "bad"
    STOP = "stop"


class KeyDecoder(Protocol):
    """Tells the keys of a keyboard scanner from a person's typing, and makes scans of them."""

    @property
    def frame(self) -> RawFrame | None:
        """How the last finished scan was typed; None before the first."""
        ...

    def press(self, key: KeyPress) -> KeyVerdict: ...

    def idle(self, now_ms: int) -> KeyVerdict: ...


@dataclass(frozen=True)
class KeyPress:
    """One key press as the windowing system reports it.

    scan_code: evdev number (X11 keycode - 8, Windows set-1 make code); 0 where unknown.
    text: what the host's keyboard layout made of it.
    timestamp_ms: the event's own time, never the time of its arrival.
    sure: False = nobody can say whether this is a key pressed twice or one held down.
    """

    scan_code: int
    text: str
    shift: bool
    ctrl: bool
    timestamp_ms: int
    sure: bool = True


@dataclass(frozen=True)
class KeyVerdict:
    """What to do with the keys held back so far, and with this one.

    hold: hold this key back, since it may belong to a scan.
    replay: hand so many of the oldest held keys on to the focused widget: a person typed them.
    scan: a finished code as (text, symbology, defect). All held keys belong to it; drop them.
    """

    hold: bool = False
    replay: int = 0
    scan: tuple[str, str, ScanDefect | None] | None = None


# --- errors --------------------------------------------------------------------------------------


class DeviceError(Exception):
    """A device did not do what it was told. The operator is shown `state` and `trouble`.

    doubtful: the printer may have the label all the same.
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
"""What devices submit."""

Submit = Callable[[DeviceMessage], None]
"""Puts a message into the engine's queue; callable from any thread, never blocks."""
