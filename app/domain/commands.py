"""Commands: what a button, a key or a command barcode asks for.

The barcode is the prefix PBCX and a word made only of letters that sit on the same key of QWERTY,
QWERTZ and AZERTY keyboards, so that a scanner with the wrong layout cannot corrupt a command.
"""

from __future__ import annotations

from enum import StrEnum

PREFIX = "PBCX"
UNSAFE_LETTERS = frozenset("AQWZM" + "Y")


class Command(StrEnum):
    """The value is the word on the barcode, after the prefix."""

    OK = "OK"
    UNDO = "UNDO"
    CLEAR = "CLR"
    SHORT = "SHORT"
    DAMAGED = "DEFECT"
    BOX = "BOX"
    CLOSE = "CLOSE"
    PRINT = "PRINT"
    SLIP = "SLIP"
    FINISH = "DONE"
    HOLD = "HOLD"
    SKIP = "SKIP"
    HELP = "HELP"
    LOCK = "LOCK"
    SIGN_OUT = "OFF"
    HOME = "ROOT"
    NEXT = "NEXT"
    PICK = "PICK"
    PACK = "BENCH"
    LOAD = "TRUCK"
    COUNT = "COUNT"
    MOVE = "SHIFT"
    STATUS = "COND"
    EXCEPTIONS = "EXCEPT"
    REMOVE = "OUT"
    REOPEN = "REOPEN"
    FREE = "FREE"
    SUBSTITUTE = "SUBST"
    WEIGH = "KILO"
    TEST = "TEST"
    DELETE = "DEL"
    UNDERSTOOD = "SEEN"
    MANAGE = "CONTROL"
    N0 = "NB"
    N1 = "NC"
    N2 = "ND"
    N3 = "NE"
    N4 = "NF"
    N5 = "NG"
    N6 = "NH"
    N7 = "NI"
    N8 = "NJ"
    N9 = "NK"

    @property
    def barcode(self) -> str:
        return PREFIX + self.value

    @property
    def digit(self) -> int | None:
        """0-9 for the digit commands, else None."""
        return DIGITS.index(self) if self in DIGITS else None


DIGITS: tuple[Command, ...] = tuple(Command["N" + str(n)] for n in range(10))

# Words of command sheets that warehouses already own, and what they mean here.
ALIASES: dict[str, Command] = {
    "O-BTN.validate": Command.OK,
    "O-BTN.cancel": Command.CLEAR,
    "O-BTN.discard": Command.CLEAR,
    "O-CMD.PRINT": Command.PRINT,
    "O-CMD.PACKING": Command.PACK,
    "O-CMD.MAIN-MENU": Command.HOME,
}

_BY_WORD = {command.value: command for command in Command}


def from_barcode(text: str) -> Command | None:
    """The command a barcode stands for; None where it is none."""
    if text in ALIASES:
        return ALIASES[text]
    if text.startswith(PREFIX):
        return _BY_WORD.get(text[len(PREFIX) :])
    return None


def from_name(name: str) -> Command | None:
    """The command a person writes in a script: its name or its barcode's word, any case."""
    word = name.strip().upper()
    if word in Command.__members__:
        return Command[word]
    if word.isascii() and word.isdigit() and len(word) == 1:
        return DIGITS[int(word)]
    return _BY_WORD.get(word) or from_barcode(word)
