"""A station's file: what one durable scan costs, and how long a year's file takes to open."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path

from app.clock import SystemClock
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.store.station.file import StationFile
from app.store.station.values import Entry
from benchmarks.table import show, spread

SCANS = 3000
FACTS = 100_000
BATCH = 1000
OPENED = 10


def unit(number: int) -> NewFact:
    order = Subject(Kind.ORDER, f"shop:SO-{number // 20}")
    body = {"order": order.id, "line": 1, "sku": "SKU-1", "quantity": 1, "bin": "A-01-1"}
    return NewFact(FactKind.UNIT_PICKED, (order, Subject(Kind.BIN, "A-01-1")), body)


def scan(number: int) -> Entry:
    now = SystemClock().now()
    return Entry(now, "scanner", f"952132{number:07d}", "]E0", "pick", "unit_picked", "good", "11")


def commits(path: Path, count: int) -> list[float]:
    """ms of each input with one fact, its log entry and its session."""
    times = []
    file = StationFile.open(path, "P1")
    for number in range(count):
        began = time.perf_counter()
        meta = replace(file.meta, session=f'{{"n":{number}}}')
        now = SystemClock().now()
        file.record(scan(number), [unit(number)], at=now, operator="11", meta=meta)
        times.append(1000 * (time.perf_counter() - began))
    file.close()
    return times


def openings(path: Path, count: int) -> list[float]:
    """ms from the path to a file that answers; every page of it is looked at."""
    file = StationFile.open(path, "P1")
    now = SystemClock().now()
    for first in range(0, count, BATCH):
        facts = [unit(number) for number in range(first, min(first + BATCH, count))]
        file.record(None, facts, at=now, reduce_rows=False)
    file.close()
    times = []
    for _ in range(OPENED):
        began = time.perf_counter()
        file = StationFile.open(path, "P1")
        times.append(1000 * (time.perf_counter() - began))
        assert file.last_seq == count
        file.close()
    return times


def main(scans: int = SCANS, facts: int = FACTS) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            ["one durable scan", str(scans), *spread(commits(Path(folder) / "scans.db", scans))]
        ]
        path = Path(folder) / "year.db"
        times = openings(path, facts)
        size = path.stat().st_size / 1e6
        rows.append([f"open {facts:,} facts, {size:.0f} MB", str(OPENED), *spread(times)])
    show("a station's file", ["what", "times", "p50 ms", "p95", "p99", "most"], rows)


if __name__ == "__main__":
    main()
