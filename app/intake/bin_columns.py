"""The columns of a file of bins, and what must agree between them."""

from __future__ import annotations

from typing import Any

from app.domain.documents import BinDocument
from app.domain.place import BinKind, Mixing, Place, Side
from app.intake.cells import CellError
from app.intake.columns import needed, optional

COLUMNS = (
    needed("code", "code", "what the bin's label says", "A-01-02"),
    needed("walk", "whole number", "position in the walking order", "12"),
    optional("zone", "text", "zone", "A"),
    optional("kind", "kind of place", f"{', '.join(BinKind)}; empty: pick_face", "pick_face"),
    optional("aisle", "whole number", "number of its aisle, from 1; empty: not told", "1"),
    optional("position_mm", "position", "along the aisle, from its beginning", "2400"),
    optional("level", "whole number", "0 is the lowest", "1"),
    optional("side", "side", f"{Side.LEFT} or {Side.RIGHT} of the aisle", "left"),
    optional("capacity_units", "whole number", "units it holds, 0 unknown", "200"),
    optional("capacity_mm3", "volume", "cubic millimetres it holds, 0 unknown", "96000000"),
    optional("capacity_g", "whole number", "grams it holds, 0 unknown", "50000"),
    optional("mixing", "mixing", f"{', '.join(Mixing)}; empty: any", "one_sku"),
    optional("owner", "text", "whose goods alone may lie there; empty: anyone's", ""),
    optional("locked", "text", "why nothing may be put there; empty: it is open", ""),
    optional(
        "faces",
        "pick faces",
        'SKU:least:most, filled up to most below least, "|"',
        "MUG-BLUE:10:40",
    ),
)


def document(values: dict[str, Any]) -> BinDocument:
    """Raises CellError where two columns contradict each other."""
    position = values.pop("position_mm")
    if values["aisle"] and position is None:
        raise CellError("position_mm", "", "is missing: an aisle alone says not where the bin is")
    if position is not None and not values["aisle"]:
        raise CellError("aisle", "", "is missing: a position alone says not where the bin is")
    if values["faces"] and values["kind"] is not BinKind.PICK_FACE:
        kind = values["kind"].value
        raise CellError("faces", kind, f"are for a {BinKind.PICK_FACE} alone")
    return BinDocument(position_mm=position or 0, **values)


def claims(bin_: Place) -> list[tuple[str, str]]:
    """Two bins may be above each other, and never in each other."""
    if not bin_.aisle:
        return []
    side = f" {bin_.side}" if bin_.side else ""
    where = f"aisle {bin_.aisle}{side}, {bin_.position_mm} mm, level {bin_.level}"
    return [("level", where)]
