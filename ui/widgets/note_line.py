"""A message of a supervisor to this bench, and the key that says it was read (main thread)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.commands import Command
from app.station.views import Note
from ui import messages
from ui.theme import Theme
from ui.widgets.screen import row
from ui.widgets.strip import Strip
from ui.widgets.touch_button import TouchButton


class NoteLine(QWidget):
    """Above the work, and there only while somebody has not read it. The oldest comes first.

    The key is there only while somebody is at work here: nobody else can have read it.
    """

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        small = theme.handheld
        self._strip = Strip(theme, "message_line", "body", lines=3 if small else 2)
        height = theme.px(54 if small else 52)
        self._strip.setFixedHeight(height)
        command = Command.UNDERSTOOD
        words = messages.command_words(command)
        self._key = TouchButton(theme, "message_read", "" if small else words, image="check")
        self._key.setAccessibleName(words)
        self._key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._key.setFixedSize(theme.px(76 if small else 260), height)
        self._key.clicked.connect(lambda _checked=False: self.asked.emit(command))
        self.setLayout(row(self._strip, self._key, spacing=theme.size("gap")))
        self.hide()

    def show_notes(self, notes: Sequence[Note], *, at_work: bool) -> None:
        """at_work: somebody is signed in."""
        if notes:
            first, more = notes[0], len(notes) - 1
            words = f"{first.by}: {first.text}" if first.by else first.text
            self._strip.say(words + (f" (+{more})" if more else ""), image="info", tone="action")
            self._key.setVisible(at_work)
        self.setVisible(bool(notes))

    def strip(self) -> Strip:
        return self._strip

    def key(self) -> TouchButton:
        return self._key
