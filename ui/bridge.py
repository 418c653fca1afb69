"""The one way from the station thread to the screens: a queued signal.

`post` runs on the station thread, everything else on the main thread.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.outcome import Outcome
from app.station.views import View


class Bridge(QObject):
    """shown: (view, answer); answer is None where the view is a refresh, not a reply."""

    shown = Signal(object, object)
    _posted = Signal(object)

    def __init__(self, submit: Callable[[object], None]) -> None:
        super().__init__()
        self.submit = submit
        self._last: Outcome | None = None
        # Queued also from the main thread: a view is never drawn inside a button's own signal.
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, view: View) -> None:
        """Show the view soon; callable from any thread, never blocks."""
        self._posted.emit(view)

    def _deliver(self, view: View) -> None:
        # An answer is an object of its own: the same object again is the same answer again.
        fresh = view.outcome if view.outcome is not self._last else None
        self._last = view.outcome
        self.shown.emit(view, fresh)
