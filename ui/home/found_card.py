"""A card with what a scan on the home screen found (main thread)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.station.home.view import Card
from ui import messages
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.picture import Picture
from ui.widgets.rows import Column, Row, RowList
from ui.widgets.screen import Setting, column, row

_FIELDS = (Column(share=2, muted=True), Column(share=3, bold=True))


class FoundCard(QFrame):
    """A title, a picture where there is one, and fields. chosen: carries a touched order."""

    chosen = Signal(str)

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        theme = setting.theme
        self.setObjectName("found_card")
        self.setProperty("card", "yes")
        self._what = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._title = FitLabel(theme, "sku", bold=True, align=LEFT, lines=2)
        self._title.setObjectName("found_title")
        self._picture = Picture(theme, setting.pictures)
        self._fields = RowList(theme, "found_fields", messages.words("lines"), _FIELDS)
        self._fields.chosen.connect(self.chosen)
        texts = column(self._what, self._title)
        texts.addStretch(1)
        top = row(spacing=theme.size("gap"))
        top.addWidget(self._picture, 1)
        top.addLayout(texts, 2)
        whole = column(top, spacing=theme.px(8), margin=theme.size("gap"))
        whole.addWidget(self._fields, 1)
        self._picture.setMaximumHeight(theme.px(110 if theme.handheld else 190))
        self.setLayout(whole)
        self.hide()

    def show_card(self, found: Card) -> None:
        self._what.set_text(messages.thing_title(found.what))
        self._title.set_text(found.title)
        self._picture.setVisible(found.what == "product")
        self._picture.show_product(found.title, found.picture)
        if found.what == "search":
            rows = [Row((order, who), "package", key=order) for order, who in found.rows]
        else:
            rows = [
                Row((messages.field_words(code), messages.value_words(code, value)))
                for code, value in found.rows
            ]
        self._fields.set_rows(rows)
