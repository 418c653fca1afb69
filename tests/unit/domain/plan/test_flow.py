"""Every order stands in exactly one step of its way."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from app.domain.plan.flow import FlowStep, late, step_of
from app.domain.rows.orders import Order, ParcelMark, Stage, Sub
from app.domain.rows.progress import STATE_OF
from tests.helpers.model import START
from tests.unit.domain.world import order


def at(sub: Sub, *stages: Stage, **changes: Any) -> FlowStep:
    marks = tuple(ParcelMark(str(number), number, one) for number, one in enumerate(stages, 1))
    return step_of(order(("MUG", 1), state=STATE_OF[sub], sub=sub, parcels=marks, **changes))


@pytest.mark.parametrize("sub", list(Sub))
def test_each_sub_state_is_a_step(sub: Sub) -> None:
    assert at(sub) in FlowStep


@pytest.mark.parametrize(
    ("stages", "step"),
    [
        ((Stage.SEALED,), FlowStep.NO_LABEL),
        ((Stage.CLOSED, Stage.SEALED), FlowStep.NO_LABEL),
        ((Stage.CLOSED,), FlowStep.STAGED),
        ((Stage.LOADED, Stage.CLOSED), FlowStep.STAGED),
        ((Stage.LOADED, Stage.VOID), FlowStep.LOADED),
        ((), FlowStep.STAGED),
    ],
)
def test_a_packed_order_stands_where_its_last_box_does(
    stages: tuple[Stage, ...], step: FlowStep
) -> None:
    assert at(Sub.PACKED, *stages) is step


@pytest.mark.parametrize("changes", [{"hold": "unpaid"}, {"parked": "H-1"}])
def test_what_nobody_may_work_on_waits(changes: dict[str, str]) -> None:
    assert at(Sub.RELEASED, **changes) is FlowStep.WAITS
    assert at(Sub.PICKED, **changes) is FlowStep.WAITS


def late_at(order: Order, now: datetime) -> bool:
    return late(order, step_of(order), now)


def test_an_order_is_late_until_it_is_on_its_truck() -> None:
    past = START - timedelta(minutes=1)
    waiting = order(("MUG", 1), state=STATE_OF[Sub.PACKED], sub=Sub.PACKED, cut_off=past)
    mark = ParcelMark("1", 1, Stage.LOADED)
    loaded = order(
        ("MUG", 1), state=STATE_OF[Sub.PACKED], sub=Sub.PACKED, cut_off=past, parcels=(mark,)
    )
    assert late_at(waiting, START) and not late_at(loaded, START)
    assert not late_at(waiting, past)
    assert not late_at(order(("MUG", 1), cut_off=None), START)
