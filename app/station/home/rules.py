"""Home: the queue, and scan-anything opens what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from app.domain.commands import Command
from app.domain.count import rules as counting
from app.domain.count.outcome import Counting
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.load import rules as dispatching
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import rules as packing
from app.domain.pick import rules as picking
from app.domain.pick.outcome import Picking
from app.domain.rows.orders import Order, Stage, State, Sub
from app.domain.world import Hit, HitKind, Want, Wish
from app.station.devices.rules import DeviceTask
from app.station.home.outcome import AtHome
from app.station.labels.rules import KEPT, LabelsTask
from app.station.session import Screen, Session
from app.station.sign_in.outcome import SigningIn
from app.station.sign_in.rules import forbidden
from app.station.turn import Turn, from_step, say
from app.station.turn import home as home_session
from app.station.world import StationWorld
from app.store.lookup import place_of
from app.store.station.file import StationFile

QUEUE_ROWS = 60
_LABELLED = (FactKind.LABEL_SENT, FactKind.LABEL_FAILED, FactKind.LABEL_REPRINTED)


def scan(session: Session, hit: Hit, orders: int, file: StationFile, world: StationWorld) -> Turn:
    """Any known code opens what it is."""
    asked = session  # only the same order, scanned again, is an answer to "take it from there?"
    session = replace(session, take_from="")
    match hit.kind:
        case HitKind.ORDER if orders > 1:
            return say(session, outcome(AtHome.AMBIGUOUS, code=hit.reading.text, count=orders))
        case HitKind.ORDER:
            return open_order(asked, hit.id, world)
        case HitKind.TOTE:
            tote = world.tote(hit.id)
            if tote is None or not tote.order:
                return say(session, outcome(Working.TOTE_EMPTY, tote=hit.id))
            return open_order(asked, tote.order, world)
        case HitKind.PARCEL:
            return _parcel(session, hit.id, world)
        case HitKind.LOAD:
            return open_load(session, hit.id, world)
        case HitKind.TEXT | HitKind.BADGE:
            return say(session, outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text))
        case _:
            shown = replace(session, screen=Screen.HOME, shown_kind=hit.kind.value, shown=hit.id)
            return say(shown, outcome(AtHome.SHOWN, code=hit.id, what=hit.kind.value))


def open_order(session: Session, name: str, world: StationWorld) -> Turn:
    """Pick it, pack it, prove its label, or say why not."""
    order = world.order(name)
    if order is None:
        return say(session, outcome(Anywhere.UNKNOWN_CODE, code=name))
    refused = _closed(session, name, order)
    if refused is not None:
        return refused
    if order.worked_by and order.worked_by != world.station:
        return _of_another(session, name, order, world)
    if order.pickable:
        return open_pick(session, name, order, world)
    if not (order.packable or _unproven(order)):
        return say(session, outcome(Picking.NOTHING_PICKED, order=order.ref))
    if not world.allows("pack"):
        return forbidden(session, "pack")
    step = packing.start(name, order, world)
    return from_step(step, replace(session, screen=Screen.PACK, pack=step.task, shown=""))


def _of_another(session: Session, name: str, order: Order, world: StationWorld) -> Turn:
    """Open at another station: a supervisor takes it from there by scanning it twice."""
    station = order.worked_by
    if not world.allows("take_over"):
        return say(session, outcome(AtHome.ORDER_TAKEN, order=order.ref, station=station))
    if session.take_from != name:
        asked = replace(session, take_from=name)
        return say(asked, outcome(AtHome.TAKE_ORDER_ASKED, order=order.ref, station=station))
    subjects = (Subject(Kind.ORDER, name), Subject(Kind.OPERATOR, session.operator))
    fact = NewFact(FactKind.TAKEN_OVER, subjects, {"from": station})
    said = outcome(SigningIn.TAKEN_OVER, operator=session.operator, order=order.ref)
    return Turn(home_session(session), said, (fact,), (Wish(Want.CLAIM, name),))


def _closed(session: Session, name: str, order: Order) -> Turn | None:
    """Orders there is nothing to work on."""
    if order.cancelled:
        return say(session, outcome(Working.ORDER_CANCELLED, order=order.ref))
    if order.sub is Sub.ON_HOLD:
        return say(session, outcome(AtHome.ORDER_ON_HOLD, order=order.ref, reason=order.hold))
    shown = replace(session, screen=Screen.ORDER, shown_kind="order", shown=name)
    if order.state is not State.ORDERED and order.state is not State.PICKING:
        return say(shown, outcome(AtHome.ALREADY_SHIPPED, order=order.ref))
    if order.sub is Sub.PACKED and not _unproven(order):
        return say(shown, outcome(AtHome.ALREADY_PACKED, order=order.ref))
    return None


def _unproven(order: Order) -> bool:
    return order.sub is Sub.PACKED and any(
        mark.stage in {Stage.OPEN, Stage.SEALED} for mark in order.live_parcels
    )


def open_pick(session: Session, name: str, order: Order, world: StationWorld) -> Turn:
    if not world.allows("pick"):
        lines = [line for line in order.lines if line.to_pick]
        bins = {place.code for line in lines[:5] for place in world.bins_of(line.sku)[:1]}
        said = outcome(
            AtHome.NOT_PICKED_YET, order=order.ref, lines=len(lines), bins=", ".join(sorted(bins))
        )
        return say(session, said)
    step = picking.start(name, order, world)
    if step.task is None:
        return from_step(step, session)
    turn = from_step(step, replace(session, screen=Screen.PICK, pick=step.task, shown=""))
    return replace(turn, wishes=(Wish(Want.CLAIM, name),))


def _parcel(session: Session, sscc: str, world: StationWorld) -> Turn:
    parcel = world.parcel(sscc)
    if parcel is None:
        return say(session, outcome(Anywhere.UNKNOWN_CODE, code=sscc))
    shown = replace(session, screen=Screen.ORDER, shown_kind="order", shown=parcel.order)
    return say(shown, outcome(AtHome.SHOWN, code=sscc, what="parcel"))


def open_load(session: Session, name: str, world: StationWorld) -> Turn:
    if not world.allows("load"):
        return forbidden(session, "load")
    step = dispatching.open_load(name, world)
    if step.task is None:
        return from_step(step, session)
    return from_step(step, replace(session, screen=Screen.LOAD, load=step.task, shown=""))


def command(session: Session, pressed: Command, file: StationFile, world: StationWorld) -> Turn:
    """A command at home or at an order's timeline."""
    session = replace(session, take_from="")
    match pressed:
        case Command.PICK:
            return _next(session, file, world, picks=True, packs=False)
        case Command.PACK:
            return _next(session, file, world, picks=False, packs=True)
        case Command.NEXT:
            return _next(session, file, world, picks=True, packs=True)
        case Command.LOAD:
            if not world.allows("load"):
                return forbidden(session, "load")
            task = dispatching.LoadTask()
            said = outcome(AtHome.SHOWN, code="", what="load")
            return say(replace(session, screen=Screen.LOAD, load=task, shown=""), said)
        case Command.COUNT:
            return _count(session, world)
        case Command.TEST:
            opened = replace(session, screen=Screen.DEVICES, devices=DeviceTask(), shown="")
            return say(opened, outcome(Anywhere.CLEARED))
        case Command.PRINT:
            rows = file.subjects_of(_LABELLED, Kind.PARCEL, KEPT)
            opened = replace(session, screen=Screen.LABELS, labels=LabelsTask(rows), shown="")
            return say(opened, outcome(Anywhere.CLEARED))
        case Command.HOME | Command.CLEAR | Command.OK | Command.UNDO:
            calm = replace(session, screen=Screen.HOME, shown_kind="", shown="")
            return say(calm, outcome(Anywhere.CLEARED))
        case _:
            return say(session, outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value))


