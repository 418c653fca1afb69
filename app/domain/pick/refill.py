"""A picker's scans keep the pick faces filled, and an empty face makes the line wait, not short."""

from __future__ import annotations

from dataclasses import replace

from app.domain.capture import Unit
from app.domain.facts import NewFact
from app.domain.outcome import outcome
from app.domain.pick.outcome import Picking
from app.domain.pick.task import PickTask
from app.domain.pick.walk import skip
from app.domain.plan.replenish import face_task, refill
from app.domain.plan.shelves import promisable
from app.domain.rows.bin_rules import with_stock
from app.domain.rows.tasks import Rule
from app.domain.rows.things import Bin
from app.domain.world import Step, World


def after_pick(place: Bin, unit: Unit, world: World) -> tuple[NewFact, ...]:
    """The fact that wants the bin filled again, if these units bring it below its least.

    place: the bin before the units leave it.
    """
    if place.face(unit.sku) is None or unit.key is None:
        return ()
    left = with_stock(place, unit.key, -unit.quantity)
    fact = refill(
        left,
        unit.sku,
        world.bins_of(unit.sku),
        world.task(face_task(place, unit.sku)),
        world.product(unit.sku),
        today=world.today,
        ends=world.ends,
    )
    return (fact,) if fact else ()


def instead_of_short(task: PickTask, world: World) -> Step[PickTask] | None:
    """The line waits while somebody fills the face; the rest of the order goes on.

    None = the face cannot be filled, or somebody has been told already, or by the books there is
    enough in it: then the picker says how many he found.
    """
    stop = task.stop
    place = world.bin(stop.bin)
    if place is None or place.face(stop.sku) is None or stop.done != stop.put:
        return None
    wanted = stop.wanted - stop.done
    if sum(promisable(place, stop.sku, world.today, world.ends).values()) >= wanted:
        return None
    fact = refill(
        place,
        stop.sku,
        world.bins_of(stop.sku),
        world.task(face_task(place, stop.sku)),
        world.product(stop.sku),
        today=world.today,
        ends=world.ends,
        rule=Rule.EMPTY_FACE,
        order=task.order,
        demand=wanted,
    )
    if fact is None:
        return None
    said = outcome(Picking.REFILL_WANTED, sku=stop.sku, bin=stop.bin)
    return replace(skip(task), outcome=said, facts=(fact,))
