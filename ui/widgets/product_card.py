"""The current product: picture, SKU, name and note (main thread)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from app.station.views import LineView
from ui import messages
from ui.widgets.fit_label import CENTRE, LEFT, Align, FitLabel
from ui.widgets.image import Image
from ui.widgets.picture import Picture
from ui.widgets.screen import Setting, column, holder, row
from ui.widgets.strip import Strip


class ProductCard(QFrame):
    """Shows the wanted product. After a wrong scan it shows both, marked as right and wrong."""

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
        self._sku = FitLabel(theme, "sku", bold=True, align=align)
        self._sku.setObjectName("sku")
        self._name = FitLabel(theme, "body", align=align, lines=2)
        self._name.setObjectName("product_name")
        self._rest = Image(theme, "package-check", 64 if theme.handheld else 260)
        self._rest.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._note = Strip(theme, "note", "body")
        self._both = holder(self._build_both(), "both_pictures")
        self._build()

    def _muted(self, align: Align) -> FitLabel:
        return FitLabel(self._theme, "muted", bold=True, align=align)

    def _build_both(self) -> QHBoxLayout:
        gap = self._theme.size("gap")
        wanted = column(self._wanted_words, spacing=4)
        wanted.addWidget(self._wanted, 1)
        rejected = column(self._rejected_words, spacing=4)
        rejected.addWidget(self._rejected, 1)
        both = row(spacing=gap)
        both.addLayout(wanted, 1)
        both.addLayout(rejected, 1)
        return both

    def _build(self) -> None:
        theme = self._theme
        texts = column(self._sku, self._name, spacing=theme.px(2))
        if theme.handheld:
            self._note.setFixedHeight(theme.px(34))
            texts.insertStretch(0, 1)
            texts.addStretch(1)
            inside = row(spacing=theme.size("gap"))
            inside.addWidget(self._rest, 2)
            inside.addWidget(self._picture, 2)
            inside.addWidget(self._both, 3)
            inside.addLayout(texts, 3)
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
        self, line: LineView | None, wrong: LineView | None = None, *, rejected: str = ""
    ) -> None:
        """Show the line's product. wrong: the product scanned by mistake. rejected: its heading."""
        self._rest.hide()
        self._both.setVisible(wrong is not None)
        self._picture.setVisible(wrong is None)
        if wrong is not None:
            self._rejected.show_product(wrong.sku, wrong.picture)
            self._rejected_words.set_text(rejected)
            self._wanted_words.set_text(messages.words("wanted_item"))
            if line is not None:
                self._wanted.show_product(line.sku, line.picture)
        sku = line.sku if line is not None else ""
        self._picture.show_product(sku, line.picture if line is not None else "")
        self._sku.set_text(sku)
        self._name.set_text(line.name if line is not None else messages.words("no_line"))
        note = line.note if line is not None else ""
        self._note.setVisible(bool(note))
        self._note.say(note, image="triangle-alert", tone="warn")

    def show_rest(self, image: str, title: str, words: str, *, colour: str = "action") -> None:
        """Show an icon with words instead of a product, while there is none to handle."""
        for hidden in (self._both, self._picture, self._note):
            hidden.hide()
        self._rest.show_icon(image, colour)
        self._rest.show()
        self._sku.set_text(title)
        self._name.set_text(words)
