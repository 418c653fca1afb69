"""The demo on a display: the station's window, and a panel that is its scanner and printer."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from app import config as configuration
from app.clock import SystemClock
from app.compose.bench import Plan
from app.compose.desktop import Desktop, Look
from app.compose.equipment import Specs
from app.demo.site import gtin
from app.domain.commands import Command
from app.domain.outcome import Outcome
from app.paths import Home
from app.station.home.view import HomeView
from app.station.load.view import LoadView
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.station.sign_in.view import SignInView
from app.station.views import View
from devices.printers.simulated import SimulatedPrinter
from ui import messages
from ui.demo_panel import DemoPanel

Codes = list[tuple[str, str]]
BADGES: Codes = [
    ("Li Wei", "PBID-DEMO-11"),
    ("Anna Berg", "PBID-DEMO-12"),
    ("Ines Vogt", "PBID-DEMO-90"),
]
UNKNOWN = gtin(99999)
TITLE_BAR = 36
_COMMANDS = (Command.OK, Command.UNDO, Command.NEXT, Command.LOCK)


class _Paper(QObject):
    """Carries a printed label from the printer's thread to the panel."""

    printed = Signal(bytes, str)


class DemoWindow:
    """The station's window and the panel beside it."""

    def __init__(self, home: Home, args: argparse.Namespace, station: str) -> None:
        config = configuration.load(home.root)
        plan = Plan(home, station, config, home.centre_url, SystemClock(), language=args.lang)
        self._profile = args.profile
        self._boxes: dict[str, str] = {}
        self._paper = _Paper()
        printer = SimulatedPrinter(show=self._paper.printed.emit)
        look = Look(profile=args.profile, dark=args.dark)
        self._desktop = Desktop(plan, (printer,), Specs(("sim", "wedge")), look)
        self._panel = DemoPanel(self._scan)
        self._paper.printed.connect(self._panel.show_label, Qt.ConnectionType.QueuedConnection)
        self._desktop.bridge.shown.connect(self._offer)

    def run(self) -> None:
        self._side_by_side()
        self._panel.show()
        self._desktop.run()
        self._panel.close()

    def _side_by_side(self) -> None:
        """Give the station two thirds of the screen, and the panel the rest beside it."""
        space = self._desktop.app.primaryScreen().availableGeometry()
        share = 0.3 if self._profile == "handheld" else 0.66
        border = 8  # what a window manager draws around a window
        width = int(space.width() * share)
        height = space.height() - TITLE_BAR
        top = space.top() + TITLE_BAR
        self._desktop.window.setGeometry(space.left(), top, width - border, height)
        rest = space.width() - width
        self._panel.setGeometry(space.left() + width + border, top, rest - 2 * border, height)

    def _scan(self, code: str) -> None:
        if self._desktop.simulated is not None:
            self._desktop.simulated.scan(code)

    def _offer(self, view: View, _answer: Outcome | None) -> None:
        """Offer on the panel the code that the screen asks for now, and a wrong one."""
        groups: list[tuple[str, Sequence[tuple[str, str]]]] = [
            (messages.words("sim_at_hand"), self._expected(view)),
            (messages.words("sim_wrong"), [(UNKNOWN, UNKNOWN)]),
            (messages.words("sim_badges"), BADGES),
            (messages.words("sim_commands"), [(c.name, c.barcode) for c in _COMMANDS]),
        ]
        self._panel.offer(groups)

    def _expected(self, view: View) -> Codes:
        match view:
            case SignInView():
                return BADGES
            case HomeView():
                rows = [(row.order, row.order) for row in view.queue[:6]]
                return rows + [(row.load, row.load) for row in view.loads]
            case PickView():
                tote = view.tote or f"T-{abs(hash(view.frame.order)) % 900 + 100}"
                return [
                    (view.bin, view.bin),
                    (view.line.name or view.line.sku, view.line.barcode),
                    (tote, tote),
                    ("LOT-7", "LOT-7"),
                    ("49-12-31", "491231"),
                    (f"SN {view.frame.order}", f"SN-{view.frame.order}"),
                ]
            case PackView():
                if view.sscc:
                    self._boxes[view.sscc] = view.frame.order
                codes = [(line.name or line.sku, line.barcode) for line in view.lines[:8]]
                codes += [(carton.name, carton.code) for carton in view.cartons]
                codes += [(f"SN {view.frame.order}", f"SN-{view.frame.order}")]
                return codes + ([("SSCC", "00" + view.sscc)] if view.sscc else [])
            case LoadView():
                loads = [(row.load, row.load) for row in view.open_loads]
                return loads + [(order, "00" + sscc) for sscc, order in self._boxes.items()]
            case _:
                return [(messages.words("home"), Command.HOME.barcode)]
