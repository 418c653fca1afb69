"""A shift on the real program with a real window: scans typed by key code and sent by serial line.

Nothing here looks into the program: what it heard and answered is read from its scan log, what it
printed from the labels folder, what it showed from the X server.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("X servers are tried on Linux", allow_module_level=True)

from tests.helpers.program import (
    Program,
    codes_in_file,
    environment,
    make_site,
    order_of,
    pause,
    rows,
    wait_until,
)
from tests.helpers.virtual_port import VirtualPort
from tests.helpers.xserver import PRESENT, XServer, x_server

pytestmark = [
    pytest.mark.xserver,
    pytest.mark.skipif(not PRESENT, reason="needs Xvfb and openbox (see run.py)"),
]

MUG, POT, CLOCK = "9521321000001", "9521321000018", "9521321000032"
LOG = 'SELECT device, input, symbology, verdict, "values" FROM scan_log ORDER BY id'


@pytest.fixture
def server(tmp_path: Path) -> Iterator[XServer]:
    with x_server(tmp_path / "xserver.log") as found:
        yield found


@dataclass
class Bench:
    """One station and what lies around it."""

    home: Path
    labels: Path
    program: Program
    server: XServer
    port: VirtualPort
    made: list[tuple[str, str, str]] = field(default_factory=list)  # device, input, verdict

    @property
    def file(self) -> Path:
        return self.home / "station-P1.db"

    def log(self) -> list[tuple[Any, ...]]:
        return rows(self.file, LOG)

    def wedge(self, code: str, verdict: str, *, prefix: bool = True, heard: str = "") -> None:
        self._apart("wedge", heard or code)
        self.server.keyboard.scan(code, prefix=prefix)
        self.heard("wedge", heard or code, verdict)

    def serial(self, code: str, verdict: str, *, aim: str = "") -> None:
        self._apart(self.port.name, code)
        self.port.write(f"{aim}{code}\r".encode())
        _, _, symbology = self.heard(self.port.name, code, verdict)
        assert symbology == aim

    def _apart(self, device: str, code: str) -> None:
        if self.made and self.made[-1][:2] == (device, code):
            pause(0.15)  # sooner it would be the trigger's bounce

    def heard(self, device: str, code: str, verdict: str) -> tuple[str, str, str]:
        """Wait for the answer to the one input just made; what it was."""
        self.made.append((device, code, verdict))
        found = wait_until(
            lambda: log if len(log := self.log()) >= len(self.made) else None,
            f"the answer to {code}; {self.program.complaint()}",
        )
        assert found is not None
        got_device, got, symbology, got_verdict, values = found[len(self.made) - 1]
        assert (got_device, got, got_verdict) == (device, code, verdict), values
        return got_device, got, symbology

    def label(self, number: int) -> tuple[str, str]:
        """SSCC and code of the n-th label, read from its picture once the printer has it."""
        query = "SELECT body FROM journal WHERE kind = 'label_sent' ORDER BY seq"
        sent = wait_until(
            lambda: found if len(found := rows(self.file, query)) == number else None,
            f"label {number}",
        )
        assert sent is not None
        sscc = json.loads(sent[-1][0])["sscc"]
        (code,) = {c for c in codes_in_file(self.labels / f"label-{sscc}-1.png") if c.isdigit()}
        return sscc, code

    def acknowledged(self) -> bool:
        """The centre has all facts."""
        query = "SELECT (SELECT max(seq) FROM journal) = value FROM meta WHERE key = 'acked'"
        return rows(self.file, query) == [(1,)]


@contextmanager
def bench(folder: Path, server: XServer, *orders: str) -> Iterator[Bench]:
    """The program on the X server, ready for the first badge."""
    home, labels = make_site(folder / "home", *orders), folder / "printed"
    env = environment(DISPLAY=server.name, PACKBENCH_HOME=str(home), XDG_RUNTIME_DIR=str(folder))
    with VirtualPort(folder) as port:
        words = ("--scanner", "wedge", "--scanner", port.spec, "--printer", f"file:{labels}")
        with Program("station", "--home", home, *words, "--mute", env=env) as program:
            found = Bench(home, labels, program, server, port)
            wait_until(lambda: server.active_title() == "Packbench", "the window")
            # With the site's data comes the claim; without it the order is asked for first.
            ready = "SELECT order_id FROM reserve"
            wait_until(lambda: rows(found.file, ready), "the site's data")
            line = Path(port.name).resolve()
            fds = Path(f"/proc/{program.process.pid}/fd")
            wait_until(lambda: any(fd.resolve() == line for fd in fds.iterdir()), "the scanner")
            yield found


def test_a_shift_by_keyboard_and_serial_scanner(server: XServer, tmp_path: Path) -> None:
    orders = ("SO-1 lines=2xMUG,1xCLOCK", "SO-2 lines=1xPOT", "SO-3 lines=1xMUG")
    with bench(tmp_path, server, *orders) as at:
        at.wedge("B-ANN", "signed_in", heard="badge of 11")
        _pick_and_pack_a_clock(at)
        _pick_and_pack(at, "SO-2", "A-02-1", POT, "T-12")
        _pick_and_pack(at, "SO-3", "A-01-1", MUG, "T-13")
        labels = sorted(at.labels.glob("*.png"))
        at.wedge("L-1", "load_opened")
        for number, label in enumerate(labels):
            (code,) = {code for code in codes_in_file(label) if code.isdigit()}
            at.serial(code, "parcel_loaded", aim="]C1" if number else "")
        at.wedge("PBCXDONE", "load_closed", prefix=False)
        wait_until(at.acknowledged, "the centre's acknowledgement")
        picture = server.picture()
        picture.save(tmp_path / "screen.png")
        ended = at.program.stop(10)
        assert (ended.code, ended.err) == (0, "")
        assert [row[:2] + row[3:4] for row in at.log()] == at.made  # none lost, none doubled
    assert picture.getcolors(50) is None  # more than 50 colours: it is no blank window
    for ref, label in zip(("SO-1", "SO-2", "SO-3"), labels, strict=True):
        found = order_of(at.home, ref)
        (parcel,) = found["parcels"]
        assert found["order"]["state"] == "DISPATCHED"
        codes = {f"00{parcel['sscc']}", f"https://id.gs1.org/00/{parcel['sscc']}?copy=1"}
        assert (label.stem, codes_in_file(label)) == (f"label-{parcel['sscc']}-1", codes)


def _pick_and_pack_a_clock(at: Bench) -> None:
    at.wedge("SO-1", "order_opened")
    at.wedge("A-01-1", "bin_ok")
    at.serial(MUG, "unit_picked", aim="]E0")
    at.serial(MUG, "line_picked")
    at.wedge("T-11", "put_in_tote")
    at.wedge("B-02-1", "bin_ok", prefix=False)  # known by its speed
    at.serial(CLOCK, "serial_needed", aim="]E0")
    at.serial("SN-77", "line_picked", aim="]C0")
    at.serial("T-11", "order_picked")
    at.wedge("T-11", "order_opened")
    at.wedge("PBCXOK", "carton_chosen")
    at.serial(MUG, "unit_packed")
    at.serial(MUG, "line_packed", aim="]E0")
    at.serial(POT, "not_on_order", aim="]E0")
    at.serial(CLOCK, "serial_needed")
    at.serial("SN-77", "parcel_closed")
    sscc, code = at.label(1)
    assert code == "00" + sscc
    at.serial(code, "order_packed", aim="]C1")


def _pick_and_pack(at: Bench, order: str, place: str, item: str, tote: str) -> None:
    count = len(list(at.labels.glob("*.png")))
    at.wedge(order, "order_opened")
    at.wedge(place, "bin_ok")
    at.serial(item, "line_picked")
    at.wedge(tote, "order_picked")
    at.wedge(tote, "order_opened")
    at.wedge("PBCXOK", "carton_chosen")
    at.serial(item, "parcel_closed", aim="]E0")
    _, code = at.label(count + 1)
    at.serial(code, "order_packed")


def test_a_person_types_and_a_scan_does_not_land_there(server: XServer, tmp_path: Path) -> None:
    with bench(tmp_path, server, "SO-1 lines=2xMUG") as at:
        at.wedge("B-ANN", "signed_in", heard="badge of 11")
        keyboard = server.keyboard
        keyboard.with_ctrl("f")
        keyboard.type("so-1\n")
        at.heard("keyboard", "so-1", "shown")  # a part of an order, not its number
        keyboard.with_ctrl("f")
        keyboard.type("SO")
        at.wedge(MUG, "shown")  # the scan is answered, and the field keeps what was typed
        keyboard.type("-1\n")
        at.heard("keyboard", "SO-1", "order_opened")
        keyboard.with_ctrl("f")
        keyboard.type("A")
        # A burst without a prefix right after a typed character may be a scan's torn end.
        at.wedge("B-02-1", "split_scan", prefix=False)
        keyboard.type("-01-1\n")
        at.heard("keyboard", "A-01-1", "bin_ok")
        assert at.program.stop(10).code == 0
        assert [row[:2] + row[3:4] for row in at.log()] == at.made


def test_a_scan_that_stalls_arms_no_number(server: XServer, tmp_path: Path) -> None:
    """Its first digit is taken for a person's, or not: whatever it is, no quantity is left of it."""
    pauses = (30, 35, 40, 45, 50, 60, 80, 120)
    with bench(tmp_path, server, f"SO-1 lines={len(pauses) + 1}xMUG") as at:
        at.wedge("B-ANN", "signed_in", heard="badge of 11")
        at.wedge("SO-1", "order_opened")
        at.wedge("A-01-1", "bin_ok")
        for done, pause_ms in enumerate(pauses):
            server.keyboard.cut_scan("4006381333931", 1, pause_ms)
            # The rest, or the whole, is refused; the first digit may be told before it.
            wait_until(lambda: _refused(at), f"the answer to {pause_ms} ms")
            pause(0.3)  # a digit that comes late would come now
            at.made += [row[:2] + row[3:4] for row in at.log()[len(at.made) :]]
            at.serial(MUG, "unit_picked")
            assert json.loads(at.log()[-1][4])["done"] == done + 1, f"after {pause_ms} ms"
        assert at.program.stop(10).code == 0


def _refused(at: Bench) -> bool:
    return any(row[3] != "digits" for row in at.log()[len(at.made) :])
