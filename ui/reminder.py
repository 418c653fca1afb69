"""Sounds a STOP again and again until somebody answers it (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.outcome import Outcome, Severity

EVERY_MS = 5000


class StopReminder(QObject):
    """Emits `due` with the unanswered STOP each time it should sound again."""

    due = Signal(object)

    def __init__(self, parent: QObject | None = None, *, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        self._waiting: Outcome | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(lambda: self.due.emit(self._waiting))

    def follow(self, shown: Outcome | None) -> None:
        """Follow what the screen shows: a new STOP restarts the timer, anything else ends it."""
        if shown is None or shown.severity is not Severity.STOP:
            self._waiting = None
            self._timer.stop()
        elif shown is not self._waiting:
            self._waiting = shown
            self._timer.start()

    def is_waiting(self) -> bool:
        return self._timer.isActive()
