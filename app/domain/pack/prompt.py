"""What the bar asks a packer for."""

from __future__ import annotations

from app.domain.outcome import Prompt
from app.domain.outcome_work import WorkPrompt
from app.domain.pack import cartons, damaged
from app.domain.pack.opening import missing_totes
from app.domain.pack.outcome import PackPrompt
from app.domain.pack.task import PackPhase, PackTask
from app.domain.rows.orders import Order
from app.domain.rows.things import Label, Parcel
from app.domain.weighing import weights
from app.domain.world import World

Asked = tuple[Prompt, dict[str, str | int]]


def prompt(task: PackTask, world: World) -> Asked:
    """The one thing to do now."""
    if task.stopped:
        return WorkPrompt.STOPPED, {"reason": task.stopped}
    order = world.order(task.order)
    match task.phase:
        case PackPhase.NOTE:
            return PackPrompt.READ_NOTE, {}
        case PackPhase.CARTON:
            return PackPrompt.CHOOSE_CARTON, {"carton": cartons.suggestion(world, task.order)}
        case PackPhase.CAPTURE:
            return WorkPrompt.SCAN_SERIAL, {"sku": task.pending.sku if task.pending else ""}
        case PackPhase.REMOVE:
            return WorkPrompt.SCAN_OUT, {}
        case PackPhase.DAMAGED | PackPhase.DAMAGED_BIN:
            return damaged.prompt(task, order, world)
        case PackPhase.WEIGHT:
            parcel = world.parcel(task.sscc)
            expected = weights.expected(parcel, task.carton, world, task.packs) if parcel else None
            wanted = expected.grams if expected else 0
            return PackPrompt.CHECK_WEIGHT, {"grams": task.grams or 0, "expected": wanted}
        case PackPhase.SHELF:
            return PackPrompt.HOLD_SHELF, {}
        case PackPhase.ADD_ASKED:
            return PackPrompt.ADD_ASKED, {}
        case PackPhase.ADD:
            return PackPrompt.ADD_ITEM, {}
        case PackPhase.ADD_BIN:
            return PackPrompt.ADD_BIN, {"sku": task.pending.sku if task.pending else ""}
        case PackPhase.LABEL:
            return _label(world.parcel(task.sscc), collected=bool(order and order.pickup))
        case PackPhase.REPRINT:
            return PackPrompt.REPRINT_REASON, {}
        case _:
            return _of_order(task, order)


def _of_order(task: PackTask, order: Order | None) -> Asked:
    line = order.line(task.line) if order else None
    sku = line.sku if line else ""
    match task.phase:
        case PackPhase.TOTES:
            absent = missing_totes(task, order) if order else ()
            return PackPrompt.FETCH_TOTE, {"tote": absent[0] if absent else ""}
        case PackPhase.REPLACE:
            return PackPrompt.FETCH_ANOTHER, {"sku": sku}
        case PackPhase.OPEN_BOX:
            mark = order.parcel(task.other) if order else None
            return PackPrompt.OPEN_BOX, {"parcel": mark.number if mark else task.number}
        case PackPhase.MISSING:
            return WorkPrompt.HOW_MANY_FOUND, {"sku": sku, "number": line.packed if line else 0}
        case PackPhase.PARTLY:
            lines = sum(1 for line in order.lines if line.to_pack) if order else 0
            return PackPrompt.SHIP_PARTLY, {"lines": lines}
        case _ if task.typed:
            return WorkPrompt.SCAN_COUNTED, {"number": task.typed}
        case _ if order is not None and order.packed_out:
            return PackPrompt.CLOSE_BOX, {"parcel": task.number}
        case _:
            return PackPrompt.SCAN_ITEM, {}


def _label(parcel: Parcel | None, *, collected: bool) -> Asked:
    if collected:
        return PackPrompt.PICKUP_SHELF, {}
    label = parcel.label if parcel else Label.NONE
    if label is Label.SENT:
        return PackPrompt.SCAN_LABEL, {}
    if label is Label.DOUBTFUL and parcel is not None:
        return PackPrompt.LABEL_DOUBTFUL, {"reason": parcel.label_reason}
    if label is Label.FAILED and parcel is not None:
        return PackPrompt.LABEL_TROUBLE, {"reason": parcel.label_reason}
    return PackPrompt.LABEL_PRINTING, {}
