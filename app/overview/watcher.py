"""Looks at the centre when something changed, or once a second, and hands boards on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from app.clock import Clock
from app.errors import CentreAway
from app.overview.board import board
from app.overview.floor import KINDS, REMEMBERED, STEPS, Floor
from app.overview.view import BoardView
from app.sync.centre import SqlCentre

log = logging.getLogger(__name__)
LOOK_S = 1.0
NEW = timedelta(minutes=3)
"""So far back the steps of orders are read after a change."""
WHOLE = timedelta(minutes=5)
"""So often all of them are read: a bench that was away tells old ones."""


class Watcher:
    """`step` by step; one thread calls it. connect: opens the centre; raises CentreAway."""

    def __init__(self, connect: Callable[[], SqlCentre], clock: Clock) -> None:
        self._connect = connect
        self._clock = clock
        self._centre: SqlCentre | None = None
        self._whole_at: datetime | None = None  # when all recent steps were read last
        self.floor = Floor()
        self.online = False

    def step(self) -> BoardView:
        """Look once. While the centre is away the last rows are shown, and how old they are."""
        try:
            self._look()
            if not self.online:
                log.info("the centre answers")
            self.online = True
        except CentreAway as fault:
            if self.online:
                log.warning("the centre does not answer: %s", fault)
            self.online = False
            self.close()
        return board(self.floor, self._now(), online=self.online)

    def _look(self) -> None:
        if self._centre is None:
            self._centre = self._connect()
        floor, centre = self.floor, self._centre
        told = centre.changes(KINDS, floor.epoch, floor.cursor)
        changed = floor.take(told)
        floor.heard = centre.heard()
        whole = self._whole_at is None or told.full or told.at - self._whole_at >= WHOLE
        if whole or changed:
            since = told.at - (REMEMBERED if whole else NEW)
            floor.take_passed(centre.passed(STEPS, since), told.at)
        if whole:
            self._whole_at = told.at

    def _now(self) -> datetime:
        """The centre's time where it answers: benches tell theirs by it, too."""
        known = self.floor.at
        return known if self.online and known is not None else self._clock.now()

    def close(self) -> None:
        centre, self._centre = self._centre, None
        if centre is not None:
            with suppress(CentreAway):
                centre.close()


class WatchThread:
    """A watcher on a thread of its own. shown: called on that thread, with each board."""

    def __init__(self, watcher: Watcher, shown: Callable[[BoardView], None]) -> None:
        self._watcher = watcher
        self._shown = shown
        self._wake = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """Look at once; any thread."""
        self._wake.set()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """True = it has ended."""
        self._ended.set()
        self._wake.set()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._wake.clear()
            self._shown(self._watcher.step())
            self._wake.wait(LOOK_S)
        self._watcher.close()
