"""WooCommerce's products: what is virtual is never shipped."""

from __future__ import annotations

from app.domain.documents import ProductDocument
from tests.unit.intake.conftest import Read


def test_products(read: Read) -> None:
    mug = {"sku": "MUG", "name": "Mug &ndash; blue", "global_unique_id": "4012345678901"}
    book = {"sku": "EBOOK", "name": "Book", "virtual": True, "downloadable": True}
    above = {"sku": "", "name": "Tee", "type": "variable"}
    bad = {"sku": "", "name": "Cup", "type": "simple"}
    pictured = mug | {"images": [{"src": "https://x/m.png"}]}
    parsed = read([pictured, book, above, bad, "x"], "woocommerce-json", "products")
    assert parsed.documents == [
        ProductDocument("MUG", "Mug – blue", ("4012345678901",), picture="https://x/m.png"),
        ProductDocument("EBOOK", "Book", virtual=True),
    ]
    assert [raw.reason for raw in parsed.set_aside] == ["holds other products together"]
    assert [(one.row, one.reason) for one in parsed.rejected] == [
        (4, "is missing"),
        (5, "is not an object"),
    ]
