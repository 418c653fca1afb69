"""What is plugged in: by identity, whatever the names of ports."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.device_api import DeviceFault, DeviceKind, Trouble
from devices import discovery, hid_port
from devices.discovery import FoundDevice, changes, from_hid, from_inputs, from_ports, name_apart
from devices.hid_port import choose, device_of, identity

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.sets(st.text("abc:0123@-.", min_size=1, max_size=8))


@given(NAMES, NAMES)
def test_changes_are_a_set_difference(before: set[str], after: set[str]) -> None:
    gone, come = changes(before, after)
    assert (before - set(gone)) | set(come) == after
    assert not set(gone) & set(come)
    assert changes(list(before)[::-1], after) == (gone, come)


def test_equal_scanners_are_numbered_by_their_place() -> None:
    left, right = "usb:05f9:4204@1-2", "usb:05f9:4204@1-10"
    assert name_apart([(right, "Datalogic"), (left, "Datalogic"), ("x", "Left"), ("y", "")]) == [
        "Datalogic 2",
        "Datalogic 1",
        "Left",
        "",
    ]
    assert name_apart([("x", ""), ("y", "")]) == ["", ""]


@dataclass
class Port:
    device: str
    vid: int | None = None
    pid: int | None = None
    serial_number: str | None = None
    location: str | None = None
    product: str | None = None


def test_serial_ports() -> None:
    ports = [
        Port("COM5", 0x05F9, 0x4204, "S1", product="QuickScan"),
        Port("COM6", 0x1A86, 0x7523, None, "1-2"),
        Port("COM1"),
    ]
    assert from_ports(ports) == [
        FoundDevice(
            DeviceKind.SCANNER,
            "usb:05f9:4204:S1",
            "serial:usb:05f9:4204:S1",
            "Datalogic QuickScan",
        ),
        FoundDevice(None, "usb:1a86:7523@1-2", "serial:usb:1a86:7523@1-2", ""),
        FoundDevice(None, "COM1", "serial:COM1", ""),
    ]


@pytest.mark.skipif(os.name != "posix", reason="permissions of files")
def test_what_cannot_be_opened_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "ttyACM0"
    there.touch()
    monkeypatch.setattr("os.access", lambda *_: False)
    troubles = [one.trouble for one in from_ports([Port(str(there)), Port(str(tmp_path / "no"))])]
    assert troubles == [Trouble.NO_PERMISSION, Trouble.NOT_CONNECTED]


def hid(path: str, usage: tuple[int, int], number: str = "", **more: str) -> dict[str, Any]:
    return {
        "path": path.encode(),
        "vendor_id": 0x0C2E,
        "product_id": 0x0B6A,
        "serial_number": number,
        "usage_page": usage[0],
        "usage": usage[1],
        **more,
    }


POS = hid("pos1", hid_port.SCANNER_USAGE, "S1", manufacturer_string="Honeywell", product_string="X")
OTHER = hid("pos2", hid_port.SCANNER_USAGE)
KEYBOARD = hid("kbd", (0x8C, 0x01))
SCALE = hid("scale", hid_port.SCALE_USAGE, "W1")


def test_hid_devices_by_their_usage() -> None:
    infos = [POS, KEYBOARD, SCALE]
    assert from_hid(infos, DeviceKind.SCANNER) == [
        FoundDevice(
            DeviceKind.SCANNER,
            "usb:0c2e:0b6a:S1",
            "hid:usb:0c2e:0b6a:S1",
            "Honeywell X",
        )
    ]
    assert [one.identity for one in from_hid(infos, DeviceKind.SCALE)] == ["usb:0c2e:0b6a:W1"]


@pytest.mark.parametrize(
    ("spec", "path"),
    [
        ("hid", None),  # two of them: not one by chance
        ("hid:usb:0C2E:0B6A", None),
        ("hid:usb:0c2e:0b6a:S1", "pos1"),
        ("hid:usb:0c2e:0b6a@pos2", "pos2"),
        ("hid:usb:ffff:0001", None),
    ],
)
def test_which_hid_device_a_spec_means(spec: str, path: str | None) -> None:
    assert choose(spec, [POS, OTHER]) == path


def test_the_only_hid_device_needs_no_name() -> None:
    assert choose("hid", [POS]) == "pos1"
    assert choose("hid:usb:0c2e:0b6a", [POS]) == "pos1"


def test_hid_identities_in_one_spelling() -> None:
    assert identity(OTHER) == "usb:0c2e:0b6a@pos2"
    assert device_of("hid:usb:0C2E:0B6A:AbC") == "usb:0c2e:0b6a:AbC"
    assert device_of("hid:usb:0C2E:0B6A@1-2:1.0") == "usb:0c2e:0b6a@1-2:1.0"
    assert device_of("hid") == "hid"


def test_keyboards_by_name(tmp_path: Path) -> None:
    for name in ("usb-Honeywell_1900-event-kbd", "usb-Mouse-event-mouse"):
        (tmp_path / name).touch()
    (one,) = from_inputs(tmp_path)
    assert (one.name, one.spec) == (
        "Honeywell 1900",
        f"evdev:{tmp_path}/usb-Honeywell_1900-event-kbd",
    )
    assert from_inputs(tmp_path / "none") == []


def test_a_missing_library_is_told_and_hides_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(usage: tuple[int, int]) -> list[hid_port.HidInfo]:
        raise DeviceFault("hid", Trouble.LIBRARY_MISSING)

    monkeypatch.setattr(hid_port, "listed", missing)
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: [Port("COM1")])
    found = discovery.found()
    assert [one.identity for one in found[:2]] == ["COM1", "hid"]
    assert found[1].trouble is Trouble.LIBRARY_MISSING
