"""What one unit of a SKU weighs, learned from parcels; pure and the same on every machine.

Each accepted parcel is one observation of every SKU in it, and of its carton with its fill. An
observation already holds what the others in the parcel were thought to weigh, so that a row
(`app.domain.rows.learned`) is reduced from it alone, anywhere. A row knows parcels only; the master
weight is joined to it when it is used, so that a corrected master weight counts at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from app.domain.rows.learned import OUTLIER, REPEATS, Learned

SCALE_SD_G = 1.5
"""Standard deviation of a reading: half a division of 2 g or 5 g, and some noise."""

SPREAD = 0.01
SPREAD_FLOOR_G = 0.3
"""Standard deviation between units of one SKU: 1 % of the weight, 0.3 g at least."""

MASTER_ERROR = 0.04
MASTER_ERROR_G = 1.0
"""How wrong a master weight is: packaging left out, another batch, rounding to whole grams."""

FILL_SHARE = 0.05
FILL_SPREAD_G = 3.0
"""How fill, tape, label and moisture vary from box to box: 5 % of the empty carton and 3 g."""

FILL_G = 10.0
FILL_ERROR_G = 12.0
"""What fill, tape and label weigh, and its error, before any parcel of the carton was weighed.

Most sites use little fill.
"""

UNKNOWN_TARE_SD_G = 150.0
"""For a carton without a tare: it may weigh anything until its parcels have taught it."""

UNKNOWN_SD_G = 5_000.0
_USELESS_SD_G = 500.0  # an observation less certain than this is not used
_CARTON = "carton:"


@dataclass(frozen=True)
class UnitWeight:
    """The estimated weight of one unit. sd_g: of mean_g, not of a single unit.

    seen: how many parcels taught it. noise: for a carton, the factor by which the variance of its
    parcels exceeds what the constants above say.
    """

    mean_g: float
    sd_g: float
    seen: int = 0
    noise: float = 1.0

    @property
    def known(self) -> bool:
        return self.seen > 0 or self.sd_g < UNKNOWN_SD_G

    @property
    def spread_g(self) -> float:
        """Standard deviation of one unit around the mean."""
        return max(SPREAD_FLOOR_G, SPREAD * self.mean_g)

    @property
    def unit_sd_g(self) -> float:
        """Standard deviation of one unit taken by itself."""
        return sqrt(self.sd_g**2 + self.spread_g**2)


def prior(product_weight_g: int | None) -> UnitWeight:
    """The weight by master data alone, in grams; None or 0 = unknown."""
    if not product_weight_g:
        return UnitWeight(0.0, UNKNOWN_SD_G)
    return UnitWeight(product_weight_g, max(MASTER_ERROR_G, MASTER_ERROR * product_weight_g))


def unit_weight(product_weight_g: int | None, row: Learned | None) -> UnitWeight:
    """Master weight and learned weight joined, each weighted by its certainty."""
    return _joined(prior(product_weight_g), row)


def all_known(weights: Mapping[str, UnitWeight], skus: Iterable[str]) -> bool:
    """Something is known of each of these SKUs' weights."""
    return all(weights[sku].known for sku in skus)


def carton_key(code: str) -> str:
    """The id of a carton's WEIGHT row; no SKU begins like it."""
    return _CARTON + code


def carton_weight(tare_g: int, row: Learned | None) -> UnitWeight:
    """Empty carton with fill, tape and label; tare 0 = unknown."""
    if not tare_g:
        return _joined(UnitWeight(FILL_G, UNKNOWN_TARE_SD_G), row)
    return _joined(UnitWeight(tare_g + FILL_G, FILL_ERROR_G + FILL_SHARE * tare_g), row)


def fill_variance(tare_g: int) -> float:
    """Variance of fill and carton from box to box and of the scale, in g²."""
    return (FILL_SPREAD_G + FILL_SHARE * tare_g) ** 2 + SCALE_SD_G**2


def _joined(known: UnitWeight, row: Learned | None) -> UnitWeight:
    if row is None or not row.seen:
        return known
    share = known.sd_g**2 / (known.sd_g**2 + row.variance)
    apart = abs(row.mean_g - known.mean_g) / sqrt(known.sd_g**2 + row.variance)
    if row.seen >= REPEATS and apart > OUTLIER:
        share = 1.0  # the master weight contradicts the parcels: these were weighed
    mean = known.mean_g + share * (row.mean_g - known.mean_g)
    return UnitWeight(mean, sqrt(share * row.variance), row.seen, row.noise)


def parcel_variance(
    contents: Mapping[str, int], tare_g: int, weights: Mapping[str, UnitWeight]
) -> float:
    """Variance of a whole parcel's weight in g². contents: units by SKU, the carton by its key."""
    spread, doubt, noise = fill_variance(tare_g), 0.0, 1.0
    for sku, count in contents.items():
        unit = weights[sku]
        doubt += (count * unit.sd_g) ** 2
        if sku.startswith(_CARTON):  # its spread is part of fill_variance
            noise = unit.noise
        else:
            spread += count * unit.spread_g**2
    return noise * spread + doubt


def observations(
    contents: Mapping[str, int], grams: int, tare_g: int, weights: Mapping[str, UnitWeight]
) -> tuple[tuple[str, float, float], ...]:
    """What one accepted parcel teaches: (sku, grams of one unit, variance in g²), sorted by SKU.

    contents: units of each SKU, and 1 of the carton's key if the carton learns, too; without the
    key the carton weighs `tare_g`. A SKU's observation is what is left of the weight if everything
    else weighs its estimate. Because each row weighs it by its variance, the residual is shared in
    proportion to uncertainty. Rounded to 0.001, because the numbers are stored in the fact.
    """
    has_carton = any(sku.startswith(_CARTON) for sku in contents)
    thought = sum(count * weights[sku].mean_g for sku, count in contents.items())
    residual = grams - thought - (0 if has_carton else tare_g)
    whole = parcel_variance(contents, tare_g, weights)
    found = []
    for sku, count in sorted(contents.items()):
        unit = weights[sku]
        variance = (whole - (count * unit.sd_g) ** 2) / count**2
        if variance < _USELESS_SD_G**2:
            value = unit.mean_g + residual / count
            found.append((sku, round(value, 3), max(0.001, round(variance, 3))))
    return tuple(found)
