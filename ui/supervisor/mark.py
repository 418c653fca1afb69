"""The shape of a state, so that colour does not say it alone (main thread)."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.icons import icon
from ui.theme import Theme


class Mark(QWidget):
    """An icon in a tone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._drawn = ("", "")
        pixels = theme.size("icon")
        self.setFixedSize(pixels, pixels)

    def show_mark(self, image: str, tone: str) -> None:
        if (image, tone) != self._drawn:
            self._drawn = (image, tone)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        image, tone = self._drawn
        if image:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, icon(image, self._theme.colour(tone), self.width()))
            painter.end()
