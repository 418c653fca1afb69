"""A report as titled tables: what the screen, a spreadsheet and a page of paper share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.reports.demand import FORMULA
from app.reports.figures import NAMES, Figure
from app.reports.ledger import NOT_TOLD, Cause
from app.reports.shift import Lost, ShiftReport, Through, Who

Cell = str | int | float | Decimal | None
"""None = there is no number: "-"."""
PAPER = 40
"""So many rows of a table come on paper and on the screen; a file has them all."""


@dataclass(frozen=True)
class Table:
    """head and rows have the same number of cells; rows may be none. about: its words."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: str = ""

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """All rows as texts."""
        return tuple(tuple(map(text_of, row)) for row in self.rows)

    @property
    def paper(self) -> tuple[tuple[str, ...], ...]:
        """The first rows as texts, and how many more there are."""
        if len(self.rows) <= PAPER:
            return self.texts
        more = (f"... and {len(self.rows) - PAPER} more", *("" for _ in self.head[1:]))
        return (*self.texts[:PAPER], more)


def text_of(cell: Cell) -> str:
    """A number without needless digits."""
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return "-" if cell is None else str(cell)


_THROUGH = (
    "picked",
    "units picked",
    "packed",
    "units packed",
    "parcels",
    "parcels loaded",
    "shipped",
)
_WHO = ("who", *_THROUGH, "hours of work", "units an hour")


def tables(report: ShiftReport, cover_days: float) -> Iterator[Table]:
    """Of all that the report has; times in this machine's zone."""
    if report.notes:
        yield Table("To be known", ("note",), tuple((note,) for note in report.notes))
    figures = tuple((*figure(one), one.why or one.formula) for one in report.figures)
    yield Table("Figures", ("figure", "value", "unit", "n", "formula"), figures)
    hours = tuple((f"{one.start:%Y-%m-%d %H:00 %z}", *_through(one)) for one in report.hours)
    yield Table("By hour", ("hour", *_THROUGH), hours)
    leads = tuple((one.step, one.n, one.half, one.most, one.nearly) for one in report.leads)
    yield Table(
        "Minutes a step",
        ("step", "n", "p50", "p90", "p95"),
        leads,
        "Of orders whose step began and ended in this time, within 0.5 %; placed: by the shop."
        " Placed to shipped is SCOR's order fulfilment cycle time (RS.1.1).",
    )
    yield Table("By station", _WHO, tuple(map(_who, report.stations)))
    if report.people:
        yield Table("By person", _WHO, tuple(map(_who, report.people)))
    channels = tuple((one.name, *_through(one)) for one in report.channels)
    yield Table("By channel", ("channel", *_THROUGH), channels)
    carriers = tuple((one.name, *_through(one)) for one in report.through_carriers)
    yield Table("By carrier", ("carrier", *_THROUGH), carriers)
    yield from _shipping(report)
    yield from _lost_tables(report)
    yield from _goods(report, cover_days)


def figure(one: Figure) -> tuple[Cell, ...]:
    """Name, value, unit and n."""
    value = "not computable" if one.value is None else one.value
    return NAMES[one.code], value, one.unit, one.n


def _shipping(report: ShiftReport) -> Iterator[Table]:
    cut_offs = tuple(
        (one.carrier, one.orders, one.dated, one.met, share(one.met, one.dated))
        for one in report.cut_offs
    )
    head = ("carrier", "shipped", "with a cut-off", "by it", "%")
    yield Table("Cut-offs by carrier", head, cut_offs)
    printers = tuple(
        (one.station, one.sent, one.proven, one.failed, one.mismatch, one.reprinted)
        for one in report.printers
    )
    yield Table(
        "Labels by station",
        ("station", "sent", "proven", "failed", "mismatch", "reprinted"),
        printers,
        "Sent: a printer took it. Proven: it was scanned back. Mismatch: a scan of another box's.",
    )


def _lost_tables(report: ShiftReport) -> Iterator[Table]:
    head = ("who", *(cause.value for cause in Cause))
    about = (
        "Between two facts that follow each other. Printer: from the order to print to the proven"
        " label, with the sticking on. Untold: between two pieces of work. "
        + " ".join(
            f"{cause.value.capitalize()}: not told, {why}." for cause, why in NOT_TOLD.items()
        )
    )
    yield Table("Seconds by station", head, tuple(map(_lost, report.lost)), about)
    if report.people_lost:
        yield Table("Seconds by person", head, tuple(map(_lost, report.people_lost)))
        paces = tuple(
            (one.name, one.stage.value, one.percent, one.n, one.own_s, one.expected_s, one.why)
            for one in report.paces
        )
        yield Table(
            "Fair pace by person",
            ("who", "stage", "%", "n", "own s", "expected s", "why not"),
            paces,
            "Expected seconds ÷ own seconds. Expected: the site's median for orders of as many"
            " lines and units. What the system, exceptions and pauses took is in neither.",
        )


def _goods(report: ShiftReport, cover_days: float) -> Iterator[Table]:
    shorts = sorted(report.shorts, key=lambda one: (-one.units, one.sku, one.bin))
    rows = tuple((one.sku, one.bin or "-", one.units) for one in shorts)
    yield Table("Short by product and bin", ("product", "bin", "units"), rows)
    demand = tuple(
        (one.sku, one.units, one.a_day, one.on_hand, one.cover_days, "yes" if one.reorder else "")
        for one in report.demand
    )
    head = ("product", "units", "units a day", "on hand", "days of cover", "reorder")
    yield Table("Demand by product", head, demand, FORMULA.format(days=cover_days))
    if report.customers:
        customers = sorted(report.customers, key=lambda one: (-one.orders, one.name))
        rows_ = tuple((one.name, one.orders, one.units, one.late) for one in customers)
        yield Table("By customer", ("customer", "orders shipped", "units", "shipped late"), rows_)


def share(part: int, whole: int) -> float | None:
    """Percent; None of nothing."""
    return round(100 * part / whole, 2) if whole else None


def _through(one: Through) -> Sequence[Cell]:
    return (
        one.picked,
        one.units_picked,
        one.packed,
        one.units_packed,
        one.parcels,
        one.loaded,
        one.dispatched,
    )


def _who(one: Who) -> tuple[Cell, ...]:
    rate = one.per_hour
    return (
        one.name,
        *_through(one),
        round(one.hours, 2),
        None if rate is None else round(rate),
    )


def _lost(one: Lost) -> tuple[Cell, ...]:
    return (one.name, *(one.seconds[cause.value] for cause in Cause))
