"""Packing at a bench: its view, its buttons, its row in the table of workflows."""

from __future__ import annotations

from dataclasses import replace

from app.device_api import Weight
from app.domain.commands import Command
from app.domain.outcome import outcome
from app.domain.pack import cartons, rules
from app.domain.pack.opening import notes_of, notes_of_line
from app.domain.pack.prompt import prompt
from app.domain.pack.task import PackPhase, PackTask, current_line
from app.domain.pack.weight import weigh
from app.domain.rows.orders import Order
from app.domain.rows.things import Label, Parcel
from app.domain.weighing import weights
from app.domain.weighing.outcome import Weighing
from app.domain.world import Step, World
from app.station.frame import Buttons, frame, kit_views, product_line
from app.station.pack.view import CartonChoice, PackView
from app.station.seen import Seen
from app.station.views import Bar, KitView, LabelState, LineView
from app.station.workflow import Workflow

C = Command
_ASKING = frozenset(
    {
        PackPhase.NOTE,
        PackPhase.TOTES,
        PackPhase.CARTON,
        PackPhase.REPLACE,
        PackPhase.MISSING,
        PackPhase.PARTLY,
        PackPhase.WEIGHT,
        PackPhase.SHELF,
        PackPhase.OPEN_BOX,
        PackPhase.ADD_ASKED,
    }
)


def _view(seen: Seen, task: PackTask, buttons: Buttons) -> PackView:
    """The pack screen: the box, its lines, its weight and its label."""
    world = seen.world
    order, parcel = world.order(task.order), world.parcel(task.sscc)
    current = current_line(task, order) if order else None
    lines = _lines(seen, order, current.number if current else 0)
    by_number = {line.number: line for line in lines}
    last = by_number.get(task.line)
    wanted = weights.expected(parcel, task.carton, world, task.packs) if parcel else None
    other = world.alike.get(current.sku) if current else None
    if other and any(line.sku == other for line in lines):
        other = None  # the order has both
    return PackView(
        frame=frame(seen, buttons, order, *_done_of(order)),
        bar=Bar(*prompt(task, world)),
        outcome=seen.outcome,
        parcel=task.number,
        carton=task.carton,
        line=by_number.get(current.number) if current else last,
        lines=lines,
        cartons=_cartons(task, world) if task.phase is PackPhase.CARTON else (),
        grams=parcel.grams if parcel else None,
        expected_g=wanted.grams if wanted else None,
        label=_label(task, parcel, collected=bool(order and order.pickup)),
        label_reason=parcel.label_reason if parcel else "",
        asks_reprint=task.phase is PackPhase.REPRINT,
        sscc=task.sscc,
        removing=task.phase is PackPhase.REMOVE,
        typed=task.typed,
        last=last,
        alike=product_line(seen, other) if other else None,
        wrong=product_line(seen, seen.wrong_sku) if seen.wrong_sku else None,
        carrier=order.carrier if order else "",
        notes=_notes(task, order, world),
        homeless=_homeless(task),
    )


def _homeless(task: PackTask) -> int:
    """Damaged units that lie in no place yet."""
    broken = (step.broken for step in task.steps if step.broken is not None)
    return sum(one.quantity for one in broken if not one.bin)


def _notes(task: PackTask, order: Order | None, world: World) -> tuple[str, ...]:
    """What is to be read now: of a unit that waits for it, else of the order."""
    if order is None or task.phase is not PackPhase.NOTE:
        return ()
    line = order.line(task.line) if task.pending is not None else None
    if line is None:
        return notes_of(order)
    return notes_of_line(order, line, world.product(line.sku))


def _done_of(order: Order | None) -> tuple[int, int]:
    """(units packed, units that will come: ordered without short ones)."""
    if order is None:
        return 0, 0
    packed = sum(line.packed for line in order.lines)
    return packed, sum(line.ordered - line.short for line in order.lines)


def _lines(seen: Seen, order: Order | None, current: int) -> tuple[LineView, ...]:
    found: list[LineView] = []
    kits: dict[int, KitView] = {}
    for line in order.lines if order else ():
        if line.kit is not None and not kits:  # few orders have bundles, and each unit is drawn
            kits = kit_views(order)
        view = product_line(
            seen,
            line.sku,
            number=line.number,
            done=line.packed,
            wanted=line.ordered,
            short=line.short,
        )
        name = view.name or line.name
        current_one = line.number == current
        found.append(replace(view, name=name, current=current_one, kit=kits.get(line.number)))
    return tuple(found)


def _label(task: PackTask, parcel: Parcel | None, *, collected: bool) -> LabelState:
    waits = parcel is not None and task.phase in {PackPhase.LABEL, PackPhase.REPRINT}
    if parcel is None or not waits or collected:
        return LabelState.NONE
    return LabelState.WANTED if parcel.label is Label.NONE else LabelState(parcel.label.value)


def _cartons(task: PackTask, world: World) -> tuple[CartonChoice, ...]:
    best = cartons.suggestion(world, task.order)
    rows = sorted(world.cartons(), key=lambda item: (item.volume_mm3, item.code))
    return tuple(CartonChoice(row.code, row.name, row.code == best) for row in rows)


def _enabled(task: PackTask, seen: Seen) -> set[Command]:
    if task.stopped:
        return {C.OK, C.UNDO} if task.stopped in {"weight", "label"} else {C.OK}
    if task.phase is PackPhase.REPRINT:
        return {C.UNDO}
    if task.phase is PackPhase.NOTE:
        return {C.OK, C.HOLD}
    if task.phase in {PackPhase.OPEN_BOX, PackPhase.ADD_ASKED}:
        return {C.OK, C.UNDO}
    if task.phase is PackPhase.REPLACE:
        return {C.OK, C.SHORT, C.HOLD, C.UNDO}
    if task.phase is PackPhase.DAMAGED_BIN:
        return {C.OK, C.HOLD, C.UNDO}
    on = {C.UNDO, C.HOLD, C.FINISH}
    if task.phase in _ASKING:
        on.add(C.OK)
    if task.phase is PackPhase.LABEL:
        order = seen.world.order(task.order)
        if order is not None and order.pickup:
            return {C.UNDO, C.SLIP, C.OK}
        on |= {C.PRINT, C.SLIP}
    if task.phase is PackPhase.ITEM:
        on |= {C.SHORT, C.DAMAGED, C.REMOVE, C.BOX}
    return on


def _weigh(task: PackTask, weight: Weight, fresh: bool, world: World) -> Step[PackTask] | None:  # noqa: FBT001  the table's signature
    if not task.sscc:
        return None
    if not fresh:
        return Step(outcome(Weighing.STALE_WEIGHT, grams=weight.grams), task)
    return weigh(task, weight.grams, world, str(weight.value), weight.unit.value)


PACK = Workflow(
    PackTask,
    rules.command,
    _view,
    (C.UNDO, C.SHORT, C.DAMAGED, C.REMOVE, C.BOX, C.PRINT, C.SLIP, C.HOLD, C.OK, C.FINISH),
    scan=rules.scan,
    enabled=_enabled,
    weigh=_weigh,
)
