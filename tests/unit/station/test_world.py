"""What the rules ask of a bench's file: numbers for boxes, and lists that are kept while they hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.commands import Command
from app.errors import StorageFault
from app.station.messages import Press
from tests.conftest import StrayLogs
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, MUG, said


@pytest.fixture
def packing(scene: Scene) -> Scene:
    """The order is picked, and no box is open."""
    walk = ("scan SO-2", "scan A-01-1", f"scan {MUG}", "scan T-2", "scan T-2")
    assert said(scene, f"scan {ANN}", *walk)[-1] == "order_opened"
    return scene


def test_one_turn_that_opens_two_boxes_gets_two_numbers(scene: Scene) -> None:
    assert scene.bench is not None
    world = scene.bench.station.world
    first, second = world.take_sscc(), world.take_sscc()
    assert int(second[:-1]) == int(first[:-1]) + 1


def test_a_number_is_used_by_the_turn_that_took_it(packing: Scene) -> None:
    assert packing.bench is not None
    file = packing.bench.file
    before = file.meta.sscc_next
    assert said(packing, "press OK") == ["carton_chosen"]
    assert file.meta.sscc_next == before + 1
    assert said(packing, f"scan {MUG}") == ["parcel_closed"]
    assert file.meta.sscc_next == before + 1, "a label takes none"


def test_a_turn_that_is_not_stored_has_used_no_number(
    packing: Scene, monkeypatch: pytest.MonkeyPatch, stray_logs: StrayLogs
) -> None:
    assert packing.bench is not None
    stray_logs.expected.add("app.station.engine")
    file, station = packing.bench.file, packing.bench.station
    before = file.meta.sscc_next

    def full(*_args: Any, **_words: Any) -> None:
        raise StorageFault("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(file, "record", full)
        station.handle(Press(Command.OK))
    assert station.outcome is not None and station.outcome.kind.value == "not_stored"
    assert said(packing, "press OK") == ["carton_chosen"]
    assert file.meta.sscc_next == before + 1, "it was given again"
    assert station.session.task is not None
    assert packing.bench.station.world.parcel(station.session.task.box) is not None


def test_without_numbers_no_box_is_opened(packing: Scene) -> None:
    assert packing.bench is not None
    file = packing.bench.file
    file.keep(replace(file.meta, sscc_end=file.meta.sscc_next))
    packing.bench.online = False
    assert said(packing, "press OK") == ["no_numbers"]


def test_a_trainee_is_known_by_the_role(scene: Scene) -> None:
    said(scene, "given operator 15 badge=B-NEW-1 roles=picker,trainee", "wait 1", f"scan {ANN}")
    assert scene.bench is not None
    assert not scene.bench.station.world.in_training
    said(scene, "scan B-NEW-1")
    assert scene.bench.station.world.in_training
