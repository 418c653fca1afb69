from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from app.device_api import (
    Ability,
    DeviceChanged,
    DeviceFault,
    DeviceLost,
    DeviceState,
    PageFormat,
    PrintJob,
    PrintResult,
    Proof,
    Trouble,
)
from app.paper import Paper
from devices.printers.runner import InlinePrinter, PrinterThread
from devices.printers.simulated import SimulatedPrinter
from tests.conftest import StrayLogs
from tests.helpers.program import wait_until
from tests.unit.printers.jobs import job


class Scripted:
    """A printer that does what the test says."""

    device = "scripted"
    formats: tuple[PageFormat, ...] = (PageFormat.ZPL,)
    dpi = 0
    paper: Paper | None = None

    def __init__(self, *abilities: Ability) -> None:
        self.abilities = abilities
        self.on_send: Callable[[], Proof] = lambda: Proof.TAKEN
        self.on_check: Callable[[], None] = lambda: None
        self.on_settled: Callable[[], Proof] = lambda: Proof.NONE
        self.sent: list[str] = []
        self.closed = False

    def send(self, job: PrintJob) -> Proof:
        self.sent.append(job.job_id)
        return self.on_send()

    def check(self) -> None:
        self.on_check()

    def settled(self, job_id: str) -> Proof:
        return self.on_settled()

    def close(self) -> None:
        self.closed = True


def fails(trouble: Trouble, *, doubtful: bool = False, lost: bool = False) -> Callable[[], Proof]:
    def fail() -> Proof:
        raise (DeviceLost if lost else DeviceFault)("scripted", trouble, "why", doubtful=doubtful)

    return fail


def broken() -> Proof:
    raise ZeroDivisionError


def conditions(messages: list[object]) -> list[tuple[DeviceState, Trouble | None]]:
    return [(m.state, m.trouble) for m in messages if isinstance(m, DeviceChanged)]


def results(messages: list[object]) -> list[tuple[str, Proof, Trouble | None, bool]]:
    return [
        (m.job_id, m.proof, m.trouble, m.doubtful) for m in messages if isinstance(m, PrintResult)
    ]


@pytest.fixture
def messages() -> list[object]:
    return []


@contextmanager
def running(printer: PrinterThread) -> Iterator[PrinterThread]:
    printer.start()
    try:
        yield printer
    finally:
        assert printer.stop(10)


# --- one job after the other, without a thread -------------------------------------------------


def test_a_printed_job_is_told_with_its_proof(messages: list[object]) -> None:
    printer = SimulatedPrinter()
    InlinePrinter(printer, messages.append).print(job("7"))
    assert messages[0] == PrintResult("7", "sim", Proof.COUNTED)
    assert conditions(messages) == [(DeviceState.READY, None)]
    assert isinstance(messages[1], DeviceChanged) and messages[1].abilities == printer.abilities


def test_a_refused_job_is_no_doubt(messages: list[object]) -> None:
    printer = SimulatedPrinter()
    printer.fault = Trouble.PAPER_OUT
    steps = InlinePrinter(printer, messages.append)
    steps.print(job())
    steps.look()
    assert results(messages) == [("1", Proof.NONE, Trouble.PAPER_OUT, False)]
    assert conditions(messages) == [(DeviceState.FAULT, Trouble.PAPER_OUT)]


def test_a_doubtful_job_that_comes_out_is_told_once_more(messages: list[object]) -> None:
    printer = SimulatedPrinter()
    printer.surprise = Trouble.PAPER_OUT
    steps = InlinePrinter(printer, messages.append)
    steps.print(job())
    steps.look()
    printer.fault = None
    steps.look()
    steps.look()
    assert results(messages) == [
        ("1", Proof.NONE, Trouble.PAPER_OUT, True),
        ("1", Proof.COUNTED, None, False),
    ]
    assert conditions(messages) == [
        (DeviceState.FAULT, Trouble.PAPER_OUT),
        (DeviceState.READY, None),
    ]


def test_a_doubtful_job_that_is_lost_is_told_once_more(messages: list[object]) -> None:
    printer = Scripted(Ability.STATUS)
    printer.on_send = fails(Trouble.NOT_COUNTED, doubtful=True)
    steps = InlinePrinter(printer, messages.append)
    steps.print(job())
    printer.on_settled = fails(Trouble.NOT_ANSWERING, doubtful=True)
    steps.look()
    printer.on_settled = fails(Trouble.JOB_LOST)
    steps.look()
    steps.look()
    assert results(messages)[1:] == [("1", Proof.NONE, Trouble.JOB_LOST, False)]


