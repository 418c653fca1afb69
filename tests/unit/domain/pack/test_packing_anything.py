"""Whatever is scanned, pressed or weighed while packing is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.capture import Unit
from app.domain.commands import Command
from app.domain.damage import Broken
from app.domain.facts import Kind
from app.domain.outcome import Outcome, Severity
from app.domain.pack.prompt import prompt
from app.domain.pack.task import Packed, PackPhase, PackTask
from app.domain.stock import StockKey
from app.domain.weighing.outcome import Weighing
from app.domain.world import Hit
from tests.unit.domain.inputs import HITS, LINES, asks_as_declared
from tests.unit.domain.pack.test_packing import SMALL, begin, label, now, one, play, product
from tests.unit.domain.world import warehouse

# --- whatever is scanned or pressed --------------------------------------------------------------

INPUTS = st.one_of(
    HITS,
    st.sampled_from(Command),
    st.sampled_from([SMALL, label(), product("MUG"), product("POT"), product("CANDLE")]),
    st.integers(0, 3000),
)


@settings(max_examples=200, deadline=None)
@given(LINES, st.integers(0, 1), st.lists(INPUTS, max_size=35))
def test_whatever_happens_is_answered(
    lines: list[tuple[str, int]], short: int, inputs: list[Hit | Command | int]
) -> None:
    world = warehouse()
    task: PackTask | None = begin(world, *lines, short=short)
    for done in inputs:
        assert task is not None
        step = one(world, task, done)
        assert world.do(*step.facts) == []
        assert isinstance(step.outcome, Outcome)
        if step.outcome.severity is Severity.BAD and step.outcome.kind is not Weighing.WEIGHT_OFF:
            assert step.facts == ()
        task = step.task
        units = sum(row.units for row in world.all(Kind.PARCEL))
        assert units == sum(line.packed for line in now(world).lines)
        assert all(line.packed <= line.picked for line in now(world).lines)
        if task is None:
            assert now(world).worked_by == "", "a bench that is free holds no order"
            break
        assert task.sscc or task.phase is not PackPhase.ITEM
        asks_as_declared(*prompt(task, world))


@pytest.mark.parametrize("phase", PackPhase)
@pytest.mark.parametrize("stopped", ["", "weight", "label", "cancelled"])
@settings(max_examples=25, deadline=None)
@given(INPUTS, st.booleans(), st.booleans())
def test_every_phase_answers_everything(
    phase: PackPhase, stopped: str, done: Hit | Command | int, opened: bool, typed: bool
) -> None:
    world = warehouse()
    task = begin(world, ("CLOCK", 2), ("MUG", 1))
    if opened:
        task = play(world, task, SMALL, product("MUG")).task or task
    task = replace(task, phase=phase, stopped=stopped, typed="1" if typed else "", line=1)
    if phase is PackPhase.CAPTURE:
        task = replace(task, pending=Unit("CLOCK"))
    if phase is PackPhase.DAMAGED_BIN:
        broken = Packed(2, Unit("MUG"), broken=Broken(StockKey("MUG"), 1), fetch=typed)
        task = replace(task, steps=(*task.steps, broken))
    step = one(world, task, done)
    assert isinstance(step.outcome, Outcome)
    world.do(*step.facts)
    if step.task is not None:
        asks_as_declared(*prompt(step.task, world))
