"""The state machine on both databases. That it finds bugs is shown in test_planted_bugs."""

from __future__ import annotations

import os

import pytest

from app.sync.centre import SqlCentre
from tests.conftest import StrayLogs
from tests.integration.sync.machine import Warehouse
from tests.integration.sync.search import run


@pytest.fixture(autouse=True)
def quarrels(stray_logs: StrayLogs) -> None:
    """Fenced twins and gaps are what is tried here."""
    stray_logs.expected.add("app.sync.worker")


# The same runs everywhere; PACKBENCH_SEED=N goes where nobody has been.
SEED = int(os.environ.get("PACKBENCH_SEED", "1"))


def test_nothing_is_lost_doubled_or_shown_wrong() -> None:
    run(Warehouse, examples=40, first=SEED)


@pytest.mark.postgres
def test_nothing_is_lost_doubled_or_shown_wrong_on_postgres(postgres_url: str) -> None:
    class OnPostgres(Warehouse):
        url = postgres_url

    SqlCentre.open(postgres_url, None).close()  # type: ignore[arg-type]  # only the schema
    run(OnPostgres, examples=5, first=SEED)
