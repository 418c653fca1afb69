"""Where goods of a cancelled order are put back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.facts import Kind
from app.domain.place import BinKind
from app.station.home.goods_back import bin_for
from tests.unit.domain.world import FakeWorld, warehouse


def with_pots(world: FakeWorld, **place: Any) -> FakeWorld:
    """The bin with most of the pots is such a place; A1 has one more."""
    row = world.bin("A2")
    assert row is not None
    world.put(Kind.BIN, "A2", replace(row, **place))
    return world


def test_goods_go_where_most_of_them_lie() -> None:
    assert bin_for("POT", 2, warehouse()) == "A2"
    assert bin_for("CANDLE", 1, warehouse()) == "", "its lot decides"
    assert bin_for("LOST", 1, warehouse()) == ""


@pytest.mark.parametrize(
    "place", [{"locked": "wet"}, {"kind": BinKind.QUARANTINE}, {"capacity_units": 6}]
)
def test_a_bin_that_does_not_take_them_is_passed_over(place: dict[str, Any]) -> None:
    world = with_pots(warehouse(), **place)
    assert bin_for("POT", 2, world) == "A1"
    row = world.bin("A1")
    assert row is not None
    world.put(Kind.BIN, "A1", replace(row, locked="wet, too"))
    assert bin_for("POT", 2, world) == "A2", "they must be booked somewhere"
