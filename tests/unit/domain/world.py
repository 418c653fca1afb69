"""A small warehouse for the rules, and every kind of fact about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from app.domain.address import Address
from app.domain.codes import Reading, read
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject, serial_id
from app.domain.permissions import allows
from app.domain.place import BinKind
from app.domain.plan.allocate import Ends, Pin
from app.domain.plan.layout import Walking
from app.domain.reduce import reduce
from app.domain.rows.learned import Learned
from app.domain.rows.orders import Order, Sub
from app.domain.rows.shop_word import from_document
from app.domain.rows.tasks import WAITING, FloorTask
from app.domain.rows.things import (
    Bin,
    BinStock,
    Carton,
    Load,
    Operator,
    Parcel,
    Product,
    Serial,
    Tote,
)
from app.domain.world import Hit, HitKind

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
ORDER = "shop:SO-1"
K = FactKind


def document(*quantities: tuple[str, int], **changes: Any) -> OrderDocument:
    lines = tuple(
        LineDocument(number, sku, sku.title(), quantity)
        for number, (sku, quantity) in enumerate(quantities, start=1)
    )
    plain = OrderDocument("shop", "SO-1", NOW, Address("Ada"), lines, carrier="DHL")
    return replace(plain, **changes)


def order(*quantities: tuple[str, int], **changes: Any) -> Order:
    return replace(from_document(document(*quantities), "d"), **changes)


def reading(text: str) -> Reading:
    return read(text)


def hit(kind: HitKind, name: str, text: str = "", **parts: Any) -> Hit:
    return Hit(kind, name, Reading(text or name, **parts))


@dataclass
class FakeWorld:
    """Rows in a dictionary; `do` applies a step's facts to them as a station would."""

    station: str = "P1"
    operator: str = "11"
    today: date = TODAY
    rows: dict[Subject, Any] = field(default_factory=dict)
    pins: dict[str, tuple[Pin, ...]] = field(default_factory=dict)
    sscc: int = 1
    sscc_end: int = 100
    seq: int = 0
    weighs_units: bool = False
    in_training: bool = False
    count_low: int = 0
    recount_above: int = 0
    ends: Ends = Ends.EITHER
    walking: Walking = field(default_factory=Walking)

    @property
    def now(self) -> datetime:
        return NOW

    @property
    def answering(self) -> str:
        return self.operator

    def put(self, kind: Kind, name: str, row: Any) -> None:
        self.rows[Subject(kind, name)] = row

    def get(self, kind: Kind, name: str) -> Any:
        return self.rows.get(Subject(kind, name))

    def all(self, kind: Kind) -> list[Any]:
        return [row for item, row in self.rows.items() if item.kind is kind and row is not None]

    def order(self, name: str) -> Order | None:
        row: Order | None = self.get(Kind.ORDER, name)
        return row

    def product(self, sku: str) -> Product | None:
        row: Product | None = self.get(Kind.PRODUCT, sku)
        return row

    def tote(self, code: str) -> Tote | None:
        row: Tote | None = self.get(Kind.TOTE, code)
        return row

    def bin(self, code: str) -> Bin | None:
        row: Bin | None = self.get(Kind.BIN, code)
        return row

    def bins_of(self, sku: str) -> tuple[Bin, ...]:
        return tuple(
            row for row in self.all(Kind.BIN) if any(item.sku == sku for item in row.stock)
        )

    def bins_in(self, zone: str) -> tuple[Bin, ...]:
        return tuple(row for row in self.all(Kind.BIN) if row.zone == zone)

    def bins_of_kind(self, kind: BinKind) -> tuple[Bin, ...]:
        return tuple(row for row in self.all(Kind.BIN) if row.kind is kind)

    def promised(self, name: str) -> tuple[Pin, ...]:
        return self.pins.get(name, ())

    def goods_are_told(self, name: str) -> bool:
        return name in self.pins

    def promised_to_others(self, name: str, sku: str) -> Counter[str]:
        others = (pin for other, pins in self.pins.items() if other != name for pin in pins)
        return sum(
            (Counter({pin.bin: pin.quantity}) for pin in others if pin.key.sku == sku), Counter()
        )

    def task(self, name: str) -> FloorTask | None:
        row: FloorTask | None = self.get(Kind.TASK, name)
        return row

    def open_tasks(self) -> tuple[FloorTask, ...]:
        waiting = [row for row in self.all(Kind.TASK) if row.state in WAITING]
        return tuple(sorted(waiting, key=lambda row: (-row.priority, row.id)))

    def parcel(self, sscc: str) -> Parcel | None:
        row: Parcel | None = self.get(Kind.PARCEL, sscc)
        return row

    def parcels_for(self, carrier: str) -> tuple[Parcel, ...]:
        return tuple(row for row in self.all(Kind.PARCEL) if row.carrier == carrier)

    def unpacked_for(self, carrier: str) -> tuple[Order, ...]:
        packed = {Sub.PACKED, Sub.MANIFESTED, Sub.ON_HOLD, Sub.RECEIVED}
        found = self.all(Kind.ORDER)
        return tuple(one for one in found if one.rides_with(carrier) and one.sub not in packed)

    def load(self, name: str) -> Load | None:
        row: Load | None = self.get(Kind.LOAD, name)
        return row

    def serial(self, sku: str, serial: str) -> Serial | None:
        row: Serial | None = self.get(Kind.SERIAL, serial_id(sku, serial))
        return row

    def serials_in(self, place: str) -> tuple[Serial, ...]:
        return tuple(row for row in self.all(Kind.SERIAL) if row.bin == place)

    def unit_weight(self, sku: str) -> Learned | None:
        row: Learned | None = self.get(Kind.WEIGHT, sku)
        return row

    def carton(self, code: str) -> Carton | None:
        row: Carton | None = self.get(Kind.CARTON, code)
        return row

    def cartons(self) -> tuple[Carton, ...]:
        return tuple(self.all(Kind.CARTON))

    def person(self, name: str) -> Operator | None:
        row: Operator | None = self.get(Kind.OPERATOR, name)
        return row

    def allows(self, duty: str) -> bool:
        return allows(self.person(self.operator), duty)

    def take_sscc(self) -> str:
        return str(self.sscc).zfill(18) if self.sscc < self.sscc_end else ""

    def do(self, *facts: NewFact) -> list[str]:
        """Reduce the facts; the conflicts."""
        conflicts = []
        for new in facts:
            self.seq += 1
            self.sscc += new.kind is K.PARCEL_OPENED
            fact = as_fact(new, self.seq, self.station)
            for item in fact.concerns():
                effect = reduce(item.kind, self.rows.get(item), fact, item.id)
                self.rows[item] = effect.row
                if effect.conflict:
                    conflicts.append(effect.conflict)
        return conflicts


