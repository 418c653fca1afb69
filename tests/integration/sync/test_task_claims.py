"""Tasks are claimed by the way orders are: no two stations have one."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.rows.tasks import FloorTask, TaskKind, task_id, wanted
from app.domain.stock import StockKey
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from tests.integration.sync.test_push import push, record

K = FactKind
Connect = Callable[[], SqlCentre]
Stations = Callable[[str], StationFile]


def task(number: int) -> FloorTask:
    name = task_id(TaskKind.REPLENISH, f"F{number}", "S0")
    return FloorTask(name, TaskKind.REPLENISH, "R1", f"F{number}", StockKey("S0"), 6)


def about(kind: FactKind, number: int, **body: int) -> NewFact:
    return NewFact(kind, (Subject(Kind.TASK, task(number).id),), body)


@pytest.fixture
def tasks(centre: SqlCentre, station: Stations) -> Callable[[int], list[str]]:
    def make(count: int) -> list[str]:
        record(station("P9"), *(wanted(task(number)) for number in range(count)))
        push(centre, station("P9"))
        return [task(number).id for number in range(count)]

    return make


def test_a_task_is_one_stations(centre: SqlCentre, tasks: Callable[[int], list[str]]) -> None:
    (name,) = tasks(1)
    assert centre.claim("P1", order=name).granted.keys() == {name}
    refused = centre.claim("P2", order=name)
    assert (refused.granted, refused.holder) == ({}, "P1")
    assert centre.claims("P1", renew=False).until.keys() == {name}
    assert centre.claims("P1", renew=False).wanted == frozenset(), "nobody is asked for a task"


@pytest.mark.parametrize("ending", [K.TASK_LEFT, K.TASK_DONE])
def test_its_claim_ends_with_the_work(
    centre: SqlCentre,
    station: Stations,
    tasks: Callable[[int], list[str]],
    ending: FactKind,
) -> None:
    (name,) = tasks(1)
    centre.claim("P1", order=name)
    record(station("P1"), about(K.TASK_STARTED, 0), about(ending, 0, units=6))
    push(centre, station("P1"))
    assert centre.claims("P1", renew=False).until == {}
    again = centre.claim("P2", order=name).granted
    assert (name in again) is (ending is K.TASK_LEFT), "nobody needs what is done"


def test_an_unknown_task_is_nobodys(centre: SqlCentre) -> None:
    claim = centre.claim("P1", order=task(7).id)
    assert (claim.granted, claim.holder) == ({}, "")


def test_a_task_for_an_order_does_not_end_that_orders_claim(
    centre: SqlCentre, station: Stations, tasks: Callable[[int], list[str]]
) -> None:
    tasks(1)
    centre.claim("P1", order="shop:1")
    done = NewFact(K.TASK_DONE, (Subject(Kind.TASK, task(0).id), Subject(Kind.ORDER, "shop:1")))
    record(station("P2"), done)
    push(centre, station("P2"))
    assert "shop:1" in centre.claims("P1", renew=False).until


def test_whoever_is_first_has_it(connect: Connect, tasks: Callable[[int], list[str]]) -> None:
    names = tasks(10)
    start = Barrier(4)

    def grab(origin: str) -> set[str]:
        centre = connect()
        start.wait()
        return {name for name in names if centre.claim(origin, order=name).granted}

    origins = [f"P{number}" for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(grab, origins))
    assert sorted(name for one in got for name in one) == sorted(names)
