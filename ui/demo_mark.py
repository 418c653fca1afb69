"""The band above a demo's window, so that nobody takes it for a bench (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import messages
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, draw_fitted, fit

HEIGHT = 30


class DemoMark(QWidget):
    """Takes the window's upper edge; the window leaves it free, as its contents margin."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self.setObjectName("demo_mark")
        window.setContentsMargins(0, HEIGHT, 0, 0)
        window.setWindowTitle(f"{window.windowTitle()} DEMO")
        window.installEventFilter(self)
        self._stretch(window)
        self.show()

    def _stretch(self, window: QWidget) -> None:
        self.setGeometry(0, 0, window.width(), HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self._stretch(watched)
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        words = messages.words("demo")
        self.setAccessibleName(words)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("warn"))
        painter.setPen(self._theme.colour("on_warn"))
        place = self.rect().adjusted(8, 2, -8, -2)
        fitted = fit(self._theme, words, place.size(), HEIGHT * 2 // 3, bold=True)
        draw_fitted(painter, place, words, fitted, CENTRE, 1)
        painter.end()
