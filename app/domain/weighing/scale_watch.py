"""A scale under the box: each scanned unit is followed, or was preceded, by its step of weight.

Scans wait for steps (`due`) and steps for scans (`steps`); what fits together is matched, whatever
came first: a unit put after its scan or before it, several put at once, one put in two movements,
taken out and put back, a hand that leans on the scale, the box off the scale and back.

A question is asked only of what is left over after the packer has gone on to other units in three
later turns, or when the box is finished; and never while a scan and a step are both left over,
which is rather one unit of an unexpected weight. What cannot be judged is forgotten, not asked.
Everything is plain values: it lives in the session. Grams, one box; begin a new box with `Watch()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, product
from math import prod, sqrt
from typing import TypeVar

from app.domain.weighing.weight_model import SCALE_SD_G, UnitWeight

OFF_G = 5
"""At or below it there is no box on the scale."""

STEP_SD_G = SCALE_SD_G * sqrt(2)
"""A step is the difference of two readings."""

NOISE_G = 3 * STEP_SD_G
"""A smaller change is no step: drift, a draught, a sheet of paper."""

FITS = 4.0
"""Sigma within which a step is that of a unit: a wrong "does not fit" is a false question."""

PASSED = 3
"""Later turns of scan and put after which what is left over is asked about."""

BORNE_OUT = 0.6
"""The share of a left-over thing by which the whole box must be off as well."""

TOLD = 3.0
"""Sigma of all units in the box that a thing must weigh to be asked about."""

_MOST_DUE, _MOST_STEPS, _MOST_WAYS = 200, 8, 4000
_ONE_SKU = 2.0  # two SKUs at once are less likely than one: as much as 1.4 sigma


@dataclass(frozen=True)
class Due:
    """A scanned unit without its step; mean_g is negative for one that was scanned out.

    turn: when it was scanned. passed: later turns that were completed; last: the last of them.
    """

    sku: str
    mean_g: float
    sd_g: float
    spread_g: float
    turn: int
    passed: int = 0
    last: int = -1


@dataclass(frozen=True)
class Loose:
    """A step of weight without its scan."""

    grams: int
    turn: int
    passed: int = 0
    last: int = -1


@dataclass(frozen=True)
class Watch:
    """The state of one box.

    base_g: last settled weight of the box, None = none yet. light_g: grams of scanned units that
    are too light to be seen or of unknown weight, and may be part of a step. put: SKUs of which a
    unit was matched.
    turn: counts how often a scan followed a step. excess_g: what the box gained more than was
    scanned into it, whatever was matched with what; variance: of the units scanned, g².
    """

    base_g: int | None = None
    due: tuple[Due, ...] = ()
    steps: tuple[Loose, ...] = ()
    light_g: float = 0.0
    put: tuple[str, ...] = ()
    turn: int = 0
    after_step: bool = False
    excess_g: float = 0.0
    variance: float = 0.0


class VerdictKind(StrEnum):
    NONE = "none"
    MATCHED = "matched"
    TWICE = "twice"  # two scans, one step: scanned twice?
    NOT_PUT = "not_put"  # scanned, and never put into the box; only when it is finished
    UNSCANNED = "unscanned"  # a step that nobody scanned
    TAKEN_OUT = "taken_out"  # something left the box that nobody scanned out


@dataclass(frozen=True)
class Verdict:
    """sku: whose it is, or the likeliest; "" unknown. grams: of the step in question."""

    kind: VerdictKind
    sku: str = ""
    grams: int = 0


T = TypeVar("T")
Waiting = TypeVar("Waiting", Due, Loose)

NONE = Verdict(VerdictKind.NONE)


def is_light(unit: UnitWeight) -> bool:
    """Too light for a step of its own to be sure of, or of unknown weight: never asked about."""
    return not unit.known or unit.mean_g < NOISE_G + 3 * sqrt(STEP_SD_G**2 + unit.unit_sd_g**2)


def scanned(watch: Watch, sku: str, unit: UnitWeight, count: int = 1) -> Watch:
    """`count` units were scanned into the box."""
    if watch.base_g is None:
        return watch  # no scale, or no reading yet: there is nothing to compare with
    watch = _scan_turn(watch, unit, count)
    if is_light(unit):
        each = unit.mean_g + 3 * unit.unit_sd_g  # of one of unknown weight: anything at all
        light = round(watch.light_g + count * each, 3)
        return _reconciled(replace(watch, light_g=light))
    one = Due(sku, unit.mean_g, unit.sd_g, unit.spread_g, watch.turn)
    return _reconciled(replace(watch, due=watch.due + (one,) * count))


def removed(watch: Watch, sku: str, unit: UnitWeight, count: int = 1) -> Watch:
    """`count` units were scanned out of the box, or their scans were undone."""
    if watch.base_g is None:
        return watch
    watch = _scan_turn(watch, unit, -count)
    if is_light(unit):
        return watch
    due = list(watch.due)
    for _ in range(count):
        undone = next((one for one in due if one.sku == sku and one.mean_g > 0), None)
        if undone:  # it may never have been put in; if it was, its two steps make nothing
            due.remove(undone)
        else:
            due.append(Due(sku, -unit.mean_g, unit.sd_g, unit.spread_g, watch.turn))
    return _reconciled(replace(watch, due=tuple(due)))


def settled(
    watch: Watch,
    grams: int,
    candidates: Mapping[str, UnitWeight] | None = None,
    patience: int | None = PASSED,
) -> tuple[Watch, Verdict]:
    """A stable reading. candidates: what an unscanned unit may be, the order's SKUs.

    patience: turns until something left over is asked about; None = not before the box is
    finished, and then a right sequence is never questioned, whatever its order.
    """
    if watch.base_g is None:
        return Watch(grams), NONE
    if grams <= OFF_G:
        return watch, NONE  # the box is off the scale; it is compared when it is back
    change = grams - watch.base_g
    if watch.base_g <= OFF_G:
        return Watch(grams), NONE  # the box came, and perhaps units in it: nothing to judge
    watch = replace(watch, base_g=grams, excess_g=round(watch.excess_g + change, 3))
    if abs(change) < NOISE_G:
        return watch, NONE
    open_before = len(watch.due)
    step = Loose(change, watch.turn)
    watch = _reconciled(replace(watch, steps=(*watch.steps, step), after_step=True))
    verdict = NONE
    if patience is not None:
        watch, verdict = _question(watch, candidates or {}, patience)
    if verdict is NONE and len(watch.due) < open_before:
        verdict = Verdict(VerdictKind.MATCHED, grams=change)
    return watch, verdict


def finished(
    watch: Watch, candidates: Mapping[str, UnitWeight] | None = None
) -> tuple[Watch, Verdict]:
    """The box is complete and its weight has settled: what is left over. Ask until NONE."""
    return _question(watch, candidates or {}, 0)


def _scan_turn(watch: Watch, unit: UnitWeight, count: int) -> Watch:
    """A scan that follows a step begins a turn."""
    variance = (count * unit.sd_g) ** 2 + abs(count) * unit.spread_g**2
    return replace(
        watch,
        turn=watch.turn + watch.after_step,
        after_step=False,
        excess_g=round(watch.excess_g - count * unit.mean_g, 3),
        variance=round(watch.variance + variance, 3),
    )


# --- what belongs together -----------------------------------------------------------------------


def _reconciled(watch: Watch) -> Watch:
    """Match scans and steps as far as they fit."""
    if len(watch.due) > _MOST_DUE or len(watch.steps) > _MOST_STEPS:
        return Watch(watch.base_g)
    while (matched := _matched_once(watch)) is not None:
        watch = matched
    return watch


def _matched_once(watch: Watch) -> Watch | None:
    for steps in _groups(watch.steps):
        total = sum(step.grams for step in steps)
        if len(steps) > 1 and abs(total) < NOISE_G:  # leaned on; taken out and put back
            return replace(watch, steps=_without(watch.steps, steps))
        units = _units_of(watch, total)
        if units is not None:
            return _taken(watch, steps, units, total)
    return None


def _groups(steps: tuple[Loose, ...]) -> Iterator[tuple[Loose, ...]]:
    """Steps that may be one movement: each, any two, all."""
    for step in steps:
        yield (step,)
    yield from combinations(steps, 2)
    if len(steps) > 2:
        yield steps


def _units_of(watch: Watch, grams: int) -> tuple[Due, ...] | None:
    """The scanned units that best make up a step; () = light ones alone; None = none fit."""
    light = () if 0 < grams < watch.light_g + NOISE_G else None
    kinds: dict[tuple[str, bool], list[Due]] = {}
    for one in watch.due:
        kinds.setdefault((one.sku, one.mean_g > 0), []).append(one)
    best: tuple[Due, ...] | None = light
    least = float("inf")
    for counts in _ways([len(found) for found in kinds.values()]):
        units = [found[:count] for found, count in zip(kinds.values(), counts, strict=True)]
        cost = _misfit([part for part in units if part], grams, watch.light_g)
        if cost < least:
            best, least = tuple(one for part in units for one in part), cost
    return best


def _ways(most: list[int]) -> Iterator[tuple[int, ...]]:
    """How many units of each SKU may have come at once; where that is too much to try, units of
    one SKU, or all there are."""
    if prod(count + 1 for count in most) <= _MOST_WAYS:
        yield from product(*(range(count + 1) for count in most))
        return
    for place, count in enumerate(most):
        for some in range(1, count + 1):
            yield tuple(some if n == place else 0 for n in range(len(most)))
    yield tuple(most)


def _misfit(parts: list[list[Due]], grams: int, light_g: float) -> float:
    """Squared sigma between a step and these units of each SKU; infinite where it does not fit."""
    if not parts:
        return float("inf")
    mean, variance = 0.0, STEP_SD_G**2
    for part in parts:
        mean += len(part) * part[0].mean_g
        variance += (len(part) * part[0].sd_g) ** 2 + len(part) * part[0].spread_g ** 2
    off = grams - mean
    off = max(0.0, off - light_g) if off > 0 else off
    if abs(off) > FITS * sqrt(variance):
        return float("inf")
    return off**2 / variance + _ONE_SKU * len(parts)


def _taken(watch: Watch, steps: tuple[Loose, ...], units: tuple[Due, ...], total: int) -> Watch:
    """They belong together. Whatever is older than all of them was passed by one more turn."""
    since = min([step.turn for step in steps] + [one.turn for one in units])
    surplus = total - sum(one.mean_g for one in units)
    used = surplus if surplus > NOISE_G else 0.0
    matched = replace(
        watch,
        due=_without(watch.due, units),
        steps=_without(watch.steps, steps),
        light_g=round(max(0.0, watch.light_g - used), 3),
        put=tuple(sorted({*watch.put, *(one.sku for one in units)})),
    )
    if not units:
        return matched
    return replace(
        matched,
        due=tuple(_passed(one, since) for one in matched.due),
        steps=tuple(_passed(one, since) for one in matched.steps),
    )


def _passed(waiting: Waiting, since: int) -> Waiting:
    if waiting.turn < since and waiting.last < since:
        return replace(waiting, passed=waiting.passed + 1, last=since)
    return waiting


def _without(whole: tuple[T, ...], parts: Iterable[T]) -> tuple[T, ...]:
    left = list(whole)
    for part in parts:
        left.remove(part)
    return tuple(left)


# --- questions -----------------------------------------------------------------------------------


def _question(
    watch: Watch, candidates: Mapping[str, UnitWeight], passed: int
) -> tuple[Watch, Verdict]:
    """The oldest left-over thing that is due to be asked about; it is asked once."""
    for one in watch.due:
        if one.passed < passed or (passed and one.sku not in watch.put):
            continue  # what was never put may be laid aside, to lie on top in the end
        if any(step.grams * one.mean_g > 0 for step in watch.steps):
            return _both_left(watch, one.mean_g, {} if passed else candidates)
        rest = replace(watch, due=_without(watch.due, (one,)))
        # one that was scanned out and is still inside is left to the weight of the whole parcel
        if one.mean_g < 0 or not _bears_out(rest, -one.mean_g):
            return rest, NONE
        kind = VerdictKind.TWICE if one.sku in watch.put else VerdictKind.NOT_PUT
        return rest, Verdict(kind, one.sku)
    for step in watch.steps:
        if step.passed < passed:
            continue
        if any(step.grams * one.mean_g > 0 for one in watch.due):
            return _both_left(watch, step.grams, {} if passed else candidates)
        rest = replace(watch, steps=_without(watch.steps, (step,)))
        if not _bears_out(rest, step.grams):
            return rest, NONE
        kind = VerdictKind.UNSCANNED if step.grams > 0 else VerdictKind.TAKEN_OUT
        return rest, Verdict(kind, _likeliest(step.grams, candidates), step.grams)
    return watch, NONE


def _bears_out(rest: Watch, grams: float) -> bool:
    """Whether the box as a whole is off by these grams, apart from what else is left over.

    It is not where scans and steps were only matched with the wrong partners; and what is lighter
    than the scanned units are certain cannot be told.
    """
    if abs(grams) < TOLD * sqrt(rest.variance):
        return False
    others = sum(step.grams for step in rest.steps) - sum(one.mean_g for one in rest.due)
    return (rest.excess_g - others) / grams > BORNE_OUT


def _both_left(
    watch: Watch, sign: float, candidates: Mapping[str, UnitWeight]
) -> tuple[Watch, Verdict]:
    """A scan and a step of the same direction are left: one unit of an unexpected weight.

    Or two units came in one step and one of them was not scanned, or the like: asked only where
    what is left makes exactly one unit of one of the candidates.
    """
    rest = replace(
        watch,
        due=tuple(one for one in watch.due if one.mean_g * sign < 0),
        steps=tuple(step for step in watch.steps if step.grams * sign < 0),
    )
    grams = round(sum(step.grams for step in watch.steps) - sum(one.mean_g for one in watch.due))
    sku = _likeliest(grams, candidates)
    if rest.due or rest.steps or not sku or not _bears_out(rest, grams):
        return rest, NONE
    if grams > 0:
        return rest, Verdict(VerdictKind.UNSCANNED, sku, grams)
    if any(one.sku == sku for one in watch.due):
        return rest, Verdict(VerdictKind.TWICE if sku in watch.put else VerdictKind.NOT_PUT, sku)
    return rest, NONE


def _likeliest(grams: int, candidates: Mapping[str, UnitWeight]) -> str:
    """The one SKU whose unit weighs that; "" where none or more than one does."""
    fitting = [
        sku
        for sku, unit in candidates.items()
        if unit.known
        and abs(abs(grams) - unit.mean_g) <= FITS * sqrt(STEP_SD_G**2 + unit.unit_sd_g**2)
    ]
    return fitting[0] if len(fitting) == 1 else ""
