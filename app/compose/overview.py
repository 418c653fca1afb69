"""Composes the supervisor's window: the watcher of the centre, its board, and a desk."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.compose.alarms import Watch
from app.compose.bench import Plan
from app.compose.desktop import Desktop, Look
from app.compose.equipment import Specs
from app.device_api import Scan
from app.errors import NoScreen
from app.overview.asking import AskThread
from app.overview.office import Office
from app.overview.report.view import Reporter
from app.overview.watcher import Watcher, WatchThread
from app.sync.centre import SqlCentre
from ui.application import QtUnsuitableError, make_application
from ui.supervisor.page import Answers
from ui.supervisor.shell import SupervisorShell
from ui.supervisor.window import SupervisorWindow

_ALIVE_MS = 200
DEVICE = "overview"
"""From where the desk has what was given to it from another page."""


@dataclass(frozen=True)
class BoardLook:
    """How the window is shown. wall: the board alone, full screen; nothing to press."""

    language: str = "en"
    dark: bool = False
    wall: bool = False
    offscreen: bool = False
    mute: bool = False


class Overview:
    """One supervisor's window on one screen. Raises NoScreen where Qt cannot run.

    plan: of the desk, which is a bench without printer and scale. scanners: their specs.
    reporter: makes the reports of their page.
    """

    def __init__(
        self, plan: Plan, scanners: Sequence[str], look: BoardLook, reporter: Reporter
    ) -> None:
        try:
            self.app: QApplication = make_application(sys.argv[:1], offscreen=look.offscreen)
        except QtUnsuitableError as error:
            raise NoScreen(str(error)) from error
        self.board = SupervisorWindow(dark=look.dark, language=look.language, wall=look.wall)
        self.desk: Desktop | None = None
        self.shell: SupervisorShell | None = None

        def connect() -> SqlCentre:
            return SqlCentre.open(plan.centre_url, plan.clock)

        self._answers = Answers()
        self._asking = AskThread(connect, plan.clock, self._answers.post)
        if not look.wall:
            inner = Look(dark=look.dark, offscreen=look.offscreen, mute=look.mute, inside=True)
            self.desk = Desktop(plan, (), Specs(tuple(scanners)), inner)
            office = Office(
                self._asking,
                plan.home,
                plan.clock,
                reporter,
                personal_reports=plan.config.personal_reports,
            )
            self.shell = SupervisorShell(self.board, self.desk.window, office)
            self.desk.bridge.shown.connect(self.shell.heard)
            self._answers.told.connect(self.shell.hear)
            loop = self.desk.bench.loop
            loop.takes = self.shell.takes
            self.shell.to_desk.connect(
                lambda text: loop.submit(Scan(text, "", DEVICE, plan.clock.now()))
            )
        watcher = Watcher(connect, plan.clock)
        self._watching = WatchThread(watcher, self.board.post)
        self._alive = QTimer()  # Python hears of signals only while it runs
        self._alive.setInterval(_ALIVE_MS)
        self._alive.timeout.connect(lambda: None)

    def _note_who(self, _answer: Answer) -> None:
        """Runs on the station thread, which alone may look at the session."""
        assert self.desk is not None
        session = self.desk.bench.station.session
        self._who = "" if session.locked else session.operator

    def _acknowledge(self, alarm: str, who: str) -> None:
        self._watch.duty.hear(Word(alarm, who))

    def _ring(self, urgent: bool) -> None:  # noqa: FBT001 - a slot
        self.speaker.ring(urgent=urgent)

    def start(self) -> None:
        if self.shell is not None:
            self.shell.show()
        else:
            self.board.open()
        if self.desk is not None:
            self.desk.start()
            self._asking.start()
        self._watching.start()
        self._alive.start()

    def run(self) -> None:
        """Run until somebody closes the window or ends the program."""
        for told in (signal.SIGINT, signal.SIGTERM):
            signal.signal(told, lambda *_: self.app.exit(0))
        self.start()
        try:
            self.app.exec()
        finally:
            self.stop()

    def stop(self) -> bool:
        """Whether all that watches has ended."""
        self._alive.stop()
        if self.desk is not None:
            self.desk.stop()
        ended = self._asking.stop()
        return self._watching.stop() and ended
