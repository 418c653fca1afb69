"""What the codes of a file mean already: one badge, barcode or number means one thing only.

A scan is answered without asking which of two things was meant, so the second is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.domain import codec
from app.domain.documents import (
    BinDocument,
    LinePart,
    OperatorDocument,
    OrderDocument,
    Part,
    ProductDocument,
)
from app.domain.facts import Kind
from app.domain.pack_codes import same_code
from app.domain.rows.things import Bin, Operator, Product
from app.importing.tally import some
from app.intake import bin_columns
from app.intake.cells import CellError, shown
from app.intake.master_columns import claims_of
from app.intake.part_columns import COLUMN, holds_bundle
from app.sync.port import SyncPort

HIDDEN = "•••"
Check = Callable[[Any, frozenset[str]], list[CellError]]
"""(document, names in the file) -> what is wrong with its codes. What the file itself names is
compared by its reader, and may give a code to another one of its own.
"""


class Codes:
    """The codes that the centre knows, read when they are first asked for."""

    def __init__(self, centre: SyncPort) -> None:
        self._centre = centre
        self._badges: dict[str, str] | None = None
        self._products: dict[str, str] | None = None
        self._virtual: set[str] = set()
        self._names: dict[str, str] = {}
        self._parts: dict[str, tuple[Part, ...]] = {}
        self._places: dict[str, str] | None = None
        self._packs: dict[str, dict[str, str]] = {}

    def check(self, what: str) -> Check | None:
        """The check of one kind of documents; None = its codes mean nothing to a scanner."""
        if what == "products":
            return self._product
        if what == "operators":
            return self._operator
        if what == "bins":
            return self._bin
        columns = {"cartons": "code", "loads": "load"}
        if what in columns:
            return lambda document, _inside: self._named(document, columns[what])
        return None

    def badge_orders(self, documents: Iterable[OrderDocument]) -> list[str]:
        """The numbers of orders that are somebody's badge."""
        return [one.ref for one in documents if self._person(one.ref)]

    @property
    def skus(self) -> frozenset[str]:
        """SKUs of all products."""
        return frozenset(self._by_code().values())

    @property
    def virtual(self) -> frozenset[str]:
        """SKUs of products that are no goods. The goods of a bundle are its parts."""
        self._by_code()
        return frozenset(self._virtual - self._parts.keys())

    @property
    def bundles(self) -> Mapping[str, tuple[LinePart, ...]]:
        """What one set of each bundle holds, by the bundle's SKU."""
        self._by_code()
        return {
            sku: tuple(
                LinePart(one.sku, self._names.get(one.sku, one.sku), one.units) for one in parts
            )
            for sku, parts in self._parts.items()
        }

    def _product(self, product: ProductDocument, inside: frozenset[str]) -> list[CellError]:
        found = []
        kept = self._kept_packs(product)
        for column, code in claims_of(product):
            owner = self._by_code().get(same_code(code), product.sku)
            if owner != product.sku and owner not in inside:
                reason = f"belongs to the product {owner} already"
                found.append(CellError(column, shown(code), reason))
            elif same_code(code) in kept:
                reason = f"is the code of its {kept[same_code(code)]} already"
                found.append(CellError(column, shown(code), reason))
            if self._person(code):
                found.append(CellError(column, shown(code), "is somebody's badge"))
        return found + self._in_bundles(product, inside)

    def _in_bundles(self, product: ProductDocument, inside: frozenset[str]) -> list[CellError]:
        """A bundle in a bundle, where one of the two is not in the file."""
        parts = product.parts or ()
        bundles = self._parts.keys() - inside
        found = [holds_bundle(part.sku) for part in parts if part.sku in bundles]
        holders = [
            sku
            for sku in bundles
            if parts and any(part.sku == product.sku for part in self._parts[sku])
        ]
        reason = f"is a part of the bundle {some(holders)}, and no part is a bundle"
        return found + [CellError(COLUMN, shown(product.sku), reason)] * bool(holders)

    def _kept_packs(self, product: ProductDocument) -> dict[str, str]:
        """Code -> level of the packs that this document leaves as they are."""
        self._by_code()
        return self._packs.get(product.sku, {}) if product.packs is None else {}

    def _operator(self, person: OperatorDocument, inside: frozenset[str]) -> list[CellError]:
        owner = self._person(person.badge)
        if owner and owner != person.operator and owner not in inside:
            return [CellError("badge", HIDDEN, f"is the badge of {owner} already")]
        if same_code(person.badge) in self._by_code():
            return [CellError("badge", HIDDEN, "is a product's code")]
        if self._centre.find_order(person.badge):
            return [CellError("badge", HIDDEN, "is the number of an order")]
        for kind in (Kind.BIN, Kind.CARTON, Kind.LOAD, Kind.TOTE):
            if self._centre.row(kind, person.badge) is not None:
                return [CellError("badge", HIDDEN, f"is the code of a {kind.value}")]
        return []

    def _bin(self, bin_: BinDocument, inside: frozenset[str]) -> list[CellError]:
        found = self._named(bin_, "code")
        for column, place in bin_columns.claims(bin_):
            owner = self._by_place().get(place, bin_.code)
            if owner != bin_.code and owner not in inside:
                found.append(CellError(column, place, f"is where the bin {owner} is already"))
        return found

    def _by_place(self) -> dict[str, str]:
        """Place -> code of every bin whose place is told."""
        if self._places is None:
            bodies = self._centre.digests(Kind.BIN).values()
            rows = [codec.from_text(Bin, body) for body in bodies]
            claims = ((place, row.code) for row in rows for _, place in bin_columns.claims(row))
            self._places = dict(claims)
        return self._places

    def _named(self, document: Any, column: str) -> list[CellError]:
        code = str(getattr(document, column))
        return [CellError(column, shown(code), "is somebody's badge")] * bool(self._person(code))

    def _person(self, code: str) -> str:
        """Whose badge a code is, "" = nobody's."""
        if self._badges is None:
            rows = (
                codec.from_text(Operator, body)
                for body in self._centre.digests(Kind.OPERATOR).values()
            )
            self._badges = {row.badge_sha256: row.operator for row in rows}
        return self._badges.get(hashlib.sha256(code.encode()).hexdigest(), "")

    def _by_code(self) -> dict[str, str]:
        """Code -> SKU of every product."""
        if self._products is None:
            self._products = {}
            for body in self._centre.digests(Kind.PRODUCT).values():
                row = codec.from_text(Product, body)
                self._names[row.sku] = row.name
                if row.virtual:
                    self._virtual.add(row.sku)
                if row.parts:
                    self._parts[row.sku] = row.parts
                for _column, code in claims_of(row):
                    self._products.setdefault(same_code(code), row.sku)
                self._packs[row.sku] = {
                    same_code(code): pack.level.value
                    for pack in row.packs
                    for code in pack.barcodes
                }
        return self._products
