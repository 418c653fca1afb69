"""`packbench simulate`: devices without hardware that a station can really use."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo terminals", allow_module_level=True)

from app.clock import SystemClock
from app.device_api import (
    Beep,
    DeviceChanged,
    DeviceError,
    DeviceState,
    PageFormat,
    PrintJob,
    Proof,
    Scan,
    Trouble,
    Weight,
)
from app.errors import ExitCode
from app.labels.test_label import make_test_label
from devices.driver import Driver
from devices.printers.spec import open_printer
from devices.scales.spec import open_scale
from devices.scanner_spec import open_scanner
from devices.supervisor import Supervisor
from tests.helpers.inbox import Inbox
from tests.helpers.program import Program, codes_in_file, run_program, wait_until

Simulate = Callable[..., tuple[Program, str]]
DEVICES = {
    "scanner": "serial:",
    "hid-pos": "hid:socket:",
    "scale": "sics:",
    "printer": "tcp:",
    "ipp": "ipp:",
}


@pytest.fixture
def simulate() -> Iterator[Simulate]:
    """A simulated device and how a station names it."""
    made: list[Program] = []

    def start(*words: str | Path) -> tuple[Program, str]:
        program = Program("simulate", *words, "--json")
        made.append(program)
        first = program.answer()
        assert first["what"] == "ready"
        return program, first["value"]

    yield start
    for program in made:
        program.__exit__()


def event(program: Program) -> tuple[str, str]:
    found = program.answer()
    return found["what"], found["value"]


@pytest.mark.parametrize("device", DEVICES)
def test_each_device_starts_answers_bad_lines_and_quits(simulate: Simulate, device: str) -> None:
    program, spec = simulate(device)
    assert spec.startswith(DEVICES[device])
    program.send("", "dance", "fault everything", "put heavy", "slow never", "quit")
    assert program.process.wait(20) == ExitCode.OK
    told = program.complaint()
    assert "“dance” is nothing this device does. It knows " in told
    assert "quit." in told
    assert "Traceback" not in told


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=["TERM", "INT"])
def test_it_ends_when_it_is_told(simulate: Simulate, device: str, how: signal.Signals) -> None:
    program, _ = simulate(device)
    program.process.send_signal(how)
    assert program.process.wait(20) == ExitCode.OK
    assert program.complaint() == ""


def test_the_end_of_its_input_leaves_it_running(simulate: Simulate) -> None:
    program, spec = simulate("printer")
    assert program.process.stdin is not None
    program.process.stdin.close()
    printer = open_printer(spec)
    printer.check()
    printer.close()
    assert program.process.poll() is None


@pytest.mark.parametrize(
    ("device", "lines"),
    [
        ("printer", ("fault overloaded", "fault not_counted", "slow NaN", "slow -1", "slow 1e999")),
        ("ipp", ("fault head_fault", "fault overloaded", "mend now")),
        ("scale", ("put NaN", "put Infinity", "take 1e9999", "put 1e30", "put -5", "over", "well")),
        (
            "scanner",
            ("scan", "scan \\x00", "scan 日本", "unplug", "scan A", "unplug", "plug", "plug"),
        ),
        ("hid-pos", ("scan", "scan " + "9" * 300, "unplug", "scan A", "unplug", "plug", "plug")),
    ],
)
def test_no_line_breaks_a_device(simulate: Simulate, device: str, lines: tuple[str, ...]) -> None:
    program, _ = simulate(device)
    program.send(*lines, "quit")
    wait_until(lambda: program.process.poll() is not None, "its end", 10)
    assert program.process.returncode == ExitCode.OK
    assert "Traceback" not in program.complaint()


def test_bytes_that_are_no_text_break_nothing(simulate: Simulate) -> None:
    program, _ = simulate("scale")
    assert program.process.stdin is not None
    program.process.stdin.write(b"put \xff\xfe\nquit\n")
    program.process.stdin.flush()
    wait_until(lambda: program.process.poll() is not None, "its end", 10)
    assert "Traceback" not in program.complaint()


def test_a_port_that_is_taken_is_a_sentence(simulate: Simulate) -> None:
    _, spec = simulate("printer")
    port = spec.split(";")[0].rpartition(":")[2]
    done = run_program("simulate", "printer", "--port", port)
    assert done.code == ExitCode.ERROR
    assert "cannot be simulated" in done.sentence


# --- a station can use them ----------------------------------------------------------------------


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def run() -> Iterator[Callable[[Driver, Inbox], Supervisor]]:
    running: list[Supervisor] = []

    def start(driver: Driver, inbox: Inbox) -> Supervisor:
        supervisor = Supervisor(inbox.put, [driver], retry_s=0.02)
        running.append(supervisor)
        supervisor.start()
        return supervisor

    yield start
    ended = [supervisor.stop() for supervisor in running]  # each of them is asked
    assert all(ended)


Run = Callable[[Driver, Inbox], Supervisor]


def until(inbox: Inbox, kind: type[Any]) -> Any:
    """The next message of a kind."""
    while not isinstance(message := inbox.next(), kind):
        pass
    return message


@pytest.mark.parametrize("device", ["scanner", "hid-pos"])
def test_a_scanner_reads_and_beeps(simulate: Simulate, run: Run, inbox: Inbox, device: str) -> None:
    program, spec = simulate(device)
    driver = open_scanner(spec, inbox.put, SystemClock().now)
    supervisor = run(driver, inbox)
    until(inbox, DeviceChanged)
    program.send("scan 9521321000001")
    scan = until(inbox, Scan)
    assert (scan.text, scan.symbology, scan.defect) == ("9521321000001", "]C1", None)
    if device == "scanner":
        supervisor.give(driver.device, Beep.STOP)
        assert event(program) == ("beep", "stop")
    program.send("unplug")
    assert until(inbox, DeviceChanged).state is DeviceState.LOST
    program.send("plug")
    assert until(inbox, DeviceChanged).state is DeviceState.READY
    program.send("scan AGAIN")
    assert until(inbox, Scan).text == "AGAIN"


@pytest.mark.parametrize("protocol", ["sics", "8217", "nci"])
def test_a_scale_weighs(simulate: Simulate, run: Run, inbox: Inbox, protocol: str) -> None:
    program, spec = simulate("scale", "--protocol", protocol)
    run(open_scale(spec, inbox.put, SystemClock().now), inbox)
    assert until(inbox, Weight).grams == 0
    program.send("put 1500")
    assert until(inbox, Weight).grams == 1500
    program.send("take 500")
    assert until(inbox, Weight).grams == 1000
    program.send("clear")
    assert until(inbox, Weight).grams == 0


def test_a_printer_prints_and_runs_out_of_paper(simulate: Simulate, tmp_path: Path) -> None:
    program, spec = simulate("printer", "--folder", tmp_path)
    printer = open_printer(spec)
    try:
        assert printer.send(_job("one")) is Proof.COUNTED
        assert event(program)[0] == "label"
        program.send("fault paper_out")
        wait_until(lambda: _trouble(printer.check) is Trouble.PAPER_OUT, "the fault")
        assert _trouble(lambda: printer.send(_job("two"))) is Trouble.PAPER_OUT
        program.send("mend")
        wait_until(lambda: _trouble(printer.check) is None, "the paper")
    finally:
        printer.close()
    (picture, *_) = tmp_path.glob("*.png")
    assert "PBTL-120000" in codes_in_file(picture)


def test_an_ipp_printer_prints(simulate: Simulate) -> None:
    program, spec = simulate("ipp")
    printer = open_printer(spec)
    try:
        assert printer.send(_job("one")) is Proof.COUNTED
        assert event(program)[0] == "page"
        program.send("fault paper_out")
        wait_until(lambda: _trouble(printer.check) is Trouble.PAPER_OUT, "the fault")
    finally:
        printer.close()


def _job(name: str) -> PrintJob:
    payloads = make_test_label("PBTL-120000", ("Packbench",)).payloads(PageFormat)
    return PrintJob(name, name, payloads, dpi=203)


def _trouble(deed: Callable[[], object]) -> Trouble | None:
    try:
        deed()
    except DeviceError as error:
        return error.trouble
    return None
