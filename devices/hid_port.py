"""Finds HID devices by identity and opens them: through hidapi, or a simulator by its socket.

Specs: ``hid`` (the only one that is plugged in), ``hid:usb:VID:PID``, ``hid:usb:VID:PID:SERIAL``,
``hid:usb:VID:PID@PLACE`` and ``hid:socket:PATH``, a Unix SOCK_SEQPACKET socket that carries the
same reports. hidapi with a real device is not tried yet.
"""

from __future__ import annotations

import importlib
import os
import socket
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from app.device_api import DeviceBusy, DeviceDenied, DeviceFault, DeviceLost, Trouble

SCANNER_USAGE = (0x8C, 0x02)
"""Usage page and usage. Some keyboards use the same page, but with another usage."""
SCALE_USAGE = (0x8D, 0x20)

HidInfo = Mapping[str, Any]
"""What hidapi tells of a device: path, vendor_id, product_id, serial_number, usage_page, usage."""


class HidPort(Protocol):
    """An open device; all methods but `close` raise OSError when it is gone."""

    def read(self, timeout_ms: int) -> bytes:
        """One report, its id first; b"" if none came in time."""

    def write(self, report: bytes) -> None: ...

    def send_feature(self, report: bytes) -> None: ...

    def close(self) -> None: ...


def listed(usage: tuple[int, int]) -> list[HidInfo]:
    """Devices of one usage that are plugged in. Raises DeviceFault where hidapi is missing."""
    return of_usage(_library("hid").enumerate(), usage)


def of_usage(infos: Iterable[HidInfo], usage: tuple[int, int]) -> list[HidInfo]:
    return [info for info in infos if (info["usage_page"], info["usage"]) == usage]


def identity(info: HidInfo) -> str:
    """Stable name, as of serial ports: usb:vid:pid:serial, else usb:vid:pid@place."""
    kind = f"usb:{info['vendor_id']:04x}:{info['product_id']:04x}"
    if info.get("serial_number"):
        return f"{kind}:{info['serial_number']}"
    return f"{kind}@{place_of(info)}"


def place_of(info: HidInfo) -> str:
    """Where it is plugged in: the USB path on Linux ("1-2:1.0"), else hidapi's own path."""
    path = _path(info)
    device = Path("/sys/class/hidraw") / Path(path).name / "device"
    return device.resolve().parent.name if device.exists() else path


def device_of(spec: str) -> str:
    """The name under which a spec's device reports itself."""
    body = spec.removeprefix("hid:")
    if not body.lower().startswith("usb:"):
        return spec
    head, at, place = body.partition("@")
    parts = head.split(":", 3)
    return ":".join([*(part.lower() for part in parts[:3]), *parts[3:]]) + at + place


def choose(spec: str, infos: Iterable[HidInfo]) -> str | None:
    """The path of the one device that a spec means; None if there is none, or more than one."""
    wanted = device_of(spec)
    found = {_path(info) for info in infos if spec == "hid" or wanted in _names(info)}
    return found.pop() if len(found) == 1 else None


def _names(info: HidInfo) -> set[str]:
    kind = f"usb:{info['vendor_id']:04x}:{info['product_id']:04x}"
    return {identity(info), kind, f"{kind}@{place_of(info)}"}


def _path(info: HidInfo) -> str:
    path = info["path"]
    return path.decode() if isinstance(path, bytes) else str(path)


def open_hid(device: str, path: str) -> HidPort:
    """Open through hidapi. Raises DeviceError."""
    library = _library(device)
    if path.startswith("/") and not Path(path).exists():
        raise DeviceLost(device, Trouble.NOT_CONNECTED, path)
    if path.startswith("/") and not os.access(path, os.R_OK | os.W_OK):
        raise DeviceDenied(device, Trouble.NO_PERMISSION, path)
    try:
        port = library.device()
        port.open_path(path.encode())
    except OSError as error:
        # hidapi gives no errno. The file is there and may be opened, so another program holds it.
        raise DeviceBusy(device, Trouble.PORT_BUSY, str(error)) from error
    return ApiPort(port)


class ApiPort:
    """A device opened by hidapi, which publishes no types."""

    def __init__(self, port: Any) -> None:
        self._port = port

    def read(self, timeout_ms: int) -> bytes:
        return bytes(self._port.read(64, timeout_ms))

    def write(self, report: bytes) -> None:
        if self._port.write(report) < 0:
            raise OSError(f"write failed: {self._port.error()}")

    def send_feature(self, report: bytes) -> None:
        if self._port.send_feature_report(report) < 0:
            raise OSError(f"feature report refused: {self._port.error()}")

    def close(self) -> None:
        self._port.close()


def open_socket(device: str, path: str) -> HidPort:
    """Open a simulator's socket. Raises DeviceError."""
    if not hasattr(socket, "AF_UNIX"):
        raise DeviceFault(device, Trouble.LIBRARY_MISSING, "no Unix sockets on this system")
    line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        line.connect(path)
    except PermissionError as error:
        line.close()
        raise DeviceDenied(device, Trouble.NO_PERMISSION, str(error)) from error
    except OSError as error:
        line.close()
        raise DeviceLost(device, Trouble.NOT_CONNECTED, str(error)) from error
    return SocketPort(line)


class SocketPort:
    """An open simulator; each packet of its socket is one report."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line

    def read(self, timeout_ms: int) -> bytes:
        self._line.settimeout(timeout_ms / 1000)
        try:
            report = self._line.recv(64)
        except TimeoutError:
            return b""
        if not report:
            raise ConnectionResetError("the simulator closed the socket")
        return report

    def write(self, report: bytes) -> None:
        self._line.send(report)

    def send_feature(self, report: bytes) -> None:
        self.write(report)

    def close(self) -> None:
        self._line.close()


def _library(device: str) -> Any:
    """hidapi's module: on Linux `hidraw`, as `hid` takes devices from the kernel (libusb)."""
    try:
        return importlib.import_module("hidraw" if sys.platform == "linux" else "hid")
    except ImportError as error:
        raise DeviceFault(device, Trouble.LIBRARY_MISSING, f"hidapi: {error}") from error
