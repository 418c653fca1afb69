"""usblp as far as a pseudo terminal can stand in for it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.device_api import DeviceError, PageFormat, Proof, Trouble
from devices.printers.asking import Patience
from devices.printers.link import UsbPort
from devices.printers.raw import RawPrinter
from devices.printers.tspl import TsplPrinter
from tests.helpers.program import wait_until
from tests.unit.printers.jobs import PAGES, job

if sys.platform == "win32":
    pytest.skip("Windows has no usblp and no ptys", allow_module_level=True)

import tty

PAGE = PAGES[PageFormat.TSPL]
QUICK = Patience(answer=2.0, watch=0.2, poll=0.01, quiet=0.05)


class UsbTspl:
    """Answers ESC !? with `status`, obeys ESC !., and counts pages."""

    def __init__(self) -> None:
        self.master, self.slave = os.openpty()
        tty.setraw(self.slave)
        self.path = os.ttyname(self.slave)
        self.status = 0x00
        self.status_after_job = 0x00
        self.got = b""
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        rest = b""
        while True:
            try:
                data = os.read(self.master, 4096)
            except OSError:
                return  # the last one closed it
            if data == b"\x04end":
                return
            self.got += data
            rest += data
            while b"\x1b!?" in rest or PAGE in rest:
                if PAGE in rest:
                    _, _, rest = rest.partition(PAGE)
                    self.status = self.status_after_job
                else:
                    _, _, rest = rest.partition(b"\x1b!?")
                    os.write(self.master, bytes([self.status]))

    def close(self) -> None:
        os.write(self.slave, b"\x04end")
        self._thread.join(10)
        os.close(self.slave)
        os.close(self.master)


@pytest.fixture
def usb() -> Iterator[UsbTspl]:
    virtual = UsbTspl()
    yield virtual
    virtual.close()


def failing(printer: TsplPrinter, job_id: str, **changes: object) -> tuple[Trouble, bool]:
    with pytest.raises(DeviceError) as caught:
        printer.send(job(job_id, **changes))
    return caught.value.trouble, caught.value.doubtful


def test_a_tspl_label_is_taken_never_counted(usb: UsbTspl) -> None:
    printer = TsplPrinter(UsbPort(usb.path), patience=QUICK)
    printer.check()
    assert [printer.send(job()) for _ in range(2)] == [Proof.TAKEN] * 2
    assert usb.got.count(PAGE) == 1


def test_a_tspl_fault_before_and_in_the_job(usb: UsbTspl) -> None:
    printer = TsplPrinter(UsbPort(usb.path), patience=QUICK)
    usb.status = 0x04
    assert failing(printer, "1") == (Trouble.PAPER_OUT, False)
    usb.status, usb.status_after_job = 0x00, 0x01
    assert failing(printer, "1") == (Trouble.HEAD_OPEN, True)
    assert failing(printer, "1") == (Trouble.HEAD_OPEN, True)
    assert failing(printer, "2") == (Trouble.HEAD_OPEN, False)
    usb.status, usb.status_after_job = 0x00, 0x00
    assert failing(printer, "2") == (Trouble.HEAD_OPEN, False)  # well, but the first is in doubt
    assert printer.send(job("2", clear_first=True)) is Proof.TAKEN
    assert usb.got.count(PAGE) == 2 and b"\x1b!." in usb.got
    assert failing(printer, "1") == (Trouble.JOB_LOST, False)


def test_a_long_page_goes_out_whole(usb: UsbTspl) -> None:
    page = bytes(range(32, 120)) * 5000
    RawPrinter(UsbPort(usb.path), PageFormat.TSPL).send(job(payloads={PageFormat.TSPL: page}))
    wait_until(lambda: usb.got == page, "the whole page")


def test_places_that_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path / "none", Path("/dev/usb/none\0")):
        with pytest.raises(DeviceError) as caught:
            TsplPrinter(UsbPort(str(path))).check()
        assert caught.value.trouble is Trouble.NOT_CONNECTED
