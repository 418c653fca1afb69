"""A key for fingers in gloves: icon, word, and the keyboard's key for it (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.icons import icon
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, RIGHT, Align, Fit, draw_fitted, fit


class TouchButton(QPushButton):
    """Never takes the focus: else the Enter of a scanner that types would press it."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        *,
        image: str = "",
        hint: str = "",
        primary: bool = False,
        size: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._theme, self._image, self._key = theme, image, hint
        self._primary, self._size = primary, size
        self._fitted: tuple[str, QSize, Fit] | None = None
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.size("button"))

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)

    def set_image(self, image: str) -> None:
        self._image = image
        self.update()

    def set_primary(self, primary: bool) -> None:  # noqa: FBT001 - a setter
        """Draw the key as the suggested or chosen one, or not."""
        if primary != self._primary:
            self._primary = primary
            self.update()

    def is_primary(self) -> bool:
        return self._primary

    def hint_words(self) -> str:
        return self._key

    def fits(self) -> bool:
        return not self.text() or self._fit().fits

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(self._theme.size("body"), bold=True))
        wide = metrics.horizontalAdvance(self.text()) + self._theme.size("icon")
        return QSize(wide + 4 * self._theme.size("gap"), self._theme.size("button"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.size("button"), self._theme.size("button"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._draw_ground(painter)
        words = self._words_place()
        text, fitted = self.text(), self._fit()
        align = LEFT if self._image and not self._stacked else Align.AlignCenter
        if self._image:
            pixels = self._icon_pixels
            place = self._icon_place(pixels)
            painter.drawPixmap(place.topLeft(), icon(self._image, theme.colour(ink), pixels))
        painter.setPen(theme.colour(ink))
        draw_fitted(painter, words, text, fitted, align, 2)
        if self._key:
            painter.setFont(theme.font(theme.size("hint")))
            corner = self.rect().adjusted(0, theme.px(4), -theme.px(10), 0)
            painter.drawText(
                corner, int(RIGHT | Align.AlignTop) & ~int(Align.AlignVCenter), self._key
            )
        painter.end()

    def _draw_ground(self, painter: QPainter) -> str:
        """Draw the key's face; returns the colour name of what is written on it."""
        theme = self._theme
        ground, edge, ink = "raised", "outline", "text"
        if not self.isEnabled():
            ground, edge, ink = "bg", "line", "muted"
        elif self._primary:
            ground, edge, ink = "action", "action", "on_action"
        if self.isDown():
            ground, ink = "cur", "text"
        pen = QPen(theme.colour(edge), max(1, theme.px(2)))
        if not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(ground))
        radius = theme.size("radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        return ink

    @property
    def _stacked(self) -> bool:
        """Whether the icon stands above the word: on a narrow key."""
        roomy = self.height() >= self._theme.px(80)
        narrow = self._theme.handheld or self.width() < self._theme.px(230)
        return narrow and roomy and bool(self._image and self.text())

    @property
    def _icon_pixels(self) -> int:
        bench = not self._theme.handheld
        return self._theme.px(34) if self._stacked and bench else self._theme.size("icon")

    def _content_width(self) -> int:
        metrics = QFontMetrics(self._fit().font)
        place = QRect(0, 0, self._words_room().width(), self.height())
        bounds = metrics.boundingRect(place, int(LEFT | Qt.TextFlag.TextWordWrap), self.text())
        return bounds.width()

    def _words_room(self) -> QSize:
        edge = self._theme.size("gap")
        taken = 2 * edge
        height = self.height() - edge
        if self._image and self._stacked:
            return QSize(self.width() - edge, height - self._icon_pixels)
        if self._image:
            taken += self._theme.size("icon") + edge
        return QSize(self.width() - taken, height)

    def _icon_place(self, pixels: int) -> QRect:
        edge = self._theme.size("gap")
        if self._stacked:
            return QRect((self.width() - pixels) // 2, self._theme.px(10), pixels, pixels)
        if not self.text():
            return QRect(
                (self.width() - pixels) // 2, (self.height() - pixels) // 2, pixels, pixels
            )
        whole = pixels + edge + self._content_width()
        return QRect((self.width() - whole) // 2, (self.height() - pixels) // 2, pixels, pixels)

    def _words_place(self) -> QRect:
        edge = self._theme.size("gap")
        if not self._image:
            return self.rect().adjusted(edge // 2, 0, -edge // 2, 0)
        place = self._icon_place(self._icon_pixels)
        if self._stacked:
            return QRect(
                edge // 2, place.bottom(), self.width() - edge, self.height() - place.bottom() - 4
            )
        return QRect(place.right() + edge, 0, self._words_room().width() + 2, self.height())

    def _fit(self) -> Fit:
        known = self._fitted
        if known is not None and known[0] == self.text() and known[1] == self.size():
            return known[2]
        pixels = self._theme.size(self._size)
        room = self._words_room()
        fitted = fit(self._theme, self.text(), room, pixels, bold=True, lines=2)
        self._fitted = (self.text(), self.size(), fitted)
        return fitted
