"""The parts of a bundle: their column, and what no bundle may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.domain.documents import Part
from app.intake import cells
from app.intake.cells import CellError
from app.intake.columns import FileColumn, optional

if TYPE_CHECKING:
    from app.domain.documents import ProductDocument

COLUMN = "parts"
COLUMNS: tuple[FileColumn, ...] = (
    optional(COLUMN, "parts", 'SKU:units in one set, "|"; empty: no bundle', ""),
)
NAMES = frozenset({COLUMN})


def check_itself(sku: str, parts: tuple[Part, ...]) -> None:
    """Raises CellError for a bundle that holds itself."""
    if any(part.sku == sku for part in parts):
        raise CellError(COLUMN, cells.shown(sku), "is a part of itself")


def nested(products: Iterable[ProductDocument]) -> Iterator[tuple[str, CellError]]:
    """(SKU, what is wrong) of each bundle of a file that holds another one of it.

    Whoever wants a bundle in a bundle writes down the units: one list says what is picked.
    """
    told = list(products)
    bundles = {product.sku for product in told if product.parts}
    for product in told:
        for part in product.parts or ():
            if part.sku in bundles and part.sku != product.sku:
                yield product.sku, holds_bundle(part.sku)


def holds_bundle(part: str) -> CellError:
    return CellError(COLUMN, cells.shown(part), "is a bundle itself; name its parts instead")
