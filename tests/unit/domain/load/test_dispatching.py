"""Loading: what belongs on the truck, what is stopped, and what is missing at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.commands import Command
from app.domain.facts import Kind
from app.domain.load import rules as dispatching
from app.domain.load.outcome import Loading
from app.domain.load.task import LoadStep, LoadTask
from app.domain.outcome import Outcome, OutcomeKind, Severity
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.rows.orders import ParcelMark, Stage, State, Sub
from app.domain.rows.things import Load, Parcel
from app.domain.world import Hit, HitKind, Want
from app.station.home.outcome import AtHome
from tests.unit.domain.inputs import HITS, asks_as_declared
from tests.unit.domain.world import NOW, FakeWorld, hit, order, warehouse

TASK = LoadTask("L-1")


def yard() -> FakeWorld:
    """Five packed orders: two good ones, one for UPS, one cancelled, one without a proven label."""
    world = warehouse()
    put(world, "1")
    put(world, "2")
    put(world, "3", carrier="UPS")
    put(world, "4", cancelled=True)
    put(world, "5", stage=Stage.SEALED)
    put(world, "6", stage=Stage.VOID)
    return world


def put(
    world: FakeWorld,
    sscc: str,
    *,
    stage: Stage = Stage.CLOSED,
    carrier: str = "DHL",
    cancelled: bool = False,
) -> None:
    name = f"shop:{sscc}"
    row = order(("MUG", 1), ref=sscc, carrier=carrier, state=State.PICKING, sub=Sub.PACKED)
    if cancelled:
        row = replace(row, state=State.CANCELLED, sub=Sub.CANCELLED)
    world.put(Kind.ORDER, name, replace(row, parcels=(ParcelMark(sscc, 1, stage),)))
    world.put(Kind.PARCEL, sscc, Parcel(sscc, name, 1, carrier=carrier, stage=stage))


def play(world: FakeWorld, task: LoadTask, *inputs: Hit | Command) -> LoadStep:
    step = LoadStep(Outcome(AtHome.SHOWN), task)
    for one in inputs:
        assert step.task is not None
        step = (
            dispatching.command(step.task, one, world)
            if isinstance(one, Command)
            else dispatching.scan(step.task, one, world)
        )
        assert world.do(*step.facts) == []
    return step


def parcel(sscc: str) -> Hit:
    return hit(HitKind.PARCEL, sscc)


def on_truck(world: FakeWorld) -> tuple[str, ...]:
    load = world.load("L-1")
    assert load is not None
    return load.parcels


def test_a_truck_is_loaded_and_leaves() -> None:
    world = yard()
    step = play(world, LoadTask(), hit(HitKind.LOAD, "L-1"))
    assert (step.outcome.kind, step.task) == (Loading.LOAD_OPENED, TASK)
    step = play(world, TASK, parcel("1"))
    assert step.outcome.values == {"sscc": "1", "order": "1", "done": 1, "wanted": 3}
    step = play(world, step.task or TASK, parcel("2"), Command.FINISH)
    assert (step.outcome.kind, step.outcome.values["missing"]) == (Loading.LOAD_CLOSE_ASKED, 1)
    assert step.facts == ()
    step = play(world, step.task or TASK, Command.OK)
    assert (step.outcome.kind, step.task) == (Loading.LOAD_CLOSED, None)
    assert step.wishes[0].want is Want.MANIFEST
    assert {row["sscc"] for row in step.facts[0].body["missing"]} == {"5"}
    for sscc in "12":
        row = world.order(f"shop:{sscc}")
        assert row is not None and (row.state, row.dispatched_by) == (State.DISPATCHED, "11")
    left = world.order("shop:5")
    assert left is not None and left.sub is Sub.PACKED


REFUSALS: list[tuple[OutcomeKind, tuple[Hit, ...], Hit, Severity]] = [
    (Loading.WRONG_CARRIER, (), parcel("3"), Severity.STOP),
    (Loading.PARCEL_CANCELLED, (), parcel("4"), Severity.STOP),
    (Working.PARCEL_NOT_CLOSED, (), parcel("5"), Severity.BAD),
    (Loading.LABEL_VOID, (), parcel("6"), Severity.STOP),
    (Working.UNKNOWN_PARCEL, (), parcel("777"), Severity.BAD),
    (Working.UNKNOWN_PARCEL, (), hit(HitKind.TEXT, "what"), Severity.BAD),
    (Anywhere.NOT_HERE, (), hit(HitKind.PRODUCT, "MUG"), Severity.SOFT),
    (Loading.ALREADY_LOADED, (parcel("1"),), parcel("1"), Severity.SOFT),
]


@pytest.mark.parametrize(("kind", "before", "last", "severity"), REFUSALS)
def test_what_does_not_belong_there_is_set_aside_and_blocks_nothing(
    kind: OutcomeKind, before: tuple[Hit, ...], last: Hit, severity: Severity
) -> None:
    world = yard()
    task = play(world, TASK, *before).task or TASK
    loaded = on_truck(world)
    step = play(world, task, last)
    assert (step.outcome.kind, step.outcome.severity, step.facts) == (kind, severity, ())
    assert on_truck(world) == loaded
    assert step.task is not None
    assert bool(step.task.stopped) is (severity is Severity.STOP)
    assert play(world, step.task, parcel("2")).outcome.kind is Loading.PARCEL_LOADED


def test_a_parcel_of_another_truck() -> None:
    world = yard()
    world.put(
        Kind.PARCEL, "2", replace(world.get(Kind.PARCEL, "2"), stage=Stage.LOADED, load="L-7")
    )
    step = play(world, TASK, parcel("2"))
    assert (step.outcome.kind, step.outcome.values["load"]) == (Loading.ALREADY_LOADED, "L-7")


@pytest.mark.parametrize("how", [(Command.UNDO,), (Command.REMOVE, parcel("1"))])
def test_a_parcel_is_taken_off_again(how: tuple[Any, ...]) -> None:
    world = yard()
    step = play(world, TASK, parcel("1"), *how)
    assert step.outcome.kind is Loading.PARCEL_UNLOADED
    assert on_truck(world) == ()
    assert world.get(Kind.PARCEL, "1").stage is Stage.CLOSED
    assert play(world, step.task or TASK, Command.UNDO).outcome.kind is Anywhere.NOTHING_TO_UNDO


def test_what_is_not_on_it_cannot_be_taken_off() -> None:
    world = yard()
    step = play(world, TASK, Command.REMOVE, parcel("1"))
    assert (step.outcome.kind, step.facts) == (Working.UNKNOWN_PARCEL, ())


def test_an_empty_truck_does_not_leave() -> None:
    step = play(yard(), TASK, Command.FINISH)
    assert (step.outcome.kind, step.task, step.facts) == (Loading.LOAD_EMPTY, TASK, ())


def test_a_closing_that_is_not_confirmed_is_forgotten() -> None:
    world = yard()
    step = play(world, TASK, parcel("1"), Command.FINISH, parcel("2"))
    assert step.outcome.kind is Loading.PARCEL_LOADED
    assert play(world, step.task or TASK, Command.OK).outcome.kind is Anywhere.COMMAND_NOT_HERE


@pytest.mark.parametrize(
    ("name", "kind"), [("L-8", Loading.LOAD_LEFT_BEFORE), ("L-9", Anywhere.UNKNOWN_CODE)]
)
def test_a_truck_that_cannot_be_loaded(name: str, kind: OutcomeKind) -> None:
    world = yard()
    gone = Load("L-8", "DHL", "4", NOW, closed=True, left=True)
    world.put(Kind.LOAD, "L-8", gone)
    step = dispatching.open_load(name, world)
    assert (step.outcome.kind, step.task, step.facts) == (kind, None, ())
    assert play(world, TASK, hit(HitKind.LOAD, name)).task == TASK


def test_a_closed_load_is_shown_and_takes_nothing_until_it_is_opened_again() -> None:
    world = yard()
    step = dispatching.open_load("L-2", world)
    assert (step.outcome.kind, step.task) == (Loading.LOAD_CLOSED_BEFORE, LoadTask("L-2"))
    assert play(world, LoadTask("L-2"), parcel("3")).outcome.kind is Loading.LOAD_CLOSED_BEFORE
    step = play(world, LoadTask("L-2"), Command.REOPEN, parcel("3"))
    assert step.outcome.kind is Loading.PARCEL_LOADED


@settings(max_examples=150, deadline=None)
@given(
    st.booleans(),
    st.lists(
        st.one_of(HITS, st.sampled_from(Command), st.sampled_from("123456").map(parcel)),
        max_size=25,
    ),
)
def test_whatever_happens_is_answered(chosen: bool, inputs: list[Hit | Command]) -> None:
    world = yard()
    task: LoadTask | None = TASK if chosen else LoadTask()
    for one in inputs:
        assert task is not None
        before = on_truck(world)
        step = (
            dispatching.command(task, one, world)
            if isinstance(one, Command)
            else dispatching.scan(task, one, world)
        )
        assert world.do(*step.facts) == []
        if step.outcome.severity in {Severity.BAD, Severity.STOP}:
            assert step.facts == () and on_truck(world) == before
        assert len(set(on_truck(world))) == len(on_truck(world))
        assert set(on_truck(world)) <= {"1", "2"}
        task = step.task
        if task is None:
            break
        asks_as_declared(*dispatching.prompt(task, world))
