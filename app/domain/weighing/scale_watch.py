"""Follows the weight step of each scanned unit, while the box stands on the scale.

A step is a change between two stable readings. A unit may be put in before or after its scan, so
scans wait for steps (`due`) and steps wait for scans (`steps`). Those that fit are matched. That
also covers several units put in at once, one put in by two movements, units taken out and put back,
a hand that leans on the scale, and a box that leaves the scale and comes back.

The packer is asked only about what is still unmatched after three later turns, or when the box is
finished. If a scan and a step are both unmatched, they are rather one unit of an unexpected weight:
then nothing is asked. What cannot be judged is forgotten without a question.
All values are plain, because a watch is kept in the session. Weights are grams. A new box begins
with `Watch()`.
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
"""At or below these grams no box stands on the scale."""

STEP_SD_G = SCALE_SD_G * sqrt(2)
"""Standard deviation of a step: it is the difference of two readings."""

NOISE_G = 3 * STEP_SD_G
"""A smaller change is no step, but drift, a draught or a sheet of paper."""

FITS = 4.0
"""A step fits a unit within so many sigma. The limit is wide: a miss asks a false question."""

PASSED = 3
"""After so many later turns (a scan and its step) the packer is asked about what is unmatched."""

BORNE_OUT = 0.6
"""By this share of an unmatched weight the whole box must be off, too, or nothing is asked."""

TOLD = 3.0
"""An unmatched weight must exceed so many sigma of the whole contents to be asked about."""

_MOST_DUE, _MOST_STEPS, _MOST_WAYS = 200, 8, 4000
_ONE_SKU = 2.0  # cost of each SKU in a match, in sigma²: one SKU at once is likelier than two


@dataclass(frozen=True)
class Due:
    """A scanned unit whose step has not come. mean_g is negative for a unit scanned out.

    turn: in which it was scanned. passed: how many later turns were completed since.
    last: the turn that was counted last into `passed`, -1 = none.
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
    """A step of weight whose scan has not come; turn, passed, last as in Due."""

    grams: int
    turn: int
    passed: int = 0
    last: int = -1


