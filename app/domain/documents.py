"""What the outside world says: orders and master data as files and shops deliver them.

An import writes them as the bodies of its facts. They hold what the sender knows, no progress.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.address import Address
from app.domain.packs import Pack
from app.domain.place import Place
from app.domain.stock import Status


@dataclass(frozen=True)
class LinePart:
    """What one set of a bundle holds of one SKU. units: in one set, > 0."""

    sku: str
    name: str
    units: int


@dataclass(frozen=True)
class LineDocument:
    """One order line. `number` counts from 1 within its order; quantity is in whole units, > 0.

    note: what is to be done to these units (an engraving ...), one "Name: value" a row; lines of
    one SKU with different notes are different goods. key: the shop's own id of the line, "" = none.
    parts: of a bundle, as the site's product had them when the shop spoke; () = it is no bundle.
    lot, serial: the line wants this lot, or this one unit; "" = any. soft: others will do where
    these are not there.
    """

    number: int
    sku: str
    name: str
    quantity: int
    barcode: str = ""
    note: str = ""
    key: str = ""
    parts: tuple[LinePart, ...] = ()
    lot: str = ""
    serial: str = ""
    soft: bool = False


@dataclass(frozen=True)
class OrderDocument:
    """One order of one channel, as its shop last told it.

    lines: goods to be shipped only (fees, postage and the like are no lines).
    charges: what was ordered but is no goods, as (code, name, quantity); shown in the timeline.
    cancelled: the channel wants nothing of it shipped (any more).
    hold: why nobody may work on the order (unpaid, no address, cancelled because ...), "" = nothing
    stands against it.
    priority: 0 is normal, a larger number more urgent.
    shop_id: the shop's own id, which tells two orders with one ref apart; "" = not known.
    placed_at, cut_off, changed_at: aware, UTC. changed_at: when the shop last changed the order,
    None = not known; of two documents the one with the later changed_at counts.
    note: what the packer must know. gift_message: printed on the slip.
    pickup: the customer collects the goods here; they need a shelf and no carrier.
    tags: the shop's marks on the order; the site's rules read them, no bench does.
    complete: it gets everything or nothing; None = as the site decides.
    life_days: for so many days its goods must still be good; their product may ask for more.
    owner: whose goods it gets, "" = the site's own.
    """

    channel: str
    ref: str
    placed_at: datetime
    customer: Address
    lines: tuple[LineDocument, ...]
    carrier: str = ""
    service: str = ""
    cut_off: datetime | None = None
    priority: int = 0
    note: str = ""
    hold: str = ""
    cancelled: bool = False
    charges: tuple[tuple[str, str, int], ...] = ()
    shop_id: str = ""
    changed_at: datetime | None = None
    gift_message: str = ""
    pickup: bool = False
    tags: tuple[str, ...] = ()
    complete: bool | None = None
    life_days: int = 0
    owner: str = ""


@dataclass(frozen=True)
class Part:
    """So many units of one SKU are in one set of a bundle; units > 0."""

    sku: str
    units: int


@dataclass(frozen=True)
class ProductDocument:
    """One SKU. weight_g: grams of one unit; sizes in mm; 0 = unknown.

    barcodes: every code that means one unit of the SKU. picture: file name or URL, "" = none.
    count_by_number: the operator may type a quantity instead of scanning each unit.
    track_lot, track_expiry, track_serial: what each unit's scan must bring.
    note: shown before the first unit is packed (fragile, hazmat, gift ...).
    virtual: no goods (a download, a gift card, the container of a bundle): it is never shipped.
    packs: its packs, at most one a level; None = the sender says nothing of packs.
    parts: of a bundle: it lies in no bin, its parts are picked; no part is a bundle. () = it is
    none, None = the sender says nothing of parts.
    life_days: for so many days a customer's units must still be good; None = the sender says
    nothing of it.
    """

    sku: str
    name: str
    barcodes: tuple[str, ...] = ()
    weight_g: int = 0
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    picture: str = ""
    count_by_number: bool = False
    track_lot: bool = False
    track_expiry: bool = False
    track_serial: bool = False
    note: str = ""
    virtual: bool = False
    packs: tuple[Pack, ...] | None = None
    parts: tuple[Part, ...] | None = None
    life_days: int | None = None


@dataclass(frozen=True)
class BinDocument(Place):
    """One storage place. walk: position in the site's walking order; the smaller comes first."""

    code: str
    walk: int
    zone: str = ""


@dataclass(frozen=True)
class StockDocument:
    """Opening stock: `quantity` units of one stock key (`StockKey`) lie in `bin`."""

    bin: str
    sku: str
    quantity: int
    lot: str = ""
    expiry: date | None = None
    best_before: date | None = None
    status: Status = Status.AVAILABLE
    owner: str = ""
    container: str = ""


@dataclass(frozen=True)
class OperatorDocument:
    """A person. badge and pin are secrets: they are hashed before any fact is written.

    roles: picker, packer, loader, supervisor, admin. language: en or zh_CN, "" the station's.
    """

    operator: str
    name: str
    badge: str = field(repr=False)
    pin: str = field(default="", repr=False)
    roles: tuple[str, ...] = ("picker", "packer", "loader")
    language: str = ""
    disabled: bool = False


@dataclass(frozen=True)
class CartonDocument:
    """A box type; inner sizes in mm, tare in grams, max_weight_g 0 = no limit."""

    code: str
    name: str
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    tare_g: int = 0
    max_weight_g: int = 0


@dataclass(frozen=True)
class LoadDocument:
    """A truck to be loaded: carrier, dock, leaving time (aware, UTC)."""

    load: str
    carrier: str
    dock: str
    cut_off: datetime
