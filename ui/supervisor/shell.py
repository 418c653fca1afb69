"""The supervisor's window: its pages; one is a desk with the screens of a bench (main thread)."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.device_api import Scan
from app.domain.commands import PREFIX
from app.domain.outcome import Outcome
from app.domain.outcome_anywhere import Anywhere
from app.overview.asking import Told
from app.overview.view import Note
from app.station.messages import Message
from app.station.views import View
from ui import messages
from ui.shell import StationWindow
from ui.supervisor.find.page import Finding, FindPage
from ui.supervisor.notes.page import NotesPage
from ui.supervisor.page import SupervisorPage
from ui.supervisor.reports.page import Reports, ReportsPage
from ui.supervisor.settings.page import SettingsPage
from ui.supervisor.window import SupervisorWindow
from ui.theme import BASE_SIZE, Theme, fit_scale, is_low, least_size
from ui.widgets.screen import column, row
from ui.widgets.touch_button import TouchButton

_REBUILD_MS = 120


class Page(Enum):
    """The pages, in the sequence of their keys."""

    BOARD = "board"
    FIND = "page_find"
    REPORTS = "page_reports"
    NOTES = "page_notes"
    SETTINGS = "page_settings"
    DESK = "board_desk"


_IMAGES = {
    Page.BOARD: "list-checks",
    Page.FIND: "scan-barcode",
    Page.REPORTS: "archive",
    Page.NOTES: "info",
    Page.SETTINGS: "settings",
    Page.DESK: "user",
}


class Asked(Finding, Reports, Protocol):
    """What all pages ask for: `app.overview.office.Office`."""


class SupervisorShell(QWidget):
    """The pages, and a key for each. Ctrl+Tab goes to the next one.

    Whatever is scanned is answered at the desk, which then shows; on the page that finds orders a
    scan is looked for (`takes`). desk: the window of a bench without printer and scale.

    to_desk: a text for the desk, as if it was scanned there. managed: an order that the desk is to
    show with what can be said of it. acknowledged: an alarm's id, and the
    number of who knows of it.
    """

    to_desk = Signal(str)
    managed = Signal(str)
    acknowledged = Signal(str, str)
    _scanned = Signal(object)

    def __init__(
        self,
        board: SupervisorWindow,
        desk: StationWindow,
        office: Asked,
        settings: SettingsPage,
        notes: NotesPage,
    ) -> None:
        super().__init__()
        self.board, self.desk, self.office = board, desk, office
        self.finder = FindPage(office)
        self.finder.to_desk.connect(self._hand_over)
        self.finder.managed.connect(self._manage)
        self.reports = ReportsPage(office)
        self.settings, self.notes = settings, notes
        board.station.connect(self._write_to)
        settings.dark.connect(self.set_dark)
        self._own: dict[Page, SupervisorPage] = {
            Page.FIND: self.finder,
            Page.REPORTS: self.reports,
            Page.NOTES: notes,
            Page.SETTINGS: settings,
        }
        self._shown: dict[Page, QWidget] = {Page.BOARD: board, Page.DESK: desk, **self._own}
        self._page = Page.BOARD
        self._who = ""
        board.acknowledged.connect(self._acknowledge)
        self._finding = False
        self._scanned.connect(self._search, Qt.ConnectionType.QueuedConnection)
        self._pages = QStackedLayout()
        for page in Page:
            part = self._shown[page]
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
        if page is not self._page and self._page in self._own:
            self._own[self._page].left()
        self._page = page
        self._finding = page is Page.FIND
        shown = self._shown[page]
        self._pages.setCurrentWidget(shown)
        shown.setFocus()
        if page in self._own:
            self._own[page].opened()
        for one, key in self._keys.items():
            key.set_primary(one is page)

    def hear(self, told: Told) -> None:
        """An answer from the centre, for the page that has asked."""
        for page in self._own.values():
            page.hear(told)

    def takes(self, message: Message) -> bool:
        """Whether a message on its way to the desk is a scan that is looked for instead.

        Callable from any thread. What a command's barcode says is done at the desk.
        """
        if not self._finding or not isinstance(message, Scan) or message.text.startswith(PREFIX):
            return False
        self._scanned.emit(message)
        return True

    def _search(self, scan: Scan) -> None:
        self.finder.scanned(scan.text, torn=scan.defect is not None)

    def _write_to(self, station: str) -> None:
        self.turn_to(Page.NOTES)
        self.notes.to(station)

    def _manage(self, order: str) -> None:
        self.turn_to(Page.DESK)
        self.managed.emit(order)

    def _hand_over(self, text: str) -> None:
        self.turn_to(Page.DESK)
        self.to_desk.emit(text)

    def heard(self, view: View, answer: Outcome | None) -> None:
        """The desk has answered: it shows, and all pages speak its language.

        A language that was chosen among the settings leaves them shown.
        """
        if view.frame.language != self.board.language:
            self.board.change_language(view.frame.language)
            self.dress()
        self._who = view.frame.staff
        self.reports.person(self._who)
        self.settings.person(self._who)
        self.notes.person(self._who)
        spoken = answer is not None and answer.kind is Anywhere.LANGUAGE_SET
        if answer is not None and not (spoken and self._page is Page.SETTINGS):
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
        if self._who:
            self.acknowledged.emit(alarm, self._who)
        else:
            self.board.say(Note.SIGN_IN)

    def set_dark(self, dark: bool) -> None:  # noqa: FBT001 - a setter
        """Change between dark and light colours on all pages."""
        self.desk.set_dark(dark)
        self.board.set_dark(dark)
        self.dress()

    def dress(self) -> None:
        """Build keys and pages for the language and size of now."""
        theme = self._theme()
        self._keys = {
            page: TouchButton(theme, page.value, messages.words(page.value), image=_IMAGES[page])
            for page in Page
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
        for one in self._own.values():
            one.dress(theme)
        self.turn_to(self._page)

    def _theme(self) -> Theme:
        space = self.contentsRect()
        scale = fit_scale("bench", space.width(), space.height())
        low = is_low("bench", space.height(), scale)
        return Theme(self.board.dark, scale, "bench", self.board.language, low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rebuild.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        around = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if around and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            pages = list(Page)
            by = 1 if event.key() == Qt.Key.Key_Tab else -1
            self.turn_to(pages[(pages.index(self._page) + by) % len(pages)])
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)


def _holder(line: QHBoxLayout) -> QWidget:
    """The row of keys as a widget, with its margins."""
    widget = QWidget()
    widget.setLayout(line)
    return widget
