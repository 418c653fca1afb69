"""What one station mis-scanned is told to the centre, and what all of them mix up is learned.

The station's log keeps its refused scans. Whole days are told, so that a count which is told again
changes nothing, and one whose answer was lost is not lost.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from app.clock import Clock
from app.domain.alarms import MixUp
from app.domain.lookalike import DAYS, DayCount
from app.store.station.reader import StationReader
from app.sync.news import LookAlikes, Submit
from app.sync.port import SyncPort

TELL = timedelta(minutes=5)
"""So long new mis-scans wait at most."""
ASK = timedelta(hours=1)
"""So often a station asks which pairs are frequent; it need not know of them sooner."""


class MixUps:
    """Used by the sync's thread alone."""

    def __init__(self, reader: StationReader, origin: str, submit: Submit, clock: Clock) -> None:
        self._reader = reader
        self._origin = origin
        self._submit = submit
        self._clock = clock
        self._read = 0  # the log has been read up to this entry
        self._counts: Counter[tuple[date, str, str]] = Counter()
        self._changed: set[tuple[date, str, str]] = set()
        self._looked: datetime | None = None
        self._asked: datetime | None = None
        self._pairs: tuple[MixUp, ...] | None = None

    def forget(self) -> None:
        """The centre may know nothing any more: it is told all again, and asked."""
        self._looked = self._asked = None
        self._changed = set(self._counts)

    def step(self, port: SyncPort) -> None:
        """Raises CentreAway; then all is told at the next step."""
        now = self._clock.now()
        if self._looked is not None and abs(now - self._looked) < TELL:
            return
        self._look(now)
        if not self._changed and self._asked is not None and abs(now - self._asked) < ASK:
            self._looked = now
            return
        told = [DayCount(*key, self._counts[key]) for key in sorted(self._changed)]
        pairs = port.tell_mix_ups(self._origin, told)
        self._changed.clear()
        self._looked = self._asked = now
        if pairs != self._pairs:
            self._pairs = pairs
            self._submit(LookAlikes(pairs))

    def _look(self, now: datetime) -> None:
        self._read, found = self._reader.misscans(self._read, now - timedelta(days=DAYS))
        self._counts.update(found)
        self._changed.update(found)
