"""A key for each reason that is asked for (main thread)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.commands import DIGITS
from app.domain.pack.label import REPRINTS
from ui import messages
from ui.theme import Theme
from ui.widgets.screen import column
from ui.widgets.touch_button import TouchButton


@dataclass(frozen=True)
class Reason:
    """name: for tests and screen readers. image: an icon's name."""

    name: str
    words: str
    image: str


def reprint_reasons() -> tuple[Reason, ...]:
    """Why a label is wanted again, in the order of their digits."""
    images = ("printer", "scan-barcode", "heart-crack")
    return tuple(
        Reason(reason.value, messages.reason_words(reason.value), image)
        for reason, image in zip(REPRINTS, images, strict=True)
    )


class ReasonKeys(QWidget):
    """One key a reason; `asked` carries the digit that stands for it, from 1."""

    asked = Signal(object)

    def __init__(self, theme: Theme, reasons: Sequence[Reason]) -> None:
        super().__init__()
        self.setObjectName("reasons")
        place = column(spacing=theme.size("gap"))
        for number, reason in enumerate(reasons, 1):
            key = TouchButton(
                theme,
                f"reason_{reason.name}",
                f"{number}  {reason.words}",
                image=reason.image,
                size="body" if theme.handheld else "title",
                parent=self,
            )
            key.setMinimumHeight(theme.px(72))
            key.setMaximumHeight(theme.px(72 if theme.handheld else 130))
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            command = DIGITS[number]
            key.clicked.connect(lambda _checked=False, asked=command: self.asked.emit(asked))
            place.addWidget(key, 1)
        place.addStretch(0)
        self.setLayout(place)
