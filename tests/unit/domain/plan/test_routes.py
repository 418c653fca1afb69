"""The shortest tour against an oracle that looks at all tours; the simple one; ties."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.plan.layout import Layout, Spot
from app.domain.plan.routes import Route, exact, serpentine, walked
from tests.helpers.shortest_tour import shortest

Plan = Callable[[Layout, list[Spot]], Route]


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """One or two blocks; the depot stands anywhere, in dead ends and on cross aisles, too."""
    cross = draw(st.lists(st.integers(0, 12), min_size=2, max_size=3, unique=True))
    depot = Spot(draw(st.integers(-1, 7)), draw(st.integers(-2, 14)))
    return Layout(draw(st.integers(1, 9)), tuple(sorted(cross)), depot)


spots = st.lists(st.builds(Spot, st.integers(0, 6), st.integers(-1, 13)), max_size=7)

ONE_BLOCK = Layout(3, (0, 10), Spot(0, 0))
TWO_BLOCKS = Layout(3, (0, 10, 20), Spot(0, 0))


@given(layouts(), spots)
@example(Layout(3, (0, 8), Spot(0, 13)), [Spot(0, 11), Spot(0, 12)])  # never leaves its dead end
@example(TWO_BLOCKS, [Spot(1, 9), Spot(2, 11), Spot(3, 9), Spot(4, 19)])
def test_no_tour_is_shorter(layout: Layout, stops: list[Spot]) -> None:
    found = exact(layout, stops)
    assert sorted(found.order) == list(range(len(stops)))
    assert found.length_mm == shortest(layout, stops)
    assert walked(layout, [stops[at] for at in found.order]) == found.length_mm


@given(layouts(), spots)
def test_the_simple_route_calls_everywhere_and_is_never_shorter(
    layout: Layout, stops: list[Spot]
) -> None:
    found = serpentine(layout, stops)
    assert sorted(found.order) == list(range(len(stops)))
    assert found.length_mm == walked(layout, [stops[at] for at in found.order])
    assert found.length_mm >= shortest(layout, stops)


@given(layouts(), spots, st.randoms())
@pytest.mark.parametrize("plan", [exact, serpentine])
def test_the_route_does_not_hang_on_the_order_of_the_question(
    plan: Plan, layout: Layout, stops: list[Spot], dice: st.DataObject
) -> None:
    mixed = list(stops)
    dice.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis types it as its own object
    there = [stops[at] for at in plan(layout, stops).order]
    assert there == [mixed[at] for at in plan(layout, mixed).order]


def test_stops_at_one_place_keep_their_order() -> None:
    stops = [Spot(1, 4), Spot(0, 2), Spot(1, 4), Spot(0, 2)]
    for plan in (exact, serpentine):
        assert plan(ONE_BLOCK, stops).order == (1, 3, 0, 2)


def test_the_middle_aisle_saves_the_way_to_the_end() -> None:
    """Two stops in the near block: the tour turns at the middle aisle."""
    stops = [Spot(0, 5), Spot(1, 9)]
    assert exact(Layout(3, (0, 20), Spot(0, 0)), stops).length_mm == 10 + 2 * 3 + 18
    assert exact(TWO_BLOCKS, stops).length_mm == 10 + 2 * 3 + 10


def test_up_one_aisle_and_down_the_next() -> None:
    stops = [Spot(3, 8), Spot(1, 2), Spot(3, 1), Spot(1, 9), Spot(5, 4)]
    assert serpentine(ONE_BLOCK, stops).order == (1, 3, 0, 2, 4)
    far = Layout(3, (0, 10), Spot(6, 10))  # the depot is at the other end of the last aisle
    assert serpentine(far, stops).order == (4, 2, 0, 3, 1)


def test_nobody_walks_for_nothing() -> None:
    assert exact(ONE_BLOCK, []) == serpentine(ONE_BLOCK, []) == Route((), 0)
    assert exact(ONE_BLOCK, [Spot(0, 0)]) == Route((0,), 0)


@pytest.mark.parametrize(
    ("spacing", "cross", "words"),
    [
        (0, (0, 10), "spacing of more than 0"),
        (3, (0,), "2 or 3 cross aisles, not 1"),
        (3, (0, 5, 10, 15), "2 or 3 cross aisles, not 4"),
        (3, (10, 0), "ascending"),
        (3, (0, 0), "ascending"),
    ],
)
def test_what_is_no_such_warehouse(spacing: int, cross: tuple[int, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Layout(spacing, cross, Spot(0, 0))
