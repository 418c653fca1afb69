"""What people write to choose a scanner."""

from __future__ import annotations

import pytest

from app.device_api import Ability
from devices.evdev_keys import EvdevScanner
from devices.hid_scanner import HidPosScanner
from devices.scanner_spec import FEEDBACK, open_scanner
from devices.serial_scanner import SerialScanner
from tests.helpers.inbox import clock


def submit(message: object) -> None:
    raise AssertionError(message)


@pytest.mark.parametrize(
    ("spec", "driver", "device", "name"),
    [
        ("serial:/dev/ttyACM0", SerialScanner, "/dev/ttyACM0", ""),
        ("serial:COM5;name=Left;batch;baud=115200", SerialScanner, "COM5", "Left"),
        ("serial:usb:05F9:4204:X", SerialScanner, "usb:05f9:4204:X", "Datalogic"),
        ("socket://10.0.0.7:4001", SerialScanner, "socket://10.0.0.7:4001", ""),
        ("hid", HidPosScanner, "hid", ""),
        ("hid:usb:0C2E:0B6A", HidPosScanner, "usb:0c2e:0b6a", "Honeywell"),
        ("hid:usb:0c2e:0b6a@1-2:1.0;name=R", HidPosScanner, "usb:0c2e:0b6a@1-2:1.0", "R"),
        ("hid:socket:/tmp/x;batch", HidPosScanner, "hid:socket:/tmp/x", ""),
        ("evdev:/dev/input/by-id/k;prefix=\\x02", EvdevScanner, "/dev/input/by-id/k", ""),
    ],
)
def test_specs(spec: str, driver: type, device: str, name: str) -> None:
    made = open_scanner(spec, submit, clock)
    assert isinstance(made, driver)
    assert (made.device, made.name) == (device, name)


@pytest.mark.parametrize("feedback", FEEDBACK)
def test_feedback_gives_abilities(feedback: str) -> None:
    made = open_scanner(f"serial:COM5;feedback={feedback}", submit, clock)
    assert (Ability.BEEP in made.abilities) is (feedback != "none")


@pytest.mark.parametrize(
    ("spec", "about"),
    [
        ("", "no scanner"),
        ("wedge", "no scanner"),
        ("serial:", "no scanner"),
        ("socket://host", "no scanner"),
        ("hid:usb:12", "no scanner"),
        ("evdev:keyboard", "no scanner"),
        ("serial:COM5;loud", "no option"),
        ("hid;prefix=~", "no option"),
        ("serial:COM5;batch=yes", "Write it as batch"),
        ("serial:COM5;name", "Write it as name=…"),
        ("serial:COM5;name=", "Write it as name=…"),
        ("serial:COM5;baud=fast", "no speed"),
        ("serial:COM5;baud=1", "no speed"),
        ("serial:COM5;feedback=loud", "no feedback"),
        ("serial:COM5;batch;batch", "twice"),
        ("serial:COM5;prefix=\\xZZ", "no prefix"),
        ("serial:COM5;prefix=箱", "no prefix"),
    ],
)
def test_anything_else_is_a_sentence(spec: str, about: str) -> None:
    with pytest.raises(ValueError, match=about) as caught:
        open_scanner(spec, submit, clock)
    assert str(caught.value).endswith((".", "…", "batch"))
