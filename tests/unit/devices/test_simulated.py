"""The scanner without hardware."""

from __future__ import annotations

from datetime import UTC, datetime

from app.device_api import DeviceChanged, DeviceKind, DeviceState, Scan, ScanDefect
from devices.simulated import SimulatedScanner

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def test_it_submits_what_a_device_would() -> None:
    got: list[object] = []
    scanner = SimulatedScanner(got.append, lambda: AT)
    scanner.start()
    scanner.scan("4012345", "]E0")
    scanner.scan("40", defect=ScanDefect.SPLIT)
    assert scanner.stop()
    assert got == [
        DeviceChanged(DeviceKind.SCANNER, "sim", DeviceState.READY),
        Scan("4012345", "]E0", "sim", AT),
        Scan("40", "", "sim", AT, ScanDefect.SPLIT),
    ]
