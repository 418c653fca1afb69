"""Whatever a printer answers: the label goes out once at most, and nothing else leaves `send`."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from app.device_api import DeviceError, DeviceLost, PageFormat, Proof, Trouble
from devices.printers.link import PrinterLink
from devices.printers.tspl import TsplPrinter
from devices.printers.zebra import ZebraPrinter
from tests.unit.printers.jobs import PAGES, job
from tests.unit.printers.test_status import CLEAN, HI, HQES, HS, WELL

DEAD = b"dead"
ANSWERS = [HI, CLEAN, WELL, HQES % b"1 00000000 00000001", b'"5"', b'"6"', b'"?"', b"", b"HTTP/1.1 400",
           HS % (b"0", b"0", b"001", b"0", b"0", b"0", b"00000001"), b"\x00", b"\x04", b"\x20", DEAD]  # fmt: skip
RIGHT = {b"~HI": HI, b"~HQES": CLEAN, b"~HS": WELL, b"getvar": b'"5"', b"\x1b!?": b"\x00"}


class Anything:
    """Port, link and clock in one: a right answer where the script says None, else its words."""

    device = "anything"

    def __init__(self, script: list[bytes | None]) -> None:
        self.now = 0.0
        self.labels = 0
        self._script: Iterator[bytes | None] = iter(script)
        self._due: bytes | None = None

    def open(self) -> PrinterLink:
        return self

    def write(self, data: bytes) -> None:
        self.labels += sum(data.count(PAGES[kind]) for kind in (PageFormat.ZPL, PageFormat.TSPL))
        answer = next(self._script, None)
        if answer == DEAD:
            raise DeviceLost(self.device, Trouble.CONNECTION_LOST)
        right = (reply for command, reply in RIGHT.items() if command in data)
        self._due = next(right, b"") if answer is None else answer

    def read(self, timeout_s: float) -> bytes:
        if timeout_s == 0:
            return b""
        self.now += 0.01 if self._due else timeout_s
        data, self._due = self._due or b"", None
        if data == DEAD:
            raise DeviceLost(self.device, Trouble.CONNECTION_LOST)
        return data

    def finish(self) -> None: ...

    def close(self) -> None: ...

    def clock(self) -> float:
        self.now += 0.001
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


SCRIPTS = st.lists(st.none() | st.sampled_from(ANSWERS) | st.binary(max_size=20), max_size=25)


def outcome(printer: ZebraPrinter | TsplPrinter, job_id: str) -> Proof | DeviceError:
    try:
        return printer.send(job(job_id))
    except DeviceError as error:
        return error


@given(SCRIPTS, st.booleans())
def test_a_label_goes_out_once_at_most(script: list[bytes | None], zebra: bool) -> None:
    line = Anything(script)
    kind = ZebraPrinter if zebra else TsplPrinter
    printer = kind(line, clock=line.clock, wait=line.wait)
    for _ in range(3):
        result = outcome(printer, "1")
        assert line.labels <= 1
        if result is Proof.COUNTED:
            assert zebra and line.labels == 1
        if isinstance(result, DeviceError) and not line.labels:
            assert not result.doubtful


@given(SCRIPTS)
def test_a_still_counter_is_never_a_printed_label(script: list[bytes | None]) -> None:
    moves = {b'"6"'}
    line = Anything(
        [answer for answer in script if answer not in moves and b'"' not in (answer or b"")]
    )
    printer = ZebraPrinter(line, clock=line.clock, wait=line.wait)
    for job_id in "123":
        assert outcome(printer, job_id) is not Proof.COUNTED


@given(SCRIPTS)
def test_nothing_goes_out_behind_a_doubt(script: list[bytes | None]) -> None:
    line = Anything(script)
    printer = ZebraPrinter(line, clock=line.clock, wait=line.wait)
    first = outcome(printer, "1")
    if not isinstance(first, DeviceError) or not first.doubtful:
        return
    sent = line.labels
    second = outcome(printer, "2")
    if line.labels > sent:  # then the first one was settled before
        assert printer._jobs.doubt is None or printer._jobs.doubt.job_id == "2"
    else:
        assert isinstance(second, DeviceError) and not second.doubtful
