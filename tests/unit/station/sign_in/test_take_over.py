"""A supervisor takes an order from another station; that station is told and stops."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.store.centre.tables import claim
from app.store.database import open_centre
from tests.helpers.scenario import Scene

SITE = """\
given product MUG barcode=9521321000001 weight=340
given bin A-01-1 walk=1
given stock A-01-1 MUG 20
given carton BOX-S 250x200x150 tare=140
given operator 11 badge=B-ANN
given operator 90 badge=B-BOSS roles=supervisor
given order SO-1 lines=2xMUG
scan B-ANN -> signed_in
scan SO-1 -> order_opened
scan A-01-1 -> bin_ok
scan 9521321000001 -> unit_picked
scan 9521321000001 -> line_picked
scan T-1 -> order_picked
scan T-1 -> order_opened
press OK -> carton_chosen
scan 9521321000001 -> unit_packed
"""


@pytest.fixture
def benches(tmp_path: Path) -> Iterator[tuple[Scene, Scene]]:
    """The order is open at the first one."""
    first, second = Scene(tmp_path, name="P1"), Scene(tmp_path, name="P2")
    assert first.run(SITE) == []
    yield first, second
    first.close()
    second.close()


def test_a_packer_cannot_take_an_order_from_another_station(benches: tuple[Scene, Scene]) -> None:
    lines = "scan B-ANN -> signed_in\nscan T-1 -> order_taken station=P1\nscan T-1 -> order_taken"
    assert benches[1].run(lines) == []


def test_a_supervisor_takes_an_order_by_a_second_scan(benches: tuple[Scene, Scene]) -> None:
    first, second = benches
    lines = """\
scan B-BOSS -> signed_in
scan T-1 -> take_order_asked station=P1
scan T-1 -> taken_over order=SO-1
scan T-1 -> order_opened screen=pack
scan 9521321000001 -> parcel_closed
"""
    assert second.run(lines) == []
    heard = "scan T-99 -> tote_empty\nscan 9521321000001 -> answer_first state=stopped"
    assert first.run(heard) == []
    assert first.run("press OK -> cleared screen=home\nscan T-1 -> order_taken station=P2") == []


def test_another_scan_between_forgets_the_question(benches: tuple[Scene, Scene]) -> None:
    lines = """\
scan B-BOSS -> signed_in
scan T-1 -> take_order_asked
press HOME -> cleared
scan T-1 -> take_order_asked
"""
    assert benches[1].run(lines) == []


def test_what_is_open_at_a_restart_is_claimed_again(tmp_path: Path) -> None:
    """It was opened while the centre was away, and the wish went with the program."""
    scene = Scene(tmp_path)
    assert scene.run("\n".join(SITE.splitlines()[:8])) == []
    scene.do("offline", 1)
    assert scene.run("scan SO-1 -> order_opened") == []
    engine = open_centre(scene.plan.centre_url)
    with engine.begin() as db:
        db.execute(claim.delete())
    scene.do("restart", 2)
    scene.do("online", 3)
    with engine.begin() as db:
        assert [row.order_id for row in db.execute(sa.select(claim))] == ["shop:SO-1"]
    engine.dispose()
    scene.close()
