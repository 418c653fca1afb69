"""A page of the supervisor's window beside board and desk (main thread)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.overview.asking import Came, Told
from app.overview.order.view import Saved
from ui import messages
from ui.theme import Theme


class Answers(QObject):
    """The one way from the asking thread to the pages: a queued signal."""

    told = Signal(object)
    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(self.told, Qt.ConnectionType.QueuedConnection)

    def post(self, told: Told) -> None:
        """Hand it on soon; callable from any thread, never blocks."""
        self._posted.emit(told)


class SupervisorPage(QWidget):
    """Its body is built anew for each language, size and light; what it shows is kept beside it.

    asked: the number of the newest question of each topic.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setMinimumSize(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.asked: dict[str, int] = {}
        self._body: QWidget | None = None

    def dress(self, theme: Theme) -> None:
        """Build the body for this theme and show in it what is known."""
        old = self._body
        self._body = self.build(theme)
        self._body.setParent(self)
        self._body.setGeometry(self.rect())
        self._body.show()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.refresh()

    def build(self, theme: Theme) -> QWidget:
        raise NotImplementedError

    def refresh(self) -> None:
        """Show everything that is known."""
        raise NotImplementedError

    def hear(self, told: Told) -> None:
        """An answer; one to a question that is no longer asked is dropped."""
        if self.asked.get(told.topic) == told.number:
            self.answered(told)

    def answered(self, told: Told) -> None:
        """The answer to the newest question of its topic."""
        raise NotImplementedError

    def opened(self) -> None:
        """Somebody has turned to this page."""

    def left(self) -> None:
        """Somebody has turned to another page."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._body is not None:
            self._body.setGeometry(self.rect())


def state_of(came: Came | None, at: datetime | None, *, waiting: bool) -> tuple[str, str, str]:
    """(icon, words, colour) of how old what is shown is. at: when it was asked, None = never."""
    time = at.astimezone().strftime("%H:%M:%S") if at is not None else ""
    if waiting:
        return "hourglass", messages.words("find_looking"), "muted"
    if came is Came.AWAY:
        code = "find_away_since" if at is not None else "find_away"
        return "cloud-off", messages.words(code, time=time), "warn"
    if came is Came.BROKEN:
        return "triangle-alert", messages.words("find_broken"), "warn"
    if at is None:
        return "database", "", "muted"
    return "database", messages.words("find_as_of", time=time), "muted"


def saved_words(told: Told) -> tuple[str, str]:
    """(words, colour) of what became of a file."""
    saved = told.value
    if told.came is not Came.ANSWERED or not isinstance(saved, Saved):
        return state_of(told.came, None, waiting=False)[1], "warn"
    if saved.trouble is None:
        return messages.words("saved_to", path=saved.path), "ok"
    return messages.words(f"not_saved_{saved.trouble}", path=saved.path), "bad"
