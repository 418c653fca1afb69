"""Many stations' worth of load: pgbench pushes and pulls, one process listens for all."""

from __future__ import annotations

import os
import selectors
import shutil
import subprocess
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import psycopg
import sqlalchemy as sa

from app.clock import SystemClock
from app.sync.wake import CHANNEL
from benchmarks import postgres


@dataclass(frozen=True)
class Scripts:
    """What each station says, by name.

    cursor: where the first pull begins. texts: text -> variable.

    The hint after a push is a script of its own: who gives it waits a moment, and that is no part
    of the push.
    """

    scripts: dict[str, str]
    cursor: str
    texts: dict[str, str]


@dataclass
class Result:
    """Milliseconds of each transaction, from the moment it was due. failed: that ended in error."""

    pushes: list[float] = field(default_factory=list)
    pulls: list[float] = field(default_factory=list)
    failed: int = 0


def pgbench() -> Path | None:
    folder = postgres.binaries()
    found = folder / "pgbench" if folder else None
    return found if found and found.exists() else None


class Pgbench:
    """Pushes once a second and pulls `pulls_s` times a second for each station, by one connection
    of its own, as the program does.

    warm_up_s: all connect and prepare at once in the beginning; so long nothing counts.
    """

    def __init__(
        self,
        url: str,
        scripts: Scripts,
        stations: int,
        seconds: float,
        *,
        pulls_s: float,
        warm_up_s: float,
    ) -> None:
        self._address = sa.make_url(url)
        self._scripts = scripts
        self._stations = stations
        self._seconds = seconds
        self._warm = SystemClock().now().timestamp() + warm_up_s
        self._shares = dict.fromkeys(scripts.scripts, 1.0) | {"pull": pulls_s}
        self._folder = Path(tempfile.mkdtemp(prefix="pgbench"))
        self._running: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        program = pgbench()
        assert program is not None
        rate = self._stations * sum(self._shares.values())
        words = ["--no-vacuum", "--client", str(self._stations), "--jobs", "1"]
        words += ["--rate", f"{rate:.0f}", "--time", f"{self._seconds:.0f}", "--log"]
        words += ["--log-prefix", str(self._folder / "log"), "--protocol", "prepared"]
        for name, text in self._scripts.scripts.items():
            script = self._folder / f"{name}.sql"
            script.write_text(text, encoding="utf-8")
            words += ["--file", f"{script}@{100 * self._shares[name]:.0f}"]
        words += ["--define", "seq=2", "--define", f"snapshot={self._scripts.cursor}"]
        for text, variable in self._scripts.texts.items():
            words += ["--define", f"{variable}={text}"]
        words += ["--host", str(self._address.query["host"]), "--username", "postgres"]
        with (self._folder / "said.txt").open("wb") as out:
            self._running = subprocess.Popen(
                [str(program), *words, str(self._address.database)],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                env={"PATH": os.environ["PATH"], "PGPORT": "5432"},
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self._running is not None:
            self._running.kill()
            self._running.wait()
        shutil.rmtree(self._folder)

    def wait(self) -> Result:
        """Until it has ended. Raises RuntimeError with what pgbench says where it could not."""
        assert self._running is not None
        if self._running.wait():
            raise RuntimeError(self._said()[-2000:])
        times = self._times()
        return Result(times["push"], times["pull"], self._said().count("aborted"))

    def _said(self) -> str:
        return (self._folder / "said.txt").read_text()

    def _times(self) -> dict[str, list[float]]:
        """Of a line the third field: microseconds from the moment it was due; the fourth: whose;
        the fifth: when it ended, in seconds of the clock.
        """
        found: dict[str, list[float]] = {name: [] for name in self._shares}
        names = list(self._shares)
        for path in self._folder.glob("log.[0-9]*"):
            for line in path.read_text().splitlines():
                words = line.split()
                if words[2].isdigit() and int(words[4]) > self._warm:
                    found[names[int(words[3])]].append(int(words[2]) / 1000)
        return found


def listen(url: str, stations: int, until: float) -> int:
    """So many connections that hear every hint; how many hints came. until: monotonic."""
    address = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    count = 0
    with ExitStack() as stack, selectors.DefaultSelector() as ready:
        for _ in range(stations):
            db = stack.enter_context(psycopg.connect(address, autocommit=True))
            db.execute(f"LISTEN {CHANNEL}")
            ready.register(db.fileno(), selectors.EVENT_READ, db)
        while (left := until - time.monotonic()) > 0:
            for key, _ in ready.select(left):
                line = key.data.pgconn
                line.consume_input()
                while line.notifies() is not None:
                    count += 1
    return count
