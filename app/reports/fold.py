"""One pass over the facts of a time span: from a stream, the sums that all figures are made of.

What is kept is as large as the site (hours, stations, people, products, orders in work), however
many facts come. Every sum is a whole number, so that the order of facts of different stations
changes none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from app.domain.facts import Fact, FactKind, Kind
from app.reports.course import Book, Course, Orders, WorkStage
from app.reports.ledger import OWN, Cause, Chain, Gap, seen
from app.reports.pace import PaceBook
from app.reports.spread import Spread

K = FactKind
_ELSEWHERE = frozenset(
    {
        K.ORDER_PLACED,
        K.ORDER_CHANGED,
        K.ORDER_CANCELLED,
        K.ORDER_HELD,
        K.PRODUCT_SET,
        K.BIN_SET,
        K.STOCK_OPENED,
        K.OPERATOR_SET,
        K.CARTON_SET,
        K.LOAD_SET,
        K.SITE_HELD,
        K.SITE_RELEASED,
        K.PRIORITY_SET,
        K.ORDER_REDIRECTED,
        K.TASK_WANTED,
        K.EXCEPTION_DECIDED,
        K.FILE_REBUILT,
        K.SITE_RULE_SET,
        K.MESSAGE_SENT,
        K.MESSAGE_SHOWN,
        K.MESSAGE_WITHDRAWN,
    }
)
"""Written by imports and offices, or with no person's act."""
KINDS = tuple(kind for kind in FactKind if kind not in _ELSEWHERE)
"""The facts that a report reads."""
CHUNK = 2000
BOXES = "boxes_closed"

_CLOSED = {K.PARCEL_SEALED: 1, K.PARCEL_REOPENED: -1, K.PARCEL_WITHDRAWN: -1}
_SHORT = {K.PICK_SHORT: 1, K.PACK_SHORT: 1, K.SHORT_TAKEN_BACK: -1}
_DEMAND = {K.UNIT_PICKED: 1, K.PICK_SHORT: 1, K.SHORT_TAKEN_BACK: -1, K.PICK_UNDONE: -1}
_AGAIN = frozenset({K.LABEL_FAILED, K.LABEL_REPRINTED, K.LABEL_MISMATCH, K.PARCEL_WITHDRAWN})
_LABELS = frozenset(
    {K.LABEL_SENT, K.LABEL_PROVEN, K.LABEL_FAILED, K.LABEL_MISMATCH, K.LABEL_REPRINTED}
)
_THROUGH = {
    K.ORDER_PICKED: "orders_picked",
    K.UNIT_PICKED: "units_picked",
    K.ORDER_PACKED: "orders_packed",
    K.UNIT_PACKED: "units_packed",
    K.PARCEL_SEALED: "parcels_packed",
    K.PARCEL_REOPENED: "parcels_packed",
    K.PARCEL_WITHDRAWN: "parcels_packed",
    K.LOAD_CLOSED: "orders_loaded",
    K.HANDED_OVER: "orders_handed",
    K.PARCEL_LOADED: "parcels_loaded",
    K.PARCEL_UNLOADED: "parcels_loaded",
}
"""What of a fact counts as work that went through."""
STAGES = {
    K.PICK_STARTED: WorkStage.PICK,
    K.UNIT_PICKED: WorkStage.PICK,
    K.PUT_IN_TOTE: WorkStage.PICK,
    K.PICK_SHORT: WorkStage.PICK,
    K.PICK_UNDONE: WorkStage.PICK,
    K.UNIT_PUT_BACK: WorkStage.PICK,
    K.ORDER_PICKED: WorkStage.PICK,
    K.PACK_STARTED: WorkStage.PACK,
    K.NOTE_CONFIRMED: WorkStage.PACK,
    K.PARCEL_OPENED: WorkStage.PACK,
    K.CARTON_CHANGED: WorkStage.PACK,
    K.UNIT_PACKED: WorkStage.PACK,
    K.UNIT_REMOVED: WorkStage.PACK,
    K.PACK_SHORT: WorkStage.PACK,
    K.PARCEL_REOPENED: WorkStage.PACK,
    K.PARCEL_WITHDRAWN: WorkStage.PACK,
    K.PARCEL_WEIGHED: WorkStage.PACK,
    K.WEIGHT_ACCEPTED: WorkStage.PACK,
    K.PARCEL_SEALED: WorkStage.PACK,
    K.LABEL_SENT: WorkStage.PACK,
    K.LABEL_FAILED: WorkStage.PACK,
    K.LABEL_REPRINTED: WorkStage.PACK,
    K.LABEL_MISMATCH: WorkStage.PACK,
    K.LABEL_PROVEN: WorkStage.PACK,
    K.ORDER_PACKED: WorkStage.PACK,
    K.PARCEL_LOADED: WorkStage.LOAD,
    K.LOAD_CLOSED: WorkStage.LOAD,
}
_LEADS = (
    ("picking", K.PICK_STARTED, K.ORDER_PICKED),
    ("packing", K.PACK_STARTED, K.ORDER_PACKED),
    ("waiting for a packer", K.ORDER_PICKED, K.PACK_STARTED),
    ("waiting for the truck", K.ORDER_PACKED, K.LOAD_CLOSED),
    ("loading", K.PARCEL_LOADED, K.LOAD_CLOSED),
)
TO_PACKED, TO_SHIPPED = "placed to packed", "placed to shipped"
LEAD_NAMES = (*(name for name, _, _ in _LEADS), TO_PACKED, TO_SHIPPED)

