"""Two stations work on one order offline; the one whose facts arrive second is told and stops."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.outcome import outcome
from app.station.news.outcome import FromCentre
from tests.helpers.scenario import Scene

SITE = """\
given product MUG barcode=9521321000001 weight=340
given bin A-01-1 walk=1
given stock A-01-1 MUG 20
given carton BOX-S 250x200x150 tare=140
given operator 11 badge=B-ANN
given order SO-1 lines=2xMUG
scan B-ANN -> signed_in
"""
PICKED = """\
scan SO-1 -> order_opened
scan A-01-1 -> bin_ok
scan 9521321000001 -> unit_picked
scan 9521321000001 -> line_picked
scan T-1 -> order_picked
"""
PACKED = """\
scan T-1 -> order_opened
press OK -> carton_chosen
scan 9521321000001 -> unit_packed
scan 9521321000001 -> parcel_closed
scan 00$sscc -> order_packed
"""


@pytest.fixture
def benches(tmp_path: Path) -> Iterator[tuple[Scene, Scene]]:
    first, second = Scene(tmp_path, name="P1"), Scene(tmp_path, name="P2")
    assert first.run(SITE) == []
    assert second.run("scan B-ANN -> signed_in") == []
    yield first, second
    first.close()
    second.close()


def told(scene: Scene) -> object:
    assert scene.bench is not None
    return scene.bench.answers[-1].outcome


def test_a_packer_stops_and_leaves(benches: tuple[Scene, Scene]) -> None:
    first, second = benches
    assert first.run(PICKED) == []
    assert second.run("scan T-99 -> tote_empty\noffline") == []
    begun = "scan T-1 -> order_opened\npress OK -> carton_chosen\nscan 9521321000001 -> unit_packed"
    assert second.run(begun) == []
    assert first.run(PACKED) == []
    second.do("online", 1)
    assert told(second) == outcome(FromCentre.DONE_ELSEWHERE, order="SO-1")
    after = """\
scan 9521321000001 -> answer_first state=stopped
press OK -> cleared screen=home
"""
    assert second.run(after) == []


def test_a_picker_is_told(benches: tuple[Scene, Scene]) -> None:
    first, second = benches
    begun = "offline\nscan SO-1 -> order_opened\nscan A-01-1 -> bin_ok"
    assert second.run("scan T-99 -> tote_empty") == []
    assert second.run(begun) == []
    assert first.run(PICKED) == []
    second.do("online", 1)
    assert told(second) == outcome(FromCentre.DONE_ELSEWHERE, order="SO-1")


def test_the_station_that_did_it_is_not_told(benches: tuple[Scene, Scene]) -> None:
    first, _ = benches
    assert first.run("offline\n" + PICKED + PACKED + "online") == []
    assert first.run("scan SO-1 -> already_packed") == []
