"""Packs: fixed numbers of units that are handled as one thing.

Stock, orders and facts count whole base units. A pack only says how many of them one scan means, so
that a number of units is never rounded and no fact depends on what a pack holds later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class PackLevel(StrEnum):
    """The closed set of levels. EACH is the product itself: one base unit."""

    EACH = "each"
    INNER = "inner"
    CASE = "case"
    PALLET = "pallet"


PACKED = (PackLevel.INNER, PackLevel.CASE, PackLevel.PALLET)
"""The levels a pack can have, the smaller first."""


@dataclass(frozen=True)
class Pack:
    """One level of a product's packaging. units: base units in it, more than 1.

    barcodes: every code that means one such pack. Sizes in mm, weight_g with its packaging;
    0 = unknown.
    """

    level: PackLevel
    units: int
    barcodes: tuple[str, ...] = ()
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    weight_g: int = 0


@dataclass(frozen=True)
class PackSize:
    """What one scanned thing holds. units: base units in one of it."""

    level: PackLevel = PackLevel.EACH
    units: int = 1


ONE = PackSize()
"""A scanned thing that is no pack."""


@dataclass(frozen=True)
class PackCount:
    """So many packs of one size. units: base units in one of them."""

    level: PackLevel
    count: int
    units: int

    @property
    def total(self) -> int:
        return self.count * self.units


@dataclass(frozen=True)
class InPacks:
    """A number of units as whole packs, the largest first, and single units beside them."""

    packs: tuple[PackCount, ...] = ()
    rest: int = 0

    @property
    def total(self) -> int:
        return sum(pack.total for pack in self.packs) + self.rest


def in_fact(body: Mapping[str, Any]) -> PackCount | None:
    """The packs scanned for a fact; None = single units, or a level of a newer program."""
    told = body.get("pack")
    if not isinstance(told, Mapping) or told["level"] not in PackLevel._value2member_map_:
        return None
    return PackCount(PackLevel(told["level"]), told["count"], told["units"])


def split(units: int, packs: Iterable[Pack]) -> InPacks:
    """The units in as large packs as they fill; a number below zero stays single units."""
    found: list[PackCount] = []
    rest = units
    for pack in sorted(packs, key=lambda one: (-one.units, one.level)):
        count = max(rest, 0) // pack.units
        if count:
            found.append(PackCount(pack.level, count, pack.units))
            rest -= count * pack.units
    return InPacks(tuple(found), rest)
