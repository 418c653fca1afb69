"""Fixtures: one station with a few goods and people, driven by a script's lines or by messages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from app.domain.facts import Kind
from app.station import present
from app.store.station.values import IndexedRow, StoredRow
from app.sync.news import RowsPulled
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
ANN, BOB, SUE = "B-ANN-7f3a9c", "B-BOB-1c2d3e", "B-SUE-0f1e2d"
MUG, POT = "9521321000001", "9521321000018"
# Order SO-2, one mug, and SO-7, which is given here: into a tote, and from there into a box whose
# label is proven.
PICK_SO_2 = ("scan SO-2", "scan A-01-1", f"scan {MUG}", "scan T-2")
PACK_SO_2 = ("scan T-2", "press OK", f"scan {MUG}", "scan 00$sscc")
GIVE_SO_7 = "given order SO-7 lines=1xMUG"
PICK_SO_7 = (GIVE_SO_7, "scan SO-7", "scan A-01-1", f"scan {MUG}", "scan T-7")
PACK_SO_7 = ("scan T-7", "press OK", f"scan {MUG}", "scan 00$sscc")

V = TypeVar("V")


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
    outcomes = [scene.do(line).get("outcome") for line in lines]
    return [said["kind"] if said else "-" for said in outcomes]


def shown(scene: Scene, kind: type[V]) -> V:
    """What the bench shows now; it must be the view of this screen."""
    assert scene.bench is not None
    view = present.view(scene.bench.station._seen(), scene.bench.station._bench.table)
    assert isinstance(view, kind)
    return view


def pull(scene: Scene, *rows: IndexedRow) -> None:
    """The centre tells of these rows, in which all facts of this bench are applied."""
    assert scene.bench is not None
    scene.bench.go_offline()  # nothing else is heard
    applied = scene.bench.file.last_seq
    scene.bench.feed(RowsPulled(rows, last=True, full=False, cursor="c-9", applied=applied))


def gone(kind: Kind, name: str) -> IndexedRow:
    """A row that the centre does not have any more."""
    return IndexedRow(StoredRow(kind.value, name, None))


def at_another_bench(scene: Scene, badge: str, opened: str, *lines: str) -> None:
    """Somebody works at P2, which gets the order from this bench's reserve; this bench hears of it."""
    other = Scene(scene.home.root, name="P2")
    said(other, f"scan {badge}", opened)
    said(scene, "wait 1")
    said(other, "wait 1", *lines)
    assert other.bench is not None
    other.bench.leave()
    other.close()
    said(scene, "wait 5", "press OK")
