"""The columns of master data files, and the documents that are made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.documents import (
    CartonDocument,
    LoadDocument,
    OperatorDocument,
    ProductDocument,
    StockDocument,
)
from app.intake import bin_columns, pack_columns, part_columns
from app.intake.columns import FileColumn, needed, optional

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.intake.cells import CellError


@dataclass(frozen=True)
class MasterKind:
    """One kind of master data.

    key: the columns that name a row. Two rows with the same key and other contents contradict.
    build: makes the document of a row's values; raises CellError.
    claims: gives the codes that only one row may have, as (column, code), such as a barcode.
    together: groups of columns of one matter. A file that has none of a group says nothing of it,
    and `build` does not get them. build raises CellError for values that contradict each other.
    among: what contradicts between the documents of one file, as (key, what is wrong).
    """

    what: str
    columns: tuple[FileColumn, ...]
    key: tuple[str, ...]
    build: Callable[[dict[str, Any]], Any]
    claims: Callable[[Any], list[tuple[str, str]]] = lambda _document: []
    together: tuple[frozenset[str], ...] = ()
    among: Callable[[list[Any]], Iterable[tuple[str, CellError]]] = lambda _documents: ()


def _product(values: dict[str, Any]) -> ProductDocument:
    codes = tuple(dict.fromkeys((*values.pop("barcodes"), *values.pop("gtins"))))
    told = not pack_columns.NAMES.isdisjoint(values)
    packs = pack_columns.packs_of(values, (values["sku"], *codes)) if told else None
    part_columns.check_itself(values["sku"], values.get(part_columns.COLUMN, ()))
    return ProductDocument(barcodes=codes, packs=packs, **values)


def claims_of(product: ProductDocument) -> list[tuple[str, str]]:
    """(column, code) of everything that means the product."""
    units = [("barcodes", code) for code in product.barcodes]
    return [("sku", product.sku), *units, *pack_columns.claims(product.packs or ())]


def _operator(values: dict[str, Any]) -> OperatorDocument:
    if not values["roles"]:
        del values["roles"]
    return OperatorDocument(**values)


_SIZES = (
    optional("length_mm", "whole number", "millimetres, 0 unknown", "120"),
    optional("width_mm", "whole number", "millimetres, 0 unknown", "90"),
    optional("height_mm", "whole number", "millimetres, 0 unknown", "100"),
)

_LIFE = "life_days"

PRODUCTS = MasterKind(
    "products",
    (
        needed("sku", "code", "article number", "MUG-BLUE"),
        needed("name", "text", "name as the packer reads it", "Mug, blue"),
        optional(
            "barcodes", "barcodes", 'codes of one unit, separated by "|"', "MUG1|4012345678901"
        ),
        optional("gtins", "gtins", 'GTINs of one unit, check digits are verified, "|"', "96385074"),
        optional("weight_g", "whole number", "grams of one unit, 0 unknown", "340"),
        *_SIZES,
        optional("picture", "text", "file name or URL", "mug-blue.png"),
        optional("count_by_number", "yes/no", "the quantity may be typed", "no"),
        optional("track_lot", "yes/no", "each unit's lot is scanned", "no"),
        optional("track_expiry", "yes/no", "each unit's expiry is scanned", "no"),
        optional("track_serial", "yes/no", "each unit's serial number is scanned", "no"),
        optional("note", "text", "shown before the first unit", "Fragile"),
        optional("virtual", "yes/no", "no goods: a download, a gift card ...; never shipped", "no"),
        *pack_columns.COLUMNS,
        *part_columns.COLUMNS,
        optional(_LIFE, "days", "so many days a customer's units must stay good", "0"),
    ),
    ("sku",),
    _product,
    claims_of,
    together=(pack_columns.NAMES, part_columns.NAMES, frozenset({_LIFE})),
    among=part_columns.nested,
)
BINS = MasterKind(
    "bins",
    bin_columns.COLUMNS,
    ("code",),
    bin_columns.document,
    bin_columns.claims,
)
STOCK = MasterKind(
    "stock",
    (
        needed("bin", "code", "bin", "A-01-02"),
        needed("sku", "code", "article", "MUG-BLUE"),
        needed("quantity", "quantity", "units that lie there, from 1", "40"),
        optional("lot", "code", "lot; needed for articles with lots", ""),
        optional("expiry", "date", "day of expiry", "2027-03-31"),
        optional("best_before", "date", "day before which it is best", ""),
        optional("status", "status", "available, hold, quality, damaged ...", "available"),
        optional("owner", "code", "whose goods they are, empty: the site's own", ""),
        optional("container", "code", "pallet they lie on, empty: none", ""),
    ),
    ("bin", "sku", "lot", "expiry", "best_before", "status", "owner", "container"),
    lambda values: StockDocument(**values),
)
OPERATORS = MasterKind(
    "operators",
    (
        needed("operator", "code", "short name", "ada"),
        needed("name", "text", "full name", "Ada Example"),
        needed("badge", "secret", "code on the badge; kept as a hash only", "BADGE-0001"),
        optional("pin", "pin", "4 to 12 digits to sign in by; kept as a hash only", ""),
        optional("roles", "roles", "picker|packer|loader|supervisor|admin", "picker|packer"),
        optional("language", "language", "en or zh_CN; empty: the station's", "en"),
        optional("disabled", "yes/no", "may no longer sign in", "no"),
    ),
    ("operator",),
    _operator,
    lambda operator: [("badge", operator.badge)],
)
CARTONS = MasterKind(
    "cartons",
    (
        needed("code", "code", "code of the box type", "BOX-M"),
        needed("name", "text", "name", "Box M"),
        *_SIZES,
        optional("tare_g", "whole number", "grams of the empty box", "150"),
        optional("max_weight_g", "whole number", "grams it may hold, 0 no limit", "12000"),
    ),
    ("code",),
    lambda values: CartonDocument(**values),
)
LOADS = MasterKind(
    "loads",
    (
        needed("load", "code", "number of the load", "L-0301-ACME"),
        needed("carrier", "text", "carrier", "ACME"),
        needed("dock", "text", "dock", "D2"),
        needed("cut_off", "moment", "when the truck leaves, with offset", "2026-03-02T17:30:00Z"),
    ),
    ("load",),
    lambda values: LoadDocument(**values),
)

KINDS = {kind.what: kind for kind in (PRODUCTS, BINS, STOCK, OPERATORS, CARTONS, LOADS)}
