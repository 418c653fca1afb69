"""A forecast says when, how sure, and whether the truck is made."""

from __future__ import annotations

import heapq
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.forecast import (
    BREAK,
    FIRST,
    HALVED,
    HERE,
    REMEMBERED,
    Forecast,
    Pace,
    forecast,
    missed,
    pace_of,
    saved,
)
from tests.helpers.model import START

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def at(ahead: int, done: int, left: timedelta = HOUR, people: int = 2) -> Forecast:
    """So many were packed in the last half hour."""
    return forecast(ahead, Pace(done, people / 2, people), START, START + left)


def test_nothing_to_do_is_done_now() -> None:
    done = at(0, 0)
    assert (done.half, done.most, done.made) == (START, START, True)
    assert at(0, 9, -HOUR).made is False


def test_a_steady_pace_ends_where_it_is_counted_to_end() -> None:
    """60 an hour, 60 ahead: in an hour, give or take."""
    done = at(60, 30)
    assert abs(done.half - (START + HOUR)) < timedelta(minutes=6)
    assert done.half < done.most < START + 1.6 * HOUR
    assert at(56, 30).made is None
    assert at(30, 30).made is True
    assert at(120, 30).made is False


def test_few_orders_in_the_window_make_a_wide_answer() -> None:
    few, many = at(2, 1), at(80, 40)
    width = [(one.most - START) / (one.half - START) for one in (few, many)]
    assert width[0] > 1.5 * width[1]


def test_where_nobody_packs_the_truck_is_missed() -> None:
    assert at(5, 0).made is False


def test_the_same_numbers_give_the_same_answer() -> None:
    assert at(7, 9) == at(7, 9)


def test_the_last_order_waits_for_one_person() -> None:
    """However many others are there: two orders of ten people take no tenth of the time."""
    one, ten = at(2, 6, people=1), at(2, 60, people=10)
    assert ten.half - START > 0.4 * (one.half - START)


@pytest.mark.parametrize("people", [1, 2, 8])
def test_the_chance_is_the_share_of_days_on_which_it_is_made(people: int) -> None:
    """Days are drawn with a known rate. Where the forecast says p, about p of them are made."""
    dice = Random(3)
    said: list[float] = []
    was: list[bool] = []
    for _ in range(1500):
        rate, ahead = dice.uniform(5, 40), dice.randint(1, 30 * people)
        done = sum(1 for _ in _events(dice, rate * people, 0.5))
        said.append(at(ahead, done, people=people).chance)
        was.append(_took(dice, rate, ahead, people) <= 1.0)
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        found = [hit for chance, hit in zip(said, was, strict=True) if low <= chance < low + 0.2]
        assert abs(sum(found) / len(found) - (low + 0.1)) < 0.17, low


def _events(dice: Random, rate: float, hours: float) -> list[float]:
    found, at_ = [], dice.expovariate(rate)
    while at_ < hours:
        found.append(at_)
        at_ += dice.expovariate(rate)
    return found


def _took(dice: Random, rate: float, ahead: int, people: int) -> float:
    """Hours until the last of these orders is packed; whoever is free takes the next."""
    free = [0.0] * people
    last = 0.0
    for _ in range(ahead):
        done = heapq.heappop(free) + dice.expovariate(rate)
        heapq.heappush(free, done)
        last = max(last, done)
    return last


@given(
    ahead=st.integers(0, 200),
    of=st.integers(0, 200),
    done=st.integers(0, 90),
    people=st.integers(0, 9),
    left=st.integers(-30, 300),
)
def test_one_more_person_never_does_harm(
    ahead: int, of: int, done: int, people: int, left: int
) -> None:
    cut_off = START + timedelta(minutes=left)
    pace = Pace(done, people / 2, people)
    lost = missed(ahead, pace, START, cut_off, min(of, ahead))
    assert 0 <= lost <= min(of, ahead)
    assert 0 <= saved(ahead, pace, START, cut_off, min(of, ahead)) <= lost


def test_an_order_took_the_time_since_the_one_before_it() -> None:
    """Two people, an order each six minutes: ten an hour each, however they are mixed."""
    ann = [(START - minute * MINUTE, "ann") for minute in range(54, -1, -6)]
    bob = [(START - minute * MINUTE, "bob") for minute in range(57, 2, -6)]
    pace = pace_of(sorted(ann + bob), START)
    assert pace.people == 2
    assert pace.per_hour == pytest.approx(20)


def test_a_break_says_nothing_of_the_pace() -> None:
    """And whoever came back from it packs on as before."""
    long = BREAK + MINUTE
    before = [START - long - minute * MINUTE for minute in range(24, 5, -6)]
    pace = pace_of([(at_, "ann") for at_ in [*before, START - 6 * MINUTE, START]], START)
    assert pace.per_hour == pytest.approx(10)


def test_who_went_home_is_counted_on_no_more() -> None:
    gone = [(START - HERE - minute * MINUTE, "ann") for minute in (20, 14, 8, 2)]
    here = [(START - minute * MINUTE, "bob") for minute in (12, 6, 0)]
    pace = pace_of([*gone, *here], START)
    assert pace.people == 1
    assert pace.per_hour == pytest.approx(10)


def test_what_was_packed_lately_counts_more() -> None:
    """Half an hour at ten an hour, then half an hour at twenty."""
    slow = [START - 30 * MINUTE - minute * MINUTE for minute in range(24, -1, -6)]
    fast = [START - minute * MINUTE for minute in range(27, -1, -3)]
    pace = pace_of([(at_, "ann") for at_ in slow + fast], START)
    assert 16 < pace.per_hour < 20


def test_what_is_long_ago_or_to_come_is_left_out() -> None:
    times = [START - REMEMBERED - MINUTE, START - REMEMBERED, START + MINUTE]
    assert pace_of([(at_, "ann") for at_ in times], START) == Pace(0, 0, 0)
    assert timedelta(0) < HALVED < REMEMBERED


def test_the_first_orders_of_a_day_are_taken_for_slow_ones() -> None:
    pace = pace_of([(START, "ann"), (START, "bob")], START)
    assert pace == Pace(2, 2 * FIRST, 2)
    assert forecast(20, pace, START, START + 4 * HOUR).made is True
