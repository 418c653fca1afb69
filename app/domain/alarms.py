"""What on the floor is not as it should be, and that somebody must know of: alarms.

Pure: what a watcher sees and the site's thresholds go in, the conditions that hold now come out.
An alarm tells of a state and changes none, so it is no fact. All who watch come to the same ones,
because all that they look at is the centre's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.domain.rows.ends import NEGATIVE
from app.domain.rows.things import ExceptionRow
from app.domain.thresholds import AlarmKind, Thresholds

Value = str | int
MOST = 20
"""Of one kind there are no more: a flood is read by nobody. The oldest stand for the others."""


@dataclass(frozen=True)
class Truck:
    """missed: orders that its packers will not make. late: not on it, though it should be gone."""

    carrier: str
    at: datetime
    missed: int
    late: int


@dataclass(frozen=True)
class Begun:
    """An order that somebody has begun. moved_at: when its last fact happened."""

    order: str
    ref: str
    station: str
    moved_at: datetime


@dataclass(frozen=True)
class Bench:
    """A station as the centre heard of it last. troubles: (kind of device, what is wrong)."""

    station: str
    seen_at: datetime
    operator: str
    troubles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Mishap:
    """A label that failed at a station, or goods that were missed in a bin (about)."""

    kind: AlarmKind
    about: str
    at: datetime


@dataclass(frozen=True)
class MixUp:
    """So often another product was scanned than the one that was asked for."""

    expected: str
    scanned: str
    count: int


@dataclass(frozen=True)
class Missing:
    """Released orders that lack goods of a SKU. ref: of the first of them. units: in all."""

    sku: str
    orders: int
    units: int
    ref: str


@dataclass(frozen=True)
class Sight:
    """What a watcher sees. begun: orders in work. moving: whether anybody on the floor works."""

    trucks: Sequence[Truck] = ()
    begun: Sequence[Begun] = ()
    moving: bool = True
    benches: Sequence[Bench] = ()
    exceptions: Sequence[ExceptionRow] = ()
    mishaps: Sequence[Mishap] = ()
    mix_ups: Sequence[MixUp] = ()
    missing: Sequence[Missing] = ()


@dataclass(frozen=True)
class Alarm:
    """A state that holds. about: what it is about, within its kind. since: as far as known."""

    kind: AlarmKind
    about: str
    since: datetime
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class OpenAlarm:
    """An alarm that was raised and is not over. acknowledged_by: a person's number, "" = nobody has
    said yet that he knows. escalated: it has stood so for long. Times: the centre's.
    """

    id: str
    kind: AlarmKind
    about: str
    values: Mapping[str, Value]
    since: datetime
    raised_at: datetime
    acknowledged_at: datetime | None = None
    acknowledged_by: str = ""
    escalated: bool = False

    @property
    def unheard(self) -> bool:
        return self.acknowledged_at is None


def alarms(sight: Sight, thresholds: Thresholds, now: datetime) -> tuple[Alarm, ...]:
    """What holds now, of each kind the oldest first."""
    rules = (
        _late(sight.trucks, thresholds, now),
        _idle(sight, thresholds, now),
        _offline(sight.benches, thresholds, now),
        _devices(sight.benches, thresholds, now),
        _rates(sight.mishaps, thresholds, now),
        _mix_ups(sight.mix_ups, thresholds, now),
        _below_zero(sight.exceptions, thresholds),
        _no_stock(sight.missing, thresholds, now),
    )
    found: dict[AlarmKind, list[Alarm]] = defaultdict(list)
    for rule in rules:
        for one in rule:
            found[one.kind].append(one)
    oldest = (sorted(ones, key=lambda one: (one.since, one.about)) for ones in found.values())
    return tuple(one for ones in oldest for one in ones[:MOST])


def _late(trucks: Iterable[Truck], limits: Thresholds, now: datetime) -> Iterator[Alarm]:
    for one in trucks:
        if limits.late_orders and one.missed + one.late >= limits.late_orders:
            at = one.at.isoformat()
            values: dict[str, Value] = {"carrier": one.carrier, "at": at}
            values |= {"missed": one.missed, "late": one.late}
            since = min(one.at, now)
            yield Alarm(AlarmKind.LATE_TO_CUT_OFF, f"{one.carrier}/{at}", since, values)


def _idle(sight: Sight, limits: Thresholds, now: datetime) -> Iterator[Alarm]:
    """Nothing where all stand still: that is a break, or the night."""
    longest = timedelta(minutes=limits.idle_minutes)
    for one in sight.begun if longest and sight.moving else ():
        if now - one.moved_at >= longest:
            values: dict[str, Value] = {"ref": one.ref, "station": one.station}
            values["minutes"] = _minutes(now - one.moved_at)
            yield Alarm(AlarmKind.IDLE_ORDER, one.order, one.moved_at, values)


def _offline(benches: Iterable[Bench], limits: Thresholds, now: datetime) -> Iterator[Alarm]:
    """A station that nobody is signed in at may be switched off."""
    longest = timedelta(minutes=limits.offline_minutes)
    for one in benches if longest else ():
        if one.operator and now - one.seen_at >= longest:
            values = {"operator": one.operator}
            yield Alarm(AlarmKind.STATION_OFFLINE, one.station, one.seen_at, values)


def _devices(benches: Iterable[Bench], limits: Thresholds, now: datetime) -> Iterator[Alarm]:
    for one in benches if limits.device_minutes else ():
        for device, trouble in one.troubles:
            values = {"station": one.station, "device": device, "trouble": trouble}
            yield Alarm(AlarmKind.DEVICE_DOWN, f"{one.station}/{device}", now, values)


def _rates(mishaps: Iterable[Mishap], limits: Thresholds, now: datetime) -> Iterator[Alarm]:
    rates = {
        AlarmKind.PRINTER_FAULTS: (limits.printer_faults, "minutes", limits.printer_minutes, 1),
        AlarmKind.BIN_SHORTS: (limits.bin_shorts, "hours", limits.short_hours, 60),
    }
    found: dict[tuple[AlarmKind, str], list[datetime]] = defaultdict(list)
    for one in mishaps:
        _most, _word, span, unit = rates[one.kind]
        if now - timedelta(minutes=span * unit) < one.at <= now:
            found[one.kind, one.about].append(one.at)
    for (kind, about), times in found.items():
        most, word, span, _unit = rates[kind]
        if most and len(times) >= most:
            yield Alarm(kind, about, min(times), {"count": len(times), word: span})


def _mix_ups(pairs: Iterable[MixUp], limits: Thresholds, now: datetime) -> Iterator[Alarm]:
    for one in pairs:
        if limits.mix_ups and one.count >= limits.mix_ups:
            values: dict[str, Value] = {"expected": one.expected, "scanned": one.scanned}
            values["count"] = one.count
            yield Alarm(AlarmKind.MIX_UP, f"{one.expected}/{one.scanned}", now, values)


def _below_zero(rows: Iterable[ExceptionRow], limits: Thresholds) -> Iterator[Alarm]:
    for one in rows:
        if limits.below_zero and one.reason == NEGATIVE:
            values = {"times": one.times}
            yield Alarm(AlarmKind.BELOW_ZERO, one.subject_id, one.opened_at, values)


def _no_stock(missing: Iterable[Missing], limits: Thresholds, now: datetime) -> Iterator[Alarm]:
    for one in missing:
        if limits.no_stock and one.orders >= limits.no_stock:
            values: dict[str, Value] = {"orders": one.orders, "units": one.units, "ref": one.ref}
            yield Alarm(AlarmKind.NO_STOCK, one.sku, now, values)


def _minutes(span: timedelta) -> int:
    return int(span / timedelta(minutes=1))
