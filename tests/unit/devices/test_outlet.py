"""Scans on their way to the engine."""

from __future__ import annotations

import pytest

from app.device_api import DeviceFault, RawFrame, Scan, ScanDefect, Trouble
from devices.framing import LineFrame
from devices.outlet import FLOOD, Outlet
from tests.helpers.inbox import clock

FRAME = LineFrame("42", b"]E042", "]E0", terminator=b"\r", span_ms=3)


def test_a_frame_becomes_a_scan_with_all_that_is_known_of_it() -> None:
    got: list[object] = []
    Outlet("one", got.append, batch=True).put(FRAME, clock(), 0)
    assert got == [Scan("42", "]E0", "one", clock(), batch=True)]
    scan = got[0]
    assert isinstance(scan, Scan)
    assert scan.frame == RawFrame(b"]E042", b"\r", 3)


def test_a_defect_is_passed_on() -> None:
    got: list[object] = []
    Outlet("one", got.append).put(LineFrame("4", b"4", "", ScanDefect.TOO_LONG), clock(), 0)
    assert got == [Scan("4", "", "one", clock(), ScanDefect.TOO_LONG)]


def test_a_flood_is_a_fault_of_the_device() -> None:
    got: list[object] = []
    outlet = Outlet("one", got.append)
    for _ in range(FLOOD):
        outlet.put(FRAME, clock(), 999)
    with pytest.raises(DeviceFault) as caught:
        outlet.put(FRAME, clock(), 999)
    assert caught.value.trouble is Trouble.FLOODING
    assert len(got) == FLOOD


def test_many_scans_over_a_longer_time_are_work() -> None:
    got: list[object] = []
    outlet = Outlet("one", got.append)
    for count in range(3 * FLOOD):
        outlet.put(FRAME, clock(), count)
    assert len(got) == 3 * FLOOD


def test_a_memory_scanner_may_dump_faster() -> None:
    got: list[object] = []
    outlet = Outlet("one", got.append, batch=True)
    for _ in range(5 * FLOOD):
        outlet.put(FRAME, clock(), 0)
    assert len(got) == 5 * FLOOD


def test_nothing_comes_after_the_end() -> None:
    got: list[object] = []
    outlet = Outlet("one", got.append)
    outlet.close()
    outlet.put(FRAME, clock(), 0)
    assert got == []
