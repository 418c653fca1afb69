"""Compares master data with the centre's rows. Only what differs becomes a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain import codec
from app.domain.documents import (
    BinDocument,
    CartonDocument,
    LoadDocument,
    OperatorDocument,
    ProductDocument,
    StockDocument,
)
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.reduce import ROW_TYPES
from app.domain.rows.things import Bin, BinStock, Carton, Load, Product
from app.importing.secrets import Staff
from app.importing.tally import ImportTally
from app.sync.centre import SqlCentre


@dataclass(frozen=True)
class Wanted:
    """What must change for a document. known: the centre has the thing already.

    body: of the fact to make; None = nothing is to change. note: a sentence for a person where the
    document is ignored.
    """

    id: str
    known: bool
    body: dict[str, Any] | None
    note: str = ""


@dataclass(frozen=True)
class Rule:
    """How documents of one kind are compared. wanted: takes a document, and its row or None."""

    kind: Kind
    fact: FactKind
    id: Callable[[Any], str]
    wanted: Callable[[Any, Any], Wanted]


def _product(document: ProductDocument, row: Product | None) -> Wanted:
    new = Product(**vars(document))
    return _set(document.sku, new, row)


def _carton(document: CartonDocument, row: Carton | None) -> Wanted:
    return _set(document.code, Carton(**vars(document)), row)


def _set(name: str, new: Any, row: Any) -> Wanted:
    return Wanted(name, row is not None, None if new == row else codec.dump(new))


def _bin(document: BinDocument, row: Bin | None) -> Wanted:
    """Only the bin itself is compared, not what lies in it."""
    same = row is not None and (row.walk, row.zone) == (document.walk, document.zone)
    new = Bin(document.code, document.walk, document.zone)
    return Wanted(document.code, row is not None, None if same else codec.dump(new))


def _load(document: LoadDocument, row: Load | None) -> Wanted:
    """Only the load itself is compared, not its parcels. A load that has left is not changed."""
    new = Load(document.load, document.carrier, document.dock, document.cut_off)
    same = row is not None and (row.carrier, row.dock, row.cut_off) == (
        new.carrier,
        new.dock,
        new.cut_off,
    )
    if row is not None and row.closed and not same:
        note = f"Load {document.load} has left already; its row changes nothing."
        return Wanted(document.load, known=True, body=None, note=note)
    return Wanted(document.load, row is not None, None if same else codec.dump(new))


def _stock(document: StockDocument, row: Bin | None) -> Wanted:
    """The fact holds the difference to the last opening count, so that picks since still count."""
    stock = row.stock if row is not None else ()
    lots = (one for one in stock if (one.sku, one.lot) == (document.sku, document.lot))
    # A lot that was only picked from has no opening count yet.
    before = next(lots, BinStock(document.sku, 0, document.lot))
    same = (before.opening, before.expiry) == (document.quantity, document.expiry)
    body = codec.dump(document) | {"delta": document.quantity - before.opening, "seen": True}
    return Wanted(document.bin, before.opening > 0, None if same else body)


def _operator(staff: Staff) -> Callable[[OperatorDocument, Any], Wanted]:
    return lambda document, row: _set(document.operator, staff.row(document, row), row)


def _rules() -> Mapping[str, Rule]:
    return {
        "products": Rule(Kind.PRODUCT, FactKind.PRODUCT_SET, lambda one: str(one.sku), _product),
        "bins": Rule(Kind.BIN, FactKind.BIN_SET, lambda one: str(one.code), _bin),
        "stock": Rule(Kind.BIN, FactKind.STOCK_OPENED, lambda one: str(one.bin), _stock),
        "operators": Rule(
            Kind.OPERATOR,
            FactKind.OPERATOR_SET,
            lambda one: str(one.operator),
            _operator(Staff()),
        ),
        "cartons": Rule(Kind.CARTON, FactKind.CARTON_SET, lambda one: str(one.code), _carton),
        "loads": Rule(Kind.LOAD, FactKind.LOAD_SET, lambda one: str(one.load), _load),
    }


def master_facts(
    what: str, documents: Iterable[Any], centre: SqlCentre, tally: ImportTally
) -> Iterator[NewFact]:
    """The facts, in the order of the documents. `tally` is complete after the last one."""
    rule = _rules()[what]
    tally.counts.update({f"{what}_{outcome}": 0 for outcome in ("new", "same", "changed")})
    bodies = centre.digests(rule.kind)
    for document in documents:
        text = bodies.get(rule.id(document))
        row = None if text is None else codec.from_text(ROW_TYPES[rule.kind], text)
        wanted = rule.wanted(document, row)
        if wanted.note:
            tally.notes.append(wanted.note)
        if wanted.body is None:
            tally.counts[f"{what}_same"] += 1
            continue
        tally.counts[f"{what}_changed" if wanted.known else f"{what}_new"] += 1
        yield NewFact(rule.fact, (Subject(rule.kind, wanted.id),), wanted.body)


def lot_tracked(centre: SqlCentre) -> frozenset[str]:
    """SKUs whose stock must name its lot."""
    products = (codec.from_text(Product, text) for text in centre.digests(Kind.PRODUCT).values())
    return frozenset(product.sku for product in products if product.track_lot)
