"""When a pick face is to be filled, how full, and from where.

A face and a SKU have one task at a time: its id says so (`task_id`). So what is on the way is that
task, and it is not wanted twice: while it waits or is done, it only becomes more urgent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.facts import Kind, NewFact, Subject
from app.domain.place import BinKind, PickFace
from app.domain.plan.allocate import Ends, last_day
from app.domain.plan.shelves import promisable, takeable
from app.domain.rows.tasks import WAITING, FloorTask, Rule, TaskKind, task_id, wanted
from app.domain.rows.things import Bin, Product
from app.domain.stock import StockKey

PRIORITIES = {Rule.BELOW_MINIMUM: 0, Rule.EMPTY_FACE: 100}


@dataclass(frozen=True)
class Source:
    """Goods that can fill a face: so many units of one key in one bin."""

    bin: Bin
    key: StockKey
    units: int


def face_task(place: Bin, sku: str) -> str:
    """The id of the task that fills a face."""
    return task_id(TaskKind.REPLENISH, place.code, sku)


def needed(
    place: Bin, face: PickFace, *, demand: int = 0, today: date, ends: Ends = Ends.EITHER
) -> int:
    """Units to bring now, 0 = none. demand: units that orders are promised or want from the face.

    Below its least, or below what is wanted of it, a face is filled up to its most.
    """
    there = sum(promisable(place, face.sku, today, ends).values())
    if there >= max(face.min_units, demand):
        return 0
    return max(face.max_units, demand) - there


def sources(
    place: Bin, sku: str, bins: Iterable[Bin], today: date, ends: Ends = Ends.EITHER
) -> list[Source]:
    """Where the goods can come from, the best first: reserve, and no other face of the SKU.

    What expires first comes first; of that the bin that holds least, so that it becomes empty.
    """
    found = [
        Source(one, key, units)
        for one in bins
        if one.code != place.code and one.kind is BinKind.RESERVE and takeable(one, sku)
        for key, units in promisable(one, sku, today, ends).items()
    ]
    return sorted(found, key=lambda one: _rank(one, ends))


def _rank(one: Source, ends: Ends) -> tuple[date, int, int, str]:
    return last_day(one.key, ends) or date.max, one.units, one.bin.walk, one.bin.code


def refill(  # noqa: PLR0913  what decides it, each by its name
    place: Bin,
    sku: str,
    bins: Iterable[Bin],
    waiting: FloorTask | None,
    product: Product | None,
    *,
    today: date,
    ends: Ends = Ends.EITHER,
    rule: Rule = Rule.BELOW_MINIMUM,
    order: str = "",
    demand: int = 0,
) -> NewFact | None:
    """The fact that wants the face filled; None = nothing is needed, possible, or left to say.

    waiting: the face's task as it is known. order: whose picker stands before the empty face.
    """
    face = place.face(sku)
    if face is None:
        return None
    open_ = waiting if waiting is not None and waiting.state in WAITING else None
    urgent = PRIORITIES.get(rule, 0)
    if open_ is not None and open_.priority >= urgent:
        return None  # it is on its way, and as urgent as that
    units = needed(place, face, demand=demand, today=today, ends=ends)
    found = sources(place, sku, bins, today, ends)
    if units <= 0 or not found:
        return None
    best = found[0]
    task = FloorTask(
        face_task(place, sku),
        TaskKind.REPLENISH,
        best.bin.code,
        place.code,
        best.key,
        whole_packs(min(units, best.units), product),
        urgent,
        zone=place.zone,
        rule=rule,
        order=order,
    )
    about = [Subject(Kind.BIN, place.code), Subject(Kind.BIN, best.bin.code)]
    if order:
        about.append(Subject(Kind.ORDER, order))
    return wanted(task, *about)


def whole_packs(units: int, product: Product | None) -> int:
    """The units rounded down to whole packs: a person brings cases, not handfuls. As they are where
    they fill no pack.
    """
    sizes = [pack.units for pack in product.packs if pack.units <= units] if product else []
    return units - units % max(sizes) if sizes else units
