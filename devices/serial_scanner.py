"""A scanner on a serial line, a USB serial port or a serial server.

The thread that runs the line reads it, gives each scan its time, and submits it.
`devices.supervisor` opens the line again when it is lost.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.device_api import Ability, Beep, DeviceFault, DeviceKind, DeviceLost, Submit, Trouble
from devices import serial_ports
from devices.feedback.codec import FeedbackCodec, Silent
from devices.feedback.ssi import Ssi
from devices.framing import IDLE_MS, MAX_BYTES, Framer
from devices.links import LineLink, ScannerLink, SsiLink
from devices.makers import scanner_name
from devices.outlet import Outlet
from devices.serial_errors import PORT_ERRORS, translate
from devices.serial_line import LineSettings, cancel_read, close_serial, open_serial

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    import serial


@dataclass(frozen=True)
class ScannerSettings:
    """prefix, suffix: what the scanner was set to add besides the terminator.
    batch: the scanner sends stored codes, so the same code twice in a row is meant.
    feedback: how the scanner is made to sound. With `Ssi` its codes are read as SSI packets, too.
    """

    line: LineSettings = field(default_factory=LineSettings)
    prefix: bytes = b""
    suffix: bytes = b""
    max_bytes: int = MAX_BYTES
    idle_ms: int = IDLE_MS
    batch: bool = False
    feedback: FeedbackCodec = field(default_factory=Silent)


class SerialScanner:
    """Driver of one scanner; `clock` returns aware UTC."""

    kind = DeviceKind.SCANNER

    def __init__(
        self,
        spec: str,
        submit: Submit,
        clock: Callable[[], datetime],
        settings: ScannerSettings | None = None,
        name: str = "",
    ) -> None:
        self.device = serial_ports.device_of(spec)
        self.name = name or scanner_name(self.device)
        self._spec = spec
        self._submit = submit
        self._clock = clock
        self._settings = settings or ScannerSettings()
        self.abilities: tuple[Ability, ...] = self._settings.feedback.abilities

    def find(self) -> str | None:
        return serial_ports.find(self._spec)

    def open(self, place: str) -> ScannerLine:
        """Raises DeviceError."""
        port = open_serial(self.device, place, self._settings.line)
        try:
            self._spec = serial_ports.follow(self._spec, place)
        except PORT_ERRORS as error:  # the port went while the ports were listed
            close_serial(port)
            raise translate(self.device, error) from error
        return ScannerLine(self.device, port, self._submit, self._clock, self._settings)


class ScannerLine:
    """An open port. Two threads write to it: one sounds, and the reading one acknowledges codes."""

    def __init__(
        self,
        device: str,
        port: serial.Serial,
        submit: Submit,
        clock: Callable[[], datetime],
        settings: ScannerSettings,
    ) -> None:
        self._device = device
        self._port = port
        self._clock = clock
        self._codec = settings.feedback
        self._link = _link(settings)
        self._talks = isinstance(self._link, SsiLink)
        self._outlet = Outlet(device, submit, batch=settings.batch)
        self._stop = threading.Event()
        self._linking = threading.Lock()
        self._writing = threading.Lock()

    def run(self) -> None:
        try:
            while not self._stop.is_set():
                self._turn()
        except PORT_ERRORS as error:
            if not self._stop.is_set():
                raise translate(self._device, error) from error

    def cancel(self) -> None:
        self._outlet.close()
        self._stop.set()
        cancel_read(self._port)

    def give(self, beep: Beep) -> None:
        self._say(self._codec.bytes_for(beep))

    def lock(self) -> None:
        """Lock the trigger. Raises DeviceError."""
        self._say(self._codec.lock())

    def free(self) -> None:
        self._say(self._codec.free())

    def close(self) -> None:
        self._outlet.close()
        with self._writing:
            close_serial(self._port)

    def _turn(self) -> None:
        data = self._port.read(self._port.in_waiting or 1)
        at, now_ms = self._clock(), _now_ms()
        with self._linking:
            frames = self._link.feed(data, now_ms)
            if not data and not self._port.in_waiting:
                # only an empty line is silent: bytes may wait for a reader that is late
                frames = self._link.idle(now_ms)
        if self._talks:
            self._write()
        for frame in frames:
            self._outlet.put(frame, at, now_ms)
        if self._link.foreign:
            raise DeviceFault(self._device, Trouble.OTHER_PROTOCOL, self._link.foreign)

    def _say(self, data: bytes) -> None:
        if not data:
            return
        with self._linking:
            self._link.say(data)
        try:
            self._write()
        except PORT_ERRORS as error:
            raise DeviceLost(self._device, Trouble.CONNECTION_LOST, str(error)) from error

    def _write(self) -> None:
        with self._writing:
            with self._linking:
                data = self._link.due(_now_ms())
            if data:
                self._port.write(data)


def _link(settings: ScannerSettings) -> ScannerLink:
    if isinstance(settings.feedback, Ssi):
        return SsiLink()
    return LineLink(
        Framer(
            max_bytes=settings.max_bytes,
            idle_ms=settings.idle_ms,
            prefix=settings.prefix,
            suffix=settings.suffix,
        )
    )


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000
