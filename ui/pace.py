"""Digits and Enter count only at a person's pace: a scanner that types is no person.

A keyboard scanner whose code was cut, or whose prefix is not set, types digits like a person, but
faster. Taken for a number they would be a quantity, and its Enter would be OK. So each digit waits
until no key has followed it for `PERSON_MS`; keys that follow each other sooner are a disturbed
scan, which is told as such. The touch keypad does not pass here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.commands import Command

PERSON_MS = 50
"""Two keys of one person come further apart; keyboard scanners take 1 to 35 ms for a key."""
LATE_ENTER_MS = 1000
"""For so long after a disturbed scan an Enter is taken for its end."""


class Pace(QObject):
    """Takes the window's keys.

    pressed: emits the commands of a person, typed any other single key of hers. disturbed: emits
    the text that a machine typed.
    """

    pressed = Signal(object)
    typed = Signal(str)
    disturbed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Command | None = None  # the digit that may be the first of a scan
        self._run = ""  # the keys that came at one go
        self._last = -LATE_ENTER_MS
        self._machine_at = -LATE_ENTER_MS
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PERSON_MS)
        self._timer.timeout.connect(self.settle)

    def key(self, event: QKeyEvent, command: Command | None) -> None:
        """One key press. command: what it means if a person pressed it, None = nothing."""
        at, text = event.timestamp(), event.text()
        if not (text and text.isprintable()) and command is not Command.OK:
            if command is not None:  # None: a Shift key is part of the run
                self.settle()
                self.pressed.emit(command)
            return
        together = at - self._last < PERSON_MS and bool(self._run)
        if not together:
            self.settle()
        self._last = at
        if command is Command.OK:
            self._enter(at, together=together)
            return
        self._run += text
        self._waiting = command if len(self._run) == 1 else None
        self._timer.start()

    def settle(self) -> None:
        """No key has followed for a while: what waits is a person's digit or a cut scan."""
        self._timer.stop()
        run, self._run = self._run, ""
        digit, self._waiting = self._waiting, None
        if digit is not None:
            self.pressed.emit(digit)
        elif len(run) > 1:
            self._machine_at = self._last
            self.disturbed.emit(run)
        elif run:
            self.typed.emit(run)

    def forget(self) -> None:
        """The keys that wait were the beginning of a scan that somebody else has heard."""
        self._timer.stop()
        self._run, self._waiting = "", None

    def _enter(self, at: int, *, together: bool) -> None:
        if together:
            self._waiting = None
            self._run += "\r"
            self.settle()
        elif at - self._machine_at >= LATE_ENTER_MS:
            self.pressed.emit(Command.OK)
