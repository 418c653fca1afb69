"""The report of a time span: throughput, shortages, labels, lead times, cut-offs.

Names are those of WERC's DC Measures and SCOR where they have one; each figure says its formula and
from how many it was made, and where it cannot be computed, why. Personal figures are made only when
they are asked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.domain.facts import Fact, FactKind, Kind
from app.domain.rows.orders import Order

K = FactKind
PAUSE = timedelta(minutes=5)
"""Who does nothing for longer has paused: the time is no time of work."""
_LEAST_HOURS = 0.05
KINDS = (
    K.PICK_STARTED,
    K.UNIT_PICKED,
    K.PICK_SHORT,
    K.SHORT_TAKEN_BACK,
    K.UNIT_DAMAGED,
    K.ORDER_PICKED,
    K.PACK_STARTED,
    K.UNIT_PACKED,
    K.PACK_SHORT,
    K.PARCEL_SEALED,
    K.LABEL_SENT,
    K.LABEL_REPRINTED,
    K.LABEL_FAILED,
    K.LABEL_MISMATCH,
    K.LABEL_PROVEN,
    K.ORDER_PACKED,
    K.LOAD_CLOSED,
    K.BIN_COUNTED,
    K.STOCK_MOVED,
)
"""The facts that the report reads."""


@dataclass(frozen=True)
class Figure:
    """One number. code: what it is. value None = it cannot be computed, and `why` says so.

    unit: "" = a count, "%" or "min". n: from how many it was made. formula: how, in words.
    """

    code: str
    value: float | None
    unit: str
    n: int
    formula: str
    why: str = ""


@dataclass(frozen=True)
class Hour:
    """What was done in one hour of the site's clock. start: aware."""

    start: datetime
    picked: int
    packed: int
    dispatched: int


@dataclass(frozen=True)
class Who:
    """A station or a person. hours: of work, pauses left out. units: picked or packed."""

    name: str
    picked: int
    packed: int
    units: int
    hours: float

    @property
    def per_hour(self) -> float | None:
        """None = there are too few minutes to say."""
        return self.units / self.hours if self.hours >= _LEAST_HOURS else None


@dataclass(frozen=True)
class Lead:
    """Minutes that orders took for a step, by the time it ended."""

    step: str
    n: int
    half: float
    most: float  # of nine in ten


@dataclass(frozen=True)
class ShiftReport:
    """since, until: aware; what happened before `until`. people: () unless they were asked for."""

    since: datetime
    until: datetime
    figures: tuple[Figure, ...]
    hours: tuple[Hour, ...]
    stations: tuple[Who, ...]
    people: tuple[Who, ...]
    leads: tuple[Lead, ...]
    carriers: tuple[tuple[str, int], ...]


@dataclass
class _Work:
    """What one station or person did."""

    picked: int = 0
    packed: int = 0
    units: int = 0
    seconds: float = 0.0
    last: datetime | None = None

    def at(self, now: datetime) -> None:
        if self.last is not None and now - self.last <= PAUSE:
            self.seconds += max(0.0, (now - self.last).total_seconds())
        self.last = max(now, self.last) if self.last else now


