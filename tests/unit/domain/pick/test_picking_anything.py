"""Whatever is scanned or pressed while picking is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.capture import Unit
from app.domain.commands import Command
from app.domain.outcome import Outcome, Severity
from app.domain.pick import rules as picking
from app.domain.pick.prompt import prompt
from app.domain.pick.task import PickPhase, PickTask
from app.domain.rows.orders import Order
from app.domain.world import Hit
from tests.unit.domain.inputs import HITS, LINES, asks_as_declared
from tests.unit.domain.pick.test_picking import begin
from tests.unit.domain.world import ORDER, warehouse

# --- whatever is scanned or pressed --------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(LINES, st.lists(st.one_of(HITS, st.sampled_from(Command)), max_size=30))
def test_whatever_happens_is_answered(
    lines: list[tuple[str, int]], inputs: list[Hit | Command]
) -> None:
    world = warehouse()
    task: PickTask | None = begin(world, *lines)
    for one in inputs:
        assert task is not None
        step = (
            picking.command(task, one, world)
            if isinstance(one, Command)
            else picking.scan(task, one, world)
        )
        conflicts = world.do(*step.facts)
        assert conflicts == [], f"{one} led to {conflicts}"
        if step.outcome.severity is Severity.BAD and step.task is not None:
            assert step.facts == ()
            assert step.task.stops == task.stops
        task = step.task
        if task is None:
            break
        agrees(task, world.order(ORDER))
        asks_as_declared(*prompt(task, world))


def agrees(task: PickTask, row: Order | None) -> None:
    """The task and the order count the same units."""
    assert row is not None
    for line in row.lines:
        stops = [stop for stop in task.stops if stop.line == line.number]
        assert sum(stop.done for stop in stops) == line.picked
        assert sum(stop.put for stop in stops) == line.put
        assert sum(stop.wanted for stop in stops) == line.ordered - line.short
        assert all(0 <= stop.put <= stop.done <= stop.wanted for stop in stops)


@pytest.mark.parametrize("phase", PickPhase)
@settings(max_examples=40, deadline=None)
@given(st.one_of(HITS, st.sampled_from(Command)), st.booleans())
def test_every_phase_answers_everything(phase: PickPhase, one: Hit | Command, typed: bool) -> None:
    world = warehouse()
    task = replace(begin(world, ("CLOCK", 2), ("MUG", 1)), phase=phase, typed="1" if typed else "")
    if phase is PickPhase.CAPTURE:
        task = replace(task, pending=Unit(task.stop.sku))
    if phase is PickPhase.TOTE:
        stop = replace(task.stop, done=task.stop.wanted)
        task = replace(task, stops=(stop, *task.stops[1:]))
    step = (
        picking.command(task, one, world)
        if isinstance(one, Command)
        else picking.scan(task, one, world)
    )
    assert isinstance(step.outcome, Outcome)
    if step.task is not None:
        asks_as_declared(*prompt(step.task, world))
