"""The rules' window on a station's file."""

from __future__ import annotations

from datetime import date

from app.clock import Clock
from app.config import Config
from app.domain.codes import check_digit
from app.domain.facts import Kind, serial_id
from app.domain.permissions import allows
from app.domain.rows.orders import Order, Stage
from app.domain.rows.things import (
    Bin,
    Carton,
    Load,
    Operator,
    Parcel,
    Product,
    Serial,
    Tote,
    Trouble,
)
from app.domain.weighing.weight_model import Learned
from app.store.lookup import stock_key
from app.store.station.file import StationFile

SSCC_DIGITS = 18
_ON_SITE = tuple(stage.value for stage in (Stage.SEALED, Stage.CLOSED, Stage.LOADED))


class StationWorld:
    """Implements `app.domain.world.World`; used on the station thread only."""

    def __init__(self, file: StationFile, clock: Clock, config: Config) -> None:
        self._file = file
        self._clock = clock
        self._config = config
        self.station = file.origin
        self.operator = ""
        self.weighs_units = config.scale_under_box

    @property
    def today(self) -> date:
        """The site's calendar day."""
        return self._clock.now().astimezone().date()

    def order(self, name: str) -> Order | None:
        row: Order | None = self._file.row(Kind.ORDER, name)
        return row

    def product(self, sku: str) -> Product | None:
        row: Product | None = self._file.row(Kind.PRODUCT, sku)
        return row

    def tote(self, code: str) -> Tote | None:
        row: Tote | None = self._file.row(Kind.TOTE, code)
        return row

    def bin(self, code: str) -> Bin | None:
        row: Bin | None = self._file.row(Kind.BIN, code)
        return row

    def bins_of(self, sku: str) -> tuple[Bin, ...]:
        """Bins that hold or held this SKU; the quantity in them may be zero."""
        found = (self.bin(item.id) for item in self._file.find(stock_key(sku)))
        return tuple(row for row in found if row is not None and _holds(row, sku))

    def parcel(self, sscc: str) -> Parcel | None:
        row: Parcel | None = self._file.row(Kind.PARCEL, sscc) if sscc else None
        return row

    def parcels_for(self, carrier: str) -> tuple[Parcel, ...]:
        """Parcels of a carrier that are packed and have not left."""
        found = (self.parcel(name) for name in self._file.names(Kind.PARCEL, _ON_SITE))
        return tuple(
            row
            for row in found
            if row is not None and row.carrier == carrier and row.stage.value in _ON_SITE
        )

    def load(self, name: str) -> Load | None:
        row: Load | None = self._file.row(Kind.LOAD, name) if name else None
        return row

    def serial(self, sku: str, serial: str) -> Serial | None:
        row: Serial | None = self._file.row(Kind.SERIAL, serial_id(sku, serial))
        return row

    def trouble(self, name: str) -> Trouble | None:
        row: Trouble | None = self._file.row(Kind.TROUBLE, name)
        return row

    def cartons(self) -> tuple[Carton, ...]:
        found = (self._file.row(Kind.CARTON, name) for name in self._file.names(Kind.CARTON))
        return tuple(row for row in found if row is not None)

    def unit_weight(self, sku: str) -> Learned | None:
        row: Learned | None = self._file.row(Kind.WEIGHT, sku)
        return row

    def person(self, name: str) -> Operator | None:
        row: Operator | None = self._file.row(Kind.OPERATOR, name) if name else None
        return row

    def allows(self, duty: str) -> bool:
        return allows(self.person(self.operator), duty)

    def next_sscc(self) -> str:
        """SSCC: extension digit, company prefix, serial, check digit (GS1 General Spec. 3.2)."""
        serial = int(self._file.get("sscc_next", "0"))
        if serial >= int(self._file.get("sscc_end", "0")):
            return ""
        digits = "0" + self._config.company_prefix
        body = digits + str(serial).zfill(SSCC_DIGITS - 1 - len(digits))
        return body + check_digit(body)


def _holds(row: Bin, sku: str) -> bool:
    return any(item.sku == sku for item in row.stock)
