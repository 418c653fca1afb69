"""A list of rows with columns: order lines, queues, loads, timelines (main thread).

One painter draws a whole row, all rows have one height, and only a changed row is painted again.
That is why an order of a hundred lines costs no more than a short one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.icons import icon
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, RIGHT, Fit, draw_fitted, fit

_LEAST = 90
"""So many pixels at scale 1 a column without a width of its own gets, or it is left out; one that
is shown whole gets thrice as much.
"""
Index = QModelIndex | QPersistentModelIndex


class Tone(StrEnum):
    """What state a row is in; its background and its icon both show it."""

    PLAIN = "plain"
    CURRENT = "current"
    DONE = "done"
    WARN = "warn"
    BAD = "bad"


_GROUND = {
    Tone.PLAIN: "raised",
    Tone.CURRENT: "cur",
    Tone.DONE: "done",
    Tone.WARN: "short",
    Tone.BAD: "raised",
}
_INK = {
    Tone.PLAIN: "action",
    Tone.CURRENT: "action",
    Tone.DONE: "ok",
    Tone.WARN: "warn",
    Tone.BAD: "bad",
}


@dataclass(frozen=True)
class Column:
    """One column. width: pixels at scale 1; 0 = a share of the width that is left.

    Where there is not room for all, muted columns are left out, the last first. Names and numbers
    (bold, or on the right) are shrunk rather than cut. cut: this one may be of any length.
    """

    width: int = 0
    muted: bool = False
    bold: bool = False
    right: bool = False
    share: int = 1
    cut: bool = False

    @property
    def whole(self) -> bool:
        return (self.bold or self.right) and not self.cut


@dataclass(frozen=True)
class Row:
    """One row. key: what a touch submits; "" = the row cannot be touched."""

    cells: tuple[str, ...]
    image: str = ""
    tone: Tone = Tone.PLAIN
    key: str = ""

    def spoken(self) -> str:
        return " ".join(cell for cell in self.cells if cell)


class RowsModel(QAbstractListModel):
    """Holds the rows and tells the view only of those that changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        return self._rows[index.row()].spoken()

    def set_rows(self, rows: Sequence[Row]) -> None:
        fresh, old = tuple(rows), self._rows
        if fresh == old:
            return
        if len(fresh) != len(old):
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
            return
        self._rows = fresh
        for number, (was, now) in enumerate(zip(old, fresh, strict=True)):
            if was != now:
                index = self.index(number, 0)
                self.dataChanged.emit(index, index)


