"""A centre on each database, and origins that speak to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.clock import ManualClock
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from tests.helpers.model import START
from tests.helpers.postgres import centre_template, postgres_server, postgres_url

__all__ = ["centre_template", "postgres_server", "postgres_url"]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:{tmp_path / 'centre.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def clock() -> ManualClock:
    """The SQLite centre's time; PostgreSQL has its own."""
    return ManualClock(START)


@pytest.fixture
def connect(url: str, clock: ManualClock) -> Iterator[Callable[[], SqlCentre]]:
    """Another connection to the centre; all are closed at the end."""
    opened: list[SqlCentre] = []

    def one() -> SqlCentre:
        opened.append(SqlCentre.open(url, clock))
        return opened[-1]

    yield one
    for centre in opened:
        centre.close()


@pytest.fixture
def centre(connect: Callable[[], SqlCentre]) -> SqlCentre:
    return connect()


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Callable[[str], StationFile]]:
    """A station's file by its name, opened on first use."""
    files: dict[str, StationFile] = {}

    def one(name: str) -> StationFile:
        if name not in files:
            files[name] = StationFile.open(tmp_path / f"{name}.db", name)
        return files[name]

    yield one
    for file in files.values():
        file.close()
