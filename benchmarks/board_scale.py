"""The supervisor's board over a PostgreSQL centre with 1 M orders and 5 M events.

`python -m benchmarks board`. Some 3,000 orders are in work at 200 stations, and half as many again
have left in the last two hours. Told: what the watcher's first look and its look after a change
take, what a board and its drawing cost, and then, while pgbench pushes for 200 stations (see
`benchmarks.many_stations`), how much of a core the server gives to the watcher.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from app.clock import ManualClock, SystemClock
from app.overview.board import board
from app.overview.duty import SLOWLY, Duty
from app.overview.floor import Floor
from app.overview.glance import glance
from app.overview.view import BoardView
from app.overview.watcher import Watcher, WatchThread
from app.store.database import open_centre
from app.sync.centre import SqlCentre
from benchmarks import bulk_load, copies, postgres
from benchmarks.bulk_load import Slice
from benchmarks.centre_scale import Bench
from benchmarks.many_stations import WARM_UP_S, Plan, load_scripts
from benchmarks.table import show, spread
from benchmarks.wire_load import Pgbench, pgbench

ORDERS, WORK, STATIONS, SECONDS = 1_000_000, 3000, 200, 40.0
COPIES, PRODUCTS = 19, 200
TODAY = timedelta(hours=2)
TIMES = 40


def fill(url: str, orders: int, work: int, stations: int) -> None:
    began = time.perf_counter()
    some, now = orders // (COPIES + 1), SystemClock().now()
    bulk_load.load(url, some, end=now - TODAY, parts=2, products=PRODUCTS)
    many = copies.multiply(url, COPIES)
    today = Slice(2, some, 2 * work, some + work, now - TODAY, TODAY / (2 * work), stations)
    many += bulk_load.fill(url, today, 1, PRODUCTS)
    engine = open_centre(url)
    with engine.connect() as db:
        count = db.exec_driver_sql("SELECT count(*), sum(live::int) FROM orders").one()
    engine.dispose()
    show(
        "A centre for the board",
        ["orders", "in work", "events", "MB", "s to make"],
        [
            [
                f"{count[0]:,}",
                f"{count[1]:,}",
                f"{many:,}",
                f"{bulk_load.size_mb(url):,.0f}",
                f"{time.perf_counter() - began:.0f}",
            ]
        ],
    )


class Watched:
    """A watcher whose every look is timed, and the process of the server that answers it."""

    def __init__(self, url: str) -> None:
        self._engine = open_centre(url)
        self._centre = SqlCentre(self._engine, SystemClock())
        self._centre.prepare()
        self.watcher = Watcher(lambda: self._centre, SystemClock())
        with self._engine.connect() as db:
            self._pid = db.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()

    def server_s(self) -> float:
        """CPU seconds of the server's process for this watcher (Linux)."""
        return int(Path(f"/proc/{self._pid}/schedstat").read_text().split()[0]) / 1e9

    def close(self) -> None:
        self.watcher.close()


def timed(act: Callable[[], object]) -> float:
    """ms."""
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def looks(url: str, bench: Bench, times: int) -> list[list[str]]:
    """The first look, looks after nothing and after changes; the parts of a look; the board."""
    watched = Watched(url)
    watcher = watched.watcher
    first = timed(watcher.step)
    idle = [timed(watcher.step) for _ in range(times)]
    changed, parts = [], []
    for _ in range(times):
        bench.push(20)()
        changed.append(timed(watcher.step))
        parts.append(timed(lambda: board(watcher.floor, SystemClock().now(), online=True)))
    view = watcher.step()
    rows = [
        ["first look", f"{first:.1f}", "", "", ""],
        ["look, nothing new", *spread(idle)],
        ["look after 20 facts", *spread(changed)],
        ["board of the rows alone", *spread(parts)],
        ["drawing a changed board", *spread(drawings(view, times))],
        *alarms(url, watcher.floor, view, times),
    ]
    print(
        f"\n  {len(watcher.floor.orders):,} orders in work, {len(watcher.floor.passed):,} steps of"
        f" the last hour, {len(view.tiles)} stations, {len(view.bars)} trucks"
    )
    watched.close()
    return rows


