"""What waits for a person, the longest first (main thread)."""

from __future__ import annotations

from datetime import datetime

from app.domain.facts import Kind
from app.station.exceptions.view import ExceptionLine, ExceptionsView
from app.station.messages import Look
from ui import messages
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import Screen, Setting, card, column

_COLUMNS = (
    Column(width=60, bold=True, right=True),
    Column(share=5, bold=True),
    Column(share=6),
    Column(width=160, muted=True, right=True),
    Column(share=3, muted=True),
    Column(width=90, bold=True, right=True),
)
_NARROW = (Column(width=34, bold=True, right=True), Column(share=8), Column(share=5, muted=True))
"""A handheld has two rows for each: what and since when, why and how often."""

_SSCC_SHOWN = 5
"""So many of a box number's last digits tell the boxes of a day apart."""


class ExceptionsScreen(Screen):
    """Draws an ExceptionsView; touching a row shows its card."""

    has_strip = True

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._title = FitLabel(theme, "body", bold=True, align=LEFT)
        self._title.setObjectName("exceptions_title")
        columns = _NARROW if theme.handheld else _COLUMNS
        self._rows = RowList(theme, "exceptions", messages.words("exceptions_list"), columns)
        self._rows.chosen.connect(self._look)
        listed = column(self._title, spacing=theme.px(8))
        listed.addWidget(self._rows, 1)
        self.setLayout(column(card(theme, listed)))

    def show_view(self, view: ExceptionsView) -> None:
        code = "exceptions" if view.count else "no_exceptions"
        if view.typed:
            code = "number_typed"
        self._title.set_text(messages.words(code, count=view.count, number=view.typed))
        numbers = [str(line.number) for line in view.lines]
        current = numbers.index(view.typed) if view.typed in numbers else -1
        each = [
            self._rows_of(line, meant=number == current, now=view.now)
            for number, line in enumerate(view.lines)
        ]
        rows = [row for those in each for row in those]
        self._rows.set_rows(rows, current * (2 if self.theme.handheld else 1))

    def _rows_of(self, line: ExceptionLine, *, meant: bool, now: datetime | None) -> list[Row]:
        number, thing, why = str(line.number), _thing(line), _why(line)
        who = " · ".join(part for part in (line.operator, line.station) if part)
        often = messages.words("exception_times", count=line.times) if line.times > 1 else ""
        since, key = _since(line.since, now), line.card
        image, tone = ("chevron-right", Tone.CURRENT) if meant else ("triangle-alert", Tone.WARN)
        if not self.theme.handheld:
            return [Row((number, thing, why, since, who, often), image, tone, key)]
        when = f"{since} {often}".strip()
        return [Row((number, thing, when), image, tone, key), Row(("", why, who), image, tone, key)]

    def _look(self, key: str) -> None:
        self.asked.emit(Look(Kind.EXCEPTION.value, key))


def _thing(line: ExceptionLine) -> str:
    """An order by its number alone; anything else with what it is, and its order."""
    if line.kind in {Kind.ORDER.value, ""}:
        return line.name or "-"
    short = f"…{line.name[-_SSCC_SHOWN:]}" if line.kind == Kind.PARCEL.value else line.name
    named = f"{messages.thing_title(line.kind)} {short}"
    return f"{line.order} · {named}" if line.order else named


def _why(line: ExceptionLine) -> str:
    """What has been decided and is not done yet, and the reason."""
    decided = messages.decision_words(line.decision) if line.decision else ""
    return " · ".join(part for part in (decided, messages.exception_words(line.reason)) if part)


def _since(since: datetime, now: datetime | None) -> str:
    """The time; with its day where that is another one."""
    local = since.astimezone()
    today = now is not None and now.astimezone().date() == local.date()
    return local.strftime("%H:%M" if today else "%m-%d %H:%M")
