"""A frame that the keyboard moves over everything that can be touched (main thread).

Keys and lists never take Qt's focus: the Enter of a scanner that types would press them. This frame
is no focus. It is moved by Tab, and what it lies on is pressed by keys that came at a person's pace
(`ui.pace`).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme import Theme
from ui.widgets.rows import RowList

GONE_MS = 15_000
_LINE = 24
"""Keys whose tops differ by less, in pixels, stand in one line."""


@dataclass(frozen=True)
class Target:
    """What can be pressed. row: of a list, -1 = the widget itself."""

    widget: QWidget
    row: int = -1

    def place(self, window: QWidget) -> QRect:
        if isinstance(self.widget, RowList):
            inside = self.widget.visualRect(self.widget.model().index(self.row, 0))
            inside = inside.intersected(self.widget.viewport().rect())
            return QRect(self.widget.viewport().mapTo(window, inside.topLeft()), inside.size())
        return QRect(self.widget.mapTo(window, QPoint()), self.widget.size())

    def press(self) -> None:
        if isinstance(self.widget, RowList):
            self.widget.choose(self.row)
        elif isinstance(self.widget, QAbstractButton):
            self.widget.click()


class Walker(QWidget):
    """The frame. It is hidden until somebody presses Tab, and again after a while without keys."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)  # not kept besides: a cycle would keep a closed window alive
        self._theme = Theme()
        self._at: Target | None = None
        self.setObjectName("walker")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(GONE_MS)
        self._gone.timeout.connect(self.leave)
        self.hide()

    def step(self, by: int, inside: QWidget, theme: Theme) -> None:
        """Go on to the next thing (1) or the one before (-1) of all that lie `inside`."""
        targets = targets_in(inside, self.window())
        if not targets:
            return
        at = targets.index(self._at) + by if self._at in targets else min(by, 0)
        self._at, self._theme = targets[at % len(targets)], theme
        if isinstance(self._at.widget, RowList):
            self._at.widget.scrollTo(self._at.widget.model().index(self._at.row, 0))
        self.follow()
        self._gone.start()

    def at(self) -> Target | None:
        """What the frame lies on, None while there is no frame."""
        return self._at

    def press(self) -> bool:
        """Press what the frame lies on; False = there is none."""
        target = self._at
        if target is None or not target.widget.isVisible() or not target.widget.isEnabled():
            return False
        self._gone.start()
        target.press()
        return True

    def follow(self) -> None:
        """Lie where the thing is now; what has gone is left."""
        if self._at is None:
            return
        edge = self._theme.px(5)
        place = self._at.place(self.window()).adjusted(-edge, -edge, edge, edge)
        if not self._at.widget.isVisible() or place.width() <= 2 * edge:
            self.leave()
            return
        self.setGeometry(place)
        self.show()
        self.raise_()
        self.update()

    def leave(self) -> None:
        self._gone.stop()
        self._at = None
        self.hide()

    def leaves_in(self) -> int:
        """Milliseconds until the frame goes by itself, -1 = there is none."""
        return self._gone.remainingTime()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.px(5)
        half = edge // 2 + 1
        painter.setPen(QPen(self._theme.colour("focus"), edge))
        radius = self._theme.size("radius")
        painter.drawRoundedRect(self.rect().adjusted(half, half, -half, -half), radius, radius)
        painter.end()


def targets_in(inside: QWidget, window: QWidget) -> list[Target]:
    """Everything that can be pressed, line by line as it is read."""
    found = [
        Target(key)
        for key in inside.findChildren(QAbstractButton)
        if key.isVisible() and key.isEnabled()
    ]
    for rows in inside.findChildren(RowList):
        if rows.isVisible():
            found += [Target(rows, at) for at, row in enumerate(rows.rows()) if row.key]
    return sorted(found, key=lambda target: _reading(target, window))


def _reading(target: Target, window: QWidget) -> tuple[int, int, int]:
    place = target.widget.mapTo(window, QPoint())
    return place.y() // _LINE, place.x(), target.row
