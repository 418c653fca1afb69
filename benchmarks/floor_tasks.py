"""How long does somebody wait for the next task, with many people and a long queue?

Every person is a thread with a connection to a centre on PostgreSQL. It asks for tasks as a bench
does; no task may be given twice. What a bench does to find its next one is measured apart.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
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


def main(people: int = PEOPLE, tasks: int = TASKS) -> int:
    """1 where a task was given to two."""
    clock = SystemClock()
    with running() as server, TemporaryDirectory() as folder:
        url = server.database()
        engine = sa.create_engine(url)
        schema.upgrade(engine, "centre")
        engine.dispose()
        names = _made(url, Path(folder), clock, tasks)
        waits: list[float] = []
        given: Counter[str] = Counter()
        lock = threading.Lock()

        def person(number: int) -> None:
            centre = SqlCentre.open(url, clock)
            mine = names[:]
            random.Random(number).shuffle(mine)
            found, times = [], []
            for name in mine[: tasks * 2 // people]:
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
    twice = sum(count > 1 for count in given.values())
    chosen = _chosen(tasks)
    show(
        f"{people} people ask for {len(waits)} of {tasks} tasks at once",
        ["", "asked", "given", "given twice", "p50 ms", "p95 ms", "p99 ms", "max ms"],
        [
            ["the centre's answer", str(len(waits)), str(len(given)), str(twice), *spread(waits)],
            ["which is next, at the bench", str(len(chosen)), "", "", *spread(chosen)],
        ],
    )
    return int(twice > 0)


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
