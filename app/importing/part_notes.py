"""What a person should look at in the parts of bundles, though nothing of it is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from app.domain.documents import ProductDocument
from app.importing.tally import some


def part_notes(products: Iterable[ProductDocument], known: Collection[str]) -> Iterator[str]:
    """A sentence about parts that no product is. known: SKUs that the centre had before."""
    told = list(products)
    skus = {product.sku for product in told}
    parts = {part.sku for product in told for part in product.parts or ()}
    unknown = sorted(parts - skus - set(known))
    if unknown:
        yield f"No product has the SKU {some(unknown)}, which a bundle names as its part."
