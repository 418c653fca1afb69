"""Serial scanners against pseudo terminals: framing, loss, return, refusal, floods, sounds."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from app.device_api import Beep, DeviceState, RawFrame, Scan, ScanDefect, Trouble
from devices.scanner_spec import FEEDBACK, open_scanner
from devices.simulators.serial_scanner import SimulatedSerialScanner
from devices.supervisor import Supervisor
from tests.helpers.inbox import Inbox, clock
from tests.helpers.program import wait_until
from tests.helpers.virtual_port import VirtualPort

if TYPE_CHECKING:
    from pathlib import Path

Start = Callable[..., Supervisor]
LOUD = [name for name in FEEDBACK if name != "none"]
LOCKABLE = ["ssi", "datalogic-corded"]


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def port(tmp_path: Path) -> Iterator[VirtualPort]:
    with VirtualPort(tmp_path) as made:
        yield made


@pytest.fixture
def start(inbox: Inbox) -> Iterator[Start]:
    running: list[Supervisor] = []

    def begin(
        *specs: str, box: Inbox = inbox, lock_on_stop: bool = False, cool_s: float = 0.05
    ) -> Supervisor:
        drivers = [open_scanner(spec, box.put, clock) for spec in specs]
        made = Supervisor(box.put, drivers, retry_s=0.02, cool_s=cool_s, lock_on_stop=lock_on_stop)
        made.start()
        running.append(made)
        return made

    yield begin
    stopped = [made.stop(5) for made in running]
    assert all(stopped)


def ready(inbox: Inbox) -> None:
    """Skip the news of a loss until it is there again."""
    while inbox.change().state is not DeviceState.READY:
        pass


def test_frames_split_and_joined(port: VirtualPort, inbox: Inbox, start: Start) -> None:
    start(port.spec)
    ready(inbox)
    port.write(b"]E04012")
    port.write(b"345\r\n]C1010950\x1d1\r")
    first, second = inbox.scan(), inbox.scan()
    assert first == Scan("4012345", "]E0", port.name, clock())
    assert second == Scan("010950\x1d1", "]C1", port.name, clock())
    assert isinstance(first.frame, RawFrame)
    assert first.frame.raw == b"]E04012345"
    assert first.frame.terminator in {b"\r", b"\r\n"}


def test_a_scanner_without_terminator(port: VirtualPort, inbox: Inbox, start: Start) -> None:
    start(port.spec)
    ready(inbox)
    port.write(b"4012345")
    scan = inbox.scan()
    assert scan.defect is ScanDefect.UNTERMINATED
    assert scan.frame is not None
    assert scan.frame.terminator == b""


def test_prefix_suffix_and_batch(port: VirtualPort, inbox: Inbox, start: Start) -> None:
    start(f"{port.spec};prefix=~;suffix=#;batch")
    ready(inbox)
    port.write(b"~42#\r")
    scan = inbox.scan()
    assert (scan.text, scan.batch) == ("42", True)


def test_unplugged_is_told_once_and_replugged_works(
    port: VirtualPort, inbox: Inbox, start: Start
) -> None:
    start(port.spec)
    assert inbox.state() is DeviceState.READY
    port.unplug()
    assert inbox.state() is DeviceState.LOST
    wait_until(lambda: inbox.size() == 1, "the port to be missed", 5)
    assert inbox.trouble() is Trouble.NOT_CONNECTED
    port.plug()
    assert inbox.state() is DeviceState.READY
    port.write(b"42\r")
    assert inbox.scan().text == "42"


def test_a_device_that_is_not_there_yet(tmp_path: Path, inbox: Inbox, start: Start) -> None:
    start(f"serial:{tmp_path}/scanner")
    change = inbox.change()
    assert (change.state, change.trouble) == (DeviceState.LOST, Trouble.NOT_CONNECTED)
    with VirtualPort(tmp_path):
        assert inbox.state() is DeviceState.READY
    assert inbox.state() is DeviceState.LOST


def test_a_port_in_use_is_busy_until_it_is_free(
    port: VirtualPort, inbox: Inbox, start: Start
) -> None:
    holder = start(port.spec)
    ready(inbox)
    second = Inbox()
    start(port.spec, box=second)
    change = second.change()
    assert (change.state, change.trouble) == (DeviceState.BUSY, Trouble.PORT_BUSY)
    assert holder.stop()
    assert second.state() is DeviceState.READY


def test_no_permission_is_told_apart(
    inbox: Inbox, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kw: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("serial.serial_for_url", refuse)
    start("serial:/dev/ttyS0")
    change = inbox.change()
    assert (change.state, change.trouble) == (DeviceState.DENIED, Trouble.NO_PERMISSION)


def test_two_fast_scanners_lose_and_double_nothing(
    tmp_path: Path, inbox: Inbox, start: Start
) -> None:
    """Two scanners at many times the 20 scans a second that two hands can do."""
    with VirtualPort(tmp_path, "a") as a, VirtualPort(tmp_path, "b") as b:
        start(a.spec, b.spec)
        ready(inbox)
        ready(inbox)
        sent = [f"{one.name}-{n:04}" for one in (a, b) for n in range(200)]

        def write(one: VirtualPort) -> None:
            for n in range(200):
                one.write(f"{one.name}-{n:04}\r".encode())

        writers = [threading.Thread(target=write, args=(one,)) for one in (a, b)]
        for writer in writers:
            writer.start()
        scans = [inbox.scan() for _ in sent]
        for writer in writers:
            writer.join(5)
        assert Counter(scan.text for scan in scans) == Counter(sent)
        for one in (a, b):
            own = [scan.text for scan in scans if scan.device == one.name]
            assert own == sorted(own)
        assert inbox.is_empty()
        for one in (a, b):
            one.unplug()


@pytest.mark.parametrize("option", ["", ";batch"])
def test_a_memory_full_of_codes_all_arrives(
    port: VirtualPort, inbox: Inbox, start: Start, option: str
) -> None:
    start(port.spec + option)
    ready(inbox)
    codes = [f"C{number // 2:05}" for number in range(1500)]  # each twice: neighbours are meant
    port.write(b"".join(code.encode() + b"\r" for code in codes))
    assert [inbox.scan().text for _ in codes] == codes


# --- other languages and floods ------------------------------------------------------------------


def test_a_flood_is_cut_off_and_told(tmp_path: Path, inbox: Inbox, start: Start) -> None:
    with SimulatedSerialScanner(link=tmp_path / "s") as scanner:
        supervisor = start(scanner.spec, cool_s=3600)
        ready(inbox)
        scanner.flood(5000)
        messages = [inbox.next()]
        while isinstance(messages[-1], Scan):
            messages.append(inbox.next())
        (change,) = supervisor.status()
        assert messages[-1] == change
        assert (change.state, change.trouble) == (DeviceState.FAULT, Trouble.FLOODING)
        assert len(messages) <= 4001
        assert inbox.is_empty()
        assert supervisor.stop(5)


def test_ssi_on_a_line_scanner_is_a_defect_and_told(
    tmp_path: Path, inbox: Inbox, start: Start
) -> None:
    with SimulatedSerialScanner("ssi", tmp_path / "s") as scanner:
        start(f"serial:{scanner.place}")
        ready(inbox)
        scanner.scan("4012345")
        assert inbox.scan().defect is not None
        change = inbox.change()
        assert (change.state, change.trouble) == (DeviceState.FAULT, Trouble.OTHER_PROTOCOL)
        assert "feedback=ssi" in change.detail


def test_text_on_an_ssi_scanner_is_no_scan_and_told(
    tmp_path: Path, inbox: Inbox, start: Start
) -> None:
    with SimulatedSerialScanner("none", tmp_path / "s") as scanner:
        start(f"serial:{scanner.place};feedback=ssi")
        ready(inbox)
        scanner.scan("4012345")
        change = inbox.change()
        assert (change.state, change.trouble) == (DeviceState.FAULT, Trouble.OTHER_PROTOCOL)
        ready(inbox)  # and tried again


@pytest.mark.parametrize("feedback", ["none", "ssi"])
def test_a_scanner_that_dies_in_a_code_leaves_no_code(
    tmp_path: Path, inbox: Inbox, start: Start, feedback: str
) -> None:
    with SimulatedSerialScanner(feedback, tmp_path / "s") as scanner:
        start(scanner.spec)
        ready(inbox)
        scanner.die_in("]C1JJD000390007")
        assert inbox.state() is DeviceState.LOST
        scanner.plug()
        ready(inbox)
        scanner.scan("42")
        assert inbox.scan().text == "42"


# --- sounds --------------------------------------------------------------------------------------


@pytest.mark.parametrize("feedback", LOUD)
def test_every_sound_reaches_the_hand(
    tmp_path: Path, inbox: Inbox, start: Start, feedback: str
) -> None:
    with SimulatedSerialScanner(feedback, tmp_path / "s") as scanner:
        supervisor = start(scanner.spec)
        ready(inbox)
        given: list[Beep] = []
        for beep in Beep:
            supervisor.give(scanner.place, beep)
            given.append(beep)
            wait_until(lambda: scanner.beeps == given, f"{beep}", 5)
        assert not scanner.locked


@pytest.mark.parametrize("feedback", LOCKABLE)
def test_a_stop_locks_the_trigger(
    tmp_path: Path, inbox: Inbox, start: Start, feedback: str
) -> None:
    with SimulatedSerialScanner(feedback, tmp_path / "s") as scanner:
        supervisor = start(scanner.spec, lock_on_stop=True)
        ready(inbox)
        supervisor.give(scanner.place, Beep.STOP)
        wait_until(lambda: scanner.locked, "the lock", 5)
        assert not scanner.scan("42")
        supervisor.free(scanner.place)
        wait_until(lambda: not scanner.locked, "the key", 5)
        assert scanner.scan("43")
        assert inbox.scan().text == "43"


def test_codes_over_ssi_are_acknowledged_once_each(
    tmp_path: Path, inbox: Inbox, start: Start
) -> None:
    with SimulatedSerialScanner("ssi", tmp_path / "s") as scanner:
        start(scanner.spec)
        ready(inbox)
        for number in range(20):
            scanner.scan(f"N{number}")
        assert [inbox.scan().text for _ in range(20)] == [f"N{number}" for number in range(20)]
        assert inbox.is_empty()
        assert scanner.unanswered == 0


def test_a_damaged_packet_comes_again(tmp_path: Path, inbox: Inbox, start: Start) -> None:
    with SimulatedSerialScanner("ssi", tmp_path / "s") as scanner:
        start(scanner.spec)
        ready(inbox)
        scanner.damage_next()
        scanner.scan("4012345", "]E0")
        scan = inbox.scan()
        assert (scan.text, scan.symbology, scan.defect) == ("4012345", "]E0", None)
        scanner.scan("42")
        assert inbox.scan().text == "42"  # and not the first one twice


def test_a_scanner_that_vanishes_while_written_to_comes_back(
    tmp_path: Path, inbox: Inbox, start: Start
) -> None:
    with SimulatedSerialScanner("datalogic", tmp_path / "s") as scanner:
        supervisor = start(scanner.spec)
        ready(inbox)
        place = scanner.place
        scanner.unplug()
        for _ in range(100):
            supervisor.give(place, Beep.BAD)
        assert inbox.state() is DeviceState.LOST
        scanner.plug()
        ready(inbox)
        supervisor.give(place, Beep.GOOD)
        wait_until(lambda: Beep.GOOD in scanner.beeps, "the sound", 5)
