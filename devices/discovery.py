"""Which devices are plugged in, which came or went, and how two equal ones get different names."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from serial.tools import list_ports

from app.device_api import DeviceFault, DeviceKind, Trouble
from devices import hid_port, serial_ports
from devices.hid_port import HidInfo, of_usage
from devices.makers import kind_guess, maker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from devices.serial_ports import PortInfo

INPUTS = Path("/dev/input/by-id")


@dataclass(frozen=True)
class FoundDevice:
    """A device that could be used here.

    kind_guess: the kind that its HID usage or its maker suggests; None if neither does.
    spec: what to write into the configuration to use it. name: for people.
    trouble: why it could not be opened now, as far as that shows without opening it; else None.
    """

    kind_guess: DeviceKind | None
    identity: str
    spec: str
    name: str
    trouble: Trouble | None = None


def changes(before: Iterable[str], after: Iterable[str]) -> tuple[list[str], list[str]]:
    """(gone, come) between two looks at the identities; each in a stable order."""
    old, new = set(before), set(after)
    return sorted(old - new, key=_natural), sorted(new - old, key=_natural)


def name_apart(devices: Sequence[tuple[str, str]]) -> list[str]:
    """Names of (identity, name) pairs; equal ones get " 1", " 2" in the order of identities.

    An identity holds the serial number or the place, so each device has the same number after a
    restart. A device without a name gets none.
    """
    count = Counter(name for _, name in devices)
    places = {
        name: sorted((identity for identity, same in devices if same == name), key=_natural)
        for name in count
    }
    return [
        f"{name} {places[name].index(identity) + 1}" if name and count[name] > 1 else name
        for identity, name in devices
    ]


def found() -> list[FoundDevice]:
    """Everything plugged in that could be a scanner or a scale, configured or not."""
    ports = from_ports(list_ports.comports())
    try:
        hids = from_hid([*hid_port.listed(hid_port.SCANNER_USAGE)], DeviceKind.SCANNER)
        hids += from_hid([*hid_port.listed(hid_port.SCALE_USAGE)], DeviceKind.SCALE)
    except DeviceFault as error:
        hids = [FoundDevice(None, "hid", "hid", "", error.trouble)]
    return [*ports, *hids, *from_inputs()]


def from_ports(ports: Iterable[PortInfo]) -> list[FoundDevice]:
    """The devices on serial ports. Whether a port is in use is not tried: that would disturb it."""
    return [_port(port, serial_ports.identity(port)) for port in ports]


def from_hid(infos: Iterable[HidInfo], kind: DeviceKind) -> list[FoundDevice]:
    """HID POS scanners or HID scales."""
    usage = hid_port.SCANNER_USAGE if kind is DeviceKind.SCANNER else hid_port.SCALE_USAGE
    return [_hid(info, hid_port.identity(info), kind) for info in of_usage(infos, usage)]


def from_inputs(folder: Path = INPUTS) -> list[FoundDevice]:
    """All keyboards that Linux names in this folder; any of them may be a keyboard scanner."""
    if not folder.is_dir():
        return []
    return [_input(path) for path in sorted(folder.glob("*-event-kbd"))]


def _port(port: PortInfo, identity: str) -> FoundDevice:
    name = " ".join(filter(None, (maker(identity), getattr(port, "product", None) or "")))
    spec = f"serial:{identity}"
    return FoundDevice(kind_guess(identity), identity, spec, name, _trouble(port.device))


def _hid(info: HidInfo, identity: str, kind: DeviceKind) -> FoundDevice:
    whose = info.get("manufacturer_string") or maker(identity)
    name = " ".join(filter(None, (whose, info.get("product_string") or "")))
    path = info["path"]
    trouble = _trouble(path.decode() if isinstance(path, bytes) else str(path))
    return FoundDevice(kind, identity, f"hid:{identity}", name, trouble)


def _input(path: Path) -> FoundDevice:
    ids = Path("/sys/class/input") / path.resolve().name / "device" / "id"
    kind = None
    if (ids / "vendor").is_file():
        vendor, product = ((ids / name).read_text().strip() for name in ("vendor", "product"))
        kind = kind_guess(f"usb:{vendor}:{product}")
    name = path.name.removeprefix("usb-").removesuffix("-event-kbd").replace("_", " ")
    return FoundDevice(kind, str(path), f"evdev:{path}", name, _trouble(str(path)))


def _trouble(path: str) -> Trouble | None:
    if sys.platform == "win32" or not path.startswith("/"):
        return None
    if not Path(path).exists():
        return Trouble.NOT_CONNECTED
    return None if os.access(path, os.R_OK | os.W_OK) else Trouble.NO_PERMISSION


def _natural(identity: str) -> tuple[list[tuple[int, str]], str]:
    """A sort key that compares numbers as numbers: place 1-10 comes after 1-2."""
    parts = re.split(r"(\d+)", identity)
    return [(int(part), "") if part.isdigit() else (0, part) for part in parts], identity
