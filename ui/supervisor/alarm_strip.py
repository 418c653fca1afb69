"""The open alarms: those that nobody has acknowledged stand out (main thread)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.alarms import OpenAlarm
from app.overview.view import BoardView
from ui import messages
from ui.supervisor import says
from ui.supervisor.mark import Mark
from ui.theme import Theme
from ui.widgets.fit_label import RIGHT, FitLabel
from ui.widgets.screen import card, column, row, wide

COLUMNS = 5


class _Tile(QFrame):
    """One alarm. touched: its id; not where it is acknowledged already."""

    touched = Signal(str)

    def __init__(self, theme: Theme, *, touch: bool) -> None:
        super().__init__()
        self._touch = touch
        self._alarm: OpenAlarm | None = None
        self._card = ""
        self.setObjectName("alarm_tile")
        self._mark = Mark(theme)
        self._thing = FitLabel(theme, "body", bold=True, data=True)
        self._what = FitLabel(theme, "muted")
        self._age = FitLabel(theme, "muted", colour="muted", align=RIGHT)
        self._who = FitLabel(theme, "muted", bold=True, align=RIGHT)
        gap = theme.px(6)
        above, below = row(self._mark, spacing=gap), row(spacing=gap)
        for line, parts in (
            (above, ((self._thing, 6), (self._who, 5))),
            (below, ((self._what, 8), (self._age, 3))),
        ):
            for part, share in parts:
                line.addWidget(wide(part), share)
        self.setLayout(column(above, below, spacing=theme.px(2), margin=theme.px(8)))
        self.setFixedHeight(theme.px(92))

    def show_alarm(self, one: OpenAlarm, now: datetime, people: Mapping[str, str]) -> None:
        self._alarm = one
        image, tone, frame = _look(one)
        self._mark.show_mark(image, tone)
        thing, what = says.alarm_words(one, now)
        self._thing.set_text(thing)
        self._what.set_text(what)
        self._age.set_text(says.age(one.since, now))
        self._who.set_text(_who(one, people, touch=self._touch))
        self._who.set_colour(tone)
        if self._touch:  # a wall has no pointer
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if one.unheard else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{thing} {what} {self._who.text()}".strip())
        if frame != self._card:
            self._card = frame
            self.setProperty("card", frame)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        one = self._alarm
        inside = self.rect().contains(event.position().toPoint())
        if self._touch and inside and one is not None and one.unheard:
            self.touched.emit(one.id)
        else:
            super().mouseReleaseEvent(event)


def _look(one: OpenAlarm) -> tuple[str, str, str]:
    """(icon, colour, kind of frame)."""
    if not one.unheard:
        return "check", "muted", "yes"
    return ("octagon-x", "bad", "stop") if one.escalated else ("triangle-alert", "warn", "warn")


def _who(one: OpenAlarm, people: Mapping[str, str], *, touch: bool) -> str:
    if not one.unheard:
        return people.get(one.acknowledged_by, one.acknowledged_by)
    if one.escalated:
        return messages.words("alarm_nobody")
    return messages.words("alarm_touch" if touch else "alarm_new")


class AlarmStrip(QWidget):
    """Draws the alarms of a board; nothing where there are none. touch: they can be acknowledged.

    touched: the id of the alarm that somebody says he knows of.
    """

    touched = Signal(str)

    def __init__(self, theme: Theme, *, touch: bool) -> None:
        super().__init__()
        self._title = FitLabel(theme, "body", colour="muted")
        self._tiles = [_Tile(theme, touch=touch) for _ in range(COLUMNS)]
        line = row(spacing=theme.px(8))
        for tile in self._tiles:
            tile.touched.connect(self.touched)
            keep = tile.sizePolicy()
            keep.setRetainSizeWhenHidden(True)
            tile.setSizePolicy(keep)
            line.addWidget(wide(tile), 1)
        inside = column(self._title, line, spacing=theme.px(6))
        self.setLayout(column(card(theme, inside)))
        self.hide()

    def show_alarms(self, view: BoardView) -> None:
        found = sorted(view.alarms, key=_turn)
        for tile, one in zip(self._tiles, found, strict=False):
            tile.show_alarm(one, view.now, view.people)
        for number, tile in enumerate(self._tiles):
            tile.setVisible(number < len(found))
        unheard = sum(one.unheard for one in found)
        words = messages.words("alarms_open", count=len(found), unheard=unheard)
        more = len(found) - len(self._tiles)
        if more > 0:
            words += " · " + messages.words("board_more", count=more)
        self._title.set_text(words)
        self._title.set_colour("warn" if unheard else "muted")
        self.setVisible(bool(found))


def _turn(one: OpenAlarm) -> tuple[bool, bool, datetime, str]:
    """What nobody has acknowledged first, of it what has escalated."""
    return not one.unheard, not one.escalated, one.raised_at, one.id