def alarms(url: str, floor: Floor, view: BoardView, times: int) -> list[list[str]]:
    """What keeping alarms adds to a look, and what it costs beside it, on its own connection."""
    clock = ManualClock(view.now)
    duty = Duty(lambda: SqlCentre.open(url, clock), clock)
    glances = [timed(lambda: glance(floor, view, view.now)) for _ in range(times)]
    seen, often, rarely = glance(floor, view, view.now), [], []
    duty.look(seen)
    for _ in range(times // 4 or 1):
        later = replace(seen, at=seen.at + SLOWLY)
        rarely.append(timed(partial(duty.look, later)))
        often.append(timed(partial(duty.look, later)))
        seen = later
    found = len(duty.open)
    duty.close()
    return [
        ["glance for alarms, each 5 s", *spread(glances)],
        [f"beside it: {found} alarms kept", *spread(often)],
        ["beside it, each 2 min: all asked", *spread(rarely)],
    ]


def drawings(view: BoardView, times: int) -> list[float]:
    """ms of each: one number more everywhere, the window 1920x1080 without a display."""
    from PySide6.QtWidgets import QApplication

    from ui.application import make_application
    from ui.supervisor.window import SupervisorWindow

    instance = QApplication.instance() or make_application(["benchmarks"], offscreen=True)
    assert isinstance(instance, QApplication)
    window = SupervisorWindow()
    window.resize(1920, 1080)
    window.open()
    window.show_view(view)
    instance.processEvents()
    window.grab()
    found = []
    for number in range(1, times + 1):
        flow = {step: count + number for step, count in (view.flow or {}).items()}
        tiles = tuple(
            replace(tile, per_hour=tile.per_hour + number, order=f"SO-{number}")
            for tile in view.tiles
        )
        bars = tuple(replace(bar, planned=bar.planned + number) for bar in view.bars)
        new = replace(view, flow=flow, tiles=tiles, bars=bars)

        def draw(shown: BoardView = new) -> None:
            window.show_view(shown)
            instance.processEvents()

        found.append(timed(draw))
    window.close()
    return found


def under_load(url: str, stations: int, seconds: float) -> None:
    """What a watcher costs and how long its looks take while all stations push once a second."""
    scripts = load_scripts(Plan(url, time.monotonic(), 0.0, 1.0), stations)
    watched = Watched(url)
    spent: list[float] = []
    look = watched.watcher.step

    def step() -> BoardView:
        began = time.perf_counter()
        view = look()
        spent.append(1000 * (time.perf_counter() - began))
        return view

    watched.watcher.step = step  # type: ignore[method-assign]  # timed
    with Pgbench(url, scripts, stations, seconds, pulls_s=0.05, warm_up_s=WARM_UP_S) as load:
        time.sleep(WARM_UP_S)
        thread = WatchThread(watched.watcher, lambda _view: None)
        thread.start()
        time.sleep(WARM_UP_S)
        spent.clear()
        before, began = watched.server_s(), time.monotonic()
        time.sleep(seconds - 2 * WARM_UP_S - 1.0)
        used, took = watched.server_s() - before, time.monotonic() - began
        thread.stop()
        found = load.wait()
    show(
        f"One watcher while {stations} stations push",
        ["pushes/s", "looks/s", "look p50", "p95", "p99", "max", "server's core, %"],
        [
            [
                f"{len(found.pushes) / (seconds - WARM_UP_S):.0f}",
                f"{len(spent) / took:.2f}",
                *spread(spent),
                f"{100 * used / took:.2f}",
            ]
        ],
    )


def run(url: str, orders: int, stations: int, seconds: float, times: int) -> None:
    bench = Bench.open(url, orders, f"S{os.getpid()}")
    show("ms", ["what", "p50", "p95", "p99", "max"], looks(url, bench, times))
    bench.centre.close()
    if pgbench() is None:
        print("\npgbench is not installed; the load of a watcher is not measured")
        return
    under_load(url, stations, seconds)


def main(
    orders: int = ORDERS,
    work: int = WORK,
    stations: int = STATIONS,
    seconds: float = SECONDS,
    times: int = TIMES,
) -> None:
    if postgres.binaries() is None:
        print("\nPostgreSQL is not installed; nothing measured")
        return
    with postgres.running() as server:
        url = server.database()
        fill(url, orders, work, stations)
        run(url, orders, stations, seconds, times)
