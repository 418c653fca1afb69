"""The simulated person finds the way on where a label was printed a second time."""

from __future__ import annotations

from app.demo.operator import SimulatedOperator
from app.station.pack.view import PackView
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, MUG, PICK_SO_2, said, shown

TO_THE_LABEL = ("scan T-2", "press OK", f"scan {MUG}")


def test_the_copy_that_is_asked_for_is_scanned(scene: Scene) -> None:
    person = SimulatedOperator(ANN, mistakes=False)
    said(scene, f"scan {ANN}", *PICK_SO_2, *TO_THE_LABEL, "press PRINT", "press N1")
    answers: list[str] = []
    for _ in range(2):
        act = person.next(shown(scene, PackView))
        assert act is not None
        answers += said(scene, f"scan {act.code}")
    assert answers == ["copy_needed", "order_packed"]
