"""The verbs of the protocol at a PostgreSQL centre with 1 M orders and 5 M events.

`python -m benchmarks.centre_scale [URL ORDERS]`: an existing load, else a server of its own is
filled first, which takes minutes. Spoken as in production: by a station's own login, whose rows
are held by policies.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

import sqlalchemy as sa

from app.clock import SystemClock
from app.domain.facts import Fact, FactKind, Kind, Subject
from app.store.admin import logins as centre_logins
from app.store.admin import roles as centre_roles
from app.store.centre.tables import MAIN_SITE
from app.store.database import open_centre
from app.sync.centre import SqlCentre
from benchmarks import bulk_load, postgres
from benchmarks.bulk_load import CHANNEL, INCARNATION, Origin, bin_of, ref_of, sku_of, sscc_of
from benchmarks.table import show, spread

ORDERS = int(os.environ.get("PACKBENCH_SCALE_ORDERS", "1000000"))


def station_url(url: str, origin: str, job: str = centre_roles.STATION) -> str:
    """Of a new station's login at this centre; the policies are in force from now on."""
    engine = open_centre(url)
    name = origin.lower()
    with engine.begin() as db:
        if not centre_roles.installed(db):
            centre_roles.install(db)
        new = centre_logins.Login(name, origin, MAIN_SITE, job)
        password = centre_logins.add(db, new)
    engine.dispose()
    made = sa.make_url(url).set(username=name, password=password)
    return made.render_as_string(hide_password=False)


@dataclass
class Bench:
    """A station in the middle of its work."""

    centre: SqlCentre
    origin: Origin
    epoch: str
    orders: int
    dice: Random
    cursor: str = ""

    @classmethod
    def open(cls, url: str, orders: int, name: str, job: str = centre_roles.STATION) -> Bench:
        """Raises IntegrityError where a bench of this name has been there."""
        centre, origin = (
            SqlCentre.open(station_url(url, name, job), SystemClock()),
            Origin(name, Random()),
        )
        said = centre.hello(name, INCARNATION, start=0, wants_sscc=False)
        return cls(centre, origin, said.epoch, orders, Random(7))

    def number(self) -> int:
        return self.dice.randrange(self.orders)

    def name(self) -> str:
        return f"{CHANNEL}:{ref_of(self.number())}"

    def picks(self, count: int, at: datetime) -> list[Fact]:
        """Units of the newest orders, which are open; their bins are of the first slice."""
        made = []
        for n in range(count):
            order = f"{CHANNEL}:{ref_of(self.orders - 1 - self.dice.randrange(10))}"
            place = bin_of(0, self.dice.randrange(100))
            body = {"order": order, "line": 1, "sku": sku_of(0, 0), "quantity": 1, "bin": place}
            subjects = [Subject(Kind.ORDER, order), Subject(Kind.BIN, place)]
            when = at + timedelta(milliseconds=n)
            made.append(self.origin.say(FactKind.UNIT_PICKED, subjects, body, when))
        return made

    def push(self, count: int) -> Callable[[], object]:
        facts = self.picks(count, SystemClock().now())
        return lambda: self.centre.push(self.origin.name, INCARNATION, self.epoch, facts)

    def pull(self) -> None:
        self.cursor = self.centre.pull(
            self.origin.name, INCARNATION, self.epoch, self.cursor
        ).cursor


def measure(times: int, prepare: Callable[[], Callable[[], object]]) -> list[float]:
    """ms of each; the first tenth warms up."""
    found = []
    for _ in range(times + times // 10):
        act = prepare()
        began = time.perf_counter()
        act()
        found.append(1000 * (time.perf_counter() - began))
    return found[times // 10 :]


def change_then_pull(bench: Bench) -> Callable[[], object]:
    bench.pull()
    bench.push(1)()
    return bench.pull


def run(url: str, orders: int, share: float = 1.0) -> None:
    """share: of the times that each verb is measured."""
    bench = Bench.open(url, orders, f"S{os.getpid()}")
    centre = bench.centre

    def order_of() -> Callable[[], object]:
        ref = ref_of(bench.number())
        return lambda: centre.find_order(ref)

    def parcel_of() -> Callable[[], object]:
        sscc = sscc_of(bench.number())
        return lambda: centre.row(Kind.PARCEL, sscc)

    def timeline_of() -> Callable[[], object]:
        name = bench.name()
        return lambda: centre.timeline(Kind.ORDER, name)

    work: list[tuple[str, int, Callable[[], Callable[[], object]]]] = [
        ("order by its number", 2000, order_of),
        ("parcel by its code", 2000, parcel_of),
        ("timeline of an order", 1000, timeline_of),
        (
            "next order, of 550 held in the end",
            500,
            lambda: lambda: centre.claim(bench.origin.name, count=1),
        ),
        ("pull of one change", 300, lambda: change_then_pull(bench)),
        ("pull of nothing", 1000, lambda: bench.pull),
        ("push of 1 fact", 500, lambda: bench.push(1)),
        ("push of 20 facts", 100, lambda: bench.push(20)),
    ]
    rows = []
    for name, most, prepare in work:
        times = max(1, round(most * share))
        gc.collect()
        rows.append([name, str(times), *spread(measure(times, prepare))])
    show(
        f"A centre of {orders:,} orders, {bulk_load.size_mb(url):,.0f} MB; ms",
        ["verb", "times", "p50", "p95", "p99", "max"],
        rows,
    )
    began = time.perf_counter()
    pulled = centre.pull(bench.origin.name, INCARNATION, bench.epoch, "")
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show(
        "The first pull of a new station",
        ["rows", "s", "peak MB"],
        [[f"{len(pulled.rows):,}", f"{seconds:.1f}", f"{peak:.0f}"]],
    )
    centre.close()


def on_a_load(
    measurement: Callable[[str, int, float], None], orders: int, products: int, share: float
) -> None:
    """Give the measurement a loaded centre on a server of its own: its URL, orders and share."""
    if postgres.binaries() is None:
        print("\nPostgreSQL is not installed; nothing measured")
        return
    with postgres.running() as server:
        url = server.database()
        bulk_load.report(url, orders, products=products)
        measurement(url, orders, share)


def main(orders: int = ORDERS, products: int = bulk_load.PRODUCTS, share: float = 1.0) -> None:
    on_a_load(run, orders, products, share)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        run(sys.argv[1], int(sys.argv[2]))
    else:
        main()
