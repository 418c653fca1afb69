"""The base of the screens on which a person works at one bin after another (main thread)."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from app.domain.commands import DIGITS
from ui import messages
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, LEFT, Align, FitLabel
from ui.widgets.product_card import ProductCard
from ui.widgets.rows import Column, Row, RowList
from ui.widgets.screen import Screen, Setting, card, column, holder, row, wide
from ui.widgets.strip import Strip

_NARROW = (Column(bold=True), Column(width=108, right=True))
_DOT = " · "


class BinScreen(Screen):
    """A bin and a number, the goods that were scanned last, and a list that may be chosen from."""

    def __init__(self, setting: Setting, rows: str, words: str, *, first: int, share: int) -> None:
        """rows: object name of the list. words: code of the words that name it to a screen reader.

        first: width of the list's first column. share: of the bench's width, the rest has 9.
        """
        super().__init__(setting)
        theme = self.theme
        self.has_strip = not theme.handheld  # a handheld has no room for a strip: its bar tells
        self._zone = _small(theme, "zone", CENTRE)
        self._bin = _large(theme, "bin")
        self._product = ProductCard(setting)
        self._count = _large(theme, "count")
        self._caption = _small(theme, "count_caption", CENTRE)
        self._title = _small(theme, "list_title", LEFT)
        columns = (
            Column(width=first, bold=True),
            Column(muted=True),
            Column(width=150, bold=True, right=True),
        )
        self._rows = RowList(
            theme, rows, messages.words(words), _NARROW if theme.handheld else columns
        )
        self._rows.chosen.connect(self._choose)
        self._strip = Strip(theme, "last_strip")
        place = column(self._zone, spacing=theme.px(4))
        place.addWidget(self._bin, 1)
        number = column(self._caption, spacing=theme.px(4))
        number.addWidget(self._count, 1)
        self._place = wide(card(theme, place, "bin_card"))
        self._number = wide(card(theme, number, "count_card"))
        listed = column(self._title, spacing=theme.px(8))
        listed.addWidget(self._rows, 1)
        listed.addWidget(self._strip)
        self._list = wide(card(theme, listed, "list_card"))
        self._build_handheld() if theme.handheld else self._build_bench(share)

    def _build_bench(self, share: int) -> None:
        self._middle = wide(holder(self._bin_and_number(column(spacing=self.theme.size("gap")), 1)))
        work = row(spacing=self.theme.size("gap"))
        work.addWidget(self._product, 4)
        work.addWidget(self._middle, 5)
        work.addWidget(self._list, share)
        self.setLayout(work)

    def _build_handheld(self) -> None:
        self._strip.hide()
        self._middle = holder(self._bin_and_number(row(spacing=self.theme.size("gap")), 2))
        work = column(spacing=self.theme.size("gap"))
        work.addWidget(self._middle, 2)
        work.addWidget(self._product, 2)
        work.addWidget(self._list, 4)
        self.setLayout(work)

    def _bin_and_number(self, line: QBoxLayout, share: int) -> QBoxLayout:
        line.addWidget(self._place, share)
        line.addWidget(self._number, 1)
        return line

    def _choose(self, number: str) -> None:
        self.press(DIGITS[int(number)])

    def _list_of(self, title: str, rows: list[Row], at: int = -1) -> None:
        """Show rows under a title. title: code of its words. at: row to scroll to, -1 = none."""
        self._title.set_text(messages.words(title))
        self._rows.set_rows(rows, at)

    def _cells(self, what: str, more: str, number: str) -> tuple[str, ...]:
        """A row's cells; a handheld has no column for what tells more."""
        if not self.theme.handheld:
            return (what, more, number)
        return (_DOT.join(part for part in (what, more) if part), number)


def _small(theme: Theme, name: str, align: Align) -> FitLabel:
    label = FitLabel(theme, "muted", colour="muted", align=align)
    label.setObjectName(name)
    return label


def _large(theme: Theme, name: str) -> FitLabel:
    label = FitLabel(theme, "count", bold=True, align=CENTRE)
    label.setObjectName(name)
    return label
