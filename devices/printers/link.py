"""The line to a printer that takes raw bytes: TCP (port 9100 as a rule) or Linux' usblp.

Opened for one use and closed after it: such printers serve one host at a time, and others want
their turn.
"""

from __future__ import annotations

import errno
import os
import re
import select
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, TypeVar

from app.device_api import DeviceBusy, DeviceDenied, DeviceError, DeviceFault, DeviceLost, Trouble

CONNECT_S = 3.0
WRITE_S = 5.0
FINISH_S = 0.5
MOST_ANSWER = 64 * 1024
"""No answer is longer: what sends more is no printer, or a broken one."""

_HTTP = re.compile(rb"HTTP/\d|<html", re.IGNORECASE)

T = TypeVar("T")


class PrinterLink(Protocol):
    """An open line. All of it raises DeviceError."""

    def write(self, data: bytes) -> None:
        """All of it within WRITE_S."""

    def read(self, timeout_s: float) -> bytes:
        """What has come; b"" = nothing came in time. Raises DeviceLost at the end of the line."""

    def finish(self) -> None:
        """No more bytes follow; notices a printer that threw them away, as far as the line can."""

    def close(self) -> None:
        """Never raises."""


class Port(Protocol):
    """device: the printer's stable identity."""

    device: str

    def open(self) -> PrinterLink: ...


class TcpPort:
    """host:port of a printer or print server."""

    def __init__(self, host: str, port: int, timeout_s: float = CONNECT_S) -> None:
        self.device = f"tcp:{host}:{port}"
        self._address = (host, port)
        self._timeout_s = timeout_s

    def open(self) -> TcpLink:
        try:
            line = socket.create_connection(self._address, self._timeout_s)
        except OSError as error:
            raise translate(self.device, error) from error
        except ValueError as error:  # a name that no resolver takes
            raise DeviceLost(self.device, Trouble.NAME_UNKNOWN, str(error)) from error
        with suppress(OSError):  # a question right behind a label must not wait 40 ms for an ACK
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return TcpLink(self.device, line)


class TcpLink:
    def __init__(self, device: str, line: socket.socket) -> None:
        self._device = device
        self._line = line

    def write(self, data: bytes) -> None:
        try:
            self._line.settimeout(WRITE_S)
            self._line.sendall(data)
        except OSError as error:
            raise translate(self._device, error) from error

    def read(self, timeout_s: float) -> bytes:
        try:
            self._line.settimeout(max(timeout_s, 0.001))
            data = self._line.recv(4096)
        except TimeoutError:
            return b""
        except OSError as error:
            raise translate(self._device, error) from error
        if not data:
            raise DeviceLost(self._device, Trouble.CONNECTION_LOST, "the printer hung up")
        return data

    def finish(self) -> None:
        """A printer that closes without having read everything resets the connection."""
        try:
            self._line.shutdown(socket.SHUT_WR)
            self._line.settimeout(FINISH_S)
            self._line.recv(1)
        except TimeoutError:
            return  # it keeps its side open: many do
        except OSError as error:
            raise translate(self._device, error) from error

    def close(self) -> None:
        with suppress(OSError):
            self._line.close()


class UsbPort:
    """Linux' usblp: /dev/usb/lpN. The kernel lets in one program at a time."""

    def __init__(self, path: str) -> None:
        self.device = f"usb:{path}"
        self._path = path

    def open(self) -> UsbLink:
        if sys.platform == "win32":
            raise DeviceLost(self.device, Trouble.NOT_CONNECTED, "there is no usblp on Windows")
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        except (OSError, ValueError) as error:
            reason = error if isinstance(error, OSError) else OSError(errno.ENOENT, str(error))
            raise translate(self.device, reason) from error
        return UsbLink(self.device, handle)


class UsbLink:
    def __init__(self, device: str, handle: int) -> None:
        self._device = device
        self._handle = handle

    def write(self, data: bytes) -> None:
        left = memoryview(data)
        try:
            while left:
                if not select.select([], [self._handle], [], WRITE_S)[1]:
                    raise DeviceLost(self._device, Trouble.NOT_ANSWERING, "it takes no bytes")
                with suppress(BlockingIOError):
                    left = left[os.write(self._handle, left[:4096]) :]
        except OSError as error:
            raise translate(self._device, error) from error

    def read(self, timeout_s: float) -> bytes:
        """A printer with nothing to say may return an empty read at once: that is no end."""
        try:
            if not select.select([self._handle], [], [], max(timeout_s, 0.0))[0]:
                return b""
            data = os.read(self._handle, 4096)
        except BlockingIOError:
            data = b""
        except OSError as error:
            raise translate(self._device, error) from error
        if not data:
            time.sleep(min(timeout_s, 0.01))
        return data

    def finish(self) -> None:
        """usblp has no end of a job."""

    def close(self) -> None:
        with suppress(OSError):
            os.close(self._handle)


def translate(device: str, error: OSError) -> DeviceError:
    """What sockets and device files raise, in the devices' words."""
    detail = str(error)
    if isinstance(error, ConnectionRefusedError):
        # Off, or serving another host: printers refuse a second connection.
        return DeviceBusy(device, Trouble.PORT_BUSY, detail)
    if isinstance(error, TimeoutError):
        return DeviceLost(device, Trouble.NOT_ANSWERING, detail)
    if isinstance(error, socket.gaierror):
        return DeviceLost(device, Trouble.NAME_UNKNOWN, detail)
    if isinstance(error, PermissionError):
        return DeviceDenied(device, Trouble.NO_PERMISSION, detail)
    match error.errno:
        case errno.EBUSY:
            return DeviceBusy(device, Trouble.PORT_BUSY, detail)
        case errno.ENOENT | errno.ENXIO | errno.ENODEV | errno.EHOSTUNREACH | errno.ENETUNREACH:
            return DeviceLost(device, Trouble.NOT_CONNECTED, detail)
        case _:
            return DeviceLost(device, Trouble.CONNECTION_LOST, detail)


def ask(
    link: PrinterLink,
    device: str,
    command: bytes,
    parse: Callable[[bytes], T | None],
    timeout_s: float,
    clock: Callable[[], float] = time.monotonic,
) -> T | None:
    """The answer to a command; None = silence.

    parse: what has come so far -> the answer, None while it is not whole.
    Raises DeviceFault (another protocol, a flood) and DeviceLost.
    """
    link.read(0)  # an answer that came too late is not the answer to this
    link.write(command)
    until = clock() + timeout_s
    got = bytearray()
    while (left := until - clock()) > 0:
        got += link.read(left)
        answer = parse(bytes(got))
        if answer is not None:
            return answer
        if len(got) > MOST_ANSWER:
            raise DeviceFault(device, Trouble.FLOODING, f"{len(got)} bytes to {command!r}")
        if _HTTP.search(got[:64]):
            break
    if got:
        raise DeviceFault(device, Trouble.OTHER_PROTOCOL, f"{bytes(got[:60])!r} to {command!r}")
    return None
