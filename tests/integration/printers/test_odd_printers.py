"""Whatever is on the other side: a stated outcome, no exception of another kind, no hang."""

from __future__ import annotations

import socket

import pytest

from app.device_api import DeviceError, PageFormat, Proof, Trouble
from devices.printers.asking import Patience
from devices.printers.ipp import IppPrinter
from devices.printers.link import TcpPort
from devices.printers.raw import RawPrinter
from devices.printers.tspl import TsplPrinter
from devices.printers.zebra import MOST_SILENCES, ZebraPrinter
from tests.integration.printers.odd_printers import (
    Odd,
    answering,
    chatter,
    closing_at_once,
    silent,
    web_server,
)
from tests.unit.printers.jobs import PAGES, ZPL, job
from tests.unit.printers.test_status import CLEAN, HI, WELL

QUICK = Patience(probe=0.2, answer=0.3, proof=0.3, watch=0.2, poll=0.01, quiet=0.05)
ZEBRA = ((b"~HI", HI), (b"~HQES", CLEAN), (b"~HS", WELL), (b"getvar", b'"5"'))


def zebra(odd: Odd) -> ZebraPrinter:
    return ZebraPrinter(TcpPort("127.0.0.1", odd.port), patience=QUICK)


def tspl(odd: Odd) -> TsplPrinter:
    return TsplPrinter(TcpPort("127.0.0.1", odd.port), patience=QUICK)


def ipp(odd: Odd) -> IppPrinter:
    return IppPrinter(f"ipp://127.0.0.1:{odd.port}/ipp/print", timeout_s=0.3)


def outcome(printer: ZebraPrinter | TsplPrinter | IppPrinter | RawPrinter) -> tuple[Trouble, bool]:
    with pytest.raises(DeviceError) as caught:
        printer.send(job())
    return caught.value.trouble, caught.value.doubtful


# --- accepts and is silent -----------------------------------------------------------------------


def test_a_mute_printer_gets_the_label_and_proves_nothing() -> None:
    with silent() as odd:
        printer = zebra(odd)
        assert printer.send(job("1")) is Proof.TAKEN
        assert printer.send(job("1")) is Proof.TAKEN
        assert printer.abilities == ()
        before = len(odd.got)
        printer.check()
        assert len(odd.got) == before  # a mute one is not asked again
        assert printer.send(job("2", clear_first=True)) is Proof.TAKEN
    assert odd.all.count(ZPL) == 2 and b"~JA\r\n" + ZPL in odd.all


def test_a_printer_that_woke_up_late_is_asked_again() -> None:
    with answering(*ZEBRA) as odd:
        awake, odd.serve = odd.serve, odd.swallow
        printer = zebra(odd)
        assert printer.send(job("1")) is Proof.TAKEN
        assert printer.abilities == ()
        odd.serve = awake
        with pytest.raises(DeviceError, match="odometer"):  # this one counts nothing
            printer.send(job("2"))
        assert printer.abilities != (), "it has answered, and is no mute one"


def test_a_printer_that_stays_silent_is_left_alone() -> None:
    with silent() as odd:
        printer = zebra(odd)
        for number in range(MOST_SILENCES + 2):
            assert printer.send(job(str(number))) is Proof.TAKEN
    assert odd.all.count(b"~HI") == MOST_SILENCES


def test_a_printer_that_falls_silent_is_not_taken_for_a_mute_one() -> None:
    with answering((b"~HI", HI), (b"getvar", b'"5"')) as odd:
        printer = zebra(odd)
        assert outcome(printer) == (Trouble.NOT_ANSWERING, False)
        odd.serve = odd.swallow
        assert outcome(printer) == (Trouble.NOT_ANSWERING, False)
    assert ZPL not in odd.all


def test_silence_to_hs_is_a_fault() -> None:
    with answering(*(answer for answer in ZEBRA if answer[0] != b"~HS")) as odd:
        assert outcome(zebra(odd)) == (Trouble.PRINTER_FAULT, False)
    assert ZPL not in odd.all


def test_silence_elsewhere() -> None:
    with silent() as odd:
        assert outcome(tspl(odd)) == (Trouble.NOT_ANSWERING, False)
    with silent() as odd:
        assert outcome(ipp(odd)) == (Trouble.NOT_ANSWERING, False)


# --- closes at once ------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [zebra, tspl, ipp])
def test_a_port_that_hangs_up(make: object) -> None:
    assert callable(make)
    with closing_at_once() as odd:
        assert outcome(make(odd)) == (Trouble.CONNECTION_LOST, False)


# --- another protocol ------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [zebra, tspl, ipp])
def test_a_web_server_on_the_port(make: object) -> None:
    assert callable(make)
    with web_server() as odd:
        assert outcome(make(odd)) == (Trouble.OTHER_PROTOCOL, False)
    assert ZPL not in odd.all


def test_a_zebra_asked_for_ipp() -> None:
    with answering((b"POST", b"\x02garbage\x03\r\n\r\n")) as odd:
        assert outcome(ipp(odd)) == (Trouble.OTHER_PROTOCOL, False)


# --- a flood ------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", [b"x" * 100, b'\x02"', b"ERRORS: ", b"\x00"])
@pytest.mark.parametrize("make", [zebra, tspl])
def test_a_flood_is_cut_off(make: object, what: bytes) -> None:
    assert callable(make)
    with chatter(what) as odd:
        trouble, doubtful = outcome(make(odd))
    assert trouble in {Trouble.FLOODING, Trouble.OTHER_PROTOCOL} and not doubtful


def test_an_ipp_answer_without_end() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\n"
    with answering((b"POST", head + b"x" * 1_000_000)) as odd:
        assert outcome(ipp(odd)) == (Trouble.FLOODING, False)


def test_a_header_without_end() -> None:
    with chatter(b"HTTP/1.1 100 Continue\r\n\r\n") as odd:
        assert outcome(ipp(odd)) == (Trouble.FLOODING, False)


# --- dies in the middle of a job -----------------------------------------------------------------


def test_a_printer_that_dies_in_the_job_has_it_perhaps() -> None:
    with answering(*ZEBRA, dies_at=ZPL) as odd:
        printer = zebra(odd)
        assert outcome(printer) == (Trouble.CONNECTION_LOST, True)
        assert outcome(printer)[1]  # nothing goes out again
    assert odd.all.count(ZPL) == 1


def test_a_mute_printer_that_resets_in_the_job() -> None:
    def serve(line: socket.socket) -> None:
        line.recv(1)  # closed with bytes unread: a reset

    with Odd(serve) as odd:
        printer = RawPrinter(TcpPort("127.0.0.1", odd.port))
        for _ in range(2):
            with pytest.raises(DeviceError) as caught:
                printer.send(job(payloads={PageFormat.ZPL: b"x" * 4_000_000}))
            assert caught.value.doubtful
        assert len(odd.got) == 1


def test_an_odometer_that_stands_still_proves_nothing() -> None:
    with answering(*ZEBRA) as odd:
        assert outcome(zebra(odd)) == (Trouble.NOT_COUNTED, True)


def test_a_tspl_printer_that_dies_in_the_job() -> None:
    with answering((b"\x1b!?", b"\x00"), dies_at=b"PRINT") as odd:
        printer = tspl(odd)
        assert outcome(printer) == (Trouble.CONNECTION_LOST, True)
        assert outcome(printer)[1]
    assert odd.all.count(PAGES[PageFormat.TSPL]) == 1
