"""Picking at a bench: its view, its buttons, its row in the table of workflows."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.pick import rules
from app.domain.pick.prompt import prompt
from app.domain.pick.task import PickPhase, PickStop, PickTask
from app.station.frame import Buttons, frame, product_line
from app.station.pick.view import PickView, WalkStop
from app.station.seen import Seen
from app.station.views import Bar
from app.station.workflow import Workflow

C = Command
_AHEAD = 4
_ASKING = frozenset({PickPhase.FOUND, PickPhase.DAMAGED, PickPhase.CAPTURE})


def _view(seen: Seen, task: PickTask, buttons: Buttons) -> PickView:
    world, stop, pending = seen.world, task.stop, task.pending
    order, place = world.order(task.order), world.bin(stop.bin)
    done = sum([item.done for item in task.stops])
    wanted = sum([item.wanted for item in task.stops])
    to_do = [item for item in task.stops if not item.complete]
    ahead = [item for item in to_do if item is not stop][:_AHEAD]
    lines = order.lines if order else ()
    asked = next((line for line in lines if line.number == stop.line), None)
    return PickView(
        frame=frame(seen, buttons, order, done, wanted),
        bar=Bar(*prompt(task, world)),
        outcome=seen.outcome,
        stop=1 + len(task.stops) - len(to_do),
        stops=len(task.stops),
        bin=stop.bin,
        zone=place.zone if place else "",
        line=product_line(seen, stop.sku, number=stop.line, done=stop.done, wanted=stop.wanted),
        tote=task.tote,
        bin_confirmed=task.phase is not PickPhase.BIN,
        next_stops=tuple([_ahead(seen, item) for item in ahead]),
        found=task.typed,
        lot=pending.lot if pending else "",
        expiry=pending.expiry.isoformat() if pending and pending.expiry else "",
        serial=pending.serial if pending else "",
        asked_lot=asked.lot if asked else "",
        asked_serial=asked.serial if asked else "",
        asked_soft=asked is not None and asked.soft,
        alike=product_line(seen, other) if (other := world.alike.get(stop.sku)) else None,
        wrong=product_line(seen, seen.wrong_sku) if seen.wrong_sku else None,
    )


def _ahead(seen: Seen, item: PickStop) -> WalkStop:
    place, product = seen.world.bin(item.bin), seen.world.product(item.sku)
    zone, name = place.zone if place else "", product.name if product else ""
    return WalkStop(item.bin, zone, item.sku, name, item.wanted - item.done)


def _enabled(task: PickTask, seen: Seen) -> set[Command]:
    if task.stopped:
        return {C.OK}
    on = {C.UNDO}
    if task.phase in {PickPhase.BIN, PickPhase.PRODUCT}:
        on |= {C.SHORT, C.DAMAGED, C.SKIP}
    if task.phase not in _ASKING:
        on.add(C.HOLD)
    if task.phase is PickPhase.FOUND:
        on.add(C.OK)
    return on


PICK = Workflow(
    PickTask,
    rules.command,
    _view,
    (C.UNDO, C.SHORT, C.DAMAGED, C.SKIP, C.HOLD, C.OK),
    scan=rules.scan,
    enabled=_enabled,
)
