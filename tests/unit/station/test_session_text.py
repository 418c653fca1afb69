"""The session as text: every kind of open work comes back, from today's texts and from older ones."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.count.task import CountTask
from app.domain.load.task import LoadTask
from app.domain.pack.task import PackTask
from app.domain.pick.task import PickTask
from app.domain.task import Task
from app.station import session_text
from app.station.devices.task import DeviceTask, Page
from app.station.labels.task import LabelsTask
from app.station.session import HOME, SIGN_IN, Session
from app.station.workflows import WORKFLOWS
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, said

OLD = Path(__file__).parents[2] / "data" / "home-2026-11.zip"
"""The home of a station as the program of November 2026 left it: locked, offline, packing."""


def old_session(name: str) -> dict[str, Any]:
    with zipfile.ZipFile(OLD) as files:
        found: dict[str, Any] = json.loads(files.read("sessions.json"))[name]
    return found


TASKS = {
    "pick": PickTask,
    "pack": PackTask,
    "load": LoadTask,
    "count": CountTask,
    "devices": DeviceTask,
    "labels": LabelsTask,
}


@pytest.mark.parametrize("name", list(TASKS))
def test_a_session_of_an_older_program_goes_on_where_it_stood(name: str) -> None:
    old = old_session(name)
    session, unknown = session_text.read(json.dumps(old), WORKFLOWS)
    assert unknown == ""
    assert (session.screen, session.operator) == (name, "11")
    assert type(session.task) is TASKS[name]
    again = json.loads(session_text.write(session))
    assert again["task"] == old[name], "nothing of the task is lost"
    assert again["work"] == name
    assert name not in again, "no key of its own any more"


def test_what_an_older_program_had_open_is_read_field_by_field() -> None:
    session, _ = session_text.read(json.dumps(old_session("pick")), WORKFLOWS)
    task = session.task
    assert isinstance(task, PickTask)
    assert task.order == "shop:SO-2"
    assert (task.stop.bin, task.stop.sku, task.stop.done) == ("A-01-1", "MUG", 2)
    assert task.confirmed


def test_an_older_locked_session_stays_locked_with_its_work() -> None:
    session, _ = session_text.read(json.dumps(old_session("locked")), WORKFLOWS)
    assert session.locked and session.screen == SIGN_IN
    assert isinstance(session.task, PackTask)
    assert session.task_screen == "pack"


@pytest.mark.parametrize("name", ["home", "load_closed", "pick_done"])
def test_an_older_session_without_work_is_at_home(name: str) -> None:
    session, unknown = session_text.read(json.dumps(old_session(name)), WORKFLOWS)
    assert (session.screen, session.task, unknown) == (HOME, None, "")


@pytest.mark.parametrize(
    "task",
    [
        PickTask("shop:1", ()),
        PackTask("shop:1", sscc="095213210000000018", stopped="label"),
        LoadTask("L-1", steps=("095213210000000018",)),
        LoadTask(),
        CountTask(),
        DeviceTask(Page.SCALE),
        LabelsTask(("095213210000000018",), chosen="095213210000000018"),
    ],
)
def test_a_session_comes_back_as_it_was(task: Task) -> None:
    session = Session(screen=task.name, operator="11", language="en", task=task)
    assert session_text.read(session_text.write(session), WORKFLOWS) == (session, "")


def test_work_of_a_newer_program_leads_home() -> None:
    text = json.dumps({"screen": "returns", "operator": "11", "work": "returns", "task": {"a": 1}})
    session, unknown = session_text.read(text, WORKFLOWS)
    assert unknown == "returns"
    assert (session.screen, session.operator, session.task) == (HOME, "11", None)


def test_a_locked_bench_stays_locked_with_the_work_of_a_newer_program() -> None:
    text = json.dumps({"operator": "11", "locked": True, "work": "returns", "task": {}})
    session, unknown = session_text.read(text, WORKFLOWS)
    assert (session.screen, session.locked, session.task) == (SIGN_IN, True, None)
    assert unknown == "returns"


def test_the_bench_says_that_a_newer_program_has_begun_something(scene: Scene) -> None:
    said(scene, f"scan {ANN}")
    assert scene.bench is not None
    file = scene.bench.file
    session = {"screen": "returns", "operator": "11", "work": "returns", "task": {}}
    file.record(
        None, (), at=scene.clock.now(), meta=replace(file.meta, session=json.dumps(session))
    )
    scene.reopen()
    station = scene.bench.station
    assert station.outcome is not None
    assert station.outcome.kind.value == "work_unknown"
    assert station.outcome.values == {"work": "returns"}
    assert said(scene, "scan SO-2") == ["order_opened"], "other work goes on"


# --- a whole home of then ------------------------------------------------------------------------


@pytest.fixture
def old_home(tmp_path: Path) -> Iterator[Scene]:
    home = tmp_path / "home"
    home.mkdir()
    with zipfile.ZipFile(OLD) as files:
        files.extractall(home)
    made = Scene(home)
    made.clock.advance(3600)
    made.open()
    yield made
    made.close()
    shutil.rmtree(home)


def test_a_bench_that_an_older_program_left_packs_on(old_home: Scene) -> None:
    """It was locked and offline in the middle of SO-2, with facts the centre had never seen."""
    assert old_home.bench is not None
    assert old_home.bench.file.waiting == 0, "everything has been pushed meanwhile"
    assert said(old_home, "scan B-ANN") == ["unlocked"]
    answer = old_home.do("scan 9521321000001")
    assert answer["outcome"]["values"] == {"sku": "MUG", "done": 2, "wanted": 3}
    done = said(old_home, "scan 9521321000001", "scan 9521321000025", "scan 00$sscc")
    assert done == ["line_packed", "parcel_closed", "order_packed"]
