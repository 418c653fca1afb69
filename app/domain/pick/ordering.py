"""In which order a walk calls at its stops: by the site's route, or by the numbers of the bins."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.pick.task import PickStop
from app.domain.plan import routes
from app.domain.plan.layout import RouteRule, Spot, Walking
from app.domain.rows.things import Bin


def ordered(found: Sequence[tuple[Bin | None, PickStop]], walking: Walking) -> list[PickStop]:
    """The stops, each with its bin, in the order of the walk. What lies in no bin comes first.

    Stops at one place keep the order of their walk numbers. So do all stops where a single bin's
    place is not told: a route through half of the places would send people up and down.
    """
    homeless = [stop for place, stop in found if place is None]
    housed = [(place, stop) for place, stop in found if place is not None]
    housed.sort(key=lambda pair: (pair[0].walk, pair[1].line))
    return homeless + [housed[at][1] for at in _route([place for place, _ in housed], walking)]


def _route(places: Sequence[Bin], walking: Walking) -> Sequence[int]:
    by_walk = range(len(places))
    if walking.layout is None or not all(place.aisle for place in places):
        return by_walk
    spots = [Spot(place.aisle, place.position_mm) for place in places]
    match walking.rule:
        case RouteRule.EXACT:
            return routes.exact(walking.layout, spots).order
        case RouteRule.SERPENTINE:
            return routes.serpentine(walking.layout, spots).order
        case RouteRule.WALK:
            return by_walk
