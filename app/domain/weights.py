"""The weight a box should have, and whether the scale agrees."""

from __future__ import annotations

from app.domain.outcome import Outcome, OutcomeKind, outcome
from app.domain.things import Parcel
from app.domain.world import World

FLOOR_G = 20
SHARE = 0.03
"""Tolerance: the larger of 20 g (fill, tape, label) and 3 % of the expected weight."""


def expected(parcel: Parcel, carton: str, world: World) -> int | None:
    """Grams of contents and carton; None where a unit's weight is unknown."""
    total = next((item.tare_g for item in world.cartons() if item.code == carton), 0)
    for content in parcel.contents:
        product = world.product(content.sku)
        if product is None or not product.weight_g:
            return None
        total += content.quantity * product.weight_g
    return total


def tolerance(grams: int) -> int:
    return max(FLOOR_G, round(grams * SHARE))


def check(parcel: Parcel, carton: str, grams: int, world: World) -> Outcome | None:
    """Weight right or off; None where nothing can be expected."""
    wanted = expected(parcel, carton, world)
    if wanted is None:
        return None
    allowed = tolerance(wanted)
    if abs(grams - wanted) <= allowed:
        return outcome(OutcomeKind.WEIGHT_OK, grams=grams, expected=wanted)
    return outcome(OutcomeKind.WEIGHT_OFF, grams=grams, expected=wanted, tolerance=allowed)
