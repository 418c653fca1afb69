"""`python -m benchmarks [NAME ...]`; exit code 1 where one of them fails or finds something broken.

--smallest: each at its smallest size, to see that it still works; its figures mean nothing then.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
import traceback
from dataclasses import dataclass, field
from typing import Any

from benchmarks.outage import Size


@dataclass(frozen=True)
class Benchmark:
    """module: its `main` measures and prints. smallest: what makes that as short as can be."""

    module: str
    smallest: dict[str, Any] = field(default_factory=dict)


BENCHMARKS = {
    "scan": Benchmark("scan_latency", {"lines": 2}),
    "start": Benchmark("start_time", {"runs": 1}),
    "scanners": Benchmark("two_scanners", {"seconds": 1}),
    "kill": Benchmark("kill_nine", {"kills": 3}),
    "label": Benchmark("label_latency", {"orders": 2}),
    "lines": Benchmark("device_lines", {"scans": 10, "replugs": 1}),
    "printers": Benchmark("printer_faults", {"faults": 1, "labels": 1}),
    "weights": Benchmark("weights", {"seeds": (11,), "learned": (0, 10), "checked": 20}),
    "file": Benchmark("station_file", {"scans": 20, "facts": 2000}),
    "outage": Benchmark(
        "outage", {"size": Size(stations=2, seeds=(1,), seconds=2.0, kills=3, parcels=4)}
    ),
    "benches": Benchmark("three_benches", {"blows": 1, "orders": 60}),
    "scale": Benchmark("centre_scale", {"orders": 1000, "products": 200, "share": 0.01}),
    "search": Benchmark("search", {"orders": 1000, "products": 200, "share": 0.01}),
    "reports": Benchmark("reports", {"orders": 2000, "products": 200, "share": 0.01}),
    "stations": Benchmark("many_stations", {"seconds": 8.0, "stations": 12, "pauses_s": (0.25,)}),
    "board": Benchmark(
        "board_scale",
        {"orders": 2000, "work": 50, "stations": 12, "seconds": 16.0, "times": 3},
    ),
    "forecast": Benchmark("forecast", {"shifts": 1, "invented": True}),
    "uci": Benchmark("uci_orders", {"orders": 2, "invented": True}),
    "routes": Benchmark("routes", {"tours": 20, "invented": True}),
    "moves": Benchmark("stock_moves", {"facts": 3000, "moments": 5, "times": 100}),
    "tasks": Benchmark("floor_tasks", {"people": 3, "tasks": 60, "paces_s": (0.0,)}),
    "promises": Benchmark(
        "promises", {"orders": 40, "skus": 10, "writers": 2, "paces_s": (0.0,), "invented": True}
    ),
    "house": Benchmark("house", {"units": (0, 500)}),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = ", ".join(BENCHMARKS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {names} (all)")
    parser.add_argument("--smallest", action="store_true", help="each at its smallest size")
    parser.add_argument("--seed", type=int, default=1, help="of `benches` (1)")
    parser.add_argument("--kills", type=int, default=200, help="of `kill` (200)")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in BENCHMARKS]
    if unknown:
        print(f"no benchmark is called {', '.join(unknown)}; there are {names}")
        return 2
    asked = {"benches": {"seed": chosen.seed}, "kill": {"kills": chosen.kills}}
    failed = [
        name
        for name in chosen.names or BENCHMARKS
        if not _works(name, BENCHMARKS[name].smallest if chosen.smallest else asked.get(name, {}))
    ]
    if failed:
        print(f"\nfailed: {', '.join(failed)}")
    return int(bool(failed))


def _works(name: str, words: dict[str, Any]) -> bool:
    """Run one; whether it ended well. The others go on where one ends in an exception."""
    began = time.monotonic()
    try:
        broken = importlib.import_module(f"benchmarks.{BENCHMARKS[name].module}").main(**words)
    except Exception:  # noqa: BLE001  told here, and by the exit code
        traceback.print_exc()
        broken = True
    print(f"  ({name}: {time.monotonic() - began:.1f} s)", flush=True)
    return not broken


if __name__ == "__main__":
    sys.exit(main())
