"""A shift: stations with people, one centre, and a nemesis between them."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.clock import SystemClock
from app.demo import site
from app.importing.direct import import_documents
from app.importing.journal import ORIGIN, open_journal
from app.paths import Home
from tests.chaos import invariants
from tests.chaos.cluster import Cluster
from tests.chaos.nemesis import Nemesis
from tests.chaos.person import Desk, Person
from tests.helpers.fault_proxy import Fault
from tests.helpers.program import pause, wait_until


@dataclass(frozen=True)
class Report:
    seed: int
    stations: int
    faults: Mapping[str, int]
    inputs: int
    packed: int
    restarts: int
    converged_s: float
    findings: invariants.Findings

    def text(self) -> str:
        faults = ", ".join(f"{count} {name}" for name, count in sorted(self.faults.items()))
        return (
            f"seed {self.seed}: {self.stations} stations, {self.inputs} inputs, {self.packed} packed\n"
            f"  faults: {faults}\n  converged in {self.converged_s:.1f} s\n{self.findings.text()}"
        )


@dataclass
class Floor:
    """The desks of a site, open and in touch with the centre."""

    desks: list[Desk]
    cluster: Cluster
    imported: Path

    @property
    def files(self) -> dict[str, Path]:
        return {desk.name: desk.path for desk in self.desks} | {ORIGIN: self.imported}

    def converge(self, most_s: float) -> float:
        """Wait until every station has said and read everything; seconds."""
        began = time.monotonic()
        wait_until(self._same, "the stations to agree with the centre", most_s)
        return time.monotonic() - began

    def _same(self) -> bool:
        if not all(invariants.drained(desk.path) for desk in self.desks):
            return False
        centre = invariants.centre_of(self.cluster.url)
        if any(invariants.different(desk.path, centre) for desk in self.desks):
            return False
        return not invariants.wrong_claims({d.name: d.path for d in self.desks}, centre)

    def check(self) -> invariants.Findings:
        told = {desk.name: desk.promises.last_seq for desk in self.desks}
        return invariants.check(lambda: invariants.centre_of(self.cluster.url), self.files, told)


@contextmanager
def floor(
    cluster: Cluster, folder: Path, *, stations: int, orders: int, seed: int, reserve: int = 5
) -> Iterator[Floor]:
    clock = SystemClock()
    made = site.make(clock.now(), orders=orders, seed=seed)
    office = Home(folder / "office").ensure()
    import_documents(vars(made), office, cluster.url, clock)
    journal = open_journal(office, cluster.url)
    journal.close()
    with cluster.lines(stations) as lines, ExitStack() as stack:
        desks = []
        for number, line in enumerate(lines, start=1):
            home = Home(folder / f"P{number}").ensure()
            desks.append(Desk(f"P{number}", home, cluster.through(line), line, reserve))
        for desk in desks:
            stack.callback(desk.close)
            desk.open()
        found = Floor(desks, cluster, journal.path)
        found.converge(60)
        yield found


_MOST_SHIFTS = 4


def play(
    cluster: Cluster,
    folder: Path,
    *,
    seed: int,
    stations: int,
    orders: int,
    seconds: float,
    pace_s: float = 0.01,
    gap_s: float = 0.5,
    most_s: float = 30.0,
    deaf_s: float = 0.0,
) -> Report:
    """seconds: how long people and nemesis work; on a machine that is busy with other things so often
    that one box is packed. pace_s: a person's mean time between inputs.

    deaf_s: how long every line swallows the answers at the very end; only a watchdog ends the
    calls that wait for them.
    """
    with floor(cluster, folder, stations=stations, orders=orders, seed=seed) as found:
        dice = random.Random(seed)
        people = [
            Person(desk, n, random.Random(dice.random()), pace_s)
            for n, desk in enumerate(found.desks, start=1)
        ]
        nemesis = Nemesis(found.desks, cluster, dice, gap_s)
        for thread in (*people, nemesis):
            thread.start()
        try:
            for _ in range(_MOST_SHIFTS):
                pause(seconds)
                if any(person.packed for person in people):
                    break
        finally:
            for person in people:
                person.end_shift()
            nemesis.end()
        for desk in found.desks:
            desk.line.be(Fault.DEAF if deaf_s else Fault.NONE)
        pause(deaf_s)
        for desk in found.desks:
            desk.line.be(Fault.NONE)
        converged = found.converge(most_s)
        promises = [desk.promises for desk in found.desks]
        return Report(
            seed=seed,
            stations=stations,
            faults=nemesis.done,
            inputs=sum(each.inputs for each in promises),
            packed=sum(person.packed for person in people),
            restarts=sum(desk.lives - 1 for desk in found.desks),
            converged_s=converged,
            findings=found.check(),
        )
