"""`python -m benchmarks [NAME ...]`."""

from __future__ import annotations

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
    "outage": "benchmarks.outage",
    "scale": "benchmarks.centre_scale",
    "stations": "benchmarks.many_stations",
    "uci": "benchmarks.uci_orders",
}


def main() -> int:
    chosen = sys.argv[1:] or list(NAMES)
    unknown = [name for name in chosen if name not in NAMES]
    if unknown:
        print(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(NAMES)}")
        return 2
    for name in chosen:
        importlib.import_module(NAMES[name]).main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
