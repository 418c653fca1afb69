"""The rules of the last labels: choose one, say why, and it is sent again and counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.device_api import Trouble
from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import OutcomeKind
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.pack.task import subjects_of
from app.domain.permissions import allows
from app.domain.rows.things import Label, Operator
from app.domain.world import Hit, HitKind, Want
from app.station.labels import rules as labels_task
from app.station.labels.rules import KEPT, LabelsStep
from app.station.labels.task import LabelsTask
from tests.helpers.held_desk import HeldDesk, answer
from tests.helpers.scenario import Scene
from tests.unit.domain.pack.test_packing import SMALL, begin, label, play, product
from tests.unit.domain.world import ORDER, FakeWorld, hit, warehouse
from tests.unit.station.conftest import ANN, said

K = FactKind
BOXES = tuple(str(number).zfill(18) for number in range(1, 13))
MUG = "9521321000001"
SSCC = "095213210000000018"


def printed() -> FakeWorld:
    """Twelve boxes of one order, each with its label proven."""
    world = warehouse()
    task = begin(world, ("MUG", 12))
    for box in BOXES:
        last: list[Command] = [] if box == BOXES[-1] else [Command.BOX]
        step = play(world, task, SMALL, product("MUG"), *last)
        body = {"sscc": box, "count": 1, "proof": "taken"}
        world.do(NewFact(K.LABEL_SENT, subjects_of(ORDER, box), body))
        assert step.task is not None
        task = play(world, step.task, label(box)).task or task
    return world


def do(world: FakeWorld, task: LabelsTask, *inputs: Hit | Command) -> LabelsStep:
    step = None
    for one in inputs:
        assert task is not None
        call = labels_task.command if isinstance(one, Command) else labels_task.scan
        step = call(task, one, world)  # type: ignore[arg-type]  # each gets its own kind
        task = step.task or task
    assert step is not None
    return step


NEWEST = LabelsTask(tuple(reversed(BOXES)))


# --- choosing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("digits", "place"),
    [("1", 0), ("2", 1), ("12", 11), ("01", 0), ("10", 9), ("002", 1)],
)
def test_digits_choose(digits: str, place: int) -> None:
    world = printed()
    keys = [next(one for one in Command if one.digit == int(digit)) for digit in digits]
    step = do(world, NEWEST, *keys, Command.OK)
    assert step.outcome.kind is Packing.REPRINT_ASKED
    assert step.task is not None and step.task.chosen == NEWEST.rows[place]
    assert labels_task.prompt(step.task)[0] is PackPrompt.REPRINT_REASON
    assert (step.facts, step.wishes) == ((), ())


@pytest.mark.parametrize("keys", [(Command.N1, Command.N3), (Command.N9, Command.N9)])
def test_a_number_that_is_not_there(keys: tuple[Command, ...]) -> None:
    step = do(printed(), NEWEST, *keys, Command.OK)
    assert (step.outcome.kind, step.outcome.values["most"]) == (Anywhere.NUMBER_TOO_LARGE, 12)
    assert step.task == NEWEST


@pytest.mark.parametrize("keys", [(), (Command.N0,), (Command.N1, Command.DELETE)])
def test_no_number_chooses_nothing(keys: tuple[Command, ...]) -> None:
    step = do(printed(), NEWEST, *keys, Command.OK)
    assert (step.outcome.kind, step.task) == (Anywhere.COMMAND_NOT_HERE, NEWEST)


def test_an_empty_list_has_nothing_to_choose() -> None:
    step = do(printed(), LabelsTask(()), Command.N1, Command.OK)
    assert (step.outcome.kind, step.outcome.values["most"]) == (Anywhere.NUMBER_TOO_LARGE, 0)


def test_an_old_label_chooses_itself() -> None:
    world = printed()
    few = LabelsTask(NEWEST.rows[:2], typed="2")
    for code in (label(BOXES[0]), hit(HitKind.TEXT, "00" + BOXES[0], sscc=BOXES[0])):
        step = do(world, few, code)
        assert (step.outcome.kind, step.task) == (
            Packing.REPRINT_ASKED,
            replace(few, typed="", chosen=BOXES[0]),
        )


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (hit(HitKind.TEXT, "what"), Anywhere.UNKNOWN_CODE),
        (hit(HitKind.TEXT, "00" + "9" * 18, sscc="9" * 18), Anywhere.UNKNOWN_CODE),
        (hit(HitKind.PRODUCT, "MUG"), Anywhere.NOT_HERE),
        (hit(HitKind.PRINTER, "Z2"), Anywhere.NOT_HERE),
        (hit(HitKind.ORDER, ORDER), Anywhere.NOT_HERE),
    ],
)
def test_another_code_chooses_nothing(code: Hit, kind: OutcomeKind) -> None:
    step = do(printed(), NEWEST, code)
    assert (step.outcome.kind, step.task, step.facts, step.wishes) == (kind, NEWEST, (), ())


# --- why -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("digit", "reason", "clear"),
    [
        (Command.N1, "not_out", True),
        (Command.N2, "unreadable", False),
        (Command.N3, "lost", False),
    ],
)
def test_it_is_sent_for_a_reason_and_counted(digit: Command, reason: str, clear: bool) -> None:
    world = printed()
    step = do(world, NEWEST, Command.N1, Command.OK, digit)
    (fact,) = step.facts
    assert (fact.kind, fact.body) == (
        K.LABEL_REPRINTED,
        {"sscc": BOXES[-1], "count": 2, "reason": reason},
    )
    assert set(fact.subjects) == {Subject(Kind.ORDER, ORDER), Subject(Kind.PARCEL, BOXES[-1])}
    assert [(one.want, one.subject, one.count, one.clear) for one in step.wishes] == [
        (Want.LABEL, BOXES[-1], 2, clear)
    ]
    assert step.task == NEWEST
    world.do(fact)
    parcel = world.parcel(BOXES[-1])
    assert parcel is not None and (parcel.prints, parcel.label) == (2, Label.PROVEN)
    again = do(world, NEWEST, label(BOXES[-1]), digit)
    assert again.wishes[0].count == 3


@pytest.mark.parametrize("other", [Command.N4, Command.N0, Command.OK, Command.DELETE])
def test_nothing_else_is_a_reason(other: Command) -> None:
    world = printed()
    step = do(world, NEWEST, Command.N1, Command.OK, other)
    assert (step.outcome.kind, step.facts, step.wishes) == (Anywhere.COMMAND_NOT_HERE, (), ())
    assert step.task is not None and step.task.chosen


def test_leaving_the_question_and_the_list() -> None:
    world = printed()
    for leave in (Command.UNDO, Command.CLEAR):
        assert do(world, NEWEST, Command.N1, Command.OK, leave).task == NEWEST
        assert do(world, NEWEST, leave).task is None
        assert do(world, NEWEST, Command.N1, leave).task == NEWEST
    assert do(world, NEWEST, Command.N1, Command.OK, Command.HOME).task is None


def test_only_a_packer_prints() -> None:
    world = printed()
    world.put(Kind.OPERATOR, "7", Operator("7", "Lou", "cc", roles=("loader",)))
    world.operator = "7"
    assert not allows(world.person("7"), "pack")
    step = do(world, NEWEST, Command.N1, Command.OK, Command.N2)
    assert (step.outcome.kind, step.facts, step.wishes) == (Anywhere.NO_PERMISSION, (), ())


def test_a_label_in_doubt_is_cleared_whatever_the_reason() -> None:
    """What the printer still holds of it must not come out beside the new one."""
    world = warehouse()
    play(world, begin(world, ("MUG", 1)), SMALL, product("MUG"))
    body = {"sscc": BOXES[0], "count": 1, "reason": "paper_out", "doubtful": True}
    world.do(NewFact(K.LABEL_FAILED, subjects_of(ORDER, BOXES[0]), body))
    step = do(world, LabelsTask((BOXES[0],)), Command.N1, Command.OK, Command.N3)
    assert step.wishes[0].clear


def test_an_open_box_gets_no_label() -> None:
    """Its contents are not complete; its label would be proven by mistake."""
    world = warehouse()
    step = play(world, begin(world, ("MUG", 1)), SMALL, product("MUG"), Command.UNDO)
    assert step.outcome.kind is Packing.REOPENED
    step2 = do(world, LabelsTask((BOXES[0],)), Command.N1, Command.OK, Command.N2)
    assert step2.wishes == ()


# --- at the bench --------------------------------------------------------------------------------


def rows(scene: Scene) -> list[dict[str, Any]]:
    assert scene.replay is not None
    found: list[dict[str, Any]] = scene.do("language en")["view"]["labels"]
    return found


def test_the_list_of_a_bench(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "scan SO-2", "scan A-01-1", f"scan {MUG}", "scan T-60", "scan T-60")
    said(scene, "press OK", f"scan {MUG}", f"scan 00{SSCC}")
    assert len(scene.printer.jobs) == 1
    said(scene, "press PRINT")
    (row,) = rows(scene)
    assert (row["sscc"], row["order"], row["label"], row["prints"]) == (SSCC, "SO-2", "proven", 1)
    assert said(scene, "press 1", "press OK", "press 2")[1:] == ["reprint_asked", "reprinting"]
    assert [job.job_id for job in scene.printer.jobs] == [f"label-{SSCC}-{n}" for n in (1, 2)]
    (row,) = rows(scene)
    assert (row["label"], row["prints"], row["chosen"]) == ("proven", 2, False)


def test_the_list_outlives_a_restart(scene: Scene) -> None:
    test_the_list_of_a_bench(scene)
    said(scene, "press 1", "press OK")
    scene.reopen()
    (row,) = rows(scene)
    assert row["chosen"]
    assert said(scene, "press 3") == ["reprinting"]


def test_the_newest_twenty_stand_in_the_order_of_their_last_printing(scene: Scene) -> None:
    assert scene.bench is not None
    said(scene, f"scan {ANN}")
    names = [str(number).zfill(18) for number in range(KEPT + 5)]
    facts = [
        NewFact(K.LABEL_SENT, (Subject(Kind.PARCEL, name),), {"sscc": name, "count": 1})
        for name in [*names, names[3]]
    ]
    scene.bench.file.record(None, facts, at=scene.clock.now(), operator="11")
    said(scene, "press PRINT")
    task = scene.bench.station.session.task
    assert isinstance(task, LabelsTask)
    assert task.rows == (names[3], *reversed(names[6:]))
    assert len(task.rows) == KEPT


def test_a_label_in_doubt_is_on_the_list(scene: Scene) -> None:
    """It may lie in the printer's tray."""
    said(scene, f"scan {ANN}", "scan SO-2", "scan A-01-1", f"scan {MUG}", "scan T-60", "scan T-60")
    desk = HeldDesk.of(scene)
    said(scene, "press OK", f"scan {MUG}")
    answer(scene, desk.jobs[0], Trouble.PAPER_OUT, doubtful=True)
    said(scene, "press FINISH", "press PRINT")
    assert [row["sscc"] for row in rows(scene)] == [SSCC]
