"""Looks at the centre once a second, and hands boards on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from app.clock import Clock
from app.errors import EnvironmentFault
from app.overview.board import board
from app.overview.duty import DutyThread
from app.overview.floor import KINDS, REMEMBERED, STEPS, Floor
from app.overview.glance import glance
from app.overview.view import BoardView
from app.sync.centre import SqlCentre

log = logging.getLogger(__name__)
LOOK_S = 1.0
"""No hint makes it look sooner: on a large site one comes four times a second, and nobody reads a
board as fast.
"""
MANY = 500
"""Of more orders that have come further, not each is asked for by its name."""


class Watcher:
    """`step` by step; one thread calls it. connect: opens the centre; raises CentreAway.

    duty: keeps the site's alarms of what is seen here; None = this watcher only shows the floor.
    """

    def __init__(
        self, connect: Callable[[], SqlCentre], clock: Clock, duty: DutyThread | None = None
    ) -> None:
        self._connect = connect
        self._clock = clock
        self._duty = duty
        self._centre: SqlCentre | None = None
        self.floor = Floor()
        self.online = False
        self._last = BoardView(clock.now())

    def step(self) -> BoardView:
        """Look once. While the centre is away the last rows are shown, and how old they are."""
        try:
            self._look()
            if not self.online:
                log.info("the centre answers")
            self.online = True
        except EnvironmentFault as fault:  # also a login that is refused
            if self.online:
                log.warning("the centre does not answer: %s", fault)
            self._lose()
        self._last = self._with_alarms(board(self.floor, self._now(), online=self.online))
        return self._last

    def _with_alarms(self, seen: BoardView) -> BoardView:
        duty = self._duty
        if duty is None:
            return seen
        if self.online and duty.due(seen.now):
            duty.take(glance(self.floor, seen, seen.now))
        found = duty.open
        heard = {one.acknowledged_by for one in found}
        people = {who: row.name for who in heard if (row := self.floor.people.get(who))}
        return replace(seen, alarms=found, notes=duty.notes, people=people)

    def stale(self) -> BoardView:
        """The last board, as one that is true no more: something went wrong beside the centre."""
        self._lose()
        return replace(self._last, now=self._clock.now(), online=False)

    def _lose(self) -> None:
        """All is read anew at the next look: the last one may have ended half way."""
        self.online = False
        self.floor.cursor = ""
        self.close()

    def _look(self) -> None:
        if self._centre is None:
            self._centre = self._connect()
        floor, centre = self.floor, self._centre
        told = centre.changes(KINDS, floor.epoch, floor.cursor)
        further = floor.take(told)
        floor.heard = centre.heard()
        known = None if told.full or len(further) > MANY else further
        asked = known is None or known
        steps = centre.passed(STEPS, told.at - REMEMBERED, known) if asked else ()
        floor.take_passed(steps, told.at)

    def _now(self) -> datetime:
        """The centre's time where it answers: benches tell theirs by it, too."""
        known = self.floor.at
        return known if self.online and known is not None else self._clock.now()

    def close(self) -> None:
        centre, self._centre = self._centre, None
        if centre is not None:
            with suppress(EnvironmentFault):
                centre.close()


class WatchThread:
    """A watcher on a thread of its own. shown: called on that thread, with each board."""

    def __init__(self, watcher: Watcher, shown: Callable[[BoardView], None]) -> None:
        self._watcher = watcher
        self._shown = shown
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """True = it has ended."""
        self._ended.set()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._shown(self._look())
            self._ended.wait(LOOK_S)
        self._watcher.close()

    def _look(self) -> BoardView:
        try:
            return self._watcher.step()
        except Exception:  # the thread's one broad handler: a board must not stand still as "live"
            log.exception("the board could not be made")
            return self._watcher.stale()
