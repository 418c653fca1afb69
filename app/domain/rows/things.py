"""The other rows: parcels, totes, bins, loads, products, cartons, operators, serial numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.documents import CartonDocument, Part, ProductDocument
from app.domain.facts import serial_id
from app.domain.packs import Pack
from app.domain.place import Place
from app.domain.rows.orders import Stage
from app.domain.stock import PICKABLE, Status, StockKey


@dataclass(frozen=True)
class Content:
    """Units of one line inside a parcel; each unit with a serial number has its own entry."""

    line: int
    sku: str
    quantity: int
    lot: str = ""
    serial: str = ""


class Label(StrEnum):
    """How far a parcel's label is. A printer's good report means SENT; only a scan proves it."""

    NONE = "none"
    SENT = "sent"
    FAILED = "failed"  # it cannot come out any more
    DOUBTFUL = "doubtful"  # the printer has it and is in trouble: it may still come out
    PROVEN = "proven"


@dataclass(frozen=True)
class LabelCopy:
    """A printed label that may exist. count: its print order. to: mark of the address on it."""

    count: int
    to: str = ""


@dataclass(frozen=True)
class Parcel:
    """One box. number: within its order. place, seen_at, seen_by: where, when, by whom last seen.

    prints: number of the last print order; each new order to print takes the next number.
    label_to: mark of the address for which the last label was made, "" = unknown.
    copies: every label that came out of a printer, or may have.
    carrier, service: for which it was opened, and then for which its last label was made; service
    None = unknown.
    grams: the last weight of the whole parcel, None = never weighed. seen_at: aware, UTC.
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
    copies: tuple[LabelCopy, ...] = ()
    prints: int = 0
    grams: int | None = None
    load: str = ""
    place: str = ""
    seen_at: datetime | None = None
    seen_by: str = ""
    service: str | None = None

    @property
    def units(self) -> int:
        return sum(content.quantity for content in self.contents)

    @property
    def serials(self) -> tuple[str, ...]:
        """Ids of the serial numbers in it."""
        return tuple(serial_id(one.sku, one.serial) for one in self.contents if one.serial)


@dataclass(frozen=True)
class Tote:
    """A reusable container; order "" = free."""

    code: str
    order: str = ""


@dataclass(frozen=True)
class BinStock:
    """Units of one stock key in a bin (`StockKey`). opening: the last opening stock's quantity.

    since: when the first of what lies there came to the site, as far as facts tell; None = nobody
    knows, it lay there before anybody noted it. Without any units it is the last ones' time.
    """

    sku: str
    quantity: int
    lot: str = ""
    expiry: date | None = None
    opening: int = 0
    best_before: date | None = None
    status: Status = Status.AVAILABLE
    owner: str = ""
    container: str = ""
    since: datetime | None = None

    @property
    def key(self) -> StockKey:
        return StockKey(
            self.sku,
            self.lot,
            self.expiry,
            self.best_before,
            self.status,
            self.owner,
            self.container,
        )

    @property
    def pickable(self) -> bool:
        return self.status in PICKABLE

    @property
    def day(self) -> date | None:
        """The date by which people tell these goods from others of their lot."""
        return self.expiry or self.best_before

    def has_day(self, day: date | None) -> bool:
        """Whether goods whose label tells this date may be these.

        (17) and (15) are both kept, and a label may tell one of them. Nothing speaks against goods
        without a date.
        """
        return day is None or self.day is None or day in {self.expiry, self.best_before}


def stock_of(key: StockKey, quantity: int) -> BinStock:
    """A bin's first units of a key."""
    return BinStock(quantity=quantity, **vars(key))


@dataclass(frozen=True)
class Look:
    """When a SKU was missed in a bin last, and when it was last seen there or brought. UTC.

    counted_at, counted_by: when and by which origin it alone was last counted.
    """

    sku: str
    missed_at: datetime | None = None
    seen_at: datetime | None = None
    counted_at: datetime | None = None
    counted_by: str = ""


