"""The stations as tiles: grey, unless something is wrong there (main thread)."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from app.overview.view import StationTile
from ui import messages
from ui.supervisor import says
from ui.theme import Theme
from ui.widgets.fit_label import RIGHT, FitLabel
from ui.widgets.screen import card, column, row, wide

COLUMNS, ROWS = 6, 2
IDLE = timedelta(minutes=5)
"""A shorter pause is none."""


class _Spark(QWidget):
    """Twelve small bars: how many orders in each five minutes of the last hour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._done: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(16))

    def show_done(self, done: tuple[int, ...]) -> None:
        if done != self._done:
            self._done = done
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        most = max(self._done, default=0)
        if not most:
            return
        painter = QPainter(self)
        step = self.width() / len(self._done)
        for number, count in enumerate(self._done):
            high = self.height() * count / most
            place = QRectF(number * step, self.height() - high, max(1.0, step - 2), high)
            painter.fillRect(place, self._theme.colour("outline"))
        painter.end()


class _Tile(QFrame):
    """touched: the station's name."""

    touched = Signal(str)

    def __init__(self, theme: Theme, *, touch: bool) -> None:
        super().__init__()
        self._touch = touch
        if touch:  # a wall has no pointer
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = FitLabel(theme, "body", bold=True, data=True)
        self._person = FitLabel(theme, "muted", align=RIGHT, data=True)
        self._order = FitLabel(theme, "muted", data=True)
        self._state = FitLabel(theme, "muted", bold=True, align=RIGHT)
        self._spark = _Spark(theme)
        self.setObjectName("station_tile")
        gap = theme.px(6)
        below = row(spacing=gap)
        below.addWidget(wide(self._order), 2)
        below.addWidget(wide(self._state), 3)
        inside = column(
            row(self._name, self._person, spacing=gap),
            below,
            self._spark,
            spacing=theme.px(2),
            margin=theme.px(10),
        )
        self.setLayout(inside)
        self.setFixedHeight(theme.px(118))
        self._card = ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._touch:
            self.touched.emit(self._name.text())

    def show_tile(self, tile: StationTile, now: datetime) -> None:
        said, tone, frame = _state(tile, now)
        self._name.set_text(tile.station)
        self._person.set_text(tile.operator)
        self._order.set_text(tile.order)
        self._state.set_text(said)
        self._state.set_colour(tone)
        self._spark.show_done(tile.done)
        self.setAccessibleName(f"{tile.station} {tile.operator} {tile.order} {said}".strip())
        if frame != self._card:
            self._card = frame
            self.setProperty("card", frame)
            self.style().unpolish(self)
            self.style().polish(self)


def _state(tile: StationTile, now: datetime) -> tuple[str, str, str]:
    """(words, colour, kind of frame) of what matters most there."""
    if tile.help_since is not None:
        return messages.words("board_help", minutes=_minutes(now, tile.help_since)), "bad", "stop"
    if tile.away:
        return messages.words("board_away", minutes=_minutes(now, tile.seen_at)), "warn", "warn"
    if tile.troubles:
        kind, trouble = tile.troubles[0]
        return says.device_trouble(kind, trouble), "warn", "warn"
    if tile.behind:
        return messages.words("board_behind", version=tile.version), "warn", "yes"
    if tile.idle_since is not None and now - tile.idle_since >= IDLE:
        minutes = _minutes(now, tile.idle_since)
        return messages.words("board_idle", minutes=minutes), "muted", "yes"
    rate = round(tile.per_hour)
    return messages.words("board_rate", count=rate) if rate else "", "text", "yes"


def _minutes(now: datetime, since: datetime) -> int:
    return max(0, int((now - since) / timedelta(minutes=1)))


class StationTiles(QWidget):
    """Draws the tiles of a board, those with trouble first. touched: a station's name."""

    touched = Signal(str)

    def __init__(self, theme: Theme, *, touch: bool = True) -> None:
        super().__init__()
        self._title = FitLabel(theme, "body", colour="muted")
        self._tiles = [_Tile(theme, touch=touch) for _ in range(COLUMNS * ROWS)]
        for tile in self._tiles:
            tile.touched.connect(self.touched)
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for number, tile in enumerate(self._tiles):
            grid.addWidget(tile, number // COLUMNS, number % COLUMNS)
        for number in range(COLUMNS):
            grid.setColumnStretch(number, 1)
        inside = column(self._title, spacing=theme.px(8))
        inside.addLayout(grid)
        inside.addStretch(1)
        self.setLayout(column(card(theme, inside)))

    def show_tiles(self, tiles: tuple[StationTile, ...], now: datetime, rows: int = ROWS) -> None:
        """rows: for so many there is room; those with trouble are in the first."""
        room = COLUMNS * rows
        words = messages.words("board_stations" if tiles else "board_no_stations")
        more = len(tiles) - room
        if more > 0:
            words += " · " + messages.words("board_more", count=more)
        self._title.set_text(words)
        for shown, tile in zip(self._tiles, tiles, strict=False):
            shown.show_tile(tile, now)
        for number, shown in enumerate(self._tiles):
            shown.setVisible(number < min(room, len(tiles)))
