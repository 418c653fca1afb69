"""When a SKU of a bin is to be counted: the books are in doubt, or a glance counts what is left.

A bin and a SKU have one such task at a time: its id says so (`task_id`).
"""

from __future__ import annotations

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.rows.tasks import WAITING, FloorTask, Rule, TaskKind, TaskState, task_id, wanted
from app.domain.rows.things import Bin
from app.domain.stock import StockKey
from app.domain.world import World

PRIORITIES = {Rule.LOW: 0, Rule.ZERO: 10, Rule.SHORT: 50, Rule.NEGATIVE: 50}


def check_task(code: str, sku: str) -> str:
    """The id of the task that counts a SKU of a bin."""
    return task_id(TaskKind.COUNT, code, sku)


def after_taking(place: Bin, sku: str, units: int, world: World) -> tuple[NewFact, ...]:
    """The fact that wants the bin looked at, if by the books too little is left of the SKU.

    place: the bin before the units leave it.
    """
    left = place.quantity(sku) - units
    held = sum(one.quantity for one in place.stock if one.sku == sku and not one.pickable)
    if left < held:  # goods that nobody may pick do not make up for those that were picked
        return check(place, sku, Rule.NEGATIVE, world)
    if left == 0:
        return check(place, sku, Rule.ZERO, world)
    return check(place, sku, Rule.LOW, world) if left <= world.count_low else ()


def check(place: Bin, sku: str, rule: Rule, world: World) -> tuple[NewFact, ...]:
    """The fact that wants the SKU counted; () = that is known, and as urgent."""
    name, urgent = check_task(place.code, sku), PRIORITIES[rule]
    known = world.task(name)
    if known is not None and known.state in WAITING and known.priority >= urgent:
        return ()
    return (wanted(check_of(place, sku, rule), Subject(Kind.BIN, place.code)),)


def check_of(place: Bin, sku: str, rule: Rule) -> FloorTask:
    """The task that counts a SKU of a bin."""
    return FloorTask(
        check_task(place.code, sku),
        TaskKind.COUNT,
        place.code,
        key=StockKey(sku),
        priority=PRIORITIES[rule],
        zone=place.zone,
        rule=rule,
    )


def no_check(code: str, sku: str, rule: Rule, world: World) -> tuple[NewFact, ...]:
    """The fact that a count is not needed any more; () = none waits for this reason."""
    known = world.task(check_task(code, sku))
    if known is None or known.state is not TaskState.OPEN or known.rule is not rule:
        return ()
    return (NewFact(FactKind.TASK_DROPPED, (Subject(Kind.TASK, known.id),)),)
