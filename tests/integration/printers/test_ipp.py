"""The IPP client against the stub: what is proven, what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.device_api import DeviceError, PageFormat, Proof, Trouble
from devices.printers.ipp import IppPrinter
from devices.simulators.ipp_printer import Fate, VirtualIppPrinter
from tests.unit.printers.jobs import PAGES, job

PDF, PNG = PAGES[PageFormat.PDF], PAGES[PageFormat.PNG]


@pytest.fixture
def virtual() -> Iterator[VirtualIppPrinter]:
    with VirtualIppPrinter() as printer:
        yield printer


@pytest.fixture
def printer(virtual: VirtualIppPrinter) -> IppPrinter:
    return IppPrinter(virtual.spec, timeout_s=2, proof_s=0.3, poll_s=0.01)


def failing(printer: IppPrinter, job_id: str, **changes: object) -> tuple[Trouble, bool]:
    with pytest.raises(DeviceError) as caught:
        printer.send(job(job_id, **changes))
    return caught.value.trouble, caught.value.doubtful


def asked(printer: IppPrinter, job_id: str) -> tuple[Trouble, bool]:
    with pytest.raises(DeviceError) as caught:
        printer.settled(job_id)
    return caught.value.trouble, caught.value.doubtful


def test_a_completed_job_is_counted_once(virtual: VirtualIppPrinter, printer: IppPrinter) -> None:
    assert [printer.send(job("1")) for _ in range(2)] == [Proof.COUNTED] * 2
    assert printer.send(job("2", copies=3)) is Proof.COUNTED
    assert virtual.printed == [PDF] * 4


def test_a_picture_where_there_is_no_pdf(virtual: VirtualIppPrinter, printer: IppPrinter) -> None:
    assert printer.send(job(payloads={PageFormat.PNG: PNG})) is Proof.COUNTED
    assert virtual.printed == [PNG]
    assert failing(printer, "2", payloads={PageFormat.ZPL: b""}) == (Trouble.WRONG_FORMAT, False)


@pytest.mark.parametrize(
    "trouble", [Trouble.PAPER_OUT, Trouble.HEAD_OPEN, Trouble.JAMMED, Trouble.PAUSED]
)
def test_a_faulty_printer_gets_nothing(
    trouble: Trouble, virtual: VirtualIppPrinter, printer: IppPrinter
) -> None:
    virtual.fault(trouble)
    assert failing(printer, "1") == (trouble, False)
    with pytest.raises(DeviceError):
        printer.check()
    virtual.fault(None)
    printer.check()
    assert printer.send(job("1")) is Proof.COUNTED and virtual.printed == [PDF]


def test_a_job_held_by_a_fault_comes_out_once(
    virtual: VirtualIppPrinter, printer: IppPrinter
) -> None:
    virtual.fault_with_next_job(Trouble.PAPER_OUT)
    assert failing(printer, "1") == (Trouble.PAPER_OUT, True)
    assert failing(printer, "1") == (Trouble.PAPER_OUT, True)
    assert failing(printer, "2") == (Trouble.PAPER_OUT, False)
    assert printer.settled("1") is Proof.NONE
    virtual.fault(None)
    assert printer.send(job("2")) is Proof.COUNTED
    assert printer.settled("1") is Proof.COUNTED and virtual.printed == [PDF] * 2


def test_an_aborted_job_is_lost(virtual: VirtualIppPrinter, printer: IppPrinter) -> None:
    virtual.next_job(Fate.ABORTED)
    assert failing(printer, "1") == (Trouble.JOB_LOST, False)
    assert asked(printer, "1") == (Trouble.JOB_LOST, False)
    assert printer.send(job("2")) is Proof.COUNTED and virtual.printed == [PDF]


def test_a_held_job_is_seen_and_can_be_cleared(
    virtual: VirtualIppPrinter, printer: IppPrinter
) -> None:
    virtual.next_job(Fate.HELD)
    assert failing(printer, "1") == (Trouble.QUEUE_STOPPED, True)
    assert printer.send(job("2", clear_first=True)) is Proof.COUNTED
    virtual.release()
    assert asked(printer, "1") == (Trouble.JOB_LOST, False)
    assert virtual.printed == [PDF]


def test_a_held_job_that_is_released_is_counted(
    virtual: VirtualIppPrinter, printer: IppPrinter
) -> None:
    virtual.next_job(Fate.HELD)
    failing(printer, "1")
    virtual.release()
    assert printer.settled("1") is Proof.COUNTED


def test_completed_without_media_proves_nothing_then_or_later(
    virtual: VirtualIppPrinter, printer: IppPrinter
) -> None:
    virtual.next_job(Fate.COMPLETED_WITHOUT_MEDIA)
    assert failing(printer, "1") == (Trouble.PAPER_OUT, True)
    virtual.fault(None)
    assert printer.settled("1") is Proof.TAKEN
    assert not virtual.printed


def test_a_queue_that_forgot_the_job(virtual: VirtualIppPrinter, printer: IppPrinter) -> None:
    virtual.fault_with_next_job(Trouble.PAPER_OUT)
    failing(printer, "1")
    virtual._jobs.clear()
    virtual.fault(None)
    assert asked(printer, "1") == (Trouble.NOT_COUNTED, True)
    assert printer.settled("1") is Proof.TAKEN


def test_nobody_there(virtual: VirtualIppPrinter, printer: IppPrinter) -> None:
    virtual.close()
    assert failing(printer, "1") == (Trouble.PORT_BUSY, False)


def test_garbage_is_refused_by_the_stub_itself(virtual: VirtualIppPrinter) -> None:
    assert virtual._answer(b"garbage") == b""
