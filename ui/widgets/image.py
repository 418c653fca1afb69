"""One icon, large (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import icon
from ui.theme import Theme


class Image(QWidget):
    """An icon in the middle of its place; where there is no room it gets smaller, to a third."""

    def __init__(self, theme: Theme, name: str, pixels: int, colour: str = "action") -> None:
        super().__init__()
        self._theme, self._name, self._colour = theme, name, colour
        self._pixels = theme.px(pixels)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)

    def show_icon(self, name: str, colour: str = "action") -> None:
        if (name, colour) != (self._name, self._colour):
            self._name, self._colour = name, colour
            self.update()

    def name(self) -> str:
        return self._name

    def sizeHint(self) -> QSize:
        return QSize(self._pixels, self._pixels)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._pixels // 3, self._pixels // 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pixels = min(self._pixels, self.width(), self.height())
        left = (self.width() - pixels) // 2
        top = (self.height() - pixels) // 2
        pixmap = icon(self._name, self._theme.colour(self._colour), pixels)
        painter.drawPixmap(left, top, pixmap)
        painter.end()
