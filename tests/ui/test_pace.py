"""Digits count at a person's pace; what a scanner types is refused as a disturbed scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.domain.commands import Command
from ui.keys import command_for
from ui.pace import LATE_ENTER_MS, PERSON_MS, Pace

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OK, N4, N0 = Command.OK, Command.N4, Command.N0


class Hands:
    """Presses keys at times of its own, and keeps what became of them."""

    def __init__(self) -> None:
        self.heard: list[Command | str] = []
        self.pace = Pace()
        self.pace.pressed.connect(self.heard.append)
        self.pace.disturbed.connect(self.heard.append)
        self.now = 10_000

    def type(self, text: str, gap: int) -> None:
        for char in text:
            self.now += gap
            code = Qt.Key.Key_Return if char == "\r" else Qt.Key(ord(char.upper()))
            none = Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(QEvent.Type.KeyPress, code.value, none, char)
            event.setTimestamp(self.now)
            self.pace.key(event, command_for(event))


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands()


@pytest.mark.parametrize("gap", [PERSON_MS, 90, 400])
def test_a_person_types_a_number(hands: Hands, gap: int) -> None:
    hands.type("40\r", gap)
    assert hands.heard == [N4, N0, OK]


def test_a_single_digit_counts_when_nothing_follows(hands: Hands, qtbot: QtBot) -> None:
    hands.type("4", 0)
    assert hands.heard == []
    qtbot.waitUntil(lambda: hands.heard == [N4], timeout=3000)


@pytest.mark.parametrize("gap", [0, 3, 35, PERSON_MS - 1])
def test_a_scanner_arms_nothing_and_its_enter_is_no_ok(hands: Hands, gap: int) -> None:
    hands.type("4006381333931\r", gap)
    assert hands.heard == ["4006381333931\r"]


@pytest.mark.parametrize("code", ["T4", "4T", "A-07-1"])
def test_letters_and_digits_at_one_go_are_a_scan(hands: Hands, code: str) -> None:
    hands.type(code + "\r", 3)
    assert hands.heard == [code + "\r"]


@pytest.mark.parametrize("cut", [2, 4, 12])
def test_the_first_digits_of_a_cut_scan_are_no_number(hands: Hands, cut: int) -> None:
    hands.type("9521321000032"[:cut], 3)
    hands.pace.settle()
    hands.now += 60
    hands.type("9521321000032"[cut:] + "\r", 3)
    assert not any(isinstance(one, Command) and one.digit is not None for one in hands.heard[:1])
    assert OK not in hands.heard


def test_the_late_enter_of_a_cut_scan_is_no_ok(hands: Hands) -> None:
    hands.type("9521", 3)
    hands.type("\r", 700)
    hands.type("\r", LATE_ENTER_MS)
    assert hands.heard == ["9521", OK]


def test_a_digit_that_was_a_cut_scans_first_is_forgotten(hands: Hands, qtbot: QtBot) -> None:
    hands.type("4", 0)
    hands.pace.forget()
    hands.type("7", 500)
    qtbot.waitUntil(lambda: bool(hands.heard), timeout=3000)
    assert hands.heard == [Command.N7]
