"""A site's benches, of any kind, on faulty lines to one centre."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import sqlalchemy as sa

from app.clock import SystemClock
from app.compose.bench import ThreadBench
from app.demo import site
from app.domain.outcome import OutcomeKind
from app.importing.direct import import_documents
from app.importing.journal import open_journal
from app.paths import Home
from app.station.answer import Answer
from app.station.engine import Station
from app.station.messages import Message, Tick
from tests.chaos.cluster import Cluster
from tests.chaos.person import Desk
from tests.chaos.shift import Floor
from tests.helpers.fault_proxy import FaultProxy
from tests.helpers.program import DEADLINE_S

TICK_S = 0.25


@dataclass(frozen=True)
class Door:
    """Before a station: a function that comes by is called between two messages, on its thread."""

    station: Station

    def handle(self, message: Message) -> None:
        if callable(message):
            message()
        else:
            self.station.handle(message)


@dataclass
class Watched(Desk):
    """A desk that counts what was answered; time passes for it as in a window."""

    said: Counter[OutcomeKind] = field(default_factory=Counter)
    _over: threading.Event = field(default_factory=threading.Event)
    _ticking: threading.Thread | None = None

    def open(self) -> None:
        super().open()
        assert self.bench is not None
        self.bench.loop.attach(cast("Station", Door(self.bench.station)))
        self._over.clear()
        self._ticking = threading.Thread(target=self._tick, name=f"ticks of {self.name}")
        self._ticking.start()

    def between(self, work: Callable[[sa.Engine], None]) -> None:
        """Done to the station's file while the station does not use it; returns when it is done."""
        assert self.bench is not None
        bench, done = self.bench, threading.Event()

        def now() -> None:
            work(bench.file.db.engine)
            done.set()

        bench.loop.submit(cast("Message", now))
        assert done.wait(DEADLINE_S)

    def _tick(self) -> None:
        while not self._over.wait(TICK_S):
            if self.bench is not None:
                self.bench.loop.submit(Tick(self.clock.now()))

    def _end(self, bench: ThreadBench) -> None:
        self._over.set()
        if self._ticking is not None:
            self._ticking.join()
        super()._end(bench)

    def _heard(self, answer: Answer) -> None:
        if answer.outcome is not None:
            self.said[answer.outcome.kind] += 1
        super()._heard(answer)


@contextmanager
def benches(
    cluster: Cluster,
    folder: Path,
    *,
    count: int,
    orders: int,
    seed: int = 1,
    kind: Callable[[str, Home, str, FaultProxy], Desk] = Watched,
) -> Iterator[Floor]:
    """Open, and in touch with a centre that has the site and its orders. Homes: folder/P1 ..."""
    clock = SystemClock()
    office = Home(folder / "office").ensure()
    import_documents(
        vars(site.make(clock.now(), orders=orders, seed=seed)), office, cluster.url, clock
    )
    journal = open_journal(office, cluster.url)
    journal.close()
    with cluster.lines(count) as lines, ExitStack() as stack:
        desks = [
            kind(f"P{n}", Home(folder / f"P{n}").ensure(), cluster.through(line), line)
            for n, line in enumerate(lines, start=1)
        ]
        for desk in desks:
            stack.callback(desk.close)
            desk.open()
        found = Floor(desks, cluster, journal.path)
        found.converge(60)
        yield found
