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
from app.errors import NoScreen
from ui.application import QtUnsuitableError, make_application
from ui.supervisor.shell import SupervisorShell
from ui.supervisor.window import SupervisorWindow

_ALIVE_MS = 200


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
    """

    def __init__(self, plan: Plan, scanners: Sequence[str], look: BoardLook) -> None:
        try:
            self.app: QApplication = make_application(sys.argv[:1], offscreen=look.offscreen)
        except QtUnsuitableError as error:
            raise NoScreen(str(error)) from error
        self.board = SupervisorWindow(dark=look.dark, language=look.language, wall=look.wall)
        self.desk: Desktop | None = None
        self.shell: SupervisorShell | None = None
        if not look.wall:
            inner = Look(dark=look.dark, offscreen=look.offscreen, mute=look.mute, inside=True)
            self.desk = Desktop(plan, (), Specs(tuple(scanners)), inner)
            self.shell = SupervisorShell(self.board, self.desk.window)
            self.desk.bridge.shown.connect(self.shell.heard)
        self._watch = Watch(plan.home, plan.config, plan.centre_url, plan.clock, self.board.post)
        self._alive = QTimer()  # Python hears of signals only while it runs
        self._alive.setInterval(_ALIVE_MS)
        self._alive.timeout.connect(lambda: None)

    def start(self) -> None:
        if self.shell is not None:
            self.shell.show()
        else:
            self.board.open()
        if self.desk is not None:
            self.desk.start()
        self._watch.start()
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
        return self._watch.stop()
