"""Composes the supervisor's window: the watcher of the centre, and the board it is drawn on."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.errors import NoScreen
from app.overview.watcher import Watcher, WatchThread
from app.sync.centre import SqlCentre
from app.sync.wake import Listener
from ui.application import QtUnsuitableError, make_application
from ui.supervisor.window import SupervisorWindow

_ALIVE_MS = 200


@dataclass(frozen=True)
class BoardLook:
    """How the window is shown. wall: full screen, for people who pass by; nothing to press."""

    language: str = "en"
    dark: bool = False
    wall: bool = False
    offscreen: bool = False


class Overview:
    """One supervisor's window on one screen. Raises NoScreen where Qt cannot run."""

    def __init__(self, centre_url: str, look: BoardLook) -> None:
        try:
            self.app: QApplication = make_application(sys.argv[:1], offscreen=look.offscreen)
        except QtUnsuitableError as error:
            raise NoScreen(str(error)) from error
        clock = SystemClock()
        self.window = SupervisorWindow(dark=look.dark, language=look.language, wall=look.wall)
        watcher = Watcher(lambda: SqlCentre.open(centre_url, clock), clock)
        self._watching = WatchThread(watcher, self.window.post)
        served = not centre_url.startswith("sqlite:")
        self._listener = Listener(centre_url, self._watching.wake) if served else None
        self._alive = QTimer()  # Python hears of signals only while it runs
        self._alive.setInterval(_ALIVE_MS)
        self._alive.timeout.connect(lambda: None)

    def start(self) -> None:
        self.window.open()
        self._watching.start()
        if self._listener is not None:
            self._listener.start()
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
        """Whether all has ended."""
        self._alive.stop()
        listens_no_more = self._listener is None or self._listener.stop()
        return self._watching.stop() and listens_no_more
