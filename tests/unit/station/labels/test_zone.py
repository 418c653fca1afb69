"""A zone's bins get labels: printed in portions, each scanned at its bin, the missing ones named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.device_api import PrintResult, Proof, Trouble
from app.domain.commands import Command
from app.domain.facts import Kind
from app.domain.outcome import Outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.rows.things import Bin
from app.domain.world import Hit, HitKind, Want
from app.station.desk import BIN_JOB
from app.station.labels import rules
from app.station.labels.outcome import Labelling, LabelsPrompt
from app.station.labels.task import LabelsTask
from app.station.labels.zone import AT_ONCE, MOST
from app.station.labels.zone_view import BinLabelRow, ZoneLabelsView
from app.station.messages import EnterCode
from tests.conftest import StrayLogs
from tests.helpers.held_desk import HeldDesk
from tests.helpers.program import codes_in
from tests.helpers.scenario import Scene
from tests.unit.domain.world import FakeWorld, hit, warehouse
from tests.unit.station.conftest import ANN, said, shown

LIST = LabelsTask(())


def do(
    world: FakeWorld, task: LabelsTask, *inputs: str | Command
) -> tuple[Outcome, LabelsTask | None]:
    """The last answer and the task after it. A text is the scan of a bin."""
    said, after = None, None
    for one in inputs:
        if isinstance(one, Command):
            step = rules.command(task, one, world)
        else:
            step = rules.scan(task, hit(HitKind.BIN, one), world)
        said, after = step.outcome, step.task
        task = after or task
    assert said is not None
    return said, after


def opened(world: FakeWorld) -> LabelsTask:
    task = do(world, LIST, "C2")[1]
    assert task is not None
    return task


def test_a_bin_opens_its_zone_in_walking_order() -> None:
    said, task = do(warehouse(), replace(LIST, typed="1"), "C2")
    assert (said.kind, dict(said.values)) == (Labelling.ZONE_OPENED, {"zone": "C", "count": 3})
    assert task is not None and task.zone is not None
    assert (task.typed, task.zone.bins, task.zone.proven) == ("", ("C1", "C2", "C3"), ())
    assert rules.prompt(task) == (LabelsPrompt.SCAN_BIN_LABELS, {"left": 3})


def test_each_scan_proves_a_label_until_none_is_missing() -> None:
    world = warehouse()
    said, task = do(world, opened(world), "C2")
    assert (said.kind, said.values["left"]) == (Labelling.BIN_LABEL_PROVEN, 2)
    assert task is not None
    again, task = do(world, task, "C2")
    assert (again.kind, again.values["left"]) == (Labelling.BIN_LABEL_KNOWN, 2)
    assert task is not None
    missing, task = do(world, task, Command.FINISH)
    assert (missing.kind, missing.values["bins"]) == (Labelling.BIN_LABELS_MISSING, "C1, C3")
    assert task is not None
    done, task = do(world, task, "C1", "C3")
    assert (done.kind, dict(done.values)) == (Labelling.ZONE_PROVEN, {"zone": "C", "count": 3})
    assert task is not None and task.zone is not None
    assert (task.zone.missing, rules.prompt(task)[0]) == ((), LabelsPrompt.ZONE_DONE)
    assert do(world, task, Command.PRINT)[0].kind is Anywhere.COMMAND_NOT_HERE
    assert do(world, task, Command.FINISH)[1] == LIST


def test_a_bin_of_another_zone_is_asked_about() -> None:
    world = warehouse()
    task = opened(world)
    said, other = do(world, task, "C1", "A1")
    assert (said.kind, dict(said.values)) == (Labelling.OTHER_ZONE, {"bin": "A1", "zone": "A"})
    assert other is not None and other.zone is not None
    assert other.zone.proven == ("C1",)
    assert do(world, other, "A2")[0].kind is Labelling.OTHER_ZONE
    assert do(world, other, "C2", "A1")[0].kind is Labelling.OTHER_ZONE, "asked anew"
    changed, after = do(world, other, "A1")
    assert (changed.kind, changed.values["zone"]) == (Labelling.ZONE_OPENED, "A")
    assert after is not None and after.zone is not None
    assert (after.zone.bins, after.zone.proven) == (("A1", "A2"), ())


def test_bins_without_a_zone_are_one() -> None:
    world = warehouse()
    for code in ("X2", "X1"):
        world.put(Kind.BIN, code, Bin(code))
    said, task = do(world, LIST, "X2")
    assert (said.values["zone"], task and task.zone and task.zone.bins) == ("-", ("X1", "X2"))


def test_a_large_zone_is_printed_in_portions_and_what_is_missing_again() -> None:
    world = FakeWorld()
    codes = [f"A{n:02}" for n in range(AT_ONCE + 3)]
    for walk, code in enumerate(codes):
        world.put(Kind.BIN, code, Bin(code, walk, "A"))
    task: LabelsTask | None = do(world, LIST, codes[0], codes[1])[1]
    printed = []
    for _ in range(3):
        assert task is not None
        step = rules.command(task, Command.PRINT, world)
        (wish,) = step.wishes
        assert (wish.want, step.outcome.values["count"]) == (Want.BIN_LABELS, len(wish.codes))
        printed.append((wish.codes, step.outcome.values["left"]))
        task = step.task
    left = [code for code in codes if code != codes[1]]
    assert printed == [
        (tuple(left[:AT_ONCE]), 2),
        (tuple(left[AT_ONCE:]), 0),
        (tuple(left[:AT_ONCE]), 2),
    ]


def test_of_a_very_large_zone_those_from_the_scanned_bin_on_are_listed() -> None:
    world = FakeWorld()
    for n in range(MOST + 5):
        world.put(Kind.BIN, f"A{n:03}", Bin(f"A{n:03}", n, "A"))
    task = do(world, LIST, "A002")[1]
    assert task is not None and task.zone is not None
    assert (task.zone.bins[0], task.zone.bins[-1]) == ("A002", f"A{MOST + 1:03}")
    said = do(world, task, "A504", "A504")[0]
    assert (said.kind, said.values["count"]) == (Labelling.ZONE_OPENED, 1)


@pytest.mark.parametrize(
    ("pressed", "after"),
    [
        (Command.CLEAR, LIST),
        (Command.UNDO, LIST),
        (Command.HOME, None),
    ],
)
def test_the_ways_out(pressed: Command, after: LabelsTask | None) -> None:
    world = warehouse()
    assert do(world, opened(world), pressed) == (Outcome(Anywhere.CLEARED), after)


@pytest.mark.parametrize("kind", [HitKind.PRODUCT, HitKind.TOTE, HitKind.TEXT, HitKind.PARCEL])
def test_other_scans_change_nothing(kind: HitKind) -> None:
    world = warehouse()
    task = opened(world)
    step = rules.scan(task, Hit(kind, "MUG", hit(kind, "MUG").reading), world)
    assert step.task == task
    assert step.outcome.kind in {Anywhere.NOT_HERE, Anywhere.UNKNOWN_CODE}
    assert do(world, task, Command.N1)[0].kind is Anywhere.COMMAND_NOT_HERE
    assert do(world, task, "Z9")[0].kind is Anywhere.UNKNOWN_CODE


# --- at a bench ----------------------------------------------------------------------------------


@pytest.fixture
def labelling(scene: Scene) -> Scene:
    for walk, code in enumerate(("B-01", "B-02", "B-03", "B-04"), start=10):
        said(scene, f"given bin {code} walk={walk}")
    assert said(scene, f"scan {ANN}", "press PRINT", "scan B-02")[-1] == "zone_opened"
    return scene


def test_the_labels_go_to_the_printer_several_on_a_sheet(labelling: Scene) -> None:
    assert said(labelling, "press PRINT") == ["bin_labels_sent"]
    assert [len(job.payloads) > 0 for job in labelling.printer.jobs] == [True, True]
    from app.device_api import PageFormat
    from tests.helpers.printed import printed

    pages = [printed(job.payloads[PageFormat.ZPL]) for job in labelling.printer.jobs]
    found = [codes_in(page.convert("L")) for page in pages]
    assert found == [{"B-01", "B-02", "B-03"}, {"B-04"}]
    view = shown(labelling, ZoneLabelsView)
    assert [row.sent for row in view.rows] == [True] * 4
    assert view.zone == "B"


def test_a_bin_whose_label_cannot_be_made_costs_the_others_nothing(
    labelling: Scene, stray_logs: StrayLogs
) -> None:
    said(labelling, "given bin B-\U0001f600 walk=14", "press CLEAR", "scan B-02")
    stray_logs.expected.add("app.station.desk")
    said(labelling, "press PRINT")
    assert labelling.bench is not None
    answer = labelling.bench.station.outcome
    assert answer is not None
    assert answer.kind is Labelling.BIN_LABELS_REFUSED
    assert answer.values["reason"] == "'B-\U0001f600' has signs that no label shows."
    assert len(labelling.printer.jobs) == 2


def test_a_typed_code_proves_no_label(labelling: Scene) -> None:
    assert labelling.bench is not None
    for code, kind in (("B-01", "bin_label_typed"), ("A-01-1", "other_zone")):
        labelling.bench.feed(EnterCode(code))
        answer = labelling.bench.station.outcome
        assert answer is not None
        assert answer.kind.value == kind
    assert not any(row.proven for row in shown(labelling, ZoneLabelsView).rows)
    labelling.clock.advance(1)  # at once it would be a scanner's bounce
    labelling.bench.feed(EnterCode("A-01-1"))
    assert shown(labelling, ZoneLabelsView).zone == "A", "where no label can be scanned yet"


def test_what_is_proven_survives_the_end_of_the_program(labelling: Scene) -> None:
    said(labelling, "scan B-03")
    labelling.reopen()
    view = shown(labelling, ZoneLabelsView)
    assert view.rows == (
        BinLabelRow("B-01", sent=False, proven=False),
        BinLabelRow("B-02", sent=False, proven=False),
        BinLabelRow("B-04", sent=False, proven=False),
        BinLabelRow("B-03", sent=True, proven=True),
    )
    keys = [action.command for action in view.frame.actions if action.enabled]
    assert keys == [Command.HOME, Command.CLEAR, Command.PRINT, Command.FINISH]


def test_a_printer_that_fails_is_said_and_the_labels_are_printed_again(labelling: Scene) -> None:
    assert labelling.bench is not None
    desk = HeldDesk.of(labelling)
    said(labelling, "press PRINT")
    labelling.bench.feed(PrintResult(f"{BIN_JOB}1", "zebra", Proof.NONE, Trouble.PAPER_OUT))
    view = shown(labelling, ZoneLabelsView)
    assert view.outcome is not None
    assert view.outcome == Outcome(Labelling.BIN_LABELS_FAILED, {"reason": "paper_out"})
    said(labelling, "press PRINT")
    assert desk.bins == [("B-01", "B-02", "B-03", "B-04")] * 2
    said(labelling, "press HOME")
    labelling.bench.feed(PrintResult(f"{BIN_JOB}1", "zebra", Proof.NONE, Trouble.PAPER_OUT))
    assert labelling.bench.station.outcome != view.outcome, "nobody waits for them any more"
