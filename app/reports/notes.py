"""What a reader must know of a time span before the figures: sentences, none where all is usual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from app.reports.fold import Sums

AHEAD = timedelta(minutes=1)
"""A clock that is so much ahead is worth a word."""


def notes(
    sums: Sums, since: datetime, until: datetime, ahead: Mapping[str, int]
) -> tuple[str, ...]:
    """ahead: facts that are later than the centre's time, by station."""
    return tuple(_notes(sums, since, until, ahead))


def _notes(sums: Sums, since: datetime, until: datetime, ahead: Mapping[str, int]) -> Iterator[str]:
    if not sums.counts:
        yield "Nothing happened in this time."
    before, after = since.astimezone().utcoffset(), until.astimezone().utcoffset()
    if before != after:
        hours = (until - since) / timedelta(hours=1)
        zones = f"{since.astimezone():%z} to {until.astimezone():%z}"
        yield f"The site's clock changed in this time, from {zones}: it has {hours:g} hours."
    for station in sorted({*ahead, *sums.beyond}):
        inside, all_ = sums.beyond[station], max(ahead.get(station, 0), sums.beyond[station])
        yield (
            f"The clock of {station} is ahead: {all_} of its facts are later than now, and"
            f" {inside} of them are in these figures."
        )
