"""What a storage place is for, where it stands, and what it may hold."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any


class BinKind(StrEnum):
    """What a storage place is for."""

    PICK_FACE = "pick_face"  # pickers take single units from here
    RESERVE = "reserve"  # fills the pick faces
    DOCK = "dock"  # what has arrived and is not put away yet
    LANE = "lane"  # what waits for its truck
    CELL = "cell"  # of a sorting wall
    SHELF = "shelf"  # what is parked or waits to be collected
    DAMAGED = "damaged"
    QUARANTINE = "quarantine"
    RETURNS = "returns"  # what came back and is not graded yet


class Mixing(StrEnum):
    """What may lie together in one place."""

    ANY = "any"
    ONE_SKU = "one_sku"
    ONE_LOT = "one_lot"  # of one SKU


class Side(StrEnum):
    """Of an aisle, for who looks along it with growing positions."""

    UNTOLD = ""
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class PickFace:
    """How many units of a SKU a place is to hold: below the least it is filled up to the most."""

    sku: str
    min_units: int
    max_units: int


@dataclass(frozen=True, kw_only=True)
class Place:
    """All that is told of a storage place beyond its name, its zone and its turn in the walk.

    aisle: from 1; 0 = nobody has told where the place stands, and the three after it mean nothing.
    position_mm: along the aisle, from its beginning. level: 0 is the lowest.
    capacity_units, capacity_mm3, capacity_g: what it holds at most; 0 = nobody knows.
    owner: whose goods alone may lie there, "" = anyone's.
    locked: why nothing may be put there now, "" = it is open.
    faces: the SKUs that are kept there in a quantity, each once.
    """

    kind: BinKind = BinKind.PICK_FACE
    aisle: int = 0
    position_mm: int = 0
    level: int = 0
    side: Side = Side.UNTOLD
    capacity_units: int = 0
    capacity_mm3: int = 0
    capacity_g: int = 0
    mixing: Mixing = Mixing.ANY
    owner: str = ""
    locked: str = ""
    faces: tuple[PickFace, ...] = ()

    @property
    def told(self) -> dict[str, Any]:
        """Its values by name, for another thing that is a place."""
        return {one.name: getattr(self, one.name) for one in fields(Place)}

    def face(self, sku: str) -> PickFace | None:
        return next((one for one in self.faces if one.sku == sku), None)
