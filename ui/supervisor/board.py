"""The board: flow, trucks, what waits for a person, stations (main thread)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.facts import Kind
from app.domain.plan.flow import FlowStep
from app.overview.view import BoardView, OldOrder, OpenCard
from ui import messages
from ui.supervisor import says
from ui.supervisor.alarm_strip import AlarmStrip
from ui.supervisor.flow_strip import FlowStrip
from ui.supervisor.tiles import ROWS, StationTiles
from ui.supervisor.trucks import TruckList
from ui.theme import Theme
from ui.widgets.chip import Chip
from ui.widgets.fit_label import RIGHT, FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import card, column, holder, row, wide

_CARDS = (
    Column(share=5, bold=True, cut=True),
    Column(share=6, muted=True),
    Column(width=130, right=True),
)
_OLD = (
    Column(share=5, bold=True, cut=True),
    Column(share=4, muted=True),
    Column(width=150, right=True),
)

_VEILED = 150


class _Veil(QWidget):
    """Greys out what is no longer true for certain."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._colour = QColor(theme.colour("bg"))
        self._colour.setAlpha(_VEILED)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("veil")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()


class Board(QWidget):
    """Draws a BoardView. Each part paints itself again only where it changed.

    touch: alarms can be acknowledged here; then `acknowledged` tells the id of one, and `station`
    the name of a touched station.
    """

    acknowledged = Signal(str)
    station = Signal(str)

    def __init__(self, theme: Theme, *, touch: bool = True) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._title = FitLabel(theme, "title", bold=True)
        self._title.set_text(messages.words("board"))
        self._state = Chip(theme)
        self._clock = FitLabel(theme, "title", bold=True, align=RIGHT)
        self._note = Chip(theme)
        self._alarms = AlarmStrip(theme, touch=touch)
        self._alarms.touched.connect(self.acknowledged)
        self._flow, self._trucks = FlowStrip(theme), TruckList(theme)
        self._tiles = StationTiles(theme, touch=touch)
        self._tiles.touched.connect(self.station)
        self._waiting = FitLabel(theme, "body", colour="muted")
        self._cards = RowList(theme, "cards", messages.words("exceptions_list"), _CARDS)
        self._old_title = FitLabel(theme, "body", colour="muted")
        self._old = RowList(theme, "oldest", messages.words("board_oldest"), _OLD)
        gap = theme.size("gap")
        head = row(self._title.hug(), self._state, self._note, None, self._clock.hug(), spacing=gap)
        side = column(
            card(theme, _listed(theme, self._waiting, self._cards)),
            card(theme, _listed(theme, self._old_title, self._old)),
            spacing=gap,
        )
        middle = row(spacing=gap)
        middle.addWidget(wide(self._trucks), 62)
        middle.addLayout(side, 38)
        side.setStretch(0, 6)
        side.setStretch(1, 5)
        whole = column(self._flow, self._alarms, spacing=gap)
        whole.addLayout(middle, 1)
        whole.addWidget(self._tiles)
        self._work = holder(whole)
        self._veil = _Veil(theme)
        self._veil.setParent(self)
        self.setLayout(column(head, self._work, spacing=gap, margin=theme.size("margin")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect().adjusted(0, self._clock.geometry().bottom(), 0, 0))

    def show_board(self, view: BoardView) -> None:
        now = view.now
        self._clock.set_text(now.astimezone().strftime("%H:%M"))
        self._state.show_state(*_link(view))
        self._veil.setVisible(not view.online)
        self._veil.raise_()
        note = says.note_words(view.notes)
        self._note.setVisible(bool(note))
        self._note.show_state("triangle-alert", note, "warn")
        self._alarms.show_alarms(view)
        self._flow.show_flow(view.flow or dict.fromkeys(FlowStep, 0), view.late)
        self._trucks.show_bars(view.bars, now)
        self._tiles.show_tiles(view.tiles, now, 1 if view.alarms else ROWS)
        code = "board_waiting" if view.exceptions else "board_nothing"
        self._waiting.set_text(messages.words(code, count=view.exceptions))
        self._waiting.set_colour("warn" if view.exceptions else "muted")
        self._cards.set_rows([_card(one, now) for one in view.cards])
        self._old_title.set_text(
            messages.words("board_oldest" if view.oldest else "board_no_orders")
        )
        self._old.set_rows([_old(one, now) for one in view.oldest])


def _listed(theme: Theme, title: FitLabel, rows: RowList) -> QVBoxLayout:
    inside = column(title, spacing=theme.px(6))
    inside.addWidget(rows, 1)
    return inside


def _link(view: BoardView) -> tuple[str, str, str]:
    """(icon, words, colour) of how old the board is."""
    if view.at is None:
        return "database", messages.words("board_loading"), "muted" if view.online else "warn"
    if view.online:
        return "database", messages.words("board_live"), "muted"
    time = view.at.astimezone().strftime("%H:%M:%S")
    return "cloud-off", messages.words("board_old", time=time), "warn"


def _card(one: OpenCard, now: datetime) -> Row:
    name = one.name
    if one.kind not in {Kind.ORDER.value, Kind.OPERATOR.value, ""}:
        name = f"{messages.thing_title(one.kind)} {name}"
    why = messages.exception_words(one.reason)
    return Row((name or "-", why, says.age(one.since, now)), "triangle-alert", Tone.WARN)


def _old(one: OldOrder, now: datetime) -> Row:
    tone = Tone.BAD if one.late else Tone.PLAIN
    image = "triangle-alert" if one.late else "hourglass"
    return Row((one.ref, says.step_words(one.step), says.age(one.since, now)), image, tone)
