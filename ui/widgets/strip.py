"""A coloured strip of icon and words: the last accepted scan, a note on a line (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import icon
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, draw_fitted, fit


class Strip(QWidget):
    """Icon and words in a tone ("ok", "warn", "bad", "action"); an empty one keeps its place."""

    def __init__(self, theme: Theme, name: str, size: str = "detail", *, lines: int = 2) -> None:
        super().__init__()
        self._theme, self._size, self._lines = theme, size, lines
        self._words, self._image, self._tone = "", "", "ok"
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.size("strip"))

    def say(self, words: str, *, image: str = "circle-check", tone: str = "ok") -> None:
        if (words, image, tone) != (self._words, self._image, self._tone):
            self._words, self._image, self._tone = words, image, tone
            self.setAccessibleName(words)
            self.update()

    def text(self) -> str:
        return self._words

    def tone(self) -> str:
        return self._tone

    def fits(self) -> bool:
        pixels = self._theme.size(self._size)
        room = self._words_place().size()
        return fit(self._theme, self._words, room, pixels, bold=True, lines=self._lines).fits

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.height())

    def _words_place(self) -> QRect:
        gap = self._theme.size("gap")
        left = gap * 2 + self._theme.size("icon")
        return self.rect().adjusted(left, 2, -gap, -2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._words:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(self._tone))
        painter.setBrush(theme.colour(self._tone))
        radius = theme.size("radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        ink = theme.colour("on_" + self._tone)
        pixels = theme.size("icon")
        top = (self.height() - pixels) // 2
        painter.drawPixmap(theme.size("gap"), top, icon(self._image, ink, pixels))
        painter.setPen(ink)
        place = self._words_place()
        fitted = fit(
            theme,
            self._words,
            place.size(),
            theme.size(self._size),
            bold=True,
            lines=self._lines,
        )
        draw_fitted(painter, place, self._words, fitted, LEFT, self._lines)
        painter.end()
