"""A grabbed keyboard, played by a named pipe."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from app.device_api import DeviceError, DeviceState, ScanDefect, Trouble
from devices.evdev_keys import EvdevScanner
from devices.supervisor import Supervisor
from tests.helpers.inbox import Inbox, clock
from tests.helpers.keys import event, events_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "event0"
    os.mkfifo(made)
    return made


@pytest.fixture
def keyboard(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR)
    yield descriptor
    os.close(descriptor)


@pytest.fixture
def inbox(path: Path, keyboard: int) -> Iterator[Inbox]:
    made = Inbox()
    driver = EvdevScanner(f"evdev:{path}", made.put, clock, grab=lambda _: None)
    supervisor = Supervisor(made.put, [driver], retry_s=0.02)
    supervisor.start()
    assert made.state() is DeviceState.READY
    yield made
    assert supervisor.stop(5)


def test_codes_end_at_enter(keyboard: int, inbox: Inbox, path: Path) -> None:
    os.write(keyboard, events_of("]C1010950\x1d1aB") + events_of("42"))
    first, second = inbox.scan(), inbox.scan()
    assert (first.text, first.symbology, first.device) == ("010950\x1d1aB", "]C1", str(path))
    assert second.text == "42"


def test_keys_without_an_enter(keyboard: int, inbox: Inbox) -> None:
    os.write(keyboard, event(2, 1) + event(2, 0))
    assert inbox.scan().defect is ScanDefect.UNTERMINATED


def exception_of(driver: EvdevScanner, place: str) -> Trouble:
    with pytest.raises(DeviceError) as caught:
        driver.open(place)
    return caught.value.trouble


def test_why_a_keyboard_does_not_open(
    path: Path, keyboard: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(descriptor: int) -> None:
        raise OSError(errno.EBUSY, "grabbed")

    driver = EvdevScanner(f"evdev:{path}", Inbox().put, clock, grab=taken)
    assert driver.find() == str(path)
    assert exception_of(driver, str(path)) is Trouble.PORT_BUSY
    assert exception_of(driver, f"{path}-none") is Trouble.NOT_CONNECTED

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(os, "open", refuse)
    assert exception_of(driver, str(path)) is Trouble.NO_PERMISSION


def test_what_is_no_keyboard_cannot_be_grabbed(path: Path, keyboard: int) -> None:
    driver = EvdevScanner(f"evdev:{path}", Inbox().put, clock)
    assert exception_of(driver, str(path)) is Trouble.CONNECTION_LOST  # not a terminal, says Linux


def test_the_end_of_the_keyboard_is_a_loss(path: Path) -> None:
    inbox, keyboard = Inbox(), os.open(path, os.O_RDWR)
    driver = EvdevScanner(f"evdev:{path}", inbox.put, clock, grab=lambda _: None)
    supervisor = Supervisor(inbox.put, [driver])
    supervisor.start()
    assert inbox.state() is DeviceState.READY
    os.close(keyboard)
    change = inbox.change()
    assert supervisor.stop(5)
    assert (change.state, change.trouble) == (DeviceState.LOST, Trouble.CONNECTION_LOST)
