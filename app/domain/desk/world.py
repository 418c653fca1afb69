"""What a decision may look at."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Protocol

from app.domain.facts import NewFact
from app.domain.outcome import Outcome
from app.domain.plan.allocate import Ends
from app.domain.rows.orders import Order
from app.domain.rows.tasks import FloorTask
from app.domain.rows.things import Bin, Operator, Parcel, Product, Serial

Work = tuple[NewFact, ...] | Outcome
"""The facts that begin what was decided, or why it cannot be."""


class DeskWorld(Protocol):
    """The rows as a bench knows them, or the centre; None = there is no such row."""

    station: str
    ends: Ends
    """Which date takes goods out of sale."""

    @property
    def now(self) -> datetime: ...

    @property
    def today(self) -> date:
        """The site's calendar day."""
        ...

    def order(self, name: str) -> Order | None: ...

    def parcel(self, sscc: str) -> Parcel | None: ...

    def product(self, sku: str) -> Product | None: ...

    def serial(self, sku: str, serial: str) -> Serial | None: ...

    def person(self, name: str) -> Operator | None: ...

    def task(self, name: str) -> FloorTask | None: ...

    def bin(self, code: str) -> Bin | None: ...

    def bins_of(self, sku: str) -> tuple[Bin, ...]:
        """Bins that hold or once held this SKU, in no particular order; some may hold 0 of it."""
        ...

    def promised_to_others(self, name: str, sku: str) -> Counter[str]:
        """Units of a SKU that are promised to other orders than this one, by bin."""
        ...
