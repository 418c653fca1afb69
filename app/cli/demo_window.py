"""The demo on a display: the station's window, and a panel that is its scanner and printer."""

from __future__ import annotations

import argparse

from PySide6.QtCore import QObject, QRect, Qt, Signal

from app import config as configuration
from app.clock import SystemClock
from app.compose.bench import Plan
from app.compose.desktop import Desktop, Look
from app.compose.equipment import Specs
from app.demo import guide, site
from app.domain.commands import Command, from_barcode
from app.domain.outcome import Outcome
from app.paths import Home
from app.station.views import View
from devices.printers.simulated import SimulatedPrinter
from ui import messages
from ui.demo_mark import DemoMark
from ui.demo_panel import DemoPanel, Group, Key, Offer
from ui.theme import Theme

UNKNOWN = site.gtin(99999)
TITLE_BAR = 36
_BORDER = 8
"""What a window manager draws around a window, in pixels."""
_COMMANDS = (
    Command.OK,
    Command.UNDO,
    Command.NEXT,
    Command.FINISH,
    Command.HELP,
    Command.LOCK,
    Command.HOME,
)


class _Paper(QObject):
    """Carries a printed label from the printer's thread to the panel."""

    printed = Signal(bytes, str)


class DemoWindow:
    """The station's window and the panel beside it."""

    def __init__(self, home: Home, args: argparse.Namespace, station: str) -> None:
        config = configuration.load(home.root)
        plan = Plan(home, station, config, home.centre_url, SystemClock(), language=args.lang)
        self._profile = args.profile
        self._paper = _Paper()
        printer = SimulatedPrinter(show=self._paper.printed.emit)
        look = Look(profile=args.profile, dark=args.dark)
        self.desktop = Desktop(plan, (printer,), Specs(("sim", "wedge")), look)
        self.panel = DemoPanel(self._scan, dark=args.dark)
        self._mark = DemoMark(self.desktop.window, Theme(dark=args.dark))
        self._paper.printed.connect(self.panel.show_label, Qt.ConnectionType.QueuedConnection)
        self.desktop.bridge.shown.connect(self._offer)

    def run(self) -> None:
        self.place(self.desktop.app.primaryScreen().availableGeometry())
        self.panel.show()
        self.desktop.run()
        self.panel.close()

    def place(self, space: QRect) -> None:
        """Give the station two thirds of this space, and the panel the rest beside it."""
        share = 0.3 if self._profile == "handheld" else 0.66
        width = int(space.width() * share)
        height = space.height() - TITLE_BAR
        top = space.top() + TITLE_BAR
        self.desktop.window.setGeometry(space.left(), top, width - _BORDER, height)
        rest = space.width() - width
        left = space.left() + width + _BORDER
        self.panel.setGeometry(left, top, rest - 2 * _BORDER, height)

    def _scan(self, code: str) -> None:
        if self.desktop.simulated is not None:
            self.desktop.simulated.scan(code)

    def _offer(self, view: View, _answer: Outcome | None) -> None:
        self.panel.offer(offer_at(view))


def offer_at(view: View) -> Offer:
    """What the panel offers while the station shows this view."""
    advice = guide.advise(view)
    groups: list[Group] = [
        (messages.words("sim_at_hand"), tuple(_key(one) for one in advice.at_hand)),
        (messages.words("sim_badges"), tuple(_badge_keys())),
        (messages.words("sim_commands"), tuple(_key(guide.press(one)) for one in _COMMANDS)),
        (messages.words("sim_wrong"), (Key("", UNKNOWN),)),
    ]
    tip = f"guide_{advice.tip.value}"
    return Offer(
        now=_key(advice.now) if advice.now is not None else None,
        groups=tuple((title, keys) for title, keys in groups if keys),
        what=messages.words(tip, **advice.values),
        why=messages.words(f"{tip}_why", **advice.values),
    )


def _key(code: guide.Code) -> Key:
    command = from_barcode(code.code)
    return Key(code.words if command is None else messages.command_words(command), code.code)


def _badge_keys() -> list[Key]:
    return [
        Key(
            messages.words("sim_person", name=one.name, number=one.operator, pin=one.pin),
            one.badge,
        )
        for one in site.people()
    ]
