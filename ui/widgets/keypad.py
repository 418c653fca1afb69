"""Number keys for fingers in gloves (main thread)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.commands import DIGITS, Command
from ui import messages
from ui.theme import Theme
from ui.widgets.touch_button import TouchButton

_ORDER = (*DIGITS[1:], Command.DELETE, DIGITS[0], Command.OK)
_COLUMNS = 3
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX


class Keypad(QWidget):
    """Ten digits, Delete and OK; `asked` carries the command of a pressed key."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("keypad")
        self.setAccessibleName(messages.words("keypad"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(6) if theme.handheld else theme.size("gap"))
        for number, command in enumerate(_ORDER):
            key = TouchButton(
                theme,
                f"key_{command.name.lower()}",
                messages.command_words(command),
                primary=command is Command.OK,
                size="body" if command.digit is None else "sku",
                parent=self,
            )
            key.setMinimumHeight(theme.px(56 if theme.scant else 80))
            key.setMaximumHeight(_NO_LIMIT)
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            key.clicked.connect(lambda _checked=False, asked=command: self.asked.emit(asked))
            grid.addWidget(key, number // _COLUMNS, number % _COLUMNS)
