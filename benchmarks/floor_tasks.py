"""How long does somebody wait for the next task, with many people and a long queue?

Every person is a thread with a connection to a centre on PostgreSQL. It asks for tasks as a bench
does; no task may be given twice. All ask as fast as they can, which is what finds faults, and then
at a pace that no people keep, which is what tells how long somebody waits. What a bench does to
find its next one is measured apart.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from app.clock import SystemClock
from app.domain.facts import Kind
from app.domain.move import jobs
from app.domain.move.task import MoveTask
from app.domain.rows.tasks import FloorTask, TaskKind, task_id, wanted
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import StockKey
from app.store import schema
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.port import PUSH_BATCH
from benchmarks.postgres import running
from benchmarks.table import show, spread
from tests.unit.domain.world import FakeWorld

PEOPLE, TASKS = 20, 5_000
PACES_S = (0.0, 0.25)
"""How long after one task a person asks for the next one at the earliest."""


def main(people: int = PEOPLE, tasks: int = TASKS, paces_s: Sequence[float] = PACES_S) -> int:
    """1 where a task was given to two."""
    rows = []
    twice = 0
    with running() as server:
        for pace_s in paces_s:
            waits, given = _asked(server.database(), people, tasks, pace_s)
            again = sum(count > 1 for count in given.values())
            twice += again
            pace = f"the centre's answer, {f'a task each {pace_s} s' if pace_s else 'at once'}"
            rows.append([pace, str(len(waits)), str(len(given)), str(again), *spread(waits)])
    chosen = _chosen(tasks)
    rows.append(["which is next, at the bench", str(len(chosen)), "", "", *spread(chosen)])
    show(
        f"{people} people ask for {tasks} tasks",
        ["", "asked", "given", "given twice", "p50 ms", "p95 ms", "p99 ms", "max ms"],
        rows,
    )
    return int(twice > 0)


def _asked(url: str, people: int, tasks: int, pace_s: float) -> tuple[list[float], Counter[str]]:
    """Milliseconds of each answer, and how often each task was given."""
    clock = SystemClock()
    engine = sa.create_engine(url)
    schema.upgrade(engine, "centre")
    engine.dispose()
    with TemporaryDirectory() as folder:
        names = _made(url, Path(folder), clock, tasks)
    waits: list[float] = []
    given: Counter[str] = Counter()
    lock = threading.Lock()

    def person(number: int) -> None:
        centre = SqlCentre.open(url, clock)
        dice = random.Random(number)
        mine = names[:]
        dice.shuffle(mine)
        found, times = [], []
        due = time.perf_counter() + pace_s * dice.random()
        for name in mine[: tasks * 2 // people]:
            time.sleep(max(0.0, due - time.perf_counter()))
            due += pace_s
            began = time.perf_counter()
            claim = centre.claim(f"P{number}", order=name)
            times.append((time.perf_counter() - began) * 1000)
            found += list(claim.granted)
        centre.close()
        with lock:
            waits.extend(times)
            given.update(found)

    threads = [threading.Thread(target=person, args=(n,)) for n in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits, given


def _task(number: int) -> FloorTask:
    name = task_id(TaskKind.REPLENISH, f"F{number:05}", "S0")
    urgent = 100 if number % 50 == 0 else 0
    return FloorTask(
        name, TaskKind.REPLENISH, f"R{number % 97}", f"F{number:05}", StockKey("S0"), 6, urgent
    )


def _made(url: str, folder: Path, clock: SystemClock, tasks: int) -> list[str]:
    file = StationFile.open(folder / "office.db", "office")
    file.record(None, [wanted(_task(n)) for n in range(tasks)], at=clock.now(), reduce_rows=False)
    centre = SqlCentre.open(url, clock)
    life = file.meta.incarnation
    hello = centre.hello("office", life, start=0, wants_sscc=False)
    for first in range(0, tasks, PUSH_BATCH):
        facts = file.history.facts_after(first, PUSH_BATCH)
        centre.push("office", life, hello.epoch, facts)
    centre.close()
    file.close()
    return [_task(n).id for n in range(tasks)]


def _chosen(tasks: int) -> list[float]:
    """Milliseconds in which a bench that knows all tasks finds its next one."""
    world = FakeWorld()
    for number in range(97):
        place = Bin(f"R{number}", number, stock=(BinStock("S0", 50),))
        world.put(Kind.BIN, place.code, place)
    for number in range(tasks):
        world.put(Kind.TASK, _task(number).id, _task(number))
    kept = world.open_tasks()
    world.open_tasks = lambda: kept  # type: ignore[method-assign]  # a bench keeps its lists
    times = []
    for _ in range(20):
        began = time.perf_counter()
        jobs.next_job(MoveTask(), world)
        times.append((time.perf_counter() - began) * 1000)
    return times
