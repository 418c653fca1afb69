"""The columns of a product's packs, six a level, and the packs that are made of them."""

from __future__ import annotations

from typing import Any

from app.domain.pack_codes import same_code
from app.domain.packs import PACKED, Pack, PackLevel
from app.intake.cells import CellError, shown
from app.intake.columns import FileColumn, optional

_EXAMPLES = {
    PackLevel.CASE: ("12", "14012345678908", "400", "300", "220", "4300"),
}
_NO_EXAMPLE = ("",) * 6


def _of_level(level: PackLevel) -> tuple[FileColumn, ...]:
    units, barcodes, length, width, height, weight = _EXAMPLES.get(level, _NO_EXAMPLE)
    size = "millimetres, 0 unknown"
    return (
        optional(f"{level}_units", "pack", f"units in one {level}; empty: there is none", units),
        optional(f"{level}_barcodes", "barcodes", f'codes of one {level}, "|"', barcodes),
        optional(f"{level}_length_mm", "whole number", size, length),
        optional(f"{level}_width_mm", "whole number", size, width),
        optional(f"{level}_height_mm", "whole number", size, height),
        optional(f"{level}_weight_g", "whole number", f"grams of one full {level}", weight),
    )


COLUMNS = tuple(column for level in PACKED for column in _of_level(level))
NAMES = frozenset(column.name for column in COLUMNS)
"""A file that has one of these columns tells all packs of its products."""


def packs_of(values: dict[str, Any], own: tuple[str, ...]) -> tuple[Pack, ...]:
    """The packs in a row's values, which are taken out. own: SKU and codes of one unit.

    Raises CellError.
    """
    taken = {same_code(code): "one unit" for code in own}
    found = []
    for level in PACKED:
        names = [column.name for column in _of_level(level)]
        units, barcodes, length, width, height, weight = (values.pop(name) for name in names)
        if not units:
            if barcodes or length or width or height or weight:
                raise CellError(names[0], "", f"is missing: what does the {level} hold?")
            continue
        for code in barcodes:
            owner = taken.setdefault(same_code(code), f"the {level}")
            if owner != f"the {level}":
                raise CellError(names[1], shown(code), f"is the code of {owner}, too")
        found.append(Pack(level, units, barcodes, length, width, height, weight))
    return tuple(found)


def claims(packs: tuple[Pack, ...]) -> list[tuple[str, str]]:
    """(column, code) of each code of these packs."""
    return [(f"{pack.level}_barcodes", code) for pack in packs for code in pack.barcodes]
