"""Tasks for the floor's queue that a person of the office makes or drops.

What cannot be done is refused in words before there is a fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.plan.checks import check_task
from app.domain.plan.places import Refusal, Why, may_put
from app.domain.plan.replenish import face_task
from app.domain.rows.tasks import WAITING, FloorTask, TaskKind, TaskState, task_id, wanted
from app.domain.rows.things import Bin, BinStock, Product
from app.domain.stock import StockKey
from app.errors import EnvironmentFault, UsageFault

_WHY = {
    Why.LOCKED: "{bin} is locked: {about}",
    Why.WRONG_KIND: "{bin} takes no such goods: it is a place of the kind {about}",
    Why.FOREIGN_OWNER: "{bin} takes only goods of {about}",
    Why.OTHER_SKU: "{bin} holds {about}, and nothing may be mixed there",
    Why.OTHER_LOT: "{bin} holds lot {about}, and lots may not be mixed there",
    Why.FULL: "{bin} has room for {units} more",
    Why.TOO_MUCH_ROOM: "{bin} has room for {units} more",
    Why.TOO_HEAVY: "{bin} bears {units} more",
}


@dataclass(frozen=True)
class Wish:
    """What a person wants done. quantity 0 = all that lies there. Names as in `FloorTask`."""

    kind: TaskKind
    source: str = ""
    target: str = ""
    sku: str = ""
    lot: str = ""
    quantity: int = 0
    priority: int = 0
    due: datetime | None = None


@dataclass(frozen=True)
class Floor:
    """The rows of the centre that the checks look at, by their ids."""

    bins: Mapping[str, Bin]
    products: Mapping[str, Product]
    tasks: Mapping[str, FloorTask]

    def place(self, code: str) -> Bin:
        """Raises EnvironmentFault."""
        place = self.bins.get(code)
        if place is None:
            raise EnvironmentFault(f"The centre knows no bin {code}.")
        return place


def made(wish: Wish, floor: Floor) -> NewFact:
    """The fact that the task is wanted. Raises UsageFault or EnvironmentFault: why it cannot be."""
    if wish.sku and wish.sku not in floor.products:
        raise EnvironmentFault(f"The centre knows no product {wish.sku}.")
    task = _count(wish, floor) if wish.kind is TaskKind.COUNT else _move(wish, floor)
    known = floor.tasks.get(task.id)
    if known is not None and known.state in WAITING:
        raise EnvironmentFault(f"That is wanted already: {known.id} is {known.state.value}.")
    about = dict.fromkeys(code for code in (task.target, task.source) if code)
    return wanted(task, *(Subject(Kind.BIN, code) for code in about))


def dropped(name: str, reason: str, floor: Floor) -> NewFact:
    """The fact that nobody needs the task any more. Raises EnvironmentFault."""
    task = floor.tasks.get(name)
    if task is None:
        raise EnvironmentFault(f"The centre knows no task {name}.")
    if task.state is TaskState.DOING:
        raise EnvironmentFault(f"{task.worked_by} is doing {name}: it can only be left there.")
    if task.state is not TaskState.OPEN:
        raise EnvironmentFault(f"{name} is {task.state.value} already.")
    return NewFact(FactKind.TASK_DROPPED, (Subject(Kind.TASK, name),), {"reason": reason})


def _count(wish: Wish, floor: Floor) -> FloorTask:
    if not wish.source or wish.target or wish.lot or wish.quantity:
        raise UsageFault("A count names its bin with --from, and at most one --sku.")
    place = floor.place(wish.source)
    return FloorTask(
        check_task(place.code, wish.sku),
        wish.kind,
        place.code,
        key=StockKey(wish.sku) if wish.sku else None,
        priority=wish.priority,
        due=wish.due,
        zone=place.zone,
    )


def _move(wish: Wish, floor: Floor) -> FloorTask:
    if not (wish.source and wish.target and wish.sku):
        raise UsageFault(f"{wish.kind.value} needs --from, --to and --sku.")
    if wish.source == wish.target:
        raise UsageFault("The goods are there already: --from and --to are one bin.")
    source, target = floor.place(wish.source), floor.place(wish.target)
    held = [one for one in source.stock if one.sku == wish.sku and wish.lot in {"", one.lot}]
    there = sum(max(0, one.quantity) for one in held)
    units = wish.quantity or there
    goods = f"{wish.sku} {wish.lot}".strip()
    if not there:
        raise EnvironmentFault(f"{source.code} holds no {goods}.")
    if units > there:
        raise EnvironmentFault(f"{source.code} holds {there} of {goods}, not {units}.")
    key = _key(held, units, goods, source.code)
    refusal = may_put(target, key, units, floor.products.get)
    if refusal is not None:
        raise EnvironmentFault(f"{_words(refusal, target)}.")
    name = task_id(wish.kind, source.code, target.code, wish.sku, wish.lot)
    if wish.kind is TaskKind.REPLENISH:  # a face has one task, whoever wants it
        if target.face(wish.sku) is None:
            raise EnvironmentFault(f"{target.code} is no pick face of {wish.sku}.")
        name = face_task(target, wish.sku)
    zone = target.zone
    return FloorTask(
        name, wish.kind, source.code, target.code, key, units, wish.priority, wish.due, zone
    )


def _key(held: list[BinStock], units: int, goods: str, code: str) -> StockKey:
    """The one kind of goods that is meant. Raises EnvironmentFault if it is not clear which."""
    there = [one for one in held if one.quantity > 0]
    if len({one.lot for one in there}) > 1:
        lots = ", ".join(sorted({one.lot or "without a lot" for one in there}))
        raise EnvironmentFault(f"{code} holds several lots of {goods}: name one of {lots}.")
    enough = [one for one in there if one.quantity >= units]
    return (enough or there)[0].key


def _words(refusal: Refusal, place: Bin) -> str:
    return _WHY[refusal.why].format(bin=place.code, about=refusal.about, units=refusal.units)