@dataclass(frozen=True)
class Watch:
    """The state of one box.

    base_g: the last stable weight of the box, None = none yet.
    light_g: most grams by which scanned units may add to a step unseen: they are too light for a
    step of their own, or of unknown weight.
    put: SKUs of which a unit was matched. turn: how often a scan has followed a step.
    excess_g: what the box gained beyond the mean weights of all scanned units, matched or not.
    variance: of the weight of all scanned units, in g².
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


class StepVerdictKind(StrEnum):
    NONE = "none"
    MATCHED = "matched"
    TWICE = "twice"  # a scan without a step, after other units of its SKU were matched
    NOT_PUT = "not_put"  # no unit of this SKU was matched; asked only once the box is finished
    UNSCANNED = "unscanned"  # a step without a scan
    TAKEN_OUT = "taken_out"  # a step down without a scan out


@dataclass(frozen=True)
class StepVerdict:
    """sku: the SKU in question or the likeliest one, "" = unknown. grams: of the step."""

    kind: StepVerdictKind
    sku: str = ""
    grams: int = 0


T = TypeVar("T")
Waiting = TypeVar("Waiting", Due, Loose)

NONE = StepVerdict(StepVerdictKind.NONE)


def is_light(unit: UnitWeight) -> bool:
    """Whether the unit is too light for a certain step, or of unknown weight: then never asked."""
    return not unit.known or unit.mean_g < NOISE_G + 3 * sqrt(STEP_SD_G**2 + unit.unit_sd_g**2)


def scanned(watch: Watch, sku: str, unit: UnitWeight, count: int = 1) -> Watch:
    """`count` units were scanned into the box."""
    if watch.base_g is None:
        return watch  # no reading yet: there is nothing to compare with
    watch = _scan_turn(watch, unit, count)
    if is_light(unit):
        each = unit.mean_g + 3 * unit.unit_sd_g  # a unit of unknown weight may be of any weight
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
        if undone:  # its scan is taken back; if it was put in, its two steps cancel out
            due.remove(undone)
        else:
            due.append(Due(sku, -unit.mean_g, unit.sd_g, unit.spread_g, watch.turn))
    return _reconciled(replace(watch, due=tuple(due)))


def settled(
    watch: Watch,
    grams: int,
    candidates: Mapping[str, UnitWeight] | None = None,
    patience: int | None = PASSED,
) -> tuple[Watch, StepVerdict]:
    """A stable reading in grams. candidates: the order's SKUs, one of which an unscanned unit is.

    patience: turns after which something unmatched is asked about; None = only once the box is
    finished. With None a right sequence leads to no question, whatever its order.
    """
    if watch.base_g is None:
        return Watch(grams), NONE
    if grams <= OFF_G:
        return watch, NONE  # the box is off the scale: it is compared once it is back
    change = grams - watch.base_g
    if watch.base_g <= OFF_G:
        return Watch(grams), NONE  # the box came, perhaps with units in it: nothing to judge
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
        verdict = StepVerdict(StepVerdictKind.MATCHED, grams=change)
    return watch, verdict


def finished(
    watch: Watch, candidates: Mapping[str, UnitWeight] | None = None
) -> tuple[Watch, StepVerdict]:
    """The box is complete: the next question about something unmatched. Call until NONE."""
    return _question(watch, candidates or {}, 0)


def _scan_turn(watch: Watch, unit: UnitWeight, count: int) -> Watch:
    """The watch after a scan of `count` units; a scan that follows a step begins a turn."""
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
        # Steps that cancel out: somebody leaned on the scale, or took a unit out and put it back.
        if len(steps) > 1 and abs(total) < NOISE_G:
            return replace(watch, steps=_without(watch.steps, steps))
        units = _units_of(watch, total)
        if units is not None:
            return _taken(watch, steps, units, total)
    return None


def _groups(steps: tuple[Loose, ...]) -> Iterator[tuple[Loose, ...]]:
    """Groups of steps that may be one movement: each step, any two, all together."""
    for step in steps:
        yield (step,)
    yield from combinations(steps, 2)
    if len(steps) > 2:
        yield steps


def _units_of(watch: Watch, grams: int) -> tuple[Due, ...] | None:
    """The scanned units that fit a step best; () = light units alone; None = none fit."""
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
    """How many units of each SKU may have come at once, as counts in the order of `most`.

    If that were too many ways to try: some units of one SKU, or all units.
    """
    if prod(count + 1 for count in most) <= _MOST_WAYS:
        yield from product(*(range(count + 1) for count in most))
        return
    for place, count in enumerate(most):
        for some in range(1, count + 1):
            yield tuple(some if n == place else 0 for n in range(len(most)))
    yield tuple(most)


def _misfit(parts: list[list[Due]], grams: int, light_g: float) -> float:
    """How badly these units fit a step, in sigma²; infinite = beyond FITS."""
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
    """Match these steps and units. For what is older than all of them one more turn has passed."""
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
) -> tuple[Watch, StepVerdict]:
    """The question about the oldest thing unmatched for `passed` turns, which is then forgotten."""
    for one in watch.due:
        if one.passed < passed or (passed and one.sku not in watch.put):
            continue  # of a SKU never put in, a unit may lie beside the box, to go on top
        if any(step.grams * one.mean_g > 0 for step in watch.steps):
            return _both_left(watch, one.mean_g, {} if passed else candidates)
        rest = replace(watch, due=_without(watch.due, (one,)))
        # a unit scanned out but still inside shows in the weight of the whole parcel
        if one.mean_g < 0 or not _bears_out(rest, -one.mean_g):
            return rest, NONE
        kind = StepVerdictKind.TWICE if one.sku in watch.put else StepVerdictKind.NOT_PUT
        return rest, StepVerdict(kind, one.sku)
    for step in watch.steps:
        if step.passed < passed:
            continue
        if any(step.grams * one.mean_g > 0 for one in watch.due):
            return _both_left(watch, step.grams, {} if passed else candidates)
        rest = replace(watch, steps=_without(watch.steps, (step,)))
        if not _bears_out(rest, step.grams):
            return rest, NONE
        kind = StepVerdictKind.UNSCANNED if step.grams > 0 else StepVerdictKind.TAKEN_OUT
        return rest, StepVerdict(kind, _likeliest(step.grams, candidates), step.grams)
    return watch, NONE


def _bears_out(rest: Watch, grams: float) -> bool:
    """Whether the whole box is off by these grams, not counting what else is unmatched.

    It is not if scans and steps were only matched with wrong partners. False also if `grams` is
    less than the uncertainty of the contents.
    """
    if abs(grams) < TOLD * sqrt(rest.variance):
        return False
    others = sum(step.grams for step in rest.steps) - sum(one.mean_g for one in rest.due)
    return (rest.excess_g - others) / grams > BORNE_OUT


def _both_left(
    watch: Watch, sign: float, candidates: Mapping[str, UnitWeight]
) -> tuple[Watch, StepVerdict]:
    """A scan and a step of the same direction are unmatched: one unit of an unexpected weight.

    It may also be two units in one step, of which one was not scanned. That is asked only if the
    difference is exactly one unit of one of the candidates.
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
        return rest, StepVerdict(StepVerdictKind.UNSCANNED, sku, grams)
    if any(one.sku == sku for one in watch.due):
        return rest, StepVerdict(
            StepVerdictKind.TWICE if sku in watch.put else StepVerdictKind.NOT_PUT, sku
        )
    return rest, NONE


def _likeliest(grams: int, candidates: Mapping[str, UnitWeight]) -> str:
    """The only SKU whose unit weighs so much; "" = none does, or more than one."""
    fitting = [
        sku
        for sku, unit in candidates.items()
        if unit.known
        and abs(abs(grams) - unit.mean_g) <= FITS * sqrt(STEP_SD_G**2 + unit.unit_sd_g**2)
    ]
    return fitting[0] if len(fitting) == 1 else ""
