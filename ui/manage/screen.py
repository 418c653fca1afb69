"""One order and what a supervisor can say of it (main thread)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.commands import DIGITS
from app.station.manage.rules import BY
from app.station.manage.view import ManageView, WordChoice
from app.station.order.view import TimelineRow
from ui import messages
from ui.manage.words import IMAGES
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.rows import Column, Row, RowList
from ui.widgets.screen import Screen, Setting, card, column, row, wide
from ui.widgets.touch_button import TouchButton

_TIMELINE = (Column(width=80, muted=True), Column(share=5, bold=True), Column(share=4, muted=True))
_MOST, _WIDE = 8, 2
"""So many keys there are, and so many beside each other."""


class WordKeys(QWidget):
    """A key for each word; `asked` carries the digit that chooses it."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("order_words")
        self._narrow = theme.handheld
        place = QGridLayout()
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(theme.px(8) if theme.handheld else theme.size("gap"))
        self._keys: list[TouchButton] = []
        for at in range(_MOST):
            key = TouchButton(theme, f"word_{at + 1}", "", size="body")
            key.setMinimumHeight(theme.px(52))
            key.setMaximumHeight(theme.px(120))
            key.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            command = DIGITS[at + 1]
            key.clicked.connect(lambda _checked=False, asked=command: self.asked.emit(asked))
            place.addWidget(key, at // _WIDE, at % _WIDE)
            self._keys.append(key)
        self.setLayout(place)

    def show_choices(self, choices: tuple[WordChoice, ...]) -> None:
        for at, key in enumerate(self._keys):
            key.setVisible(at < len(choices))
            if at < len(choices):
                one = choices[at]
                key.set_words(f"{one.number}  {messages.order_word(one.word)}")
                if not self._narrow:  # there the words need the room
                    key.set_image(IMAGES[BY if one.word.startswith(BY) else one.word])
                key.set_primary(one.chosen)


class ManageScreen(Screen):
    """Draws a ManageView; empty until an order is scanned."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._order = FitLabel(theme, "title", bold=True, align=LEFT)
        self._order.setObjectName("manage_order")
        self._where = FitLabel(theme, "body", align=LEFT, data=True)
        self._where.setObjectName("manage_where")
        self._state = FitLabel(theme, "body", bold=True, align=LEFT, lines=2)
        self._state.setObjectName("manage_state")
        self._held = FitLabel(theme, "body", colour="warn", align=LEFT, lines=2)
        self._held.setObjectName("manage_held")
        self._timeline = RowList(theme, "timeline", messages.words("timeline"), _TIMELINE)
        self._keys = WordKeys(theme)
        self._keys.asked.connect(self.press)
        told = column(self._order, self._state, self._where, self._held, spacing=theme.px(6))
        told.addWidget(self._timeline, 1)
        told.addStretch(0)
        self._told, self._words = card(theme, told), card(theme, column(self._keys))
        if theme.handheld:
            narrow = column(spacing=theme.size("gap"))
            narrow.addWidget(self._told, 1)
            narrow.addWidget(self._words)
            self.setLayout(narrow)
            return
        work = row(spacing=theme.size("gap"))
        work.addWidget(wide(self._told), 1)
        work.addWidget(wide(self._words), 1)
        self.setLayout(work)

    def show_view(self, view: ManageView) -> None:
        self._told.setVisible(bool(view.order))
        self._words.setVisible(bool(view.choices))
        if not view.order:
            return
        self._order.set_text(f"{view.order} · {view.customer}")
        self._where.set_text(" · ".join(part for part in (view.town, _leaves(view)) if part))
        self._state.set_text(" · ".join(_state(view)))
        self._held.set_text(
            messages.words("manage_held", reason=messages.reason_words(view.held))
            if view.held
            else ""
        )
        self._held.setVisible(bool(view.held))
        rows = [_event(one) for one in view.timeline]
        self._timeline.set_rows(rows, len(rows) - 1)
        self._timeline.setVisible(bool(rows) and not (self.theme.handheld and view.choices))
        self._keys.show_choices(view.choices)


def _leaves(view: ManageView) -> str:
    if view.cut_off is None:
        return view.carrier
    return f"{view.carrier} {messages.clock_words(view.cut_off, view.now or view.cut_off)}"


def _state(view: ManageView) -> list[str]:
    parts = [messages.state_words(view.state, view.sub_state)]
    if view.priority:
        parts.append(messages.words("manage_priority", priority=view.priority))
    if view.worked_by:
        parts.append(messages.words("manage_open_at", station=view.worked_by))
    if not view.choices:
        parts.append(messages.words("manage_nothing"))
    elif view.packed:
        parts.append(messages.words("manage_units", done=view.packed, wanted=view.units))
    return parts


def _event(one: TimelineRow) -> Row:
    who = " · ".join(part for part in (one.operator, one.station) if part)
    return Row((messages.clock_time(one.at), messages.fact_words(one.what), who), "circle-check")
