"""Does the board say in time which trucks will be missed? A back-test on real arrivals.

`python -m benchmarks forecast`. The orders of the UCI Online Retail file (see
`benchmarks.uci_orders`) come at their hours, four days of them at once; who packs them is invented
(`benchmarks.shift`). 60, 45 and 30 minutes before each truck leaves, the board of that moment is
asked, as a shift lead would. A truck is missed where one of its orders was not packed in time, also
one that came after the question. The naive forecast is: what is left, at the pace of the last half
hour.
"""

from __future__ import annotations

import csv
import lzma
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from app.domain import codec
from app.domain.address import Address
from app.domain.facts import FactKind, Kind
from app.domain.plan.forecast import Forecast
from app.domain.rows.orders import Order, OrderLine, ParcelMark, Stage, State, Sub
from app.overview.board import WINDOW, board
from app.overview.floor import Floor
from app.store.station.values import StoredRow
from app.sync.watch import Passed, Watched
from benchmarks import uci_orders
from benchmarks.shift import HOUR, MINUTE, Arrival, Job, shift
from benchmarks.table import show

AT_ONCE, TEAMS = 4, 3
SHIFTS = 54
LEADS = (60, 45, 30)
PRECISION = 0.8
"""At least so many of the warnings must come true."""
DAY = datetime(2026, 1, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """What was said of a truck so many minutes before it left, and what came true.

    told: None = all that was there was packed. naive: whether the naive forecast makes it.
    known_at: when the last order that was there at the question was packed. made: the truth.
    """

    shift: int
    truck: tuple[str, float]
    lead: int
    now: datetime
    told: Forecast | None
    naive: bool
    known_at: datetime
    made: bool

    @property
    def chance(self) -> float:
        return self.told.chance if self.told else 1.0

    @property
    def warned(self) -> bool:
        return self.told is not None and self.told.made is False


def real_days(path: Path) -> list[list[Arrival]]:
    """The invoices of each day, with their lines."""
    found: dict[str, dict[str, tuple[str, int]]] = {}
    with lzma.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if int(row["Quantity"]) > 0 and not row["InvoiceNo"].startswith("C"):
                day = found.setdefault(row["InvoiceDate"][:10], {})
                at, lines = day.get(row["InvoiceNo"], (row["InvoiceDate"], 0))
                day[row["InvoiceNo"]] = at, lines + 1
    return [
        [Arrival(_seconds(at), lines) for at, lines in day.values()]
        for _name, day in sorted(found.items())
    ]


def _seconds(text: str) -> float:
    at = datetime.fromisoformat(text)
    return at.hour * HOUR + at.minute * MINUTE + at.second


def invented_days(dice: Random) -> list[list[Arrival]]:
    return [
        [Arrival(dice.gauss(12.5, 2.0) * HOUR, dice.randint(1, 40)) for _ in range(40)]
        for _ in range(2 * AT_ONCE)
    ]


def moment(seconds: float) -> datetime:
    return DAY + timedelta(seconds=seconds) if math.isfinite(seconds) else DAY + timedelta(days=9)


class Day:
    """The floor of a shift at one moment after the other."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._jobs = jobs
        self._told: dict[int, tuple[bool, bool]] = {}
        self.floor = Floor()

    def at(self, seconds: float) -> Floor:
        """seconds: of the day, later than the last time."""
        now = moment(seconds)
        states = {
            job.number: (job.began_at <= seconds, job.packed_at <= seconds)
            for job in self._jobs
            if job.at <= seconds
        }
        rows = tuple(
            StoredRow(
                Kind.ORDER.value,
                f"shop:{number}",
                codec.to_text(_row(self._jobs[number], seconds)),
            )
            for number, state in states.items()
            if self._told.get(number) != state
        )
        self._told = states
        self.floor.take(Watched("e", "1", rows, (), full=False, at=now))
        steps = (
            Passed(
                FactKind.ORDER_PACKED.value,
                f"shop:{job.number}",
                f"P{job.packer}",
                job.packer,
                moment(job.packed_at),
            )
            for job in self._jobs
            if job.packed_at <= seconds
        )
        self.floor.take_passed(steps, now)
        return self.floor


def _row(job: Job, seconds: float) -> Order:
    packed, begun = job.packed_at <= seconds, job.began_at <= seconds
    return Order(
        "shop",
        f"SO-{job.number}",
        moment(job.at),
        Address("Ada"),
        tuple(
            OrderLine(n, f"S{n}", "", 1, picked=begun, packed=packed)
            for n in range(1, job.lines + 1)
        ),
        State.PICKING if begun or packed else State.ORDERED,
        Sub.PACKED if packed else Sub.PACKING if begun else Sub.RELEASED,
        job.carrier,
        cut_off=moment(job.cut_off),
        parcels=(ParcelMark("1", 1, Stage.CLOSED),) if packed else (),
        worked_by=f"P{job.packer}" if begun and not packed else "",
        worked_operator=job.packer if begun and not packed else "",
    )


def asked(number: int, jobs: Sequence[Job]) -> Iterator[Asked]:
    day = Day(jobs)
    trucks = {(job.carrier, job.cut_off) for job in jobs}
    for seconds, lead, truck in sorted(
        (truck[1] - lead * MINUTE, lead, truck) for lead in LEADS for truck in trucks
    ):
        now, due = moment(seconds), moment(truck[1])
        bars = board(day.at(seconds), now, online=True).bars
        bar = next((bar for bar in bars if (bar.carrier, bar.at) == (truck[0], due)), None)
        if bar is None or not bar.left:
            continue
        ahead = sum(one.left for one in bars[: bars.index(bar) + 1])
        done = sum(now - WINDOW < one.at <= now for one in day.floor.passed)
        mine = [job for job in jobs if (job.carrier, job.cut_off) == truck]
        yield Asked(
            number,
            truck,
            lead,
            now,
            bar.forecast,
            naive=ahead <= done * (due - now) / WINDOW,
            known_at=moment(max(job.packed_at for job in mine if job.at <= seconds)),
            made=all(job.packed_at <= truck[1] for job in mine),
        )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def line(name: str, said: Sequence[Asked]) -> list[str]:
    """One line of the table."""
    missed = sum(not one.made for one in said)
    warned = [one for one in said if one.warned]
    right = sum(not one.made for one in warned)
    open_ = sum(one.told is not None and one.told.made is None for one in said)
    told = [(one.told, one.known_at) for one in said if one.told]
    half = sum(at <= one.half for one, at in told)
    most = sum(at <= one.most for one, at in told)
    brier, naive = (
        sum((float(chance) - one.made) ** 2 for one, chance in zip(said, chances, strict=True))
        / max(1, len(said))
        for chances in ([one.chance for one in said], [one.naive for one in said])
    )
    return [
        name,
        str(len(said)),
        str(missed),
        str(len(warned)),
        str(open_),
        _share(right, len(warned)),
        _share(right, missed),
        _share(half, len(told)),
        _share(most, len(told)),
        f"{brier:.3f}",
        f"{naive:.3f}",
    ]


def backtest(days: Sequence[Sequence[Arrival]], shifts: int) -> list[Asked]:
    found: list[Asked] = []
    for number, first in enumerate(range(0, len(days), AT_ONCE)[:shifts]):
        arrivals = [one for day in days[first : first + AT_ONCE] for one in day]
        for team in range(TEAMS):
            found += asked(TEAMS * number + team, shift(arrivals, f"shift {number} {team}"))
    return found


def main(shifts: int = SHIFTS, *, invented: bool = False) -> bool:
    """True = warnings are wrong too often."""
    path = None if invented else uci_orders.source()
    if path is None and not invented:
        print("\nUCI Online Retail: the file is not here (see PACKBENCH_UCI); nothing measured")
        return False
    said = backtest(real_days(path) if path else invented_days(Random(1)), shifts)
    show(
        f"The board's forecast before {len({(one.shift, one.truck) for one in said})} trucks in"
        f" {len({one.shift for one in said})} shifts",
        [
            "minutes before",
            "asked",
            "missed",
            "warned",
            "nobody can say",
            "precision",
            "recall",
            "done by P50",
            "by P90",
            "Brier",
            "naive",
        ],
        [
            *(line(str(lead), [one for one in said if one.lead == lead]) for lead in LEADS),
            line("all", said),
        ],
    )
    warned = [one for one in said if one.warned]
    return not invented and sum(one.made for one in warned) > (1 - PRECISION) * len(warned)


if __name__ == "__main__":
    main()
