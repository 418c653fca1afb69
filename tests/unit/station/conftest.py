"""One station with a few goods and people, driven by lines or by messages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.scenario import Scene

GIVEN = """
given product MUG barcode=9521321000001 weight=340 count
given product POT barcode=9521321000018 weight=980
given bin A-01-1 walk=1
given bin A-02-1 walk=2
given stock A-01-1 MUG 20
given stock A-02-1 POT 5
given carton BOX-S 250x200x150 tare=140
given load L-1 carrier=DHL
given operator 11 badge=B-ANN-7f3a9c pin=77778888
given operator 12 badge=B-BOB-1c2d3e pin=12121212
given operator 13 badge=B-OFF-9e8d7c pin=13131313 disabled
given operator 14 badge=B-NOPIN-4b5a6c
given operator 90 badge=B-SUE-0f1e2d roles=supervisor
given order SO-1 lines=2xMUG,1xPOT
given order SO-2 lines=1xMUG
"""
ANN, BOB = "B-ANN-7f3a9c", "B-BOB-1c2d3e"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Scene]:
    """A station of which nothing is known yet."""
    made = Scene(tmp_path / "home")
    yield made
    made.close()


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a station that has pulled everything; copied for every test."""
    folder = tmp_path_factory.mktemp("furnished") / "home"
    made = Scene(folder)
    try:
        for line in GIVEN.strip().splitlines():
            made.do(line)
        made.open()
    finally:
        made.close()
    return folder


@pytest.fixture
def scene(furnished: Path, tmp_path: Path) -> Iterator[Scene]:
    shutil.copytree(furnished, tmp_path / "home")
    made = Scene(tmp_path / "home")
    made.open()
    yield made
    made.close()


def said(scene: Scene, *lines: str) -> list[str]:
    """The outcomes' kinds, "-" where nothing was said."""
    answers = [scene.do(line) for line in lines]
    return [answer["outcome"]["kind"] if answer["outcome"] else "-" for answer in answers]
