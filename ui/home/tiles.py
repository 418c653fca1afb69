"""The big tiles of the home screen, one a workflow (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.icons import icon
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, draw_fitted, fit


class Tile(QPushButton):
    """Icon, word and the number that waits; lit while that is not 0."""

    def __init__(self, theme: Theme, name: str, words: str, image: str, colour: str) -> None:
        super().__init__(words)
        self._theme, self._image, self._colour = theme, image, colour
        self._count_words, self._lit = "", False
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.size("tile"))

    def show_count(self, words: str, *, lit: bool) -> None:
        if (words, lit) != (self._count_words, self._lit):
            self._count_words, self._lit = words, lit
            self.setAccessibleName(f"{self.text()}: {words}")
            self.update()

    def count_words(self) -> str:
        return self._count_words

    def is_lit(self) -> bool:
        return self._lit

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    def fits(self) -> bool:
        theme = self._theme
        title, count = self._places()
        return (
            fit(theme, self.text(), title.size(), theme.size("title"), bold=True).fits
            and fit(theme, self._count_words, count.size(), theme.size("detail")).fits
        )

    def _places(self) -> tuple[QRect, QRect]:
        theme = self._theme
        margin = min(theme.px(8) if theme.scant else theme.px(20), self.width() // 20)
        left = self._icon_place().right() + margin
        middle = self.height() // 2
        wide = self.width() - left - margin
        top = theme.px(10 if theme.handheld else 16)
        title = QRect(left, top, wide, middle - top)
        return title, QRect(left, middle, wide, middle - top)

    def _icon_place(self) -> QRect:
        theme = self._theme
        high = self.height() * 3 // (5 if theme.low else 4)
        # Words need three quarters of a narrow tile.
        pixels = min(theme.px(84), high, self.width() // 4)
        left = min(theme.px(12) if theme.scant else theme.px(24), self.width() // 16)
        return QRect(left, (self.height() - pixels) // 2, pixels, pixels)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._colour if self._lit else "raised"
        ink = "on_" + self._colour if self._lit else "text"
        if self.isDown():
            ground, ink = "cur", "text"
        painter.setPen(QPen(theme.colour(self._colour if self._lit else "outline"), 2))
        painter.setBrush(theme.colour(ground))
        radius = theme.size("radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        place = self._icon_place()
        image = icon(self._image, theme.colour(ink), place.width())
        painter.drawPixmap(place.topLeft(), image)
        painter.setPen(theme.colour(ink))
        title, count = self._places()
        for text, place, size, bold in (
            (self.text(), title, "title", True),
            (self._count_words, count, "detail", False),
        ):
            fitted = fit(theme, text, place.size(), theme.size(size), bold=bold)
            draw_fitted(painter, place, text, fitted, LEFT, 1)
        painter.end()
