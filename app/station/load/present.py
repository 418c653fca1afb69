"""Loading at a bench: its view, its buttons, its row in the table of workflows."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.load import rules
from app.domain.load.belongs import missing, to_come, to_take_off
from app.domain.load.task import LoadTask
from app.domain.outcome import outcome
from app.domain.rows.orders import Order
from app.domain.rows.things import Load, Parcel
from app.domain.world import Step, World
from app.station.frame import Buttons, frame
from app.station.home.outcome import AtHome
from app.station.load.view import LoadRow, LoadView, MissingParcel, OrderToCome
from app.station.seen import Seen
from app.station.session import Session
from app.station.views import Bar
from app.station.workflow import Workflow

C = Command
MISSING_SHOWN = 200


def _view(seen: Seen, task: LoadTask, buttons: Buttons) -> LoadView:
    world = seen.world
    load, last = world.load(task.load), world.parcel(task.last)
    absent = missing(load, world) if load else ()
    to = world.order(last.order) if last else None
    loaded = len(load.parcels) if load else 0
    expected = loaded + len(absent)
    coming = to_come(load, world) if load and not load.closed else ()
    return LoadView(
        frame=frame(seen, buttons, None, loaded, expected),
        bar=Bar(*rules.prompt(task, world)),
        outcome=seen.outcome,
        load=load.load if load else "",
        carrier=load.carrier if load else "",
        dock=load.dock if load else "",
        cut_off=load.cut_off if load else None,
        loaded=loaded,
        expected=expected,
        missing=tuple(_missing(seen, parcel) for parcel in absent[:MISSING_SHOWN]),
        take_off=_take_off(seen, load),
        asks_reason=bool(task.back),
        closed=bool(load and load.closed),
        last_sscc=last.sscc if last else "",
        last_order=to.ref if to else "",
        last_receiver=_name_and_city(to) if to else "",
        open_loads=() if load else load_rows(seen),
        now=seen.now,
        to_come=tuple(
            OrderToCome(order.ref, order.sub.value, order.worked_by)
            for order in coming[:MISSING_SHOWN]
        ),
        all_to_come=len(coming),
    )


def _take_off(seen: Seen, load: Load | None) -> tuple[MissingParcel, ...]:
    if load is None or load.closed:
        return ()
    return tuple(_missing(seen, parcel) for parcel, _ in to_take_off(load, seen.world))


def _name_and_city(order: Order) -> str:
    return ", ".join(part for part in (order.customer.receiver, order.customer.city) if part)


def _missing(seen: Seen, parcel: Parcel) -> MissingParcel:
    order = seen.world.order(parcel.order)
    return MissingParcel(
        parcel.sscc,
        order.ref if order else parcel.order,
        parcel.place,
        parcel.stage.value,
        parcel.seen_at,
    )


def load_rows(seen: Seen) -> tuple[LoadRow, ...]:
    """The open loads, the earliest cut-off first."""
    loads = sorted(seen.world.open_loads(), key=lambda load: load.cut_off)
    return tuple(_row(load, seen.world) for load in loads)


def _row(load: Load, world: World) -> LoadRow:
    loaded = len(load.parcels)
    expected = loaded + len(missing(load, world))
    return LoadRow(load.load, load.carrier, load.dock, load.cut_off, loaded, expected)


def _enabled(task: LoadTask, seen: Seen) -> set[Command]:
    load = seen.world.load(task.load)
    if task.back:
        return {C.UNDO}
    if load is None:
        return {C.REMOVE, C.HOME}
    if load.closed:
        return {C.REMOVE, C.REOPEN, C.HOME, C.FINISH}
    on = {C.UNDO, C.REMOVE, C.HOME, C.FINISH}
    return on | {C.OK} if task.asked_close or task.stopped else on


def _begin(session: Session, world: World) -> Step[LoadTask]:
    return Step(outcome(AtHome.SHOWN, code="", what="load"), LoadTask())


LOAD = Workflow(
    LoadTask,
    rules.command,
    _view,
    (C.UNDO, C.REMOVE, C.REOPEN, C.HOME, C.OK, C.FINISH),
    scan=rules.scan,
    enabled=_enabled,
    opens=C.LOAD,
    counts_down=True,
    duty="load",
    begin=_begin,
)
