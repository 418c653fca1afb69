"""200 stations at one PostgreSQL, each with one fact a second; when do the others see it?

`python -m benchmarks.many_stations [SECONDS]`. Every client pushes, announces and pulls through
`SqlCentre` as a station's sync does, but keeps no file. Clients and server share this machine's
cores: what is printed is the sum of both, and a server of its own does better.

A fact is the weight of the client's own parcel in ms since the start, so that whoever pulls the
row knows how old the news is. A row that changed twice between two pulls is seen once, late
pulls therefore count less often than they should.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from random import Random
from threading import Event

from app.clock import SystemClock
from app.domain import codec
from app.domain.address import Address
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import FactKind, Kind, Subject, order_id
from app.domain.things import Parcel
from app.errors import CentreAway
from app.store import centre_partitions, schema
from app.store.database import open_centre
from app.sync.centre import SqlCentre
from app.sync.wake import Listener
from benchmarks import postgres
from benchmarks.bulk_load import INCARNATION, Origin
from benchmarks.table import quantile, show

STATIONS = 200
PROCESSES = 2
SECONDS = 60.0
WARM_UP_S = 5.0
CHANNEL = "many"
WAYS = (
    ("polls every 1.5 s", 1.5, False, 0.0),
    ("polls every 0.3 s", 0.3, False, 0.0),
    ("hints, at once", 1.5, True, 0.0),
    ("hints, 0.25 s apart", 1.5, True, 0.25),
)
"""How a client learns of news: in words, poll_s, hints, rest_s (`Plan`)."""


@dataclass(frozen=True)
class Plan:
    """start, end: of the monotonic clock, which all processes share. poll_s: between two looks.

    hints: listen for them. rest_s: a hint is obeyed so long after the last pull at the earliest.
    """

    url: str
    start: float
    end: float
    poll_s: float
    hints: bool
    rest_s: float


@dataclass
class Seen:
    """pushes, news: ms. pulls: how many there were. away: calls the centre did not answer."""

    pushes: list[float] = field(default_factory=list)
    news: list[float] = field(default_factory=list)
    pulls: int = 0
    away: int = 0

    def add(self, other: Seen) -> None:
        self.pushes += other.pushes
        self.news += other.news
        self.pulls += other.pulls
        self.away += other.away


class Client:
    """One station's sync without its file."""

    def __init__(self, number: int, plan: Plan) -> None:
        self._number = number
        self._plan = plan
        self._dice = Random(number)
        self._origin = Origin(f"M{number}", self._dice)
        self._order = order_id(CHANNEL, f"{number}")
        self._sscc = f"77{number:016d}"
        self._wake = Event()
        self._centre = SqlCentre.open(plan.url, SystemClock())
        self._listener = Listener(plan.url, self._wake.set) if plan.hints else None
        self._seen = Seen()
        self._cursor = self._word = ""

    def run(self) -> Seen:
        name, plan = self._origin.name, self._plan
        self._epoch = self._centre.hello(name, INCARNATION, start=0, wants_sscc=False).epoch
        self._begin()
        self._cursor = self._centre.changed()
        if self._listener is not None:
            self._listener.start()
        push_at = plan.start + self._dice.random()
        pulled_at = plan.start
        poll_at = plan.start + plan.poll_s * self._dice.random()
        while (now := time.monotonic()) < plan.end:
            if now >= push_at:
                push_at += 1.0
                self._push()
            hinted = self._wake.is_set() and now >= pulled_at + plan.rest_s
            if hinted or now >= poll_at:
                self._wake.clear()
                self._pull()
                pulled_at = time.monotonic()
                poll_at = pulled_at + plan.poll_s * self._dice.uniform(0.75, 1.25)
            due = [push_at, poll_at]
            if self._wake.is_set():
                due.append(pulled_at + plan.rest_s)
                time.sleep(max(0.0, min(due) - time.monotonic()))
            else:
                self._wake.wait(max(0.0, min(due) - time.monotonic()))
        if self._listener is not None:
            self._listener.stop()
        self._centre.close()
        return self._seen

    def _begin(self) -> None:
        now = SystemClock().now()
        line = (LineDocument(1, "SKU", "Thing", 1),)
        document = OrderDocument(CHANNEL, str(self._number), now, Address("Ada"), line)
        order, parcel = Subject(Kind.ORDER, self._order), Subject(Kind.PARCEL, self._sscc)
        placed = {"document": codec.dump(document), "digest": ""}
        opened = {"order": self._order, "sscc": self._sscc, "number": 1}
        facts = [
            self._origin.say(FactKind.ORDER_PLACED, [order], placed, now),
            self._origin.say(FactKind.PARCEL_OPENED, [order, parcel], opened, now),
        ]
        self._centre.push(self._origin.name, INCARNATION, self._epoch, facts)

    def _counts(self) -> bool:
        return time.monotonic() > self._plan.start + WARM_UP_S

    def _push(self) -> None:
        began = time.monotonic()
        age = int(1000 * (began - self._plan.start)) + 1
        subjects = [Subject(Kind.ORDER, self._order), Subject(Kind.PARCEL, self._sscc)]
        body = {"sscc": self._sscc, "grams": age}
        fact = self._origin.say(FactKind.PARCEL_WEIGHED, subjects, body, SystemClock().now())
        try:
            self._centre.push(self._origin.name, INCARNATION, self._epoch, [fact])
            if self._counts():
                self._seen.pushes.append(1000 * (time.monotonic() - began))
            if self._plan.hints:
                self._centre.announce()
        except CentreAway:
            self._seen.away += 1

    def _pull(self) -> None:
        try:
            word = self._centre.changed()
            if word == self._word:
                return
            pulled = self._centre.pull(self._origin.name, INCARNATION, self._epoch, self._cursor)
        except CentreAway:
            self._seen.away += 1
            return
        self._word, self._cursor = word, pulled.cursor
        now = 1000 * (time.monotonic() - self._plan.start)
        if not self._counts():
            return
        self._seen.pulls += 1
        for row in pulled.rows:
            if row.kind == Kind.PARCEL.value and row.id != self._sscc and row.body:
                sent = codec.from_text(Parcel, row.body).grams
                if sent is not None:
                    self._seen.news.append(now - sent)


