"""Whether a parcel may go with a load, and which of those on it may not go any more."""

from __future__ import annotations

from app.domain.load.outcome import Loading
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.rows.orders import Order, Stage, Stop
from app.domain.rows.stages import addresses_differ, outdated
from app.domain.rows.things import Load, Parcel
from app.domain.world import World


def missing(load: Load, world: World) -> tuple[Parcel, ...]:
    """Parcels of the load's carrier that are sealed or closed and on no truck yet.

    One whose shop has stopped it, or that its customer collects, is not missing: it must not go.
    """
    return tuple(
        parcel
        for parcel in world.parcels_for(load.carrier)
        if parcel.stage in {Stage.SEALED, Stage.CLOSED}
        and parcel.sscc not in load.parcels
        and not _stays(world.order(parcel.order))
    )


def to_come(load: Load, world: World) -> tuple[Order, ...]:
    """Orders that are not packed and should go with this load, or with a later one if it is full.

    One whose cut-off is later than the truck's waits for another truck.
    """
    orders = world.unpacked_for(load.carrier)
    return tuple(one for one in orders if one.cut_off is None or one.cut_off <= load.cut_off)


def promised(load: Load, world: World) -> tuple[Order, ...]:
    """Those of them that have a cut-off: somebody is told that they leave today."""
    return tuple(order for order in to_come(load, world) if order.cut_off is not None)


def _stays(order: Order | None) -> bool:
    halted = order is not None and order.stopped in {Stop.CANCELLED, Stop.HELD}
    return halted or (order is not None and order.pickup)


def to_take_off(load: Load, world: World) -> tuple[tuple[Parcel, Outcome], ...]:
    """Parcels on the load that must not leave with it, each with the STOP that says why."""
    found = (world.parcel(sscc) for sscc in load.parcels)
    stops = ((parcel, stop_for(parcel, load, world)) for parcel in found if parcel is not None)
    return tuple((parcel, stop) for parcel, stop in stops if stop is not None)


def refusal(parcel: Parcel, load: Load, world: World, copy: int | None = None) -> Outcome | None:
    """Why the parcel may not be put on the load; None = it may.

    copy: number of the label that was scanned, None = the scan does not tell.
    """
    ref = ref_of(parcel, world)
    if parcel.sscc in load.parcels:
        return outcome(Loading.ALREADY_LOADED, sscc=parcel.sscc, load=load.load)
    if parcel.stage in {Stage.LOADED, Stage.DISPATCHED}:
        return outcome(Loading.ALREADY_LOADED, sscc=parcel.sscc, load=parcel.load)
    order = world.order(parcel.order)
    if order is not None and order.cancelled:
        return outcome(Loading.PARCEL_CANCELLED, sscc=parcel.sscc, order=ref)
    if parcel.stage is Stage.VOID:
        return outcome(Loading.LABEL_VOID, sscc=parcel.sscc, order=ref)
    if parcel.stage is not Stage.CLOSED:
        return outcome(Working.PARCEL_NOT_CLOSED, sscc=parcel.sscc, order=ref)
    stopped = stop_for(parcel, load, world, copy)
    if stopped is None and copy is None and addresses_differ(parcel):
        return outcome(Working.COPY_NEEDED, copy=parcel.prints)
    return stopped


def stop_for(parcel: Parcel, load: Load, world: World, copy: int | None = None) -> Outcome | None:
    """What the order's shop has said since that keeps a proven box from this truck; None = nothing.

    A box of another carrier is the load's own matter, and is stopped as well.
    """
    order, ref = world.order(parcel.order), ref_of(parcel, world)
    stopped = _shop_stops(parcel, order, ref, copy)
    if stopped is not None:
        return stopped
    # An order without a carrier may go with any truck: its shop leaves the choice to the dock.
    if parcel.carrier and parcel.carrier != load.carrier:
        return outcome(
            Loading.WRONG_CARRIER,
            sscc=parcel.sscc,
            order=ref,
            carrier=parcel.carrier,
            wanted=load.carrier,
        )
    return None


def _shop_stops(parcel: Parcel, order: Order | None, ref: str, copy: int | None) -> Outcome | None:
    if order is None:
        return None
    if order.pickup:
        return outcome(Loading.PARCEL_COLLECTED, sscc=parcel.sscc, order=ref)
    match order.stopped:
        case Stop.CANCELLED:
            return outcome(Loading.PARCEL_CANCELLED, sscc=parcel.sscc, order=ref)
        case Stop.HELD:
            return outcome(Loading.PARCEL_HELD, sscc=parcel.sscc, order=ref, reason=order.held_for)
        case Stop.SURPLUS if _holds_surplus(parcel, order):
            return outcome(Loading.PARCEL_TOO_FULL, sscc=parcel.sscc, order=ref)
        case _:
            pass
    match outdated(parcel, order, copy):
        case "address":
            return outcome(Working.LABEL_OUTDATED, order=ref)
        case "carrier":
            return outcome(Working.CARRIER_OUTDATED, order=ref, carrier=order.carrier or "-")
        case _:
            return None


def _holds_surplus(parcel: Parcel, order: Order) -> bool:
    lines = {line.number for line, _ in order.surplus}
    return any(item.line in lines for item in parcel.contents)


def ref_of(parcel: Parcel, world: World) -> str:
    order = world.order(parcel.order)
    return order.ref if order else parcel.order
