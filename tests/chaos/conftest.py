"""A server that may be killed, with a new centre for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.chaos.cluster import Cluster, new_centre
from tests.conftest import StrayLogs
from tests.helpers.postgres import Server, running

# The driver and the pool say it in their own logs when a connection breaks under them.
BROKEN_LINES = ("psycopg", "sqlalchemy.pool.impl.QueuePool")


@pytest.fixture(autouse=True)
def broken_lines(stray_logs: StrayLogs) -> None:
    stray_logs.expected.update(BROKEN_LINES)


@pytest.fixture(scope="session")
def mortal() -> Iterator[Server]:
    """Alive again at the end of every test that kills it."""
    with running() as server:
        yield server


@pytest.fixture
def centre(mortal: Server) -> Cluster:
    return new_centre(mortal)
