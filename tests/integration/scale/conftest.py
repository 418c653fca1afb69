"""A PostgreSQL centre with a past: thousands of finished orders, a few open ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
import sqlalchemy as sa

from app.store.database import open_centre
from benchmarks.bulk_load import load
from benchmarks.centre_scale import station_url
from tests.helpers.model import START
from tests.helpers.postgres import Server, postgres_server

__all__ = ["postgres_server"]

ORDERS = 6000
_numbers = count(1)


@pytest.fixture(scope="session")
def loaded_url(postgres_server: Server) -> str:
    """Its statistics are up to date."""
    url = postgres_server.database()
    load(url, ORDERS, end=START, products=200)
    return url


@pytest.fixture
def owner(loaded_url: str) -> Iterator[sa.Engine]:
    engine = open_centre(loaded_url)
    yield engine
    engine.dispose()


@pytest.fixture
def origin() -> str:
    return f"T{next(_numbers)}"


@pytest.fixture
def engine(loaded_url: str, origin: str) -> Iterator[sa.Engine]:
    """As the login of this station, whose rows the policies hold."""
    engine = open_centre(station_url(loaded_url, origin))
    yield engine
    engine.dispose()
