"""The way of a line's scans into the engine's queue: until it is closed, and never as a flood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.device_api import DeviceFault, RawFrame, Scan, Submit, Trouble

if TYPE_CHECKING:
    from datetime import datetime

    from devices.framing import LineFrame

FLOOD = 2_000
"""Messages in one second that no hand and no line can make."""
BATCH_FLOOD = 20_000
"""The same for a scanner that dumps its memory over USB."""


class Outlet:
    """One open scanner's scans; `put` is called from its reading thread."""

    def __init__(self, device: str, submit: Submit, *, batch: bool = False) -> None:
        self._device = device
        self._submit = submit
        self._batch = batch
        self._limit = BATCH_FLOOD if batch else FLOOD
        self._since_ms = 0
        self._count = 0
        self._open = True

    def put(self, frame: LineFrame, at: datetime, at_ms: int) -> None:
        """Submit a frame. Raises DeviceFault when too many came in the second before at_ms."""
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
        """Nothing more is submitted."""
        self._open = False
