"""kill -9 at random moments while scanning: acknowledged facts that are gone afterwards."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from app.paths import Home
from benchmarks import stage
from benchmarks.table import show, spread

STATIONS = 3  # at one centre, each killed by itself
MOST_S = 0.35


@dataclass
class Toll:
    """Of one station. extra: durable, and killed before the answer was seen. opens: in ms."""

    acknowledged: int = 0
    lost: int = 0
    extra: int = 0
    gaps: int = 0
    opens: list[float] = field(default_factory=list)


def main(kills: int = 200) -> int:
    """The children are `packbench replay -`; a printed line is an acknowledgement.

    Exit code 1 where anything is lost or doubled.
    """
    each = [kills // STATIONS + (number < kills % STATIONS) for number in range(STATIONS)]
    began = time.perf_counter()
    with (
        stage.site(lines=1, units=100_000, orders=STATIONS) as home,
        ThreadPoolExecutor(STATIONS) as pool,
    ):
        tolls = list(pool.map(lambda n: _station(home, n + 1, each[n]), range(STATIONS)))
        surplus = _surplus(home)
    lost = sum(toll.lost for toll in tolls) + max(0, -surplus)
    doubled, gaps = max(0, surplus), sum(toll.gaps for toll in tolls)
    show(
        f"{kills} x kill -9 while scanning, {STATIONS} stations",
        [
            "acknowledged",
            "lost",
            "doubled",
            "durable, not yet acknowledged",
            "gaps",
            "open again, ms p50",
            "s",
        ],
        [
            [
                str(sum(toll.acknowledged for toll in tolls)),
                str(lost),
                str(doubled),
                str(sum(toll.extra for toll in tolls)),
                str(gaps),
                spread([ms for toll in tolls for ms in toll.opens])[0],
                f"{time.perf_counter() - began:.0f}",
            ]
        ],
    )
    return int(bool(lost or doubled or gaps))


def _station(home: Home, number: int, kills: int) -> Toll:
    dice = random.Random(20260101 + number)
    toll, file = Toll(), home.station_file(f"P{number}")
    begin = ["scan " + stage.BADGE, f"scan SO-{number}", "scan " + stage.BIN]
    _run(home.root, number, begin, None)
    before = _facts(file)
    for _ in range(kills):
        seen, opened = _run(home.root, number, None, dice.uniform(0.0, MOST_S))
        toll.opens.append(opened)
        now = _facts(file)
        toll.acknowledged += seen
        toll.lost += max(0, seen - (now - before))
        toll.extra += max(0, now - before - seen)
        before = now
    _run(home.root, number, [], None)  # what the last life did not send is sent
    toll.gaps = _gaps(file)
    return toll


def _surplus(home: Home) -> int:
    """Units at the centre more than in the journals."""
    there = _facts(Path(home.centre_url.removeprefix("sqlite:")), "event")
    return there - sum(_facts(home.station_file(f"P{n + 1}")) for n in range(STATIONS))


def _run(
    home: Path, number: int, lines: list[str] | None, kill_after_s: float | None
) -> tuple[int, float]:
    """Feed a station; lines None: the same item again and again until it is killed.

    Returns the acknowledged scans, and milliseconds from start to the first answer.
    """
    words = ["--home", str(home), "replay", "-", "--station", f"P{number}"]
    command = [sys.executable, "-m", "app", *words]
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        if lines is not None:
            child.communicate("\n".join(lines) + "\n", timeout=60)
            return len(lines), 0.0
        seen, first, deadline = 0, 0.0, 0.0
        while True:
            child.stdin.write("scan $barcode\n")
            answer = json.loads(child.stdout.readline())
            assert answer["outcome"]["kind"] == "unit_picked", answer
            seen += 1
            if not first:
                first = (time.perf_counter() - began) * 1000
                deadline = time.perf_counter() + (kill_after_s or 0.0)
            if time.perf_counter() >= deadline:
                child.stdin.write("scan $barcode\n")  # on its way when the axe falls
                time.sleep(random.random() * 0.01)
                child.send_signal(signal.SIGKILL)
                seen += sum(1 for line in child.stdout if line.endswith("}\n"))
                return seen, first


def _facts(path: Path, table: str = "journal") -> int:
    """Units picked."""
    query = f"SELECT count(*) FROM {table} WHERE kind = 'unit_picked'"
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute(query).fetchone()[0])


def _gaps(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        low, high, count = db.execute("SELECT min(seq), max(seq), count(*) FROM journal").fetchone()
    return int(high - low + 1 - count)
