"""In which order a walk calls at its stops."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.facts import Kind
from app.domain.pick.ordering import ordered
from app.domain.pick.plan import plan
from app.domain.pick.task import PickStop
from app.domain.place import BinKind
from app.domain.plan.layout import Layout, RouteRule, Spot, Walking
from app.domain.rows.things import Bin, BinStock
from tests.unit.domain.world import order, warehouse

LAYOUT = Layout(3, (0, 10), Spot(1, 0))
PLACES = {"a": (1, 1), "b": (1, 9), "c": (2, 1), "d": (3, 9), "e": (3, 1)}
"""Bin: its aisle and position. Their walk numbers run the other way."""


def walk(rule: RouteRule, layout: Layout | None = LAYOUT, untold: str = "") -> str:
    found: list[tuple[Bin | None, PickStop]] = [
        (
            Bin(code, 9 - number, aisle=0 if code == untold else aisle, position_mm=at),
            PickStop(number, "MUG", code, 1),
        )
        for number, (code, (aisle, at)) in enumerate(PLACES.items())
    ]
    return "".join(stop.bin for stop in ordered(found, Walking(rule, layout)))


@pytest.mark.parametrize(
    ("rule", "calls"),
    [(RouteRule.EXACT, "abdec"), (RouteRule.SERPENTINE, "abced"), (RouteRule.WALK, "edcba")],
)
def test_the_site_chooses_the_route(rule: RouteRule, calls: str) -> None:
    assert walk(rule) == calls


@pytest.mark.parametrize("rule", RouteRule)
def test_walk_numbers_count_where_a_place_is_not_told(rule: RouteRule) -> None:
    assert walk(rule, untold="c") == "edcba"
    assert walk(rule, layout=None) == "edcba"


@pytest.mark.parametrize("rule", RouteRule)
def test_stops_at_one_place_keep_their_walk_numbers_and_what_lies_nowhere_is_first(
    rule: RouteRule,
) -> None:
    found: list[tuple[Bin | None, PickStop]] = [
        (Bin("high", 2, aisle=1, position_mm=5, level=3), PickStop(1, "MUG", "high", 1)),
        (None, PickStop(2, "LOST", "", 1)),
        (Bin("low", 1, aisle=1, position_mm=5), PickStop(3, "POT", "low", 1)),
    ]
    assert [stop.bin for stop in ordered(found, Walking(rule, LAYOUT))] == ["", "low", "high"]


def test_a_plan_walks_the_route_and_keeps_its_units() -> None:
    world = warehouse()
    for code, (aisle, at) in {"A1": (3, 1), "A2": (1, 4), "B2": (2, 9)}.items():
        row = world.bin(code)
        assert row is not None
        world.put(Kind.BIN, code, replace(row, aisle=aisle, position_mm=at))
    lines = order(("CLOCK", 1), ("POT", 4))
    by_walk = [(stop.bin, stop.sku, stop.wanted) for stop in plan(lines, world)]
    world.walking = Walking(RouteRule.SERPENTINE, LAYOUT)
    by_route = [(stop.bin, stop.sku, stop.wanted) for stop in plan(lines, world)]
    assert by_walk == [("A1", "POT", 1), ("A2", "POT", 3), ("B2", "CLOCK", 1)]
    assert by_route == [("A2", "POT", 3), ("B2", "CLOCK", 1), ("A1", "POT", 1)]


@pytest.mark.parametrize("change", [{"locked": "beam is bent"}, {"kind": BinKind.DAMAGED}])
def test_nobody_is_sent_where_orders_are_not_picked(change: dict[str, Any]) -> None:
    world = warehouse()
    near = Bin("A0", 0, stock=(BinStock("POT", 9),))
    world.put(Kind.BIN, "A0", near)
    assert [stop.bin for stop in plan(order(("POT", 2)), world)] == ["A0"]
    world.put(Kind.BIN, "A0", replace(near, **change))
    assert [stop.bin for stop in plan(order(("POT", 2)), world)] == ["A1", "A2"]
