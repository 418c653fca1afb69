"""Whether a weight on the scale belongs to the current parcel, or to the one before it; pure.

After a parcel is done its weight may still stand on the display. A reading counts for the next
parcel once the scale has been empty, or if it differs from what the last parcel left there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

ZERO_G = 5
"""Up to these grams the scale is empty: two divisions of a 2 g scale, and dust."""

CHANGED_G = 8
"""Grams; a scale that nobody touches drifts less."""


@dataclass(frozen=True)
class Guard:
    """Kept in the session. last_g: what the scale showed last, None = nothing yet.

    left_g: what the scale showed when the last parcel was done; None = it was empty since then.
    """

    last_g: int | None = None
    left_g: int | None = None


def read(guard: Guard, grams: int) -> tuple[Guard, bool]:
    """A stable reading: the new guard, and whether the reading counts for the current parcel.

    A reading equal to left_g does not count, even after another one: somebody only leaned on the
    scale. Two parcels of the same weight need an empty scale between them.
    """
    if abs(grams) <= ZERO_G:
        return Guard(grams), True
    counts = guard.left_g is None or abs(grams - guard.left_g) > CHANGED_G
    return replace(guard, last_g=grams), counts


def parcel_done(guard: Guard) -> Guard:
    """The parcel is finished or left: what the scale shows now is not the next parcel's weight."""
    shows = guard.last_g is not None and abs(guard.last_g) > ZERO_G
    return replace(guard, left_g=guard.last_g if shows else None)
