"""Tasks of the floor's queue that move goods."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind
from app.domain.move import jobs, prompt
from app.domain.move.outcome import MovePrompt, Moving
from app.domain.move.task import MoveTask
from app.domain.outcome import Outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.place import BinKind, PickFace
from app.domain.rows.tasks import FloorTask, TaskKind, TaskState, is_task, task_id
from app.domain.rows.things import Bin, BinStock
from app.domain.stock import StockKey
from app.domain.world import HitKind, Want
from tests.unit.domain.move.test_moving import MUG, depot, left, play, stock
from tests.unit.domain.world import FakeWorld, hit

C = Command
R1, A1, C9 = (hit(HitKind.BIN, code) for code in ("R1", "A1", "C9"))
POT = hit(HitKind.PRODUCT, "POT")


def job(target: str = "A1", source: str = "R1", **more: object) -> FloorTask:
    name = task_id(TaskKind.REPLENISH, target, "MUG")
    made = FloorTask(name, TaskKind.REPLENISH, source, target, StockKey("MUG"), 6)
    return replace(made, **more)  # type: ignore[arg-type]  # any field


def floor(*waiting: FloorTask) -> FakeWorld:
    world = depot()
    stock_here = (BinStock("MUG", 50), BinStock("POT", 5))
    world.put(Kind.BIN, "R1", Bin("R1", 40, stock=stock_here, kind=BinKind.RESERVE))
    place = world.bin("A1")
    assert place is not None
    world.put(Kind.BIN, "A1", replace(place, faces=(PickFace("MUG", 5, 30),)))
    for one in waiting:
        world.put(Kind.TASK, one.id, one)
    return world


def test_a_face_is_filled_by_its_task() -> None:
    world = floor(job())
    begun = play(world, C.NEXT)
    assert begun.outcome == Outcome(Moving.TASK_BEGUN, {"bin": "R1", "units": 6, "sku": "MUG"})
    assert [wish.want for wish in begun.wishes] == [Want.CLAIM]
    assert begun.wishes[0].subject == job().id
    row = world.task(job().id)
    assert row is not None
    assert (row.state, row.worked_by) == (TaskState.DOING, "P1")
    assert prompt.prompt(left(begun)) == (MovePrompt.GO_TO_SOURCE, {"bin": "R1"})
    at = play(world, R1, task=left(begun))
    assert prompt.prompt(left(at)) == (MovePrompt.TAKE_SO_MANY, {"sku": "MUG", "units": 6})
    taken = play(world, C.N6, MUG, task=left(at))
    assert prompt.prompt(left(taken)) == (MovePrompt.BRING_TO, {"bin": "A1", "units": 6})
    step = play(world, A1, task=left(taken))
    assert step.outcome == Outcome(Moving.TASK_IS_DONE, {"units": 6, "bin": "A1"})
    assert [fact.kind for fact in step.facts] == [FactKind.STOCK_MOVED, FactKind.TASK_DONE]
    assert step.facts[0].body["task"] == job().id
    assert (stock(world, "A1")[StockKey("MUG")], stock(world, "R1")[StockKey("MUG")]) == (26, 44)
    row = world.task(job().id)
    assert row is not None
    assert (row.state, row.units, left(step).job) == (TaskState.DONE, 6, None)


def test_the_most_urgent_one_is_next_and_of_these_the_nearest() -> None:
    far = job("A1")
    near = job("D1", "C9")
    urgent = job("B1", priority=100)
    world = floor(far, near)
    world.put(Kind.BIN, "C9", Bin("C9", 2, stock=(BinStock("MUG", 9),), kind=BinKind.RESERVE))
    assert left(play(world, C.NEXT)).job == near
    world.put(Kind.TASK, urgent.id, urgent)
    assert left(play(world, C.NEXT)).job == urgent


def test_what_another_bench_does_is_not_offered() -> None:
    world = floor(job(state=TaskState.DOING, worked_by="P2"))
    assert play(world, C.NEXT).outcome.kind is Moving.NO_TASK
    assert jobs.waiting(floor(job(kind=TaskKind.COUNT))) == ()


def test_only_its_own_bins_and_goods_are_taken() -> None:
    world = floor(job())
    begun = left(play(world, C.NEXT))
    wrong = play(world, C9, task=begun)
    assert wrong.outcome == Outcome(Moving.OTHER_SOURCE, {"bin": "C9", "wanted": "R1"})
    at = left(play(world, R1, task=begun))
    other = play(world, POT, task=at)
    assert other.outcome == Outcome(Moving.OTHER_GOODS, {"sku": "POT", "wanted": "MUG"})
    taken = left(play(world, C.N6, MUG, task=at))
    refused = play(world, C9, task=taken)
    assert refused.outcome == Outcome(Moving.OTHER_TARGET, {"bin": "C9", "wanted": "A1"})
    assert left(refused).units == 6


def test_no_more_goes_into_the_face_than_it_holds() -> None:
    world = floor(job())
    step = play(world, C.NEXT, R1, C.N1, C.N1, MUG, A1)
    assert step.outcome == Outcome(Working.PLACE_FULL, {"bin": "A1", "units": 10})


def test_a_task_that_is_left_is_anybodys_again() -> None:
    world = floor(job())
    step = play(world, C.NEXT, C.CLEAR)
    assert [fact.kind for fact in step.facts] == [FactKind.TASK_LEFT]
    row = world.task(job().id)
    assert row is not None
    assert (row.state, row.worked_by, left(step).job) == (TaskState.OPEN, "", None)
    leaving = play(world, C.NEXT, R1, MUG, C.HOME)
    assert leaving.outcome.kind is Moving.LEAVE_MOVE_ASKED
    gone = play(world, C.HOME, task=left(leaving))
    assert (gone.task, [fact.kind for fact in gone.facts]) == (None, [FactKind.TASK_LEFT])


def test_a_task_that_the_centre_gave_to_another_bench_stops() -> None:
    world = floor(job())
    task = left(play(world, C.NEXT, R1, MUG)).halt("taken")
    assert prompt.prompt(task) == (WorkPrompt.STOPPED, {"reason": "taken"})
    scanned = play(world, MUG, task=task)
    assert (scanned.outcome.kind, scanned.facts) == (Moving.TASK_ELSEWHERE, ())
    over = play(world, C.OK, task=task)
    assert over.outcome.kind is Anywhere.CLEARED
    assert [fact.kind for fact in over.facts] == [FactKind.TASK_LEFT], "it is the other one's alone"
    assert over.task == MoveTask(elsewhere=(job().id,))
    again = play(world, C.NEXT, task=over.task)
    assert again.outcome.kind is Moving.NO_TASK, "nobody is sent there twice"
    assert left(play(world, C9, MUG, C.CLEAR, C.OK, C.NEXT, task=over.task)).job is None


def test_a_tasks_name_is_no_orders() -> None:
    assert is_task(task_id(TaskKind.REPLENISH, "A/1:2", "S%K"))
    assert not is_task("task/replenish:SO-1")
    assert not is_task("shop:SO-1")
    two = {task_id(TaskKind.COUNT, "A/B", "C"), task_id(TaskKind.COUNT, "A", "B/C")}
    assert len(two) == 2
