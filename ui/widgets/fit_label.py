"""A label that shows its whole text, in the largest font that fits its place (main thread).

A QLabel clips, and each new text makes its window lay itself out again. This label keeps its place
whatever its text.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

Align = Qt.AlignmentFlag
LEFT = Align.AlignLeft | Align.AlignVCenter
RIGHT = Align.AlignRight | Align.AlignVCenter
CENTRE = Align.AlignCenter
SHRINK = 0.93
SMALLEST = 0.5
NEARLY = 0.82
_ANY_WIDTH = 100_000


@dataclass(frozen=True)
class Fit:
    """The font for a text in a place. fits: False if even the smallest font was too large."""

    font: QFont
    fits: bool


def fit(
    theme: Theme, text: str, space: QSize, pixels: int, *, bold: bool = False, lines: int = 1
) -> Fit:
    """The largest font, up to `pixels`, whose text fits the space in at most `lines` lines."""
    if lines > 1:
        # One line at nearly full size reads better than two at full size.
        single = theme.font(int(pixels * NEARLY), bold=bold)
        if _holds(single, text, space, 1):
            lines = 1
    floor = max(theme.px(12), int(pixels * SMALLEST))
    size = float(pixels)
    while True:
        font = theme.font(int(size), bold=bold)
        if _holds(font, text, space, lines):
            return Fit(font, fits=True)
        if size <= floor:
            return Fit(font, fits=False)
        size = max(floor, size * SHRINK)


def _holds(font: QFont, text: str, space: QSize, lines: int) -> bool:
    metrics = QFontMetrics(font)
    if lines == 1:
        if metrics.horizontalAdvance(text) > space.width():
            return False
        # Fonts differ in the empty room above and below their glyphs; only the glyphs must fit.
        ink = metrics.tightBoundingRect(text)
        baseline = (space.height() - metrics.height()) / 2 + metrics.ascent()
        return baseline + ink.top() >= 0 and baseline + ink.bottom() <= space.height()
    room = QRect(0, 0, space.width(), 10_000)
    needed = metrics.boundingRect(room, int(LEFT | Qt.TextFlag.TextWordWrap), text)
    # The room above the capitals may be missing; that of the descenders may not (`draw_fitted`).
    most = min(space.height() + metrics.descent() // 2, metrics.lineSpacing() * lines)
    return needed.width() <= space.width() and needed.height() <= most


class FitLabel(QWidget):
    """Shows one text. data: the text is a name, which is cut with an ellipsis instead of shrunk."""

    def __init__(
        self,
        theme: Theme,
        size: str = "body",
        *,
        colour: str = "text",
        bold: bool = False,
        align: Align = LEFT,
        lines: int = 1,
        data: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._pixels, self._bold = theme, theme.size(size), bold
        self._align, self._lines, self._data = align, lines, data
        self._colour = theme.colour(colour)
        self._text = ""
        self._fitted: tuple[str, QSize, Fit] | None = None
        height = QFontMetrics(theme.font(self._pixels, bold=bold)).lineSpacing() * lines
        self._hint = QSize(theme.px(40), height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            if self._hugging:
                self.updateGeometry()
            self.update()

    def set_colour(self, name: str) -> None:
        colour = self._theme.colour(name)
        if colour != self._colour:
            self._colour = colour
            self.update()

    @property
    def _hugging(self) -> bool:
        return self.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Expanding

    def hug(self) -> FitLabel:
        """Make the label as wide as its text, for short texts in a row; returns itself."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        return self

    def fits(self) -> bool:
        """Whether the whole text is shown; always True for a name, which may be cut."""
        return self._data or self._fit().fits

    def shown_pixels(self) -> int:
        """The size of the font in which the text is shown."""
        return self._fit().font.pixelSize()

    def full_width(self) -> int:
        """The width of the text in the label's own font."""
        metrics = QFontMetrics(self._theme.font(self._pixels, bold=self._bold))
        return metrics.horizontalAdvance(self._text) + 2

    def sizeHint(self) -> QSize:
        if not self._hugging:
            return self._hint
        return QSize(self.full_width(), self._hint.height())

    def minimumSizeHint(self) -> QSize:
        # A short text in a row keeps its width; a name there may be cut.
        wide = self.sizeHint().width() if self._hugging and not self._data else self._theme.px(16)
        return QSize(wide, max(self._hint.height() // 2, self._theme.size("muted")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._text:
            return
        fitted = self._fit()
        painter = QPainter(self)
        painter.setPen(self._colour)
        draw_fitted(painter, self.rect(), self._text, fitted, self._align, self._lines)
        painter.end()

    def _fit(self) -> Fit:
        known = self._fitted
        if known is not None and known[0] == self._text and known[1] == self.size():
            return known[2]
        if self._data and self._lines == 1:
            anything = QSize(_ANY_WIDTH, self.height())  # it is cut in width, never in height
            font = fit(self._theme, self._text, anything, self._pixels, bold=self._bold).font
            fitted = Fit(font, fits=False)
        else:
            fitted = fit(
                self._theme,
                self._text,
                self.size(),
                self._pixels,
                bold=self._bold,
                lines=self._lines,
            )
        self._fitted = (self._text, self.size(), fitted)
        return fitted


def draw_fitted(
    painter: QPainter, place: QRect, text: str, fitted: Fit, align: Align, lines: int
) -> None:
    painter.setFont(fitted.font)
    if not fitted.fits and lines == 1:
        text = QFontMetrics(fitted.font).elidedText(
            text, Qt.TextElideMode.ElideRight, place.width()
        )
    flags = int(align)
    if lines > 1:
        flags |= int(Qt.TextFlag.TextWordWrap)
        over = painter.fontMetrics().boundingRect(place, flags, text).height() - place.height()
        if over > 0:  # what is too high stands on the ground of its place
            flags = flags & ~int(Align.AlignVCenter) | int(Align.AlignBottom)
    painter.drawText(place, flags, text)
