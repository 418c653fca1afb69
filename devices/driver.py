"""What a scanner or scale with a line of its own must offer to `devices.supervisor`.

A driver knows how to find its device and how to talk to it. The supervisor calls `find` until the
device is there, `open`s it, runs its line on a thread of its own, and starts over when it is lost.
"""

from __future__ import annotations

from typing import Protocol

from app.device_api import Ability, Beep, DeviceKind


class DeviceLine(Protocol):
    """An open device. All but `run` may be called from another thread."""

    def run(self) -> None:
        """Read the device and submit what it says; returns after `cancel`.

        Raises DeviceError when the device is lost.
        """

    def cancel(self) -> None:
        """Make `run` return soon. May be called at any time, also twice."""

    def give(self, beep: Beep) -> None:
        """Make the device sound. Raises DeviceError."""

    def free(self) -> None:
        """Unlock the trigger. Raises DeviceError."""

    def close(self) -> None:
        """Give the device back to the system; never raises."""


class Driver(Protocol):
    """How to find and open one device, which need not be plugged in.

    device: its stable identity, the same whether it is there or not. name: what people call it.
    """

    kind: DeviceKind
    device: str
    name: str
    abilities: tuple[Ability, ...]

    def find(self) -> str | None:
        """The port or path to give to `open`; None while the device is not there."""

    def open(self, place: str) -> DeviceLine:
        """Open the device so that no other program can. Raises DeviceError."""
