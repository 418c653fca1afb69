"""Months as ranges of event ids."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from app.store.admin.partitions import bound, following, month_of, name_of

SECOND = timedelta(seconds=1)


def id_at(when: datetime) -> str:
    """A UUIDv7 of this millisecond."""
    return str(UUID(int=(int(when.timestamp() * 1000) << 80) | (7 << 76) | (2 << 62)))


@pytest.mark.parametrize(
    "at", [datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 12, 1, tzinfo=UTC)]
)
def test_ids_of_a_month_lie_within_its_bounds(at: datetime) -> None:
    month = at.date()
    first, last = at, datetime.combine(following(month), datetime.min.time(), UTC)
    inside = [
        id_at(first),
        id_at(last - SECOND),
    ]
    outside = [
        id_at(first - SECOND),
        id_at(last),
    ]
    assert all(bound(month) <= one < bound(following(month)) for one in inside)
    assert not any(bound(month) <= one < bound(following(month)) for one in outside)


@pytest.mark.parametrize(
    ("month", "count", "wanted"),
    [
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 11, 1), 14, date(2028, 1, 1)),
        (date(2026, 11, 1), 0, date(2026, 11, 1)),
    ],
)
def test_months_follow_each_other(month: date, count: int, wanted: date) -> None:
    assert following(month, count) == wanted


def test_a_name_is_a_month_or_none() -> None:
    assert month_of(name_of(date(2026, 3, 1))) == date(2026, 3, 1)
    for name in ("other", "before", "y202613", "y2026m99", "event; DROP"):
        assert month_of(name) is None
