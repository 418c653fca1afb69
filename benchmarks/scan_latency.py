"""Scan's last byte handed in -> durable -> painted, on a 100-line order, 1920x1080 offscreen."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

from app.config import Config
from app.demo.operator import Act
from app.domain.commands import Command
from app.station.home.view import HomeView
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.station.sign_in.view import SignInView
from app.station.views import View
from benchmarks import stage
from benchmarks.table import show, spread

LINES = 100
UNITS = 2  # of each line


class HundredLines:
    """Picks and packs one long order: every unit scanned."""

    finished = False
    packed = 0

    def next(self, view: View) -> Act | None:
        match view:
            case SignInView():
                return Act(stage.BADGE)
            case HomeView() if view.to_pack:
                return Act(stage.TOTE)
            case HomeView() if view.to_pick:
                return Act("SO-1")
            case PickView():
                return Act(_pick_code(view))
            case PackView():
                return _pack_act(view)
            case _:
                self.finished = True
                return None


def _pick_code(view: PickView) -> str:
    if view.bar.prompt.value == "go_to_bin":
        return stage.BIN
    return stage.TOTE if view.bar.prompt.value == "scan_tote" else view.line.barcode


def _pack_act(view: PackView) -> Act | None:
    match view.bar.prompt.value:
        case "choose_carton":
            return Act(command=Command.OK)
        case "scan_item":
            return Act(view.line.barcode if view.line else "")
        case "scan_label":
            return Act("00" + view.sscc)
        case _:
            return None


def main(lines: int = LINES) -> None:
    """Measure and print; also which thread committed."""
    from app.cli.shift import Shift
    from app.compose.desktop import Look

    threads: set[str] = set()
    with stage.site(lines=lines, units=UNITS) as home, tempfile.TemporaryDirectory() as out:
        look = Look(offscreen=True, mute=True)
        shift = Shift(home, Config(), Path(out), look, orders=1, operator=HundredLines())
        shift.desktop.listen(lambda _answer: threads.add(threading.current_thread().name))
        shift.play()
    rows = [
        ["durable", str(len(shift.durable_ms)), *spread(shift.durable_ms)],
        ["painted", str(len(shift.painted_ms)), *spread(shift.painted_ms)],
    ]
    title = f"Scan handed in -> ..., {lines}-line order, ms (committed on: {', '.join(threads)})"
    show(title, ["until", "scans", "p50", "p95", "p99", "most"], rows)
