"""What the sync brings, written into the station's file."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import Kind, Subject
from app.domain.outcome import outcome
from app.domain.outcome_work import Working
from app.domain.pack.label import outdated
from app.domain.rows.orders import Order, Sub
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
    ClaimRefused,
    ClaimsHeld,
    FactsPushed,
    HelloSaid,
    RowsPulled,
)


def handle(
    message: object, file: StationFile, session: Session, world: StationWorld
) -> Turn | None:
    """Apply one message; a turn where the operator must know."""
    match message:
        case HelloSaid():
            _hello(message, file)
        case FactsPushed(last_seq=last_seq):
            file.set(acked=str(last_seq))
        case RowsPulled():
            turn = _rows(message, file, session, world)
            return sign_in.withdrawn(turn.session if turn else session, world) or turn
        case CentreAnswered(at=at):
            trust.answered(file, at)
        case ClaimsHeld(claims=claims):
            file.set_reserved(claims)
        case ClaimRefused(order=order, holder=holder):
            return _refused(session, order, holder, world)
        case _:
            raise TypeError(f"nobody handles {type(message).__name__}")
    return None


def _hello(said: HelloSaid, file: StationFile) -> None:
    if said.forked:
        file.new_incarnation()
        return
    hello = said.hello
    values = {"epoch": hello.epoch, "acked": str(hello.last_seq)}
    if file.get("epoch") != hello.epoch or hello.last_seq < file.acked:
        # The centre is new to us or was restored: everything is pulled, what it forgot is pushed.
        # `applied` stays: it belongs to the rows that are here until the pull replaces both.
        values["cursor"] = ""
    first, after = hello.sscc
    if after > first:
        values |= {"sscc_next": str(first), "sscc_end": str(after)}
    file.set(**values)


def _rows(
    page: RowsPulled, file: StationFile, session: Session, world: StationWorld
) -> Turn | None:
    if not page.last:
        file.stage(page.rows)
        return None
    before = world.order(session.open_order) if session.open_order else None
    values = {"cursor": page.cursor, "applied": str(page.applied)}
    if page.refreshed is not None:
        values["refreshed"] = page.refreshed.isoformat()
    changed = file.take_over(page.rows, full=page.full, values=values)
    name = session.open_order
    if not name or Subject(Kind.ORDER, name) not in changed:
        return serial_shipped_before(session, changed, world)
    order = world.order(name)
    if order is None:
        return None
    if order.worked_by not in {"", world.station}:
        return _refused(session, name, order.worked_by, world)
    if before is not None and _done(session, order) and not _done(session, before):
        said = outcome(FromCentre.DONE_ELSEWHERE, order=order.ref)
        return Turn(_stopped(session, "taken"), said)
    if not order.cancelled:
        return _changed(session, order, before, world) or serial_shipped_before(
            session, changed, world
        )
    if session.pack is not None and session.pack.stopped:
        return None
    said = outcome(FromCentre.CANCELLED_MEANWHILE, order=order.ref)
    return Turn(_stopped(session, "cancelled"), said)


def _done(session: Session, order: Order) -> bool:
    """Nothing is left of what the order is open for here."""
    done = {Sub.PACKED, Sub.MANIFESTED}
    return order.sub in (done if session.pack is not None else {*done, Sub.PICKED, Sub.PACKING})


def _stopped(session: Session, reason: str) -> Session:
    """A packer must answer; a picker's next scan tells him again."""
    if session.pack is None:
        return session
    return replace(session, pack=replace(session.pack, stopped=reason))


def _changed(
    session: Session, order: Order, before: Order | None, world: StationWorld
) -> Turn | None:
    """Who it goes to has changed while it is open here: a label that is out already is wrong."""
    if before is None or (before.customer, before.carrier, before.service) == (
        order.customer,
        order.carrier,
        order.service,
    ):
        return None
    pack = session.pack
    if pack is not None and not pack.stopped and outdated(world.parcel(pack.sscc), order):
        stopped = replace(session, pack=replace(pack, stopped="address"))
        return Turn(stopped, outcome(Working.LABEL_OUTDATED, order=order.ref))
    return Turn(session, outcome(FromCentre.CHANGED_MEANWHILE, order=order.ref))


def _refused(session: Session, name: str, holder: str, world: StationWorld) -> Turn | None:
    if session.open_order != name:
        return None
    order = world.order(name)
    ref = order.ref if order else name
    said = outcome(FromCentre.CLAIM_LOST, order=ref, station=holder)
    return Turn(_stopped(session, "taken"), said)
