"""A code of which some letters matter more than the others (main thread)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.lookalike import Part
from ui.theme import Theme
from ui.widgets.fit_label import SHRINK

_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PartsLabel(QWidget):
    """Paints the parts in one line, as large as they fit; what differs is bold and underlined."""

    def __init__(self, theme: Theme, size: str, colour: str) -> None:
        super().__init__()
        self._theme, self._pixels = theme, theme.size(size)
        self._colour, self._plain = theme.colour(colour), theme.colour("muted")
        self._parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(40), int(self._pixels * 1.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(16), self._theme.size("muted"))

    def text(self) -> str:
        return "".join(part.text for part in self._parts)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        if parts != self._parts:
            self._parts = parts
            self.setAccessibleName(self.text())
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        pixels, parts = float(self._pixels), self._parts
        while pixels > self._theme.px(14) and not self._fits(parts, pixels):
            pixels *= SHRINK
        parts = self._cut(parts, pixels)
        painter = QPainter(self)
        left = (self.width() - self._width(parts, pixels)) / 2
        for part in parts:
            font = self._font(part, pixels)
            width = QFontMetricsF(font).horizontalAdvance(part.text)
            painter.setFont(font)
            painter.setPen(QPen(self._colour if part.differs else self._plain))
            place = QRectF(left, 0, width + 2, self.height())
            painter.drawText(place, int(_ALIGN), part.text)
            left += width
        painter.end()

    def _cut(self, parts: tuple[Part, ...], pixels: float) -> tuple[Part, ...]:
        """Leave out of the beginning and the end what both codes have, where there is no room."""
        while parts and self._width(parts, pixels) > self.width():
            first, last = parts[0], parts[-1]
            if not first.differs and len(first.text) > 2:
                parts = (Part(f"…{first.text[2:]}", differs=False), *parts[1:])
            elif not last.differs and len(last.text) > 2:
                parts = (*parts[:-1], Part(f"{last.text[:-2]}…", differs=False))
            else:
                break
        return parts

    def _fits(self, parts: tuple[Part, ...], pixels: float) -> bool:
        high = QFontMetricsF(self._theme.font(int(pixels), bold=True)).height()
        return self._width(parts, pixels) <= self.width() and high <= self.height() * 1.1

    def _width(self, parts: tuple[Part, ...], pixels: float) -> float:
        widths = (
            QFontMetricsF(self._font(one, pixels)).horizontalAdvance(one.text) for one in parts
        )
        return sum(widths)

    def _font(self, part: Part, pixels: float) -> QFont:
        font = QFont(self._theme.font(int(pixels), bold=part.differs))  # the theme's is shared
        font.setUnderline(part.differs)
        return font
