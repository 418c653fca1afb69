"""Which key of the keyboard means which command; the same on every screen."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.domain.commands import DIGITS, Command

Key = Qt.Key

KEYS: dict[int, Command] = {
    Key.Key_F1: Command.UNDO,
    Key.Key_F2: Command.SHORT,
    Key.Key_F3: Command.BOX,
    Key.Key_F4: Command.PRINT,
    Key.Key_F6: Command.EXCEPTIONS,
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
"""Enter and digits here were pressed by a person: the wedge filter takes scans away before."""


def command_for(event: QKeyEvent) -> Command | None:
    """The command of a key; None for any other key, an auto-repeat or a shortcut."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.isAutoRepeat() or modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    return KEYS.get(event.key())


class OwnKey(Enum):
    """What a key asks of the window itself; the engine hears nothing of it."""

    LOOK = (Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    PANEL = (Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    FULL_SCREEN = (Key.Key_F11, Qt.KeyboardModifier.NoModifier)
    TYPE_CODE = (Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    LANGUAGE = (Key.Key_L, Qt.KeyboardModifier.ControlModifier)


_OWN = {(one.value[0].value, one.value[1]): one for one in OwnKey}


def own_key(event: QKeyEvent) -> OwnKey | None:
    """What the key asks of the window; None for any other key or an auto-repeat."""
    if event.isAutoRepeat():
        return None
    return _OWN.get((event.key(), event.modifiers()))


def _name(key: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    return QKeySequence(key | modifiers.value).toString()


_FUNCTION_KEYS = range(Key.Key_F1, Key.Key_F12 + 1)
HINTS: dict[Command, str] = {
    command: _name(key)
    for key, command in KEYS.items()
    if key in _FUNCTION_KEYS or command is Command.CLEAR
}
"""What stands on the key of a command."""

SHOWN_KEYS: tuple[tuple[str, Command | OwnKey | str], ...] = (
    *((_name(key), command) for key, command in KEYS.items() if key in _FUNCTION_KEYS),
    *((_name(one.value[0], one.value[1]), one) for one in OwnKey),
    (_name(Key.Key_Escape), Command.CLEAR),
    ("Enter", Command.OK),
    ("Tab", "key_walk"),
)
"""What is worth knowing, for a list of keys; a text is the code of its words."""
