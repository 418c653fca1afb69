"""Real order lines: import, import again, and the first orders packed by a simulated person.

Reads the UCI Online Retail file where PACKBENCH_UCI names it, or beside the project; without it
nothing is measured. A few invented lines of the same form show that the measurement still works.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.table import show

ORDERS = 200
SYNC_EVERY = 20  # inputs; a person makes that many in some ten seconds
INVENTED = """\
InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
536366,22633,HAND WARMER UNION JACK,4,2010-12-01 08:28:00,1.85,13047.0,France
C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom
"""
PLACE = "shared/data/uci-online-retail/online_retail_2010-12_2011-08.csv.xz"


def source() -> Path | None:
    """The file, None where it is not at hand."""
    named = os.environ.get("PACKBENCH_UCI")
    path = Path(named) if named else Path(__file__).resolve().parents[2] / PLACE
    return path if path.exists() else None


def main(orders: int = ORDERS, *, invented: bool = False) -> None:
    """Each import is a process of its own; its peak memory is the operating system's figure."""
    path = None if invented else source()
    if path is None and not invented:
        print("\nUCI Online Retail: the file is not here (see PACKBENCH_UCI); nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        # Set-aside lines are written beside the source: a link keeps the source's folder clean.
        file = home / ("orders.csv.xz" if path else "orders.csv")
        if path:
            file.symlink_to(path)
        else:
            file.write_text(INVENTED, encoding="utf-8")
        rows = [_import(home, file, name) for name in ("first", "again")]
        show(
            "UCI Online Retail import",
            ["run", "lines", "new", "same", "set aside", "rejected", "s", "peak MB"],
            rows,
        )
        _pack(home, file, orders)


def _import(home: Path, file: Path, name: str) -> list[str]:
    began = time.perf_counter()
    found = _program(home, "import", str(file), "--format", "csv", "--map", "uci-online-retail")
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    figures = [found[key] for key in ("lines", "orders_new", "orders_same", "set_aside")]
    rejected = len(found["rejected"])
    return [name, *map(str, figures), str(rejected), f"{seconds:.1f}", f"{peak:.0f}"]


def _program(home: Path, *words: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "app", "--home", str(home), *words, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _pack(home: Path, file: Path, orders: int) -> None:
    from app.clock import SystemClock
    from app.compose.bench import Plan, ScriptBench
    from app.config import Config
    from app.demo.operator import SimulatedOperator
    from app.device_api import Scan
    from app.domain.documents import (
        BinDocument,
        CartonDocument,
        OperatorDocument,
        ProductDocument,
        StockDocument,
    )
    from app.importing.direct import import_documents
    from app.paths import Home
    from app.station.messages import Press
    from devices.printers.simulated import SimulatedPrinter

    words = ("--what", "products", "--format", "csv", "--map", "uci-online-retail")
    _program(home, "import", str(file), *words)
    place, clock = Home(home), SystemClock()
    skus = _skus(place)
    import_documents(
        {
            # Real quantities go into the hundreds: the person types them, the goods allow it.
            "products": [ProductDocument(sku, sku, (), count_by_number=True) for sku in skus],
            "bins": [BinDocument(f"A-{n:05d}", n) for n in range(len(skus))],
            "stock": [StockDocument(f"A-{n:05d}", sku, 10**7) for n, sku in enumerate(skus)],
            "cartons": [CartonDocument("BOX", "Box", 900, 900, 900)],
            "operators": [OperatorDocument("11", "Ann", "PBID-BENCH")],
        },
        place,
        place.centre_url,
        clock,
    )
    bench = ScriptBench(Plan(place, "P1", Config(), place.centre_url, clock), (SimulatedPrinter(),))
    began = time.perf_counter()
    bench.open()
    pulled = time.perf_counter() - began
    person = SimulatedOperator("PBID-BENCH", mistakes=False, orders=orders, counts=True)
    inputs, view = 0, bench.answers[-1].view
    began = time.perf_counter()
    while not person.finished and (act := person.next(view)) is not None:
        message = (
            Press(act.command) if act.command else Scan(act.code, "", "x", clock.now(), batch=True)
        )
        bench.loop.submit(message)
        bench.loop.drain()
        inputs += 1
        if inputs % SYNC_EVERY == 0:
            bench.settle()
        view = bench.answers[-1].view
        del bench.answers[:-1]
    bench.settle()
    seconds = time.perf_counter() - began
    units = bench.file.history.work_since(
        bench.station.session.operator, clock.now() - timedelta(days=1)
    )[1]
    show(
        "The first orders packed through the engine, without screens",
        ["orders", "units", "inputs", "s", "inputs/s", "first pull, s", "conflicts"],
        [
            [
                str(person.packed),
                str(units),
                str(inputs),
                f"{seconds:.1f}",
                f"{inputs / seconds:.0f}",
                f"{pulled:.1f}",
                str(_conflicts(place)),
            ]
        ],
    )
    bench.close()


def _skus(home: object) -> list[str]:
    from app.clock import SystemClock
    from app.domain.facts import Kind
    from app.paths import Home
    from app.sync.centre import SqlCentre

    assert isinstance(home, Home)
    centre = SqlCentre.open(home.centre_url, SystemClock())
    found = sorted(centre.digests(Kind.PRODUCT))
    centre.close()
    return found


def _conflicts(home: object) -> int:
    import sqlite3

    from app.paths import Home

    assert isinstance(home, Home)
    with sqlite3.connect(home.root / "centre.db") as db:
        count = db.execute("SELECT count(*) FROM event WHERE verdict = 'conflict'").fetchone()[0]
    db.close()
    return int(count)
