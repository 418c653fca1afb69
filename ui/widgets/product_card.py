"""The current product: picture, SKU, name and note (main thread)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.domain.lookalike import telling
from app.station.views import LineView
from ui import messages
from ui.widgets.fit_label import CENTRE, LEFT, Align, FitLabel
from ui.widgets.image import Image
from ui.widgets.parts_label import PartsLabel
from ui.widgets.picture import Picture
from ui.widgets.screen import Setting, column, holder, row
from ui.widgets.strip import Strip


class ProductCard(QFrame):
    """Shows the wanted product. After a wrong scan it shows both, marked as right and wrong; before
    the scan a product that is often taken for it, with what tells them apart.
    """

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        theme = setting.theme
        self._theme = theme
        self.setObjectName("product_card")
        self.setProperty("card", "yes")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        align = LEFT if theme.handheld else CENTRE
        self._picture = Picture(setting.theme, setting.pictures)
        self._wanted = Picture(setting.theme, setting.pictures, mark="ok")
        self._rejected = Picture(setting.theme, setting.pictures, mark="bad")
        self._wanted_words = self._muted(CENTRE)
        self._rejected_words = self._muted(CENTRE)
        self._rejected_words.set_colour("bad")
        self._marks = tuple(
            FitLabel(theme, "sku", colour=colour, bold=True, align=CENTRE, lines=2)
            for colour in ("ok", "bad")
        )
        self._skus = tuple(PartsLabel(theme, "body", colour) for colour in ("ok", "bad"))
        for mark in self._marks:
            mark.setObjectName("alike_mark")
        self._sku = FitLabel(theme, "sku", bold=True, align=align)
        self._sku.setObjectName("sku")
        self._name = FitLabel(theme, "body", align=align, lines=2)
        self._name.setObjectName("product_name")
        self._rest = Image(theme, "package-check", 64 if theme.handheld else 260)
        self._rest.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._note = Strip(theme, "note", "body")
        self._pair = (("", ""), ("", ""))
        self._texts = QWidget()  # of a handheld, beside the picture
        self._both = holder(self._build_both(), "both_pictures")
        self._build()

    def _muted(self, align: Align) -> FitLabel:
        return FitLabel(self._theme, "muted", bold=True, align=align)

    def _build_both(self) -> QHBoxLayout:
        gap = self._theme.size("gap")
        both = row(spacing=gap)
        for words, picture, mark, sku in (
            (self._wanted_words, self._wanted, self._marks[0], self._skus[0]),
            (self._rejected_words, self._rejected, self._marks[1], self._skus[1]),
        ):
            half = column(words, spacing=4)
            half.addWidget(picture, 2 if self._theme.handheld else 3)
            half.addWidget(mark, 2)
            half.addWidget(sku, 1)
            both.addLayout(half, 1)
        return both

    def _build(self) -> None:
        theme = self._theme
        texts = column(self._sku, self._name, spacing=theme.px(2))
        if theme.handheld:
            self._note.setFixedHeight(theme.px(34))
            texts.insertStretch(0, 1)
            texts.addStretch(1)
            self._texts.setLayout(texts)
            inside = row(spacing=theme.size("gap"))
            inside.addWidget(self._rest, 2)
            inside.addWidget(self._picture, 2)
            inside.addWidget(self._both, 3)
            inside.addWidget(self._texts, 3)
            whole = column(self._note, spacing=theme.px(4), margin=theme.px(6))
            whole.addLayout(inside, 1)
        else:
            whole = column(self._note, spacing=theme.px(10), margin=theme.size("gap"))
            whole.addWidget(self._rest, 1)
            whole.addWidget(self._picture, 1)
            whole.addWidget(self._both, 1)
            whole.addLayout(texts)
        self.setLayout(whole)
        self._both.hide()
        self._rest.hide()
        self._note.hide()

    def show_product(
        self,
        line: LineView | None,
        wrong: LineView | None = None,
        *,
        rejected: str = "",
        alike: LineView | None = None,
    ) -> None:
        """Show the line's product. wrong: the product scanned by mistake. rejected: its heading.

        alike: one that is often taken for it; it is shown while nothing wrong was scanned.
        """
        self._rest.hide()
        other = wrong or alike
        self._both.setVisible(other is not None)
        self._picture.setVisible(other is None)
        warns = wrong is None and alike is not None and line is not None
        for part in (*self._marks, *self._skus):
            part.setVisible(warns)
        if self._theme.handheld:  # its room goes to what differs
            self._texts.setVisible(not warns)
        if warns and line is not None and alike is not None:
            self._show_telling(line, alike)
        if other is not None:
            self._rejected.show_product(other.sku, other.picture)
            self._rejected_words.set_text(rejected if wrong else messages.words("alike_other"))
            self._wanted_words.set_text(messages.words("wanted_item" if wrong else "alike_this"))
            if line is not None:
                self._wanted.show_product(line.sku, line.picture)
        sku = line.sku if line is not None else ""
        self._picture.show_product(sku, line.picture if line is not None else "")
        self._sku.set_text(sku)
        self._name.set_text(line.name if line is not None else messages.words("no_line"))
        note = line.note if line is not None else ""
        self._note.setVisible(bool(note))
        self._note.say(note, image="triangle-alert", tone="warn")

    def _show_telling(self, line: LineView, alike: LineView) -> None:
        """What tells the two apart, huge; it is found anew only for another pair."""
        pair = ((line.sku, line.name), (alike.sku, alike.name))
        if pair != self._pair:
            self._pair = pair
            for told, mark, sku in zip(telling(*pair), self._marks, self._skus, strict=True):
                mark.set_text(told.mark)
                sku.show_parts(told.sku)

    def show_rest(self, image: str, title: str, words: str, *, colour: str = "action") -> None:
        """Show an icon with words instead of a product, while there is none to handle."""
        for hidden in (self._both, self._picture, self._note):
            hidden.hide()
        self._texts.setVisible(self._theme.handheld)
        self._rest.show_icon(image, colour)
        self._rest.show()
        self._sku.set_text(title)
        self._name.set_text(words)
