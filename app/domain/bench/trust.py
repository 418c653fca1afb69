"""How long a bench trusts its copy of badges and PINs while it cannot reach the centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

WARNING = timedelta(days=2)
SHIFT = timedelta(days=1)
"""Whoever is signed in when the limit comes may finish the shift: his own lock opens that long."""
CLOCK_TOLERANCE = timedelta(days=1)


class Standing(StrEnum):
    GOOD = "good"
    ENDING = "ending"  # sign-in still works, but the limit is near: the screen warns
    ENDED = "ended"
    CLOCK_BACK = "clock_back"  # the clock stands before a time it has shown: no age is known


@dataclass(frozen=True)
class Trust:
    """The verdict.

    days: whole days since the centre answered. hours: whole hours until nobody new may sign in.
    own: the person whose work is locked here may still unlock it.
    """

    standing: Standing
    days: int = 0
    hours: int = 0
    own: bool = True

    @property
    def anybody(self) -> bool:
        """Whether a person who is not at work here may sign in."""
        return self.standing in {Standing.GOOD, Standing.ENDING}


def judge(contact: datetime | None, latest: datetime, now: datetime, limit: timedelta) -> Trust:
    """All times are by the bench's own clock; the centre's clock may differ by any offset.

    contact: when the centre last answered, None = not noted yet. latest: the largest time the
    clock has shown since then. limit: after how long nobody new may sign in, zero = no limit.
    """
    if contact is None or not limit:
        return Trust(Standing.GOOD)
    if now < latest - CLOCK_TOLERANCE:
        return Trust(Standing.CLOCK_BACK, own=False)
    age = max(now - contact, timedelta())
    left = limit - age
    if left <= timedelta():
        return Trust(Standing.ENDED, age.days, own=age < limit + SHIFT)
    warned = left <= min(WARNING, limit / 2)
    standing = Standing.ENDING if warned else Standing.GOOD
    return Trust(standing, age.days, int(left / timedelta(hours=1)))
