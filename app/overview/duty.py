"""Keeps the site's alarms: brings what it sees to the centre, and what is due to whoever is told.

It has a connection and a thread of its own. Whatever goes wrong here, the board goes on.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from app.clock import Clock
from app.domain.alarms import Begun, Mishap, Missing, MixUp, OpenAlarm, Sight, alarms
from app.domain.facts import Kind, order_ref
from app.domain.permissions import allows
from app.domain.rows.site_rules import thresholds
from app.domain.rows.things import Operator
from app.domain.thresholds import Thresholds
from app.errors import EnvironmentFault
from app.overview.glance import Glance
from app.overview.telling import Teller
from app.overview.view import Note
from app.sync.ask import decoded
from app.sync.centre import SqlCentre

log = logging.getLogger(__name__)
EVERY = timedelta(seconds=5)
"""So often the floor is looked at for alarms."""
SLOWLY = timedelta(minutes=2)
"""So often what takes the centre longer is asked: rates, goods that lack, orders that stand."""
SHOWN = timedelta(seconds=15)
"""So long a refused word stands on the board."""
AGAIN = timedelta(seconds=30)
"""So long it lets a centre be that did not answer, or refused."""
DUTY = "command"


@dataclass(frozen=True)
class Word:
    """A person says that he knows of an alarm. by: his number."""

    alarm: str
    by: str


@dataclass(frozen=True)
class Slow:
    """The last answers of the questions that are not asked each time."""

    at: datetime
    limits: Thresholds
    moved: dict[str, datetime]
    mishaps: tuple[Mishap, ...]
    mix_ups: tuple[MixUp, ...]
    missing: tuple[Missing, ...]


class Duty:
    """Step by step; one thread calls it. connect: opens the centre; raises EnvironmentFault.

    teller: None = nobody is told. open, notes: for the board; any thread may read them.
    """

    def __init__(
        self, connect: Callable[[], SqlCentre], clock: Clock, teller: Teller | None = None
    ) -> None:
        self._connect = connect
        self._clock = clock
        self._teller = teller
        self._centre: SqlCentre | None = None
        self._slow: Slow | None = None
        self._refused_at: datetime | None = None
        self._failed_at: datetime | None = None
        self.open: tuple[OpenAlarm, ...] = ()

    @property
    def notes(self) -> frozenset[Note]:
        now, refused = self._clock.now(), self._refused_at
        holds = {
            Note.NOT_ALLOWED: refused is not None and abs(now - refused) < SHOWN,
            Note.NOT_SENT: self._teller is not None and self._teller.failed,
            Note.NOT_KEPT: self._failed_at is not None,
        }
        return frozenset(note for note, true in holds.items() if true)

    def look(self, seen: Glance) -> None:
        """Bring what is seen to the centre."""
        failed = self._failed_at
        if failed is None or abs(self._clock.now() - failed) >= AGAIN:
            self._try(partial(self._look, seen))

    def hear(self, word: Word) -> None:
        """Take a person's word to the centre, if it is his to give."""
        self._try(partial(self._hear, word))

    def _try(self, work: Callable[[SqlCentre], None]) -> None:
        try:
            if self._centre is None:
                self._centre = self._connect()
                self._slow = None
                self._centre.forget_old_alarms()
            work(self._centre)
            self._failed_at = None
        except EnvironmentFault as fault:  # also a login that is refused
            if self._failed_at is None:
                log.warning("alarms cannot be kept: %s", fault)
            self._failed_at = self._clock.now()
            self.close()

    def _look(self, seen: Glance, centre: SqlCentre) -> None:
        slow = self._slow
        if slow is None or abs(seen.at - slow.at) >= SLOWLY:
            slow = self._slow = _ask(centre, seen)
        found = alarms(_sight(seen, slow), slow.limits, seen.at)
        self.open = centre.reconcile(found, slow.limits)
        self._tell(centre)

    def _tell(self, centre: SqlCentre) -> None:
        if self._teller is None:
            return
        if unsent := self._teller.unsent():
            centre.give_back_telling(unsent)
        if self._teller.ready() and (due := centre.claim_telling()):
            self._teller.take(due)

    def _hear(self, word: Word, centre: SqlCentre) -> None:
        row = centre.row(Kind.OPERATOR, word.by)
        person: Operator | None = decoded(row) if row is not None else None
        if person is None or not allows(person, DUTY):
            self._refused_at = self._clock.now()
            return
        centre.acknowledge(word.alarm, word.by)
        self.open = centre.alarms()

    def end(self) -> None:
        """Whoever watches next sends what was not sent here."""
        teller = self._teller
        if teller is not None and (unsent := teller.unsent()):
            self._try(lambda centre: centre.give_back_telling(unsent))
        self.close()

    def close(self) -> None:
        centre, self._centre = self._centre, None
        if centre is not None:
            with suppress(EnvironmentFault):
                centre.close()


