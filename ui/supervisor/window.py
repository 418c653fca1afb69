"""The supervisor's window: the board at the size of the screen (main thread)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.alarms import OpenAlarm
from app.domain.thresholds import AlarmKind
from app.overview.view import BoardView, Note
from ui import application
from ui.supervisor.board import Board
from ui.theme import BASE_SIZE, Theme, apply, fit_scale, least_size

REBUILD_MS = 120
NOTICEABLE = 0.02
SAID_MS = 8000


class SupervisorWindow(QWidget):
    """Shows boards. closed: somebody has closed it. wall: full screen, and nothing to press.

    acknowledged: the id of an alarm that somebody says he knows of. station: somebody wants to
    write to this one. alarmed: there are new ones; True = one of them has stood for long without
    anybody's word.
    """

    closed = Signal()
    acknowledged = Signal(str)
    station = Signal(str)
    alarmed = Signal(bool)
    _posted = Signal(object)

    def __init__(
        self,
        *,
        dark: bool = False,
        language: str = "en",
        wall: bool = False,
        set_language: Callable[[str], None] = application.set_language,
    ) -> None:
        super().__init__()
        self._wall, self._set_language = wall, set_language
        self._theme = Theme(dark=dark, language=language)
        self._board: Board | None = None
        self._view: BoardView | None = None
        self._told: frozenset[tuple[str, bool]] = frozenset()
        self._note: Note | None = None
        self._unsay = QTimer(self)
        self._unsay.setSingleShot(True)
        self._unsay.setInterval(SAID_MS)
        self._unsay.timeout.connect(lambda: self.say(None))
        self._rebuild = QTimer(self)
        self._rebuild.setSingleShot(True)
        self._rebuild.setInterval(REBUILD_MS)
        self._rebuild.timeout.connect(self._refit)
        self._posted.connect(self.show_view, Qt.ConnectionType.QueuedConnection)
        self.setObjectName("root")
        self.setWindowTitle("Packbench")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*least_size("bench"))
        self.resize(*BASE_SIZE["bench"])
        if wall:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setCursor(Qt.CursorShape.BlankCursor)

    def open(self) -> None:
        if self._wall:
            self.showFullScreen()
        else:
            self.show()

    def post(self, view: BoardView) -> None:
        """Show the view soon; callable from any thread, never blocks."""
        self._posted.emit(view)

    def show_view(self, view: BoardView) -> None:
        self._view = view
        if self._board is None:
            self._dress()
        assert self._board is not None
        own = {self._note} if self._note is not None else set()
        self._board.show_board(replace(view, notes=view.notes | own))
        self._ring(view)

    def _ring(self, view: BoardView) -> None:
        """Once for each alarm, and once more when it escalates."""
        unheard = frozenset((one.id, one.escalated) for one in view.alarms if one.unheard)
        new = unheard - self._told
        self._told = unheard
        if new:
            self.alarmed.emit(any(escalated for _id, escalated in new))

    def say(self, note: Note | None) -> None:
        """Say something on the board for a while."""
        self._note = note
        if note is not None:
            self._unsay.start()
        if self._view is not None:
            self.show_view(self._view)

    def unheard(self, about: str) -> tuple[str, ...]:
        """Ids of the alarms about this thing that nobody has acknowledged."""
        found = self._view.alarms if self._view is not None else ()
        return tuple(one.id for one in found if one.unheard and about in _names(one))

    @property
    def language(self) -> str:
        return self._theme.language

    @property
    def dark(self) -> bool:
        return self._theme.dark

    def board(self) -> Board:
        assert self._board is not None
        return self._board

    def set_dark(self, dark: bool) -> None:  # noqa: FBT001 - a setter
        self._theme = Theme(dark=dark, language=self._theme.language)
        self._dress_again()

    def change_language(self, language: str) -> None:
        self._theme = Theme(dark=self._theme.dark, language=language)
        self._dress_again()

    def _dress_again(self) -> None:
        if self._view is not None:
            self._dress()
            self.show_view(self._view)

    def _dress(self) -> None:
        self._set_language(self._theme.language)
        self._theme = Theme(self._theme.dark, self._scale(), "bench", self._theme.language)
        instance = QApplication.instance()
        assert isinstance(instance, QApplication)
        apply(instance, self._theme)
        if self._board is not None:
            self._board.hide()
            self._board.deleteLater()
        self._board = Board(self._theme, touch=not self._wall)
        self._board.acknowledged.connect(self.acknowledged)
        self._board.station.connect(self.station)
        self._board.setParent(self)
        self._board.setGeometry(self.contentsRect())
        self._board.show()

    def _scale(self) -> float:
        space = self.contentsRect()
        return fit_scale("bench", space.width(), space.height())

    def _refit(self) -> None:
        if abs(self._scale() - self._theme.scale) > NOTICEABLE:
            self._dress_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._board is not None:
            self._board.setGeometry(self.contentsRect())
            self._rebuild.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.isWindow():  # as a page it leaves the keys to the window around it
            super().keyPressEvent(event)
            return
        key = event.key()
        if key == Qt.Key.Key_F11 and not self._wall:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif key == Qt.Key.Key_L and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.change_language("en" if self._theme.chinese else "zh_CN")
        elif key == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_dark(not self._theme.dark)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _names(one: OpenAlarm) -> tuple[object, ...]:
    """By which a person scans what the alarm is about."""
    return (one.about, one.values.get("ref")) if one.kind is AlarmKind.IDLE_ORDER else (one.about,)
