"""A count is compared with the books, its difference explained, and recorded.

What is recorded is the difference, never a new absolute number (`app.domain.rows.bin_rules`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from app.domain import capture, codec
from app.domain.capture import Missing
from app.domain.count import jobs, second
from app.domain.count.outcome import Counting
from app.domain.count.task import (
    CountPhase,
    CountTask,
    Finished,
    Tally,
    by_key,
    ended,
    group_of,
    tallies,
    without,
)
from app.domain.count.units import missing
from app.domain.count.why import CountWhy
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.packs import PackCount, PackLevel
from app.domain.permissions import role_for
from app.domain.rows.since import NOW
from app.domain.rows.things import Bin
from app.domain.stock import StockKey
from app.domain.world import Step, World

CountStep = Step[CountTask]
SKUS_NAMED = 3


def compare(task: CountTask, before: Bin, world: World) -> CountStep:
    """All is counted: what is as expected is recorded, what differs is shown."""
    refused, now = _refused(task, before, world), world.bin(before.code) or before
    if refused is not None:
        return refused
    task = replace(task, before=now)
    if all(tally.right for tally in tallies(task)):
        return _recorded(task, now, None, world)
    said = outcome(Counting.COUNT_DIFFERS, bin=now.code)
    return Step(said, replace(task, phase=CountPhase.COMPARE))


def confirm(task: CountTask, before: Bin, world: World) -> CountStep:
    """The difference is right; why it is there is still to be told, or another person counts."""
    refused = _refused(task, before, world)
    if refused is not None:
        return refused
    if second.needs_another(task, world):
        return second.ask_another(task, world)
    return Step(
        outcome(Counting.COUNT_WHY_ASKED, bin=before.code), replace(task, phase=CountPhase.WHY)
    )


def explain(task: CountTask, before: Bin, number: int, world: World) -> CountStep:
    """The difference is recorded with the reason of this number, 0 = nobody knows any."""
    refused, found = _refused(task, before, world), task.whys
    if refused is not None:
        return refused
    if number > len(found):
        return Step(outcome(Counting.NO_COUNT_WHY, most=len(found)), task)
    why = found[number - 1] if number else CountWhy.UNKNOWN
    return _recorded(task, world.bin(before.code) or before, why, world)


def named(skus: Iterable[str]) -> str:
    """The first few SKUs; the bar has no room for more."""
    return ", ".join(list(skus)[:SKUS_NAMED])


def _refused(task: CountTask, before: Bin, world: World) -> CountStep | None:
    """What keeps a count from being recorded now."""
    if task.typed:
        return Step(outcome(Anywhere.DIGITS, number=task.typed), task)
    if task.pending is not None:
        what = missing(task, task.pending, world) or Missing.LOT
        return Step(capture.ask(what, task.pending.sku), task)
    if not world.allows("count"):
        return Step(outcome(Anywhere.NO_PERMISSION, role=role_for("count")), task)
    now = world.bin(before.code) or before
    moved = _moved(task, before, now)
    if not moved:
        return None
    said = outcome(Counting.COUNT_DISTURBED, skus=named(sorted(moved)))
    return Step(said, replace(without(task, moved), before=now))


def _moved(task: CountTask, before: Bin, now: Bin) -> set[str]:
    """SKUs in work whose stock has changed since the count began.

    If facts moved stock but every number is as before, any SKU of the bin may have moved: all.
    """
    if now.moves == before.moves:
        return set()
    keys = {item.key for item in (*before.stock, *now.stock)}
    moved = {key.sku for key in keys if before.of(key) != now.of(key)}
    moved = moved or {key.sku for key in keys} | {unit.sku for unit in task.units}
    return moved & {task.sku} if task.sku else moved


def _recorded(task: CountTask, place: Bin, why: CountWhy | None, world: World) -> CountStep:
    """why: None = nothing differs."""
    found = tallies(task)
    units = sum(tally.counted for tally in found)
    said = outcome(Counting.COUNT_RECORDED, bin=place.code)
    if why is None:
        said = outcome(Counting.COUNT_RIGHT, bin=place.code, counted=units)
    facts = (*_facts(task, place, found, why, world), *jobs.finished(task, world))
    done = Finished(place.code, units, why is None, task.sku)
    return Step(said, ended(task, done), facts)


def _facts(
    task: CountTask, place: Bin, found: tuple[Tally, ...], why: CountWhy | None, world: World
) -> tuple[NewFact, ...]:
    """One fact a stock key; an empty bin that was expected to be empty gets one fact, too."""
    bodies = [body for tally in found for body in _bodies(task, place, tally, why)]
    bodies = bodies or [_body(place.code, StockKey(task.sku), 0, 0)]
    if task.sku:
        bodies = [{**body, "whole": False} for body in bodies]
    bodies[0]["moves"] = place.moves
    serials = {unit.sku: _serials(task, unit.sku, world) for unit in task.units}

    def fact(body: dict[str, Any]) -> NewFact:
        """The first fact of a SKU names the serial numbers that were counted of it."""
        told = serials.pop(body["sku"], ())
        return NewFact(FactKind.BIN_COUNTED, (Subject(Kind.BIN, place.code), *told), body)

    return tuple(map(fact, bodies))


def _serials(task: CountTask, sku: str, world: World) -> tuple[Subject, ...]:
    product = world.product(sku)
    if product is None or not product.track_serial:
        return ()
    units = (unit for unit in task.units if unit.sku == sku and unit.serial)
    names = dict.fromkeys(serial_id(unit.sku, unit.serial) for unit in units)
    return tuple(Subject(Kind.SERIAL, name) for name in names)


def _bodies(
    task: CountTask, place: Bin, tally: Tally, why: CountWhy | None
) -> list[dict[str, Any]]:
    """Of the keys that the tally is about; the first says which packs were counted."""
    bodies = [_body(place.code, *line) for line in by_key(place, tally)]
    bodies = [{**body, "since": NOW} if body["delta"] > 0 else body for body in bodies]
    bodies[0] |= _packs(task, place, tally)
    if why is None:
        return bodies
    return [{**body, "why": why.value} if body["delta"] else body for body in bodies]


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
