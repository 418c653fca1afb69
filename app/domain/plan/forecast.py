"""When the orders of a truck will be packed, and whether that is before it leaves.

What is known of the pace is how many orders were packed in how many hours of people. Packing counts
as a Poisson process whose rate is not known: after n orders in h hours the rate of one person is
distributed as Gamma(n + 1/2, h) (Jeffreys' prior; Gelman et al., Bayesian Data Analysis, 3rd ed.,
section 2.8). The people of now take the next orders as they come free; the last of these orders is
packed when the slowest of them is. All of it is sampled: few orders give a wide answer, many a
narrow one. No clock and no chance from outside: the same numbers give the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from math import log
from random import Random

DRAWS = 400
_SHAPE = 0.5
LIKELY, DOUBTFUL = 0.8, 0.5
"""A truck is made where at least this share of the draws makes it, and missed below the other."""
_HOUR = timedelta(hours=1)
REMEMBERED = timedelta(hours=1)
"""The pace is made of what was packed in this time."""
HALVED = timedelta(minutes=30)
"""What was packed so long ago counts half."""
BREAK = timedelta(minutes=20)
"""Who packs nothing for longer has a break, or nothing to do: that says nothing of the pace."""
FIRST = 1 / 6
"""Hours that the first orders of a day are taken for, before there is a second of anybody."""
HERE = timedelta(minutes=30)
"""Who has packed nothing for so long is not counted on."""


@dataclass(frozen=True)
class Pace:
    """done: orders that were packed. hours: of people, that it took. people: who pack now."""

    done: float
    hours: float
    people: int

    @property
    def per_hour(self) -> float:
        return self.people * self.done / self.hours if self.hours else 0.0


@dataclass(frozen=True)
class Forecast:
    """half, most: when the work is done in half and in nine of ten cases. chance: of being done by
    the cut-off, 0 to 1.
    """

    half: datetime
    most: datetime
    chance: float

    @property
    def made(self) -> bool | None:
        """Whether the truck is made; None = nobody can say."""
        return True if self.chance >= LIKELY else False if self.chance < DOUBTFUL else None


def forecast(ahead: int, pace: Pace, now: datetime, cut_off: datetime) -> Forecast:
    """When the last of the next `ahead` orders is packed. now, cut_off: aware, UTC."""
    if ahead <= 0:
        return Forecast(now, now, 1.0 if now <= cut_off else 0.0)
    took = _drawn(ahead, pace)
    left = (cut_off - now) / _HOUR
    chance = sum(one <= left for one in took) / DRAWS
    half, most = (_after(now, took[int(share * DRAWS)]) for share in (0.5, 0.9))
    return Forecast(half, most, chance)


def _drawn(ahead: int, pace: Pace) -> list[float]:
    """Hours until the last of so many orders is packed, ascending."""
    people = max(1, pace.people)
    at_last = min(people, ahead)
    parts = zip(
        _in_turn(ahead - at_last), _at_once(at_last), _rates(pace.done, pace.hours), strict=True
    )
    return sorted([(before / people + last) / rate for before, last, rate in parts])


@lru_cache(maxsize=8)
def _rates(done: float, hours: float) -> tuple[float, ...]:
    """Orders that one person packs in an hour. Where nobody has packed, one may in an hour."""
    dice = Random(f"{done}/{hours}")  # noqa: S311  a forecast, no secret
    return tuple(dice.gammavariate(done + _SHAPE, 1 / (hours or 1.0)) for _ in range(DRAWS))


@lru_cache(maxsize=1024)
def _in_turn(orders: int) -> tuple[float, ...]:
    """The time of so many orders one after the other, an order of one person being 1."""
    dice = Random("in turn")  # noqa: S311
    return tuple(dice.gammavariate(orders, 1.0) if orders else 0.0 for _ in range(DRAWS))


@lru_cache(maxsize=256)
def _at_once(orders: int) -> tuple[float, ...]:
    """The time until the last of so many is packed that were begun at once, each by a person."""
    dice = Random("at once")  # noqa: S311
    return tuple(-log(1.0 - (1.0 - dice.random()) ** (1 / orders)) for _ in range(DRAWS))


_LONGEST_H = 24.0 * 30


def _after(now: datetime, hours: float) -> datetime:
    return now + timedelta(hours=min(hours, _LONGEST_H))


def missed(ahead: int, pace: Pace, now: datetime, cut_off: datetime, of: int) -> int:
    """How many of the last `of` orders of the next `ahead` will not be packed by the cut-off, at
    this pace.
    """
    done = int(round(pace.per_hour * max(0.0, (cut_off - now) / _HOUR), 6))
    return max(0, min(of, ahead - done))


def saved(ahead: int, pace: Pace, now: datetime, cut_off: datetime, of: int) -> int:
    """How many of these one more person saves, who packs as the others do; 0 = nobody packs."""
    if not pace.people:
        return 0
    more = Pace(pace.done, pace.hours, pace.people + 1)
    return missed(ahead, pace, now, cut_off, of) - missed(ahead, more, now, cut_off, of)


def pace_of(passed: Iterable[tuple[datetime, str]], now: datetime) -> Pace:
    """The pace of now. passed: when an order was packed, and by whom, oldest first.

    An order took the time since the one before it of the same person.
    """
    last: dict[str, datetime] = {}
    done = hours = 0.0
    for at, who in passed:
        if not now - REMEMBERED < at <= now:
            continue
        before = last.get(who)
        last[who] = at
        if before is not None and at - before <= BREAK:
            weight = 0.5 ** ((now - at) / HALVED)
            done += weight
            hours += weight * ((at - before) / _HOUR)
    people = sum(now - at <= HERE for at in last.values())
    return Pace(done, hours, people) if done else Pace(len(last), len(last) * FIRST, people)
