"""When the orders of a truck will be packed, and whether that is before it leaves.

What is known of the pace is how many orders were packed in a window of time. Packing counts as a
Poisson process whose rate is not known: after n orders in a window of w hours the rate is
distributed as Gamma(n + 1/2, w) (Jeffreys' prior; Gelman et al., Bayesian Data Analysis, 3rd ed.,
section 2.8), and the time for k more orders as Gamma(k, rate). Both are sampled: few orders in the
window give a wide answer, many a narrow one. No clock and no chance from outside: the same numbers
give the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

DRAWS = 400
_SHAPE = 0.5
LIKELY, DOUBTFUL = 0.8, 0.5
"""A truck is made where at least this share of the draws makes it, and missed below the other."""


@dataclass(frozen=True)
class Pace:
    """done: orders that were packed in the last `window`. people: who packed them."""

    done: int
    window: timedelta
    people: int = 0

    @property
    def per_hour(self) -> float:
        return self.done / (self.window / timedelta(hours=1))


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
    dice = Random(f"{ahead}/{pace.done}/{pace.window}")  # noqa: S311  a forecast, no secret
    hours = pace.window / timedelta(hours=1)
    took = sorted(
        dice.gammavariate(ahead, 1.0) / dice.gammavariate(pace.done + _SHAPE, 1 / hours)
        for _ in range(DRAWS)
    )
    left = (cut_off - now) / timedelta(hours=1)
    chance = sum(one <= left for one in took) / DRAWS
    half, most = (_after(now, took[int(share * DRAWS)]) for share in (0.5, 0.9))
    return Forecast(half, most, chance)


_LONGEST_H = 24.0 * 30


def _after(now: datetime, hours: float) -> datetime:
    return now + timedelta(hours=min(hours, _LONGEST_H))


def missed(ahead: int, pace: Pace, now: datetime, cut_off: datetime, of: int) -> int:
    """How many of the last `of` orders of the next `ahead` will not be packed by the cut-off, at
    this pace.
    """
    done = int(pace.per_hour * max(0.0, (cut_off - now) / timedelta(hours=1)))
    return max(0, min(of, ahead - done))


def saved(ahead: int, pace: Pace, now: datetime, cut_off: datetime, of: int) -> int:
    """How many of these one more person saves, who packs as the others do; 0 = nobody packs."""
    if not pace.people:
        return 0
    more = Pace(pace.done + round(pace.done / pace.people), pace.window, pace.people + 1)
    return missed(ahead, pace, now, cut_off, of) - missed(ahead, more, now, cut_off, of)


def pace_of(passed: Iterable[tuple[datetime, str]], now: datetime, window: timedelta) -> Pace:
    """The pace of the last `window`. passed: when an order was packed, and by whom."""
    recent = [who for at, who in passed if now - window < at <= now]
    return Pace(len(recent), window, len({who for who in recent if who}))
