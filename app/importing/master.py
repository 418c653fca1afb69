"""Compares master data with the centre's rows. Only what differs becomes a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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
from app.domain.rows.since import NOW
from app.domain.rows.things import Bin, BinStock, Carton, Load, Product
from app.domain.stock import Status, StockKey
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
    """A document that says nothing of packs, parts or life leaves those known."""
    known = row or Product(document.sku, document.name)
    packs = known.packs if document.packs is None else document.packs
    parts = known.parts if document.parts is None else document.parts
    life = known.life_days if document.life_days is None else document.life_days
    new = Product(**vars(document) | {"packs": packs, "parts": parts, "life_days": life})
    return _set(document.sku, new, row)


def _carton(document: CartonDocument, row: Carton | None) -> Wanted:
    return _set(document.code, Carton(**vars(document)), row)


def _set(name: str, new: Any, row: Any) -> Wanted:
    return Wanted(name, row is not None, None if new == row else codec.dump(new))


def _bin(document: BinDocument, row: Bin | None) -> Wanted:
    """Only the bin itself is compared, not what lies in it."""
    new = Bin(document.code, document.walk, document.zone, **document.told)
    same = row is not None and replace(row, walk=new.walk, zone=new.zone, **new.told) == row
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
    key = opening_key(document)
    stock = row.stock if row is not None else ()
    # A key that was only picked from has no opening count yet.
    before = next((one.opening for one in stock if one.key == key), 0)
    same = before == document.quantity
    return Wanted(document.bin, before > 0, None if same else _opened(document, before))


def opening_key(document: StockDocument) -> StockKey:
    return StockKey(
        document.sku,
        document.lot,
        document.expiry,
        document.best_before,
        document.status,
        document.owner,
        document.container,
    )


def _opened(document: StockDocument, before: int) -> dict[str, Any]:
    """before: the opening quantity that the document takes the place of."""
    body: dict[str, Any] = codec.dump(document)
    told = {"delta": document.quantity - before, "seen": True, "since": NOW}
    return body | told | {"key": codec.dump(opening_key(document))}


class _OtherDates:
    """Opening stock whose lot a file names with other dates only: its dates were corrected.

    A file that says of a bin, SKU, lot and owner what lies there says all of it. What an earlier
    file said of it under another key has no opening count any more, and a person is told so.
    """

    def __init__(self) -> None:
        self._named: dict[tuple[str, str, str, str], dict[StockKey, int]] = {}

    def see(self, document: StockDocument) -> None:
        group = (document.bin, document.sku, document.lot, document.owner)
        self._named.setdefault(group, {})[opening_key(document)] = document.quantity

    def bodies(
        self, rows: Mapping[str, str], tally: ImportTally
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """(bin, body) of what is no longer there. rows: the bins' rows as text, by code."""
        for (code, *goods), keys in self._named.items():
            place = codec.from_text(Bin, rows[code]) if code in rows else Bin(code)
            for item in place.stock:
                same = [item.sku, item.lot, item.owner] == goods
                if same and item.opening and item.key not in keys:
                    tally.notes.append(_replaced(code, item, keys))
                    yield code, _opened(_none_of(code, item), item.opening)


def _replaced(code: str, item: BinStock, told: Mapping[StockKey, int]) -> str:
    """The sentence that says what stock an earlier file had, and what the file has instead."""
    lot = f" lot {item.lot}" if item.lot else ""
    new = " and ".join(_amount(units, key) for key, units in told.items())
    return (
        f"{code} {item.sku}{lot}: {_amount(item.opening, item.key)} replaced by {new}."
        " Import both rows if both lie there."
    )


def _amount(units: int, key: StockKey) -> str:
    """So many units, and by what they are told from others."""
    day = key.expiry or key.best_before
    status = "" if key.status is Status.AVAILABLE else key.status.value
    said = (f"of {day.isoformat()}" if day else "without a date", status, key.owner, key.container)
    return " ".join((str(units), *(one for one in said if one)))


def _none_of(code: str, item: BinStock) -> StockDocument:
    """The document that says that nothing of it lies there."""
    said = {name: value for name, value in vars(item).items() if name not in {"opening", "since"}}
    return StockDocument(bin=code, **(said | {"quantity": 0}))


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
    other_dates = _OtherDates()
    for document in documents:
        if isinstance(document, StockDocument):
            other_dates.see(document)
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
    for code, body in other_dates.bodies(bodies, tally):
        yield NewFact(FactKind.STOCK_OPENED, (Subject(Kind.BIN, code),), body)


def lot_tracked(centre: SqlCentre) -> frozenset[str]:
    """SKUs whose stock must name its lot."""
    products = (codec.from_text(Product, text) for text in centre.digests(Kind.PRODUCT).values())
    return frozenset(product.sku for product in products if product.track_lot)
