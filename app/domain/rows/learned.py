"""What parcels have taught about the weight of one unit: the row, and one more observation of it.

A local level model (Kalman filter with diagonal covariance). The rule is pure and the same on every
machine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

_DRIFT = 0.0005  # of the mean, per parcel: new batches, new packaging
_DRIFT_G = 0.02
OUTLIER = 6.0
REPEATS = 3
_NOISE_STEP = 1 / 40
_LEAST_NOISE, _MOST_NOISE = 1.0, 10.0  # never surer than the constants above
_ACCEPTED = 0.89
"""Variance of a normal distribution cut at 2.4 sigma: only parcels within the tolerance teach, and
without this each would make the next tolerance narrower."""


@dataclass(frozen=True)
class Learned:
    """The row of one SKU (or carton, by its key). variance: of the mean, g².

    doubts, doubt_g: outliers in a row, and the first of them; three that agree are a new truth.
    noise: running mean of the squared surprise; 1 = parcels scatter as was expected.
    """

    sku: str
    mean_g: float
    variance: float
    seen: int = 1
    doubts: int = 0
    doubt_g: float = 0.0
    noise: float = 1.0


def learn(row: Learned | None, sku: str, observed_g: float, variance: float) -> Learned:
    """The row after one more parcel: inverse-variance mean, forgetting slowly.

    An observation more than 6 sigma away is only noted; the third in a row that agrees with the
    first starts the row anew: the packaging was changed.
    """
    if row is None:
        return Learned(sku, observed_g, variance)
    drifted = row.variance + (_DRIFT_G + _DRIFT * abs(row.mean_g)) ** 2
    if abs(observed_g - row.mean_g) > OUTLIER * sqrt(drifted + variance):
        agrees = row.doubts and abs(observed_g - row.doubt_g) <= OUTLIER * sqrt(2 * variance)
        if not agrees:
            return replace(row, doubts=1, doubt_g=observed_g)
        if row.doubts + 1 >= REPEATS:
            return Learned(sku, observed_g, variance, row.seen + 1, noise=row.noise)
        return replace(row, doubts=row.doubts + 1)
    whole, off = drifted + variance, observed_g - row.mean_g
    gain = drifted / whole
    noise = row.noise * (1 + _NOISE_STEP * (off**2 / whole / _ACCEPTED - 1))
    return Learned(
        sku,
        round(row.mean_g + gain * off, 6),
        round(gain * variance, 6),
        row.seen + 1,
        noise=round(min(_MOST_NOISE, max(_LEAST_NOISE, noise)), 6),
    )