def clients(numbers: list[int], plan: Plan) -> Seen:
    """One process's share of the stations."""
    everything = Seen()
    with ThreadPoolExecutor(len(numbers)) as pool:
        for seen in pool.map(lambda number: Client(number, plan).run(), numbers):
            everything.add(seen)
    return everything


def run(stations: int, seconds: float, how: str, plan: Plan) -> list[str]:
    """One line of the table."""
    shares = [list(range(n, stations, PROCESSES)) for n in range(PROCESSES)]
    context = multiprocessing.get_context("spawn")
    before_server, before = postgres.server_cpu_s(plan.url), time.monotonic()
    clients_before = sum(os.times()[2:4])
    everything = Seen()
    with ProcessPoolExecutor(PROCESSES, mp_context=context) as pool:
        for seen in pool.map(clients, shares, repeat(plan)):
            everything.add(seen)
    used = postgres.server_cpu_s(plan.url) - before_server
    by_clients = sum(os.times()[2:4]) - clients_before
    wall = time.monotonic() - before
    counted = max(1.0, seconds - WARM_UP_S)
    return [
        how,
        f"{len(everything.pushes) / counted:.0f}",
        f"{everything.pulls / counted:.0f}",
        *(f"{quantile(everything.pushes, share):.0f}" for share in (0.5, 0.99)),
        *(f"{quantile(everything.news, share):.0f}" for share in (0.5, 0.99)),
        f"{used:.1f}",
        f"{by_clients:.1f}",
        f"{wall:.0f}",
        str(everything.away),
    ]


def prepared(url: str) -> None:
    engine = open_centre(url)
    schema.upgrade(engine, "centre")
    with engine.begin() as db:
        centre_partitions.make_ahead(db, SystemClock().now().date())
    engine.dispose()


def main(seconds: float = SECONDS, stations: int = STATIONS) -> None:
    if postgres.binaries() is None:
        print("\nPostgreSQL is not installed; nothing measured")
        return
    lines = []
    for how, poll_s, hints, rest_s in WAYS:
        with postgres.running() as server:
            url = server.database()
            prepared(url)
            # Until then every client has opened its connection.
            start = time.monotonic() + 10.0 + stations / 8
            plan = Plan(url, start, start + seconds, poll_s, hints, rest_s)
            lines.append(run(stations, seconds, how, plan))
    show(
        f"{stations} stations, 1 fact/s each, {seconds:.0f} s; "
        f"server and clients on {os.cpu_count()} cores",
        [
            "they learn by",
            "pushes/s",
            "pulls/s",
            "push p50 ms",
            "p99",
            "seen elsewhere p50 ms",
            "p99",
            "server CPU s",
            "clients CPU s",
            "wall s",
            "away",
        ],
        lines,
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
