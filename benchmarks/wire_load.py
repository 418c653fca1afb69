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

from app.sync.wake import CHANNEL
from benchmarks import postgres


@dataclass(frozen=True)
class Scripts:
    """What each station says, by name.

    cursor: where the first pull begins. texts: text -> variable.

    The hint after a push has a script of its own: who gives it waits a moment, and that is no part
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
    """Pushes once a second and pulls `pulls_s` times a second for each station."""

    def __init__(
        self, url: str, scripts: Scripts, stations: int, seconds: float, pulls_s: float
    ) -> None:
        self._address = sa.make_url(url)
        self._scripts = scripts
        self._stations = stations
        self._seconds = seconds
        self._pulls_s = pulls_s
        self._folder = Path(tempfile.mkdtemp(prefix="pgbench"))
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        rates = {name: float(self._stations) for name in self._scripts.scripts}
        rates["pull"] *= self._pulls_s
        for name, text in self._scripts.scripts.items():
            script = self._folder / f"{name}.sql"
            script.write_text(text, encoding="utf-8")
            self._running[name] = self._start(name, script, rates[name])
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._running.values():
            process.kill()
            process.wait()
        shutil.rmtree(self._folder)

    def _start(self, name: str, script: Path, rate: float) -> subprocess.Popen[bytes]:
        program = pgbench()
        assert program is not None
        words = ["--no-vacuum", "--client", str(self._stations), "--jobs", "1"]
        words += ["--rate", f"{rate:.0f}", "--time", f"{self._seconds:.0f}", "--log"]
        words += ["--log-prefix", str(self._folder / name), "--file", str(script)]
        words += ["--define", "seq=2", "--define", f"snapshot={self._scripts.cursor}"]
        words += ["--protocol", "prepared"]
        for text, variable in self._scripts.texts.items():
            words += ["--define", f"{variable}={text}"]
        words += ["--host", str(self._address.query["host"]), "--username", "postgres"]
        with (self._folder / f"{name}.txt").open("wb") as out:
            return subprocess.Popen(
                [str(program), *words, str(self._address.database)],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                env={"PATH": os.environ["PATH"], "PGPORT": "5432"},
            )

    def wait(self) -> Result:
        """Until both have ended. Raises RuntimeError with what pgbench says where it could not."""
        for name, process in self._running.items():
            if process.wait():
                raise RuntimeError((self._folder / f"{name}.txt").read_text()[-2000:])
        return Result(self._times("push"), self._times("pull"), self._aborted())

    def _times(self, name: str) -> list[float]:
        """Third field of a line: microseconds from the beginning; the sixth: how late it began."""
        found = []
        for path in self._folder.glob(f"{name}.[0-9]*"):
            for line in path.read_text().splitlines():
                words = line.split()
                if words[2].isdigit():
                    found.append(int(words[2]) / 1000)
        return found

    def _aborted(self) -> int:
        texts = [(self._folder / f"{name}.txt").read_text() for name in self._running]
        return sum(text.count("aborted") for text in texts)


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
