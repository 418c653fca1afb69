"""Which of a bin's goods were taken out of it."""

from __future__ import annotations

from dataclasses import replace

from app.domain import capture, serials
from app.domain.capture import Missing, Unit
from app.domain.move import jobs
from app.domain.move.outcome import Moving
from app.domain.move.task import Goods, MovePhase, MoveTask, with_goods
from app.domain.outcome import Outcome, Prompt, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
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
    """The lot, date or serial number of what was scanned before."""
    if hit.kind not in {HitKind.TEXT, HitKind.PRODUCT}:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    lost = capture.separator_lost(unit.sku, hit.reading, world.bin(task.source))
    filled = lost or capture.answered(unit, task.asks, hit)
    if isinstance(filled, Outcome):
        return Step(filled, task)
    return _found(task, filled, world)


def whole_bin(task: MoveTask, world: World) -> MoveStep:
    """The bin was scanned again: all of it is taken."""
    held = [item for item in _stock(task, world) if item.quantity > 0]
    if not held:
        return Step(outcome(Moving.BIN_EMPTY, bin=task.source), task)
    for sku in dict.fromkeys(item.sku for item in held):
        units = sum(item.quantity for item in held if item.sku == sku)
        if _tracked(sku, world) and (known := len(_lying(task, sku, world))) != units:
            said = outcome(Moving.SCAN_EACH, sku=sku, known=known, units=units)
            return Step(said, task)
    taken = with_goods(task, *_all_of(task, held, world))
    return Step(outcome(Moving.WHOLE_BIN_TAKEN, bin=task.source, units=taken.units), taken)


def _found(task: MoveTask, unit: Unit, world: World) -> MoveStep:
    """Take the units if it is clear which of the bin's goods they are, else ask."""
    same = _matching(task, unit, world)
    if not same:
        resting = replace(task, phase=MovePhase.GOODS, pending=None)
        return Step(outcome(Moving.NOT_THERE, sku=unit.sku, bin=task.source), resting)
    what = _missing(task, unit, world)
    if what is not None:
        asking = replace(task, phase=MovePhase.DETAIL, pending=unit, asks=what)
        return Step(capture.ask(what, unit.sku), asking)
    wrong = _serial_refused(task, unit, world)
    if wrong is not None:
        return Step(wrong, replace(task, phase=MovePhase.GOODS, pending=None))
    keys = tuple(item.key for item in same)
    if len(keys) > 1:
        asking = replace(task, phase=MovePhase.WHICH, pending=unit, choices=keys)
        return Step(outcome(Moving.WHICH_ASKED, sku=unit.sku), asking)
    return take(task, unit, keys[0], world)


def take(task: MoveTask, unit: Unit, key: StockKey, world: World) -> MoveStep:
    """Take the units; by the books there must be as many."""
    other = jobs.wrong_lot(task, key.lot)
    if other is not None:
        return Step(other, with_goods(task))
    place = world.bin(task.source)
    known = max(0, place.of(key)) if place else 0
    have = task.in_hand(key) + unit.quantity
    if have > known:
        resting = with_goods(task)
        said = outcome(Moving.MORE_THAN_THERE, sku=unit.sku, bin=task.source, known=known)
        return Step(said, resting)
    packs = (unit.pack,) if unit.pack else ()
    numbers = (unit.serial,) if unit.serial and _tracked(unit.sku, world) else ()
    taken = with_goods(task, Goods(key, unit.quantity, packs, numbers))
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
    return Missing.SERIAL if _tracked(unit.sku, world) and not unit.serial else None


def detail_prompt(task: MoveTask) -> tuple[Prompt, dict[str, str | int]]:
    unit = task.pending or Unit("")
    asked = {
        Missing.LOT: WorkPrompt.SCAN_LOT,
        Missing.EXPIRY: WorkPrompt.SCAN_EXPIRY,
        Missing.SERIAL: WorkPrompt.SCAN_SERIAL,
    }
    return asked[task.asks], {"sku": unit.sku}


# --- serial numbers -------------------------------------------------------------------------------


def _tracked(sku: str, world: World) -> bool:
    product = world.product(sku)
    return product is not None and product.track_serial


def _serial_refused(task: MoveTask, unit: Unit, world: World) -> Outcome | None:
    """The refusal of a unit that is in hand already, or cannot be in this bin."""
    if not unit.serial or not _tracked(unit.sku, world):
        return None
    if any(one.key.sku == unit.sku and unit.serial in one.serials for one in task.hand):
        return outcome(Working.SERIAL_REPEATED, serial=unit.serial)
    return serials.refused(unit, "", world, task.source)


def _lying(task: MoveTask, sku: str, world: World) -> tuple[str, ...]:
    """The serial numbers that lie in the bin, as far as this station knows."""
    return tuple(sorted(row.serial for row in world.serials_in(task.source) if row.sku == sku))


def _all_of(task: MoveTask, held: list[BinStock], world: World) -> list[Goods]:
    """All that lies there. Which number is of which lot nobody has told: they go along."""
    goods: list[Goods] = []
    for item in held:
        first = item.sku not in {one.key.sku for one in goods}
        numbers = _lying(task, item.sku, world) if first and _tracked(item.sku, world) else ()
        goods.append(Goods(item.key, item.quantity, serials=numbers))
    return goods


def _stock(task: MoveTask, world: World) -> tuple[BinStock, ...]:
    place = world.bin(task.source)
    return place.stock if place else ()
