"""What the rules may look at, and what they hand back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from app.domain.codes import Reading
from app.domain.facts import NewFact
from app.domain.outcome import Outcome
from app.domain.rows.learned import Learned
from app.domain.rows.orders import Order
from app.domain.rows.things import Bin, Carton, Load, Operator, Parcel, Product, Serial, Tote


class World(Protocol):
    """The rows as this station sees them now; None = unknown here."""

    station: str
    operator: str
    weighs_units: bool
    """The box stands on the scale while it is packed."""

    @property
    def today(self) -> date:
        """The site's calendar day."""
        ...

    def order(self, name: str) -> Order | None: ...

    def product(self, sku: str) -> Product | None: ...

    def tote(self, code: str) -> Tote | None: ...

    def bin(self, code: str) -> Bin | None: ...

    def bins_of(self, sku: str) -> tuple[Bin, ...]: ...

    def parcel(self, sscc: str) -> Parcel | None: ...

    def parcels_for(self, carrier: str) -> tuple[Parcel, ...]: ...

    def load(self, name: str) -> Load | None: ...

    def serial(self, sku: str, serial: str) -> Serial | None: ...

    def carton(self, code: str) -> Carton | None: ...

    def cartons(self) -> tuple[Carton, ...]: ...

    def unit_weight(self, sku: str) -> Learned | None:
        """What the site's own parcels taught about a unit's weight."""
        ...

    def person(self, name: str) -> Operator | None: ...

    def allows(self, duty: str) -> bool: ...

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
    """A code resolved. id: the row's name (SKU, bin code, order id, SSCC ...)."""

    kind: HitKind
    id: str
    reading: Reading


class Want(StrEnum):
    """Work the rules ask of the station besides facts."""

    LABEL = "label"  # make and print the label of `subject`, an SSCC
    SLIP = "slip"  # print the packing slip of a parcel
    MANIFEST = "manifest"  # print the manifest of a load
    CLAIM = "claim"  # claim an order for this station
    TEST_LABEL = "test_label"  # print a label that shows `subject`, a code to scan back
    BEEP = "beep"  # sound on every device that can
    ZERO = "zero"  # zero the scale


@dataclass(frozen=True)
class Wish:
    """count, printer, clear: of a label: the how-manieth print order of the parcel, the name of
    another bench's printer ("" = our own), and whether what the printer holds must go first.
    """

    want: Want
    subject: str
    count: int = 1
    printer: str = ""
    clear: bool = False


T = TypeVar("T")


@dataclass(frozen=True)
class Step(Generic[T]):
    """The answer of a task's rules to one input. task None = the task is over."""

    outcome: Outcome
    task: T | None
    facts: tuple[NewFact, ...] = ()
    wishes: tuple[Wish, ...] = field(default_factory=tuple)
