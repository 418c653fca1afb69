"""A scale on a serial line, a USB serial port or a serial server, asked eight times a second."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import serial

from app.device_api import Ability, Beep, DeviceKind, DeviceLost, Submit, Trouble, Weight
from devices import serial_ports
from devices.scales.frames import Frames
from devices.scales.news import ReportState, reporter, state_of
from devices.scales.watch import ScaleWatch
from devices.serial_errors import PORT_ERRORS, translate
from devices.serial_line import LineSettings, cancel_read, close_serial, open_serial

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from devices.scales.protocol import Protocol

ASK_MS = 125
PATIENCE_MS = 500
"""Milliseconds until an unanswered question is asked again. A slow scale needs that long."""
_READ_BYTES = 4096


class SerialScale:
    """The driver of one scale. port: a spec of devices.serial_ports without "serial:".

    clock: returns aware UTC.
    """

    kind = DeviceKind.SCALE
    abilities: tuple[Ability, ...] = (Ability.STATUS, Ability.ZERO)

    def __init__(
        self,
        port: str,
        protocol: Protocol,
        settings: LineSettings,
        submit: Submit,
        clock: Callable[[], datetime],
        name: str = "",
    ) -> None:
        self.device = serial_ports.device_of(port)
        self.name = name or self.device
        self._spec = port
        self._protocol = protocol
        self._settings = settings
        self._submit = submit
        self._clock = clock

    def find(self) -> str | None:
        return serial_ports.find(self._spec)

    def open(self, place: str) -> ScaleLine:
        """Raises DeviceError."""
        port = open_serial(self.device, place, self._settings)
        self._spec = serial_ports.follow(self._spec, place)
        report = reporter(self.device, self.name, self.abilities, self._submit)
        return ScaleLine(port, self.device, self._protocol, self._submit, self._clock, report)


class ScaleLine:
    """An open serial scale."""

    def __init__(
        self,
        port: serial.Serial,
        device: str,
        protocol: Protocol,
        submit: Submit,
        clock: Callable[[], datetime],
        report: ReportState,
    ) -> None:
        self._port = port
        self._device = device
        self._protocol = protocol
        self._submit = submit
        self._clock = clock
        self._report = report
        self._ended = threading.Event()
        self._zero = threading.Event()

    def run(self) -> None:
        """Ask, read and submit until `cancel`. Raises DeviceError when the scale is lost."""
        try:
            self._poll()
        except serial.SerialTimeoutException as error:
            raise DeviceLost(self._device, Trouble.NOT_ANSWERING, str(error)) from error
        except PORT_ERRORS as error:
            raise translate(self._device, error) from error

    def cancel(self) -> None:
        self._ended.set()
        cancel_read(self._port)

    def zero(self) -> None:
        """Send the zero command before the next question. May be called from any thread."""
        self._zero.set()

    def give(self, beep: Beep) -> None:
        """Nothing: these scales do not sound on command."""

    def free(self) -> None:
        """Nothing to unlock."""

    def close(self) -> None:
        close_serial(self._port)

    def _poll(self) -> None:
        frames = Frames(self._protocol.end, self._protocol.start)
        asked_ms = now_ms = _now_ms()
        watch = ScaleWatch(now_ms)
        wait_ms = 0
        while not self._ended.is_set():
            if now_ms - asked_ms >= wait_ms:
                self._ask(tare=watch.asks_tare)
                asked_ms, wait_ms = now_ms, PATIENCE_MS
            data = self._port.read(min(self._port.in_waiting, _READ_BYTES) or 1)
            now_ms, at = _now_ms(), self._clock()
            answers = [self._protocol.read(frame) for frame in frames.feed(data)]
            for new in watch.heard(len(data), answers, now_ms):
                self._submit(Weight(new.value, new.unit, self._device, at))
            if answers:
                wait_ms = 0 if watch.is_doubtful else ASK_MS
            if watch.heard_once or watch.trouble:
                self._report(state_of(watch.trouble), watch.trouble, "")

    def _ask(self, *, tare: bool) -> None:
        if self._zero.is_set():
            self._zero.clear()
            self._port.write(self._protocol.zero)
        if tare and self._protocol.tare:
            self._port.write(self._protocol.tare)
        self._port.write(self._protocol.ask)


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000
