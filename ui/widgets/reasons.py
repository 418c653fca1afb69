"""Three keys with the reasons to print a label again (main thread)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.commands import DIGITS
from app.domain.pack.label import REPRINTS
from ui import messages
from ui.theme import Theme
from ui.widgets.screen import column
from ui.widgets.touch_button import TouchButton

_IMAGES = ("printer", "scan-barcode", "heart-crack")


class ReasonKeys(QWidget):
    """One key a reason; `asked` carries the digit that stands for it."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("reasons")
        place = column(spacing=theme.size("gap"))
        for number, (reason, image) in enumerate(zip(REPRINTS, _IMAGES, strict=True), 1):
            key = TouchButton(
                theme,
                f"reason_{reason.value}",
                f"{number}  {messages.reason_words(reason.value)}",
                image=image,
                size="body" if theme.handheld else "title",
                parent=self,
            )
            key.setFixedHeight(theme.px(72 if theme.handheld else 130))
            command = DIGITS[number]
            key.clicked.connect(lambda _checked=False, asked=command: self.asked.emit(asked))
            place.addWidget(key)
        place.addStretch(1)
        self.setLayout(place)
