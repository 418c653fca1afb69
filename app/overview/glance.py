"""What alarms need of the floor that a watcher has in memory. Pure, and cheap: no row is copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.alarms import Bench, Truck
from app.domain.plan.flow import FlowStep
from app.domain.rows.things import ExceptionRow
from app.overview.board import DAY, NOT_AT_THE_FLOOR
from app.overview.floor import Floor
from app.overview.view import BoardView

BEGUN = frozenset({FlowStep.PICKING, FlowStep.TO_PACK, FlowStep.PACKING, FlowStep.NO_LABEL})
"""Steps in which an order lies open somewhere."""
BREAK = timedelta(minutes=20)
"""Where nobody has picked or packed an order for so long, all have a break."""


@dataclass(frozen=True)
class Glance:
    """One moment of the floor. begun: order id -> its number and the station that has it open.

    at: the centre's time of the rows. refs: numbers of the orders that wait to be picked.
    """

    at: datetime
    trucks: tuple[Truck, ...]
    begun: Mapping[str, tuple[str, str]]
    moving: bool
    benches: tuple[Bench, ...]
    exceptions: tuple[ExceptionRow, ...]
    refs: Mapping[str, str]


def glance(floor: Floor, board: BoardView, at: datetime) -> Glance:
    """board: made of the same floor, whose forecasts are not drawn again."""
    begun, refs = {}, {}
    for name, step in floor.steps.items():
        if step in BEGUN:
            order = floor.orders[name]
            begun[name] = (order.ref, order.worked_by)
        elif step is FlowStep.TO_PICK:
            refs[name] = floor.orders[name].ref
    return Glance(
        at=at,
        trucks=tuple(
            Truck(one.carrier, one.at, one.missed, one.planned - one.loaded if one.at < at else 0)
            for one in board.bars
        ),
        begun=begun,
        moving=bool(floor.passed) and at - floor.passed[-1].at < BREAK,
        benches=tuple(
            Bench(one.station, one.at, one.standing.operator, one.standing.troubles)
            for one in floor.heard
            if one.station not in NOT_AT_THE_FLOOR and at - one.at <= DAY
        ),
        exceptions=tuple(floor.exceptions.values()),
        refs=refs,
    )