def test_a_doubt_that_nobody_can_end_stays_one(messages: list[object]) -> None:
    printer = Scripted(Ability.STATUS)
    printer.on_send = fails(Trouble.JAMMED, doubtful=True)
    steps = InlinePrinter(printer, messages.append)
    steps.print(job())
    printer.on_settled = lambda: Proof.TAKEN
    steps.look()
    assert len(results(messages)) == 1  # TAKEN is not "printed"


def test_a_printer_that_tells_nothing_is_judged_by_its_jobs(messages: list[object]) -> None:
    printer = Scripted()
    steps = InlinePrinter(printer, messages.append)
    steps.look()
    printer.on_send = fails(Trouble.NOT_ANSWERING, lost=True)
    steps.print(job("1"))
    steps.look()
    printer.on_send = lambda: Proof.TAKEN
    steps.print(job("2"))
    assert conditions(messages) == [
        (DeviceState.READY, None),
        (DeviceState.LOST, Trouble.NOT_ANSWERING),
        (DeviceState.READY, None),
    ]


def test_new_abilities_are_news(messages: list[object]) -> None:
    printer = Scripted()
    steps = InlinePrinter(printer, messages.append)
    steps.look()
    printer.abilities = (Ability.STATUS,)
    steps.look()
    steps.look()
    assert [m.abilities for m in messages if isinstance(m, DeviceChanged)] == [
        (),
        (Ability.STATUS,),
    ]


def test_a_bug_is_a_doubt_and_is_logged_once(messages: list[object], stray_logs: StrayLogs) -> None:
    stray_logs.expected.add("devices.printers.runner")

    def bug() -> None:
        raise ZeroDivisionError

    printer = Scripted(Ability.STATUS)
    printer.on_check = bug
    printer.on_send = broken
    steps = InlinePrinter(printer, messages.append)
    steps.print(job())
    steps.look()
    steps.look()
    assert results(messages) == [("1", Proof.NONE, Trouble.DRIVER_FAILED, True)]
    assert conditions(messages) == [(DeviceState.FAULT, Trouble.DRIVER_FAILED)]


# --- the thread --------------------------------------------------------------------------------


def test_jobs_go_out_in_order_and_the_connection_is_closed(messages: list[object]) -> None:
    printer = Scripted()
    with running(PrinterThread(printer, messages.append)) as thread:
        for number in range(20):
            thread.print(job(str(number)))
        wait_until(lambda: len(results(messages)) == 20, "all results")
    assert (
        printer.sent == [result[0] for result in results(messages)] == [str(n) for n in range(20)]
    )
    assert printer.closed


def test_printing_never_blocks(messages: list[object]) -> None:
    printer, go = Scripted(), threading.Event()

    def slow() -> Proof:
        assert go.wait(10)
        return Proof.TAKEN

    printer.on_send = slow
    with running(PrinterThread(printer, messages.append)) as thread:
        thread.print(job("1"))
        thread.print(job("2"))
        wait_until(lambda: printer.sent == ["1"], "the first job")
        assert not results(messages) and not thread.stop(0)
        go.set()
    assert [result[0] for result in results(messages)] == ["1"]  # the second was not begun


def test_an_idle_printer_is_looked_after(messages: list[object]) -> None:
    printer = SimulatedPrinter()
    with running(PrinterThread(printer, messages.append, check_s=0.01)):
        wait_until(lambda: conditions(messages) == [(DeviceState.READY, None)], "ready")
        printer.fault = Trouble.HEAD_OPEN
        wait_until(lambda: (DeviceState.FAULT, Trouble.HEAD_OPEN) in conditions(messages), "fault")
        printer.fault = None
        wait_until(lambda: conditions(messages)[-1] == (DeviceState.READY, None), "ready again")
    assert len(conditions(messages)) == 3


def test_the_thread_lives_on_after_a_bug(messages: list[object], stray_logs: StrayLogs) -> None:
    stray_logs.expected.add("devices.printers.runner")
    printer = Scripted()
    printer.on_send = broken
    with running(PrinterThread(printer, messages.append)) as thread:
        thread.print(job("1"))
        wait_until(lambda: len(results(messages)) == 1, "the failure")
        printer.on_send = lambda: Proof.TAKEN
        thread.print(job("2"))
        wait_until(lambda: len(results(messages)) == 2, "the next job")
    assert results(messages)[0][2:] == (Trouble.DRIVER_FAILED, True)
    assert results(messages)[1] == ("2", Proof.TAKEN, None, False)
