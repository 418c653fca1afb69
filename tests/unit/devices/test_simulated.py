"""The scanner without hardware."""

from __future__ import annotations

from datetime import UTC, datetime

from app.device_api import (
    Ability,
    Beep,
    DeviceChanged,
    DeviceKind,
    DeviceState,
    RawFrame,
    Scan,
    ScanDefect,
    Trouble,
)
from devices.simulated import SimulatedScanner

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def changed(state: DeviceState, trouble: Trouble | None = None) -> DeviceChanged:
    abilities = (Ability.BEEP, Ability.LOCK)
    return DeviceChanged(DeviceKind.SCANNER, "sim", state, trouble, abilities=abilities)


def test_it_submits_what_a_device_would() -> None:
    got: list[object] = []
    scanner = SimulatedScanner(got.append, lambda: AT)
    scanner.start()
    scanner.scan("4012345", "]E0")
    scanner.scan("40", defect=ScanDefect.SPLIT)
    scanner.change(DeviceState.LOST, Trouble.NOT_CONNECTED)
    assert scanner.stop()
    assert got == [
        changed(DeviceState.READY),
        Scan("4012345", "]E0", "sim", AT),
        Scan("40", "", "sim", AT, ScanDefect.SPLIT),
        changed(DeviceState.LOST, Trouble.NOT_CONNECTED),
    ]
    scan = got[1]
    assert isinstance(scan, Scan)
    assert scan.frame == RawFrame(b"]E04012345", b"\r")


def test_it_remembers_what_it_was_told_to_sound() -> None:
    got: list[object] = []
    scanner = SimulatedScanner(got.append, lambda: AT)
    scanner.give("sim", Beep.GOOD)
    scanner.give("another", Beep.BAD)
    assert not scanner.locked
    scanner.give("sim", Beep.STOP)
    assert scanner.beeps == [Beep.GOOD, Beep.STOP]
    assert scanner.locked
    scanner.free("sim")
    assert not scanner.locked
