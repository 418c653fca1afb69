"""Reads Shopify's products: the export (a row a variant) and the Admin API (REST and GraphQL).

A variant is a product here, since it has the SKU. Its name is the product's title with the options
of the variant behind it. Rows of the export that only add a picture name no variant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.intake import json_file, shopify_graphql
from app.intake.columns import needed, optional
from app.intake.fields import in_grams
from app.intake.master_columns import PRODUCTS
from app.intake.master_data import Shelf
from app.intake.table import Layout, open_table
from app.intake.values import Parsed, RawRow

if TYPE_CHECKING:
    from pathlib import Path

    from app.intake.values import ReadOptions

CSV_COLUMNS = (
    needed("Handle", "code", "the product's name in addresses, on every row", "mug"),
    needed("Title", "text", "name, on the product's first row", "Mug"),
    optional("Option1 Value", "text", "what the variant is; so are Option2 and 3", "Blue"),
    needed("Variant SKU", "code", "article number", "MUG-BLUE"),
    optional("Variant Grams", "whole number", "grams of one unit", "340"),
    optional("Variant Barcode", "barcodes", "code of one unit", "'4012345678901"),
    optional("Variant Requires Shipping", "yes/no", "false: no goods", "true"),
    optional("Image Src", "text", "picture's address", "https://example.org/mug.png"),
)
JSON_COLUMNS = (
    needed("title", "text", "name", "Mug"),
    needed("variants", "list", "sku, title, barcode, grams, requires_shipping"),
)
JSON_EXAMPLE: dict[str, Any] = {
    "title": "Mug",
    "variants": [{"sku": "MUG-BLUE", "title": "Blue", "barcode": "4012345678901", "grams": 340}],
}
_NAMES = {
    "sku": "Variant SKU",
    "weight_g": "Variant Grams",
    "barcodes": "Variant Barcode",
    "virtual": "Variant Requires Shipping",
    "picture": "Image Src",
    "name": "Title",
}
_UNITS = {"kg": "kg", "kilograms": "kg", "lb": "lb", "pounds": "lb", "oz": "oz", "ounces": "oz"}
_DEFAULT = "Default Title"
"""What Shopify calls the only variant of a product."""


def read_csv(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    needs = tuple(column.name for column in CSV_COLUMNS if column.required)
    with open_table(path, Layout(needs, encoding=options.encoding), options.progress) as table:
        parsed = table.begin("shopify-csv")
        shelf = Shelf(PRODUCTS, parsed, options, _NAMES)
        title = picture = handle = ""
        for row, content in table.rows:
            values = dict(zip(table.header, content, strict=False))
            if values["Handle"] != handle:
                handle, title, picture = values["Handle"], "", ""
            title = values["Title"].strip() or title
            picture = picture or values.get("Image Src", "").strip()
            chosen = [values.get(f"Option{n} Value", "").strip() for n in (1, 2, 3)]
            if not values["Variant SKU"].strip() and not any(chosen):
                parsed.treatments["filtered_rows"] += 1
                parsed.set_aside.append(RawRow(row, content, "", "a picture, no variant"))
                continue
            ships = values.get("Variant Requires Shipping", "").strip().lower() != "false"
            cells_of = {
                "sku": values["Variant SKU"].removeprefix("'"),
                "name": _name(title, chosen),
                "weight_g": values.get("Variant Grams", ""),
                "barcodes": values.get("Variant Barcode", "").strip().removeprefix("'"),
                "picture": picture,
                "virtual": "" if ships else "yes",
            }
            shelf.add_cells(row, content, cells_of)
        table.end(parsed)
    return shelf.finish()


def _name(title: str, options: list[str]) -> str:
    chosen = " / ".join(one for one in options if one and one != _DEFAULT)
    return f"{title} - {chosen}" if title and chosen else title or chosen


def read_json(path: Path, options: ReadOptions) -> Parsed:
    """Raises IntakeError."""
    data = shopify_graphql.plain(json_file.load(path, options))
    found = json_file.entries(data, ("products", "product"), ("variants",))
    shelf = Shelf(PRODUCTS, Parsed("shopify-json"), options)
    variants = [pair for product in found for pair in _variants(product)]
    for number, (product, variant) in enumerate(variants, start=1):
        shelf.parsed.lines += 1
        alone = product | {"variants": [variant]} if isinstance(product, dict) else product
        entry = _entry(product, variant) if isinstance(variant, dict) else {}
        shelf.add_entry(number, entry, alone)
    return shelf.finish()


def _variants(product: Any) -> list[tuple[Any, Any]]:
    """(product, variant) of each variant; a product without any once, to be refused."""
    given = product.get("variants") if isinstance(product, dict) else None
    return [(product, one) for one in given] if isinstance(given, list) else [(product, None)]


def _entry(product: dict[str, Any], variant: dict[str, Any]) -> dict[str, Any]:
    """The columns of our own products."""
    images = product.get("images")
    image = images[0] if isinstance(images, list) and images else {}
    item = variant.get("inventory_item")
    ships = variant.get("requires_shipping", item.get("requires_shipping") if item else None)
    return {
        "sku": variant.get("sku"),
        "name": _name(_text("title", product), [_text("title", variant)]),
        "barcodes": variant.get("barcode"),
        "weight_g": _grams(variant),
        "picture": image.get("src") or image.get("url") if isinstance(image, dict) else "",
        "virtual": ships is False,
    }


def _text(key: str, entry: dict[str, Any]) -> str:
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else ""


def _grams(variant: dict[str, Any]) -> Any:
    """The weight in grams, as far as it is told."""
    if variant.get("grams") is not None or variant.get("weight") is None:
        return variant.get("grams")
    unit = _UNITS.get(str(variant.get("weight_unit")).lower(), "g")
    return in_grams(str(variant["weight"]), unit)
