"""The base of all screens, and the parts they are built from (main thread)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.commands import Command
from app.station.messages import Press
from ui.theme import Theme

Line = TypeVar("Line", bound=QBoxLayout)
Part = TypeVar("Part", bound=QWidget)


@dataclass(frozen=True)
class Setting:
    """What a screen is built with. pictures: folder of cached product pictures, None = none."""

    theme: Theme
    pictures: Path | None = None


class Screen(QWidget):
    """The work area of one kind of view; `asked` carries what the person wants to submit."""

    asked = Signal(object)
    has_strip = False
    """True = the screen itself shows accepted scans, so the bar need not repeat them."""
    ways_out = True
    """Whether Home and Back lead anywhere; not where nobody is signed in, nor at home."""
    counts = "items"
    """The code of the words for what the progress row counts."""
    place = ""
    """Where commands have words of their own: a key of `ui.rooms.COMMANDS_AT`."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.theme = setting.theme
        self.setObjectName("screen")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_view(self, view: Any) -> None:
        """Draw the view; the shell hands each screen only views of its own kind."""
        raise NotImplementedError

    def press(self, command: Command) -> None:
        self.asked.emit(Press(command))


def row(*items: QWidget | QLayout | None, spacing: int = 0, margin: int = 0) -> QHBoxLayout:
    return _fill(QHBoxLayout(), items, spacing, margin)


def column(*items: QWidget | QLayout | None, spacing: int = 0, margin: int = 0) -> QVBoxLayout:
    return _fill(QVBoxLayout(), items, spacing, margin)


def _fill(line: Line, items: Iterable[QWidget | QLayout | None], spacing: int, margin: int) -> Line:
    line.setContentsMargins(margin, margin, margin, margin)
    line.setSpacing(spacing)
    for item in items:
        if item is None:
            line.addStretch(1)
        elif isinstance(item, QWidget):
            line.addWidget(item)
        else:
            line.addLayout(item)
    return line


def card(theme: Theme, inside: QLayout, name: str = "card") -> QFrame:
    """A raised surface around what belongs together."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("card", "yes")
    margin = theme.size("gap")
    inside.setContentsMargins(margin, margin, margin, margin)
    frame.setLayout(inside)
    return frame


def holder(inside: QLayout, name: str = "") -> QWidget:
    """A layout that can be shown and hidden as one."""
    widget = QWidget()
    widget.setObjectName(name)
    inside.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(inside)
    return widget


def wide(part: Part) -> Part:
    """The part, whose column keeps its share of the width whatever it contains."""
    part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    return part
