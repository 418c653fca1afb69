"""The pack screen's view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.pack import cartons
from app.domain.pack import rules as packing
from app.domain.rows.orders import Order
from app.domain.rows.things import Label, Parcel
from app.domain.weighing import weights
from app.station.views import Bar, CartonChoice, Frame, LabelState, LineView, PackView

if TYPE_CHECKING:
    from app.station.engine import Station


def pack_view(station: Station, task: packing.PackTask, frame: Frame) -> PackView:
    """What, how many, what is left."""
    world = station.world
    order, parcel = world.order(task.order), world.parcel(task.sscc)
    current = packing.current_line(task, order) if order else None
    lines = _lines(station, order, current.number if current else 0)
    by_number = {line.number: line for line in lines}
    last = by_number.get(task.line)
    wanted = weights.expected(parcel, task.carton, world) if parcel else None
    prompt, values = packing.prompt(task, world)
    return PackView(
        frame=frame,
        bar=Bar(prompt, values),
        outcome=station.outcome,
        parcel=task.number,
        carton=task.carton,
        line=by_number.get(current.number) if current else last,
        lines=lines,
        cartons=_cartons(station, task) if task.phase is packing.Phase.CARTON else (),
        grams=parcel.grams if parcel else None,
        expected_g=wanted.grams if wanted else None,
        label=_label(task, parcel),
        label_reason=parcel.label_reason if parcel else "",
        asks_reprint=task.phase is packing.Phase.REPRINT,
        sscc=task.sscc,
        removing=task.phase is packing.Phase.REMOVE,
        typed=task.typed,
        last=last,
        wrong=_wrong(station),
        carrier=order.carrier if order else "",
    )


def _lines(station: Station, order: Order | None, current: int) -> tuple[LineView, ...]:
    from app.station.present import product_line

    found = []
    for line in order.lines if order else ():
        view = product_line(
            station, line.sku, number=line.number, done=line.packed, wanted=line.ordered
        )
        name = view.name or line.name
        found.append(replace(view, name=name, short=line.short, current=line.number == current))
    return tuple(found)


def _label(task: packing.PackTask, parcel: Parcel | None) -> LabelState:
    if parcel is None or task.phase not in {packing.Phase.LABEL, packing.Phase.REPRINT}:
        return LabelState.NONE
    return {
        Label.NONE: LabelState.WANTED,
        Label.SENT: LabelState.SENT,
        Label.FAILED: LabelState.FAILED,
        Label.DOUBTFUL: LabelState.DOUBTFUL,
        Label.PROVEN: LabelState.PROVEN,
    }[parcel.label]


def _cartons(station: Station, task: packing.PackTask) -> tuple[CartonChoice, ...]:
    best = cartons.suggestion(station.world, task.order)
    rows = sorted(station.world.cartons(), key=lambda item: (item.volume_mm3, item.code))
    return tuple(CartonChoice(row.code, row.name, row.code == best) for row in rows)


def _wrong(station: Station) -> LineView | None:
    from app.station.present import product_line

    return product_line(station, station.wrong_sku) if station.wrong_sku else None
