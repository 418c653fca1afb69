"""Which of a bin's goods were taken out of it."""

from __future__ import annotations

from dataclasses import replace

from app.domain import capture
from app.domain.capture import Missing, Unit
from app.domain.move import jobs
from app.domain.move.outcome import Moving
from app.domain.move.task import Goods, MovePhase, MoveTask, with_goods
from app.domain.outcome import Outcome, Prompt, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import WorkPrompt
from app.domain.rows.things import BinStock
from app.domain.stock import StockKey
from app.domain.world import Hit, HitKind, Step, World

MoveStep = Step[MoveTask]


def scanned(task: MoveTask, hit: Hit, world: World) -> MoveStep:
    """A product was scanned before the bin."""
    other = jobs.wrong_goods(task, hit.id)
    if other is not None:
        return Step(other, replace(task, typed=""))
    unit = capture.from_scan(hit, world, task.typed)
    if isinstance(unit, Outcome):
        return Step(unit, replace(task, typed=""))
    if not unit.quantity:
        return Step(outcome(Anywhere.NUMBER_TOO_LARGE, number=0, most=capture.MOST), task)
    lost = capture.separator_lost(hit.id, hit.reading, world.bin(task.source))
    if lost is not None:
        return Step(lost, replace(task, typed=""))
    return _found(replace(task, typed=""), unit, world)


def told(task: MoveTask, unit: Unit, hit: Hit, world: World) -> MoveStep:
    """The lot or date of what was scanned before."""
    if hit.kind not in {HitKind.TEXT, HitKind.PRODUCT}:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    lost = capture.separator_lost(unit.sku, hit.reading, world.bin(task.source))
    filled = lost or capture.answered(unit, _missing(task, unit, world) or Missing.LOT, hit)
    if isinstance(filled, Outcome):
        return Step(filled, task)
    return _found(task, filled, world)


def whole_bin(task: MoveTask, world: World) -> MoveStep:
    """The bin was scanned again: all of it is taken."""
    held = [item for item in _stock(task, world) if item.quantity > 0]
    if not held:
        return Step(outcome(Moving.BIN_EMPTY, bin=task.source), task)
    taken = with_goods(task, *(Goods(item.key, item.quantity) for item in held))
    return Step(outcome(Moving.WHOLE_BIN_TAKEN, bin=task.source, units=taken.units), taken)


def _found(task: MoveTask, unit: Unit, world: World) -> MoveStep:
    """Take the units if it is clear which of the bin's goods they are, else ask."""
    same = _matching(task, unit, world)
    if not same:
        resting = replace(task, phase=MovePhase.GOODS, pending=None)
        return Step(outcome(Moving.NOT_THERE, sku=unit.sku, bin=task.source), resting)
    what = _missing(task, unit, world)
    if what is not None:
        asking = replace(task, phase=MovePhase.DETAIL, pending=unit)
        return Step(capture.ask(what, unit.sku), asking)
    keys = tuple(item.key for item in same)
    if len(keys) > 1:
        asking = replace(task, phase=MovePhase.WHICH, pending=unit, choices=keys)
        return Step(outcome(Moving.WHICH_ASKED, sku=unit.sku), asking)
    return take(task, unit, keys[0], world)


def take(task: MoveTask, unit: Unit, key: StockKey, world: World) -> MoveStep:
    """Take the units; by the books there must be as many."""
    place = world.bin(task.source)
    known = max(0, place.of(key)) if place else 0
    have = task.in_hand(key) + unit.quantity
    if have > known:
        resting = with_goods(task)
        said = outcome(Moving.MORE_THAN_THERE, sku=unit.sku, bin=task.source, known=known)
        return Step(said, resting)
    packs = (unit.pack,) if unit.pack else ()
    taken = with_goods(task, Goods(key, unit.quantity, packs))
    return Step(outcome(Moving.GOODS_TAKEN, sku=unit.sku, units=have), taken)


def _matching(task: MoveTask, unit: Unit, world: World) -> list[BinStock]:
    """What lies there and may be the scanned units, as far as their lot and date are told."""
    return [
        item
        for item in _stock(task, world)
        if item.quantity > 0
        and item.sku == unit.sku
        and (not unit.lot or item.lot == unit.lot)
        and item.has_day(unit.expiry)
    ]


def _missing(task: MoveTask, unit: Unit, world: World) -> Missing | None:
    """What the label must still tell, so that the goods are known from others in the bin."""
    same = _matching(task, unit, world)
    if not unit.lot and len({item.lot for item in same}) > 1:
        return Missing.LOT
    if unit.expiry is None and len({item.day for item in same}) > 1:
        return Missing.EXPIRY
    return None


def detail_prompt(task: MoveTask) -> tuple[Prompt, dict[str, str | int]]:
    unit = task.pending or Unit("")
    asked = WorkPrompt.SCAN_EXPIRY if unit.lot else WorkPrompt.SCAN_LOT
    return asked, {"sku": unit.sku}


def _stock(task: MoveTask, world: World) -> tuple[BinStock, ...]:
    place = world.bin(task.source)
    return place.stock if place else ()
