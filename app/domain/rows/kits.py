"""The bundles of an order: which of its lines belong together, and how many sets are whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from app.domain.rows.orders import OrderLine


@dataclass(frozen=True)
class KitLines:
    """The lines of one bundle; a line that is no part of any stands alone, without a bundle."""

    lines: tuple[OrderLine, ...]

    @property
    def number(self) -> int:
        return self.lines[0].sold_line

    @property
    def sku(self) -> str:
        """Of the bundle, "" = none."""
        kit = self.lines[0].kit
        return kit.sku if kit else ""

    @property
    def name(self) -> str:
        kit = self.lines[0].kit
        return kit.name if kit else ""

    @property
    def wanted(self) -> int:
        """Sets that the shop wants."""
        return self.whole(lambda line: line.ordered)

    def whole(self, units: Callable[[OrderLine], int]) -> int:
        """Whole sets in so many units of each part."""
        return min(units(line) // (line.kit.units if line.kit else 1) for line in self.lines)


def by_kit(lines: Iterable[OrderLine]) -> Iterator[KitLines]:
    """The lines in their sequence, those of a bundle together. They stand together in a row."""
    for _, group in groupby(lines, lambda line: line.sold_line):
        yield KitLines(tuple(group))


def kit_of(lines: Iterable[OrderLine], number: int) -> KitLines | None:
    """The bundle of which the line with this number is a part; None = it is part of none."""
    return next(
        (
            one
            for one in by_kit(lines)
            if one.sku and any(line.number == number for line in one.lines)
        ),
        None,
    )
