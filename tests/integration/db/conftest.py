"""A centre on each database, with work in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.__main__ import main
from app.clock import ManualClock
from app.store import schema
from app.store.database import open_centre
from tests.helpers.model import START, Bench, Site
from tests.helpers.postgres import empty_postgres_url, postgres_server

__all__ = ["empty_postgres_url", "postgres_server"]

Benches = Callable[[str], Bench]
Db = Callable[..., dict[str, Any]]


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


@pytest.fixture
def db(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Db:
    """`packbench db WORDS --json`: its object; `code` has the exit code, `err` what it said."""

    def run(*words: str | Path) -> dict[str, Any]:
        capsys.readouterr()
        code = main(["--home", str(tmp_path / "home"), "db", *map(str, words), "--json"])
        said = capsys.readouterr()
        found: dict[str, Any] = json.loads(said.out)
        return found | {"code": code, "err": said.err}

    return run
