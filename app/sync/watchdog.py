"""A deadline for calls that cannot be trusted to end.

A database driver can wait for ever behind a middlebox that swallows packets and acknowledges them;
keepalives and time-outs of the driver do not help there (measured: the call hangs for good).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Watchdog:
    """Calls `bite` from a thread of its own when a watched call lasts longer than limit_s seconds.

    bite must not block.
    """

    def __init__(self, bite: Callable[[], None], limit_s: float) -> None:
        self._bite = bite
        self._limit_s = limit_s
        self._changed = threading.Condition()
        self._until: float | None = None
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)
        self._thread.start()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """The block is a watched call; one at a time."""
        self._set(time.monotonic() + self._limit_s)
        try:
            yield
        finally:
            self._set(None)

    def stop(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        self._thread.join()

    def _set(self, until: float | None) -> None:
        with self._changed:
            self._until = until
            self._changed.notify_all()

    def _run(self) -> None:
        while self._wait():
            self._bite()

    def _wait(self) -> bool:
        """Wait until a call is overdue (True) or the watchdog is stopped (False)."""
        with self._changed:
            while not self._ended:
                left = None if self._until is None else self._until - time.monotonic()
                if left is not None and left <= 0:
                    # Again and again: a driver that connects anew may hang once more.
                    self._until = time.monotonic() + self._limit_s
                    return True
                self._changed.wait(left)
            return False