class _RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, columns: Sequence[Column], rows: RowsModel) -> None:
        super().__init__()
        self._theme, self._columns, self._rows = theme, columns, rows
        self.row_height = theme.size("row")
        self._placed: tuple[int, list[int]] = (-1, [])

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.rows()[index.row()]
        theme, gap = self._theme, self._theme.px(12)
        place = QRect(option.rect).adjusted(0, 2, 0, -theme.px(4))
        self._draw_ground(painter, place, row)
        if row.image:
            pixels = self._icon_pixels
            ink = theme.colour(_INK[row.tone])
            top = place.top() + (place.height() - pixels) // 2
            painter.drawPixmap(place.left() + gap, top, icon(row.image, ink, pixels))
        for column, cell, text in self.cells(row, place):
            painter.setPen(theme.colour("muted" if column.muted else "text"))
            fitted = self.fitted(column, cell, text)
            draw_fitted(painter, cell, text, fitted, RIGHT if column.right else LEFT, 1)

    @property
    def _icon_pixels(self) -> int:
        return self._theme.px(32 if not self._theme.handheld else 26)

    def cells(self, row: Row, place: QRect) -> list[tuple[Column, QRect, str]]:
        """The cells that are shown of a row in this place, left to right."""
        gap = self._theme.px(12)
        left = place.left() + gap + (self._icon_pixels + gap if row.image else 0)
        room = place.right() - gap - left
        if self._placed[0] != room:
            self._placed = (room, self._widths(room, gap))
        shown = []
        for column, width, text in zip(self._columns, self._placed[1], row.cells, strict=False):
            if width:
                shown.append((column, QRect(left, place.top(), width, place.height()), text))
                left += width + gap
        return shown

    def fitted(self, column: Column, cell: QRect, text: str) -> Fit:
        """The font for a text in its cell; only a whole one is shrunk."""
        theme = self._theme
        pixels = theme.size("muted" if column.muted else "body")
        font = theme.font(pixels, bold=column.bold)
        if QFontMetrics(font).horizontalAdvance(text) <= cell.width():
            return Fit(font, fits=True)
        if not column.whole:
            return Fit(font, fits=False)
        return fit(theme, text, cell.size(), pixels, bold=column.bold)

    def _draw_ground(self, painter: QPainter, place: QRect, row: Row) -> None:
        theme = self._theme
        strong = row.tone in (Tone.CURRENT, Tone.BAD)
        edge = _INK[row.tone] if strong else "line"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(edge), theme.px(3) if strong else 1))
        painter.setBrush(theme.colour(_GROUND[row.tone]))
        radius = theme.px(8)
        painter.drawRoundedRect(QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)

    def _widths(self, room: int, gap: int) -> list[int]:
        """The width of each column, 0 = left out."""
        least = 0 if self._theme.handheld else _LEAST
        shown = dict(enumerate(self._columns))
        while len(shown) > 1 and self._needed(shown.values(), least, gap) > room:
            muted = [number for number, column in shown.items() if not column.whole]
            if not muted:
                break
            del shown[muted[-1]]
        widths = {
            number: self._theme.px(column.width) if column.width else 0
            for number, column in shown.items()
        }
        left = room - self._needed(shown.values(), 0, gap)
        shares = sum(column.share for column in shown.values() if not column.width)
        for number, column in shown.items():
            if not column.width:
                widths[number] = max(0, left * column.share // shares)
        if not shares and left > 0:
            widths[max(widths)] += left  # the last one ends at the edge
        elif left < 0:  # all that must be whole gets smaller alike
            fixed = sum(widths.values()) or 1
            widths = {number: width * (fixed + left) // fixed for number, width in widths.items()}
        return [max(0, widths.get(number, 0)) for number in range(len(self._columns))]

    def _needed(self, columns: Collection[Column], least: int, gap: int) -> int:
        """The room for these columns. least: of one without a width, in pixels at scale 1."""
        widths = (
            self._theme.px(column.width or least * (3 if column.whole else 1))
            if least or column.width
            else 0
            for column in columns
        )
        return sum(widths) + gap * (len(columns) - 1)


class RowList(QListView):
    """The list itself. `chosen` carries the key of a touched row."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, words: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self._rows_model = RowsModel(self)
        self._painter = _RowPainter(theme, tuple(columns), self._rows_model)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setModel(self._rows_model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(theme.size("row"))
        self.clicked.connect(self._on_clicked)

    def rows(self) -> tuple[Row, ...]:
        return self._rows_model.rows()

    def places(self, row: Row) -> list[QRect]:
        """Where the cells of a row would lie in the first line."""
        place = QRect(0, 0, self.viewport().width(), self._painter.row_height)
        return [cell for _, cell, _ in self._painter.cells(row, place)]

    def cut(self) -> list[str]:
        """Names and numbers of the rows that are not shown whole."""
        place = QRect(0, 0, self.viewport().width(), self._painter.row_height)
        return [
            text
            for row in self.rows()
            for column, cell, text in self._painter.cells(row, place)
            if column.whole and not self._painter.fitted(column, cell, text).fits
        ]

    def set_rows(self, rows: Sequence[Row], current: int = -1) -> None:
        """Show the rows; `current` is brought into sight."""
        self._rows_model.set_rows(rows)
        if 0 <= current < len(rows):
            self.scrollTo(self._rows_model.index(current, 0))

    def choose(self, row: int) -> None:
        """Do as if the row was touched."""
        key = self.rows()[row].key
        if key:
            self.chosen.emit(key)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.choose(index.row())
