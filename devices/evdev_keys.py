"""A keyboard scanner on Linux whose keys no other program gets (EVIOCGRAB).

Reads `struct input_event` from /dev/input (linux/input.h): time as two native longs, type,
code, value; 24 bytes on 64-bit systems. Tested with pipes; not tried on a device yet.
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
import struct
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.device_api import (
    Ability,
    Beep,
    DeviceBusy,
    DeviceDenied,
    DeviceError,
    DeviceFault,
    DeviceKind,
    DeviceLost,
    Submit,
    Trouble,
)
from devices.outlet import Outlet
from devices.wedge_sources import Key, Keys, key_framer

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # `open` refuses where it is None

if TYPE_CHECKING:
    from datetime import datetime

    from devices.framing import Framer

EVENT = struct.Struct("@llHHi")
_EV_SYN, _EV_KEY = 0, 1
_SYN_DROPPED = 3
_UP, _DOWN = 0, 1
_EVIOCGRAB = 0x40044590
_READ_S = 0.05
Grab = Callable[[int], None]


class EventDecoder:
    """Turns events into the bytes of a serial line; pure. Two reads may share one event."""

    def __init__(self) -> None:
        self._rest = b""
        self._keys = Keys()

    def feed(self, data: bytes) -> bytes:
        data = self._rest + data
        whole = len(data) - len(data) % EVENT.size
        self._rest = data[whole:]
        return b"".join(
            self._event(kind, code, value)
            for _, _, kind, code, value in EVENT.iter_unpack(data[:whole])
        )

    def _event(self, kind: int, code: int, value: int) -> bytes:
        if kind == _EV_SYN and code == _SYN_DROPPED:
            return self._keys.lost()
        if kind != _EV_KEY or value not in (_UP, _DOWN):
            return b""
        return self._keys.bytes_of(Key(code, pressed=value == _DOWN))


def grab(descriptor: int) -> None:
    """Keep this keyboard's keys from all other programs. Raises OSError."""
    fcntl.ioctl(descriptor, _EVIOCGRAB, 1)


class EvdevScanner:
    """Driver of one scanner; spec ``evdev:/dev/input/by-id/...``. It cannot make it sound."""

    kind = DeviceKind.SCANNER
    abilities: tuple[Ability, ...] = ()

    def __init__(
        self,
        spec: str,
        submit: Submit,
        clock: Callable[[], datetime],
        *,
        batch: bool = False,
        affixes: tuple[bytes, bytes] = (b"", b""),
        name: str = "",
        grab: Grab = grab,
    ) -> None:
        self.device = spec.removeprefix("evdev:")
        self.name = name
        self._submit = submit
        self._clock = clock
        self._batch = batch
        self._affixes = affixes
        self._grab = grab

    def find(self) -> str | None:
        return self.device if Path(self.device).exists() else None

    def open(self, place: str) -> EvdevLine:
        """Raises DeviceError."""
        if fcntl is None:
            raise DeviceFault(self.device, Trouble.LIBRARY_MISSING, "evdev is of Linux")
        try:
            descriptor = os.open(place, os.O_RDONLY | os.O_NONBLOCK)
        except OSError as error:
            raise _translate(self.device, error) from error
        try:
            self._grab(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise _translate(self.device, error) from error
        outlet = Outlet(self.device, self._submit, batch=self._batch)
        return EvdevLine(self.device, descriptor, outlet, self._clock, key_framer(*self._affixes))


class EvdevLine:
    """An open, grabbed keyboard."""

    def __init__(
        self,
        device: str,
        descriptor: int,
        outlet: Outlet,
        clock: Callable[[], datetime],
        framer: Framer,
    ) -> None:
        self._device = device
        self._descriptor = descriptor
        self._outlet = outlet
        self._clock = clock
        self._framer = framer
        self._decoder = EventDecoder()
        self._stop = threading.Event()

    def run(self) -> None:
        while not self._stop.is_set():
            ready, _, _ = select.select([self._descriptor], [], [], _READ_S)
            data = self._read() if ready else b""
            at, now_ms = self._clock(), time.monotonic_ns() // 1_000_000
            if data:
                frames = self._framer.feed(self._decoder.feed(data), now_ms)
            else:
                frames = self._framer.idle(now_ms)
            for frame in frames:
                self._outlet.put(frame, at, now_ms)

    def cancel(self) -> None:
        self._outlet.close()
        self._stop.set()

    def give(self, beep: Beep) -> None:
        """Nothing: a keyboard scanner takes no commands."""

    def free(self) -> None:
        """Nothing: its trigger cannot be locked."""

    def close(self) -> None:
        self._outlet.close()
        with contextlib.suppress(OSError):
            os.close(self._descriptor)

    def _read(self) -> bytes:
        """Raises DeviceLost."""
        try:
            data = os.read(self._descriptor, 64 * EVENT.size)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise DeviceLost(self._device, Trouble.CONNECTION_LOST, str(error)) from error
        if not data:
            raise DeviceLost(self._device, Trouble.CONNECTION_LOST, "end of file")
        return data


def _translate(device: str, error: OSError) -> DeviceError:
    if isinstance(error, FileNotFoundError):
        return DeviceLost(device, Trouble.NOT_CONNECTED, str(error))
    if isinstance(error, PermissionError):
        return DeviceDenied(device, Trouble.NO_PERMISSION, str(error))
    if isinstance(error, BlockingIOError) or error.errno == errno.EBUSY:
        return DeviceBusy(device, Trouble.PORT_BUSY, str(error))
    return DeviceLost(device, Trouble.CONNECTION_LOST, str(error))
