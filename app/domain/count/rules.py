"""Stock-taking: scan a bin, scan everything in it, compare, record.

The counter sees the expected numbers only after everything is counted, so that nobody copies them.
A count records the difference, never a new absolute number (`app.domain.rows.bin_rules`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from app.domain import capture, codec
from app.domain.capture import Missing, Unit
from app.domain.commands import Command
from app.domain.count.outcome import Counting, CountPrompt
from app.domain.count.task import (
    CountPhase,
    CountTask,
    Finished,
    Tally,
    begun,
    by_key,
    dated,
    ended,
    group_of,
    tallies,
    without,
)
from app.domain.digits import with_digit
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, Prompt, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.packs import PackCount, PackLevel
from app.domain.permissions import role_for
from app.domain.rows.things import Bin
from app.domain.stock import StockKey
from app.domain.world import Hit, HitKind, Step, World

SKUS_NAMED = 3
_LEAVING = frozenset({Command.CLEAR, Command.HOME})

CountStep = Step[CountTask]


def start(task: CountTask, code: str, world: World) -> CountStep:
    """Begin to count a bin."""
    place = world.bin(code)
    if place is None:
        return Step(outcome(Anywhere.UNKNOWN_CODE, code=code), task)
    return Step(outcome(Counting.COUNT_STARTED, bin=code), begun(task, place))


# --- scans ----------------------------------------------------------------------------------------


def scan(task: CountTask, hit: Hit, world: World) -> CountStep:
    """Answer one scan."""
    if task.phase is CountPhase.LOT and task.pending is not None:
        return _lot(task, task.pending, hit, world)
    match hit.kind:
        case HitKind.BIN if task.before is None:
            return start(task, hit.id, world)
        case HitKind.BIN if hit.id == task.bin:
            return Step(outcome(Working.BIN_OK, bin=hit.id), task)
        case HitKind.BIN:
            return Step(outcome(Counting.FINISH_BIN_FIRST, bin=task.bin), task)
        case HitKind.PRODUCT if task.before is not None:
            return _product(task, hit, world)
        case HitKind.TEXT:
            return Step(outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text), task)
        case _:
            return Step(
                outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task
            )


def _product(task: CountTask, hit: Hit, world: World) -> CountStep:
    product = world.product(hit.id)
    unit = capture.from_scan(hit, world, task.typed)
    if isinstance(unit, Outcome):
        return Step(unit, replace(task, typed=""))
    told = unit.serial and product is not None and product.track_serial
    if told and any((one.sku, one.serial) == (hit.id, unit.serial) for one in task.units):
        return Step(outcome(Working.SERIAL_REPEATED, serial=unit.serial), task)
    lost = capture.separator_lost(hit.id, hit.reading, task.before)
    if lost is not None:
        return Step(lost, task)
    if product is None or not product.track_lot:
        unit = replace(unit, lot="")
    return _told(task, unit, world)


def missing(task: CountTask, unit: Unit, world: World) -> Missing | None:
    """What must still be known of a unit, so that it can be told from others in its bin."""
    product = world.product(unit.sku)
    if product is not None and product.track_lot and not unit.lot:
        return Missing.LOT
    if task.before and unit.expiry is None and dated(task.before, unit.sku, unit.lot):
        return Missing.EXPIRY
    return None


def _told(task: CountTask, unit: Unit, world: World) -> CountStep:
    what = missing(task, unit, world)
    if what is None:
        return _counted(task, unit)
    asking = replace(task, phase=CountPhase.LOT, pending=unit, typed="")
    return Step(capture.ask(what, unit.sku), asking)


def _lot(task: CountTask, pending: Unit, hit: Hit, world: World) -> CountStep:
    if hit.kind not in {HitKind.TEXT, HitKind.PRODUCT}:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    lost = capture.separator_lost(pending.sku, hit.reading, task.before)
    told = lost or capture.answered(pending, missing(task, pending, world) or Missing.LOT, hit)
    if isinstance(told, Outcome):
        return Step(told, task)
    return _told(task, told, world)


def _counted(task: CountTask, unit: Unit) -> CountStep:
    units = (*task.units, unit)
    task = replace(task, phase=CountPhase.ITEMS, units=units, pending=None, typed="")
    counted = sum(one.quantity for one in units if (one.sku, one.lot) == (unit.sku, unit.lot))
    return Step(outcome(Counting.UNIT_COUNTED, sku=unit.sku, counted=counted), task)


# --- commands -------------------------------------------------------------------------------------


def command(task: CountTask, pressed: Command, world: World) -> CountStep:
    """Answer one command."""
    if task.before is None:
        if pressed in {*_LEAVING, Command.UNDO}:
            return Step(outcome(Anywhere.CLEARED), None)
        return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)
    if task.phase is CountPhase.LEAVE:
        return _leaving(task, pressed)
    if pressed in {Command.OK, Command.FINISH}:
        return _finish(task, task.before, world)
    if pressed in _LEAVING:
        return _leave(task, pressed)
    if task.phase is CountPhase.COMPARE:
        if pressed is Command.UNDO:
            return _again(task)
    elif pressed is Command.UNDO:
        return _undo(task)
    elif task.phase is CountPhase.ITEMS and pressed.digit is not None:
        said, typed = with_digit(task.typed, pressed.digit)
        return Step(said, replace(task, typed=typed))
    elif pressed is Command.DELETE and task.typed:
        left = task.typed[:-1]
        return Step(outcome(Anywhere.DIGITS, number=left), replace(task, typed=left))
    return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _undo(task: CountTask) -> CountStep:
    if task.typed or task.pending is not None:
        return Step(outcome(Anywhere.CLEARED), _nothing_half_done(task))
    if task.units:
        undone = replace(task, units=task.units[:-1])
        return Step(outcome(Anywhere.UNDONE, what=task.units[-1].sku), undone)
    return Step(outcome(Anywhere.UNDONE, what=task.bin), ended(task))


def _again(task: CountTask) -> CountStep:
    wrong = dict.fromkeys(tally.sku for tally in tallies(task) if not tally.right)
    said = outcome(Counting.COUNT_AGAIN, skus=_named(wrong))
    return Step(said, without(task, set(wrong)))


def _named(skus: Iterable[str]) -> str:
    """The first few SKUs; the bar has no room for more."""
    return ", ".join(list(skus)[:SKUS_NAMED])


def _leave(task: CountTask, pressed: Command) -> CountStep:
    if pressed is Command.CLEAR and (task.typed or task.pending is not None):
        return Step(outcome(Anywhere.CLEARED), _nothing_half_done(task))
    if task.units:
        asked = replace(_nothing_half_done(task), phase=CountPhase.LEAVE)
        return Step(outcome(Counting.LEAVE_COUNT_ASKED, bin=task.bin), asked)
    return _left(task, pressed)


def _leaving(task: CountTask, pressed: Command) -> CountStep:
    if pressed in {*_LEAVING, Command.OK}:
        return _left(task, pressed)
    if pressed is Command.UNDO:
        return Step(outcome(Anywhere.CLEARED), _nothing_half_done(task))
    return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _left(task: CountTask, pressed: Command) -> CountStep:
    said = outcome(Counting.COUNT_LEFT, bin=task.bin)
    return Step(said, None if pressed is Command.HOME else ended(task))


def _nothing_half_done(task: CountTask) -> CountTask:
    return replace(task, phase=CountPhase.ITEMS, pending=None, typed="")


# --- comparing and recording ----------------------------------------------------------------------


def _finish(task: CountTask, before: Bin, world: World) -> CountStep:
    if task.typed:
        return Step(outcome(Anywhere.DIGITS, number=task.typed), task)
    if task.pending is not None:
        what = missing(task, task.pending, world) or Missing.LOT
        return Step(capture.ask(what, task.pending.sku), task)
    if not world.allows("count"):
        return Step(outcome(Anywhere.NO_PERMISSION, role=role_for("count")), task)
    now = world.bin(before.code) or before
    if now.moves != before.moves:
        moved = _moved(task, before, now)
        said = outcome(Counting.COUNT_DISTURBED, skus=_named(sorted(moved)))
        return Step(said, replace(without(task, moved), before=now))
    found = tallies(task)
    units = sum(tally.counted for tally in found)
    right = all(tally.right for tally in found)
    if not right and task.phase is not CountPhase.COMPARE:
        said = outcome(Counting.COUNT_DIFFERS, bin=before.code)
        return Step(said, replace(task, phase=CountPhase.COMPARE))
    said = outcome(Counting.COUNT_RECORDED, bin=before.code)
    if right:
        said = outcome(Counting.COUNT_RIGHT, bin=before.code, counted=units)
    facts = _facts(task, before, found)
    return Step(said, ended(task, Finished(before.code, units, right)), facts)


def _moved(task: CountTask, before: Bin, now: Bin) -> set[str]:
    """SKUs whose stock has changed since the count began.

    If facts moved stock but every number is as before, any SKU of the bin may have moved: all.
    """
    keys = {item.key for item in (*before.stock, *now.stock)}
    moved = {key.sku for key in keys if before.of(key) != now.of(key)}
    return moved or {key.sku for key in keys} | {unit.sku for unit in task.units}


def _facts(task: CountTask, before: Bin, found: tuple[Tally, ...]) -> tuple[NewFact, ...]:
    """One fact a stock key; an empty bin that was expected to be empty gets one fact, too."""
    bodies = [body for tally in found for body in _bodies(task, before, tally)]
    bodies = bodies or [_body(before.code, StockKey(""), 0, 0)]
    bodies[0]["moves"] = before.moves
    subjects = (Subject(Kind.BIN, before.code),)
    return tuple(NewFact(FactKind.BIN_COUNTED, subjects, body) for body in bodies)


def _bodies(task: CountTask, before: Bin, tally: Tally) -> list[dict[str, Any]]:
    """Of the keys that the tally is about; the first says which packs were counted."""
    bodies = [_body(before.code, *line) for line in by_key(before, tally)]
    bodies[0] |= _packs(task, before, tally)
    return bodies


def _packs(task: CountTask, before: Bin, tally: Tally) -> dict[str, Any]:
    """The packs among what was counted; {} if there were none."""
    counts: Counter[tuple[PackLevel, int]] = Counter()
    for unit in task.units:
        if unit.pack and group_of(before, unit) == (tally.sku, tally.lot, tally.expiry):
            counts[unit.pack.level, unit.pack.units] += unit.pack.count
    packs = [PackCount(level, count, units) for (level, units), count in counts.items()]
    return {"packs": codec.dump(packs)} if packs else {}


def _body(code: str, key: StockKey, counted: int, expected: int) -> dict[str, Any]:
    return {
        "bin": code,
        "sku": key.sku,
        "lot": key.lot,
        "counted": counted,
        "expected": expected,
        "delta": counted - expected,
        "key": codec.dump(key),
    }


# --- what the bar asks for ------------------------------------------------------------------------


def prompt(task: CountTask) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    match task.phase:
        case CountPhase.BIN:
            return CountPrompt.SCAN_BIN, {}
        case CountPhase.ITEMS if task.typed:
            return WorkPrompt.SCAN_COUNTED, {"number": task.typed}
        case CountPhase.ITEMS:
            return CountPrompt.COUNT_ITEMS, {"bin": task.bin}
        case CountPhase.LOT if task.asks_date:
            return WorkPrompt.SCAN_EXPIRY, {"sku": task.pending.sku if task.pending else ""}
        case CountPhase.LOT:
            return WorkPrompt.SCAN_LOT, {"sku": task.pending.sku if task.pending else ""}
        case CountPhase.COMPARE:
            return CountPrompt.RECORD_COUNT, {}
        case CountPhase.LEAVE:
            return CountPrompt.LEAVE_COUNT, {}
