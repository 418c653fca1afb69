"""The exceptions desk of the office: what it must know of the centre, and who may decide."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Any

from app.clock import Clock
from app.domain.facts import Kind, serial_id
from app.domain.plan.allocate import Ends
from app.domain.rows.orders import Order
from app.domain.rows.tasks import FloorTask
from app.domain.rows.things import Bin, ExceptionRow, Operator, Parcel, Product, Serial
from app.importing.journal import ORIGIN
from app.sync.ask import decoded
from app.sync.centre import SqlCentre


class CentreWorld:
    """Implements `app.domain.desk.world.DeskWorld`; each question reads the centre anew."""

    station = ORIGIN

    def __init__(self, centre: SqlCentre, clock: Clock) -> None:
        self._centre = centre
        self._clock = clock
        self.ends: Ends = centre.ends()

    @property
    def now(self) -> datetime:
        return self._clock.now()

    @property
    def today(self) -> date:
        return self._clock.now().astimezone().date()

    def order(self, name: str) -> Order | None:
        row: Order | None = self._row(Kind.ORDER, name)
        return row

    def parcel(self, sscc: str) -> Parcel | None:
        row: Parcel | None = self._row(Kind.PARCEL, sscc)
        return row

    def product(self, sku: str) -> Product | None:
        row: Product | None = self._row(Kind.PRODUCT, sku)
        return row

    def serial(self, sku: str, serial: str) -> Serial | None:
        row: Serial | None = self._row(Kind.SERIAL, serial_id(sku, serial))
        return row

    def person(self, name: str) -> Operator | None:
        row: Operator | None = self._row(Kind.OPERATOR, name)
        return row

    def task(self, name: str) -> FloorTask | None:
        row: FloorTask | None = self._row(Kind.TASK, name)
        return row

    def bin(self, code: str) -> Bin | None:
        row: Bin | None = self._row(Kind.BIN, code)
        return row

    def bins_of(self, sku: str) -> tuple[Bin, ...]:
        return self._centre.bins_of(sku)

    def promised_to_others(self, name: str, sku: str) -> Counter[str]:
        return self._centre.promised_to_others(name, sku)

    def exception(self, name: str) -> ExceptionRow | None:
        row: ExceptionRow | None = self._row(Kind.EXCEPTION, name)
        return row

    def _row(self, kind: Kind, name: str) -> Any:
        stored = self._centre.row(kind, name)
        return None if stored is None else decoded(stored)
