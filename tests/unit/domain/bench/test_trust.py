"""How old the badges kept at a bench may be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.bench.trust import Standing, Trust, judge

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
LIMIT = 14 * DAY


def after(age: timedelta, *, limit: timedelta = LIMIT, latest: timedelta | None = None) -> Trust:
    return judge(AT, AT + (age if latest is None else latest), AT + age, limit)


@pytest.mark.parametrize(
    ("age", "standing", "days", "hours"),
    [
        (timedelta(), Standing.GOOD, 0, 336),
        (12 * DAY - SECOND, Standing.GOOD, 11, 48),
        (12 * DAY, Standing.ENDING, 12, 48),
        (13 * DAY, Standing.ENDING, 13, 24),
        (14 * DAY - SECOND, Standing.ENDING, 13, 0),
        (14 * DAY, Standing.ENDED, 14, 0),
        (400 * DAY, Standing.ENDED, 400, 0),
    ],
)
def test_trust_ages(age: timedelta, standing: Standing, days: int, hours: int) -> None:
    found = after(age)
    assert (found.standing, found.days, found.hours) == (standing, days, hours)
    assert found.anybody is (standing is not Standing.ENDED)


def test_a_shift_that_began_before_the_limit_may_end() -> None:
    assert [after(LIMIT + age).own for age in (timedelta(), DAY - SECOND, DAY)] == [
        True,
        True,
        False,
    ]


def test_a_short_limit_is_warned_of_in_its_second_half() -> None:
    assert after(11 * HOUR, limit=DAY).standing is Standing.GOOD
    assert after(12 * HOUR, limit=DAY).standing is Standing.ENDING


@pytest.mark.parametrize("age", [timedelta(), 400 * DAY, -400 * DAY])
def test_without_a_limit_or_a_beginning_there_is_no_end(age: timedelta) -> None:
    assert after(age, limit=timedelta(), latest=timedelta()) == Trust(Standing.GOOD)
    assert judge(None, AT, AT + age, LIMIT) == Trust(Standing.GOOD)


def test_a_clock_set_back_makes_nothing_fresh() -> None:
    """A day is forgiven: zones and batteries are confused that far without anybody's bad will."""
    latest = 20 * DAY
    assert after(latest - DAY, latest=latest).standing is Standing.ENDED
    for age in (latest - DAY - SECOND, timedelta(), -900 * DAY):
        found = after(age, latest=latest)
        assert (found.standing, found.anybody, found.own) == (Standing.CLOCK_BACK, False, False)
    assert after(-HOUR, latest=timedelta()).standing is Standing.GOOD
