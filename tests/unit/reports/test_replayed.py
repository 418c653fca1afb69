"""A day's log becomes jobs and people, and goes through again as it was, within a stated error."""

from __future__ import annotations

import heapq
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from app.domain.facts import Fact, FactKind
from app.domain.plan.whatif import NEVER, Floor, Heads, day
from app.domain.rows.orders import Order, State
from app.reports.replayed import Replayed, replayed, trucks
from tests.helpers.model import START
from tests.unit.domain.world import order
from tests.unit.reports.days import MINUTE, by_time, fact, one_order, rows_of

K = FactKind
ERROR = 0.05
"""The simulated day ends within this share of the day's length of the real end."""


def shift(seed: int, people: int = 4, orders: int = 150) -> tuple[list[Fact], dict[str, Order]]:
    """A day made otherwise than it is simulated: each picker and packer takes the order that is next
    in the queue, and ends it before the next one. Some have their lunch.
    """
    dice = Random(seed)
    come = sorted(dice.uniform(0, 300) for _ in range(orders))
    facts: list[Fact] = []
    rows: dict[str, Order] = {}
    pickers = [(0.0, f"1{n}") for n in range(people)]
    packers = [(0.0, f"2{n}") for n in range(people)]
    picked: list[tuple[float, str]] = []
    for number, at in enumerate(come):
        name = f"shop:{number}"
        due = START + (240 if number % 3 else 400) * MINUTE
        rows[name] = replace(order(("MUG", 1)), carrier="DHL" if number % 3 else "UPS", cut_off=due)
        facts.append(fact(K.ORDER_PLACED, at, name, who="", at="import"))
        free, who = heapq.heappop(pickers)
        began = max(at, free)
        walk, rest = dice.uniform(0.3, 3), dice.uniform(0.2, 2)
        facts += (
            fact(K.PICK_STARTED, began, name, who=who, at=who),
            fact(K.UNIT_PICKED, began + walk, name, who=who, at=who, place=f"B-{number % 40}"),
            fact(K.ORDER_PICKED, began + walk + rest, name, who=who, at=who),
        )
        lunch = 30 if number == 60 else 0
        heapq.heappush(pickers, (began + walk + rest + 0.2 + lunch, who))
        picked.append((began + walk + rest, name))
    for at, name in sorted(picked):
        free, who = heapq.heappop(packers)
        began, pack = max(at, free), dice.uniform(1, 6)
        facts += (
            fact(K.PACK_STARTED, began, name, who=who, at=who),
            fact(K.UNIT_PACKED, began + pack / 2, name, who=who, at=who),
            fact(K.ORDER_PACKED, began + pack, name, who=who, at=who),
        )
        heapq.heappush(packers, (began + pack + 0.3, who))
    return by_time(facts), rows


def log(seed: int = 1, **words: int) -> Replayed:
    facts, rows = shift(seed, **words)
    return replayed(facts, rows_of(rows), START)


@pytest.mark.parametrize("seed", range(8))
def test_the_same_day_ends_when_it_ended_within_the_stated_error(seed: int) -> None:
    made = log(seed)
    assert (len(made.jobs), len(made.packed), made.guessed) == (150, 150, 0)
    real, simulated = max(made.packed.values()), max(day(made.jobs, made.floor).values())
    assert abs(simulated - real) <= ERROR * real


@pytest.mark.parametrize("seed", range(3))
def test_more_packers_end_a_day_that_waits_for_them_earlier(seed: int) -> None:
    made = log(seed, people=2)
    was = day(made.jobs, made.floor)
    would = day(made.jobs, Floor(made.floor.pickers, made.floor.packers.plus(1)))
    assert all(would[name] <= was[name] for name in was)
    assert sum(would.values()) < sum(was.values())


def test_what_was_measured_is_what_is_gone_through() -> None:
    facts = (
        fact(K.ORDER_PLACED, 0, "shop:a", who="", at="import"),
        fact(K.PICK_STARTED, 1, "shop:a"),
        fact(K.UNIT_PICKED, 2, "shop:a", place="A-1"),
        fact(K.UNIT_PICKED, 2.5, "shop:a", place="A-1"),
        fact(K.ORDER_PICKED, 3, "shop:a"),
        fact(K.PACK_STARTED, 4, "shop:a"),
        fact(K.UNIT_PACKED, 5, "shop:a"),
        fact(K.UNIT_PACKED, 25, "shop:a"),
        fact(K.ORDER_PACKED, 26, "shop:a"),
    )
    row = replace(order(("MUG", 2)), carrier="DHL", cut_off=START + 30 * MINUTE)
    made = replayed(facts, rows_of({"shop:a": row}), START)
    (job,) = made.jobs
    assert job.pick is not None
    assert (job.pick.ways_ms, job.pick.first, job.pick.rest_ms) == ({"A-1": 60_000}, "A-1", 60_000)
    assert job.pack_ms == 120_000, "a pause of twenty minutes is no work"
    assert (job.at, job.due, job.carrier) == (0, 30 * 60_000, "DHL")
    assert made.packed == {"shop:a": 26 * 60_000}
    assert made.floor.packers == Heads((4 * 60_000,), (1,))
    (truck,) = trucks(made.jobs, made.packed, NEVER)
    assert (truck.carrier, truck.orders, truck.last, truck.late) == ("DHL", 1, 26 * 60_000, 0)


def test_the_way_from_one_order_to_the_next_is_part_of_the_work() -> None:
    facts = [
        fact(kind, 10 * n + after, f"shop:{n}")
        for n in range(3)
        for kind, after in ((K.PACK_STARTED, 0), (K.UNIT_PACKED, 4), (K.ORDER_PACKED, 8))
    ]
    pause = fact(K.PACK_STARTED, 200, "shop:9"), fact(K.ORDER_PACKED, 201, "shop:9")
    made = replayed([*facts, *pause], rows_of({}), START)
    assert [job.pack_ms for job in made.jobs] == [600_000, 600_000, 600_000, 180_000]


def test_an_order_that_was_due_and_not_packed_is_in_it_and_one_of_tomorrow_is_not() -> None:
    placed = [fact(K.ORDER_PLACED, 1, f"shop:{name}", who="", at="import") for name in "bcd"]
    due = {"b": timedelta(hours=5), "c": timedelta(hours=30), "d": timedelta(hours=5)}
    rows = {
        f"shop:{name}": replace(order(("MUG", 1)), cut_off=START + after)
        for name, after in due.items()
    }
    rows["shop:d"] = replace(rows["shop:d"], state=State.CANCELLED)
    made = replayed(by_time([*one_order(), *placed]), rows_of(rows), START)
    assert [job.order for job in made.jobs] == ["shop:a", "shop:b"]
    assert made.guessed == 1
    assert made.jobs[1].pack_ms == made.jobs[0].pack_ms
    assert "shop:b" not in made.packed
    assert [(truck.last, truck.late) for truck in trucks(made.jobs, made.packed, NEVER)] == [
        (None, 1),
        (13 * 60_000, 0),
    ]


def test_an_empty_day_has_nothing() -> None:
    made = replayed((), rows_of({}), START)
    assert (made.jobs, made.packed, made.floor) == ((), {}, Floor(Heads(), Heads()))
