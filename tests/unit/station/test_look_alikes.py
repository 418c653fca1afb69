"""A bench that was told which products are mixed up shows the other one before the scan."""

from __future__ import annotations

import pytest

from app.domain.alarms import MixUp
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.sync.centre import SqlCentre
from app.sync.mixing import TELL
from app.sync.news import LookAlikes
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, MUG, POT, said
from tests.unit.station.test_what_a_turn_costs import cost_of, scan

WALK = ("scan SO-2", "scan A-01-1")


def view_of(scene: Scene) -> object:
    assert scene.bench is not None
    return scene.bench.answers[-1].view


def alike(scene: Scene) -> str | None:
    view = view_of(scene)
    assert isinstance(view, PickView | PackView)
    return view.alike.sku if view.alike is not None else None


def tell(scene: Scene, *pairs: MixUp) -> None:
    assert scene.bench is not None
    scene.bench.station.handle(LookAlikes(pairs))


def test_three_wrong_scans_teach_all_benches_and_this_one(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through the log, the centre and back; a refused scan itself tells nobody."""
    assert scene.bench is not None
    monkeypatch.setattr(SqlCentre, "_now", lambda _self, _db: scene.clock.now())
    said(scene, f"scan {ANN}", *WALK)
    assert alike(scene) is None
    for _ in range(3):
        assert said(scene, f"scan {POT}", "wait 3")[0] == "wrong_product"
    scene.do(f"wait {int(TELL.total_seconds())}")
    said(scene, f"scan {ANN}", "scan A-01-1")
    scene.bench.settle()
    said(scene, "scan A-01-1")
    assert alike(scene) == "POT"


def test_both_ways_and_only_until_it_is_taken_back(scene: Scene) -> None:
    said(scene, f"scan {ANN}", *WALK)
    tell(scene, MixUp("POT", "MUG", 3))
    said(scene, "scan A-01-1")
    view = view_of(scene)
    assert isinstance(view, PickView) and view.alike is not None
    assert (view.line.sku, view.alike.sku) == ("MUG", "POT")
    assert view.details()["alike"] == "POT"
    tell(scene)
    said(scene, "scan A-01-1")
    assert alike(scene) is None


def test_at_the_pack_too_but_not_where_the_order_has_both(scene: Scene) -> None:
    tell(scene, MixUp("MUG", "POT", 3))
    said(scene, f"scan {ANN}", *WALK, f"scan {MUG}", "scan T-2", "scan T-2", "press OK")
    view = view_of(scene)
    assert isinstance(view, PackView) and view.alike is not None
    assert view.details()["alike"] == "POT"


def test_not_where_the_order_has_both(scene: Scene) -> None:
    tell(scene, MixUp("MUG", "POT", 3))
    said(scene, f"scan {ANN}", "scan SO-1", "scan A-01-1", f"scan {MUG}", f"scan {MUG}", "scan T-1")
    said(scene, "scan A-02-1", f"scan {POT}", "scan T-1", "scan T-1", "press OK")
    assert isinstance(view_of(scene), PackView) and alike(scene) is None


def test_a_turn_with_a_look_alike_asks_the_file_nothing_more(scene: Scene) -> None:
    scene.do("given order SO-9 lines=9xMUG")
    said(scene, f"scan {ANN}", "scan SO-9", "scan A-01-1", f"scan {MUG}")
    plain = cost_of(scene, scan(scene, MUG))
    tell(scene, MixUp("MUG", "POT", 3))
    said(scene, f"scan {MUG}")
    shown = cost_of(scene, scan(scene, MUG))
    assert alike(scene) == "POT"
    assert shown.statements == plain.statements
    assert shown.views == 1
