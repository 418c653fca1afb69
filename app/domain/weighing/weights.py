"""The weight a box should have, whether the scale agrees, and if not, the likeliest cause.

The expected weight is the sum of the estimates for the units and for the carton with its fill
(weight_model). Its uncertainty decides how far the scale may be off. A pack that went in whole
brings its own cardboard.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import exp, pi, sqrt

from app.domain.outcome import Outcome, outcome
from app.domain.packs import PackCount
from app.domain.rows.things import Parcel
from app.domain.weighing import weight_model
from app.domain.weighing.outcome import Weighing
from app.domain.weighing.weight_model import UnitWeight, carton_key
from app.domain.world import World

RESOLVED = 3.0
"""A unit lighter than so many sigma of its parcel cannot be told from fill: nobody looks for it."""

STRICT, LAX = 2.4, 3.5
"""Bounds of the tolerance in sigma; between them it is half of the lightest unit that can be told.

If every unit is heavy, a box may be off by 3.5 sigma and no unit can hide in that (1 false alarm in
2000). If a unit weighs only 3 sigma, missing it costs more than 1 false alarm in 60.
"""


WRAPPING = 0.06
"""What a pack's cardboard and film weigh, as a share of its units, where no weight of it is known.

A pack may be opened before it goes in. So half of that is expected, and the half is its deviation.
"""

Packs = tuple[tuple[str, PackCount], ...]
"""Whole packs in a box, each with its SKU."""


@dataclass(frozen=True)
class Expectation:
    """grams: of the whole parcel. sd_g: standard deviation of the weight of a right parcel."""

    grams: int
    sd_g: float


@dataclass(frozen=True)
class Suspect:
    """A miscount. count: units of `sku` too many (+) or missing (-).

    instead: a SKU of which one unit was put in for one of `sku`, "" = none.
    """

    sku: str
    count: int
    instead: str = ""


@dataclass(frozen=True)
class _Box:
    """A parcel's contents by SKU, the carton among them by its key, with estimated weights.

    goods: the SKUs without the carton. packs: the whole packs among them. wrapping_g: most that
    these weigh more than their units.
    """

    contents: Counter[str]
    tare_g: int
    weights: dict[str, UnitWeight]
    goods: tuple[str, ...]
    packs: Packs = ()
    wrapping_g: float = 0.0

    @property
    def mean_g(self) -> float:
        units = sum(count * self.weights[sku].mean_g for sku, count in self.contents.items())
        return units + self.wrapping_g / 2

    @property
    def variance(self) -> float:
        return self.variance_of(self.contents, self.weights)

    def variance_of(self, contents: Counter[str], weights: Mapping[str, UnitWeight]) -> float:
        """Variance in g² if the box held these contents."""
        units = weight_model.parcel_variance(contents, self.tare_g, weights)
        return units + (self.wrapping_g / 2) ** 2


def unit_weight(sku: str, world: World) -> UnitWeight:
    product = world.product(sku)
    return weight_model.unit_weight(product.weight_g if product else None, world.unit_weight(sku))


def in_pack(sku: str, pack: PackCount, world: World) -> UnitWeight:
    """The weight of one unit of a pack that goes into a box, whole or opened."""
    unit = unit_weight(sku, world)
    half = _wrapping(sku, pack, world) / 2 / pack.total
    return replace(unit, mean_g=unit.mean_g + half, sd_g=sqrt(unit.sd_g**2 + half**2))


def _wrapping(sku: str, pack: PackCount, world: World) -> float:
    """Grams that these packs weigh more than their units, if they stay closed."""
    product, units = world.product(sku), pack.units * unit_weight(sku, world).mean_g
    packs = product.packs if product else ()
    same = (one for one in packs if (one.level, one.units) == (pack.level, pack.units))
    known = next((one.weight_g for one in same), 0)
    return pack.count * (max(0.0, known - units) if known else WRAPPING * units)


def expected(parcel: Parcel, carton: str, world: World, packs: Packs = ()) -> Expectation | None:
    """The weight of contents, carton and fill; None if the weight of any unit is unknown."""
    box = _box(parcel, carton, world, packs)
    if not weight_model.all_known(box.weights, box.goods):
        return None
    return Expectation(round(box.mean_g), sqrt(box.variance))


def observed(
    parcel: Parcel, carton: str, grams: int, world: World
) -> tuple[tuple[str, float, float], ...]:
    """What an accepted parcel teaches of its SKUs and its carton: (key, grams, variance in g²)."""
    box = _box(parcel, carton, world)
    return weight_model.observations(box.contents, grams, box.tare_g, box.weights)


def tolerance(wanted: Expectation, lightest_g: float | None) -> int:
    """Grams by which a box may be off. lightest_g: of the units that can be told, None = none."""
    sigma = wanted.sd_g
    if lightest_g is None:
        return round(LAX * sigma)
    return round(min(LAX * sigma, max(STRICT * sigma, lightest_g / 2)))


def check(
    parcel: Parcel, carton: str, grams: int, world: World, packs: Packs = ()
) -> Outcome | None:
    """WEIGHT_OK or WEIGHT_OFF for a weight in grams; None if no weight can be expected.

    WEIGHT_OFF names the SKU that explains the difference best in `suspect` and `suspect_name`, ""
    if none does clearly. `count`: units of it too many (+1, +2) or missing (-1, -2). `instead`,
    `instead_name`: the SKU of which one unit was put in for one of `suspect`, "" = none.
    """
    wanted = expected(parcel, carton, world, packs)
    if wanted is None:
        return None
    box = _box(parcel, carton, world, packs)
    told = [
        box.weights[sku].mean_g
        for sku in box.goods
        if box.weights[sku].mean_g >= RESOLVED * wanted.sd_g
    ]
    allowed = tolerance(wanted, min(told, default=None))
    off = grams - wanted.grams
    if abs(off) <= allowed:
        return outcome(Weighing.WEIGHT_OK, grams=grams, expected=wanted.grams, tolerance=allowed)
    order = world.order(parcel.order)
    also = {line.sku for line in order.lines} if order else set()
    found = likeliest(box, off, {sku: unit_weight(sku, world) for sku in also}) or Suspect("", 0)
    return outcome(
        Weighing.WEIGHT_OFF,
        grams=grams,
        expected=wanted.grams,
        tolerance=allowed,
        suspect=found.sku,
        suspect_name=_name(found.sku, world),
        count=found.count,
        instead=found.instead,
        instead_name=_name(found.instead, world),
    )


_CHANCES = {-1: 1.0, 1: 0.5, -2: 0.1, 2: 0.1}
_SWAPPED = 0.1
_UNKNOWN = 0.5
"""How likely each cause is before the weight is known, relative to one missing unit of a line.

