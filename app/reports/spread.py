"""Quantiles of a stream of numbers, without keeping the numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

_FIGURES = 3


@dataclass
class Spread:
    """How often each value came, values rounded to three figures: a quantile is within 0.5 %.

    So the cells are at most some thousands, however many values come.
    """

    n: int = 0
    total: float = 0.0
    cells: Counter[float] = field(default_factory=Counter)

    def add(self, value: float) -> None:
        self.n += 1
        self.total += value
        self.cells[float(f"{value:.{_FIGURES}g}")] += 1

    def at(self, share: float) -> float | None:
        """The value below which this share lies (nearest rank); None = there are none."""
        rank = min(self.n - 1, int(share * self.n))
        for value, times in sorted(self.cells.items()):
            rank -= times
            if rank < 0:
                return value
        return None