def _count(session: Session, world: StationWorld) -> Turn:
    """Stock-taking; a bin that is shown is counted at once."""
    if not world.allows("count"):
        return forbidden(session, "count")
    task = counting.CountTask()
    opened = replace(session, screen=Screen.COUNT, count=task, shown_kind="", shown="")
    if session.shown_kind != HitKind.BIN.value or not session.shown:
        return say(opened, outcome(Counting.COUNT_OPENED))
    step = counting.start(task, session.shown, world)
    return from_step(step, replace(opened, count=step.task))


def _next(
    session: Session, file: StationFile, world: StationWorld, *, picks: bool, packs: bool
) -> Turn:
    """The first order that waits: totes ready to pack come before new walks."""
    if packs and world.allows("pack"):
        for name, order in waiting(file, world, (Sub.PICKED.value, Sub.PACKING.value)):
            if not order.worked_by and not order.parked:
                return open_order(session, name, world)
    if picks and world.allows("pick"):
        for name in next_picks(file, world):
            turn = open_order(session, name, world)
            if turn.session.pick is not None:
                return turn
    if not (picks and world.allows("pick")) and not (packs and world.allows("pack")):
        return forbidden(session, "pick" if picks else "pack")
    return say(session, outcome(AtHome.QUEUE_EMPTY))


def waiting(
    file: StationFile, world: StationWorld, subs: tuple[str, ...]
) -> Iterator[tuple[str, Order]]:
    """Orders in these sub-states as they are now, in queue order."""
    for name in file.names(Kind.ORDER, subs, limit=QUEUE_ROWS):
        order = world.order(name)
        if order is not None and order.sub.value in subs:
            yield name, order


def next_picks(file: StationFile, world: StationWorld) -> Iterator[str]:
    """Orders to pick: the ones claimed for this station first, then any that nobody works on."""
    reserved = file.reserved()
    subs = (Sub.RELEASED.value, Sub.STARTED.value)
    mine = [(name, order) for name in reserved if (order := world.order(name)) is not None]
    # By themselves: at a large site they may lie behind the first rows of the queue.
    mine.sort(key=_place)
    others = ((name, order) for name, order in waiting(file, world, subs) if name not in reserved)
    for name, order in chain(mine, others):
        if order.sub.value in subs and order.pickable and order.worked_by in {"", world.station}:
            yield name


def _place(row: tuple[str, Order]) -> tuple[int, str, str]:
    name, order = row
    place = place_of(order)
    return place.priority, place.due, name
