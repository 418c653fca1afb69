"""Keys that choose a page; each also shows the digit that chooses it (main thread)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.commands import DIGITS
from app.station.devices.task import Page
from ui import messages
from ui.theme import Theme
from ui.widgets.screen import row
from ui.widgets.touch_button import TouchButton

_IMAGES: dict[Page, str] = {
    Page.OVERVIEW: "cable",
    Page.SCANNER: "scan-barcode",
    Page.SCALE: "scale",
    Page.PRINTER: "printer",
    Page.TEST: "list-checks",
}


class PageTabs(QWidget):
    """One key a page; `asked` carries the digit that stands for it."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._keys: dict[Page, TouchButton] = {}
        line = row(spacing=theme.px(2) if theme.handheld else theme.size("gap"))
        for number, page in enumerate(Page, 1):
            key = TouchButton(
                theme,
                f"page_{page.value}",
                messages.page_words(page),
                image=_IMAGES[page],
                hint="" if theme.handheld else str(number),
                size="hint" if theme.handheld else "body",
            )
            key.setMinimumWidth(theme.px(60))
            key.setFixedHeight(theme.px(84) if theme.handheld else theme.size("button"))
            command = DIGITS[number]
            key.clicked.connect(lambda _checked=False, asked=command: self.asked.emit(asked))
            self._keys[page] = key
            line.addWidget(key, 1)
        self.setLayout(line)

    def show_page(self, shown: Page) -> None:
        for page, key in self._keys.items():
            key.set_primary(page is shown)
