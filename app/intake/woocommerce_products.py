"""Reads products as WooCommerce's REST API (wc/v3) sends them, variations too.

A variation is read where it stands as an entry of its own; the product above it has no SKU then and
is set aside. Its weight has the unit of the shop, which the answer does not say, and is not read.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from app.intake import json_file
from app.intake.columns import needed, optional
from app.intake.master_columns import PRODUCTS
from app.intake.master_data import Shelf
from app.intake.values import Parsed, RawRow

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.values import ReadOptions

COLUMNS = (
    needed("sku", "code", "article number", "MUG-BLUE"),
    needed("name", "text", "name", "Mug - blue"),
    optional("global_unique_id", "barcodes", "GTIN of one unit", "4012345678901"),
    optional("virtual", "yes/no", "no goods", "no"),
    optional("downloadable", "yes/no", "no goods, if it is virtual too", "no"),
)
EXAMPLE: dict[str, Any] = {"sku": "MUG-BLUE", "name": "Mug &ndash; blue", "virtual": False}
_CONTAINERS = frozenset({"variable", "grouped", "external"})


def read(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    data = json_file.load(path, options)
    found = json_file.entries(data, ("products", "create", "update"), ("sku",))
    shelf = Shelf(PRODUCTS, Parsed("woocommerce-json"), options)
    for number, product in enumerate(found, start=1):
        shelf.parsed.lines += 1
        if not isinstance(product, dict):
            shelf.add_entry(number, product)
        elif product.get("type") in _CONTAINERS and not product.get("sku"):
            shelf.parsed.treatments["filtered_rows"] += 1
            reason = "holds other products together"
            shelf.parsed.set_aside.append(RawRow(number, product, "", reason))
        else:
            shelf.add_entry(number, _entry(product), product)
    return shelf.finish()


def _entry(product: dict[str, Any]) -> dict[str, Any]:
    """The columns of our own products."""
    images = product.get("images")
    image = images[0] if isinstance(images, list) and images else product.get("image")
    name = product.get("name")
    return {
        "sku": product.get("sku"),
        "name": html.unescape(name) if isinstance(name, str) else name,
        "barcodes": product.get("global_unique_id"),
        "picture": image.get("src") if isinstance(image, dict) else "",
        "virtual": product.get("virtual") is True,
    }
