"""The last labels of a bench: their view, its buttons, its row in the table of workflows."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.facts import FactKind
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.world import Step
from app.station.frame import Buttons, frame
from app.station.labels import rules, zone
from app.station.labels.task import LabelsTask, ZoneLabels
from app.station.labels.view import LabelRow, LabelsView
from app.station.labels.zone_view import BinLabelRow, ZoneLabelsView
from app.station.seen import Seen
from app.station.session import Session
from app.station.views import Bar, View
from app.station.workflow import Workflow
from app.station.world import StationWorld

C = Command
_LABELLED = (FactKind.LABEL_SENT, FactKind.LABEL_FAILED, FactKind.LABEL_REPRINTED)


def _view(seen: Seen, task: LabelsTask, buttons: Buttons) -> View:
    return _list(seen, task, buttons) if task.zone is None else _zone(seen, task.zone, buttons)


def _zone(seen: Seen, at: ZoneLabels, buttons: Buttons) -> ZoneLabelsView:
    sent, proven = frozenset(at.sent), frozenset(at.proven)
    rows = [BinLabelRow(code, code in sent, proven=False) for code in at.missing]
    rows += [BinLabelRow(code, sent=True, proven=True) for code in at.bins if code in proven]
    return ZoneLabelsView(
        frame=frame(seen, _without(buttons, C.OK)),
        bar=Bar(*zone.prompt(at)),
        outcome=seen.outcome,
        zone=at.shown,
        rows=tuple(rows),
    )


def _list(seen: Seen, task: LabelsTask, buttons: Buttons) -> LabelsView:
    rows = []
    for number, sscc in enumerate(task.rows, 1):
        parcel = seen.world.parcel(sscc)
        order = seen.world.order(parcel.order) if parcel else None
        customer = order.customer.receiver if order else ""
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
        frame=frame(seen, _without(buttons, C.PRINT, C.FINISH)),
        bar=Bar(*rules.prompt(task)),
        outcome=seen.outcome,
        rows=tuple(rows),
        typed=task.typed,
        asking=bool(task.chosen),
    )


def _without(buttons: Buttons, *commands: Command) -> Buttons:
    return tuple(one for one in buttons if one.command not in commands)


def _enabled(task: LabelsTask, seen: Seen) -> set[Command]:
    if task.zone is not None:
        return {C.HOME, C.CLEAR, C.FINISH, *([C.PRINT] if task.zone.missing else [])}
    return {C.HOME, C.CLEAR, C.OK} if task.typed else {C.HOME, C.CLEAR}


def _begin(session: Session, world: StationWorld) -> Step[LabelsTask]:
    return Step(outcome(Anywhere.CLEARED), LabelsTask(world.last_parcels(_LABELLED, rules.KEPT)))


LABELS = Workflow(
    LabelsTask,
    rules.command,
    _view,
    (C.HOME, C.CLEAR, C.OK, C.PRINT, C.FINISH),
    scan=rules.scan,
    enabled=_enabled,
    opens=C.PRINT,
    begin=_begin,
)