Unknown: a foreign thing, a forgotten tool, a wrong box, of any weight up to that of the goods.
"""

CLEARLY = 0.7
"""The share of all explanations that one cause must reach to be named."""


def likeliest(box: _Box, off_g: float, also: dict[str, UnitWeight]) -> Suspect | None:
    """The miscount that explains `off_g` clearly best; None = none does.

    also: other SKUs of the order and their weights, of which a unit may lie in the box.
    """
    weights = {**also, **box.weights}
    goods = sorted(sku for sku in {*also, *box.goods} if weights[sku].known)
    widest = max(200.0, box.mean_g)
    total = _UNKNOWN / (2 * widest)
    best, best_share = None, 0.0
    for suspect, chance, change in _miscounts(box, goods):
        contents = Counter(box.contents)
        contents.update(change)
        mean = sum(count * weights[sku].mean_g for sku, count in change.items())
        variance = box.variance_of(contents, weights)
        share = chance * exp(-((off_g - mean) ** 2) / (2 * variance)) / sqrt(2 * pi * variance)
        total += share
        if share > best_share:
            best, best_share = suspect, share
    return best if best_share >= CLEARLY * total else None


def _miscounts(box: _Box, goods: list[str]) -> Iterator[tuple[Suspect, float, dict[str, int]]]:
    """(miscount, its likelihood beforehand, the change it makes in units by SKU)."""
    for sku in goods:
        for count, chance in _CHANCES.items():
            if box.contents[sku] + count >= 0:
                yield Suspect(sku, count), chance, {sku: count}
        for other in goods if box.contents[sku] else ():
            if other != sku:
                yield Suspect(sku, -1, other), _SWAPPED / len(goods), {sku: -1, other: 1}
    for sku, pack in box.packs:
        for count, chance in ((-pack.units, _CHANCES[-1]), (pack.units, _CHANCES[1])):
            if box.contents[sku] + count >= 0:
                yield Suspect(sku, count), chance, {sku: count}


def _box(parcel: Parcel, carton: str, world: World, packs: Packs = ()) -> _Box:
    wrapping = sum(_wrapping(sku, pack, world) for sku, pack in packs)
    contents: Counter[str] = Counter()
    for content in parcel.contents:
        contents[content.sku] += content.quantity
    weights = {sku: unit_weight(sku, world) for sku in contents}
    key = carton_key(carton)
    known = world.carton(carton)
    tare_g = known.tare_g if known else 0
    goods = tuple(contents)
    contents[key] = 1
    weights[key] = weight_model.carton_weight(tare_g, world.unit_weight(key))
    return _Box(contents, tare_g, weights, goods, packs, wrapping)


def _name(sku: str, world: World) -> str:
    product = world.product(sku) if sku else None
    return product.name if product else sku
