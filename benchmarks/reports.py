"""A report over a day, a month and all of a PostgreSQL centre with 5 M events.

`python -m benchmarks.reports [URL ORDERS]`: an existing load, else a server of its own is filled
first, which takes minutes. Spoken by a supervisor's own login, whose rows are held by policies. The
largest memory of this process is told after each span, the short ones first: what a longer one
adds is what the number of its events costs.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

from app.clock import SystemClock
from app.domain.facts import Fact, Kind
from app.reports.fold import KINDS
from app.reports.rates import Rates
from app.reports.shift import Asked
from app.reports.whole import Whole, whole
from app.store.admin import roles as centre_roles
from app.sync.centre import SqlCentre
from app.sync.history import History
from benchmarks import bulk_load
from benchmarks.centre_scale import on_a_load, station_url
from benchmarks.table import show

ORDERS = int(os.environ.get("PACKBENCH_REPORT_ORDERS", "625000"))
DAY = timedelta(days=1)
MOST_S = 3.0
"""A report of a day is to be there by then."""


def made(past: History, since: datetime, until: datetime, now: datetime) -> tuple[Whole, int]:
    """The report, and from how many facts."""
    read = 0

    def facts(first: datetime, last: datetime) -> Iterator[Fact]:
        nonlocal read
        for fact in past.facts(KINDS, first, last):
            read += 1
            yield fact

    report = whole(
        facts,
        lambda names: past.rows(Kind.ORDER, names),
        past.on_hand,
        past.ahead,
        Asked(since, until, now, personal=True),
        Rates(),
    )
    return report, read


def run(url: str, orders: int, share: float = 1.0) -> None:
    """share: 1 = the day is to be there in time."""
    login = station_url(url, f"R{os.getpid()}", centre_roles.SUPERVISOR)
    clock = SystemClock()
    now = clock.now()
    centre = SqlCentre.open(login, clock)
    spans = {"a day": DAY, "a week": 7 * DAY, "a month": 30 * DAY, "all": 500 * DAY}
    rows = []
    for name, span in spans.items():
        until = now if name == "all" else now - 30 * DAY
        began = time.perf_counter()
        with centre.history() as past:
            report, read = made(past, until - span, until, now)
        took = time.perf_counter() - began
        shipped = next(one for one in report.report.figures if one.code == "orders_shipped")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows.append([name, f"{read:,}", f"{shipped.value:,.0f}", f"{took:.2f}", f"{peak:,.0f}"])
        assert not (name == "a day" and share >= 1 and took > MOST_S), f"a day took {took:.1f} s"
    centre.close()
    size = bulk_load.size_mb(url)
    head = ["time span", "facts", "orders shipped", "s", "largest memory, MB"]
    show(f"Reports of a centre with {orders:,} orders, {size:,.0f} MB", head, rows)


def main(orders: int = ORDERS, products: int = bulk_load.PRODUCTS, share: float = 1.0) -> None:
    on_a_load(run, orders, products, share)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        run(sys.argv[1], int(sys.argv[2]))
    else:
        main()
