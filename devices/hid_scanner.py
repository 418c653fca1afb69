"""Driver of USB HID POS scanners."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from app.device_api import Ability, Beep, DeviceKind, DeviceLost, Submit, Trouble
from devices import hid_port
from devices.feedback.hid_pos import TAKE_OVER, HidPosFeedback, reports
from devices.framing import LineFrame
from devices.hid_pos import HidPosDecoder, MenuAnswer
from devices.makers import scanner_name
from devices.outlet import Outlet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from devices.hid_port import HidPort

log = logging.getLogger(__name__)
_READ_MS = 50  # how often a read wakes up to look for silence and for `cancel`
_SOCKET = "hid:socket:"


class HidPosScanner:
    """Driver of one scanner; `clock` returns aware UTC."""

    kind = DeviceKind.SCANNER
    abilities: tuple[Ability, ...] = HidPosFeedback.abilities

    def __init__(
        self,
        spec: str,
        submit: Submit,
        clock: Callable[[], datetime],
        *,
        batch: bool = False,
        name: str = "",
    ) -> None:
        self.device = hid_port.device_of(spec)
        self.name = name or scanner_name(self.device)
        self._spec = spec
        self._submit = submit
        self._clock = clock
        self._batch = batch

    def find(self) -> str | None:
        """Raises DeviceFault where hidapi is not installed."""
        if self._spec.startswith(_SOCKET):
            path = self._spec.removeprefix(_SOCKET)
            return path if Path(path).exists() else None
        return hid_port.choose(self._spec, hid_port.listed(hid_port.SCANNER_USAGE))

    def open(self, place: str) -> HidPosLine:
        """Raises DeviceError."""
        opened = hid_port.open_socket if self._spec.startswith(_SOCKET) else hid_port.open_hid
        port = opened(self.device, place)
        with contextlib.suppress(OSError, ValueError):  # most scanners do not know this report
            port.send_feature(TAKE_OVER)
        outlet = Outlet(self.device, self._submit, batch=self._batch)
        return HidPosLine(self.device, port, outlet, self._clock)


class HidPosLine:
    """An open scanner."""

    def __init__(
        self, device: str, port: HidPort, outlet: Outlet, clock: Callable[[], datetime]
    ) -> None:
        self._device = device
        self._port = port
        self._outlet = outlet
        self._clock = clock
        self._codec = HidPosFeedback()
        self._decoder = HidPosDecoder()
        self._locked = False
        self._stop = threading.Event()
        self._writing = threading.Lock()

    def run(self) -> None:
        while not self._stop.is_set():
            try:
                report = self._port.read(_READ_MS)
            except (OSError, ValueError) as error:  # hidapi raises ValueError on a closed device
                if self._stop.is_set():
                    return
                raise DeviceLost(self._device, Trouble.CONNECTION_LOST, str(error)) from error
            at, now_ms = self._clock(), time.monotonic_ns() // 1_000_000
            decoder = self._decoder
            found = decoder.feed(report, now_ms) if report else decoder.idle(now_ms)
            for one in found:
                self._take(one, at, now_ms)

    def cancel(self) -> None:
        self._outlet.close()
        self._stop.set()

    def give(self, beep: Beep) -> None:
        self._write(self._codec.bytes_for(beep))

    def lock(self) -> None:
        """Lock the trigger. Raises DeviceError."""
        self._locked = True
        self._write(self._codec.lock())

    def free(self) -> None:
        self._locked = False
        self._write(self._codec.free())

    def close(self) -> None:
        self._outlet.close()
        with self._writing, contextlib.suppress(OSError, ValueError):
            self._port.close()

    def _take(self, found: LineFrame | MenuAnswer, at: datetime, now_ms: int) -> None:
        match found:
            case LineFrame():
                self._outlet.put(found, at, now_ms)
            case MenuAnswer(data):
                log.info("%s says: %r", self._device, data)

    def _write(self, data: bytes) -> None:
        try:
            with self._writing:
                for report in reports(data, locked=self._locked):
                    self._port.write(report)
        except (OSError, ValueError) as error:
            raise DeviceLost(self._device, Trouble.CONNECTION_LOST, str(error)) from error
