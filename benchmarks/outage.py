"""Outages of a real PostgreSQL and its lines: facts lost and doubled, seconds until all agree.

Stations, people, faults and checks are those of tests/chaos; needs PostgreSQL's programs.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from benchmarks.table import show
from tests.chaos import killed
from tests.chaos.cluster import Cluster, cluster
from tests.chaos.invariants import Findings
from tests.chaos.nemesis import SHARES
from tests.chaos.person import Person
from tests.chaos.shift import Floor, floor, play
from tests.helpers.fault_proxy import Fault
from tests.helpers.program import wait_until

OFFLINE = timedelta(hours=8)


@dataclass(frozen=True)
class Size:
    """seconds: of one shift. kills: of a station's process. parcels: packed without the centre."""

    stations: int = 10
    seeds: tuple[int, ...] = (1, 2, 3)
    seconds: float = 60.0
    kills: int = 500
    parcels: int = 2_000


FULL = Size()


def main(size: Size = FULL) -> int:
    """Exit code 1 where a fact is lost or doubled, or an invariant is broken."""
    return int(any([_shifts(size), _kills(size), _offline(size)]))


def _failed(found: Findings) -> bool:
    return bool(found.lost or found.doubled or found.broken)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="packbench-outage-") as name:
        yield Path(name)


def _shifts(size: Size) -> bool:
    rows, failed = [], False
    for seed in size.seeds:
        with _folder() as folder, cluster() as server:
            report = play(
                server,
                folder,
                seed=seed,
                stations=size.stations,
                orders=600,
                seconds=size.seconds,
                pace_s=0.1,
                most_s=120,
            )
        found = report.findings
        counts = [str(report.faults[name]) for name in SHARES]
        facts = [found.facts, found.conflicts, found.lost, found.doubled]
        failed |= _failed(found)
        broken = "; ".join(what for what, _, _ in found.broken) or "none"
        rows.append(
            [
                str(seed),
                str(size.stations),
                *counts,
                *map(str, facts),
                f"{report.converged_s:.1f}",
                broken,
            ]
        )
    show(
        f"{size.seconds:.0f} s of work with every kind of outage",
        [
            "seed",
            "stations",
            *SHARES,
            "facts",
            "conflicts",
            "lost",
            "doubled",
            "converged, s",
            "invariants broken",
        ],
        rows,
    )
    return failed


def _kills(size: Size) -> bool:
    with _folder() as folder, cluster() as server:
        loss = killed.run(folder, server.url, kills=size.kills, dice=random.Random(20260101))
    show(
        f"{size.kills} x kill -9 of a station in mid-sync",
        ["acknowledged", "lost", "doubled", "durable, not yet acknowledged"],
        [[str(loss.acknowledged), str(loss.lost), str(loss.doubled), str(loss.extra)]],
    )
    return bool(loss.lost or loss.doubled)


def _offline(size: Size) -> bool:
    """Each station packs what it had reserved; then all lines come back at one moment."""
    stations, parcels = size.stations, size.parcels
    each = parcels // stations
    with (
        _folder() as folder,
        cluster() as server,
        floor(
            server, folder, stations=stations, orders=parcels + stations, seed=1, reserve=each
        ) as found,
    ):
        _reserved(server, parcels)
        found.converge(120)
        people = _pack_offline(found, each)
        _leases_run_out(server)
        for desk in found.desks:
            desk.line.be(Fault.NONE)
        seconds = found.converge(600)
        seen = found.check()
    packed = sum(person.packed for person in people)
    facts = [seen.facts, seen.conflicts, seen.lost, seen.doubled]
    show(
        f"{stations} stations reconnect after {OFFLINE.seconds // 3600} simulated hours offline",
        ["parcels", "facts", "conflicts", "lost", "doubled", "converged, s", "invariants broken"],
        [
            [
                str(packed),
                *map(str, facts),
                f"{seconds:.1f}",
                "; ".join(what for what, _, _ in seen.broken) or "none",
            ]
        ],
    )
    return _failed(seen)


def _pack_offline(found: Floor, each: int) -> Sequence[Person]:
    for desk in found.desks:
        desk.line.be(Fault.REFUSE)
        desk.line.cut()
        desk.clock.off = -OFFLINE
    people = [Person(desk, n, random.Random(n), 0.0) for n, desk in enumerate(found.desks, start=1)]
    for person in people:
        person.start()
    try:
        wait_until(lambda: _all_packed(found, people, each), "the parcels", 900)
    finally:
        for person in people:
            person.end_shift()
    return people


def _all_packed(found: Floor, people: Sequence[Person], each: int) -> bool:
    """The stations' clocks follow the work; who has finished goes home."""
    for desk, person in zip(found.desks, people, strict=True):
        desk.clock.off = -OFFLINE * max(0.0, 1 - person.packed / each)
        if person.packed >= each and person.is_alive():
            person.end_shift()
    return all(person.packed >= each for person in people)


def _reserved(server: Cluster, count: int) -> None:
    query = sa.text("SELECT count(*) FROM claim")
    engine = sa.create_engine(server.url)

    def claims() -> int:
        with engine.connect() as db:
            return int(db.execute(query).scalar_one())

    wait_until(lambda: claims() >= count, "the reserves", 120)
    engine.dispose()


def _leases_run_out(server: Cluster) -> None:
    """At the centre as much time has passed."""
    engine = sa.create_engine(server.url)
    with engine.begin() as db:
        db.execute(sa.text("UPDATE claim SET until = until - interval '8 hours'"))
    engine.dispose()
