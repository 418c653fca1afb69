"""One order and what a supervisor can say of it (main thread)."""

from __future__ import annotations

from app.station.manage.rules import BY
from app.station.manage.view import ManageView, WordChoice
from app.station.order.view import TimelineRow
from ui import messages
from ui.manage.words import IMAGES
from ui.widgets.choice_keys import Choice, ChoiceKeys
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.rows import Column, Row, RowList
from ui.widgets.screen import Screen, Setting, card, column, row, wide

_TIMELINE = (Column(width=80, muted=True), Column(share=5, bold=True), Column(share=4, muted=True))
_MOST = 8
"""So many keys there are."""


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
        self._keys = ChoiceKeys(theme, "word", _MOST, size="body", least=52, tallest=120)
        self._keys.setObjectName("order_words")
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
        self._keys.show_choices([self._key(one) for one in view.choices])

    def _key(self, one: WordChoice) -> Choice:
        """On a handheld the words need the room of an icon."""
        image = "" if self.theme.handheld else IMAGES[BY if one.word.startswith(BY) else one.word]
        return Choice(one.number, messages.order_word(one.word), image, one.chosen)


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