@dataclass(frozen=True)
class Bin(Place):
    """A storage place. walk: position in the walking order. Its stock may be negative.

    moves: how many facts have moved or counted its stock; a count carries how many its bench knew.
    counted_at, counted_by: when and by which origin the whole bin was last counted.
    looks: by SKU.
    """

    code: str
    walk: int = 0
    zone: str = ""
    stock: tuple[BinStock, ...] = ()
    moves: int = 0
    counted_at: datetime | None = None
    counted_by: str = ""
    looks: tuple[Look, ...] = ()

    def quantity(self, sku: str) -> int:
        """Units that lie here, whatever their status."""
        return sum(item.quantity for item in self.stock if item.sku == sku)

    def doubted(self, sku: str) -> bool:
        """Whether a picker found too few of it here, and nobody has counted since."""
        for look in self.looks:
            if look.sku == sku and look.missed_at is not None:
                seen = (look.seen_at, look.counted_at, self.counted_at)
                return all(at is None or at < look.missed_at for at in seen)
        return False

    def held(self, sku: str, lot: str) -> int:
        """Units of one SKU and lot."""
        return sum(item.quantity for item in self.stock if (item.sku, item.lot) == (sku, lot))

    def of(self, key: StockKey) -> int:
        """Units of one key."""
        return sum(item.quantity for item in self.stock if item.key == key)


@dataclass(frozen=True)
class Load:
    """A truck. parcels: SSCCs on it, in the order of loading.

    closed: its manifest is made; it may be opened again. left: it is gone, and nothing opens it.
    """

    load: str
    carrier: str
    dock: str
    cut_off: datetime
    parcels: tuple[str, ...] = ()
    closed: bool = False
    closed_at: datetime | None = None
    closed_by: str = ""
    left: bool = False


@dataclass(frozen=True)
class Product(ProductDocument):
    """A SKU, as the last import described it; packs, parts and life as the last that told them."""

    packs: tuple[Pack, ...] = ()
    parts: tuple[Part, ...] = ()
    life_days: int = 0


@dataclass(frozen=True)
class Carton(CartonDocument):
    """A box type, as the last import described it."""

    @property
    def volume_mm3(self) -> int:
        return self.length_mm * self.width_mm * self.height_mm


@dataclass(frozen=True)
class Operator:
    """A person. badge_sha256: of the badge's text, hex. pin_hash: argon2id, "" = no PIN."""

    operator: str
    name: str
    badge_sha256: str
    pin_hash: str = ""
    roles: tuple[str, ...] = ()
    language: str = ""
    disabled: bool = False


class SerialState(StrEnum):
    """Where a unit with a serial number is."""

    LOOSE = "loose"  # in no place that anybody has told
    IN_STOCK = "in_stock"
    PICKED = "picked"
    PACKED = "packed"
    SHIPPED = "shipped"
    RETURNED = "returned"  # its box came back, and it is still in it


@dataclass(frozen=True)
class Serial:
    """A unit with a serial number, through its whole life.

    order, parcel: of the box in which it is or with which it left, "" = it is in none.
    picked: the order for which a picker took it, "" = none. bin: where it was counted or put back.
    left_at: when its box left, None = it has not. returned: its box has left and come back.
    """

    sku: str
    serial: str
    order: str = ""
    parcel: str = ""
    picked: str = ""
    bin: str = ""
    left_at: datetime | None = None
    returned: bool = False

    @property
    def state(self) -> SerialState:
        if self.parcel and self.left_at is not None:
            return SerialState.SHIPPED
        if self.parcel:
            return SerialState.RETURNED if self.returned else SerialState.PACKED
        if self.picked:
            return SerialState.PICKED
        return SerialState.IN_STOCK if self.bin else SerialState.LOOSE

    @property
    def place(self) -> str:
        """The bin, or the SSCC of the box; "" = neither."""
        return self.parcel or self.bin


@dataclass(frozen=True)
class ExceptionRow:
    """An exception: a conflict or shortage that waits for a person.

    event_id, station, operator, opened_at: of the fact that opened it.
    evidence: ids of that fact and of later ones that say the same of the same row, oldest first.
    order: of a call for help: id of the order that was open, "" = none.
    times: how many facts say so. closed_by: the operator whose act settled it. closed_at: UTC.
    decision, note: what a person said last is to be done about it, and why, "" = nobody has yet.
    decided_by: that operator. decided_at: UTC.
    """

    event_id: str
    reason: str
    subject_kind: str
    subject_id: str
    station: str
    operator: str
    opened_at: datetime
    closed: bool = False
    evidence: tuple[str, ...] = ()
    times: int = 1
    closed_at: datetime | None = None
    closed_by: str = ""
    order: str = ""
    decision: str = ""
    note: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