def _ask(centre: SqlCentre, seen: Glance) -> Slow:
    limits = thresholds({name: row.value for name, row in centre.site_rules().items()})
    span = max(timedelta(minutes=limits.printer_minutes), timedelta(hours=limits.short_hours))
    return Slow(
        seen.at,
        limits,
        centre.moved(seen.begun) if limits.idle_minutes else {},
        centre.mishaps(span) if limits.printer_faults or limits.bin_shorts else (),
        centre.mix_ups(limits.mix_up_days, limits.mix_ups) if limits.mix_ups else (),
        _missing(centre, seen) if limits.no_stock else (),
    )


def _missing(centre: SqlCentre, seen: Glance) -> tuple[Missing, ...]:
    """By SKU, what the orders that wait lack; the first of the queue gives its number."""
    found: dict[str, Missing] = {}
    for name, shorts in centre.outlook().items():
        for sku in sorted({one.sku for one in shorts}):
            units = sum(one.quantity for one in shorts if one.sku == sku)
            one = found.get(sku) or Missing(sku, 0, 0, seen.refs.get(name, order_ref(name)))
            found[sku] = replace(one, orders=one.orders + 1, units=one.units + units)
    return tuple(found.values())


def _sight(seen: Glance, slow: Slow) -> Sight:
    """An order that was begun since the centre was asked is not idle."""
    return Sight(
        seen.trucks,
        tuple(
            Begun(name, ref, station, slow.moved[name])
            for name, (ref, station) in seen.begun.items()
            if name in slow.moved
        ),
        seen.moving,
        seen.benches,
        seen.exceptions,
        slow.mishaps,
        slow.mix_ups,
        slow.missing,
    )


class DutyThread:
    """A duty on a thread of its own. Only frozen values come to it, by one queue."""

    def __init__(self, duty: Duty) -> None:
        self._duty = duty
        self._told: queue.SimpleQueue[Glance | Word | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="alarms", daemon=True)
        self._looked: datetime | None = None
        self._busy = threading.Event()

    @property
    def open(self) -> tuple[OpenAlarm, ...]:
        return self._duty.open

    @property
    def notes(self) -> frozenset[Note]:
        return self._duty.notes

    def due(self, at: datetime) -> bool:
        """Whether it is time for another glance, and the last one has been dealt with."""
        waited = self._looked is None or abs(at - self._looked) >= EVERY
        return waited and not self._busy.is_set()

    def take(self, seen: Glance) -> None:
        self._looked = seen.at
        self._busy.set()
        self._told.put(seen)

    def hear(self, word: Word) -> None:
        """From any thread."""
        self._told.put(word)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """True = it has ended."""
        self._told.put(None)
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (told := self._told.get()) is not None:
            try:
                if isinstance(told, Word):
                    self._duty.hear(told)
                else:
                    self._duty.look(told)
            except Exception:  # the thread's one broad handler: the next glance is another chance
                log.exception("the alarms could not be kept")
            finally:
                if not isinstance(told, Word):
                    self._busy.clear()
        self._duty.end()
