"""Which task of the floor's queue somebody does next."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.domain.rows.tasks import FloorTask, TaskKind
from app.domain.world import World


def waiting(world: World, kinds: Collection[TaskKind]) -> tuple[FloorTask, ...]:
    """Tasks of these kinds that this bench can do, in queue order."""
    return tuple(
        one
        for one in world.open_tasks()
        if one.kind in kinds and one.worked_by in {"", world.station}
    )


def nearest(found: Sequence[FloorTask], here: str, world: World) -> FloorTask:
    """The most urgent one, of equally urgent ones the nearest. found: in queue order, not empty.

    here: code of the bin where the person is, "" = at the start of all walks.
    """
    place, first = world.bin(here), found[0]
    walk = place.walk if place else 0
    urgent = [one for one in found if (one.priority, one.due) == (first.priority, first.due)]
    return min(urgent, key=lambda one: (_far(one, walk, world), one.id))


def _far(job: FloorTask, walk: int, world: World) -> int:
    place = world.bin(job.source or job.target)
    return abs(place.walk - walk) if place else 0
