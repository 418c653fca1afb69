"""The views of home and of one order's timeline."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.facts import Fact, FactKind, Kind, Subject
from app.domain.load import rules as dispatching
from app.domain.rows.orders import Order, Sub
from app.domain.rows.things import Bin, Carton, Label, Product
from app.station.home import rules as home
from app.station.home.outcome import HomePrompt
from app.station.views import (
    Bar,
    Card,
    Frame,
    HomeView,
    LabelState,
    LineView,
    LoadRow,
    OrderView,
    ParcelRow,
    QueueKind,
    QueueRow,
    TimelineRow,
)

if TYPE_CHECKING:
    from app.station.engine import Station

PACK_SUBS = (Sub.PICKED.value, Sub.PACKING.value)
PICK_SUBS = (Sub.RELEASED.value, Sub.STARTED.value)
SHOWN_ROWS = 30


def home_view(station: Station, frame: Frame) -> HomeView:
    """The queue: totes ready to pack first, then orders to pick."""
    file, world = station.file, station.world
    rows = [
        _queue_row(station, QueueKind.PACK, order)
        for _, order in home.waiting(file, world, PACK_SUBS)
    ]
    rows += [
        _queue_row(station, QueueKind.PICK, order)
        for _, order in home.waiting(file, world, PICK_SUBS)
        if order.pickable
    ]
    loads = load_rows(station)
    orders, units = station.my_day()
    return HomeView(
        frame=frame,
        bar=Bar(HomePrompt.SCAN_ANYTHING),
        outcome=station.outcome,
        to_pick=file.count(PICK_SUBS),
        to_pack=file.count(PACK_SUBS),
        loads_open=len(loads),
        exceptions=station.open_exceptions(),
        queue=tuple(rows[:SHOWN_ROWS]),
        loads=loads,
        my_orders=orders,
        my_units=units,
        card=_card(station),
        now=station.clock.now(),
    )


def _queue_row(station: Station, kind: QueueKind, order: Order) -> QueueRow:
    left = [line.to_pack if kind is QueueKind.PACK else line.to_pick for line in order.lines]
    return QueueRow(
        kind=kind,
        order=order.ref,
        customer=order.customer.company or order.customer.name,
        carrier=order.carrier,
        priority=order.priority,
        lines=sum(1 for units in left if units),
        units=sum(left),
        placed_at=order.placed_at,
        cut_off=order.cut_off,
        tote=", ".join(order.totes),
        started_by=order.worked_by,
        held=bool(order.parked),
    )


def load_rows(station: Station) -> tuple[LoadRow, ...]:
    """Open loads by their cut-off."""
    found = (station.world.load(name) for name in station.file.names(Kind.LOAD))
    loads = sorted((row for row in found if row and not row.closed), key=lambda row: row.cut_off)
    return tuple(
        LoadRow(
            load.load,
            load.carrier,
            load.dock,
            load.cut_off,
            len(load.parcels),
            len(load.parcels) + len(dispatching.missing(load, station.world)),
        )
        for load in loads
    )


def _card(station: Station) -> Card | None:
    session = station.session
    if not session.shown or session.shown_kind == "order":
        return None
    row = station.file.row(Kind(session.shown_kind), session.shown)
    match row:
        case Product():
            stock = [
                f"{place.code}: {place.quantity(row.sku)}"
                for place in station.world.bins_of(row.sku)
            ]
            rows = (
                ("name", row.name),
                ("barcode", ", ".join(row.barcodes)),
                ("weight", f"{row.weight_g} g" if row.weight_g else "-"),
                ("bins", ", ".join(stock) or "-"),
            )
            return Card("product", row.sku, rows, station.pictures.name(row.picture))
        case Bin():
            held = [
                f"{item.sku} {item.lot} × {item.quantity}".replace("  ", " ")
                for item in row.stock
                if item.quantity
            ]
            return Card("bin", row.code, (("zone", row.zone or "-"), ("stock", ", ".join(held))))
        case Carton():
            size = f"{row.length_mm} × {row.width_mm} × {row.height_mm} mm"
            return Card("carton", row.code, (("name", row.name), ("size", size)))
        case _:
            return None


def order_view(station: Station, order: Order, frame: Frame) -> OrderView:
    """An order, its parcels and everything this station knows has happened to it."""
    name = station.session.shown
    facts = station.file.facts_about(Subject(Kind.ORDER, name))
    return OrderView(
        frame=frame,
        bar=Bar(HomePrompt.SCAN_ANYTHING),
        outcome=station.outcome,
        order=order.ref,
        state=order.state.value,
        sub_state=order.sub.value,
        customer=order.customer.company or order.customer.name,
        carrier=order.carrier,
        lines=tuple(
            LineView(line.number, line.sku, line.name, line.packed, line.ordered, short=line.short)
            for line in order.lines
        ),
        parcels=tuple(_parcel_row(station, mark.sscc) for mark in order.live_parcels),
        timeline=timeline(order, facts, station.file.acked),
    )


def _parcel_row(station: Station, sscc: str) -> ParcelRow:
    parcel = station.world.parcel(sscc)
    if parcel is None:
        return ParcelRow(0, sscc, "", LabelState.NONE, "", None)
    label = LabelState.NONE if parcel.label is Label.NONE else LabelState(parcel.label.value)
    return ParcelRow(parcel.number, sscc, parcel.carton, label, parcel.place, parcel.grams)


def timeline(order: Order, facts: tuple[Fact, ...], acked: int) -> tuple[TimelineRow, ...]:
    """Own facts, oldest first, after the order's placing."""
    rows = [placed_row(order.placed_at, order.channel)]
    for fact in facts:
        verdict = "applied" if fact.seq <= acked else "waiting"
        values = {key: value for key, value in fact.body.items() if isinstance(value, str | int)}
        rows.append(
            TimelineRow(
                fact.occurred_at,
                fact.kind,
                fact.origin,
                fact.operator,
                fact.device,
                verdict,
                values,
            )
        )
    return tuple(rows)


def placed_row(at: datetime, channel: str) -> TimelineRow:
    values = {"channel": channel}
    return TimelineRow(at, FactKind.ORDER_PLACED.value, channel, "", "", "applied", values)
