"""Which key of the keyboard means which command; the same on every screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.commands import DIGITS, Command

Key = Qt.Key

KEYS: dict[int, Command] = {
    Key.Key_F1: Command.UNDO,
    Key.Key_F2: Command.SHORT,
    Key.Key_F3: Command.BOX,
    Key.Key_F4: Command.PRINT,
    Key.Key_F8: Command.HOLD,
    Key.Key_F9: Command.HELP,
    Key.Key_F10: Command.LOCK,
    Key.Key_F12: Command.FINISH,
    Key.Key_Escape: Command.CLEAR,
    Key.Key_Backspace: Command.DELETE,
    Key.Key_Return: Command.OK,
    Key.Key_Enter: Command.OK,
    **{Key.Key_0 + digit: command for digit, command in enumerate(DIGITS)},
}
"""Enter and digits reach here from a person's fingers only: the wedge filter keeps scans away."""


def command_for(event: QKeyEvent) -> Command | None:
    """What the key asks for; None where it means nothing, repeats itself or is a shortcut."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.isAutoRepeat() or modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    return KEYS.get(event.key())
