"""Numbered keys, of which one is chosen by a touch or by its digit (main thread)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.commands import DIGITS
from ui.theme import Theme
from ui.widgets.touch_button import TouchButton

_WIDE = 2
"""So many keys stand beside each other."""


@dataclass(frozen=True)
class Choice:
    """What one key says. number: the digit that chooses it. chosen: it waits for OK."""

    number: int
    words: str
    image: str
    chosen: bool


class ChoiceKeys(QWidget):
    """`asked` carries the digit. name: of each key, before its number. most: so many there are.

    size: of the words. least, tallest: heights of a key.
    """

    asked = Signal(object)

    def __init__(
        self, theme: Theme, name: str, most: int, *, size: str, least: int, tallest: int
    ) -> None:
        super().__init__()
        place = QGridLayout()
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(theme.px(8) if theme.handheld else theme.size("gap"))
        self._keys: list[TouchButton] = []
        for at in range(most):
            key = TouchButton(theme, f"{name}_{at + 1}", "", size=size)
            key.setMinimumHeight(theme.px(least))
            key.setMaximumHeight(theme.px(tallest))
            key.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            command = DIGITS[at + 1]
            key.clicked.connect(lambda _checked=False, asked=command: self.asked.emit(asked))
            place.addWidget(key, at // _WIDE, at % _WIDE)
            self._keys.append(key)
        self.setLayout(place)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        for at, key in enumerate(self._keys):
            key.setVisible(at < len(choices))
            if at < len(choices):
                one = choices[at]
                key.set_words(f"{one.number}  {one.words}")
                key.set_image(one.image)
                key.set_primary(one.chosen)
