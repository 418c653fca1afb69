"""`python -m benchmarks [NAME ...]`; exit code 1 where one of them found something broken."""

from __future__ import annotations

import argparse
import importlib
import sys

NAMES = {
    "scan": "benchmarks.scan_latency",
    "start": "benchmarks.start_time",
    "scanners": "benchmarks.two_scanners",
    "kill": "benchmarks.kill_nine",
    "label": "benchmarks.label_latency",
    "lines": "benchmarks.device_lines",
    "printers": "benchmarks.printer_faults",
    "weights": "benchmarks.weights",
    "file": "benchmarks.station_file",
    "outage": "benchmarks.outage",
    "benches": "benchmarks.three_benches",
    "scale": "benchmarks.centre_scale",
    "stations": "benchmarks.many_stations",
    "uci": "benchmarks.uci_orders",
    "house": "benchmarks.house",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)} (all)")
    parser.add_argument("--seed", type=int, default=1, help="of `benches` (1)")
    parser.add_argument("--kills", type=int, default=200, help="of `kill` (200)")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in NAMES]
    if unknown:
        print(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(NAMES)}")
        return 2
    words = {"benches": {"seed": chosen.seed}, "kill": {"kills": chosen.kills}}
    broken = False
    for name in chosen.names or NAMES:
        broken |= bool(importlib.import_module(NAMES[name]).main(**words.get(name, {})))
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
