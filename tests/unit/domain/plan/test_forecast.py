"""A forecast says when, how sure, and whether the truck is made."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.forecast import Forecast, Pace, forecast, missed, pace_of, saved
from tests.helpers.model import START

HALF_HOUR = timedelta(minutes=30)
HOUR = timedelta(hours=1)


def at(ahead: int, done: int, left: timedelta = HOUR) -> Forecast:
    return forecast(ahead, Pace(done, HALF_HOUR, 2), START, START + left)


def test_nothing_to_do_is_done_now() -> None:
    done = at(0, 0)
    assert (done.half, done.most, done.made) == (START, START, True)
    assert at(0, 9, -HOUR).made is False


def test_a_steady_pace_ends_where_it_is_counted_to_end() -> None:
    """60 an hour, 60 ahead: in an hour, give or take."""
    done = at(60, 30)
    assert abs(done.half - (START + HOUR)) < timedelta(minutes=6)
    assert done.half < done.most < START + 1.6 * HOUR
    assert done.made is None
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


def test_the_chance_is_the_share_of_days_on_which_it_is_made() -> None:
    """Days are drawn with a known rate. Where the forecast says p, about p of them are made."""
    dice = Random(3)
    said: list[float] = []
    was: list[bool] = []
    for _ in range(1500):
        rate, ahead = dice.uniform(10, 80), dice.randint(1, 60)
        done = sum(1 for _ in _events(dice, rate, 0.5))
        took = sum(dice.expovariate(rate) for _ in range(ahead))
        said.append(at(ahead, done).chance)
        was.append(took <= 1.0)
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        found = [hit for chance, hit in zip(said, was, strict=True) if low <= chance < low + 0.2]
        assert abs(sum(found) / len(found) - (low + 0.1)) < 0.17, low


def _events(dice: Random, rate: float, hours: float) -> list[float]:
    found, at_ = [], dice.expovariate(rate)
    while at_ < hours:
        found.append(at_)
        at_ += dice.expovariate(rate)
    return found


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
    pace = Pace(done, HALF_HOUR, people)
    lost = missed(ahead, pace, START, cut_off, min(of, ahead))
    assert 0 <= lost <= min(of, ahead)
    assert 0 <= saved(ahead, pace, START, cut_off, min(of, ahead)) <= lost


def test_the_pace_counts_the_window_alone() -> None:
    times = [(START - timedelta(minutes=minute), who) for minute, who in ((40, "1"), (29, "2"))]
    pace = pace_of([*times, (START, "2"), (START + HOUR, "3")], START, HALF_HOUR)
    assert (pace.done, pace.people, pace.per_hour) == (2, 1, 4.0)
