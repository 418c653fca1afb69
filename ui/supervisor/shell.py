"""The supervisor's window: the board, and a desk with the screens of a bench (main thread)."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.domain.outcome import Outcome
from app.overview.view import Note
from app.station.views import View
from ui import messages
from ui.shell import StationWindow
from ui.supervisor.window import SupervisorWindow
from ui.theme import BASE_SIZE, Theme, fit_scale, least_size
from ui.widgets.screen import column, row
from ui.widgets.touch_button import TouchButton

_REBUILD_MS = 120


class Page(Enum):
    BOARD = "board"
    DESK = "board_desk"


class SupervisorShell(QWidget):
    """Two pages, and a key for each. Whatever is scanned is answered at the desk, which then shows.

    Ctrl+Tab changes the page. desk: the window of a bench without printer and scale. signed_in:
    the number of who works there, "" = nobody. acknowledged: an alarm's id, and who knows of it.
    """

    acknowledged = Signal(str, str)

    def __init__(
        self,
        board: SupervisorWindow,
        desk: StationWindow,
        signed_in: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__()
        self.board, self.desk = board, desk
        self._signed_in = signed_in
        board.acknowledged.connect(self._acknowledge)
        self._page = Page.BOARD
        self._pages = QStackedLayout()
        for part in (board, desk):
            part.setMinimumSize(1, 1)
            self._pages.addWidget(part)
        desk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys: dict[Page, TouchButton] = {}
        self._head = QWidget()
        self._around = column(self._head)
        self._around.addLayout(self._pages, 1)
        self.setLayout(self._around)
        self._rebuild = QTimer(self)
        self._rebuild.setSingleShot(True)
        self._rebuild.setInterval(_REBUILD_MS)
        self._rebuild.timeout.connect(self.dress)
        self.setObjectName("root")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Packbench")
        self.setMinimumSize(*least_size("bench"))
        self.resize(*BASE_SIZE["bench"])
        self.dress()

    @property
    def page(self) -> Page:
        return self._page

    def turn_to(self, page: Page) -> None:
        self._page = page
        shown = self.board if page is Page.BOARD else self.desk
        self._pages.setCurrentWidget(shown)
        shown.setFocus()
        for one, key in self._keys.items():
            key.set_primary(one is page)

    def heard(self, view: View, answer: Outcome | None) -> None:
        """The desk has answered: it shows, and the board speaks its language."""
        if view.frame.language != self.board.language:
            self.board.change_language(view.frame.language)
            self.dress()
        if answer is not None:
            if self._page is Page.BOARD:
                self._scanned_at_board(answer)
            self.turn_to(Page.DESK)

    def _scanned_at_board(self, answer: Outcome) -> None:
        """Who scans a thing with an alarm, the board before him, knows of the alarm."""
        named = answer.values.get("code")
        for alarm in self.board.unheard(named) if isinstance(named, str) else ():
            self._acknowledge(alarm)

    def _acknowledge(self, alarm: str) -> None:
        """Whoever is signed in at the desk says that he knows of it."""
        who = self._signed_in()
        if who:
            self.acknowledged.emit(alarm, who)
        else:
            self.board.say(Note.SIGN_IN)

    def dress(self) -> None:
        """Build the two keys for the language and size of now."""
        theme = self._theme()
        self._keys = {
            page: TouchButton(theme, page.value, messages.words(page.value), image=image)
            for page, image in ((Page.BOARD, "list-checks"), (Page.DESK, "user"))
        }
        for page, key in self._keys.items():
            key.setFixedHeight(theme.size("row"))
            key.clicked.connect(lambda _checked=False, to=page: self.turn_to(to))
        line = row(*self._keys.values(), spacing=theme.size("gap"), margin=0)
        line.setContentsMargins(theme.size("margin"), theme.px(6), theme.size("margin"), 0)
        head = _holder(line)
        self._around.replaceWidget(self._head, head)
        self._head.hide()
        self._head.deleteLater()
        self._head = head
        head.show()
        self.turn_to(self._page)

    def _theme(self) -> Theme:
        space = self.contentsRect()
        scale = fit_scale("bench", space.width(), space.height())
        return Theme(self.board.dark, scale, "bench", self.board.language)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rebuild.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        other = Page.DESK if self._page is Page.BOARD else Page.BOARD
        if (
            event.key() == Qt.Key.Key_Tab
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.turn_to(other)
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)


def _holder(line: QHBoxLayout) -> QWidget:
    """The row of keys as a widget, with its margins."""
    widget = QWidget()
    widget.setLayout(line)
    return widget
