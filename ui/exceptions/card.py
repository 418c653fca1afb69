"""One exception and what can be decided about it (main thread)."""

from __future__ import annotations

from datetime import datetime

from app.domain.desk.decisions import MOST_OFFERED, Decision
from app.domain.facts import Kind
from app.station.exceptions.view import Choice as Offered
from app.station.exceptions.view import ExceptionLine, ExceptionView
from app.station.messages import Look
from app.station.order.view import TimelineRow
from ui import messages
from ui.exceptions.words import DECISION_IMAGES
from ui.widgets.choice_keys import Choice, ChoiceKeys
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.rows import Column, Row, RowList
from ui.widgets.screen import Screen, Setting, card, column, row, wide
from ui.widgets.touch_button import TouchButton

_TIMELINE = (Column(width=80, muted=True), Column(share=5, bold=True), Column(share=4, muted=True))


class ExceptionScreen(Screen):
    """Draws an ExceptionView; touching what it is about shows that."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._why = FitLabel(theme, "title", bold=True, align=LEFT)
        self._why.setObjectName("exception_why")
        self._about = TouchButton(theme, "exception_about", "", image="chevron-right")
        self._about.clicked.connect(self._look)
        self._shown: tuple[str, str] = ("", "")
        self._since = FitLabel(theme, "muted", colour="muted", align=LEFT, data=True)
        self._since.setObjectName("exception_since")
        self._decided = FitLabel(theme, "body", bold=True, align=LEFT, lines=2)
        self._decided.setObjectName("exception_decided")
        self._note = FitLabel(theme, "muted", colour="muted", align=LEFT, data=True)
        self._note.setObjectName("exception_note")
        self._timeline = RowList(theme, "timeline", messages.words("timeline"), _TIMELINE)
        size = "body" if theme.handheld else "title"
        self._keys = ChoiceKeys(theme, "decision", MOST_OFFERED, size=size, least=56, tallest=130)
        self._keys.setObjectName("decisions")
        self._keys.asked.connect(self.press)
        told = column(
            self._why, self._about, self._since, self._decided, self._note, spacing=theme.px(6)
        )
        told.addWidget(self._timeline, 1)
        told.addStretch(0)
        self._choices = card(theme, column(self._keys))
        if theme.handheld:
            narrow = column(spacing=theme.size("gap"))
            narrow.addWidget(card(theme, told), 1)
            narrow.addWidget(self._choices)
            self.setLayout(narrow)
            return
        work = row(spacing=theme.size("gap"))
        work.addWidget(wide(card(theme, told)), 1)
        work.addWidget(wide(self._choices), 1)
        self.setLayout(work)

    def show_view(self, view: ExceptionView) -> None:
        line = view.line
        self._why.set_text(messages.exception_words(line.reason))
        self._shown = (line.kind, line.id)
        self._about.set_words(_thing(line))
        often = messages.words("exception_times", count=line.times) if line.times > 1 else ""
        since = messages.clock_words(line.since, view.now or line.since)
        parts = (since, line.operator, line.station, often)
        self._since.set_text(" · ".join(part for part in parts if part))
        self._decided.set_text(_decided(view))
        self._decided.setVisible(bool(line.decision) or view.closed_at is not None)
        self._note.set_text(view.note)
        self._note.setVisible(bool(view.note))
        rows = [_event(one) for one in view.timeline]
        self._timeline.set_rows(rows, len(rows) - 1)
        # A handheld has room for one of them: what is to be done, or what was done.
        self._timeline.setVisible(bool(rows) and not (self.theme.handheld and view.choices))
        self._choices.setVisible(bool(view.choices))
        self._keys.show_choices([_key(one) for one in view.choices])

    def _look(self) -> None:
        self.asked.emit(Look(*self._shown))


def _key(one: Offered) -> Choice:
    words, image = messages.decision_words(one.decision), DECISION_IMAGES[Decision(one.decision)]
    return Choice(one.number, words, image, one.chosen)


def _decided(view: ExceptionView) -> str:
    """What was decided, by whom and when; of one that is over that it is."""
    if not view.line.decision:
        at = _at(view.closed_at, view.now)
        return messages.words("exception_ended", at=at) if view.closed_at is not None else ""
    code = "exception_solved" if view.closed_at is not None else "exception_decided"
    return messages.words(
        code,
        decision=messages.decision_words(view.line.decision),
        operator=view.decided_by,
        at=_at(view.decided_at, view.now),
    )


def _at(at: datetime | None, now: datetime | None) -> str:
    return "" if at is None else messages.clock_words(at, now or at)


def _thing(line: ExceptionLine) -> str:
    if line.kind in {Kind.ORDER.value, ""}:
        return line.name or "-"
    named = f"{messages.thing_title(line.kind)} {line.name}"
    return f"{line.order} · {named}" if line.order else named


def _event(one: TimelineRow) -> Row:
    who = " · ".join(part for part in (one.operator, one.station) if part)
    return Row((messages.clock_time(one.at), messages.fact_words(one.what), who), "circle-check")
