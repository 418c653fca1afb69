"""What a person should look at in the packs of products, though nothing of it is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.documents import ProductDocument
from app.domain.pack_codes import of_pack, same_code
from app.importing.tally import some


def pack_notes(products: Iterable[ProductDocument]) -> Iterator[str]:
    """Sentences about packs that weigh or hold too little, and about units with a pack's code."""
    light, small, coded = [], [], []
    for product in products:
        packs = product.packs or ()
        light += [
            f"{product.sku} ({one.level})" for one in packs if 0 < one.weight_g < product.weight_g
        ]
        held = [pack.units for pack in packs]
        small += [product.sku] * (held != sorted(held))
        units = {same_code(code) for code in product.barcodes}
        coded += [f"{code} ({product.sku})" for code in product.barcodes if of_pack(code) in units]
    if light:
        yield f"A pack weighs less than one unit in it: {some(light)}."
    if small:
        yield f"A larger pack holds fewer units than a smaller one: {some(small)}."
    if coded:
        yield (
            f"The code {some(coded)} stands among the barcodes of one unit, but by its first digit "
            "it is a pack's. No bench counts it until case_units and case_barcodes tell what it "
            "holds."
        )
