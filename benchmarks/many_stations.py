"""200 stations at one PostgreSQL, each with one fact a second; when do the others see it?

`python -m benchmarks stations`. Ten stations push, announce, listen and pull through `SqlCentre` as
a station's sync does, but keep no file. For the others pgbench says the same to the server
(`benchmarks.wire`), and a process listens with a connection for each. Everything shares this
machine's cores: a server of its own does better.

A fact is the weight of the station's own parcel in ms since the start, so that whoever pulls the
row knows how old the news is. A row that changed twice between two pulls is seen once, late
pulls therefore count less often than they should.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from random import Random
from threading import Event

from app.clock import SystemClock
from app.domain import codec
from app.domain.address import Address
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import FactKind, Kind, Subject, order_id
from app.domain.rows.things import Parcel
from app.errors import CentreAway
from app.store import schema
from app.store.admin import partitions as centre_partitions
from app.store.database import open_centre
from app.sync.centre import SqlCentre
from app.sync.port import Pulled
from app.sync.wake import Listener
from benchmarks import postgres
from benchmarks.bulk_load import INCARNATION, Origin
from benchmarks.table import quantile, show
from benchmarks.wire import EVENT, NUMBER, Words, recorded
from benchmarks.wire_load import Pgbench, Scripts, listen, pgbench

STATIONS = 200
WATCHERS = 10
SECONDS = 60.0
WARM_UP_S = 5.0
POLL_S = 1.5
CHANNEL = "many"
PAUSES_S = (0.25, 0.4)
"""A hint is obeyed so long after the last pull at the earliest; the program waits the first."""


def sscc_of(number: int) -> str:
    return f"77P{number}"


NUMBERS = range(5000, 5000 + WATCHERS)
WATCHED = frozenset(map(sscc_of, NUMBERS))


@dataclass(frozen=True)
class Plan:
    """start, end: of the monotonic clock, which all processes share. pause_s: see `PAUSES_S`."""

    url: str
    start: float
    end: float
    pause_s: float


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
        self._ref = f"S{number}"
        self._order = order_id(CHANNEL, self._ref)
        self._sscc = sscc_of(number)
        self._wake = Event()
        self.engine = open_centre(plan.url)
        self._centre = SqlCentre(self.engine, SystemClock())
        self._listener = Listener(plan.url, self._wake.set)
        self._seen = Seen()
        self.cursor = ""

    def begin(self) -> None:
        """Its station, an order and a parcel."""
        name = self._origin.name
        self._epoch = self._centre.hello(name, INCARNATION, start=0, wants_sscc=False).epoch
        self._place()
        self.cursor = self._pull().cursor

    def run(self) -> Seen:
        plan = self._plan
        self.begin()
        self._listener.start()
        push_at = plan.start + self._dice.random()
        pulled_at = plan.start
        poll_at = plan.start + POLL_S * self._dice.random()
        while (now := time.monotonic()) < plan.end:
            if now >= push_at:
                push_at += 1.0
                self.push()
            hinted = self._wake.is_set() and now >= pulled_at + plan.pause_s
            if hinted or now >= poll_at:
                self._wake.clear()
                self.pull()
                pulled_at = time.monotonic()
                poll_at = pulled_at + POLL_S * self._dice.uniform(0.75, 1.25)
            due = [push_at, poll_at]
            if self._wake.is_set():
                due.append(pulled_at + plan.pause_s)
                time.sleep(max(0.0, min(due) - time.monotonic()))
            else:
                self._wake.wait(max(0.0, min(due) - time.monotonic()))
        self._listener.stop()
        self.close()
        return self._seen

    def close(self) -> None:
        self._centre.close()

    def _place(self) -> None:
        now = SystemClock().now()
        line = (LineDocument(1, "SKU", "Thing", 1),)
        document = OrderDocument(CHANNEL, self._ref, now, Address("Ada"), line)
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

    def push(self, event_id: str = "") -> None:
        """event_id: instead of a new one."""
        began = time.monotonic()
        age = int(1000 * (began - self._plan.start)) + 1
        subjects = [Subject(Kind.ORDER, self._order), Subject(Kind.PARCEL, self._sscc)]
        body = {"sscc": self._sscc, "grams": age}
        fact = self._origin.say(FactKind.PARCEL_WEIGHED, subjects, body, SystemClock().now())
        fact = replace(fact, event_id=event_id or fact.event_id)
        try:
            self._centre.push(self._origin.name, INCARNATION, self._epoch, [fact])
            if self._counts():
                self._seen.pushes.append(1000 * (time.monotonic() - began))
            self._centre.announce()
        except CentreAway:
            self._seen.away += 1

    def _pull(self) -> Pulled:
        return self._centre.pull(self._origin.name, INCARNATION, self._epoch, self.cursor)

    def pull(self) -> None:
        try:
            pulled = self._pull()
        except CentreAway:
            self._seen.away += 1
            return
        self.cursor = pulled.cursor
        now = 1000 * (time.monotonic() - self._plan.start)
        if not self._counts():
            return
        self._seen.pulls += 1
        for row in pulled.rows:
            if row.kind == Kind.PARCEL.value and row.id in WATCHED - {self._sscc} and row.body:
                sent = codec.from_text(Parcel, row.body).grams
                if sent is not None:
                    self._seen.news.append(now - sent)


def watch(plan: Plan) -> Seen:
    """The ten stations that tell how old their news are; in a process of their own."""
    everything = Seen()
    with ThreadPoolExecutor(WATCHERS) as pool:
        for seen in pool.map(lambda number: Client(number, plan).run(), NUMBERS):
            everything.add(seen)
    return everything


def run(server: postgres.Server, seconds: float, stations: int, pause_s: float) -> list[str]:
    """One line of the table."""
    url = server.database()
    prepared(url)
    others = stations - WATCHERS
    scripts = load_scripts(Plan(url, time.monotonic(), 0.0, pause_s), others)
    start = time.monotonic() + 4.0 + 0.04 * stations  # until all are connected
    plan = Plan(url, start, start + seconds, pause_s)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        heard = pool.submit(listen, url, others, plan.end)
        watched = pool.submit(watch, plan)
        time.sleep(max(0.0, start - time.monotonic()))
        with Pgbench(
            url, scripts, others, seconds, pulls_s=1 / pause_s, warm_up_s=WARM_UP_S
        ) as load:
            time.sleep(WARM_UP_S)
            before, began = postgres.server_cpu_s(url), time.monotonic()
            time.sleep(seconds - WARM_UP_S - 2.0)
            cores = (postgres.server_cpu_s(url) - before) / (time.monotonic() - began)
            found = load.wait()
        seen, hints = watched.result(), heard.result()
    counted = seconds - WARM_UP_S
    return [
        f"{pause_s:.2f}",
        f"{len(found.pushes) / counted + WATCHERS:.0f}",
        *(f"{quantile(found.pushes, share):.0f}" for share in (0.5, 0.99)),
        f"{(len(found.pulls) + seen.pulls) / counted:.0f}",
        *(f"{quantile(found.pulls, share):.0f}" for share in (0.5, 0.99)),
        *(f"{quantile(seen.pushes, share):.0f}" for share in (0.5, 0.99)),
        *(f"{quantile(seen.news, share):.0f}" for share in (0.5, 0.99)),
        f"{hints / others / seconds:.0f}",
        f"{cores:.2f}",
        str(seen.away + found.failed),
    ]


def load_scripts(plan: Plan, others: int) -> Scripts:
    """The others' rows, and what they say."""
    for number in range(others):
        client = Client(number, plan)
        client.begin()
        client.close()
    client, words = Client(int(NUMBER), plan), Words()
    client.begin()
    with recorded(client.engine) as pushed:
        client.push(EVENT)
    turn = next(n for n, (text, _) in enumerate(pushed) if "advisory_lock" in text)
    cursor = client.cursor
    with recorded(client.engine) as pulled:
        client.pull()
    client.close()
    return Scripts(
        {
            "push": words.push_script(pushed[:turn], 3),
            "hint": words.hint_script(pushed[turn:]),
            "pull": words.pull_script(pulled, cursor),
        },
        client.cursor,
        words.texts,
    )


def prepared(url: str) -> None:
    engine = open_centre(url)
    schema.upgrade(engine, "centre")
    SqlCentre.open(url, SystemClock()).close()  # its epoch
    with engine.begin() as db:
        centre_partitions.make_ahead(db, SystemClock().now().date())
    engine.dispose()


def main(
    seconds: float = SECONDS, stations: int = STATIONS, pauses_s: Sequence[float] = PAUSES_S
) -> None:
    if postgres.binaries() is None or pgbench() is None:
        print("\nPostgreSQL or its pgbench is not installed; nothing measured")
        return
    with postgres.running() as server:
        lines = [run(server, seconds, stations, pause_s) for pause_s in pauses_s]
    show(
        f"{stations} stations, 1 fact/s each, {seconds:.0f} s; {WATCHERS} of them through the"
        f" program's sync, the others by pgbench; all on {os.cpu_count()} cores; times in ms",
        [
            "s between pulls",
            "pushes/s",
            "p50",
            "p99",
            "pulls/s",
            "p50",
            "p99",
            "program's push p50",
            "p99",
            "seen elsewhere p50",
            "p99",
            "hints/s each",
            "server's cores",
            "failed",
        ],
        lines,
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
