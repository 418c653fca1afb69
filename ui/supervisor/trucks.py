"""The trucks: what each carries, and whether it is made (main thread)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.overview.view import CutOffBar
from ui import messages
from ui.supervisor import says
from ui.supervisor.mark import Mark
from ui.theme import Theme
from ui.widgets.fit_label import RIGHT, FitLabel
from ui.widgets.screen import card, column, row, wide

MOST = 8
"""At most so many trucks are shown, the next to leave first; fewer where there is no room."""


class _Bar(QWidget):
    """Loaded and packed orders as parts of the whole; what will miss the truck at its end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bar: CutOffBar | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.size("progress"))

    def show_bar(self, bar: CutOffBar) -> None:
        if bar != self._bar:
            self._bar = bar
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        bar, theme = self._bar, self._theme
        if bar is None or not bar.planned:
            return
        painter = QPainter(self)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.fillRect(whole, theme.colour("surface"))
        left = whole.left()
        for count, colour in ((bar.loaded, "muted"), (bar.packed, "action")):
            width = whole.width() * count / bar.planned
            painter.fillRect(QRectF(left, whole.top(), width, whole.height()), theme.colour(colour))
            left += width
        lost = bar.missed + bar.waits
        if lost:
            width = whole.width() * lost / bar.planned
            place = QRectF(whole.right() - width, whole.top(), width, whole.height())
            painter.fillRect(place, theme.colour("bad" if bar.missed else "warn"))
        painter.setPen(QPen(theme.colour("outline"), 1))
        painter.drawRect(whole)
        painter.end()


class _Truck(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._time = FitLabel(theme, "title", bold=True)
        self._carrier = FitLabel(theme, "body", lines=2, data=True)
        self._done = FitLabel(theme, "body", bold=True, align=RIGHT)
        self._bar, self._mark = _Bar(theme), Mark(theme)
        self._verdict = FitLabel(theme, "body", bold=True)
        self._help = FitLabel(theme, "muted", colour="muted")
        line = row(spacing=theme.size("gap"))
        line.addWidget(wide(self._time), 4)
        line.addWidget(wide(self._carrier), 6)
        line.addWidget(wide(self._done), 5)
        line.addWidget(self._bar, 7)
        line.addWidget(self._mark)
        line.addWidget(wide(column_of(self._verdict, self._help)), 10)
        self.setLayout(line)
        self.setFixedHeight(theme.size("row") + theme.px(12))

    def show_truck(self, bar: CutOffBar, now: datetime) -> None:
        self._time.set_text(messages.clock_words(bar.at, now))
        self._carrier.set_text(bar.carrier or "-")
        done = bar.packed + bar.loaded
        self._done.set_text(messages.words("board_done", done=done, planned=bar.planned))
        self._bar.show_bar(bar)
        image, tone, said, more = _verdict(bar, now)
        self._mark.show_mark(image, tone)
        self._verdict.set_text(said)
        self._verdict.set_colour(tone)
        self._help.set_text(more)
        self._help.setVisible(bool(more))
        self.setAccessibleName(" ".join((self._time.text(), bar.carrier, said, more)).strip())


def column_of(*labels: FitLabel) -> QWidget:
    """Labels below each other as one part of a row."""
    holder = QWidget()
    holder.setLayout(column(*labels))
    return holder


def _verdict(bar: CutOffBar, now: datetime) -> tuple[str, str, str, str]:
    """(icon, colour, whether it is made, what would help)."""
    words = messages.words
    if bar.at < now and bar.loaded < bar.planned:
        return "octagon-x", "bad", words("board_gone"), ""
    told = bar.forecast
    if told is None:
        held = bar.waits > 0
        return (
            ("hourglass", "warn", says.step_count(bar.waits), "")
            if held
            else (
                "check",
                "muted",
                words("board_packed"),
                "",
            )
        )
    half, most = (messages.clock_words(at, now) for at in (told.half, told.most))
    if told.made is True:
        return "check", "muted", words("board_made", time=half), ""
    saved = words("board_saved", count=bar.saved) if bar.saved else ""
    if told.made is None or not bar.missed:
        return "triangle-alert", "warn", words("board_open", time=half, most=most), saved
    return "octagon-x", "bad", words("board_missed", count=bar.missed), saved


class _Room(QWidget):
    """The place for the trucks. resized: it is higher or lower than it was."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class TruckList(QWidget):
    """Draws the bars of a board; the next truck first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = FitLabel(theme, "body", colour="muted")
        self._rows = [_Truck(theme) for _ in range(MOST)]
        self._bars: tuple[CutOffBar, ...] = ()
        self._gap = theme.px(4)
        inside = column(self._title, spacing=self._gap)
        self._room = _Room()
        self._room.setLayout(column(*self._rows, None, spacing=self._gap))
        inside.addWidget(self._room, 1)
        self.setLayout(column(card(theme, inside)))
        self._room.resized.connect(self._arrange)
        self._room.setMinimumHeight(1)
        self._room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def show_bars(self, bars: tuple[CutOffBar, ...], now: datetime) -> None:
        self._bars = bars
        for truck, bar in zip(self._rows, bars, strict=False):
            truck.show_truck(bar, now)
        self._arrange()

    def _arrange(self) -> None:
        """Show as many trucks as there is room for, and say how many more there are."""
        each = self._rows[0].height() + self._gap
        room = max(1, (self._room.height() + self._gap) // each)
        for number, truck in enumerate(self._rows):
            truck.setVisible(number < min(room, len(self._bars)))
        words = messages.words("board_trucks" if self._bars else "board_no_trucks")
        more = len(self._bars) - min(room, MOST)
        if more > 0:
            words += " · " + messages.words("board_more", count=more)
        self._title.set_text(words)
