"""What rules and presenters may ask of a station: its rows, its clock, its parcel numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from app.clock import Clock
from app.config import Config
from app.device_api import DeviceKind
from app.domain import codec, sscc
from app.domain.facts import FactKind, Kind, serial_id
from app.domain.permissions import TRAINEE, allows
from app.domain.place import BinKind
from app.domain.plan.allocate import Ends, Pin
from app.domain.rows.exceptions import HELP_WANTED
from app.domain.rows.learned import Learned
from app.domain.rows.messages import Message
from app.domain.rows.orders import Order, Stage, Sub
from app.domain.rows.site_rules import SiteRule, value_of
from app.domain.rows.tasks import WAITING, FloorTask
from app.domain.rows.things import (
    Bin,
    Carton,
    ExceptionRow,
    Load,
    Operator,
    Parcel,
    Product,
    Serial,
    Tote,
)
from app.station.journal import Journal
from app.station.views import NextTruck
from app.store.lookup import stock_key

_BEGUN = tuple(sub.value for sub in (Sub.STARTED, Sub.PICKED, Sub.PACKING))
_LOOKED_AT = 500
"""So many orders are looked at for a part of a name; the text may stand elsewhere in them, too."""
_UNPACKED = (Sub.RELEASED.value, *_BEGUN)
_QUEUE_ROWS = 300
"""So many rows of the queue are looked at, the most urgent first."""
_TRUCK_STANDS = timedelta(seconds=20)
"""A large site pulls four times a second, and one order more or less can wait."""
_ALL = 1_000_000  # no site has more orders in work
_ON_SITE = tuple(stage.value for stage in (Stage.SEALED, Stage.CLOSED, Stage.LOADED))


class StationWorld:
    """Implements `app.domain.world.World`; used on the station thread only.

    A row is asked for by its id and is None where it is unknown here. operator: who works here.
    vouched_by: who else answers just now, "" = nobody.
    device_kinds: kinds of which a device has been heard of.
    online: whether the centre answers.
    calls: of people who wait for help, as the centre knew when it was heard last. truck: the next
    one of the site, None = none is known.
    alike: SKU -> the one that it is often taken for at this site.
    sscc_taken: how many parcel numbers this turn has given out. The engine strikes them off the
    station's block in the turn's transaction.
    """

    def __init__(self, journal: Journal, clock: Clock, config: Config) -> None:
        self._journal = journal
        self._clock = clock
        self._config = config
        self.sscc_taken = 0
        self.online = False
        self.station = journal.origin
        self.operator = ""
        self.vouched_by = ""
        self.device_kinds: Collection[DeviceKind] = frozenset()
        self.alike: Mapping[str, str] = {}
        self.weighs_units = config.scale_under_box
        self.count_low = config.count_low
        self.recount_above = config.recount_above
        self.walking = config.walking
        self.test_weight_g = config.test_weight_g
        # The rows answer these questions directly; this class has nothing to add.
        rows = journal.rows
        self.order: Callable[[str], Order | None] = rows.of(Order)
        self.product: Callable[[str], Product | None] = rows.of(Product)
        self.tote: Callable[[str], Tote | None] = rows.of(Tote)
        self.bin: Callable[[str], Bin | None] = rows.of(Bin)
        self.parcel: Callable[[str], Parcel | None] = rows.of(Parcel)
        self.load: Callable[[str], Load | None] = rows.of(Load)
        self.carton: Callable[[str], Carton | None] = rows.of(Carton)
        self.task: Callable[[str], FloorTask | None] = rows.of(FloorTask)
        self.person: Callable[[str], Operator | None] = rows.of(Operator)
        self.exception: Callable[[str], ExceptionRow | None] = rows.of(ExceptionRow)
        self.unit_weight: Callable[[str], Learned | None] = rows.of(Learned)
        self.calls: tuple[ExceptionRow, ...] = ()
        self._site_rule: Callable[[str], SiteRule | None] = rows.of(SiteRule)
        self._message: Callable[[str], Message | None] = rows.of(Message)
        self.messages: tuple[Message, ...] = ()
        self.truck: NextTruck | None = None
        self._truck_looked_at: datetime | None = None
        self.look_anew()
        self._serial: Callable[[str], Serial | None] = rows.of(Serial)

    # --- time, people, numbers --------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        return self._clock.now()

    @property
    def answering(self) -> str:
        return self.vouched_by or self.operator

    @property
    def today(self) -> date:
        """The site's calendar day."""
        return self._clock.now().astimezone().date()

    @property
    def loading(self) -> bool:
        """The site's data have never been pulled, so nobody is known here yet."""
        return not self._journal.kept.now.cursor

    def allows(self, duty: str) -> bool:
        return any(
            allows(self.person(name), duty) for name in (self.operator, self.vouched_by) if name
        )

    @property
    def in_training(self) -> bool:
        person = self.person(self.operator)
        return person is not None and TRAINEE in person.roles

    def take_sscc(self) -> str:
        """The next parcel number of this station's block, 18 digits; "" = none is left.

        None is left, too, where the site's number space has come to its end.
        """
        meta = self._journal.kept.now
        serial = meta.sscc_next + self.sscc_taken
        if serial >= meta.sscc_end:
            return ""
        found = sscc.number(self._config.company_prefix, self._config.sscc_extensions, serial)
        self.sscc_taken += bool(found)
        return found

    # --- rows by something else than their id -----------------------------------------------------

    def serial(self, sku: str, serial: str) -> Serial | None:
        return self._serial(serial_id(sku, serial))

    def serials_in(self, place: str) -> tuple[Serial, ...]:
        text = f'"bin":{codec.canonical(place)}'
        names = self._journal.rows.with_text(Kind.SERIAL, text, _ALL)
        found = (self._serial(name) for name in names)
        return tuple(row for row in found if row is not None and row.bin == place)

    def bins_of(self, sku: str) -> tuple[Bin, ...]:
        """Bins that hold or held this SKU; the quantity in them may be zero."""
        found = (self.bin(item.id) for item in self._journal.rows.find(stock_key(sku)))
        return tuple(row for row in found if row is not None and _holds(row, sku))

    def bins_in(self, zone: str) -> tuple[Bin, ...]:
        """Bins of this zone, "" = of none."""
        text = f'"zone":{codec.canonical(zone)}' if zone else ""
        names = self._journal.rows.with_text(Kind.BIN, text, _ALL)
        found = (self.bin(name) for name in names)
        return tuple(row for row in found if row is not None and row.zone == zone)

    def bins_of_kind(self, kind: BinKind) -> tuple[Bin, ...]:
        names = self._journal.rows.with_text(Kind.BIN, f'"kind":"{kind.value}"', _ALL)
        found = (self.bin(name) for name in names)
        return tuple(row for row in found if row is not None and row.kind is kind)

    def parcels_for(self, carrier: str) -> tuple[Parcel, ...]:
        """Parcels of a carrier that are sealed and have not left."""
        found = (self.parcel(name) for name in self._journal.rows.names(Kind.PARCEL, _ON_SITE))
        return tuple(
            row
            for row in found
            if row is not None and row.carrier == carrier and row.stage.value in _ON_SITE
        )

    def unpacked_for(self, carrier: str) -> tuple[Order, ...]:
        """Orders of the first rows of the queue that a truck of this carrier should carry."""
        found = self.waiting(_UNPACKED, _QUEUE_ROWS)
        return tuple(order for _, order in found if order.rides_with(carrier))

    def cartons(self) -> tuple[Carton, ...]:
        found = (self.carton(name) for name in self._journal.rows.names(Kind.CARTON))
        return tuple(row for row in found if row is not None)

    def open_tasks(self) -> tuple[FloorTask, ...]:
        states = tuple(state.value for state in WAITING)
        names = self._journal.rows.names(Kind.TASK, states, limit=_QUEUE_ROWS)
        found = (self.task(name) for name in names)
        return tuple(row for row in found if row is not None and row.state in WAITING)

    def open_loads(self) -> tuple[Load, ...]:
        found = (self.load(name) for name in self._journal.rows.names(Kind.LOAD))
        return tuple(row for row in found if row is not None and not row.closed)

    def waiting_exceptions(self) -> Iterator[tuple[str, ExceptionRow]]:
        """Exceptions that nobody has settled, with their ids."""
        for name in self._journal.rows.names(Kind.EXCEPTION):
            row = self.exception(name)
            if row is not None and not row.closed:
                yield name, row

    def look_anew(self) -> None:
        """Find anew what every screen shows or follows: after a pull, and not at every scan."""
        self.ends = Ends(self._site_value("expires_by"))
        self._look_for_calls()
        self._look_for_messages()
        self._look_for_truck()

    def _look_for_messages(self) -> None:
        """Those to this bench, the oldest first."""
        rows = map(self._message, self._journal.rows.names(Kind.MESSAGE))
        mine = [row for row in rows if row is not None and row.open and row.to == self.station]
        self.messages = tuple(sorted(mine, key=lambda row: (row.sent_at, row.id)))

    def unread(self) -> tuple[Message, ...]:
        """Messages that nobody here has read."""
        if not self.messages:
            return ()
        rows = (self._message(one.id) for one in self.messages)
        return tuple(row for row in rows if row is not None and row.open)

    def _look_for_calls(self) -> None:
        names = self._journal.rows.names(Kind.EXCEPTION)
        rows = (self.exception(name) for name in names if name.startswith(f"{HELP_WANTED}/"))
        self.calls = tuple(row for row in rows if row is not None and not row.closed)

    def _site_value(self, name: str) -> Any:
        row = self._site_rule(name)
        return value_of(name, {name: row.value} if row else {})

    def _look_for_truck(self) -> None:
        """Not after each pull."""
        before = self._truck_looked_at
        if before is None or not timedelta(0) <= self.now - before < _TRUCK_STANDS:
            self._truck_looked_at = self.now
            self.truck = self._next_truck()

    def _next_truck(self) -> NextTruck | None:
        """Of the open loads, and of the orders that have a cut-off without a load."""
        trucks = {(load.cut_off, load.carrier) for load in self.open_loads()}
        orders = [one for _, one in self.waiting(_UNPACKED, _QUEUE_ROWS) if not _stands(one)]
        trucks |= {(one.cut_off, one.carrier) for one in orders if one.cut_off is not None}
        counted = [
            NextTruck(carrier, at, sum(_rides(one, carrier, at) for one in orders))
            for at, carrier in trucks
            if at > self.now
        ]
        return min(counted, key=lambda one: (one.at, -one.left, one.carrier), default=None)

    def open_exceptions(self) -> int:
        return sum(1 for _ in self.waiting_exceptions())

    def waiting(self, subs: tuple[str, ...], most: int) -> Iterator[tuple[str, Order]]:
        """Orders in these sub-states as they are now, with their ids, in queue order.

        most: how many rows of the centre's queue are looked at. Own new orders come after them.
        """
        for name in self._journal.rows.names(Kind.ORDER, subs, limit=most):
            order = self.order(name)
            if order is not None and order.sub.value in subs:
                yield name, order

    def orders_with(self, part: str) -> Iterator[tuple[str, Order]]:
        """Orders with this part in their number, their customer's names or a tote, with their ids.

        Upper and lower case are alike.
        """
        wanted = part.casefold()
        for name in self._journal.rows.with_text(Kind.ORDER, part, _LOOKED_AT):
            order = self.order(name)
            if order is None:
                continue
            texts = (order.ref, order.customer.name, order.customer.company, *order.totes)
            if any(wanted in text.casefold() for text in texts):
                yield name, order

    def standing_on(self, shelf: str) -> Iterator[tuple[str, Order]]:
        """Orders in work that are parked on this shelf, with their ids."""
        for name, order in self.waiting(_BEGUN, _ALL):
            if order.parked == shelf:
                yield name, order

    def count_orders(self, subs: tuple[str, ...]) -> int:
        """How many orders are in these sub-states now."""
        return self._journal.rows.count(subs)

    def reserved(self) -> Mapping[str, datetime]:
        """Ids of the orders claimed for this station, and until when (the centre's time)."""
        return self._journal.rows.reserved

    def promised(self, name: str) -> tuple[Pin, ...]:
        return self._journal.rows.pins.get(name, ())

    def goods_are_told(self, name: str) -> bool:
        return self.online and name in self._journal.rows.pins

    def promised_to_others(self, name: str, sku: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for other, pins in self._journal.rows.pins.items():
            for pin in pins if other != name else ():
                if pin.key.sku == sku:
                    found[pin.bin] += pin.quantity
        return found

    def last_parcels(self, facts: Sequence[FactKind], most: int) -> tuple[str, ...]:
        """SSCCs that the last facts of these kinds made here name, newest first."""
        return self._journal.history.subjects_of(facts, Kind.PARCEL, most)


def _stands(order: Order) -> bool:
    """Nobody may pack it for a truck now."""
    return order.pickup or order.set_aside or order.stopped is not None


def _rides(order: Order, carrier: str, at: datetime) -> bool:
    due = order.cut_off
    return order.rides_with(carrier) and due is not None and due <= at


def _holds(row: Bin, sku: str) -> bool:
    return any(item.sku == sku for item in row.stock)
