"""Command barcodes survive a scanner with the wrong keyboard layout."""

from __future__ import annotations

import pytest

from app.domain.commands import (
    ALIASES,
    DIGITS,
    PREFIX,
    UNSAFE_LETTERS,
    Command,
    from_barcode,
    from_name,
)

# What another layout makes of the letters that are typed by the keys' places.
AZERTY = str.maketrans("AQWZM", "QAZW?")
QWERTZ = str.maketrans("YZ", "ZY")


@pytest.mark.parametrize("command", Command)
def test_no_letter_moves_on_another_layout(command: Command) -> None:
    assert not UNSAFE_LETTERS & set(command.barcode)
    assert set("AQWZMY") == UNSAFE_LETTERS
    assert command.barcode.isascii() and command.barcode.isalpha() and command.barcode.isupper()
    assert command.barcode.translate(AZERTY) == command.barcode.translate(QWERTZ) == command.barcode


@pytest.mark.parametrize("command", Command)
def test_every_command_is_reached_by_its_barcode_and_its_names(command: Command) -> None:
    assert from_barcode(command.barcode) is command
    for name in (command.name, command.name.lower(), f" {command.value} ", command.barcode):
        assert from_name(name) is command


def test_no_two_barcodes_are_alike() -> None:
    codes = [command.barcode for command in Command] + list(ALIASES)
    assert len(set(codes)) == len(codes)
    names = {name.upper() for name in Command.__members__}
    for command in Command:
        # A word that is another command's name would be ambiguous in a script.
        assert command.value not in names or Command[command.value] is command


def test_sheets_that_are_there_already_are_understood() -> None:
    assert from_barcode("O-BTN.validate") is Command.OK
    assert from_barcode("O-CMD.MAIN-MENU") is Command.HOME
    assert set(ALIASES.values()) <= set(Command)


def test_digits_are_digits() -> None:
    assert [command.digit for command in DIGITS] == list(range(10))
    assert [from_name(str(number)) for number in range(10)] == list(DIGITS)
    assert Command.OK.digit is None


@pytest.mark.parametrize(
    "text", ["", PREFIX, "PBCXNOPE", "OK", "pbcxOK", "9521321000003", "²", "10"]
)
def test_other_texts_are_no_command(text: str) -> None:
    assert from_barcode(text) is None


@pytest.mark.parametrize("name", ["", "NOPE", "10", "²", "٣٤"])
def test_other_words_are_no_command(name: str) -> None:
    assert from_name(name) is None
