"""What the centre found out about the box in work that this station could not know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.facts import Kind, Subject, order_ref, serial_id
from app.domain.outcome import outcome
from app.domain.pack.outcome import Packing
from app.station.session import Session
from app.station.turn import Turn
from app.station.world import StationWorld


def serial_shipped_before(
    session: Session, changed: Iterable[Subject], world: StationWorld
) -> Turn | None:
    """A serial number in the box at hand left with another box before; None = none did.

    A station has the serial numbers of the last day only. The centre finds an older one when it
    applies the station's fact, and opens an exception, which arrives here a moment later.
    """
    task = session.task
    parcel = world.parcel(task.box) if task is not None else None
    if task is None or parcel is None or task.halted:
        return None
    doubted = set(_doubted_serials(changed, world))
    for item in parcel.contents:
        known = world.serial(item.sku, item.serial) if item.serial else None
        if known is None or known.parcel == parcel.sscc:
            continue
        if serial_id(item.sku, item.serial) in doubted:
            order = world.order(known.order)
            ref = order.ref if order else order_ref(known.order)
            said = outcome(Packing.SERIAL_SHIPPED_BEFORE, serial=item.serial, order=ref)
            return Turn(replace(session, task=task.halt("serial")), said)
    return None


def _doubted_serials(changed: Iterable[Subject], world: StationWorld) -> Iterable[str]:
    """Names of serial numbers about which an exception of this station is open."""
    exceptions = (world.exception(item.id) for item in changed if item.kind is Kind.EXCEPTION)
    for exception in exceptions:
        if exception is None or exception.closed or exception.station != world.station:
            continue
        if exception.subject_kind == Kind.SERIAL.value:
            yield exception.subject_id
