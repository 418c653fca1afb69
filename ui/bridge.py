"""The one way from the station thread to the screens: a queued signal.

`post` runs on the station thread, everything else on the main thread.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.outcome import Outcome
from app.station.messages import UserMessage
from app.station.views import View


class Bridge(QObject):
    """Takes views from any thread and emits `shown` on the main thread.

    shown: (view, answer); answer is None where the view is a refresh, not a reply to an input.
    """

    shown = Signal(object, object)
    _posted = Signal(object)

    def __init__(self, submit: Callable[[UserMessage], None]) -> None:
        super().__init__()
        self.submit = submit
        self._last: Outcome | None = None
        # Queued even when posted from the main thread: no view is drawn while a button still emits.
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, view: View) -> None:
        """Show the view soon; callable from any thread, never blocks."""
        self._posted.emit(view)

    def _deliver(self, view: View) -> None:
        # Each answer is a new object. The same object again means that nothing new was answered.
        fresh = view.outcome if view.outcome is not self._last else None
        self._last = view.outcome
        self.shown.emit(view, fresh)
