"""A line in the window, not a dialog, to type a code that no scanner reads (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.station.messages import EnterCode
from ui import messages
from ui.theme import Theme
from ui.widgets.screen import row
from ui.widgets.touch_button import TouchButton

IDLE_MS = 10_000


class CodeEntry(QWidget):
    """Hidden until asked for. Hides and gives up the focus after a code or ten idle seconds.

    asked: carries the typed code. opened: whether the line is shown now.
    """

    asked = Signal(object)
    opened = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("code_entry")
        self._field = QLineEdit()
        self._field.setObjectName("code_field")
        self._field.setAccessibleName(messages.words("code_hint"))
        self._field.setPlaceholderText(messages.words("code_hint"))
        self._field.setFixedHeight(theme.size("button"))
        self._field.textEdited.connect(self._wait_again)
        self._field.installEventFilter(self)
        self._key = TouchButton(
            theme, "code_enter", messages.words("enter_code"), image="check", primary=True
        )
        self._key.setFixedWidth(theme.px(140 if theme.handheld else 260))
        self._key.clicked.connect(self._enter)
        line = row(spacing=theme.size("gap"))
        line.addWidget(self._field, 1)
        line.addWidget(self._key)
        self.setLayout(line)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._leave)
        self.hide()

    def toggle(self) -> None:
        if self.isHidden():
            self.opened.emit(True)  # noqa: FBT003 - a signal
            self.show()
            self._field.setFocus()
            self._idle.start()
        else:
            self._leave()

    def _wait_again(self) -> None:
        self._idle.start()

    def _enter(self) -> None:
        text = self._field.text().strip()
        self._leave()
        if text:
            self.asked.emit(EnterCode(text))

    def _leave(self) -> None:
        self._idle.stop()
        self._field.clear()
        self._field.clearFocus()
        self.hide()
        self.opened.emit(False)  # noqa: FBT003 - a signal

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            # Enter stops here: the field would pass it on to the window, where it means OK.
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
        return super().eventFilter(watched, event)
