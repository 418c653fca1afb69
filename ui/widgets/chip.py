"""Icon and word for one device or the centre (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import icon
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, Fit, draw_fitted, fit

NARROWEST = 0.55
"""How much of its words' full width a chip keeps where the line is too short."""


class Chip(QWidget):
    """Icon and word: grey without trouble; in trouble framed, coloured and of another shape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image, self._words, self._tone = "", "", "muted"
        self._brief = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_state(self, image: str, words: str, tone: str) -> None:
        if (image, words, tone) == (self._image, self._words, self._tone):
            return
        self._image, self._words, self._tone = image, words, tone
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._words

    def tone(self) -> str:
        return self._tone

    def fits(self) -> bool:
        return not self._shown_words() or self._fit().fits

    def sizeHint(self) -> QSize:
        theme = self._theme
        height = theme.px(40 if not theme.handheld else 34)
        if not self._shown_words():
            return QSize(self._icon_pixels + theme.px(8), height)
        metrics = QFontMetrics(theme.font(theme.size("muted")))
        words = metrics.horizontalAdvance(self._shown_words())
        return QSize(words + self._icon_pixels + theme.px(30), height)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        if not self._shown_words():
            return whole
        taken = self._icon_pixels + self._theme.px(30)
        return QSize(taken + int((whole.width() - taken) * NARROWEST), whole.height())

    @property
    def _icon_pixels(self) -> int:
        return self._theme.px(24 if self._theme.handheld else 28)

    def _words_place(self) -> QRect:
        theme = self._theme
        left = theme.px(10) + self._icon_pixels + theme.px(8)
        return self.rect().adjusted(left, 0, -theme.px(6), 0)

    def _fit(self) -> Fit:
        theme = self._theme
        return fit(theme, self._shown_words(), self._words_place().size(), theme.size("muted"))

    def _shown_words(self) -> str:
        """The words to show; none on a handheld, which has room for shape and colour only."""
        return "" if self._theme.handheld or self._brief else self._words

    def set_brief(self, brief: bool) -> None:  # noqa: FBT001 - a setter
        """Leave the word out, but only while the device has no trouble."""
        brief = brief and self._tone == "muted"
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "muted"
        if self._tone != "muted":
            painter.setPen(QPen(theme.colour(self._tone), 2))
            painter.setBrush(theme.colour(self._tone))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
            ink = "on_" + self._tone
        pixels = self._icon_pixels
        left = theme.px(10 if self._shown_words() else 4)
        top = (self.height() - pixels) // 2
        painter.drawPixmap(left, top, icon(self._image, theme.colour(ink), pixels))
        painter.setPen(theme.colour(ink))
        if self._shown_words():
            draw_fitted(painter, self._words_place(), self._words, self._fit(), LEFT, 1)
        painter.end()
