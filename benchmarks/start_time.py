"""Process start -> sign-in screen painted, offscreen; and the memory it takes then."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

from benchmarks.table import show, spread

RUNS = 7
# The program itself, ended at its first painted view.
PROGRAM = """
import resource, sys
from pathlib import Path
from app.cli.bench import Plan
from app.cli.desktop import Desktop, Look
from app.clock import SystemClock
from app.config import Config
from app.paths import Home
home = Home(Path(sys.argv[1]))
home.ensure()
plan = Plan(home, "P1", Config(), home.centre_url, SystemClock())
desktop = Desktop(plan, (), Specs(("wedge",)), Look(offscreen=True, mute=True))
desktop.window.painted.connect(lambda _at: (print("painted", flush=True), desktop.app.quit()))
desktop.run()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main() -> None:
    """Cold file cache is not forced: a bench's PC starts the same program every morning."""
    fresh: list[float] = []
    again: list[float] = []
    memory: list[float] = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as home:
            for times in (fresh, again):
                began = time.perf_counter()
                with subprocess.Popen(
                    [sys.executable, "-c", PROGRAM, home],
                    stdout=subprocess.PIPE,
                    text=True,
                    env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
                ) as program:
                    assert program.stdout is not None
                    assert program.stdout.readline().strip() == "painted"
                    times.append((time.perf_counter() - began) * 1000)
                    memory.append(int(program.stdout.read()) / 1024)
    rows = [
        ["empty home", str(RUNS), *spread(fresh)],
        ["known home", str(RUNS), *spread(again)],
    ]
    show("Start -> sign-in painted, ms", ["home", "runs", "p50", "p95", "p99", "most"], rows)
    print(f"  peak memory then: {max(memory):.0f} MB")
