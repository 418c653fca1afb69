"""The device page of a bench: its view, its buttons, its row in the table of workflows."""

from __future__ import annotations

from app.device_api import DeviceKind, Weight
from app.domain.bench import scanner_check
from app.domain.codes import gs1_parts
from app.domain.commands import Command
from app.domain.facts import FactKind
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.world import Step
from app.station.devices import rules
from app.station.devices.task import DeviceTask, HeardScan
from app.station.devices.view import DevicesView, ScanRow
from app.station.frame import Buttons, frame
from app.station.seen import Seen
from app.station.session import Session
from app.station.views import Bar
from app.station.workflow import Workflow
from app.station.world import StationWorld

C = Command


def _view(seen: Seen, task: DeviceTask, buttons: Buttons) -> DevicesView:
    sheet, test = task.sheet, task.test
    last = seen.journal.history.last_fact(FactKind.SELF_TESTED)
    return DevicesView(
        frame=frame(seen, buttons),
        bar=Bar(*rules.prompt(task)),
        outcome=seen.outcome,
        page=task.page,
        scans=tuple(_scan(one) for one in task.frames),
        sheet_left=len(scanner_check.SHEET) - (len(sheet.done) if sheet else 0),
        checks=test.checks if test else (),
        check=test.now if test else None,
        printed=task.printed,
        test_grams=seen.config.test_weight_g,
        read_grams=test.read if test else None,
        last_test=last.occurred_at if last else None,
        passed=bool(last and last.body.get("passed")),
    )


def _scan(heard: HeardScan) -> ScanRow:
    code = scanner_check.SHEET.index(heard.check.code) + 1 if heard.check.code else 0
    length = len(heard.text)
    per_char = round(heard.span_ms / length, 1) if heard.span_ms and length else None
    return ScanRow(
        device=heard.device,
        text=heard.text,
        symbology=heard.symbology,
        raw=heard.raw,
        terminator=heard.terminator,
        ms_per_char=per_char,
        parts=gs1_parts(heard.text, heard.symbology),
        code=code,
        faults=heard.check.faults,
    )


def _enabled(task: DeviceTask, seen: Seen) -> set[Command]:
    on, kinds = {C.HOME, C.OK, C.TEST}, seen.world.device_kinds
    if DeviceKind.PRINTER in kinds:
        on.add(C.PRINT)
    if DeviceKind.SCALE in kinds:
        on.add(C.WEIGH)
    if task.test is not None and task.test.now is not None:
        on.add(C.SKIP)
    return on


def _begin(session: Session, world: StationWorld) -> Step[DeviceTask]:
    return Step(outcome(Anywhere.CLEARED), DeviceTask())


def _weigh(
    task: DeviceTask,
    weight: Weight,
    fresh: bool,  # noqa: FBT001  the table's signature
    world: StationWorld,
) -> Step[DeviceTask]:
    return rules.weigh(task, weight, world)


DEVICES = Workflow(
    DeviceTask,
    rules.command,
    _view,
    (C.HOME, C.PRINT, C.WEIGH, C.SKIP, C.OK, C.TEST),
    enabled=_enabled,
    opens=C.TEST,
    begin=_begin,
    weigh=_weigh,
    looks=rules.look,
)
