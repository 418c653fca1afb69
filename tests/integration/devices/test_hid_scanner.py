"""HID POS scanners over the simulator's socket, and the refusals of hidapi."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from app.device_api import (
    Beep,
    DeviceBusy,
    DeviceDenied,
    DeviceError,
    DeviceFault,
    DeviceLost,
    DeviceState,
    ScanDefect,
    Trouble,
)
from devices import hid_port
from devices.hid_scanner import HidPosScanner
from devices.scanner_spec import open_scanner
from devices.simulators.hid_pos import SimulatedHidPos, input_reports
from devices.supervisor import Supervisor
from tests.helpers.inbox import Inbox, clock
from tests.helpers.program import wait_until

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[SimulatedHidPos]:
    with SimulatedHidPos(tmp_path / "hid") as made:
        yield made


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def supervisor(scanner: SimulatedHidPos, inbox: Inbox) -> Iterator[Supervisor]:
    driver = open_scanner(scanner.spec, inbox.put, clock)
    made = Supervisor(inbox.put, [driver], retry_s=0.02, lock_on_stop=True)
    made.start()
    assert inbox.state() is DeviceState.READY
    wait_until(lambda: scanner.send(bytes(64)), "the connection", 5)
    yield made
    assert made.stop(5)


def test_codes_short_and_long(
    scanner: SimulatedHidPos, supervisor: Supervisor, inbox: Inbox
) -> None:
    scanner.scan("0109501101530003\x1d10A")
    scanner.scan("M1" * 100, "]Q1")
    first, second = inbox.scan(), inbox.scan()
    assert (first.text, first.symbology) == ("0109501101530003\x1d10A", "]C1")
    assert (second.text, second.symbology) == ("M1" * 100, "]Q1")
    assert first.device == scanner.spec


def test_a_memory_full_of_codes_all_arrives(
    scanner: SimulatedHidPos, supervisor: Supervisor, inbox: Inbox
) -> None:
    codes = [f"C{number // 2}" for number in range(300)]
    assert all(scanner.scan(code) for code in codes)
    assert [inbox.scan().text for _ in codes] == codes


def test_answers_of_the_scanner_are_no_scans(
    scanner: SimulatedHidPos, supervisor: Supervisor, inbox: Inbox
) -> None:
    scanner.scan("REVINF", "]Z6")
    scanner.scan("42")
    assert inbox.scan().text == "42"


def test_sounds_and_lock(scanner: SimulatedHidPos, supervisor: Supervisor, inbox: Inbox) -> None:
    given: list[Beep] = []
    for beep in Beep:
        supervisor.give(scanner.spec, beep)
        given.append(beep)
        wait_until(lambda: scanner.beeps == given, f"{beep}", 5)
    wait_until(lambda: scanner.locked, "the lock", 5)
    supervisor.give(scanner.spec, Beep.BAD)
    wait_until(lambda: len(scanner.beeps) == 4, "one more sound", 5)
    assert scanner.locked
    assert not scanner.scan("42")
    supervisor.free(scanner.spec)
    wait_until(lambda: not scanner.locked, "the key", 5)
    assert scanner.scan("43")
    assert inbox.scan().text == "43"


def test_a_code_that_breaks_off(
    scanner: SimulatedHidPos, supervisor: Supervisor, inbox: Inbox
) -> None:
    scanner.send(input_reports(b"7" * 100, b"]Q1")[0])
    assert inbox.scan().defect is ScanDefect.UNTERMINATED


def test_unplugged_in_a_code_and_back(
    scanner: SimulatedHidPos, supervisor: Supervisor, inbox: Inbox
) -> None:
    scanner.die_in("7" * 100)
    assert inbox.state() is DeviceState.LOST
    wait_until(lambda: inbox.size() == 1, "the socket to be missed", 5)
    assert inbox.trouble() is Trouble.NOT_CONNECTED
    scanner.plug()
    assert inbox.state() is DeviceState.READY
    assert wait_until(lambda: scanner.scan("42"), "the connection", 5)
    assert inbox.scan().text == "42"


# --- hidapi, as far as it can be tried without a device --------------------------------------------


class Refusing:
    """hidapi's module and device in one, with a device that cannot be opened."""

    def device(self) -> Refusing:
        return self

    def open_path(self, path: bytes) -> None:
        raise OSError("open failed")

    def enumerate(self) -> list[hid_port.HidInfo]:
        return []


def exception_of(driver: HidPosScanner, place: str) -> tuple[type[DeviceError], Trouble]:
    with pytest.raises(DeviceError) as caught:
        driver.open(place)
    return type(caught.value), caught.value.trouble


def test_why_a_device_does_not_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inbox: Inbox
) -> None:
    monkeypatch.setattr("importlib.import_module", lambda name: Refusing())
    driver = HidPosScanner("hid", inbox.put, clock)
    node = tmp_path / "hidraw0"
    assert driver.find() is None
    assert exception_of(driver, str(node)) == (DeviceLost, Trouble.NOT_CONNECTED)
    node.touch()
    assert exception_of(driver, str(node)) == (DeviceBusy, Trouble.PORT_BUSY)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert exception_of(driver, str(node)) == (DeviceDenied, Trouble.NO_PERMISSION)


def test_without_the_library_it_says_so(monkeypatch: pytest.MonkeyPatch, inbox: Inbox) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", missing)
    driver = HidPosScanner("hid", inbox.put, clock)
    with pytest.raises(DeviceFault) as caught:
        driver.find()
    assert caught.value.trouble is Trouble.LIBRARY_MISSING


def test_a_missing_socket_is_not_connected(tmp_path: Path, inbox: Inbox) -> None:
    driver = HidPosScanner(f"hid:socket:{tmp_path}/none", inbox.put, clock)
    assert driver.find() is None
    assert exception_of(driver, f"{tmp_path}/none") == (DeviceLost, Trouble.NOT_CONNECTED)
