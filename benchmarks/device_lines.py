"""A scanner on a pseudo terminal: from its bytes to the engine's queue, and over a replug."""

from __future__ import annotations

import queue
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import SystemClock
from app.device_api import DeviceChanged, DeviceState, Scan
from benchmarks.table import quantile, show, spread
from devices.scanner_spec import open_scanner
from devices.simulators.serial_scanner import SimulatedSerialScanner
from devices.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Iterator

SCANS = 2_000
REPLUGS = 10
LIMIT_S = 30.0
PAUSE_S = 0.002  # a scan at a time, so that none waits for the one before

Inbox = queue.Queue[tuple[float, object]]


def main(scans: int = SCANS, replugs: int = REPLUGS) -> None:
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / "scanner"
        with SimulatedSerialScanner(link=link) as scanner, _supervised(scanner) as inbox:
            _report_scans(_scans(scanner, inbox, scans))
            _report_replugs(*_replugs(scanner, inbox, replugs))


@contextmanager
def _supervised(scanner: SimulatedSerialScanner) -> Iterator[Inbox]:
    inbox: Inbox = queue.Queue()

    def submit(message: object) -> None:
        inbox.put((time.perf_counter(), message))

    supervisor = Supervisor(submit, [open_scanner(scanner.spec, submit, SystemClock().now)])
    supervisor.start()
    _until(inbox, DeviceState.READY)
    yield inbox
    supervisor.stop()


def _until(inbox: Inbox, state: DeviceState) -> float:
    """When the device was told to be in a state."""
    while True:
        at, message = inbox.get(timeout=LIMIT_S)
        if isinstance(message, DeviceChanged) and message.state is state:
            return at


def _scan(scanner: SimulatedSerialScanner, inbox: Inbox, text: str) -> float:
    """When the code was in the queue."""
    scanner.scan(text)
    while True:
        at, message = inbox.get(timeout=LIMIT_S)
        if isinstance(message, Scan) and message.text == text:
            return at


def _scans(scanner: SimulatedSerialScanner, inbox: Inbox, scans: int) -> list[float]:
    """Milliseconds from the write to the queue, a code at a time."""
    took = []
    for number in range(scans):
        began = time.perf_counter()
        took.append((_scan(scanner, inbox, f"0109501101530003{number:06}") - began) * 1000)
        time.sleep(PAUSE_S)
    return took


def _replugs(
    scanner: SimulatedSerialScanner, inbox: Inbox, replugs: int
) -> tuple[list[float], list[float]]:
    """Milliseconds from unplugged to told, and from plugged in to a code in the queue."""
    missed, usable = [], []
    for number in range(replugs):
        began = time.perf_counter()
        scanner.unplug()
        missed.append((_until(inbox, DeviceState.LOST) - began) * 1000)
        time.sleep(0.7 + number * 0.11)  # in every phase of the supervisor's looking
        began = time.perf_counter()
        scanner.plug()
        _until(inbox, DeviceState.READY)
        usable.append((_scan(scanner, inbox, f"AGAIN-{number}") - began) * 1000)
    return missed, usable


def _report_scans(took: list[float]) -> None:
    show(
        f"Bytes of a scanner -> engine's queue, {len(took):,} scans one by one",
        ["ms: p50", "p95", "p99", "most"],
        [spread(took)],
    )


def _report_replugs(missed: list[float], usable: list[float]) -> None:
    rows = [
        [name, f"{quantile(values, 0.5):.0f}", f"{max(values):.0f}"]
        for name, values in (("unplugged -> told", missed), ("plugged in -> a scan", usable))
    ]
    show(f"A scanner unplugged and replugged {len(missed)} times", ["", "ms: p50", "most"], rows)


if __name__ == "__main__":
    main()
