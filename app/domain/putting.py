"""Why a place does not take goods that somebody brings, in the words of the screens."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.plan.places import Refusal, Why, may_put
from app.domain.rows.bin_rules import with_stock
from app.domain.rows.things import Bin
from app.domain.stock import Status, StockKey
from app.domain.world import World


def refused(goods: Iterable[tuple[StockKey, int]], place: Bin, world: World) -> Outcome | None:
    """Why the place does not take (key, units), one after the other; None = it takes them all."""
    for key, units in goods:
        refusal = may_put(place, key, units, world.product)
        if refusal is not None:
            return _words(refusal, place, key.status)
        place = with_stock(place, key, units)
    return None


def _words(refusal: Refusal, place: Bin, status: Status) -> Outcome:
    match refusal.why:
        case Why.LOCKED:
            return outcome(Working.PLACE_LOCKED, bin=place.code, because=refusal.about)
        case Why.WRONG_KIND:
            return outcome(Working.PLACE_OTHER_KIND, bin=place.code, status=status.value)
        case Why.FOREIGN_OWNER:
            return outcome(Working.PLACE_OF_OTHERS, bin=place.code, owner=refusal.about)
        case Why.OTHER_SKU | Why.OTHER_LOT:
            return outcome(Working.PLACE_MIXED, bin=place.code, other=refusal.about)
        case Why.FULL | Why.TOO_MUCH_ROOM | Why.TOO_HEAVY:
            return outcome(Working.PLACE_FULL, bin=place.code, units=refusal.units)
