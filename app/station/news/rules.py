"""What the sync brings: it is written into the station's file, and may halt the open task."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from app.domain import lookalike
from app.domain.facts import Kind, Subject
from app.domain.outcome import outcome
from app.domain.pack.label import outdated_outcome
from app.domain.rows.orders import Order
from app.domain.rows.stages import outdated
from app.domain.stops import halted_by, stop_of
from app.domain.world import Want, Wish
from app.station import notes
from app.station.home import rules as home
from app.station.news.outcome import FromCentre
from app.station.news.second_look import serial_shipped_before
from app.station.session import Session
from app.station.sign_in import rules as sign_in
from app.station.sign_in import trust
from app.station.turn import Turn
from app.station.world import StationWorld
from app.store.station.file import StationFile
from app.sync.news import (
    CentreAnswered,
    CentreNews,
    ClaimRefused,
    ClaimsEnd,
    ClaimsHeld,
    FactsPushed,
    HelloSaid,
    LookAlikes,
    RowsPulled,
)


def handle(
    message: CentreNews, file: StationFile, session: Session, world: StationWorld
) -> Turn | None:
    """Write one message into the file. Returns a turn where the operator must know of it.

    Raises StorageFault: the message must then be handled again.
    """
    match message:
        case HelloSaid():
            _hello(message, file)
        case FactsPushed(last_seq=last_seq):
            file.keep(replace(file.meta, acked=last_seq))
        case RowsPulled():
            turn = _rows(message, file, session, world)
            world.look_anew()
            turn = sign_in.withdrawn(turn.session if turn else session, world) or turn
            facts = notes.arrived(world)
            if not facts:
                return turn
            turn = turn or Turn(session, None)
            return replace(turn, facts=(*turn.facts, *facts))
        case LookAlikes(pairs=pairs):
            world.alike = lookalike.alike(pairs)
        case CentreAnswered(at=at):
            file.keep(trust.answered(file.meta, at))
        case ClaimsEnd(names=names):
            kept = {n: until for n, until in world.reserved().items() if n not in names}
            file.refresh.set_reserved(kept, file.rows.pins)
        case ClaimsHeld():
            return _held(message, file, session, world)
        case ClaimRefused(order=order, holder=holder):
            waiting = home.refused(session, order, holder, world)
            return waiting or _refused(session, order, holder, world)
        case _:
            assert_never(message)
    return None


def _hello(said: HelloSaid, file: StationFile) -> None:
    if said.forked:
        file.new_incarnation()
        return
    hello, meta = said.hello, file.meta
    new = replace(meta, epoch=hello.epoch, acked=hello.last_seq)
    if meta.epoch != hello.epoch or hello.last_seq < meta.acked:
        # The centre is new to us or was restored: everything is pulled, what it forgot is pushed.
        # `applied` stays: it belongs to the rows that are here until the pull replaces both.
        new = replace(new, cursor="")
    first, after = hello.sscc
    if after > first:
        new = replace(new, sscc_next=first, sscc_end=after)
    file.keep(new)


def _held(
    message: ClaimsHeld, file: StationFile, session: Session, world: StationWorld
) -> Turn | None:
    """Keep the claims, but for those that another station wants and this bench has not open."""
    given = message.wanted - {session.open_order, session.open_task, session.asked}
    kept = {name: until for name, until in message.claims.items() if name not in given}
    file.refresh.set_reserved(kept, message.pins)
    turn = home.claimed(session, world) or _again_ours(session, world)
    if given:
        turn = turn or Turn(session, None)
        back = tuple(Wish(Want.GIVE_BACK, name) for name in sorted(given))
        turn = replace(turn, wishes=(*turn.wishes, *back))
    return turn


def _again_ours(session: Session, world: StationWorld) -> Turn | None:
    """The open order was another station's and was given back: the work goes on."""
    task, name = session.task, session.open_order
    if task is None or not task.taken or name not in world.reserved():
        return None
    order = world.order(name)
    if order is None or order.worked_by not in {"", world.station} or task.done_with(order):
        return None
    said = outcome(FromCentre.CLAIM_GRANTED, order=order.ref)
    return Turn(replace(session, task=task.halt("")), said)


