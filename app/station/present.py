"""From the station's state to a frozen view: what each screen shows, never how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.device_api import DeviceKind
from app.domain.commands import Command
from app.domain.count import rules as counting
from app.domain.load import rules as dispatching
from app.domain.outcome import Prompt, Values
from app.domain.pack import rules as packing
from app.domain.pick import rules as picking
from app.domain.rows.orders import Order
from app.domain.rows.things import Parcel
from app.station.count.present import count_view
from app.station.devices.present import devices_view, labels_view
from app.station.devices.rules import DeviceTask
from app.station.home.present import home_view, load_rows, order_view
from app.station.pack.present import pack_view
from app.station.session import Screen
from app.station.sign_in import trust
from app.station.sign_in.outcome import SignInPrompt
from app.station.views import (
    Action,
    Bar,
    Frame,
    LineView,
    LoadView,
    MissingParcel,
    PickView,
    SignInView,
    Stop,
    View,
)

if TYPE_CHECKING:
    from app.station.engine import Station

C = Command
ACTIONS: dict[Screen, tuple[Command, ...]] = {
    Screen.SIGN_IN: (),
    Screen.HOME: (C.SIGN_OUT, C.LOCK, C.PRINT, C.TEST, C.HELP, C.NEXT),
    Screen.ORDER: (C.HOME, C.HELP, C.NEXT),
    Screen.PICK: (C.UNDO, C.SHORT, C.DAMAGED, C.SKIP, C.HOLD, C.OK),
    Screen.PACK: (C.UNDO, C.SHORT, C.DAMAGED, C.REMOVE, C.BOX, C.PRINT, C.HOLD, C.OK, C.FINISH),
    Screen.DEVICES: (C.HOME, C.PRINT, C.WEIGH, C.SKIP, C.OK, C.TEST),
    Screen.LABELS: (C.HOME, C.CLEAR, C.OK),
    Screen.COUNT: (C.UNDO, C.CLEAR, C.OK),
    Screen.LOAD: (C.UNDO, C.REMOVE, C.HOME, C.OK, C.FINISH),
}


def view(station: Station) -> View:
    """The view of the session's screen."""
    session = station.session
    match session.screen:
        case Screen.SIGN_IN:
            return _sign_in(station)
        case Screen.PICK if session.pick is not None:
            return _pick(station, session.pick)
        case Screen.PACK if session.pack is not None:
            return pack_view(station, session.pack, frame(station, *_order_of(station)))
        case Screen.LOAD if session.load is not None:
            return _load(station, session.load)
        case Screen.DEVICES if session.devices is not None:
            return devices_view(station, session.devices, frame(station))
        case Screen.LABELS if session.labels is not None:
            return labels_view(station, session.labels, frame(station))
        case Screen.COUNT if session.count is not None:
            return count_view(station, session.count, frame(station))
        case Screen.ORDER if session.shown:
            order = station.world.order(session.shown)
            if order is not None:
                return order_view(station, order, frame(station, order))
    return home_view(station, frame(station))


def frame(station: Station, order: Order | None = None, done: int = 0, wanted: int = 0) -> Frame:
    """What surrounds every screen."""
    session, world = station.session, station.world
    person = world.person(session.operator)
    name = session.open_order
    reserved = not name or name in station.file.reserved() or not station.link.online
    if order is not None and order.worked_by == station.file.origin and station.link.online:
        reserved = True
    return Frame(
        station=station.file.origin,
        operator=person.name if person and session.screen is not Screen.SIGN_IN else "",
        language=session.language or "en",
        link=station.link,
        devices=tuple(station.devices.values()),
        actions=tuple(Action(c, _enabled(station, c)) for c in ACTIONS[session.screen]),
        order=order.ref if order else "",
        customer=(order.customer.company or order.customer.name) if order else "",
        carrier=" ".join(filter(None, (order.carrier, order.service))) if order else "",
        cut_off=order.cut_off if order else None,
        reserved=reserved,
        done=done,
        wanted=wanted,
        weight=f"{station.scale.value} {station.scale.unit.value}" if station.scale else "",
    )


def _enabled(station: Station, command: Command) -> bool:
    """Whether a button does anything now."""
    session = station.session
    if session.pick is not None and session.screen is Screen.PICK:
        phase = session.pick.phase
        asking = phase in {picking.Phase.FOUND, picking.Phase.DAMAGED, picking.Phase.CAPTURE}
        if command is C.OK:
            order = station.world.order(session.pick.order)
            return phase is picking.Phase.FOUND or bool(order and order.cancelled)
        if command in {C.SHORT, C.DAMAGED, C.SKIP}:
            return phase in {picking.Phase.BIN, picking.Phase.PRODUCT}
        return command is C.UNDO or not asking
    if session.pack is not None and session.screen is Screen.PACK:
        return _pack_enabled(session.pack, command)
    if session.load is not None and session.screen is Screen.LOAD:
        if command is C.OK:
            return session.load.asked_close or bool(session.load.stopped)
        return command is C.HOME or bool(session.load.load)
    if session.devices is not None and session.screen is Screen.DEVICES:
        return _device_enabled(station, session.devices, command)
    if session.count is not None and session.screen is Screen.COUNT:
        begun = session.count.phase is not counting.Phase.BIN
        return command is C.CLEAR or begun
    if session.labels is not None and session.screen is Screen.LABELS:
        return command is not C.OK or bool(session.labels.typed)
    return True


def _device_enabled(station: Station, task: DeviceTask, command: Command) -> bool:
    kinds = {device.kind for device in station.devices.values()}
    if command is C.PRINT:
        return DeviceKind.PRINTER in kinds
    if command is C.WEIGH:
        return DeviceKind.SCALE in kinds
    if command is C.SKIP:
        return task.test is not None and task.test.now is not None
    return True


