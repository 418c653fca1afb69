"""Puts the scans of one line into the engine's queue, until the line is closed or floods it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.device_api import DeviceFault, RawFrame, Scan, Submit, Trouble

if TYPE_CHECKING:
    from datetime import datetime

    from devices.framing import LineFrame

FLOOD = 2_000
"""Scans a second. No hand and no serial line can make more."""
BATCH_FLOOD = 20_000
"""Scans a second of a scanner that sends its memory over USB."""


class Outlet:
    """The scans of one open scanner; its reading thread calls `put`."""

    def __init__(self, device: str, submit: Submit, *, batch: bool = False) -> None:
        self._device = device
        self._submit = submit
        self._batch = batch
        self._limit = BATCH_FLOOD if batch else FLOOD
        self._since_ms = 0
        self._count = 0
        self._open = True

    def put(self, frame: LineFrame, at: datetime, at_ms: int) -> None:
        """Submit a frame as a Scan. at: aware, UTC. Raises DeviceFault for a flood."""
        if not self._open:
            return
        if at_ms - self._since_ms >= 1000:
            self._since_ms, self._count = at_ms, 0
        self._count += 1
        if self._count > self._limit:
            raise DeviceFault(self._device, Trouble.FLOODING, f"over {self._limit} in a second")
        raw = RawFrame(frame.raw, frame.terminator, frame.span_ms)
        self._submit(Scan(frame.text, frame.aim, self._device, at, frame.defect, self._batch, raw))

    def close(self) -> None:
        """Submit nothing more."""
        self._open = False
