"""Shopify's products: each variant is a product with its own SKU."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.documents import ProductDocument
from tests.unit.intake.conftest import Read

HEAD = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Barcode,Image Src"
ROWS = (
    "tee,T-shirt,Size,S,TEE-S,150,'5901234123457,https://example.org/tee.png",
    "tee,,Size,M,TEE-M,150,'5901234123464,",
    "tee,,,,,,,https://example.org/tee2.png",
    "mug,Mug,Title,Default Title,MUG,340.0,,",
)


def test_the_export(read: Read) -> None:
    parsed = read("\n".join([HEAD, *ROWS]) + "\n", "shopify-csv", "products")
    picture = "https://example.org/tee.png"
    assert parsed.documents == [
        ProductDocument("TEE-S", "T-shirt - S", ("5901234123457",), 150, picture=picture),
        ProductDocument("TEE-M", "T-shirt - M", ("5901234123464",), 150, picture=picture),
        ProductDocument("MUG", "Mug", (), 340),
    ]
    assert [raw.reason for raw in parsed.set_aside] == ["a picture, no variant"]


def test_faults_of_the_export(read: Read) -> None:
    bad = ("mug,Mug,Colour,Blue,MUG,340,4.01235E+12,", "cup,Cup,Colour,Red,,10,,")
    parsed = read("\n".join([HEAD, *bad]) + "\n", "shopify-csv", "products")
    assert parsed.documents == []
    assert [(one.row, one.column) for one in parsed.rejected] == [
        (2, "Variant Barcode"),
        (3, "Variant SKU"),
    ]


VARIANT: dict[str, Any] = {"sku": "MUG-B", "title": "Blue", "barcode": "4012345678901"}
PRODUCT: dict[str, Any] = {"title": "Mug", "images": [{"src": "https://x/m.png"}]}


@pytest.mark.parametrize(
    ("change", "grams", "virtual"),
    [
        ({"grams": 340}, 340, False),
        ({"weight": 0.34, "weight_unit": "kg"}, 340, False),
        ({"requires_shipping": False}, 0, True),
    ],
)
def test_rest(read: Read, change: dict[str, Any], grams: int, virtual: bool) -> None:
    product = PRODUCT | {
        "variants": [VARIANT | change, VARIANT | {"sku": "MUG-R", "barcode": None}]
    }
    for data in ({"products": [product]}, {"product": product}, [product]):
        first, second = read(data, "shopify-json", "products").documents
        assert first == ProductDocument(
            "MUG-B",
            "Mug - Blue",
            ("4012345678901",),
            grams,
            0,
            0,
            0,
            "https://x/m.png",
            virtual=virtual,
        )
        assert (second.sku, second.barcodes) == ("MUG-R", ())


def test_graphql(read: Read) -> None:
    variant = {**VARIANT, "inventoryItem": {"requiresShipping": False}}
    node = {"title": "Mug", "variants": {"nodes": [variant]}}
    data = {"data": {"products": {"edges": [{"node": node}]}}}
    (product,) = read(data, "shopify-json", "products").documents
    assert (product.sku, product.name, product.virtual) == ("MUG-B", "Mug - Blue", True)


def test_a_faulty_variant_can_be_corrected_by_itself(read: Read) -> None:
    product = PRODUCT | {"variants": [VARIANT, {"title": "No SKU"}]}
    parsed = read([product, {"title": "None"}], "shopify-json", "products")
    assert [one.sku for one in parsed.documents] == ["MUG-B"]
    assert [raw.row for raw in parsed.rejected_rows] == [2, 3]
    assert parsed.rejected_rows[0].content == PRODUCT | {"variants": [{"title": "No SKU"}]}
