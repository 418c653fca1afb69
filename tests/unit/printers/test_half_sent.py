"""A line that broke in the middle of a label: the next label clears what may be left of it."""

from __future__ import annotations

import pytest

from app.device_api import DeviceError, DeviceLost, PageFormat, Trouble
from devices.printers.asking import Patience
from devices.printers.link import Port
from devices.printers.raw import RawPrinter
from devices.printers.zebra import ZebraPrinter
from tests.unit.printers.jobs import PAGES, job


class Line:
    """A mute printer's line. breaks: the next write takes half and fails."""

    def __init__(self) -> None:
        self.device = "line"
        self.got = b""
        self.breaks = False

    def open(self) -> Line:
        return self

    def write(self, data: bytes) -> None:
        if self.breaks and not data.startswith(b"~HI"):
            self.breaks = False
            self.got += data[: len(data) // 2]
            raise DeviceLost(self.device, Trouble.CONNECTION_LOST)
        self.got += data

    def read(self, timeout_s: float) -> bytes:
        return b""

    def finish(self) -> None:
        """All bytes went out."""

    def close(self) -> None:
        self.got += b"|"


def mute_zebra(port: Port) -> ZebraPrinter:
    seconds = iter(range(100_000))
    return ZebraPrinter(port, patience=Patience(probe=0.5), clock=lambda: float(next(seconds)))


@pytest.mark.parametrize("make", [RawPrinter, mute_zebra])
def test_the_label_after_a_broken_one_clears_the_printer(make: type[RawPrinter]) -> None:
    line = Line()
    printer = make(line)
    line.breaks = True
    with pytest.raises(DeviceError) as caught:
        printer.send(job("1"))
    assert caught.value.doubtful
    for number in ("2", "3"):
        printer.send(job(number))
    page = PAGES[PageFormat.ZPL]
    labels = [part.removeprefix(b"~HI\r\n") for part in line.got.split(b"|")]
    assert labels == [page[: len(page) // 2], b"~JA\r\n" + page, page, b""]


def test_a_tspl_line_gets_no_zpl() -> None:
    line = Line()
    printer = RawPrinter(line, PageFormat.TSPL)
    line.breaks = True
    with pytest.raises(DeviceError):
        printer.send(job("1"))
    printer.send(job("2"))
    assert b"~JA" not in line.got
