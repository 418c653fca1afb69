"""Rows of orders: lines, stages of their parcels, and progress, which only moves forward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.address import Address


class State(StrEnum):
    """Main states in order of progress; CANCELLED is terminal."""

    ORDERED = "ORDERED"  # 已下单
    PICKING = "PICKING"  # 拣货中
    DISPATCHED = "DISPATCHED"  # 已出库
    IN_TRANSIT = "IN_TRANSIT"  # 在途中
    ARRIVED_DEST_CITY = "ARRIVED_DEST_CITY"  # 已到达目的地城市
    OUT_FOR_DELIVERY = "OUT_FOR_DELIVERY"  # 派送中
    COMPLETED = "COMPLETED"  # 已完成
    CANCELLED = "CANCELLED"  # 已取消


class Sub(StrEnum):
    """Sub-states, in order of progress within their main state."""

    RECEIVED = "received"
    ON_HOLD = "on_hold"
    RELEASED = "released"
    STARTED = "started"
    PICKED = "picked"
    PACKING = "packing"
    PACKED = "packed"
    MANIFESTED = "manifested"
    CANCELLED = "cancelled"


PROGRESS: tuple[tuple[State, Sub], ...] = (
    (State.ORDERED, Sub.RECEIVED),
    (State.ORDERED, Sub.ON_HOLD),
    (State.ORDERED, Sub.RELEASED),
    (State.PICKING, Sub.STARTED),
    (State.PICKING, Sub.PICKED),
    (State.PICKING, Sub.PACKING),
    (State.PICKING, Sub.PACKED),
    (State.DISPATCHED, Sub.MANIFESTED),
    (State.CANCELLED, Sub.CANCELLED),
)


class Stop(StrEnum):
    """Why an order must not go on where it stands."""

    CANCELLED = "cancelled"  # everything goes back
    HELD = "held"  # it waits where it is; the row's `hold` says why
    SURPLUS = "surplus"  # more is in boxes than is ordered: that comes out first


class Stage(StrEnum):
    """How far one parcel of an order is."""

    OPEN = "open"
    SEALED = "sealed"  # contents are complete, the label is not scanned yet: "packed, no label"
    CLOSED = "closed"  # its own label was scanned back
    LOADED = "loaded"
    DISPATCHED = "dispatched"
    VOID = "void"


@dataclass(frozen=True)
class Taken:
    """Picked units whose lot or serial number is known; "" = the scan brought none."""

    lot: str
    serial: str
    quantity: int


@dataclass(frozen=True)
class Kit:
    """The bundle of which a line is a part, as it was when the order was placed.

    line: number of the line of its first part; two equal bundles in one order differ in it.
    sku, name: of the bundle. units: of this part in one set.
    """

    line: int
    sku: str
    name: str
    units: int


@dataclass(frozen=True)
class OrderLine:
    """One line; all numbers are whole units. `number` is never given to another line.

    ordered: what the shop wants now, 0 = nothing of it any more.
    picked, packed: so far. put: picked units that lie in a tote. short: units that will not come.
    note, key, lot, serial, soft: as in `LineDocument`.
    added: "free" or "instead", where a person of this site added it; "" = the shop ordered it.
    instead_of: number of the line that it replaces, 0 = none.
    taken: which lots and serial numbers were picked for it; packing takes no others.
    kit: the bundle that the shop sold and this line is a part of; None = the shop sold the SKU.
    """

    number: int
    sku: str
    name: str
    ordered: int
    barcode: str = ""
    picked: int = 0
    put: int = 0
    short: int = 0
    packed: int = 0
    note: str = ""
    key: str = ""
    added: str = ""
    instead_of: int = 0
    taken: tuple[Taken, ...] = ()
    kit: Kit | None = None
    lot: str = ""
    serial: str = ""
    soft: bool = False

    @property
    def sold(self) -> str:
        """The SKU by which the shop knows it."""
        return self.kit.sku if self.kit else self.sku

    @property
    def sold_line(self) -> int:
        """Number of the line that stands for what the shop sold: of a bundle that of its head."""
        return self.kit.line if self.kit else self.number

    @property
    def to_pick(self) -> int:
        return max(0, self.ordered - self.picked - self.short)

    @property
    def to_pack(self) -> int:
        return max(0, self.ordered - self.packed - self.short)


@dataclass(frozen=True)
class ParcelMark:
    """What an order notes of one of its parcels; the parcel has a row of its own."""

    sscc: str
    number: int
    stage: Stage = Stage.OPEN


@dataclass(frozen=True)
class Order:
    """One order.

    hold: why nobody may work on it, "" = none; of a cancelled order why it was cancelled.
    worked_by: the station that has it open, "" = none.
    parked: the shelf on which it waits, "" = none. totes: in which its picked units lie.
    digest: hash of the document it was made from; the same document again changes nothing.
    shop_id, changed_at, gift_message, pickup, complete, life_days, owner: as in `OrderDocument`.
    read: notes that a packer has confirmed.
    parked_for: "hold" or "fetch": it goes on by itself once that is over. "" = a person's wish.
    stood: the sub-state in which it was cancelled, None = it was not.
    live_digest: the digest it had when it was cancelled, "" = none.
    site_hold: why a person of this site holds it, "" = nobody does. site_priority: what such a
    person has said, None = nothing; then the shop's `priority` counts. site_carrier, site_service,
    site_customer: where such a person has sent it; "" and None = the shop's word counts.
    """

    channel: str
    ref: str
    placed_at: datetime
    customer: Address
    lines: tuple[OrderLine, ...]
    state: State = State.ORDERED
    sub: Sub = Sub.RELEASED
    carrier: str = ""
    service: str = ""
    cut_off: datetime | None = None
    priority: int = 0
    note: str = ""
    hold: str = ""
    digest: str = ""
    totes: tuple[str, ...] = ()
    parcels: tuple[ParcelMark, ...] = ()
    worked_by: str = ""
    worked_operator: str = ""
    parked: str = ""
    dispatched_at: datetime | None = None
    dispatched_by: str = ""
    charges: tuple[tuple[str, str, int], ...] = ()
    shop_id: str = ""
    changed_at: datetime | None = None
    gift_message: str = ""
    pickup: bool = False
    stood: Sub | None = None
    read: tuple[str, ...] = ()
    parked_for: str = ""
    live_digest: str = ""
    site_hold: str = ""
    site_priority: int | None = None
    site_carrier: str = ""
    site_service: str = ""
    site_customer: Address | None = None
    complete: bool | None = None
    life_days: int = 0
    owner: str = ""

    def line(self, number: int) -> OrderLine | None:
        for line in self.lines:
            if line.number == number:
                return line
        return None

    def parcel(self, sscc: str) -> ParcelMark | None:
        for mark in self.parcels:
            if mark.sscc == sscc:
                return mark
        return None

    @property
    def precedence(self) -> int:
        """Its priority: a larger number is more urgent."""
        return self.priority if self.site_priority is None else self.site_priority

    @property
    def held_for(self) -> str:
        """Why nobody may work on it, by the shop's word or the site's; "" = nothing."""
        return self.hold or self.site_hold

    @property
    def cancelled(self) -> bool:
        return self.state is State.CANCELLED

    @property
    def stopped(self) -> Stop | None:
        """Why the order must not go on; None = it may, or it has left and nothing stops it."""
        if self.cancelled:
            return Stop.CANCELLED
        if self.state is not State.ORDERED and self.state is not State.PICKING:
            return None
        if self.held_for:
            return Stop.HELD
        return Stop.SURPLUS if self.surplus else None

    def rides_with(self, carrier: str) -> bool:
        """Whether a truck of this carrier should carry the order, or what of it has not left."""
        waits = self.state in {State.ORDERED, State.PICKING}
        return waits and not self.pickup and self.carrier == carrier

    @property
    def surplus(self) -> tuple[tuple[OrderLine, int], ...]:
        """(line, units) that are in boxes and not ordered any more; of a cancelled order all."""
        return self._beyond(lambda line, wanted: line.packed - wanted)

    @property
    def to_put_back(self) -> tuple[tuple[OrderLine, int], ...]:
        """(line, units) that are picked, in no box, and not ordered any more."""
        return self._beyond(lambda line, wanted: line.picked - max(wanted, line.packed))

    def _beyond(self, units: Callable[[OrderLine, int], int]) -> tuple[tuple[OrderLine, int], ...]:
        found = ((line, units(line, 0 if self.cancelled else line.ordered)) for line in self.lines)
        return tuple((line, count) for line, count in found if count > 0)

    @property
    def reopened(self) -> bool:
        """The shop wanted more when packing had begun: there is to pick again first."""
        return self.sub is Sub.STARTED and bool(self.live_parcels) and not self.picked_out

    @property
    def set_aside(self) -> bool:
        """Whether it waits on its shelf until a person or its picker takes it up again."""
        return bool(self.parked) and not self.parked_for

    @property
    def units_to_pack(self) -> int:
        return sum([line.to_pack for line in self.lines])

    def first_to_pack(self) -> OrderLine | None:
        """The first line that is not all in boxes."""
        return next((line for line in self.lines if line.to_pack), None)

    @property
    def picked_out(self) -> bool:
        """Nothing is left to pick."""
        return all(line.to_pick == 0 for line in self.lines)

    @property
    def all_short(self) -> bool:
        """Nothing of it was found. It is to be picked again when there is stock."""
        begun = self.sub in {Sub.RELEASED, Sub.STARTED} and not any(
            one.picked for one in self.lines
        )
        return begun and self.picked_out and any(line.short for line in self.lines)

    @property
    def packed_out(self) -> bool:
        """Nothing is left to pack."""
        return all(line.to_pack == 0 for line in self.lines)

    @property
    def live_parcels(self) -> tuple[ParcelMark, ...]:
        return tuple(mark for mark in self.parcels if mark.stage is not Stage.VOID)

    @property
    def pickable(self) -> bool:
        return self.sub in {Sub.RELEASED, Sub.STARTED} and not self.picked_out

    @property
    def packable(self) -> bool:
        """Also where a picker left it and the shop then wanted no more than what was picked."""
        left = self.sub is Sub.STARTED and not self.worked_by and self.picked_out
        return self.sub in {Sub.PICKED, Sub.PACKING} or (left and any(x.picked for x in self.lines))
