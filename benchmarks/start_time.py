"""Process start -> sign-in screen painted, offscreen; and the memory it takes then."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

from benchmarks.table import show, spread

RUNS = 7


def main(runs: int = RUNS) -> None:
    """Cold file cache is not forced: a bench's PC starts the same program every morning."""
    fresh: list[float] = []
    again: list[float] = []
    memory: list[float] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as home:
            for times in (fresh, again):
                began = time.perf_counter()
                with subprocess.Popen(
                    [sys.executable, "-m", "benchmarks.first_paint", home],
                    stdout=subprocess.PIPE,
                    text=True,
                    env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
                ) as program:
                    assert program.stdout is not None
                    assert program.stdout.readline().strip() == "painted"
                    times.append((time.perf_counter() - began) * 1000)
                    memory.append(int(program.stdout.read()) / 1024)
    rows = [
        ["empty home", str(runs), *spread(fresh)],
        ["known home", str(runs), *spread(again)],
    ]
    show("Start -> sign-in painted, ms", ["home", "runs", "p50", "p95", "p99", "most"], rows)
    print(f"  peak memory then: {max(memory):.0f} MB")
