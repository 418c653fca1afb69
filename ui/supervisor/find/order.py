"""One order beside the list of those found: what it is, what happened, what was in its boxes
(main thread).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.overview.order.view import OrderSheet
from ui import messages
from ui.supervisor.find import telling
from ui.supervisor.find.parts import Boxes, Labels, Lines, Replay, Timeline
from ui.theme import Theme
from ui.widgets.fit_label import RIGHT, FitLabel
from ui.widgets.screen import card, column, row, wide
from ui.widgets.touch_button import TouchButton


class Part(Enum):
    """The parts of an order's sheet; one is shown."""

    TIMELINE = "find_timeline"
    LINES = "find_lines"
    BOXES = "find_boxes"
    REPLAY = "find_replay"
    LABEL = "find_label"


class OrderPanel(QWidget):
    """Draws an OrderSheet. desk, evidence: somebody wants the order there, or on paper.

    turned: another part of it is wanted.
    """

    desk = Signal()
    evidence = Signal()
    turned = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ref = FitLabel(theme, "sku", bold=True)
        self._ref.setObjectName("find_ref")
        self._state = FitLabel(theme, "title", colour="action", bold=True, align=RIGHT)
        self._who = FitLabel(theme, "muted", data=True)
        self._when = FitLabel(theme, "muted", colour="muted", data=True)
        self._said = FitLabel(theme, "muted", lines=2)
        self._said.setObjectName("find_said")
        gap = theme.px(8)
        top = row(spacing=theme.size("gap"))
        top.addWidget(wide(self._ref), 3)
        top.addWidget(wide(self._state), 2)
        head = card(theme, column(top, self._who, self._when, spacing=theme.px(2)))
        self._tabs: dict[Part, TouchButton] = {}
        tabs = row(spacing=gap)
        for part in Part:
            key = _key(theme, part.value, partial(self.turned.emit, part))
            self._tabs[part] = key
            tabs.addWidget(key, 1)
        self._parts: dict[Part, Timeline | Lines | Boxes | Replay | Labels] = {
            Part.TIMELINE: Timeline(theme),
            Part.LINES: Lines(theme),
            Part.BOXES: Boxes(theme),
            Part.REPLAY: Replay(theme),
            Part.LABEL: Labels(theme),
        }
        self._stack = QStackedLayout()
        for widget in self._parts.values():
            widget.setMinimumSize(1, 1)
            self._stack.addWidget(widget)
        self._desk = _key(theme, "find_desk", self.desk.emit, image="user", primary=True)
        self._paper = _key(theme, "find_evidence", self.evidence.emit, image="archive")
        whole = column(head, tabs, spacing=gap)
        whole.addLayout(self._stack, 1)
        whole.addWidget(self._said)
        keys = row(spacing=theme.size("gap"))
        keys.addWidget(self._desk, 1)
        keys.addWidget(self._paper, 1)
        whole.addLayout(keys)
        self.setLayout(whole)

    def part(self, part: Part) -> QWidget:
        return self._parts[part]

    def replay(self) -> Replay:
        found = self._parts[Part.REPLAY]
        assert isinstance(found, Replay)
        return found

    def timeline(self) -> Timeline:
        found = self._parts[Part.TIMELINE]
        assert isinstance(found, Timeline)
        return found

    def show_sheet(self, sheet: OrderSheet) -> None:
        self._ref.set_text(sheet.ref)
        self._state.set_text(messages.state_words(sheet.state, sheet.sub_state))
        self._who.set_text(" · ".join(sheet.address) or sheet.customer)
        self._when.set_text(" · ".join(_standing(sheet)))
        for widget in self._parts.values():
            widget.show_sheet(sheet)

    def show_part(self, part: Part) -> None:
        for one, key in self._tabs.items():
            key.set_primary(one is part)
        self._stack.setCurrentWidget(self._parts[part])

    def say(self, words: str, colour: str) -> None:
        """What became of a file."""
        self._said.set_text(words)
        self._said.set_colour(colour)
        self._said.setVisible(bool(words))


def _key(
    theme: Theme, name: str, pressed: Callable[[], None], *, image: str = "", primary: bool = False
) -> TouchButton:
    key = TouchButton(theme, name, messages.words(name), image=image, primary=primary)
    key.setFixedHeight(theme.size("row"))
    key.clicked.connect(lambda _checked=False: pressed())
    return key


def _standing(sheet: OrderSheet) -> list[str]:
    """What it is sent by, when, and where it stands."""
    words, found = messages.words, [sheet.channel]
    found += [text for text in (sheet.carrier, sheet.service) if text]
    found.append(words("find_placed", time=telling.moment(sheet.placed_at)))
    if sheet.cut_off is not None:
        found.append(words("find_cut_off", time=telling.moment(sheet.cut_off)))
    if sheet.dispatched_at is not None:
        found.append(words("find_dispatched", time=telling.moment(sheet.dispatched_at)))
    if sheet.hold:
        found.append(words("find_held", why=messages.reason_words(sheet.hold)))
    if sheet.worked_by:
        found.append(words("find_at", station=sheet.worked_by))
    if sheet.parked:
        found.append(words("find_parked", place=sheet.parked))
    if sheet.totes:
        found.append(words("find_totes", totes=", ".join(sheet.totes)))
    return [*found, *([sheet.note] if sheet.note else [])]
