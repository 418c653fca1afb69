"""A warehouse of parallel aisles: its measures, and how far it is from one place to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

FEWEST, MOST = 2, 3
"""Cross aisles: one block of aisles between two of them, or two blocks between three."""


class Spot(NamedTuple):
    """A place to stand. aisle: its number. position_mm: along the aisle, from its beginning."""

    aisle: int
    position_mm: int


@dataclass(frozen=True)
class Layout:
    """Parallel aisles, numbered in the order in which they stand, and the cross aisles.

    spacing_mm: from the middle of an aisle to the middle of the next.
    cross_mm: where the cross aisles meet each aisle, as positions along it, ascending. Places
    before the first and behind the last are dead ends. depot: where each walk begins and ends.
    Raises ValueError for what is no such warehouse.
    """

    spacing_mm: int
    cross_mm: tuple[int, ...]
    depot: Spot

    def __post_init__(self) -> None:
        if self.spacing_mm <= 0:
            raise ValueError("aisles have a spacing of more than 0 mm")
        if not FEWEST <= len(self.cross_mm) <= MOST:
            raise ValueError(f"there are {FEWEST} or {MOST} cross aisles, not {len(self.cross_mm)}")
        if sorted(set(self.cross_mm)) != list(self.cross_mm):
            raise ValueError("cross aisles stand in ascending order, each at its own position")

    def distance(self, one: Spot, other: Spot) -> int:
        """The shortest walk between two places, mm."""
        if one.aisle == other.aisle:
            return abs(one.position_mm - other.position_mm)
        along = min(
            abs(one.position_mm - cross) + abs(other.position_mm - cross) for cross in self.cross_mm
        )
        return along + self.spacing_mm * abs(one.aisle - other.aisle)


class RouteRule(StrEnum):
    """How a site wants its people to walk."""

    EXACT = "exact"  # the shortest tour
    SERPENTINE = "serpentine"  # up one aisle and down the next
    WALK = "walk"  # by the walk numbers of the bins


@dataclass(frozen=True)
class Walking:
    """A site's rule for walks. layout: None = nobody has told it, and walk numbers count."""

    rule: RouteRule = RouteRule.EXACT
    layout: Layout | None = None
