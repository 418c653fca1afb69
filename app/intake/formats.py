"""The catalogue of the file formats that can be imported, each with its description."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from app.intake import (
    bigcommerce_json,
    mapped_csv,
    master_data,
    order_columns,
    packbench_csv,
    packbench_json,
    shopify_csv,
    shopify_json,
    shopify_products,
    woocommerce_json,
    woocommerce_products,
)
from app.intake.columns import FileColumn, needed, optional
from app.intake.master_columns import KINDS, PRODUCTS
from app.intake.values import IntakeError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.intake.values import Parsed, ReadOptions

    Reader = Callable[[Path, ReadOptions], Parsed]

ORDERS = "orders"


@dataclass(frozen=True)
class Format:
    """One format of one kind of data.

    example: a row (CSV: column -> cell) or an entry (JSON) without faults.
    read: reads a file at a path with options; raises IntakeError.
    """

    name: str
    what: str
    meaning: str
    columns: tuple[FileColumn, ...]
    example: dict[str, Any]
    read: Reader = field(repr=False, compare=False)

    @property
    def is_csv(self) -> bool:
        return self.name.endswith("csv")

    def describe(self) -> dict[str, Any]:
        """The format as `packbench formats --json` gives it out."""
        return {
            "name": self.name,
            "what": self.what,
            "meaning": self.meaning,
            "columns": [asdict(column) for column in self.columns],
            "example": self.example,
        }


def all_formats() -> tuple[Format, ...]:
    return _FORMATS


def find(name: str, what: str = ORDERS) -> Format:
    """The format of this name. Raises IntakeError, which names all formats."""
    known = [one for one in _FORMATS if one.what == what]
    if not known:
        kinds = ", ".join(dict.fromkeys(one.what for one in _FORMATS))
        raise IntakeError(f"There is no kind of data called {what}. Known are: {kinds}.")
    for one in known:
        if one.name == name:
            return one
    names = ", ".join(one.name for one in known)
    raise IntakeError(f"There is no format {name} for {what}. Known are: {names}.")


def describe() -> list[dict[str, Any]]:
    return [one.describe() for one in _FORMATS]


def _row(columns: tuple[FileColumn, ...]) -> dict[str, Any]:
    return {column.name: column.example for column in columns}


def _json_order() -> dict[str, Any]:
    fee = {"sku": "POST", "name": "Postage", "quantity": 1}
    line = _row(order_columns.LINE) | {"quantity": 2}
    head = _row(order_columns.HEAD) | {"priority": 0, "cancelled": False}
    customer = _row(order_columns.ADDRESS)
    return {**head, "customer": customer, "lines": [line], "charges": [fee]}


_SHOPIFY = (
    optional("id", "text", "Shopify's own id: tells orders with one number apart", "5001"),
    optional("updated_at", "moment", "of two versions the later one counts", ""),
    optional("note", "text", "shown to the packer", ""),
    optional("note_attributes", "list", "name, value; a gift message is printed on the slip"),
    needed("name", "code", "the order's number", "#1001"),
    needed("created_at", "moment", "when it was placed", "2026-03-02T08:15:00+00:00"),
    optional("financial_status", "text", "anything unpaid is held", "paid"),
    optional("fulfillment_status", "text", "fulfilled orders are set aside", "unfulfilled"),
    optional("cancelled_at", "moment", "filled: the order is cancelled", ""),
    optional("shipping_address", "object", "receiver; without it the order is held"),
    optional("shipping_lines", "list", "the first title becomes the service"),
    needed("line_items", "list", "id, sku, name, quantity, current_quantity, properties ..."),
)
_WOO = (
    needed("number", "code", "the order's number", "727"),
    needed("status", "text", "processing, on-hold, pending, completed, cancelled", "processing"),
    optional("id", "text", "the shop's own id: tells orders with one number apart", ""),
    optional("date_modified_gmt", "moment", "of two versions the later one counts", ""),
    optional("customer_note", "text", "shown to the packer", ""),
    optional("meta_data", "list", "key, value; a gift message is printed on the slip"),
    optional("shipping_lines", "list", "the first method becomes the service; local_pickup"),
    needed("date_created_gmt", "moment", "when it was placed, UTC", "2026-03-02T08:15:00"),
    optional("shipping", "object", "receiver; billing where it is empty"),
    needed("line_items", "list", "id, sku, name, quantity, meta_data"),
)
_SHOPIFY_EXAMPLE = {
    "name": "#1001",
    "created_at": "2026-03-02T08:15:00+00:00",
    "financial_status": "paid",
    "shipping_address": {
        "name": "Ada Example",
        "address1": "Sample Street 5",
        "zip": "01234",
        "city": "Sampletown",
        "country_code": "DE",
    },
    "line_items": [{"sku": "MUG-BLUE", "name": "Mug - blue", "quantity": 2}],
}
_WOO_EXAMPLE = {
    "number": "727",
    "status": "processing",
    "date_created_gmt": "2026-03-02T08:15:00",
    "shipping": {
        "first_name": "Ada",
        "last_name": "Example",
        "address_1": "Sample Street 5",
        "postcode": "01234",
        "city": "Sampletown",
        "country": "DE",
    },
    "line_items": [{"sku": "MUG-BLUE", "name": "Mug &ndash; blue", "quantity": 2}],
}
_MAPPED = tuple(
    FileColumn(one.name, one.type, one.name in mapped_csv.NEEDED, one.meaning, one.example)
    for one in order_columns.COLUMNS
    if one.name in mapped_csv.FIELDS
)
_MAP = "any CSV, with a column map that says which column is which"


def _master() -> list[Format]:
    found = []
    for what, kind in KINDS.items():
        row, cols = _row(kind.columns), kind.columns
        csv_of, json_of = partial(master_data.read_csv, what), partial(master_data.read_json, what)
        found.append(Format("packbench-csv", what, f"CSV, a row per {what}", cols, row, csv_of))
        json_meaning = f'JSON, {{"{what}": [...]}}'
        found.append(Format("packbench-json", what, json_meaning, cols, row, json_of))
    products = partial(Format, what="products")
    found += [
        products(
            "shopify-csv",
            meaning="Shopify's products export, a row per variant",
            columns=shopify_products.CSV_COLUMNS,
            example=_row(shopify_products.CSV_COLUMNS),
            read=shopify_products.read_csv,
        ),
        products(
            "shopify-json",
            meaning="Shopify's products by its Admin API, REST and GraphQL",
            columns=shopify_products.JSON_COLUMNS,
            example=shopify_products.JSON_EXAMPLE,
            read=shopify_products.read_json,
        ),
        products(
            "woocommerce-json",
            meaning="WooCommerce's products by its REST API",
            columns=woocommerce_products.COLUMNS,
            example=woocommerce_products.EXAMPLE,
            read=woocommerce_products.read,
        ),
    ]
    mapped = master_data.read_mapped
    found.append(Format("csv", "products", _MAP, PRODUCTS.columns, _row(PRODUCTS.columns), mapped))
    return found


def _orders() -> list[Format]:
    own = order_columns.COLUMNS
    make = partial(Format, what=ORDERS)
    return [
        make(
            "packbench-csv",
            meaning="CSV, a row per order line",
            columns=own,
            example=_row(own),
            read=packbench_csv.read,
        ),
        make(
            "packbench-json",
            meaning='JSON, {"orders": [...]}',
            columns=own,
            example=_json_order(),
            read=packbench_json.read,
        ),
        make(
            "shopify-csv",
            meaning="Shopify's orders export",
            columns=shopify_csv.COLUMNS,
            example=_row(shopify_csv.COLUMNS),
            read=shopify_csv.read,
        ),
        make(
            "shopify-json",
            meaning="Shopify's Admin API and webhooks: REST, GraphQL, JSON lines",
            columns=_SHOPIFY,
            example=_SHOPIFY_EXAMPLE,
            read=shopify_json.read,
        ),
        make(
            "woocommerce-json",
            meaning="WooCommerce's REST API and webhooks",
            columns=_WOO,
            example=_WOO_EXAMPLE,
            read=woocommerce_json.read,
        ),
        make(
            "bigcommerce-json",
            meaning="BigCommerce's API (v2), with products and addresses as lists",
            columns=bigcommerce_json.COLUMNS,
            example=bigcommerce_json.EXAMPLE,
            read=bigcommerce_json.read,
        ),
        make("csv", meaning=_MAP, columns=_MAPPED, example=_row(_MAPPED), read=mapped_csv.read),
    ]


_FORMATS = (*_orders(), *_master())
