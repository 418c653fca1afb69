"""A centre on each database, with work in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.store import schema
from app.store.database import open_centre
from tests.helpers.model import START, Bench, Site
from tests.helpers.postgres import empty_postgres_url, postgres_server

__all__ = ["empty_postgres_url", "postgres_server"]

Benches = Callable[[str], Bench]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:{tmp_path / 'centre.db'}"
    return str(request.getfixturevalue("empty_postgres_url"))


@pytest.fixture
def engine(url: str) -> Iterator[sa.Engine]:
    """The centre, its schema made."""
    engine = open_centre(url)
    schema.upgrade(engine, "centre")
    yield engine
    engine.dispose()


@pytest.fixture
def site(engine: sa.Engine, url: str) -> Iterator[Site]:
    site = Site(url, ManualClock(START))
    yield site
    site.close()


@pytest.fixture
def bench(site: Site, tmp_path: Path) -> Iterator[Benches]:
    """A station by its name, opened on first use."""
    made: dict[str, Bench] = {}

    def one(name: str) -> Bench:
        if name not in made:
            made[name] = Bench(tmp_path / f"{name}.db", name, site)
        return made[name]

    yield one
    for bench in made.values():
        bench.close()
