"""What the view of moving goods says, and which of its buttons do something."""

from __future__ import annotations

import pytest

from app.domain.commands import Command
from app.domain.rows.tasks import FloorTask, TaskKind, task_id, wanted
from app.domain.stock import Status, StockKey
from app.station.home.view import HomeView
from app.station.move.view import GoodsRow, JobRow, MovedRow, MoveView
from tests.helpers.scenario import START, Scene
from tests.unit.station.conftest import ANN, MUG, said, shown

C = Command


def view(scene: Scene, *lines: str) -> MoveView:
    said(scene, *lines)
    return shown(scene, MoveView)


def lit(shown_: MoveView) -> set[Command]:
    return {action.command for action in shown_.frame.actions if action.enabled}


@pytest.fixture
def ann(scene: Scene) -> Scene:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


def test_from_the_bin_to_what_was_moved(ann: Scene) -> None:
    opened = view(ann, "press MOVE")
    assert (opened.bin, opened.here, lit(opened)) == ("", (), {C.CLEAR})
    before = view(ann, "scan A-01-1")
    assert (before.bin, before.hand) == ("A-01-1", ())
    (row,) = [one for one in before.here if one.sku == "MUG"]
    taken = view(ann, "press 3", f"scan {MUG}")
    assert taken.hand == (GoodsRow("MUG", row.name, 3),)
    assert (taken.units, taken.line.done if taken.line else 0) == (3, 3)
    assert lit(taken) == {C.UNDO, C.CLEAR, C.STATUS}
    done = view(ann, "scan A-02-1")
    assert done.finished == (MovedRow("A-01-1", "A-02-1", 3),)
    assert lit(done) == {C.UNDO, C.CLEAR}


def test_a_change_of_status_is_chosen_from_lists(ann: Scene) -> None:
    asked = view(ann, "press MOVE", "scan A-01-1", f"scan {MUG}", "press STATUS")
    assert asked.statuses[:3] == (Status.HOLD, Status.QUALITY, Status.DAMAGED)
    why = view(ann, "press 1")
    assert (why.statuses, len(why.reasons), why.into) == ((), 2, Status.HOLD)
    place = view(ann, "press 1")
    assert (place.reasons, lit(place)) == ((), {C.UNDO, C.CLEAR, C.OK})
    done = view(ann, "press OK")
    assert done.finished == (MovedRow("A-01-1", "A-01-1", 1, Status.HOLD),)
    again = view(ann, "scan A-01-1", f"scan {MUG}")
    assert [row.status for row in again.which] == [Status.AVAILABLE, Status.HOLD]


def test_tasks_that_wait_are_counted_at_home_and_listed(ann: Scene) -> None:
    assert ann.bench is not None
    assert shown(ann, HomeView).tasks == 0
    task = FloorTask(
        task_id(TaskKind.REPLENISH, "A-01-1", "MUG"),
        TaskKind.REPLENISH,
        "A-02-1",
        "A-01-1",
        StockKey("MUG"),
        6,
        priority=100,
    )
    ann.bench.file.record(None, [wanted(task)], at=START)
    said(ann, "press OK")
    assert shown(ann, HomeView).tasks == 1
    opened = view(ann, "press MOVE")
    assert [(one.source, one.target, one.units, one.urgent) for one in opened.waiting] == [
        ("A-02-1", "A-01-1", 6, True)
    ]
    assert C.NEXT in lit(opened)
    begun = view(ann, "press NEXT")
    assert isinstance(begun.job, JobRow)
    assert (begun.waiting, begun.job.sku) == ((), "MUG")