_Through = dict[str, Counter[str]]


def _through() -> _Through:
    return defaultdict(Counter)


@dataclass
class Sums:
    """counts: by the kind of fact; of its units and orders by `units_...` and `orders_...`; BOXES.

    labour: own time, and what the system and exceptions took. by_sku: own time at its units.
    shipped, cut_offs, customers: of orders that left.
    """

    counts: Counter[str] = field(default_factory=Counter)
    hours: dict[datetime, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    stations: _Through = field(default_factory=_through)
    people: _Through = field(default_factory=_through)
    channels: _Through = field(default_factory=_through)
    carriers: _Through = field(default_factory=_through)
    station_chains: dict[str, Chain] = field(default_factory=lambda: defaultdict(Chain))
    people_chains: dict[str, Chain] = field(default_factory=lambda: defaultdict(Chain))
    printers: _Through = field(default_factory=_through)
    shorts: Counter[tuple[str, str]] = field(default_factory=Counter)
    demand: Counter[str] = field(default_factory=Counter)
    leads: dict[str, Spread] = field(default_factory=lambda: defaultdict(Spread))
    shipped: Counter[str] = field(default_factory=Counter)
    cut_offs: _Through = field(default_factory=_through)
    customers: _Through = field(default_factory=_through)
    labour: Counter[Cause] = field(default_factory=Counter)
    by_sku: Counter[str] = field(default_factory=Counter)
    cartons: Counter[str] = field(default_factory=Counter)
    freight: Counter[str] = field(default_factory=Counter)
    paces: PaceBook = field(default_factory=PaceBook)
    beyond: Counter[str] = field(default_factory=Counter)
    held: int = 0


def fold(
    facts: Iterable[Fact], orders: Orders, *, now: datetime | None = None, customers: bool = False
) -> Sums:
    """facts: of `KINDS`, by their time. now: facts of later are counted as `beyond`, by station.

    customers: keep a sum for each customer, too.
    """
    return _Fold(orders, now, customers=customers).all(facts)


class _Fold:
    def __init__(self, orders: Orders, now: datetime | None, *, customers: bool) -> None:
        self._sums = Sums()
        self._now, self._customers = now, customers
        self._book = Book(orders, self._settle)

    def all(self, facts: Iterable[Fact]) -> Sums:
        for chunk in _chunks(facts):
            self._book.meet(_orders_of(chunk), chunk[0].occurred_at)
            for fact in chunk:
                self._add(fact)
        self._book.end()
        self._sums.held = self._book.most
        return self._sums

    def _add(self, fact: Fact) -> None:
        sums, kind = self._sums, FactKind(fact.kind)
        now = seen(fact)
        if self._now is not None and fact.occurred_at > self._now:
            sums.beyond[fact.origin] += 1
        gap = sums.station_chains[fact.origin].add(now)
        if fact.operator:
            sums.people_chains[fact.operator].add(now)
        names = [name for about, name in fact.subjects if about == Kind.ORDER.value]
        courses = [one for one in map(self._book.known, names) if one is not None]
        for course in courses:
            course.pass_(kind, fact.occurred_at)
        self._count(fact, kind, len(names))
        self._went_through(fact, kind, names, courses)
        if len(courses) == 1:
            _of_one_order(courses[0], fact, kind, gap)
        if gap is not None and gap.cause not in {Cause.IDLE, Cause.UNTOLD}:
            sums.labour[gap.cause] += gap.ms
            if gap.cause in OWN and (sku := fact.body.get("sku")):
                sums.by_sku[str(sku)] += gap.ms

    def _count(self, fact: Fact, kind: FactKind, orders: int) -> None:
        sums, units = self._sums, _units(fact)
        sums.counts[kind] += 1
        sums.counts[BOXES] += _CLOSED.get(kind, 0)
        sums.counts[f"orders_{kind}"] += orders
        sums.counts[f"units_{kind}"] += units
        sku = str(fact.body.get("sku", ""))
        if kind in _SHORT:
            place = str(fact.body.get("bin", ""))
            sums.shorts[sku, place] += _SHORT[kind] * units
        if kind in _DEMAND:
            sums.demand[sku] += _DEMAND[kind] * units
        if kind in _LABELS:
            sums.printers[fact.origin][kind] += 1

    def _went_through(
        self, fact: Fact, kind: FactKind, names: Sequence[str], courses: Sequence[Course]
    ) -> None:
        """Counted by hour, station and person; by channel and carrier as far as rows tell."""
        what = _THROUGH.get(kind)
        if what is None:
            return
        sums, count = self._sums, _amount(fact, kind, len(names))
        hour = fact.occurred_at.astimezone().replace(minute=0, second=0, microsecond=0)
        sums.hours[hour][what] += count
        sums.stations[fact.origin][what] += count
        if fact.operator:
            sums.people[fact.operator][what] += count
        several = kind in {K.LOAD_CLOSED, K.ORDER_PICKED, K.ORDER_PACKED, K.HANDED_OVER}
        each = 1 if several else count
        for name in names:
            sums.channels[name.partition(":")[0]][what] += each
        for course in courses:
            carrier = course.brief.carrier if course.brief else ""
            sums.carriers[carrier or "-"][what] += each

    def _settle(self, course: Course) -> None:
        """No more is expected of an order: what its whole course tells."""
        sums, brief, times = self._sums, course.brief, course.times
        sums.paces.add(course)
        sums.cartons.update(course.cartons)
        gone, packed = course.gone, times.get(K.ORDER_PACKED)
        for name, first, last in _LEADS:
            start, end = times.get(first), gone if last is K.LOAD_CLOSED else times.get(last)
            if start is not None and end is not None and end >= start:
                sums.leads[name].add((end - start).total_seconds() / 60)
        if brief is not None:
            for name, end in ((TO_PACKED, packed), (TO_SHIPPED, gone)):
                if end is not None and end >= brief.placed_at:
                    sums.leads[name].add((end - brief.placed_at).total_seconds() / 60)
        if gone is not None:
            self._left(course, gone)

    def _left(self, course: Course, gone: datetime) -> None:
        sums, brief = self._sums, course.brief
        shipped = sums.shipped
        shipped["orders"] += 1
        if brief is None:
            return
        shipped["known"] += 1
        shipped["parcels"] += brief.parcels
        sums.freight[brief.carrier] += brief.parcels
        late = brief.cut_off is not None and gone > brief.cut_off
        carrier = sums.cut_offs[brief.carrier or "-"]
        carrier["orders"] += 1
        if brief.cut_off is not None:
            shipped["dated"] += 1
            shipped["on_time"] += not late
            carrier["dated"] += 1
            carrier["met"] += not late
        shipped["complete"] += brief.whole
        if K.ORDER_PACKED in course.times:
            shipped["seen"] += 1
            shipped["label_right"] += not course.again
            shipped["undamaged"] += not course.damaged
            shipped["perfect"] += not (late or not brief.whole or course.again or course.damaged)
        if self._customers:
            one = sums.customers[brief.customer]
            one["orders"] += 1
            one["units"] += brief.units
            one["late"] += late


def _chunks(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    rest = iter(facts)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _orders_of(facts: Iterable[Fact]) -> Iterable[str]:
    order = Kind.ORDER.value
    return (name for fact in facts for kind, name in fact.subjects if kind == order)


def _units(fact: Fact) -> int:
    """Units that go from a box into its relabelled self are packed already."""
    relabelled = str(fact.body.get("from", "")).startswith("parcel:")
    return 0 if relabelled else int(fact.body.get("quantity", 0))


def _amount(fact: Fact, kind: FactKind, orders: int) -> int:
    match kind:
        case K.UNIT_PICKED | K.UNIT_PACKED:
            return _units(fact)
        case K.PARCEL_SEALED | K.PARCEL_LOADED:
            return 1
        case K.PARCEL_UNLOADED | K.PARCEL_REOPENED | K.PARCEL_WITHDRAWN:
            return -1
        case _:
            return orders


def _of_one_order(course: Course, fact: Fact, kind: FactKind, gap: Gap | None) -> None:
    """What the order itself remembers of a fact about it alone."""
    course.again |= kind in _AGAIN
    course.damaged |= kind is K.UNIT_DAMAGED
    sscc = str(fact.body.get("sscc", ""))
    if kind in {K.PARCEL_OPENED, K.CARTON_CHANGED}:
        course.box(sscc, fact.occurred_at, str(fact.body.get("carton", "")))
    elif kind in {K.PARCEL_VOIDED, K.PARCEL_WITHDRAWN}:
        course.gone_boxes.add(sscc)
    stage = STAGES.get(kind)
    if stage is None:
        return
    effort = course.effort(stage)
    if fact.operator:
        effort.people.add(fact.operator)
    if gap is not None and gap.cause in OWN:
        effort.own_ms += gap.ms
    if kind in {K.UNIT_PICKED, K.UNIT_PACKED}:
        effort.lines.add(int(fact.body.get("line", 0)))
        effort.units += _units(fact)
