"""The station, ended at its first painted view: `python -m benchmarks.first_paint HOME`.

Prints "painted", then the peak memory of the process in KiB.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from app.clock import SystemClock
from app.compose.bench import Plan
from app.compose.desktop import Desktop, Look
from app.compose.equipment import Specs
from app.config import Config
from app.paths import Home


def main(folder: str) -> None:
    home = Home(Path(folder))
    home.ensure()
    plan = Plan(home, "P1", Config(), home.centre_url, SystemClock())
    desktop = Desktop(plan, (), Specs(("wedge",)), Look(offscreen=True, mute=True))

    def painted(_at: object) -> None:
        print("painted", flush=True)
        desktop.app.quit()

    desktop.window.painted.connect(painted)
    desktop.run()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    main(sys.argv[1])
