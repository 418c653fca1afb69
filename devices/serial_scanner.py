"""A scanner on a serial line, a USB serial port or a serial server: one thread each.

The thread only reads, stamps and submits. A line that breaks is closed, reported once and looked
for again by its identity once a second, for ever.
"""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import serial

from app.device_api import (
    DeviceChanged,
    DeviceError,
    DeviceKind,
    DeviceLost,
    DeviceState,
    Scan,
    Submit,
)
from devices import serial_ports
from devices.framing import IDLE_MS, MAX_BYTES, Frame, Framer
from devices.serial_errors import PORT_ERRORS, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_READ_S = 0.05  # wakes up to look for silence and for stop


@dataclass(frozen=True)
class LineSettings:
    """How the scanner talks; USB serial ports ignore the first four.

    retry_s: seconds between two looks for a device that is not there.
    batch: the device dumps stored codes, so equal neighbours are meant.
    """

    baud: int = 9600
    bytesize: int = 8
    parity: str = "N"
    stopbits: float = 1
    prefix: bytes = b""
    suffix: bytes = b""
    max_bytes: int = MAX_BYTES
    idle_ms: int = IDLE_MS
    retry_s: float = 1.0
    batch: bool = False


class SerialScanner:
    """Reads one device from `start` to `stop`; `clock` returns aware UTC."""

    def __init__(
        self,
        spec: str,
        submit: Submit,
        clock: Callable[[], datetime],
        settings: LineSettings | None = None,
    ) -> None:
        self.device = serial_ports.device_of(spec)
        self._spec = spec
        self._submit = submit
        self._clock = clock
        self._settings = settings or LineSettings()
        self._state: DeviceState | None = None
        self._port: serial.Serial | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"scanner {spec}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End the thread; False when it did not end in time (a serial server that hangs)."""
        self._stop.set()
        cancel = getattr(self._port, "cancel_read", None)  # socket:// has none: it wakes by itself
        if cancel is not None:
            # the reader may close the port at the same moment, which is what is wanted
            with contextlib.suppress(*PORT_ERRORS, AttributeError, TypeError):
                cancel()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._session()
            except DeviceError as error:
                self._change(error.state, error.reason)
            except Exception as error:  # noqa: BLE001 - the one place that keeps the thread alive
                self._change(DeviceState.FAULT, f"{type(error).__name__}: {error}")
            self._stop.wait(self._settings.retry_s)

    def _session(self) -> None:
        """From open to loss or stop. Raises DeviceError."""
        port = self._open()
        self._port = port
        try:
            self._change(DeviceState.READY, port.name or "")
            self._read(port)
        except PORT_ERRORS as error:
            raise translate(self.device, error) from error
        finally:
            self._port = None
            _close(port)

    def _open(self) -> serial.Serial:
        name = serial_ports.find(self._spec)
        if name is None:
            raise DeviceLost(self.device, "not connected")
        line = self._settings
        try:
            port = serial.serial_for_url(
                name,
                baudrate=line.baud,
                bytesize=line.bytesize,
                parity=line.parity,
                stopbits=line.stopbits,
                timeout=_READ_S,
                exclusive=None if "://" in name else True,
            )
            self._spec = serial_ports.follow(self._spec, name)
        except PORT_ERRORS as error:
            raise translate(self.device, error) from error
        return port

    def _read(self, port: serial.Serial) -> None:
        line = self._settings
        framer = Framer(
            max_bytes=line.max_bytes,
            idle_ms=line.idle_ms,
            prefix=line.prefix,
            suffix=line.suffix,
        )
        while not self._stop.is_set():
            data = port.read(port.in_waiting or 1)
            at, now_ms = self._clock(), time.monotonic_ns() // 1_000_000
            frames = framer.feed(data, now_ms)
            if not data and not port.in_waiting:  # a late reader must not take a queue for silence
                frames = framer.idle(now_ms)
            for frame in frames:
                self._submit(self._scan(frame, at))

    def _scan(self, frame: Frame, at: datetime) -> Scan:
        batch = self._settings.batch
        return Scan(frame.text, frame.aim, self.device, at, frame.defect, batch)

    def _change(self, state: DeviceState, reason: str) -> None:
        """Report a state once, however often it is found again."""
        if state is not self._state:
            self._state = state
            self._submit(DeviceChanged(DeviceKind.SCANNER, self.device, state, reason))


def _close(port: serial.Serial) -> None:
    with contextlib.suppress(*PORT_ERRORS):  # an unplugged port may refuse even this
        port.close()