def as_fact(new: NewFact, seq: int = 1, origin: str = "P1") -> Fact:
    subjects = tuple((item.kind.value, item.id) for item in new.subjects)
    return Fact(origin, "life", seq, f"e{seq}", new.kind.value, subjects, new.body, NOW, "11")


def warehouse() -> FakeWorld:
    """Mugs and pots in two bins each, candles with lots, clocks with serial numbers."""
    world = FakeWorld()
    for product in (
        Product("MUG", "Mug", ("9521321000001",), 340, 100, 100, 100, count_by_number=True),
        Product("POT", "Pot", ("9521321000018",), 980, 200, 200, 200),
        Product("CANDLE", "Candle", weight_g=200, track_lot=True, track_expiry=True),
        Product("CLOCK", "Clock", weight_g=500, track_serial=True),
        Product("LOST", "Lost"),
    ):
        world.put(Kind.PRODUCT, product.sku, product)
    later, soon, gone = date(2027, 1, 31), date(2026, 4, 30), date(2026, 1, 31)
    for row in (
        Bin("A1", 1, "A", (BinStock("MUG", 20), BinStock("POT", 1))),
        Bin("A2", 2, "A", (BinStock("POT", 5),)),
        Bin("B1", 3, "B", (BinStock("CANDLE", 9, "L1", later),)),
        Bin("B2", 4, "B", (BinStock("CLOCK", 5),)),
        Bin("C1", 5, "C", (BinStock("CANDLE", 2, "L2", soon),)),
        Bin("C2", 6, "C", (BinStock("CANDLE", 50, "L0", gone),)),
        Bin("C3", 7, "C", (BinStock("MUG", 3),)),
    ):
        world.put(Kind.BIN, row.code, row)
    for tote in (Tote("T-1"), Tote("T-9", "shop:SO-9")):
        world.put(Kind.TOTE, tote.code, tote)
    for carton in (
        Carton("S", "Small", 250, 200, 150, 140, 5_000),
        Carton("L", "Large", 600, 400, 400, 650),
    ):
        world.put(Kind.CARTON, carton.code, carton)
    world.put(Kind.LOAD, "L-1", Load("L-1", "DHL", "4", NOW))
    world.put(Kind.LOAD, "L-2", Load("L-2", "UPS", "5", NOW, closed=True))
    everything = ("picker", "packer", "loader")
    world.put(Kind.OPERATOR, "11", Operator("11", "Ann", "aa", roles=everything))
    world.put(Kind.OPERATOR, "1", Operator("1", "Sue", "bb", roles=("supervisor",)))
    world.put(Kind.SERIAL, "CLOCK/USED", Serial("CLOCK", "USED", "shop:SO-9", "999"))
    return world
