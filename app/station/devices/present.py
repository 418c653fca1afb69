"""The views of the device page and of the last labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.bench import scanner_check
from app.domain.codes import gs1_parts
from app.domain.facts import FactKind
from app.station.devices import rules as device_task
from app.station.devices.rules import DeviceTask
from app.station.devices.rules import Frame as Heard
from app.station.labels import rules as labels_task
from app.station.labels.rules import LabelsTask
from app.station.views import Bar, DevicesView, Frame, LabelRow, LabelsView, ScanRow

if TYPE_CHECKING:
    from app.station.engine import Station


def devices_view(station: Station, task: DeviceTask, frame: Frame) -> DevicesView:
    sheet, test = task.sheet, task.test
    last = station.file.last_fact(FactKind.SELF_TESTED)
    return DevicesView(
        frame=frame,
        bar=Bar(*device_task.prompt(task)),
        outcome=station.outcome,
        page=task.page,
        scans=tuple(_scan(one) for one in task.frames),
        sheet_left=len(scanner_check.SHEET) - (len(sheet.done) if sheet else 0),
        checks=test.checks if test else (),
        check=test.now if test else None,
        printed=task.printed,
        test_grams=station.config.test_weight_g,
        read_grams=test.read if test else None,
        last_test=last.occurred_at if last else None,
        passed=bool(last and last.body.get("passed")),
    )


def _scan(heard: Heard) -> ScanRow:
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


def labels_view(station: Station, task: LabelsTask, frame: Frame) -> LabelsView:
    rows = []
    for number, sscc in enumerate(task.rows, 1):
        parcel = station.world.parcel(sscc)
        order = station.world.order(parcel.order) if parcel else None
        customer = (order.customer.company or order.customer.name) if order else ""
        row = LabelRow(
            number=number,
            sscc=sscc,
            order=order.ref if order else "",
            customer=customer,
            carrier=parcel.carrier if parcel else "",
            label=parcel.label.value if parcel else "",
            prints=parcel.prints if parcel else 0,
            chosen=sscc == task.chosen,
        )
        rows.append(row)
    return LabelsView(
        frame=frame,
        bar=Bar(*labels_task.prompt(task)),
        outcome=station.outcome,
        rows=tuple(rows),
        typed=task.typed,
        asking=bool(task.chosen),
    )
