"""A scanner without hardware, with which the demo, the trainer and tests scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.device_api import (
    Ability,
    Beep,
    DeviceChanged,
    DeviceKind,
    DeviceState,
    RawFrame,
    Scan,
    ScanDefect,
    Submit,
    Trouble,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_ABILITIES = (Ability.BEEP, Ability.LOCK)


class SimulatedScanner:
    """Submits scans as a scanner would; `clock` returns aware UTC.

    It is also the bench's Hand, as the supervisor is for real scanners. beeps: the sounds it was
    asked for, oldest first. locked: a STOP came, and nobody freed it since; it scans all the same.
    """

    def __init__(self, submit: Submit, clock: Callable[[], datetime], device: str = "sim") -> None:
        self.device = device
        self.beeps: list[Beep] = []
        self.locked = False
        self._submit = submit
        self._clock = clock

    def start(self) -> None:
        self.change(DeviceState.READY)

    def stop(self, timeout_s: float = 0.0) -> bool:
        return True

    def scan(self, text: str, symbology: str = "", *, defect: ScanDefect | None = None) -> None:
        frame = RawFrame((symbology + text).encode(), b"\r")
        at = self._clock()
        self._submit(Scan(text, symbology, self.device, at, defect, frame=frame))

    def change(self, state: DeviceState, trouble: Trouble | None = None) -> None:
        """Pretend that the device came, went or failed."""
        self._submit(
            DeviceChanged(DeviceKind.SCANNER, self.device, state, trouble, abilities=_ABILITIES)
        )

    def give(self, device: str, beep: Beep) -> None:
        if device == self.device:
            self.beeps.append(beep)
            self.locked = self.locked or beep is Beep.STOP

    def free(self, device: str) -> None:
        if device == self.device:
            self.locked = False
