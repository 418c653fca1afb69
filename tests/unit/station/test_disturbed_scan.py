"""A scan that was cut leaves no number behind: its first digits may have been taken for one."""

from __future__ import annotations

import pytest

from app.device_api import Scan, ScanDefect
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, MUG, said

PICKING = (f"scan {ANN}", "given order SO-3 lines=5xMUG", "scan SO-3", "scan A-01-1")
COUNTING = (f"scan {ANN}", "press COUNT", "scan A-01-1")


def typed(scene: Scene) -> object:
    assert scene.bench is not None
    return getattr(scene.bench.station.session.task, "typed", None)


def disturbed(scene: Scene, text: str, defect: ScanDefect) -> None:
    assert scene.bench is not None
    station = scene.bench.station
    station.handle(Scan(text, "", "wedge", station.clock.now(), defect))


@pytest.mark.parametrize("way", [PICKING, COUNTING], ids=["pick", "count"])
@pytest.mark.parametrize("defect", list(ScanDefect))
def test_a_disturbed_scan_clears_the_number(
    scene: Scene, way: tuple[str, ...], defect: ScanDefect
) -> None:
    said(scene, *way)
    assert said(scene, "press 4") == ["digits"]
    assert typed(scene) == "4"
    disturbed(scene, "006381333931", defect)
    assert typed(scene) == ""


@pytest.mark.parametrize("code", ["9521321000009", "521321000", "NOBODY-KNOWS"])
def test_the_rest_of_a_code_clears_the_number(scene: Scene, code: str) -> None:
    said(scene, *PICKING, "press 4", f"scan {code}")
    assert typed(scene) == ""
    said(scene, f"scan {MUG}")
    assert scene.bench is not None
    picked = [f for f in scene.bench.file.history.facts_after(0, 99) if f.kind == "unit_picked"]
    assert [fact.body["quantity"] for fact in picked] == [1]


def test_a_bounce_of_the_trigger_keeps_the_number(scene: Scene) -> None:
    said(scene, *PICKING)
    assert scene.bench is not None
    station = scene.bench.station
    mug = Scan(MUG, "", "sim", station.clock.now())
    station.handle(mug)
    said(scene, "press 1")
    station.handle(mug)
    assert station.outcome is not None and station.outcome.kind.value == "repeat"
    assert typed(scene) == "1"


def test_a_disturbed_badge_leaves_no_staff_number(scene: Scene) -> None:
    said(scene, "press 4")
    disturbed(scene, "00123", ScanDefect.SPLIT)
    assert scene.bench is not None
    assert scene.bench.station.session.staff == ""


def test_a_disturbed_scan_empties_the_pin_pad(scene: Scene) -> None:
    said(scene, "press 1", "press 1", "press OK", "press 7")
    disturbed(scene, "7778888", ScanDefect.SPLIT)
    assert scene.bench is not None
    assert len(scene.bench.station._pin) == 0
    assert "7778888" not in repr(scene.bench.station.outcome)
