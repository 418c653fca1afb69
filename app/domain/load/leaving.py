"""A load that is closed: opened again until it has left, and parcels that come back after that."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.load.belongs import missing, promised, ref_of, to_take_off
from app.domain.load.outcome import Loading
from app.domain.load.task import LoadStep, LoadTask
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.permissions import role_for
from app.domain.rows.orders import Stage
from app.domain.rows.things import Load, Parcel
from app.domain.world import Step, Want, Wish, World


class Return(StrEnum):
    """Why a parcel is back. In the order of the digits 1, 2, 3 that choose them."""

    REFUSED = "refused"  # the driver or the receiver did not take it
    WRONG_TRUCK = "wrong_truck"
    DAMAGED = "damaged"


RETURNS = tuple(Return)
_NAMED = 4
"""So many orders are named where a load would leave without them."""


# --- closing --------------------------------------------------------------------------------------


def close(task: LoadTask, load: Load, world: World, *, sure: bool = False) -> LoadStep:
    """Close the load. What must not leave stops it; what is missing is asked about once.

    So are orders that are not packed and were to leave with it.

    sure: the loader has answered that question.
    """
    if not load.parcels:
        return Step(outcome(Loading.LOAD_EMPTY, load=load.load), task)
    for parcel, stop in to_take_off(load, world):
        halted = replace(task, stopped=stop.kind.value, off=parcel.sscc, asked_close=False)
        return Step(stop, halted)
    absent = missing(load, world)
    if absent and not sure:
        said = outcome(Loading.LOAD_CLOSE_ASKED, missing=len(absent))
        return Step(said, replace(task, asked_close=True))
    unpacked = promised(load, world)
    if unpacked and not sure:
        refs = [order.ref for order in unpacked]
        more = f" +{len(refs) - _NAMED}" if len(refs) > _NAMED else ""
        names = ", ".join(refs[:_NAMED]) + more
        said = outcome(Loading.LOAD_ORDERS_LEFT, orders=len(refs), names=names)
        return Step(said, replace(task, asked_close=True))
    return _closed(load, absent, world)


def _closed(load: Load, absent: tuple[Parcel, ...], world: World) -> LoadStep:
    body = {
        "load": load.load,
        "carrier": load.carrier,
        "ssccs": list(load.parcels),
        "missing": [
            {"sscc": parcel.sscc, "order": parcel.order, "place": parcel.place} for parcel in absent
        ],
    }
    said = outcome(
        Loading.LOAD_CLOSED, load=load.load, parcels=len(load.parcels), missing=len(absent)
    )
    fact = NewFact(FactKind.LOAD_CLOSED, _all_of(load, world), body)
    return Step(said, None, (fact,), (Wish(Want.MANIFEST, load.load),))


def _all_of(load: Load, world: World) -> tuple[Subject, ...]:
    """The load, its parcels, their orders and their serial numbers."""
    found = (world.parcel(sscc) for sscc in load.parcels)
    parcels = [parcel for parcel in found if parcel is not None]
    orders = dict.fromkeys(parcel.order for parcel in parcels)
    return (
        Subject(Kind.LOAD, load.load),
        *(Subject(Kind.PARCEL, parcel.sscc) for parcel in parcels),
        *(Subject(Kind.ORDER, name) for name in orders),
        *(Subject(Kind.SERIAL, name) for parcel in parcels for name in parcel.serials),
    )


# --- a closed load --------------------------------------------------------------------------------


def closed_command(task: LoadTask, pressed: Command, load: Load, world: World) -> LoadStep:
    """A command while a closed load is shown."""
    match pressed:
        case Command.REOPEN | Command.UNDO:
            body = {"load": load.load, "ssccs": list(load.parcels)}
            fact = NewFact(FactKind.LOAD_REOPENED, _all_of(load, world), body)
            return Step(
                outcome(Loading.LOAD_REOPENED, load=load.load), LoadTask(load.load), (fact,)
            )
        case Command.FINISH:
            fact = NewFact(
                FactKind.LOAD_LEFT, (Subject(Kind.LOAD, load.load),), {"load": load.load}
            )
            return Step(outcome(Loading.LOAD_LEFT, load=load.load), None, (fact,))
        case Command.HOME | Command.CLEAR:
            return Step(outcome(Anywhere.CLEARED), None)
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


# --- a parcel that came back ----------------------------------------------------------------------


def ask_why(task: LoadTask, parcel: Parcel, world: World) -> LoadStep:
    """A parcel that has left is in the hand: why is it back?"""
    said = outcome(
        Loading.RETURN_ASKED, sscc=parcel.sscc, order=ref_of(parcel, world), load=parcel.load
    )
    return Step(said, replace(task, back=parcel.sscc, removing=False))


def why(task: LoadTask, pressed: Command, world: World) -> LoadStep:
    """The reason, as a digit, from a permitted person."""
    if pressed in {Command.UNDO, Command.CLEAR, Command.HOME}:
        return Step(outcome(Anywhere.CLEARED), replace(task, back=""))
    digit = pressed.digit
    if not digit or digit > len(RETURNS):
        return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)
    if not world.allows(task.duty):
        return Step(outcome(Anywhere.NO_PERMISSION, role=role_for(task.duty)), task)
    parcel = world.parcel(task.back)
    if parcel is None or parcel.stage is not Stage.DISPATCHED:
        return Step(outcome(Anywhere.CLEARED), replace(task, back=""))
    body = {
        "sscc": parcel.sscc,
        "load": parcel.load,
        "order": parcel.order,
        "reason": RETURNS[digit - 1].value,
    }
    subjects = (
        Subject(Kind.ORDER, parcel.order),
        Subject(Kind.PARCEL, parcel.sscc),
        Subject(Kind.LOAD, parcel.load),
        *(Subject(Kind.SERIAL, name) for name in parcel.serials),
    )
    said = outcome(Loading.PARCEL_RETURNED, sscc=parcel.sscc, order=ref_of(parcel, world))
    return Step(said, replace(task, back=""), (NewFact(FactKind.PARCEL_RETURNED, subjects, body),))
