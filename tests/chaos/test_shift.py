"""Real stations, a real PostgreSQL, and every kind of outage: nothing is lost, nothing doubles."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest

from tests.chaos.cluster import cluster
from tests.chaos.nemesis import SHARES
from tests.chaos.shift import play
from tests.conftest import StrayLogs

pytestmark = pytest.mark.postgres
# The driver and the pool say it in their own logs when a connection breaks under them.
BROKEN_LINES = ("psycopg", "sqlalchemy.pool.impl.QueuePool")


@pytest.fixture
def seed() -> int:
    """CHAOS_SEED plays a failed shift again, as far as threads allow."""
    given = os.environ.get("CHAOS_SEED")
    return int(given) if given else random.SystemRandom().randrange(1_000_000)


def test_a_shift_with_every_kind_of_outage(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch, stray_logs: StrayLogs
) -> None:
    monkeypatch.setattr("app.sync.thread.CALL_S", 1.0)
    monkeypatch.setattr("app.sync.thread.BACKOFF_S", (0.1, 0.3, 0.5))
    stray_logs.expected.update(BROKEN_LINES)
    sys.stdout.write(f"CHAOS_SEED={seed}\n")
    with cluster() as server:
        report = play(server, tmp_path, seed=seed, stations=3, orders=60, seconds=12, deaf_s=2.5)
    sys.stdout.write(report.text())
    assert not report.findings.broken, report.text()
    assert set(report.faults) == set(SHARES)
    assert report.packed > 0
    assert report.findings.facts > report.inputs // 4
