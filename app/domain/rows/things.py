"""The other rows: parcels, totes, bins, loads, products, cartons, operators, serial numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.documents import CartonDocument, ProductDocument
from app.domain.rows.orders import Stage


@dataclass(frozen=True)
class Content:
    """Units of one line inside a parcel; a serial-tracked unit is an entry of its own."""

    line: int
    sku: str
    quantity: int
    lot: str = ""
    serial: str = ""


class Label(StrEnum):
    """Life of a parcel's label; the printer's word is never more than "sent"."""

    NONE = "none"
    SENT = "sent"
    FAILED = "failed"  # nothing of it can come out
    DOUBTFUL = "doubtful"  # the printer has it and is in trouble: it may still come out
    PROVEN = "proven"


@dataclass(frozen=True)
class Parcel:
    """One box. place: where it was last seen; seen_at aware, UTC.

    prints: number of its last print order; every order to print has the next one.
    label_to: mark of the address its last label was made for, "" unknown.
    """

    sscc: str
    order: str
    number: int
    carton: str = ""
    carrier: str = ""
    contents: tuple[Content, ...] = ()
    stage: Stage = Stage.OPEN
    label: Label = Label.NONE
    label_reason: str = ""
    label_to: str = ""
    prints: int = 0
    grams: int | None = None
    load: str = ""
    place: str = ""
    seen_at: datetime | None = None
    seen_by: str = ""

    @property
    def units(self) -> int:
        return sum(content.quantity for content in self.contents)


@dataclass(frozen=True)
class Tote:
    """A reusable container; order "" = free."""

    code: str
    order: str = ""


@dataclass(frozen=True)
class BinStock:
    """Units of one SKU and lot in a bin; opening: what the last opening count said."""

    sku: str
    quantity: int
    lot: str = ""
    expiry: date | None = None
    opening: int = 0


@dataclass(frozen=True)
class Bin:
    """A storage place; walk: position in the walking order. Negative stock is shown, not hidden.

    moves: how many facts have moved or counted its stock; whoever counts it says how many he knew.
    counted_at, counted_by: when and by which origin all that lies in it was last counted.
    """

    code: str
    walk: int = 0
    zone: str = ""
    stock: tuple[BinStock, ...] = ()
    moves: int = 0
    counted_at: datetime | None = None
    counted_by: str = ""

    def quantity(self, sku: str) -> int:
        return sum(item.quantity for item in self.stock if item.sku == sku)

    def held(self, sku: str, lot: str) -> int:
        """Units of one SKU and lot."""
        return sum(item.quantity for item in self.stock if (item.sku, item.lot) == (sku, lot))


@dataclass(frozen=True)
class Load:
    """A truck. parcels: SSCCs loaded; closed: it has left."""

    load: str
    carrier: str
    dock: str
    cut_off: datetime
    parcels: tuple[str, ...] = ()
    closed: bool = False
    closed_at: datetime | None = None
    closed_by: str = ""


@dataclass(frozen=True)
class Product(ProductDocument):
    """A SKU as the site knows it: what the last import said of it."""


@dataclass(frozen=True)
class Carton(CartonDocument):
    """A box type as the site knows it."""

    @property
    def volume_mm3(self) -> int:
        return self.length_mm * self.width_mm * self.height_mm


@dataclass(frozen=True)
class Operator:
    """A person. badge_sha256: hex SHA-256 of the badge's text; pin_hash: argon2id, "" no PIN."""

    operator: str
    name: str
    badge_sha256: str
    pin_hash: str = ""
    roles: tuple[str, ...] = ()
    language: str = ""
    disabled: bool = False


@dataclass(frozen=True)
class Serial:
    """A serial number that was packed; parcel "" = it was taken out again."""

    sku: str
    serial: str
    order: str = ""
    parcel: str = ""


@dataclass(frozen=True)
class Trouble:
    """An exception: a conflict or shortage that waits for a person."""

    event_id: str
    reason: str
    subject_kind: str
    subject_id: str
    station: str
    operator: str
    opened_at: datetime
    closed: bool = False
