"""Names of facts begin with the time that the fact tells of, and rise with its number."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.store.station.file import event_id
from app.sync.watch import first_id, last_id

_TIMES = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(_TIMES, st.integers(1, 10**9))
def test_a_name_is_a_uuid_of_its_time(at: datetime, seq: int) -> None:
    made = UUID(event_id(at, seq))
    assert (made.version, made.variant) == (7, UUID(int=2 << 62).variant)
    ms = made.int >> 80
    assert datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms) <= at
    assert at - datetime(1970, 1, 1, tzinfo=UTC) < timedelta(milliseconds=ms + 1)
    assert first_id(at) <= str(made) < last_id(at)


def test_facts_of_one_moment_have_rising_names() -> None:
    at = datetime(2026, 3, 2, 8, tzinfo=UTC)
    names = [event_id(at, seq) for seq in range(1, 4000)]
    assert all(one < other for one, other in pairwise(names))


def test_the_same_number_of_two_files_has_two_names() -> None:
    at = datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert len({event_id(at, 1) for _ in range(100)}) == 100


def test_a_clock_before_1970_still_gives_a_name() -> None:
    assert UUID(event_id(datetime(1960, 1, 1, tzinfo=UTC), 1)).version == 7
