"""A workflow is added by a row of the table: the one that ARCHITECTURE.md shows is driven here."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.commands import Command
from app.station.session import HOME
from app.station.workflow import Workflow
from app.station.workflows import WORKFLOWS
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, said

PAGE = Path(__file__).parents[3] / "ARCHITECTURE.md"
NEEDED = """
from dataclasses import dataclass, replace
from typing import ClassVar
from app.domain.commands import Command
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.task import Task
from app.domain.world import Step
from app.station.frame import frame
from app.station.home.outcome import AtHome, HomePrompt
from app.station.views import Bar, View
from app.station.workflow import Workflow
"""


def shelf() -> Workflow[Any]:
    """The workflow of the page."""
    text = PAGE.read_text("utf-8").partition("## How a workflow is added")[2]
    found = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert found is not None
    names: dict[str, Any] = {"__name__": __name__}
    # dont_inherit: this file's own __future__ does not hold for the page.
    exec(compile(NEEDED + found[1], PAGE.name, "exec", dont_inherit=True), names)
    made: Workflow[Any] = names["SHELF"]
    return made


@pytest.fixture
def bench(scene: Scene) -> Scene:
    """A bench that knows the new workflow, signed in and at home."""
    flow = shelf()
    scene.close()
    scene.plan = replace(scene.plan, workflows={**WORKFLOWS, flow.name: flow})
    scene.open()
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    return scene


def test_it_is_opened_worked_and_left(bench: Scene) -> None:
    assert bench.bench is not None
    assert said(bench, "press WEIGH") == ["cleared"]
    assert bench.bench.answers[-1].view.screen == "shelf"
    assert said(bench, "scan A-01-1", "scan MUG") == ["shown", "shown"]
    session = bench.bench.station.session
    assert (session.screen, getattr(session.task, "codes", None)) == ("shelf", ("A-01-1", "MUG"))
    actions = bench.bench.answers[0].view.frame.actions
    assert [action.command for action in actions] == [Command.HOME]
    assert said(bench, "press HOME") == ["cleared"]
    assert (bench.bench.station.session.screen, bench.bench.station.session.task) == (HOME, None)


def test_a_restart_goes_on_where_it_stood(bench: Scene) -> None:
    assert said(bench, "press WEIGH", "scan A-01-1") == ["cleared", "shown"]
    bench.reopen()
    assert bench.bench is not None
    session = bench.bench.station.session
    assert (session.screen, getattr(session.task, "codes", None)) == ("shelf", ("A-01-1",))


def test_a_lock_keeps_it(bench: Scene) -> None:
    assert said(bench, "press WEIGH", "scan A-01-1", "press LOCK") == ["cleared", "shown", "locked"]
    assert said(bench, f"scan {ANN}") == ["unlocked"]
    assert bench.bench is not None
    assert bench.bench.station.session.screen == "shelf"


def test_a_program_without_it_goes_home_and_says_so(bench: Scene) -> None:
    assert said(bench, "press WEIGH", "scan A-01-1") == ["cleared", "shown"]
    bench.close()
    bench.plan = replace(bench.plan, workflows=WORKFLOWS)
    bench.open()
    assert bench.bench is not None
    station = bench.bench.station
    assert (station.session.screen, station.session.operator) == (HOME, "11")
    assert station.outcome is not None and station.outcome.kind.value == "work_unknown"
