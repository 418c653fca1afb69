"""The engine's queue, as a test of devices sees it."""

from __future__ import annotations

import queue
from datetime import UTC, datetime

from app.device_api import DeviceChanged, DeviceState, Scan, Trouble

LIMIT_S = 10.0


def clock() -> datetime:
    return datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class Inbox:
    """Waits, but never for ever; messages come in their order and none is skipped."""

    def __init__(self) -> None:
        self._queue: queue.Queue[object] = queue.Queue()
        self.put = self._queue.put

    def next(self) -> object:
        return self._queue.get(timeout=LIMIT_S)

    def scan(self) -> Scan:
        message = self.next()
        assert isinstance(message, Scan), message
        return message

    def change(self) -> DeviceChanged:
        message = self.next()
        assert isinstance(message, DeviceChanged), message
        return message

    def state(self) -> DeviceState:
        return self.change().state

    def trouble(self) -> Trouble | None:
        return self.change().trouble

    def is_empty(self) -> bool:
        return self._queue.empty()

    def size(self) -> int:
        return self._queue.qsize()
