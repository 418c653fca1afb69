"""A list of rows with columns: order lines, queues, loads, timelines (main thread).

One painter draws a whole row, all rows have one height, and only a changed row is painted again.
That is why an order of a hundred lines costs no more than a short one.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from ui.widgets.fit_label import LEFT, RIGHT

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
    """One column. width: pixels at scale 1; 0 = a share of the width that is left."""

    width: int = 0
    muted: bool = False
    bold: bool = False
    right: bool = False
    share: int = 1


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
        self._fonts = [
            theme.font(theme.size("muted" if column.muted else "body"), bold=column.bold)
            for column in columns
        ]
        self._row_height = theme.size("row")

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.rows()[index.row()]
        theme, gap = self._theme, self._theme.px(12)
        place = QRect(option.rect).adjusted(0, 2, 0, -theme.px(4))
        self._draw_ground(painter, place, row)
        left = place.left() + gap
        if row.image:
            pixels = theme.px(32 if not theme.handheld else 26)
            ink = theme.colour(_INK[row.tone])
            top = place.top() + (place.height() - pixels) // 2
            painter.drawPixmap(left, top, icon(row.image, ink, pixels))
            left += pixels + gap
        widths = self._widths(place.right() - gap - left, gap)
        for column, font, width, text in zip(
            self._columns, self._fonts, widths, row.cells, strict=False
        ):
            cell = QRect(left, place.top(), width, place.height())
            painter.setFont(font)
            painter.setPen(theme.colour("muted" if column.muted else "text"))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(cell, int(RIGHT if column.right else LEFT), shown)
            left += width + gap

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
        fixed = [self._theme.px(column.width) if column.width else 0 for column in self._columns]
        left = room - sum(fixed) - gap * (len(fixed) - 1)
        shares = sum(column.share for column in self._columns if not column.width) or 1
        return [
            width or max(0, left * column.share // shares)
            for width, column in zip(fixed, self._columns, strict=True)
        ]


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

    def set_rows(self, rows: Sequence[Row], current: int = -1) -> None:
        """Show the rows; `current` is brought into sight."""
        self._rows_model.set_rows(rows)
        if 0 <= current < len(rows):
            self.scrollTo(self._rows_model.index(current, 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        key = self.rows()[index.row()].key
        if key:
            self.chosen.emit(key)
