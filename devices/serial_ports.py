r"""Finds the port of a device by its identity, since the names of ports change.

Specs: ``serial:/dev/ttyS0``, ``serial:COM5``, ``serial:usb:0c2e:0b6a:20012345`` (serial number),
``serial:usb:0c2e:0b6a@1-2.3`` (USB place, for devices without a number), ``serial:usb:0c2e:0b6a``
(the only one of its kind) and ``socket://host:port``. The case of hexadecimal digits is ignored.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from serial.tools import list_ports

if TYPE_CHECKING:
    from collections.abc import Iterable


class PortInfo(Protocol):
    """What pyserial knows of a port (serial.tools.list_ports_common.ListPortInfo)."""

    device: str
    vid: int | None
    pid: int | None
    serial_number: str | None
    location: str | None


def identity(port: PortInfo) -> str:
    """Stable name: usb:vid:pid:serial, else usb:vid:pid@place, else the port's own name."""
    if port.vid is None or port.pid is None:
        return port.device
    kind = f"usb:{port.vid:04x}:{port.pid:04x}"
    if port.serial_number:
        return f"{kind}:{port.serial_number}"
    return f"{kind}@{port.location}" if port.location else kind


def device_of(spec: str) -> str:
    """The name under which a spec's device reports itself, the same whether it is there or not."""
    body = spec.removeprefix("serial:")
    if not body.lower().startswith("usb:"):
        return body
    parts = body.split(":", 3)
    return ":".join([*(part.lower() for part in parts[:3]), *parts[3:]])


def find(spec: str, ports: Iterable[PortInfo] | None = None) -> str | None:
    """The port name or URL to open for a spec; None while the device is not there.

    Also None where ``usb:vid:pid`` fits two devices: neither is taken by chance.
    """
    device = device_of(spec)
    if not device.startswith("usb:"):
        return device
    known = list_ports.comports() if ports is None else ports
    names = {port.device for port in known if _is(device, port)}
    return names.pop() if len(names) == 1 else None


def follow(spec: str, name: str, ports: Iterable[PortInfo] | None = None) -> str:
    """The spec that finds the device again that was opened as `name`.

    A USB device with a serial number is then found at any port, even if it was configured by the
    name of one. All others keep their spec.
    """
    target = Path(name)
    real = str(target.resolve()) if target.is_symlink() else name
    for port in list_ports.comports() if ports is None else ports:
        if port.device in (name, real) and port.vid is not None and port.serial_number:
            return f"serial:{identity(port)}"
    return spec


def _is(device: str, port: PortInfo) -> bool:
    if port.vid is None or port.pid is None:
        return False
    kind = f"usb:{port.vid:04x}:{port.pid:04x}"
    return device in (identity(port), kind, f"{kind}@{port.location}")
