"""A station's disk is full, and stations' clocks are wrong by a day, while people work."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.clock import SystemClock
from app.domain.facts import Kind
from app.domain.outcome_anywhere import Anywhere
from app.sync.centre import SqlCentre
from tests.chaos import invariants
from tests.chaos.benches import Watched, benches
from tests.chaos.cluster import Cluster
from tests.chaos.work import more_facts, must_hold, people
from tests.conftest import StrayLogs
from tests.helpers.program import wait_until

pytestmark = pytest.mark.postgres

# --- the disk ------------------------------------------------------------------------------------


class NoMorePages:
    """SQLite itself says that the disk is full; works for everybody."""

    def __init__(self, folder: Path) -> None:
        """Nothing has to be made."""

    def fill(self, desk: Watched) -> None:
        def no_more(engine: sa.Engine) -> None:
            with engine.connect() as db:
                pages = db.exec_driver_sql("PRAGMA page_count").scalar_one()
                db.exec_driver_sql(f"PRAGMA max_page_count={pages}")

        desk.between(no_more)

    def free(self, desk: Watched) -> None:
        def enough(engine: sa.Engine) -> None:
            with engine.connect() as db:
                db.exec_driver_sql("PRAGMA max_page_count=1000000")

        desk.between(enough)

    def close(self) -> None:
        """Nothing is left."""


class SmallDisk:
    """A file system of its own, for root."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        words = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
        if os.geteuid() or subprocess.run(words, capture_output=True, check=False).returncode:
            pytest.skip("file systems cannot be mounted here")
        self._folder = folder
        self._filler = folder / "filler"

    def fill(self, _desk: Watched) -> None:
        with self._filler.open("wb", buffering=0) as raw:
            try:
                while raw.write(b"x" * 4096):
                    pass
            except OSError:
                return

    def free(self, _desk: Watched) -> None:
        self._filler.unlink()

    def close(self) -> None:
        subprocess.run(["umount", "--lazy", self._folder], check=True)


Disk = NoMorePages | SmallDisk


@pytest.fixture(params=[NoMorePages, SmallDisk])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """Under the first bench's home."""
    found = request.param(tmp_path / "P1")
    yield found
    found.close()


def test_a_disk_is_full_in_mid_shift(
    centre: Cluster, tmp_path: Path, disk: Disk, stray_logs: StrayLogs
) -> None:
    # A full disk is written into the log, too.
    stray_logs.expected.update(("app.station.engine", "app.station.desk"))
    with benches(centre, tmp_path, count=2, orders=60) as floor:
        desk, other = floor.desks
        assert isinstance(desk, Watched)
        with people(floor):
            more_facts(floor.desks, 30)
            disk.fill(desk)
            wait_until(lambda: desk.said[Anywhere.NOT_STORED], "an input that finds no room")
            before = other.promises.last_seq
            wait_until(lambda: other.promises.last_seq >= before + 10, "the other bench")
            refused = desk.said[Anywhere.NOT_STORED]
            disk.free(desk)
            safe = desk.promises.last_seq
            wait_until(lambda: desk.promises.last_seq >= safe + 10, "work that goes on")
        must_hold(floor, f"{type(disk).__name__}: {refused} inputs were refused")


# --- the clock -----------------------------------------------------------------------------------


def test_clocks_jump_by_a_day_in_mid_shift(centre: Cluster, tmp_path: Path) -> None:
    """A wrong clock is recorded as it was; nothing is put in order by it, no lease is lost."""
    with benches(centre, tmp_path, count=3, orders=60) as floor:
        with people(floor):
            more_facts(floor.desks, 30)
            for days in (1, -1, 0):
                floor.desks[0].clock.off = timedelta(days=days)
                floor.desks[1].clock.off = -timedelta(days=days)
                more_facts(floor.desks, 30)
        must_hold(floor, "two clocks jumped by a day, forward and back")
        jumps = Counter[str]()
        for desk in floor.desks:
            times = [fact.occurred_at for fact in invariants.facts_in(desk.path, desk.name)]
            jumps[desk.name] = sum(abs(b - a) > timedelta(hours=20) for a, b in pairwise(times))
        now, found = SystemClock().now(), invariants.centre_of(centre.url)
        assert max(abs(now - row.received_at) for row in found.events) < timedelta(hours=1)
        shown = timelines(centre, list(found.rows[Kind.ORDER]))
    sys.stdout.write(f"  jumps recorded: {dict(jumps)}; {shown} rows of timelines in sequence\n")
    assert jumps["P1"] == jumps["P2"] == 3
    assert jumps["P3"] == 0


def timelines(centre: Cluster, orders: list[str]) -> int:
    """Every order's history is shown as it happened at each station; how many rows that were."""
    asked = SqlCentre.open(centre.url, SystemClock())
    count = 0
    try:
        for order in orders:
            last: dict[str, int] = {}
            for row in asked.timeline(Kind.ORDER, order):
                assert last.get(row.fact.origin, 0) < row.fact.seq
                last[row.fact.origin] = row.fact.seq
                count += 1
    finally:
        asked.close()
    return count
