"""What the rules may look at (World), and what they hand back (Step)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from app.domain.codes import Reading
from app.domain.facts import NewFact
from app.domain.outcome import Outcome
from app.domain.packs import ONE, PackSize
from app.domain.place import BinKind
from app.domain.plan.allocate import Ends, Pin
from app.domain.plan.layout import Walking
from app.domain.rows.learned import Learned
from app.domain.rows.orders import Order
from app.domain.rows.tasks import FloorTask
from app.domain.rows.things import Bin, Carton, Load, Operator, Parcel, Product, Serial, Tote


class World(Protocol):
    """The rows as this station knows them now; None = the station has no such row."""

    station: str
    operator: str
    weighs_units: bool
    """Whether the box stands on the scale while it is packed."""
    count_low: int
    """A bin in which a pick leaves at most so many units is counted; 0 = only an empty one is."""
    recount_above: int
    """A difference of more units is recorded only if two people find one; 0 = one is enough."""
    ends: Ends
    """Which date takes goods out of sale."""
    walking: Walking
    """How the site wants its people to walk."""

    @property
    def in_training(self) -> bool:
        """Whether the operator scans every unit, also of products that may be counted."""
        ...

    @property
    def answering(self) -> str:
        """Whose answer this is: the operator's, or a permitted person's at the operator's bench."""
        ...

    @property
    def today(self) -> date:
        """The site's calendar day."""
        ...

    def order(self, name: str) -> Order | None: ...

    def product(self, sku: str) -> Product | None: ...

    def tote(self, code: str) -> Tote | None: ...

    def bin(self, code: str) -> Bin | None: ...

    def bins_of(self, sku: str) -> tuple[Bin, ...]:
        """Bins that hold or once held this SKU, in no particular order; some may hold 0 of it."""
        ...

    def bins_in(self, zone: str) -> tuple[Bin, ...]:
        """Bins of this zone, "" = of none, in no particular order."""
        ...

    def bins_of_kind(self, kind: BinKind) -> tuple[Bin, ...]:
        """Bins of this kind, in no particular order."""
        ...

    def promised(self, name: str) -> tuple[Pin, ...]:
        """The goods that the centre has promised to this order, as far as this station knows."""
        ...

    def goods_are_told(self, name: str) -> bool:
        """Whether these are all: the centre answers, and has looked for this order's goods."""
        ...

    def promised_to_others(self, name: str, sku: str) -> Counter[str]:
        """Units of a SKU that are promised to other orders than this one, by bin.

        As far as this station knows: of the orders that are claimed for it.
        """
        ...

    def parcel(self, sscc: str) -> Parcel | None:
        """The parcel with this SSCC; None also for ""."""
        ...

    def parcels_for(self, carrier: str) -> tuple[Parcel, ...]:
        """Parcels of the carrier that are sealed and have not left, in no particular order."""
        ...

    def unpacked_for(self, carrier: str) -> tuple[Order, ...]:
        """Orders that a truck of the carrier should carry and that are not packed, in queue order.

        At a large site those at the end of the queue are not looked at.
        """
        ...

    def load(self, name: str) -> Load | None: ...

    def task(self, name: str) -> FloorTask | None: ...

    def open_tasks(self) -> tuple[FloorTask, ...]:
        """Tasks that wait or are being done, in queue order; of very many the first."""
        ...

    def serial(self, sku: str, serial: str) -> Serial | None: ...

    def serials_in(self, place: str) -> tuple[Serial, ...]:
        """Units with serial numbers that lie in this bin, as far as this station knows."""
        ...

    def carton(self, code: str) -> Carton | None: ...

    def cartons(self) -> tuple[Carton, ...]: ...

    def unit_weight(self, sku: str) -> Learned | None:
        """What the site's own parcels taught about a unit's weight. sku: or a carton's key."""
        ...

    def person(self, name: str) -> Operator | None: ...

    def allows(self, duty: str) -> bool:
        """Whether the operator may do it. duty: a key of `app.domain.permissions.DUTIES`."""
        ...

    def take_sscc(self) -> str:
        """Another parcel number of this station's block; "" = none left.

        It is never given again.
        """
        ...


class HitKind(StrEnum):
    """What a scanned code turned out to be."""

    PRODUCT = "product"
    BIN = "bin"
    TOTE = "tote"
    ORDER = "order"
    PARCEL = "parcel"
    LOAD = "load"
    CARTON = "carton"
    BADGE = "badge"
    PRINTER = "printer"
    TEXT = "text"  # nothing known: a lot, a serial number, a shelf ... or an unknown code


@dataclass(frozen=True)
class Hit:
    """A resolved code. id: of its row (SKU, bin code, order id, SSCC ...); for TEXT the text.

    pack: of a product: what one of the scanned thing holds. typed: a person typed the code.
    """

    kind: HitKind
    id: str
    reading: Reading
    pack: PackSize = ONE
    typed: bool = False


class Want(StrEnum):
    """Work that the rules ask of the station, besides storing facts."""

    LABEL = "label"  # make and print the label of `subject`, an SSCC
    SLIP = "slip"  # print the packing slip of a parcel
    MANIFEST = "manifest"  # print the manifest of a load
    CLAIM = "claim"  # claim an order for this station
    GIVE_BACK = "give_back"  # a claimed order is not needed here
    BIN_LABELS = "bin_labels"  # make and print the labels of the bins `codes`
    TEST_LABEL = "test_label"  # print a label that shows `subject`, a code to scan back
    BEEP = "beep"  # sound on every device that can
    ZERO = "zero"  # zero the scale


@dataclass(frozen=True)
class Wish:
    """One piece of work. subject: what it is about (SSCC, order, load, code), "" = nothing.

    For a label: count: the number of the print order within the parcel, from 1. printer: the name
    of another bench's printer, "" = our own. clear: first throw away what the printer holds.
    For a slip: printed: somebody wants it on paper now.
    For the labels of bins: codes: the bins.
    """

    want: Want
    subject: str
    count: int = 1
    printer: str = ""
    clear: bool = False
    printed: bool = False
    codes: tuple[str, ...] = ()


T = TypeVar("T")


@dataclass(frozen=True)
class Step(Generic[T]):
    """The answer of a task's rules to one input. task None = the task is over."""

    outcome: Outcome
    task: T | None
    facts: tuple[NewFact, ...] = ()
    wishes: tuple[Wish, ...] = field(default_factory=tuple)