def _pack_enabled(task: packing.PackTask, command: Command) -> bool:
    phases = packing.Phase
    asking = {phases.PARTLY, phases.MISSING, phases.WEIGHT, phases.SHELF, phases.CARTON}
    if task.stopped:
        return command in {C.OK, C.UNDO}
    if command is C.OK:
        return task.phase in asking
    if command is C.PRINT:
        return task.phase is phases.LABEL
    if task.phase is phases.REPRINT:
        return command is C.UNDO
    if command in {C.SHORT, C.DAMAGED, C.REMOVE, C.BOX}:
        return task.phase is phases.ITEM
    return command in {C.UNDO, C.HOLD, C.FINISH}


def _order_of(station: Station) -> tuple[Order | None, int, int]:
    order = station.world.order(station.session.open_order)
    if order is None:
        return None, 0, 0
    return (
        order,
        sum(line.packed for line in order.lines),
        sum(line.ordered - line.short for line in order.lines),
    )


def bar(prompt: tuple[Prompt, Values]) -> Bar:
    return Bar(prompt[0], prompt[1])


def _sign_in(station: Station) -> SignInView:
    session, world = station.session, station.world
    believed = trust.trust_of(station.file, station.config, station.clock.now())
    person = world.person(session.operator)
    order = world.order(session.open_order) if session.open_order else None
    kept: Values = {
        "operator": person.name if person else "",
        "order": order.ref if order else "",
    }
    if session.asks_pin:
        asked = world.person(session.asks_pin)
        shown = Bar(SignInPrompt.ENTER_PIN, {"operator": asked.name if asked else ""})
    elif session.taking_over:
        shown = Bar(SignInPrompt.TAKE_OVER, kept)
    else:
        shown = Bar(SignInPrompt.LOCKED, kept) if session.locked else Bar(SignInPrompt.SCAN_BADGE)
    return SignInView(
        frame=frame(station),
        bar=shown,
        outcome=station.outcome,
        staff=session.staff,
        pin_digits=station.pin_digits,
        asks_pin=bool(session.asks_pin),
        locked=session.locked,
        loading=not station.file.get("cursor"),
        notice=trust.notice(believed, station.link.behind),
    )


def product_line(
    station: Station, sku: str, *, number: int = 0, done: int = 0, wanted: int = 0
) -> LineView:
    """A line's product as the master data know it."""
    product = station.world.product(sku)
    return LineView(
        number=number,
        sku=sku,
        name=product.name if product else "",
        done=done,
        wanted=wanted,
        picture=station.pictures.name(product.picture) if product else "",
        barcode=product.barcodes[0] if product and product.barcodes else sku,
        note=product.note if product else "",
    )


def _pick(station: Station, task: picking.PickTask) -> PickView:
    world, stop = station.world, task.stop
    order = world.order(task.order)
    place = world.bin(stop.bin)
    done = sum(item.done for item in task.stops)
    wanted = sum(item.wanted for item in task.stops)
    ahead = [item for item in task.stops if not item.complete and item is not stop]
    pending = task.pending
    return PickView(
        frame=frame(station, order, done, wanted),
        bar=bar(picking.prompt(task, world)),
        outcome=station.outcome,
        stop=1 + sum(item.complete for item in task.stops),
        stops=len(task.stops),
        bin=stop.bin,
        zone=place.zone if place else "",
        line=product_line(station, stop.sku, number=stop.line, done=stop.done, wanted=stop.wanted),
        tote=task.tote,
        bin_confirmed=task.phase is not picking.Phase.BIN,
        next_stops=tuple(_stop(station, item) for item in ahead[:4]),
        found=task.typed,
        lot=pending.lot if pending else "",
        expiry=pending.expiry.isoformat() if pending and pending.expiry else "",
        serial=pending.serial if pending else "",
        wrong=product_line(station, station.wrong_sku) if station.wrong_sku else None,
    )


def _stop(station: Station, item: picking.PickStop) -> Stop:
    place = station.world.bin(item.bin)
    product = station.world.product(item.sku)
    return Stop(
        item.bin,
        place.zone if place else "",
        item.sku,
        product.name if product else "",
        item.wanted - item.done,
    )


def _load(station: Station, task: dispatching.LoadTask) -> LoadView:
    world = station.world
    load = world.load(task.load)
    absent = dispatching.missing(load, world) if load else ()
    last = world.parcel(task.last)
    receiver = world.order(last.order) if last else None
    loaded = len(load.parcels) if load else 0
    expected = loaded + len(absent)
    return LoadView(
        frame=frame(station, None, loaded, expected),
        bar=bar(dispatching.prompt(task, world)),
        outcome=station.outcome,
        load=load.load if load else "",
        carrier=load.carrier if load else "",
        dock=load.dock if load else "",
        cut_off=load.cut_off if load else None,
        loaded=loaded,
        expected=expected,
        missing=tuple(_missing(station, parcel) for parcel in absent[:200]),
        last_sscc=last.sscc if last else "",
        last_order=receiver.ref if receiver else "",
        last_receiver=_receiver(receiver),
        open_loads=() if load else load_rows(station),
        now=station.clock.now(),
    )


def _receiver(order: Order | None) -> str:
    if order is None:
        return ""
    parts = (order.customer.name or order.customer.company, order.customer.city)
    return ", ".join(part for part in parts if part)


def _missing(station: Station, parcel: Parcel) -> MissingParcel:
    order = station.world.order(parcel.order)
    return MissingParcel(
        parcel.sscc,
        order.ref if order else parcel.order,
        parcel.place,
        parcel.stage.value,
        parcel.seen_at,
    )
