"""The page: a field, the orders found, and the one that was chosen (main thread)."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.overview.asking import Came, Told
from app.overview.office import EVIDENCE, FIND, ORDER
from app.overview.order.view import Found, FoundRow, OrderSheet
from ui import messages
from ui.supervisor.find.order import OrderPanel, Part
from ui.supervisor.page import SupervisorPage, saved_words, state_of
from ui.theme import Theme
from ui.widgets.chip import Chip
from ui.widgets.fit_label import CENTRE, FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import card, column, holder, row, wide
from ui.widgets.touch_button import TouchButton

LEAST = 2
TYPED_MS = 250
"""So long after the last letter a typed text is searched for."""
_HITS = (
    Column(share=4, bold=True),
    Column(share=4, muted=True),
    Column(share=4),
    Column(share=3, muted=True),
    Column(width=150, right=True),
)


class Finding(Protocol):
    """What the page asks for: `app.overview.office.Office`."""

    def find(self, text: str, *, scanned: bool = False) -> int: ...

    def order(self, name: str) -> int: ...

    def evidence(self, name: str) -> int: ...


class FindPage(SupervisorPage):
    """to_desk: this text is to be given to the desk as a scan. managed: the id of an order about
    which something is to be said there.
    """

    to_desk = Signal(str)
    managed = Signal(str)

    def __init__(self, office: Finding) -> None:
        super().__init__()
        self._office = office
        self._text = self._scan = ""
        self._found: Found | None = None
        self._sheet: OrderSheet | None = None
        self._order = ""
        self._part = Part.TIMELINE
        self._came: dict[str, Came] = {}
        self._at: dict[str, datetime] = {}
        self._waiting: set[str] = set()
        self._said = ("", "text")
        self._note = ""
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self.search)

    # --- what it is built of ----------------------------------------------------------------------

    def build(self, theme: Theme) -> QWidget:
        body, words, gap = QWidget(), messages.words, theme.size("gap")
        self._field = QLineEdit()
        self._field.setObjectName("find_field")
        self._field.setAccessibleName(words("find_hint"))
        self._field.setPlaceholderText(words("find_hint"))
        self._field.setFixedHeight(theme.size("row"))
        self._field.setMaxLength(200)
        self._field.setText(self._text)
        self._field.textEdited.connect(self._edited)
        self._field.installEventFilter(self)
        key = TouchButton(theme, "find_go", words("find_go"), image="scan-barcode", primary=True)
        key.setFixedSize(theme.px(260), theme.size("row"))
        key.clicked.connect(lambda _checked=False: self.search())
        self._state = Chip(theme)
        top = row(spacing=gap)
        top.addWidget(self._field, 1)
        top.addWidget(key)
        top.addWidget(self._state)
        self._count = FitLabel(theme, "body", colour="muted")
        self._count.setObjectName("find_count")
        self._hits = RowList(theme, "find_hits", words("find_list"), _HITS)
        self._hits.chosen.connect(self.open_order)
        listed = column(self._count, spacing=theme.px(6))
        listed.addWidget(self._hits, 1)
        self._panel = OrderPanel(theme)
        self._panel.desk.connect(lambda: self.managed.emit(self._order))
        self._panel.evidence.connect(self._on_paper)
        self._panel.turned.connect(self.turn)
        self._nothing = FitLabel(theme, "title", colour="muted", align=CENTRE, lines=2)
        right: QVBoxLayout = column(self._nothing, self._panel)
        work = row(spacing=gap)
        work.addWidget(wide(card(theme, listed)), 9)
        work.addWidget(wide(holder(right)), 11)
        whole = column(top, spacing=gap, margin=theme.size("margin"))
        whole.addLayout(work, 1)
        body.setLayout(whole)
        return body

    def refresh(self) -> None:
        newest = ORDER if self._order and self._came.get(FIND) is Came.ANSWERED else FIND
        came = self._came.get(newest) or self._came.get(FIND)
        at = self._at.get(newest) or self._at.get(FIND)
        waiting = bool(self._waiting & {FIND, ORDER})
        self._state.show_state(*state_of(came, at, waiting=waiting))
        self._state.setVisible(bool(self._state.text()))
        self._count.set_text(self._note or self._counted())
        self._hits.set_rows([_hit(one, self._order, at) for one in self._rows()])
        sheet = self._sheet
        self._panel.setVisible(sheet is not None)
        self._nothing.setVisible(sheet is None)
        if sheet is not None:
            self._panel.show_sheet(sheet)
            self._panel.show_part(self._part)
            self._panel.say(*self._said)
        else:
            gone = bool(self._order) and self._came.get(ORDER) is Came.ANSWERED
            waits = "find_looking" if ORDER in self._waiting else "find_none_open"
            self._nothing.set_text(messages.words("find_gone" if gone else waits))

    def _rows(self) -> tuple[FoundRow, ...]:
        return self._found.rows if self._found is not None else ()

    def _counted(self) -> str:
        words, found = messages.words, self._found
        if found is None:
            return words("find_start")
        shown = len(found.rows)
        if found.near:
            return words("find_near", text=found.text)
        if not shown:
            return words("find_nothing", text=found.text)
        if found.total is None:
            return words("find_many", shown=shown)
        if found.total > shown:
            return words("find_first", shown=shown, count=found.total)
        return words("find_count", count=shown)

    # --- what somebody does -----------------------------------------------------------------------

    def opened(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def text(self) -> str:
        return self._text

    def panel(self) -> OrderPanel:
        return self._panel

    def _edited(self, text: str) -> None:
        self._text = text
        self._typed.start()

    def search(self) -> None:
        """Look for what stands in the field."""
        self._typed.stop()
        self._scan = ""
        text = self._text.strip()
        self._note = "" if len(text) >= LEAST else messages.words("find_short")
        if not self._note:
            self._ask(FIND, self._office.find(text))
        self.refresh()

    def scanned(self, text: str, *, torn: bool = False) -> None:
        """A scan came while this page was shown. It is not shown before it is known to be no badge.

        torn: it was cut.
        """
        self._typed.stop()
        self._note = messages.words("find_torn") if torn else ""
        if not torn:
            self._scan = text
            self._ask(FIND, self._office.find(text, scanned=True))
        self.refresh()

    def open_order(self, name: str) -> None:
        """Show this order."""
        if name != self._order:
            self._sheet = None
            self._said = ("", "text")
        self._order = name
        self._ask(ORDER, self._office.order(name))
        self.refresh()

    def turn(self, part: Part) -> None:
        self._part = part
        self._panel.show_part(part)

    def _on_paper(self) -> None:
        self._said = (messages.words("saving"), "muted")
        self._ask(EVIDENCE, self._office.evidence(self._order))
        self.refresh()

    def _ask(self, topic: str, number: int) -> None:
        self.asked[topic] = number
        self._waiting.add(topic)

    # --- what comes back --------------------------------------------------------------------------

    def answered(self, told: Told) -> None:
        self._waiting.discard(told.topic)
        if told.topic == EVIDENCE:
            self._said = saved_words(told)
        else:
            self._came[told.topic] = told.came
            if told.came is Came.ANSWERED:
                self._at[told.topic] = told.at
                self._take(told)
        self.refresh()

    def _take(self, told: Told) -> None:
        if told.topic == ORDER:
            sheet = told.value
            self._sheet = sheet if isinstance(sheet, OrderSheet) else None
            return
        found = told.value
        assert isinstance(found, Found)
        if found.badge:
            self.to_desk.emit(self._scan)
            return
        if self._scan:
            self._text = self._scan
            self._field.setText(self._scan)
        self._found = found
        if len(found.rows) == 1 and not found.near:
            self.open_order(found.rows[0].order)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.search()
                return True
            if pressed and event.key() == Qt.Key.Key_Escape:
                self._field.clear()
                self._text = ""
                self._typed.stop()
                return True
        return super().eventFilter(watched, event)


def _hit(one: FoundRow, chosen: str, now: datetime | None) -> Row:
    cut_off = ""
    if one.cut_off is not None:
        cut_off = messages.clock_words(one.cut_off, now or one.cut_off)
    state = messages.state_words(one.state, one.sub_state)
    cells = (one.ref, one.customer, state, one.carrier, cut_off)
    tone = Tone.CURRENT if one.order == chosen else Tone.PLAIN
    return Row(cells, "chevron-right" if one.order == chosen else "", tone, key=one.order)
