"""The page: a time, the tables of its report, and the one that was chosen with its chart
(main thread).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.overview.asking import Came, Told
from app.overview.office import REPORT, REPORT_FILE
from app.overview.report.view import ReportView, ShownTable, Span
from ui import messages
from ui.supervisor.page import SupervisorPage, saved_words, state_of
from ui.supervisor.reports.chart import BarChart
from ui.supervisor.reports.saying import cell, persons_words, say, span_words
from ui.theme import Theme
from ui.widgets.chip import Chip
from ui.widgets.fit_label import FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import card, column, row, wide
from ui.widgets.touch_button import TouchButton

_LISTED = (Column(share=4, bold=True, cut=True), Column(width=60, right=True))
_FORMS = {"csv": "CSV", "pdf": "PDF", "xlsx": "Excel"}
_PROSE = frozenset({"formula", "note"})


class Reports(Protocol):
    """What the page asks for: `app.overview.office.Office`."""

    def report(self, span: Span, *, persons: bool = False, asker: str = "") -> int: ...

    def save_report(self, form: str) -> int: ...


class ReportsPage(SupervisorPage):
    """Shows a ReportView. The tables of single persons go when nobody who may see them is there."""

    def __init__(self, office: Reports) -> None:
        super().__init__()
        self._office = office
        self._view: ReportView | None = None
        self._span = Span.HOURS
        self._persons = False
        self._asker = ""
        self._table = ""
        self._row = ""
        self._came: Came | None = None
        self._at: datetime | None = None
        self._waiting = False
        self._said = ("", "text")

    def build(self, theme: Theme) -> QWidget:
        body, words, gap = QWidget(), messages.words, theme.size("gap")
        self._theme = theme
        self._spans: dict[Span, TouchButton] = {}
        top = row(spacing=theme.px(8))
        for span in Span:
            key = _key(theme, f"span_{span}", span_words(span), partial(self.ask, span))
            self._spans[span] = key
            top.addWidget(key, 3)
        self._people = _key(
            theme, "reports_persons", words("reports_persons"), self._turn_persons, image="user"
        )
        top.addWidget(self._people, 3)
        self._state = Chip(theme)
        top.addWidget(self._state)
        self._when = FitLabel(theme, "muted", colour="muted")
        self._when.setObjectName("reports_when")
        self._listed = RowList(theme, "reports_list", words("reports_tables"), _LISTED)
        self._listed.chosen.connect(self.choose)
        self._saves = row(spacing=theme.px(8))
        self._files: dict[str, TouchButton] = {}
        left = column(self._when, spacing=theme.px(6))
        left.addWidget(self._listed, 1)
        self._chart = BarChart(theme)
        self._title = FitLabel(theme, "body", bold=True)
        self._about = FitLabel(theme, "muted", colour="muted", lines=4)
        self._about.setObjectName("reports_about")
        self._rows: RowList | None = None
        self._right = column(self._chart, self._title, spacing=theme.px(6))
        self._right.setStretch(0, 3)
        self._right.addWidget(self._about)
        work = row(spacing=gap)
        work.addWidget(wide(card(theme, left)), 3)
        work.addWidget(wide(card(theme, self._right)), 10)
        self._told = FitLabel(theme, "muted", lines=2)
        self._told.setObjectName("reports_said")
        low = row(spacing=gap)
        low.addWidget(self._told, 1)
        low.addLayout(self._saves)
        whole = column(top, spacing=gap, margin=theme.size("margin"))
        whole.addLayout(work, 1)
        whole.addLayout(low)
        body.setLayout(whole)
        return body

    # --- what is shown ----------------------------------------------------------------------------

    def refresh(self) -> None:
        words, view = messages.words, self._view
        for span, key in self._spans.items():
            key.set_primary(span is self._span and (view is not None or self._waiting))
        self._people.set_primary(self._persons)
        self._state.show_state(*state_of(self._came, self._at, waiting=self._waiting))
        self._state.setVisible(bool(self._state.text()))
        if view is None:
            self._when.set_text("" if self._waiting else words("reports_start"))
        else:
            since, until = (f"{at.astimezone():%m-%d %H:%M}" for at in (view.since, view.until))
            self._when.set_text(words("reports_span", since=since, until=until))
        tables = view.tables if view is not None else ()
        if tables and self._table not in {one.title for one in tables}:
            self._table = tables[0].title
        self._listed.set_rows([_listed(one, self._table) for one in tables])
        self._show_table(next((one for one in tables if one.title == self._table), None))
        self._show_files(view.forms if view is not None else ())
        said, colour = self._said
        if not said and view is not None:
            said, colour = persons_words(view.persons), "warn"
        self._told.set_text(said)
        self._told.set_colour(colour)

    def _show_table(self, table: ShownTable | None) -> None:
        old, self._rows = self._rows, None
        if old is not None:
            self._right.removeWidget(old)
            old.hide()
            old.deleteLater()
        charts = self._view.charts if self._view is not None else ()
        chart = next((one for one in charts if table and one.table == table.title), None)
        self._chart.show_chart(chart)
        self._chart.setVisible(chart is not None)
        self._title.setVisible(chart is None)
        self._title.set_text(say(table.title) if table is not None else "")
        if table is None:
            self._about.set_text("")
            return
        empty = "" if table.rows else messages.words("reports_empty")
        self._rows = RowList(self._theme, "reports_rows", say(table.title), _columns(table.head))
        self._rows.chosen.connect(self._explain)
        head = Row(tuple(map(say, table.head)), tone=Tone.CURRENT)
        shown = [Row(tuple(map(cell, one)), key=str(at)) for at, one in enumerate(table.rows)]
        self._rows.set_rows([head, *shown])
        self._right.insertWidget(2, self._rows, 2 if chart is not None else 5)
        self._about.set_text(empty or self._row or say(table.about))
        self._about.setVisible(bool(self._about.text()))

    def _show_files(self, forms: tuple[str, ...]) -> None:
        if tuple(self._files) == forms:
            return
        _empty(self._saves)
        self._files = {}
        for form in forms:
            words = messages.words("reports_save", form=_FORMS.get(form, form))
            key = _key(self._theme, f"save_{form}", words, partial(self.save, form))
            key.setFixedWidth(self._theme.px(300))
            self._files[form] = key
            self._saves.addWidget(key)

    # --- what somebody does -----------------------------------------------------------------------

    def opened(self) -> None:
        if self._view is None and not self._waiting:
            self.ask(self._span)

    def ask(self, span: Span) -> None:
        """Have the report of this time made."""
        self._span, self._waiting, self._said = span, True, ("", "text")
        self.asked[REPORT] = self._office.report(span, persons=self._persons, asker=self._asker)
        self.refresh()

    def _turn_persons(self) -> None:
        self._persons = not self._persons
        self.ask(self._span)

    def person(self, number: str) -> None:
        """This person is signed in at the desk now, "" = nobody."""
        if number == self._asker:
            return
        self._asker = number
        if self._persons:  # what one person may see stays on no screen for the next
            self._view, self._persons = None, False
            self.asked.pop(REPORT, None)
            self._waiting = False
            self.refresh()

    def choose(self, title: str) -> None:
        """Show this table."""
        self._table, self._row = title, ""
        self.refresh()

    def save(self, form: str) -> None:
        self._said = (messages.words("saving"), "muted")
        self.asked[REPORT_FILE] = self._office.save_report(form)
        self.refresh()

    def _explain(self, key: str) -> None:
        """Tell a row that has no room in its line."""
        view = self._view
        table = (
            next((one for one in view.tables if one.title == self._table), None) if view else None
        )
        if table is not None:
            told = zip(table.head, table.rows[int(key)], strict=True)
            self._row = " · ".join(f"{say(name)}: {cell(text)}" for name, text in told if text)
            self._about.set_text(self._row)
            self._about.setVisible(True)

    def answered(self, told: Told) -> None:
        if told.topic == REPORT_FILE:
            self._said = saved_words(told)
        else:
            self._waiting, self._came = False, told.came
            if isinstance(told.value, ReportView):
                self._view, self._at, self._row = told.value, told.at, ""
        self.refresh()


def _listed(table: ShownTable, chosen: str) -> Row:
    tone = Tone.CURRENT if table.title == chosen else Tone.PLAIN
    return Row((say(table.title), str(len(table.rows))), tone=tone, key=table.title)


def _columns(head: tuple[str, ...]) -> tuple[Column, ...]:
    """The first is a name, and so is prose; all others are numbers."""
    prose = Column(share=12, muted=True)
    number = Column(share=5 if "formula" in head else 4, right=True, cut=True)
    first = Column(share=9, bold=True, cut=True)
    return (first, *(prose if name in _PROSE else number for name in head[1:]))


def _empty(line: QHBoxLayout) -> None:
    while (item := line.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _key(
    theme: Theme, name: str, words: str, pressed: Callable[[], None], *, image: str = ""
) -> TouchButton:
    key = TouchButton(theme, name, words, image=image)
    key.setFixedHeight(theme.size("row"))
    key.clicked.connect(lambda _checked=False: pressed())
    return key
