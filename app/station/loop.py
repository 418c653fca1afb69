"""The station thread: one queue in, one engine, total order.

The same loop runs without a thread for scripts: `drain()` handles what is queued, here and now.
"""

from __future__ import annotations

import logging
import queue
import threading
import uuid
from collections.abc import Callable

from app.errors import Crashed
from app.station.engine import Station
from app.station.messages import Message, Stop
from app.store.station.salvage import Salvaged

log = logging.getLogger(__name__)


class StationLoop:
    """submit() may be called from any thread; everything else belongs to the station thread."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Message | Stop] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._station: Station | None = None
        self.takes: Callable[[Message], bool] | None = None
        """Asked of each message first, on whichever thread it comes; True = it is not for here."""

    def attach(self, station: Station) -> None:
        """Set the engine. Its ports submit to this loop, so the loop is made first."""
        self._station = station

    def submit(self, message: Message) -> None:
        takes = self.takes
        if takes is None or not takes(message):
            self._queue.put(message)

    def start(self, salvaged: Salvaged | None = None) -> None:
        """Begin the thread. salvaged: for `Station.resume`."""
        self._thread = threading.Thread(target=self._run, args=(salvaged,), name="station")
        self._thread.start()

    def stop(self, timeout_s: float = 10.0) -> bool:
        """Handle what is queued and end. False = the thread still runs after this time."""
        if self._thread is None:
            return True
        self._queue.put(Stop())
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self, salvaged: Salvaged | None) -> None:
        station = self._station
        if station is not None:
            self._guard(lambda: station.resume(salvaged))
        while True:
            message = self._queue.get()
            if isinstance(message, Stop):
                return
            self.handle(message)

    def drain(self) -> int:
        """Handle everything queued. Returns how many messages that were."""
        count = 0
        while True:
            try:
                message = self._queue.get_nowait()
            except queue.Empty:
                return count
            if not isinstance(message, Stop):
                self.handle(message)
            count += 1

    def handle(self, message: Message) -> None:
        station = self._station
        if station is not None:
            self._guard(lambda: station.handle(message))

    def _guard(self, work: Callable[[], None]) -> None:
        """Report an exception as a bug of the program, with a number that the log has, too."""
        try:
            work()
        except Exception:  # the station thread outlives every bug
            report = uuid.uuid4().hex[:6].upper()
            log.exception("report %s: the engine failed", report)
            self._tell(Crashed("station", report))

    def _tell(self, crashed: Crashed) -> None:
        """Show the report. If even that fails, the thread goes on: the next input may work."""
        try:
            if self._station is not None:
                self._station.handle(crashed)
        except Exception:  # even telling it failed; the log has it
            log.exception("report %s: it cannot be shown", crashed.report)
