"""Sends alarms to people and programs outside, on a thread of its own: a mail server is slow."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from app.clock import Clock
from app.domain.alarms import OpenAlarm
from app.errors import EnvironmentFault

log = logging.getLogger(__name__)
PAUSE = timedelta(minutes=5)
"""So long nothing is sent after a failure. Then what was not sent is tried again."""
Way = Callable[[Sequence[OpenAlarm]], None]
"""Sends alarms by one way, and blocks; raises EnvironmentFault."""


class Teller:
    """ways: by which alarms are sent, by their names. What went by one of them at least counts as
    sent: the others do not send it later.

    All but `send` is for the thread that brings the alarms.
    """

    def __init__(self, ways: Mapping[str, Way], clock: Clock) -> None:
        self._ways = dict(ways)
        self._clock = clock
        self._waiting: queue.SimpleQueue[tuple[OpenAlarm, ...] | None] = queue.SimpleQueue()
        self._unsent: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._failed: dict[str, datetime] = {}
        self._sending: tuple[OpenAlarm, ...] = ()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="telling", daemon=True)

    @property
    def failed(self) -> bool:
        """Whether a way did not work when it was tried last."""
        return bool(self._failed)

    def ready(self) -> bool:
        """Whether something may be sent now."""
        return any(self._may(name) for name in self._ways)

    def _may(self, name: str) -> bool:
        failed = self._failed.get(name)
        return failed is None or abs(self._clock.now() - failed) >= PAUSE

    def take(self, due: tuple[OpenAlarm, ...]) -> None:
        self._waiting.put(due)

    def unsent(self) -> tuple[str, ...]:
        """Ids of those that no way took, once."""
        found = []
        while not self._unsent.empty():
            found.append(self._unsent.get())
        return tuple(found)

    def send(self, due: Sequence[OpenAlarm]) -> None:
        """Send now, by every way that may work. Its failure is said once, until it works again."""
        took = False
        for name, way in self._ways.items():
            if self._may(name):
                took |= self._by(name, way, due)
        if not took:
            for one in due:
                self._unsent.put(one.id)

    def _by(self, name: str, way: Way, due: Sequence[OpenAlarm]) -> bool:
        before = self._failed.get(name)
        try:
            way(due)
        except EnvironmentFault as fault:
            if before is None:
                log.warning("alarms could not be sent: %s", fault)
            self._failed = {**self._failed, name: self._clock.now()}
            return False
        if before is not None:
            log.info("alarms are sent again by %s", name)
            self._failed = {one: at for one, at in self._failed.items() if one != name}
        return True

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """True = it has ended. What was not sent, or not for certain, is in `unsent` then."""
        self._ended.set()
        self._waiting.put(None)
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        if ended := not self._thread.is_alive():
            return ended
        for one in self._sending:
            self._unsent.put(one.id)
        return False

    def _run(self) -> None:
        while (due := self._waiting.get()) is not None:
            self._sending = due
            if self._ended.is_set():
                for one in due:
                    self._unsent.put(one.id)
                continue
            try:
                self.send(due)
            except Exception:  # the thread's one broad handler: the next alarm must be sent, too
                log.exception("alarms could not be sent")
