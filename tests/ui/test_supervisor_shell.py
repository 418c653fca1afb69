"""The supervisor's two pages: a scan leads to the desk, a key back to the board."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.outcome import Outcome
from app.domain.outcome_anywhere import Anywhere
from app.station.views import View
from tests.helpers.sample_board import busy
from tests.helpers.sample_views import SAMPLES
from tests.ui.conftest import MakeWindow
from tests.ui.looking import cut_words
from ui.supervisor.shell import Page, SupervisorShell
from ui.supervisor.window import SupervisorWindow
from ui.widgets.touch_button import TouchButton

SAID = Outcome(Anywhere.CLEARED)


@pytest.fixture
def shell(make_window: MakeWindow, qtbot: QtBot) -> SupervisorShell:
    board, desk = SupervisorWindow(), make_window()
    found = SupervisorShell(board, desk)
    qtbot.addWidget(found)
    found.resize(1366, 768)
    found.show()
    board.show_view(busy())
    desk.show_view(home())
    return found


def home(language: str = "en") -> View:
    view: View = SAMPLES["home"](language)
    return view


def shown(shell: SupervisorShell) -> Page:
    return shell.page


def key(shell: SupervisorShell, page: Page) -> TouchButton:
    found = [one for one in shell.findChildren(TouchButton, page.value) if one.isVisible()]
    return found[-1]


def test_the_board_shows_first_and_the_keys_lead_to_and_fro(shell: SupervisorShell) -> None:
    assert (shell.board.isVisible(), shell.desk.isVisible()) == (True, False)
    key(shell, Page.DESK).click()
    assert (shell.board.isVisible(), shell.desk.isVisible()) == (False, True)
    QTest.keyClick(shell, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert shell.page is Page.BOARD


def test_an_answer_shows_the_desk_and_a_refresh_does_not(shell: SupervisorShell) -> None:
    shell.heard(home(), None)
    assert shown(shell) is Page.BOARD
    shell.heard(replace(home(), outcome=SAID), SAID)
    assert shown(shell) is Page.DESK


def test_a_badge_changes_the_language_of_both(shell: SupervisorShell) -> None:
    shell.heard(home("zh_CN"), None)
    assert key(shell, Page.BOARD).text() == "现场总览"
    assert shell.board.language == "zh_CN"


def test_nothing_is_cut_on_either_page(shell: SupervisorShell) -> None:
    for page in Page:
        shell.turn_to(page)
        for _ in range(3):
            QApplication.sendPostedEvents()
        assert cut_words(shell) == []
