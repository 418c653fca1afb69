"""Which rows a station is given at its start; the others come when they change."""

from __future__ import annotations

from typing import Any

from app.domain.rows.messages import Message
from app.domain.rows.orders import Order, Stage, State
from app.domain.rows.tasks import WAITING, FloorTask
from app.domain.rows.things import ExceptionRow, Load, Parcel, Serial

_GONE = frozenset({Stage.DISPATCHED, Stage.VOID})


def in_work(row: Any) -> bool:
    """Whether anybody may still work on the row; only such rows are given to a starting station.

    Finished orders, parcels, loads, exceptions and serial numbers pile up for ever. Master data,
    bins, totes and weights do not: they are always in work.
    """
    match row:
        case Order():
            return _order(row)
        case Parcel():
            return row.stage not in _GONE
        case Load():
            return not row.closed
        case ExceptionRow():
            return not row.closed
        case FloorTask():
            return row.state in WAITING
        case Message():
            return row.open
        case Serial():
            return False
        case _:
            return True


def _order(row: Order) -> bool:
    if row.cancelled:  # units picked for it must still go back
        return bool(row.worked_by) or any(line.picked or line.packed for line in row.lines)
    left_behind = any(mark.stage not in _GONE for mark in row.parcels)
    return row.state in {State.ORDERED, State.PICKING} or left_behind