@dataclass
class _Sums:
    counts: Counter[str] = field(default_factory=Counter)
    hours: dict[datetime, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    stations: dict[str, _Work] = field(default_factory=lambda: defaultdict(_Work))
    people: dict[str, _Work] = field(default_factory=lambda: defaultdict(_Work))
    began: dict[tuple[str, FactKind], datetime] = field(default_factory=dict)
    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    gone: dict[str, datetime] = field(default_factory=dict)


_STEPS: Mapping[FactKind, tuple[FactKind, str]] = {
    K.ORDER_PICKED: (K.PICK_STARTED, "picking"),
    K.ORDER_PACKED: (K.PACK_STARTED, "packing"),
    K.PACK_STARTED: (K.ORDER_PICKED, "waiting for a packer"),
    K.LOAD_CLOSED: (K.ORDER_PACKED, "waiting for the truck"),
}
"""What ends a step -> what began it, and its name."""
_UNITS = {K.UNIT_PICKED: "units_picked", K.UNIT_PACKED: "units_packed"}
_SHORT = {K.PICK_SHORT: 1, K.PACK_SHORT: 1, K.SHORT_TAKEN_BACK: -1}
_COUNTED = {
    K.LABEL_SENT: "labels_sent",
    K.LABEL_REPRINTED: "labels_reprinted",
    K.LABEL_FAILED: "labels_failed",
    K.LABEL_MISMATCH: "labels_caught",
    K.LABEL_PROVEN: "labels_proven",
    K.PARCEL_SEALED: "parcels",
    K.BIN_COUNTED: "bins_counted",
    K.STOCK_MOVED: "moves",
}


def shift_report(
    facts: Iterable[Fact],
    orders: Callable[[Sequence[str]], Mapping[str, Order]],
    since: datetime,
    until: datetime,
    *,
    personal: bool = False,
) -> ShiftReport:
    """facts: of `KINDS`, of this span, by their time. orders: rows of the orders with these ids."""
    sums = _Sums()
    for fact in facts:
        _add(sums, fact)
    rows = orders(sorted(sums.gone))
    carriers = Counter(row.carrier or "-" for row in rows.values())
    return ShiftReport(
        since,
        until,
        tuple(_figures(sums, rows)),
        tuple(_hours(sums)),
        tuple(_whos(sums.stations)),
        tuple(_whos(sums.people)) if personal else (),
        tuple(_leads(sums)),
        tuple(carriers.most_common()),
    )


def _add(sums: _Sums, fact: Fact) -> None:
    kind = FactKind(fact.kind)
    at, units = fact.occurred_at, int(fact.body.get("quantity", 0))
    names = [name for subject, name in fact.subjects if subject == Kind.ORDER.value]
    both = [sums.stations[fact.origin]]
    if fact.operator:
        both.append(sums.people[fact.operator])
    for work in both:
        work.at(at)
    if kind in _UNITS:
        sums.counts[_UNITS[kind]] += units
        for work in both:
            work.units += units
    elif kind in _SHORT:
        sums.counts["units_short"] += _SHORT[kind] * units
    elif kind is K.UNIT_DAMAGED:
        sums.counts["units_damaged"] += units
    elif kind in _COUNTED:
        sums.counts[_COUNTED[kind]] += 1
    _ended(sums, kind, names, at, both)


def _ended(sums: _Sums, kind: FactKind, names: list[str], at: datetime, both: list[_Work]) -> None:
    """A step of orders has begun or ended."""
    hour = at.astimezone().replace(minute=0, second=0, microsecond=0)
    if kind is K.ORDER_PICKED:
        sums.hours[hour]["picked"] += len(names)
        for work in both:
            work.picked += len(names)
    elif kind is K.ORDER_PACKED:
        sums.hours[hour]["packed"] += len(names)
        for work in both:
            work.packed += len(names)
    elif kind is K.LOAD_CLOSED:
        sums.hours[hour]["dispatched"] += len(names)
        sums.gone.update(dict.fromkeys(names, at))
    for name in names:
        sums.began[name, kind] = at
        first, step = _STEPS.get(kind, (kind, ""))
        start = sums.began.get((name, first)) if step else None
        if start is not None and at >= start:
            sums.took[step].append((at - start).total_seconds() / 60)


# --- figures --------------------------------------------------------------------------------------


def _figures(sums: _Sums, gone: Mapping[str, Order]) -> Iterator[Figure]:
    counts = sums.counts
    picked = sum(hour["picked"] for hour in sums.hours.values())
    packed = sum(hour["packed"] for hour in sums.hours.values())
    yield Figure("orders_picked", picked, "", picked, "orders whose pick ended")
    yield Figure("orders_packed", packed, "", packed, "orders whose last box was proven")
    yield Figure("orders_shipped", len(sums.gone), "", len(sums.gone), "orders on closed loads")
    for code, formula in _PLAIN.items():
        yield Figure(code, counts[code], "", counts[code], formula)
    dated = {name: row for name, row in gone.items() if row.cut_off is not None}
    in_time = sum(sums.gone[name] <= row.cut_off for name, row in dated.items() if row.cut_off)
    yield _share(
        "on_time_shipments",
        in_time,
        len(dated),
        "orders whose load was closed by their cut-off ÷ orders shipped that have one",
        "no order with a cut-off was shipped",
    )
    whole = sum(all(not line.short for line in row.lines) for row in gone.values())
    yield _share(
        "shipped_complete",
        whole,
        len(gone),
        "orders shipped with all units ÷ orders shipped",
        "no order was shipped",
    )
    yield _share(
        "labels_first_time",
        counts["labels_sent"] - counts["labels_reprinted"],
        counts["labels_sent"],
        "labels printed once ÷ labels sent to a printer",
        "no label was sent",
    )
    yield Figure(
        "order_picking_accuracy",
        None,
        "%",
        0,
        "orders without a pick error ÷ orders",
        "nobody has told which orders reached their customers with an error",
    )


_PLAIN = {
    "units_picked": "units taken from bins",
    "units_packed": "units put into boxes",
    "parcels": "boxes closed",
    "units_short": "units that were not found, less those found after all",
    "units_damaged": "units found damaged",
    "labels_reprinted": "labels printed again",
    "labels_failed": "labels that a printer did not print",
    "labels_caught": "labels of another box that a scan caught",
    "bins_counted": "counts of a product in a bin",
    "moves": "moves from place to place or from status to status",
}


def _share(code: str, part: int, whole: int, formula: str, why: str) -> Figure:
    if not whole:
        return Figure(code, None, "%", 0, formula, why)
    return Figure(code, round(100 * part / whole, 2), "%", whole, formula)


def _hours(sums: _Sums) -> Iterator[Hour]:
    for start, counts in sorted(sums.hours.items()):
        if counts:
            yield Hour(start, counts["picked"], counts["packed"], counts["dispatched"])


def _whos(found: Mapping[str, _Work]) -> Iterator[Who]:
    for name, work in sorted(found.items()):
        if work.units or work.picked or work.packed:
            yield Who(name, work.picked, work.packed, work.units, round(work.seconds / 3600, 3))


def _leads(sums: _Sums) -> Iterator[Lead]:
    for _first, step in _STEPS.values():
        minutes = sorted(sums.took.get(step, ()))
        if minutes:
            yield Lead(step, len(minutes), _at(minutes, 0.5), _at(minutes, 0.9))


def _at(minutes: Sequence[float], share: float) -> float:
    """The value below which this share of the sorted values lies (nearest rank)."""
    return round(minutes[min(len(minutes) - 1, int(share * len(minutes)))], 2)
