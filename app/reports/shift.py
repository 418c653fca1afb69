"""The report of a time span: throughput, shortages, labels, lead times, cut-offs, lost seconds.

Personal figures are made only when they are asked for, and so are those of customers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.facts import Fact, FactKind
from app.reports import notes
from app.reports.course import Orders
from app.reports.demand import Demand, Stock, demands
from app.reports.figures import Figure, figures
from app.reports.fold import LEAD_NAMES, Sums, fold
from app.reports.ledger import NOT_TOLD, Cause, Chain
from app.reports.pace import Pace

K = FactKind
_LEAST_HOURS = 0.05


@dataclass(frozen=True, kw_only=True)
class Through:
    """What went through, stage by stage: orders, units and parcels.

    picked, packed, dispatched: orders. loaded: parcels put onto trucks, less those taken off.
    """

    picked: int
    units_picked: int
    packed: int
    units_packed: int
    parcels: int
    loaded: int
    dispatched: int


@dataclass(frozen=True, kw_only=True)
class Hour(Through):
    """What was done in one hour of the site's clock. start: aware."""

    start: datetime


@dataclass(frozen=True, kw_only=True)
class Part(Through):
    """Of one channel or one carrier."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Who(Part):
    """A station or a person. hours: of work, pauses left out. units: picked or packed."""

    units: int
    hours: float

    @property
    def per_hour(self) -> float | None:
        """None = there are too few minutes to say."""
        return self.units / self.hours if self.hours >= _LEAST_HOURS else None


@dataclass(frozen=True)
class Lost:
    """The seconds of a station or person by cause. None = facts do not tell this cause."""

    name: str
    seconds: Mapping[str, float | None]


@dataclass(frozen=True)
class Lead:
    """Minutes that orders took for a step, by the time it ended.

    half, most, nearly: so many minutes at most took half of them, nine in ten, and 19 in 20.
    """

    step: str
    n: int
    half: float
    most: float
    nearly: float


@dataclass(frozen=True)
class Printer:
    """Labels of one station: what its printer was given, and what scans say of it."""

    station: str
    sent: int
    proven: int
    failed: int
    mismatch: int
    reprinted: int


@dataclass(frozen=True)
class Short:
    """Units of a product that were not found in a bin ("" = at no bin), less those found later."""

    sku: str
    bin: str
    units: int


@dataclass(frozen=True)
class CutOffs:
    """Orders of a carrier that were shipped, those with a cut-off, and those that left by it."""

    carrier: str
    orders: int
    dated: int
    met: int


@dataclass(frozen=True)
class Customer:
    """Orders shipped to one receiver."""

    name: str
    orders: int
    units: int
    late: int


@dataclass(frozen=True)
class ShiftReport:
    """since, until: aware; what happened before `until`. carriers: orders shipped.

    people, people_lost, paces, customers: () unless they were asked for.
    """

    since: datetime
    until: datetime
    notes: tuple[str, ...]
    figures: tuple[Figure, ...]
    hours: tuple[Hour, ...]
    leads: tuple[Lead, ...]
    stations: tuple[Who, ...]
    people: tuple[Who, ...]
    channels: tuple[Part, ...]
    through_carriers: tuple[Part, ...]
    carriers: tuple[tuple[str, int], ...]
    cut_offs: tuple[CutOffs, ...]
    shorts: tuple[Short, ...]
    printers: tuple[Printer, ...]
    lost: tuple[Lost, ...]
    people_lost: tuple[Lost, ...]
    paces: tuple[Pace, ...]
    demand: tuple[Demand, ...]
    customers: tuple[Customer, ...]


@dataclass(frozen=True)
class Asked:
    """What a report is to hold. now: of the centre. cover_days: stock is to last so long.

    ahead: of the stations whose clocks are ahead, how many facts are later than now.
    """

    since: datetime
    until: datetime
    now: datetime
    personal: bool = False
    customers: bool = False
    cover_days: float = 7.0
    ahead: Mapping[str, int] | None = None


def shift_report(
    facts: Iterable[Fact], orders: Orders, stock: Stock, asked: Asked
) -> tuple[ShiftReport, Sums]:
    """The report, and the sums it was made of.

    facts: of `fold.KINDS`, of this span, by their time. stock: units on hand of these products.
    """
    sums = fold(facts, orders, now=asked.now + notes.AHEAD, customers=asked.customers)
    return _made(sums, stock, asked), sums


def _made(sums: Sums, stock: Stock, asked: Asked) -> ShiftReport:
    personal = asked.personal
    cut_offs = tuple(
        CutOffs(name, one["orders"], one["dated"], one["met"])
        for name, one in sorted(sums.cut_offs.items())
    )
    shipped = [(one.carrier, one.orders) for one in cut_offs]
    return ShiftReport(
        asked.since,
        asked.until,
        notes.notes(sums, asked.since, asked.until, asked.ahead or {}),
        tuple(figures(sums)),
        tuple(Hour(start=at, **_through(done)) for at, done in sorted(sums.hours.items())),
        tuple(_leads(sums)),
        tuple(_whos(sums.stations, sums.station_chains)),
        tuple(_whos(sums.people, sums.people_chains)) if personal else (),
        tuple(_parts(sums.channels)),
        tuple(_parts(sums.carriers)),
        tuple(sorted(shipped, key=lambda one: (-one[1], one[0]))),
        cut_offs,
        tuple(Short(*key, units) for key, units in sorted(sums.shorts.items()) if units),
        tuple(_printers(sums)),
        tuple(_lost(sums.station_chains)),
        tuple(_lost(sums.people_chains)) if personal else (),
        sums.paces.paces() if personal else (),
        demands(sums.demand, asked.until - asked.since, stock, asked.cover_days),
        tuple(
            Customer(name, one["orders"], one["units"], one["late"])
            for name, one in sorted(sums.customers.items())
        ),
    )


def _through(done: Mapping[str, int]) -> dict[str, int]:
    def of(what: str) -> int:
        return done.get(what, 0)

    return {
        "picked": of("orders_picked"),
        "units_picked": of("units_picked"),
        "packed": of("orders_packed"),
        "units_packed": of("units_packed"),
        "parcels": of("parcels_packed"),
        "loaded": of("parcels_loaded"),
        "dispatched": of("orders_loaded") + of("orders_handed"),
    }


def _parts(found: Mapping[str, Mapping[str, int]]) -> Iterator[Part]:
    for name, done in sorted(found.items()):
        yield Part(name=name, **_through(done))


def _whos(found: Mapping[str, Mapping[str, int]], chains: Mapping[str, Chain]) -> Iterator[Who]:
    for name, done in sorted(found.items()):
        units = done.get("units_picked", 0) + done.get("units_packed", 0)
        yield Who(name=name, units=units, hours=round(chains[name].hours, 3), **_through(done))


def _lost(chains: Mapping[str, Chain]) -> Iterator[Lost]:
    for name, chain in sorted(chains.items()):
        seconds = {
            cause.value: None if cause in NOT_TOLD else chain.ms[cause] / 1000 for cause in Cause
        }
        yield Lost(name, seconds)


def _printers(sums: Sums) -> Iterator[Printer]:
    for name, one in sorted(sums.printers.items()):
        yield Printer(
            name,
            one[K.LABEL_SENT],
            one[K.LABEL_PROVEN],
            one[K.LABEL_FAILED],
            one[K.LABEL_MISMATCH],
            one[K.LABEL_REPRINTED],
        )


def _leads(sums: Sums) -> Iterator[Lead]:
    for step in LEAD_NAMES:
        spread = sums.leads.get(step)
        if spread is not None:
            half, most, nearly = (spread.at(share) or 0.0 for share in (0.5, 0.9, 0.95))
            yield Lead(step, spread.n, half, most, nearly)
