"""The line to a printer that takes raw bytes: TCP (port 9100 as a rule) or Linux' usblp.

The line is opened for one use and then closed. Such printers serve one host at a time, and other
hosts want to print, too.
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
"""Bytes. No answer is longer: what sends more is no printer, or a broken one."""

_HTTP = re.compile(rb"HTTP/\d|<html", re.IGNORECASE)

T = TypeVar("T")


class PrinterLink(Protocol):
    """An open line to a printer. All methods but `close` raise DeviceError."""

    def write(self, data: bytes) -> None:
        """Write all bytes, within WRITE_S."""

    def read(self, timeout_s: float) -> bytes:
        """The bytes that have come; b"" = none in time. Raises DeviceLost where the line ended."""

    def finish(self) -> None:
        """Say that no more bytes follow. Raises DeviceError where the line shows a loss."""

    def close(self) -> None:
        """Never raises."""


class Port(Protocol):
    """The way to one printer. device: its stable identity."""

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
        except ValueError as error:  # the host's name is malformed
            raise DeviceLost(self.device, Trouble.NAME_UNKNOWN, str(error)) from error
        with suppress(OSError):  # else a question right after a label waits 40 ms for an ACK
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
        """Wait for the printer's end. One that has not read all bytes resets the connection."""
        try:
            self._line.shutdown(socket.SHUT_WR)
            self._line.settimeout(FINISH_S)
            self._line.recv(1)
        except TimeoutError:
            return  # the printer keeps its side open, as many do
        except OSError as error:
            raise translate(self._device, error) from error

    def close(self) -> None:
        with suppress(OSError):
            self._line.close()


class UsbPort:
    """A printer at Linux' usblp, /dev/usb/lpN. The kernel lets one program in at a time."""

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
        """As PrinterLink.read. An empty read means that the printer says nothing, not its end."""
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
        """Nothing: usblp cannot mark the end of a job."""

    def close(self) -> None:
        with suppress(OSError):
            os.close(self._handle)


def translate(device: str, error: OSError) -> DeviceError:
    """The DeviceError for an error of a socket or a device file."""
    detail = str(error)
    if isinstance(error, ConnectionRefusedError):
        # The printer is off, or it serves another host and refuses a second connection.
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
    """The printer's answer to a command; None if it stays silent for timeout_s.

    parse: turns the bytes that have come so far into the answer; None while it is not whole.
    Raises DeviceFault (another protocol, a flood) and DeviceLost.
    """
    link.read(0)  # drops the late answer to an earlier command
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
