"""The Zebra state machine against the virtual Zebra: what is proven, what is in doubt."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.device_api import Ability, DeviceError, DeviceFault, DeviceLost, PageFormat, Proof, Trouble
from app.labels.make import make_shipping_label
from devices.printers.asking import Patience
from devices.printers.link import TcpPort
from devices.printers.raw import RawPrinter
from devices.printers.spec import open_printer
from devices.printers.zebra import ZebraPrinter
from devices.simulators.zebra import VirtualZebra
from tests.helpers.printed import printed
from tests.helpers.program import wait_until
from tests.unit.labels.samples import ENGLISH
from tests.unit.printers.jobs import ZPL, job

QUICK = Patience(probe=0.3, answer=2.0, proof=0.3, watch=0.2, poll=0.01, quiet=0.05)


@pytest.fixture
def zebra() -> Iterator[VirtualZebra]:
    with VirtualZebra() as virtual:
        yield virtual


def printer_of(virtual: VirtualZebra) -> ZebraPrinter:
    return ZebraPrinter(TcpPort(virtual.host, virtual.port), patience=QUICK)


@pytest.fixture
def printer(zebra: VirtualZebra) -> ZebraPrinter:
    return printer_of(zebra)


def refused(printer: ZebraPrinter, job_id: str, **changes: object) -> DeviceError:
    with pytest.raises(DeviceError) as caught:
        printer.send(job(job_id, **changes))
    return caught.value


def said(error: DeviceError) -> tuple[Trouble, bool]:
    return error.trouble, error.doubtful


def settled(printer: ZebraPrinter, job_id: str) -> Proof:
    """Ask until it is known."""

    seen: list[Proof] = []

    def known() -> bool:
        seen.append(printer.settled(job_id))
        return seen[-1] is not Proof.NONE

    wait_until(known, f"what became of job {job_id}")
    return seen[-1]


# --- all is well -----------------------------------------------------------------------------


def test_a_label_is_counted(zebra: VirtualZebra, printer: ZebraPrinter) -> None:
    assert printer.send(job()) is Proof.COUNTED
    assert zebra.printed == [ZPL]
    assert printer.abilities == (Ability.STATUS, Ability.COUNT)


def test_every_copy_is_counted(zebra: VirtualZebra, printer: ZebraPrinter) -> None:
    zebra.slow(0.1)
    assert printer.send(job(copies=4)) is Proof.COUNTED  # longer than one label's patience
    assert zebra.printed == [ZPL] * 4


def test_the_same_id_never_goes_out_twice(zebra: VirtualZebra, printer: ZebraPrinter) -> None:
    assert [printer.send(job("1")) for _ in range(3)] == [Proof.COUNTED] * 3
    assert len(zebra.printed) == 1


def test_the_line_is_free_between_jobs(zebra: VirtualZebra, printer: ZebraPrinter) -> None:
    other = printer_of(zebra)
    assert [each.send(job("1")) for each in (printer, other, printer)] == [Proof.COUNTED] * 3
    assert len(zebra.printed) == 2


def test_the_picture_on_the_paper_is_our_proven_raster(tmp_path: Path) -> None:
    made = make_shipping_label(ENGLISH, dpi=203)
    with VirtualZebra(folder=tmp_path) as zebra:
        assert (
            printer_of(zebra).send(job(payloads={PageFormat.ZPL: made.zpl}, dpi=203))
            is Proof.COUNTED
        )
        assert zebra.printed == [made.zpl]
    with Image.open(tmp_path / "label-0001.png") as paper:
        assert paper.tobytes() == printed(made.zpl).tobytes()


def test_labels_of_another_host_are_not_counted_as_ours(
    zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    zebra.slow(0.1)
    RawPrinter(TcpPort(zebra.host, zebra.port)).send(job("theirs", copies=2))
    assert printer.send(job("ours", payloads={PageFormat.ZPL: b"^XAours^XZ"})) is Proof.COUNTED
    assert zebra.printed == [ZPL, ZPL, b"^XAours^XZ"]


def test_a_printer_busy_for_long_with_others_gets_nothing(
    zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    zebra.slow(60)
    RawPrinter(TcpPort(zebra.host, zebra.port)).send(job("theirs"))
    assert said(refused(printer, "ours")) == (Trouble.PRINTING, False)
    zebra.slow(0)
    assert printer.send(job("ours")) is Proof.COUNTED


# --- nothing was sent --------------------------------------------------------------------------

FAULTS = [Trouble.PAPER_OUT, Trouble.HEAD_OPEN, Trouble.RIBBON_OUT, Trouble.PAUSED, Trouble.CUTTER]


@pytest.mark.parametrize("trouble", FAULTS)
def test_a_faulty_printer_gets_nothing(
    trouble: Trouble, zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    zebra.fault(trouble)
    assert said(refused(printer, "1")) == (trouble, False)
    with pytest.raises(DeviceFault) as caught:
        printer.check()
    assert said(caught.value) == (trouble, False)
    zebra.fault(None)
    printer.check()
    assert not zebra.printed
    assert printer.send(job("1")) is Proof.COUNTED  # the id was not spent
    assert len(zebra.printed) == 1


@pytest.mark.parametrize(("dpi", "fits"), [(203, False), (300, True), (0, True)])
def test_the_resolution_is_compared(dpi: int, fits: bool) -> None:
    with VirtualZebra(dpi=300) as zebra:
        printer = printer_of(zebra)
        if fits:
            assert printer.send(job(dpi=dpi)) is Proof.COUNTED
        else:
            assert said(refused(printer, "1", dpi=dpi)) == (Trouble.WRONG_DPI, False)
            assert not zebra.printed


def test_a_page_in_another_language_is_refused(zebra: VirtualZebra, printer: ZebraPrinter) -> None:
    error = refused(printer, "1", payloads={PageFormat.PDF: b"%PDF"})
    assert said(error) == (Trouble.WRONG_FORMAT, False) and zebra.connections == 0


# --- in doubt --------------------------------------------------------------------------------


@pytest.mark.parametrize("trouble", FAULTS)
def test_a_label_held_by_a_fault_comes_out_once_it_is_mended(
    trouble: Trouble, zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    zebra.fault_with_next_job(trouble)
    assert said(refused(printer, "1")) == (trouble, True)
    assert said(refused(printer, "1")) == (trouble, True)  # and does not go out again
    with pytest.raises(DeviceError) as caught:
        printer.settled("1")
    assert said(caught.value) == (trouble, True)
    zebra.fault(None)
    assert settled(printer, "1") is Proof.COUNTED
    assert printer.send(job("1")) is Proof.COUNTED
    assert zebra.printed == [ZPL]


def test_no_other_job_goes_out_behind_one_in_doubt(
    zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    zebra.fault_with_next_job(Trouble.PAPER_OUT)
    refused(printer, "1")
    assert said(refused(printer, "2")) == (Trouble.PAPER_OUT, False)
    zebra.slow(0.1)
    zebra.fault(None)
    # Well again, and the label is still on its way.
    assert said(refused(printer, "2")) == (Trouble.PAPER_OUT, False)
    wait_until(lambda: zebra.printed, "the first label")
    assert printer.send(job("2")) is Proof.COUNTED
    assert printer.settled("1") is Proof.COUNTED and len(zebra.printed) == 2


def test_clearing_throws_the_held_label_away(zebra: VirtualZebra, printer: ZebraPrinter) -> None:
    zebra.fault_with_next_job(Trouble.HEAD_OPEN)
    refused(printer, "1")
    # Cleared although the head is still open; the new job is not sent.
    assert said(refused(printer, "2", clear_first=True)) == (Trouble.HEAD_OPEN, False)
    zebra.fault(None)
    assert printer.send(job("2", clear_first=True)) is Proof.COUNTED
    with pytest.raises(DeviceFault) as caught:
        printer.settled("1")
    assert said(caught.value) == (Trouble.JOB_LOST, False)
    assert said(refused(printer, "1")) == (Trouble.JOB_LOST, False)
    assert len(zebra.printed) == 1


def test_a_label_that_came_out_just_before_clearing_is_counted(
    zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    zebra.fault_with_next_job(Trouble.PAPER_OUT)
    refused(printer, "1")
    zebra.fault(None)
    wait_until(lambda: zebra.printed, "the held label")
    assert printer.send(job("2", clear_first=True)) is Proof.COUNTED
    assert printer.settled("1") is Proof.COUNTED


def test_a_lost_label_is_not_counted_and_later_known_to_be_lost(
    zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    printer.send(job("0"))  # the counter is seen to move
    zebra.lose_next_job()
    assert said(refused(printer, "1")) == (Trouble.NOT_COUNTED, True)
    with pytest.raises(DeviceFault) as caught:
        settled(printer, "1")
    assert said(caught.value) == (Trouble.JOB_LOST, False)
    assert printer.send(job("2")) is Proof.COUNTED and len(zebra.printed) == 2


def test_a_counter_never_seen_to_move_proves_no_loss(
    zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    zebra.lose_next_job()
    assert said(refused(printer, "1")) == (Trouble.NOT_COUNTED, True)
    assert settled(printer, "1") is Proof.TAKEN


def test_a_slow_printer_is_a_doubt_that_ends(zebra: VirtualZebra, printer: ZebraPrinter) -> None:
    zebra.slow(0.6)
    assert said(refused(printer, "1")) == (Trouble.NOT_COUNTED, True)
    assert settled(printer, "1") is Proof.COUNTED
    assert zebra.printed == [ZPL]


# --- printers that count nothing, or say nothing -------------------------------------------------


def test_without_an_odometer_a_job_is_only_taken() -> None:
    with VirtualZebra(counts=False) as zebra:
        printer = printer_of(zebra)
        assert printer.send(job("1")) is Proof.TAKEN
        assert printer.abilities == (Ability.STATUS,)
        zebra.fault_with_next_job(Trouble.PAPER_OUT)
        assert said(refused(printer, "2")) == (Trouble.PAPER_OUT, True)
        zebra.fault(None)
        assert settled(printer, "2") is Proof.TAKEN
        assert zebra.printed == [ZPL] * 2


def test_a_printer_that_went_away_is_lost_and_met_again(
    zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    printer.check()
    zebra.close()
    with pytest.raises(DeviceError) as caught:
        printer.check()
    assert caught.value.trouble is Trouble.PORT_BUSY
    with VirtualZebra(port=zebra.port, dpi=300) as other:  # exchanged for another model
        assert said(refused(printer, "1", dpi=203)) == (Trouble.WRONG_DPI, False)
        assert printer.send(job("1", dpi=300)) is Proof.COUNTED and len(other.printed) == 1


def test_a_printer_that_dies_with_the_job_leaves_a_doubt(
    zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    printer.check()
    zebra.slow(60)
    zebra.fault_with_next_job(Trouble.PAPER_OUT)
    refused(printer, "1")
    zebra.close()
    with pytest.raises(DeviceError) as caught:
        printer.settled("1")
    assert caught.value.doubtful
    with VirtualZebra(port=zebra.port, odometer=zebra.odometer) as again:  # memory is lost
        assert settled(printer, "1") is Proof.TAKEN
        assert not again.printed


def test_an_unknown_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("printer.invalid", "a..b", "x" * 300):
        with pytest.raises(DeviceLost) as caught:
            open_printer(f"tcp:{name}:9100").send(job())
        assert said(caught.value) == (Trouble.NAME_UNKNOWN, False)


# --- half a label left in the printer --------------------------------------------------------


def left_half(zebra: VirtualZebra) -> None:
    """Another host's connection ends in the middle of a label."""
    with socket.create_connection((zebra.host, zebra.port)) as line:
        line.sendall(b"^XA^FO9,9^FDsomebody else")
        line.shutdown(socket.SHUT_WR)
        line.recv(1)


def test_half_a_label_is_thrown_away_before_the_next_one(
    zebra: VirtualZebra, printer: ZebraPrinter
) -> None:
    left_half(zebra)
    assert printer.send(job()) is Proof.COUNTED
    assert zebra.printed == [ZPL]


def test_a_mute_line_would_print_on_top_of_half_a_label(zebra: VirtualZebra) -> None:
    """Why the printer is asked; and why a mute one needs ~JA after a job that broke off."""
    left_half(zebra)
    blind = RawPrinter(TcpPort(zebra.host, zebra.port))
    blind.send(job())
    wait_until(lambda: len(zebra.printed) == 1, "the label")
    assert zebra.printed[0].startswith(b"^XA^FO9,9^FDsomebody else^XA")
    left_half(zebra)
    assert blind.send(job("2", clear_first=True)) is Proof.TAKEN
    wait_until(lambda: len(zebra.printed) == 2, "the label")
    assert zebra.printed[1] == ZPL
