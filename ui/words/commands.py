"""The words of commands."""

from __future__ import annotations

from app.domain.commands import DIGITS, Command
from ui.words import QT_TRANSLATE_NOOP

COMMANDS: dict[Command, str] = {
    Command.OK: QT_TRANSLATE_NOOP("Command", "OK"),
    Command.UNDO: QT_TRANSLATE_NOOP("Command", "Undo"),
    Command.CLEAR: QT_TRANSLATE_NOOP("Command", "Clear"),
    Command.SHORT: QT_TRANSLATE_NOOP("Command", "Short"),
    Command.DAMAGED: QT_TRANSLATE_NOOP("Command", "Damaged"),
    Command.BOX: QT_TRANSLATE_NOOP("Command", "Next box"),
    Command.CLOSE: QT_TRANSLATE_NOOP("Command", "Close box"),
    Command.PRINT: QT_TRANSLATE_NOOP("Command", "Print label"),
    Command.SLIP: QT_TRANSLATE_NOOP("Command", "Packing slip"),
    Command.FINISH: QT_TRANSLATE_NOOP("Command", "Finish"),
    Command.HOLD: QT_TRANSLATE_NOOP("Command", "Park"),
    Command.SKIP: QT_TRANSLATE_NOOP("Command", "Skip"),
    Command.HELP: QT_TRANSLATE_NOOP("Command", "Help"),
    Command.LOCK: QT_TRANSLATE_NOOP("Command", "Lock"),
    Command.SIGN_OUT: QT_TRANSLATE_NOOP("Command", "Sign out"),
    Command.HOME: QT_TRANSLATE_NOOP("Command", "Home"),
    Command.NEXT: QT_TRANSLATE_NOOP("Command", "Next order"),
    Command.PICK: QT_TRANSLATE_NOOP("Command", "Pick"),
    Command.PACK: QT_TRANSLATE_NOOP("Command", "Pack"),
    Command.LOAD: QT_TRANSLATE_NOOP("Command", "Dispatch"),
    Command.COUNT: QT_TRANSLATE_NOOP("Command", "Count"),
    Command.MOVE: QT_TRANSLATE_NOOP("Command", "Move"),
    Command.STATUS: QT_TRANSLATE_NOOP("Command", "Status"),
    Command.EXCEPTIONS: QT_TRANSLATE_NOOP("Command", "Exceptions"),
    Command.REMOVE: QT_TRANSLATE_NOOP("Command", "Take out"),
    Command.REOPEN: QT_TRANSLATE_NOOP("Command", "Open again"),
    Command.FREE: QT_TRANSLATE_NOOP("Command", "Add free"),
    Command.SUBSTITUTE: QT_TRANSLATE_NOOP("Command", "Substitute"),
    Command.WEIGH: QT_TRANSLATE_NOOP("Command", "Weigh"),
    Command.TEST: QT_TRANSLATE_NOOP("Command", "Devices"),
    Command.DELETE: QT_TRANSLATE_NOOP("Command", "Delete"),
    Command.MANAGE: QT_TRANSLATE_NOOP("Command", "Manage"),
    Command.UNDERSTOOD: QT_TRANSLATE_NOOP("Command", "Understood"),
    **{digit: str(number) for number, digit in enumerate(DIGITS)},
}
