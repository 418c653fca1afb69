"""A station killed in mid-sync has lost nothing it acknowledged, and the centre doubles nothing."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.chaos import killed
from tests.chaos.cluster import cluster

KILLS = 15

if sys.platform == "win32":
    pytest.skip("nothing is forked there", allow_module_level=True)


@pytest.mark.postgres
def test_nothing_is_lost_or_doubled_by_kill_9_in_mid_sync(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(1_000_000)
    sys.stdout.write(f"seed {seed}\n")
    with cluster() as server:
        loss = killed.run(tmp_path, server.url, kills=KILLS, dice=random.Random(seed))
    assert (loss.lost, loss.doubled) == (0, 0), loss
    assert loss.acknowledged >= KILLS
