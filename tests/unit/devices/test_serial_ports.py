"""Ports by identity, and what pyserial's errors mean."""

from __future__ import annotations

import errno
from dataclasses import dataclass

import pytest
import serial

from app.device_api import DeviceState, Trouble
from devices.serial_errors import translate
from devices.serial_ports import device_of, find, follow, identity


@dataclass
class Port:
    device: str
    vid: int | None = None
    pid: int | None = None
    serial_number: str | None = None
    location: str | None = None


ONE = Port("/dev/ttyACM0", 0x0C2E, 0x0B6A, "20012345", "1-2:1.0")
TWO = Port("/dev/ttyACM1", 0x0C2E, 0x0B6A, "20019999", "1-3:1.0")
BARE = Port("/dev/ttyUSB0", 0x05F9, 0x4204, None, "1-4")
BOARD = Port("/dev/ttyS0")


@pytest.mark.parametrize(
    ("port", "name"),
    [
        (ONE, "usb:0c2e:0b6a:20012345"),
        (BARE, "usb:05f9:4204@1-4"),
        (Port("COM7", 0x05F9, 0x4204), "usb:05f9:4204"),
        (BOARD, "/dev/ttyS0"),
    ],
)
def test_identity(port: Port, name: str) -> None:
    assert identity(port) == name


@pytest.mark.parametrize(
    ("spec", "name"),
    [
        ("serial:usb:0C2E:0B6A:20012345", "/dev/ttyACM0"),
        ("serial:usb:0c2e:0b6a:20019999", "/dev/ttyACM1"),
        ("serial:usb:0c2e:0b6a", None),  # two of them: not one by chance
        ("serial:usb:0c2e:0b6a@1-3:1.0", "/dev/ttyACM1"),
        ("serial:usb:05f9:4204", "/dev/ttyUSB0"),
        ("serial:usb:ffff:0001:1", None),
        ("serial:/dev/ttyS7", "/dev/ttyS7"),
        ("serial:COM5", "COM5"),
        ("socket://10.0.0.7:4001", "socket://10.0.0.7:4001"),
    ],
)
def test_find(spec: str, name: str | None) -> None:
    assert find(spec, [ONE, TWO, BARE, BOARD]) == name


def test_the_device_keeps_its_name_when_its_port_moves() -> None:
    moved = Port("/dev/ttyACM4", ONE.vid, ONE.pid, ONE.serial_number)
    spec = follow("serial:/dev/ttyACM0", "/dev/ttyACM0", [ONE, TWO])
    assert spec == "serial:usb:0c2e:0b6a:20012345"
    assert find(spec, [TWO, moved]) == "/dev/ttyACM4"


@pytest.mark.parametrize("name", ["/dev/ttyUSB0", "/dev/ttyS0", "socket://host:1"])
def test_what_cannot_be_followed_keeps_its_spec(name: str) -> None:
    assert follow("as it was", name, [ONE, BARE, BOARD]) == "as it was"


def test_device_names_are_the_specs_in_one_spelling() -> None:
    assert device_of("serial:usb:0C2E:0B6A:AbC") == "usb:0c2e:0b6a:AbC"
    assert device_of("serial:COM5") == "COM5"


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (serial.SerialException(errno.ENOENT, "no such file"), DeviceState.LOST),
        (serial.SerialException(errno.EAGAIN, "could not lock"), DeviceState.BUSY),
        (serial.SerialException(errno.EBUSY, "busy"), DeviceState.BUSY),
        (serial.SerialException(errno.EACCES, "no"), DeviceState.DENIED),
        (
            serial.SerialException("could not open port 'COM5': PermissionError(13, 'Access')"),
            DeviceState.BUSY,
        ),
        (
            serial.SerialException("could not open port 'COM5': FileNotFoundError(2, '')"),
            DeviceState.LOST,
        ),
        (serial.SerialException("read failed: socket disconnected"), DeviceState.LOST),
        (OSError(errno.EIO, "Input/output error"), DeviceState.LOST),
    ],
)
def test_errors_in_our_words(error: Exception, state: DeviceState) -> None:
    translated = translate("COM5", error)
    assert translated.state is state
    assert translated.detail


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (serial.SerialException(errno.ENOENT, "no such file"), Trouble.NOT_CONNECTED),
        (serial.SerialException(errno.EAGAIN, "could not lock"), Trouble.PORT_BUSY),
        (serial.SerialException(errno.EACCES, "no"), Trouble.NO_PERMISSION),
        (OSError(errno.EIO, "Input/output error"), Trouble.CONNECTION_LOST),
    ],
)
def test_each_error_has_its_trouble(error: Exception, trouble: Trouble) -> None:
    assert translate("COM5", error).trouble is trouble
