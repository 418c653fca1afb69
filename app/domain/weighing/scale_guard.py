"""Whether a weight on the scale belongs to the parcel at hand, or to the one before it; pure.

After a parcel is done its weight may still stand on the display. A reading counts for the next
parcel once the scale has been empty, or if it differs from what the last parcel left there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

ZERO_G = 5
"""Empty: two divisions of a 2 g scale, and dust."""

CHANGED_G = 8
"""More than a scale drifts by itself."""


@dataclass(frozen=True)
class Guard:
    """It lives in the session. last_g: what the scale showed last, None = nothing yet.

    left_g: what the parcel that was done left on it; None = the scale has been empty since.
    """

    last_g: int | None = None
    left_g: int | None = None


def read(guard: Guard, grams: int) -> tuple[Guard, bool]:
    """A stable reading, and whether it counts for the parcel at hand.

    A reading that comes back to what was left does not count, even if there was another between:
    somebody leaned on the scale. Two parcels of the same weight need an empty scale between.
    """
    if abs(grams) <= ZERO_G:
        return Guard(grams), True
    counts = guard.left_g is None or abs(grams - guard.left_g) > CHANGED_G
    return replace(guard, last_g=grams), counts


def parcel_done(guard: Guard) -> Guard:
    """The parcel is finished or left; what the scale shows now is not the next one's."""
    shows = guard.last_g is not None and abs(guard.last_g) > ZERO_G
    return replace(guard, left_g=guard.last_g if shows else None)