def _rows(
    page: RowsPulled, file: StationFile, session: Session, world: StationWorld
) -> Turn | None:
    if not page.last:
        file.refresh.stage(page.rows)
        return None
    name = session.open_order
    before = world.order(name)
    meta = replace(file.meta, cursor=page.cursor, applied=page.applied)
    if page.refreshed is not None:
        meta = replace(meta, refreshed=page.refreshed)
    changed = file.refresh.take_over(page.rows, full=page.full, meta=meta)
    if not name or Subject(Kind.ORDER, name) not in changed:
        return serial_shipped_before(session, changed, world)
    order = world.order(name)
    if order is None:
        return None
    turn = _open_order_changed(session, name, before, order, world)
    if turn is not None or order.cancelled:
        return turn
    return serial_shipped_before(session, changed, world)


def _open_order_changed(
    session: Session, name: str, before: Order | None, order: Order, world: StationWorld
) -> Turn | None:
    """What the operator must know of a change to the open order; only the gravest is said."""
    if order.worked_by not in {"", world.station}:
        return _refused(session, name, order.worked_by, world)
    if before is not None and _done(session, order) and not _done(session, before):
        return Turn(_halted(session, "taken"), outcome(FromCentre.DONE_ELSEWHERE, order=order.ref))
    stop = stop_of(order)
    if stop is None:
        freed = session.task.freed(order) if session.task is not None else None
        if freed is not session.task:
            said = outcome(FromCentre.GOES_ON, order=order.ref)
            return Turn(replace(session, task=freed), said)
        return _sent_elsewhere(session, order, before, world) or _other_lines(
            session, order, before
        )
    if session.halted or (before is not None and before.stopped is order.stopped):
        return None
    if order.cancelled:
        stop = outcome(FromCentre.CANCELLED_MEANWHILE, order=order.ref)
    return Turn(_halted(session, halted_by(order)), stop)


def _done(session: Session, order: Order) -> bool:
    """Whether nothing is left to do of what the order is open for here."""
    return session.task is not None and session.task.done_with(order)


def _halted(session: Session, reason: str) -> Session:
    """The session with its task halted."""
    task = session.task
    return session if task is None else replace(session, task=task.halt(reason))


def _sent_elsewhere(
    session: Session, order: Order, before: Order | None, world: StationWorld
) -> Turn | None:
    """Receiver, carrier or service of the open order changed; None = none of them did.

    A label that is made already is wrong then, and the task halts.
    """
    if before is None or (before.customer, before.carrier, before.service) == (
        order.customer,
        order.carrier,
        order.service,
    ):
        return None
    task = session.task
    changed = outdated(world.parcel(task.box), order) if task is not None else ""
    if task is not None and not task.halted and changed:
        return Turn(_halted(session, changed), outdated_outcome(changed, order))
    return Turn(session, outcome(FromCentre.CHANGED_MEANWHILE, order=order.ref))


def _other_lines(session: Session, order: Order, before: Order | None) -> Turn | None:
    """The shop wants more or less of something; what is too much in a box is a STOP of its own."""
    if before is None or _wanted(before) == _wanted(order):
        return None
    return Turn(session, outcome(FromCentre.LINES_CHANGED, order=order.ref))


def _wanted(order: Order) -> list[tuple[int, int]]:
    return [(line.number, line.ordered) for line in order.lines if not line.added]


def _refused(session: Session, name: str, holder: str, world: StationWorld) -> Turn | None:
    """Another station holds this order; None = it is not open here."""
    if name and session.open_task == name:
        said = outcome(FromCentre.TASK_LOST, station=holder)
        return Turn(_halted(session, "taken"), said)
    if session.open_order != name:
        return None
    order = world.order(name)
    ref = order.ref if order else name
    said = outcome(FromCentre.CLAIM_LOST, order=ref, station=holder)
    return Turn(_halted(session, "taken"), said)
