"""kill -9 at random moments while scanning: acknowledged facts that are gone afterwards."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from benchmarks import stage
from benchmarks.table import show, spread

KILLS = 200
MOST_S = 0.35


def main() -> None:
    """The child is `packbench replay -`; a printed line is an acknowledgement."""
    dice = random.Random(20260101)
    acknowledged = lost = extra = gaps = 0
    opens: list[float] = []
    with stage.site(lines=1, units=100_000) as home:
        _run(home.root, ["scan " + stage.BADGE, "scan SO-1", "scan " + stage.BIN], None)
        before = _facts(home.station_file("P1"))
        for _ in range(KILLS):
            seen, opened = _run(home.root, None, dice.uniform(0.0, MOST_S))
            opens.append(opened)
            now = _facts(home.station_file("P1"))
            acknowledged += seen
            lost += max(0, seen - (now - before))
            extra += max(0, now - before - seen)
            before = now
        gaps = _gaps(home.station_file("P1"))
    show(
        f"{KILLS} x kill -9 while scanning",
        ["acknowledged", "lost", "durable, not yet acknowledged", "gaps", "open again, ms p50"],
        [[str(acknowledged), str(lost), str(extra), str(gaps), spread(opens)[0]]],
    )


def _run(home: Path, lines: list[str] | None, kill_after_s: float | None) -> tuple[int, float]:
    """Feed a station; lines None: the same item again and again until it is killed.

    Returns the acknowledged scans, and milliseconds from start to the first answer.
    """
    command = [sys.executable, "-m", "app", "--home", str(home), "replay", "-"]
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


def _facts(path: Path) -> int:
    with sqlite3.connect(path) as db:
        count = db.execute("SELECT count(*) FROM journal WHERE kind = 'unit_picked'").fetchone()[0]
    db.close()
    return int(count)


def _gaps(path: Path) -> int:
    with sqlite3.connect(path) as db:
        low, high, count = db.execute("SELECT min(seq), max(seq), count(*) FROM journal").fetchone()
    db.close()
    return int(high - low + 1 - count)
