"""A product's picture from the local cache, else a drawn stand-in (main thread)."""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import icon
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, draw_fitted, fit


@lru_cache(maxsize=64)
def _load(file: str, width: int, height: int, changed_ns: int) -> QPixmap | None:
    """A picture in the size shown. changed_ns: makes a replaced file miss the cache."""
    whole = QPixmap(file)
    if whole.isNull():
        return None
    return whole.scaled(
        width,
        height,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


class Picture(QWidget):
    """A product's picture. mark: "" = plain; "ok" or "bad" = framed, with an icon."""

    def __init__(self, theme: Theme, folder: Path | None, *, mark: str = "") -> None:
        super().__init__()
        self._theme, self._folder, self._mark = theme, folder, mark
        self._sku, self._source = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        side = self._theme.px(130 if self._theme.handheld else 300)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        side = self._theme.px(36 if self._theme.handheld else 64)
        return QSize(side, side)

    def show_product(self, sku: str, source: str = "") -> None:
        """`source` is a file name or address; only the cache folder is ever read."""
        if (sku, source) != (self._sku, self._source):
            self._sku, self._source = sku, source
            self.setAccessibleName(sku)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._sku:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect().adjusted(4, 4, -4, -4)
        pixmap = self._pixmap(room.size())
        if pixmap is None:
            self._draw_stand_in(painter, room)
        else:
            corner = room.center() - pixmap.rect().center()
            painter.drawPixmap(corner, pixmap)
        if self._mark:
            self._draw_mark(painter)
        painter.end()

    def _pixmap(self, room: QSize) -> QPixmap | None:
        if self._folder is None or not self._source:
            return None
        file = self._folder / PurePosixPath(self._source.replace("\\", "/")).name
        try:
            changed_ns = file.stat().st_mtime_ns
        except OSError:
            return None
        return _load(str(file), room.width(), room.height(), changed_ns)

    def _draw_stand_in(self, painter: QPainter, room: QRect) -> None:
        """Draw a coloured box with the SKU on it, which nobody takes for a photograph."""
        theme = self._theme
        hue = zlib.crc32(self._sku.encode()) % 360
        box = QColor.fromHsv(hue, 110, 200 if not theme.dark else 150)
        side = min(room.width(), room.height())
        place = QRectF(0, 0, min(room.width(), side * 1.15), side * 0.92)
        place.moveCenter(QRectF(room).center())
        painter.setPen(QPen(box.darker(170), max(2, side // 60)))
        painter.setBrush(box)
        painter.drawRoundedRect(place, side * 0.05, side * 0.05)
        tape = QRectF(place.center().x() - side * 0.07, place.top(), side * 0.14, place.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(box.lighter(118))
        painter.drawRect(tape.adjusted(0, side * 0.02, 0, -side * 0.02))
        label = QRectF(0, 0, place.width() * 0.86, side * 0.3)
        label.moveCenter(place.center())
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(label, side * 0.03, side * 0.03)
        painter.setPen(QColor("#12181D"))
        words = label.toRect().adjusted(6, 2, -6, -2)
        fitted = fit(theme, self._sku, words.size(), max(12, round(side * 0.14)), bold=True)
        draw_fitted(painter, words, self._sku, fitted, CENTRE, 1)

    def _draw_mark(self, painter: QPainter) -> None:
        theme = self._theme
        edge = theme.px(6)
        painter.setPen(QPen(theme.colour(self._mark), edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = edge / 2
        place = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(place, theme.px(10), theme.px(10))
        pixels = theme.px(64 if not theme.handheld else 26)
        ground = QRectF(edge, edge, pixels + 8, pixels + 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawEllipse(ground)
        name = "circle-check" if self._mark == "ok" else "octagon-x"
        painter.drawPixmap(
            ground.adjusted(4, 4, 0, 0).topLeft().toPoint(),
            icon(name, theme.colour(self._mark), pixels),
        )
