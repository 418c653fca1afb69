"""A station's file, closed at the end whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.store.station.file import StationFile
from tests.helpers.postgres import empty_postgres_url, postgres_server

__all__ = ["empty_postgres_url", "postgres_server"]

Reopen = Callable[[], StationFile]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "station-P1.db"


@pytest.fixture
def reopen(path: Path) -> Iterator[Reopen]:
    """The program ends and starts again; the first call starts it."""
    opened: list[StationFile] = []

    def again() -> StationFile:
        if opened:
            opened.pop().close()
        opened.append(StationFile.open(path, "P1"))
        return opened[-1]

    yield again
    for file in opened:
        file.close()


@pytest.fixture
def file(reopen: Reopen) -> StationFile:
    return reopen()
