"""A weight that is still on the display belongs to the parcel before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import codec
from app.domain.weighing import scale_guard
from app.domain.weighing.scale_guard import CHANGED_G, ZERO_G, Guard


def counting(*steps: int | str) -> list[bool]:
    """Readings in grams, "done" between them; which of the readings count."""
    guard, counted = Guard(), []
    for step in steps:
        if isinstance(step, int):
            guard, counts = scale_guard.read(guard, step)
            counted.append(counts)
        else:
            guard = scale_guard.parcel_done(guard)
    return counted


@pytest.mark.parametrize(
    ("steps", "counts"),
    [
        ([500], [True]),
        ([500, "done", 500], [True, False]),
        ([500, "done", 502, 498], [True, False, False]),
        ([500, "done", 0, 500], [True, True, True]),
        ([500, "done", -3, 500], [True, True, True]),
        ([500, "done", 800], [True, True]),
        ([500, "done", 5000, 500], [True, True, False]),  # somebody leaned on it
        ([500, "done", 0, 800, "done", 800], [True, True, True, False]),
        ([500, 0, "done", 500], [True, True, True]),  # it was taken off before it was done
        (["done", 500], [True]),
        ([500, "done", "done", 500], [True, False]),
        ([500, "done", 500 + CHANGED_G], [True, False]),
        ([500, "done", 501 + CHANGED_G], [True, True]),
        ([500, "done", ZERO_G + 1, 500], [True, True, False]),
    ],
)
def test_which_readings_count(steps: list[int | str], counts: list[bool]) -> None:
    assert counting(*steps) == counts


@given(st.lists(st.integers(-50, 30_000) | st.just("done")))
def test_right_after_done_the_same_weight_never_counts(steps: list[int | str]) -> None:
    guard = Guard()
    for step in steps:
        guard = (
            scale_guard.read(guard, step)[0]
            if isinstance(step, int)
            else scale_guard.parcel_done(guard)
        )
        assert codec.from_text(Guard, codec.to_text(guard)) == guard
    shown = guard.last_g
    if shown is not None and abs(shown) > ZERO_G:
        assert not scale_guard.read(scale_guard.parcel_done(guard), shown)[1]
