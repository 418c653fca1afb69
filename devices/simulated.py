"""A scanner without hardware: the demo, the trainer and tests scan with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.device_api import DeviceChanged, DeviceKind, DeviceState, Scan, ScanDefect, Submit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class SimulatedScanner:
    """Submits scans as a device would; `clock` returns aware UTC."""

    def __init__(self, submit: Submit, clock: Callable[[], datetime], device: str = "sim") -> None:
        self.device = device
        self._submit = submit
        self._clock = clock

    def start(self) -> None:
        self.change(DeviceState.READY)

    def stop(self, timeout_s: float = 0.0) -> bool:
        return True

    def scan(self, text: str, symbology: str = "", *, defect: ScanDefect | None = None) -> None:
        self._submit(Scan(text, symbology, self.device, self._clock(), defect))

    def change(self, state: DeviceState, reason: str = "") -> None:
        """Pretend that the device came, went or failed."""
        self._submit(DeviceChanged(DeviceKind.SCANNER, self.device, state, reason))
