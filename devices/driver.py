"""What every device with a line of its own brings along; `devices.supervisor` does the rest.

A driver knows how to find its device and how to talk to it. The supervisor calls `find` until the
device is there, `open`s it, runs its line on a thread of its own, and starts over when it is lost.
"""

from __future__ import annotations

from typing import Protocol

from app.device_api import Ability, Beep, DeviceKind


class DeviceLine(Protocol):
    """An open device."""

    def run(self) -> None:
        """Read and submit until `cancel` (returns) or the device is lost (raises DeviceError)."""

    def cancel(self) -> None:
        """Make `run` return soon. Called from another thread, at any time."""

    def give(self, beep: Beep) -> None:
        """Sound on the device; called from another thread. Raises DeviceError."""

    def free(self) -> None:
        """Unlock the trigger. Raises DeviceError."""

    def close(self) -> None:
        """Let go of it; never raises."""


class Driver(Protocol):
    """device: stable identity, the same whether it is there or not. name: what people call it."""

    kind: DeviceKind
    device: str
    name: str
    abilities: tuple[Ability, ...]

    def find(self) -> str | None:
        """What to open now (a port, a path); None while the device is not there."""

    def open(self, place: str) -> DeviceLine:
        """Open it for ourselves alone. Raises DeviceError."""
