"""The reader thread against pseudo terminals: framing, loss, return, refusal."""

from __future__ import annotations

import queue
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from app.device_api import DeviceChanged, DeviceState, Scan, ScanDefect
from devices import serial_ports
from devices.serial_scanner import LineSettings, SerialScanner

if sys.platform == "win32":
    pytest.skip("pseudo terminals are POSIX", allow_module_level=True)

from typing import TYPE_CHECKING

from tests.helpers.virtual_port import VirtualPort

if TYPE_CHECKING:
    from pathlib import Path

FAST = LineSettings(retry_s=0.02)
LIMIT = 5.0


def clock() -> datetime:
    return datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class Inbox:
    """The engine's queue; waits, but never for ever."""

    def __init__(self) -> None:
        self._queue: queue.Queue[object] = queue.Queue()
        self.put = self._queue.put

    def next(self) -> object:
        return self._queue.get(timeout=LIMIT)

    def scan(self) -> Scan:
        message = self.next()
        assert isinstance(message, Scan), message
        return message

    def state(self) -> DeviceState:
        message = self.next()
        assert isinstance(message, DeviceChanged), message
        return message.state

    def is_empty(self) -> bool:
        return self._queue.empty()


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def port(tmp_path: Path) -> Iterator[VirtualPort]:
    with VirtualPort(tmp_path) as made:
        yield made


Start = Callable[..., SerialScanner]


@pytest.fixture
def start(inbox: Inbox) -> Iterator[Start]:
    running: list[SerialScanner] = []

    def begin(spec: str, settings: LineSettings = FAST, box: Inbox = inbox) -> SerialScanner:
        scanner = SerialScanner(spec, box.put, clock, settings)
        scanner.start()
        running.append(scanner)
        return scanner

    yield begin
    assert all(scanner.stop() for scanner in running)


def test_frames_split_and_joined(port: VirtualPort, inbox: Inbox, start: Start) -> None:
    scanner = start(port.spec)
    assert inbox.state() is DeviceState.READY
    port.write(b"]E04012")
    port.write(b"345\r\n]C1010950\x1d1\r")
    first, second = inbox.scan(), inbox.scan()
    assert first == Scan("4012345", "]E0", scanner.device, clock())
    assert second == Scan("010950\x1d1", "]C1", scanner.device, clock())


def test_a_scanner_without_terminator(port: VirtualPort, inbox: Inbox, start: Start) -> None:
    start(port.spec)
    inbox.state()
    port.write(b"4012345")
    assert inbox.scan().defect is ScanDefect.UNTERMINATED


def test_unplugged_is_told_once_and_replugged_works(
    port: VirtualPort, inbox: Inbox, start: Start
) -> None:
    start(port.spec)
    assert inbox.state() is DeviceState.READY
    port.unplug()
    assert inbox.state() is DeviceState.LOST
    port.plug()
    assert inbox.state() is DeviceState.READY  # and no second LOST before it
    port.write(b"42\r")
    assert inbox.scan().text == "42"


def test_a_device_that_is_not_there_yet(tmp_path: Path, inbox: Inbox, start: Start) -> None:
    start(f"serial:{tmp_path}/scanner")
    assert inbox.state() is DeviceState.LOST
    with VirtualPort(tmp_path):
        assert inbox.state() is DeviceState.READY
    assert inbox.state() is DeviceState.LOST


def test_a_port_in_use_is_busy_until_it_is_free(
    port: VirtualPort, inbox: Inbox, start: Start
) -> None:
    holder = start(port.spec)
    assert inbox.state() is DeviceState.READY
    second = Inbox()
    start(port.spec, FAST, second)
    message = second.next()
    assert isinstance(message, DeviceChanged)
    assert message.state is DeviceState.BUSY
    assert "another program" in message.reason
    assert holder.stop()
    assert second.state() is DeviceState.READY


def test_no_permission_is_told_apart(
    inbox: Inbox, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kw: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("serial.serial_for_url", refuse)
    start("serial:/dev/ttyS0")
    assert inbox.state() is DeviceState.DENIED


def test_an_unforeseen_error_does_not_end_the_thread(
    port: VirtualPort, inbox: Inbox, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    find, calls = serial_ports.find, iter(range(100))

    def fail_first(spec: str) -> str | None:
        if next(calls) == 0:
            raise ZeroDivisionError("for a test")
        return find(spec)

    monkeypatch.setattr(serial_ports, "find", fail_first)
    start(port.spec)
    assert inbox.state() is DeviceState.FAULT
    assert inbox.state() is DeviceState.READY


def test_stop_is_immediate_while_waiting_for_a_device(inbox: Inbox, tmp_path: Path) -> None:
    settings = LineSettings(retry_s=3600)
    scanner = SerialScanner(f"serial:{tmp_path}/none", inbox.put, clock, settings)
    scanner.start()
    assert inbox.state() is DeviceState.LOST
    assert scanner.stop(timeout_s=1)


def test_stop_before_start(inbox: Inbox) -> None:
    assert SerialScanner("serial:/dev/none", inbox.put, clock).stop()


def test_two_fast_scanners_lose_and_double_nothing(
    tmp_path: Path, inbox: Inbox, start: Start
) -> None:
    """Two scanners at many times the 20 scans a second that two hands can do."""
    with VirtualPort(tmp_path, "a") as a, VirtualPort(tmp_path, "b") as b:
        for one in (a, b):
            start(one.spec)
            assert inbox.state() is DeviceState.READY
        sent = [f"{one.name}-{n:04}" for one in (a, b) for n in range(200)]

        def write(one: VirtualPort) -> None:
            for n in range(200):
                one.write(f"{one.name}-{n:04}\r".encode())

        writers = [threading.Thread(target=write, args=(one,)) for one in (a, b)]
        for writer in writers:
            writer.start()
        scans = [inbox.scan() for _ in sent]
        for writer in writers:
            writer.join(LIMIT)
        assert Counter(scan.text for scan in scans) == Counter(sent)
        for one in (a, b):
            own = [scan.text for scan in scans if scan.device == one.name]
            assert own == sorted(own)
        assert inbox.is_empty()
        for scanner_port in (a, b):
            scanner_port.unplug()
            assert inbox.state() is DeviceState.LOST
