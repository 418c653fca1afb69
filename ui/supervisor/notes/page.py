"""The page: a bench, a line of text for it, and what was written before (main thread)."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.rows.messages import MOST
from app.overview.asking import Came, Told
from app.overview.note_office import NOTE_SENT, NOTES, Notes, Sent, Writing
from ui import messages
from ui.supervisor.page import SupervisorPage, state_of
from ui.theme import Theme
from ui.widgets.fit_label import FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import card, column, row, wide
from ui.widgets.touch_button import TouchButton

_BENCHES = (Column(share=3, bold=True), Column(share=5, muted=True, cut=True))
_SENT = (
    Column(width=90, muted=True),
    Column(share=2, bold=True, cut=True),
    Column(share=8, cut=True),
    Column(share=5, muted=True, right=True, cut=True),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LOOK_MS = 5000
"""So often the page looks whether somebody has read something, while it is shown."""


class NoteWishes(Protocol):
    """What the page asks for: `app.overview.note_office.NoteOffice`."""

    def notes(self) -> int: ...

    def write(self, to: str, text: str, asker: str) -> int: ...

    def withdraw(self, name: str, asker: str) -> int: ...


class NotesPage(SupervisorPage):
    """A touched bench is written to. A touched message that nobody has read can be taken back."""

    def __init__(self, office: NoteWishes) -> None:
        super().__init__()
        self._office = office
        self._notes = Notes()
        self._to = self._text = self._chosen = self._asker = ""
        self._said = ("", "text")
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._ask)

    def build(self, theme: Theme) -> QWidget:
        body, words, gap = QWidget(), messages.words, theme.size("gap")
        self._benches = RowList(theme, "note_benches", words("note_benches"), _BENCHES)
        self._benches.chosen.connect(self._choose_bench)
        self._field = QLineEdit()
        self._field.setObjectName("note_field")
        self._field.setAccessibleName(words("note_hint"))
        self._field.setPlaceholderText(words("note_hint"))
        self._field.setFixedHeight(theme.size("row"))
        self._field.setMaxLength(MOST)
        self._field.setText(self._text)
        self._field.textEdited.connect(self._edited)
        self._field.installEventFilter(self)
        self._send = TouchButton(theme, "note_send", words("note_send"), image="arrow-right")
        self._send.setFixedHeight(theme.size("row"))
        self._send.clicked.connect(lambda _checked=False: self.send())
        self._back = TouchButton(theme, "note_back", words("note_back"), image="undo-2")
        self._back.setFixedHeight(theme.size("row"))
        self._back.clicked.connect(lambda _checked=False: self._withdraw())
        self._heading = FitLabel(theme, "title", bold=True)
        self._heading.setObjectName("note_to")
        self._told = FitLabel(theme, "body", bold=True)
        self._told.setObjectName("note_said")
        self._sent = RowList(theme, "note_sent", words("note_sent"), _SENT)
        self._sent.chosen.connect(self._choose_note)
        keys = row(spacing=gap)
        keys.addWidget(self._send, 2)
        keys.addWidget(self._back, 2)
        right = column(self._heading, self._field, spacing=gap)
        right.addLayout(keys)
        right.addWidget(self._told)
        right.addWidget(self._sent, 1)
        work = row(spacing=gap, margin=theme.size("margin"))
        work.addWidget(wide(card(theme, column(self._benches))), 3)
        work.addWidget(wide(card(theme, right)), 8)
        body.setLayout(work)
        return body

    def refresh(self) -> None:
        benches = [
            Row((one.station, one.operator), tone=_tone(one.station == self._to), key=one.station)
            for one in self._notes.benches
        ]
        self._benches.set_rows(benches)
        self._sent.set_rows([_line(one, self._chosen) for one in self._notes.sent])
        to = messages.words("note_to", station=self._to) if self._to else ""
        self._heading.set_text(to or messages.words("note_choose"))
        self._send.setEnabled(bool(self._to and self._text.strip()))
        self._send.set_primary(self._send.isEnabled())
        self._back.setEnabled(
            any(one.id == self._chosen and _open(one) for one in self._notes.sent)
        )
        self._told.set_text(self._said[0])
        self._told.set_colour(self._said[1])

    # --- what somebody does -----------------------------------------------------------------------

    def opened(self) -> None:
        self._ask()
        self._look.start()

    def left(self) -> None:
        self._look.stop()

    def person(self, number: str) -> None:
        """This person is signed in at the desk now, "" = nobody."""
        self._asker = number

    def to(self, station: str) -> None:
        """Write to this bench."""
        self._choose_bench(station)
        self._field.setFocus()

    def send(self) -> None:
        if self._to and self._text.strip():
            self._said = (messages.words("note_sending"), "muted")
            self.asked[NOTE_SENT] = self._office.write(self._to, self._text, self._asker)
            self.refresh()

    def _withdraw(self) -> None:
        self.asked[NOTE_SENT] = self._office.withdraw(self._chosen, self._asker)

    def _ask(self) -> None:
        self.asked[NOTES] = self._office.notes()

    def _edited(self, text: str) -> None:
        self._text = text
        self.refresh()

    def _choose_bench(self, station: str) -> None:
        self._to, self._said = station, ("", "text")
        self.refresh()

    def _choose_note(self, name: str) -> None:
        self._chosen = name
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field sends."""
        if watched is self._field and isinstance(event, QKeyEvent) and _enters(event):
            self.send()
            return True
        return super().eventFilter(watched, event)

    # --- what comes back --------------------------------------------------------------------------

    def answered(self, told: Told) -> None:
        if told.came is not Came.ANSWERED:
            self._said = (state_of(told.came, None, waiting=False)[1], "warn")
        elif isinstance(told.value, Notes):
            self._notes = told.value
        elif isinstance(told.value, Writing):
            self._written(told.value)
        self.refresh()

    def _written(self, made: Writing) -> None:
        self._said = (messages.words(f"note_{made}"), "ok" if made is Writing.DONE else "warn")
        if made is Writing.DONE:
            self._text = self._chosen = ""
            self._field.clear()
            self._ask()


def _enters(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() in _ENTER


def _open(one: Sent) -> bool:
    return one.read_at is None and not one.withdrawn


def _tone(chosen: bool) -> Tone:  # noqa: FBT001
    return Tone.CURRENT if chosen else Tone.PLAIN


def _line(one: Sent, chosen: str) -> Row:
    cells = (messages.clock_time(one.at), one.to, one.text, _state(one))
    return Row(cells, tone=_tone(one.id == chosen), key=one.id)


def _state(one: Sent) -> str:
    if one.read_at is not None:
        time = messages.clock_time(one.read_at)
        return messages.words("note_read", name=one.read_by, time=time)
    if one.withdrawn:
        return messages.words("note_withdrawn")
    return messages.words("note_shown" if one.shown_at else "note_waits")
