"""Progress of the open task: a bar with the number beside it (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import messages
from ui.theme import Theme
from ui.widgets.fit_label import RIGHT, FitLabel


class _Strip(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(100), self._theme.size("progress") - self._theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.px(8)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("outline"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(whole, radius, radius)
        if self.part > 0:
            whole.setWidth(max(2.0 * radius, whole.width() * self.part))
            painter.setBrush(theme.colour("ok" if self.part >= 1 else "action"))
            painter.drawRoundedRect(whole, radius, radius)
        painter.end()


class ProgressRow(QWidget):
    """Shows units done of units wanted; hidden while no task is open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._strip = _Strip(theme)
        self._short = theme.handheld
        self._label = FitLabel(theme, "body", bold=True, align=RIGHT)
        self._label.setObjectName("progress_label")
        self._theme = theme
        self.setFixedHeight(theme.size("progress") + theme.px(6))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.size("gap"))
        line.addWidget(self._strip, 1)
        line.addWidget(self._label)

    def text(self) -> str:
        return self._label.text()

    def show_progress(self, done: int, wanted: int, code: str = "items") -> None:
        """Show done of wanted. code: of the words that say what is counted."""
        self.setVisible(wanted > 0)
        if wanted <= 0:
            return
        self._strip.part = min(1.0, done / wanted)
        self._strip.update()
        code = "items_short" if self._short else code
        self._label.set_text(messages.words(code, done=done, wanted=wanted))
        # As wide as the words will be at the end: the bar has all the rest, and stays as long.
        font = self._theme.font(self._theme.size("body"), bold=True)
        longest = messages.words(code, done=wanted, wanted=wanted)
        self._label.setFixedWidth(QFontMetrics(font).horizontalAdvance(longest) + 2)
