"""The supervisor's two pages: a scan leads to the desk, a key back to the board."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.config import Config
from app.device_api import Scan
from app.domain.outcome import Outcome
from app.domain.outcome_anywhere import Anywhere
from app.station.messages import Tick
from app.station.views import View
from tests.helpers.asked_office import AskedOffice
from tests.helpers.sample_board import busy
from tests.helpers.sample_views import NOW, SAMPLES
from tests.ui.conftest import MakeWindow
from tests.ui.looking import cut_words, said
from tests.ui.looking import shown as looked_at
from ui.supervisor.notes.page import NotesPage
from ui.supervisor.settings.entries import Ways
from ui.supervisor.settings.page import SettingsPage
from ui.supervisor.shell import Page, SupervisorShell
from ui.supervisor.window import SupervisorWindow
from ui.widgets.touch_button import TouchButton

SAID = Outcome(Anywhere.CLEARED)
UNHEARD: dict[str, Any] = {"acknowledged_at": None, "acknowledged_by": ""}


@pytest.fixture
def shell(make_window: MakeWindow, qtbot: QtBot) -> SupervisorShell:
    board, desk = SupervisorWindow(), make_window()
    office = AskedOffice()
    settings = SettingsPage(office, Config(), Ways())
    found = SupervisorShell(board, desk, office, settings, NotesPage(office))
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
    key(shell, Page.BOARD).click()
    assert shown(shell) is Page.BOARD


def test_ctrl_tab_goes_round_the_pages(shell: SupervisorShell) -> None:
    around = []
    for _ in Page:
        QTest.keyClick(shell, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        around.append(shell.page)
    assert around == [*list(Page)[1:], Page.BOARD]
    QTest.keyClick(shell, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier)
    assert shown(shell) is list(Page)[-1]


def test_a_scan_on_the_page_that_finds_is_looked_for(shell: SupervisorShell, qtbot: QtBot) -> None:
    scan = Scan("SO-1", "", "serial", NOW)
    assert not shell.takes(scan), "on the board a scan is the desk's"
    shell.turn_to(Page.FIND)
    assert not shell.takes(Scan("PBCXROOT", "", "serial", NOW)), "a command is the desk's"
    assert not shell.takes(Tick(NOW))
    assert shell.takes(scan)
    office = shell.office
    assert isinstance(office, AskedOffice)
    qtbot.wait_until(lambda: office.asked == [("find", "SO-1", True)])
    shell.turn_to(Page.DESK)
    assert not shell.takes(scan)


def test_an_order_is_handed_to_the_desk(shell: SupervisorShell, qtbot: QtBot) -> None:
    shell.turn_to(Page.FIND)
    with qtbot.wait_signal(shell.to_desk) as handed:
        shell.finder.to_desk.emit("shop:SO-1")
    assert (handed.args, shell.page) == (["shop:SO-1"], Page.DESK)


def test_an_answer_shows_the_desk_and_a_refresh_does_not(shell: SupervisorShell) -> None:
    shell.heard(home(), None)
    assert shown(shell) is Page.BOARD
    shell.heard(replace(home(), outcome=SAID), SAID)
    assert shown(shell) is Page.DESK


def test_a_badge_changes_the_language_of_both(shell: SupervisorShell) -> None:
    shell.heard(home("zh_CN"), None)
    assert key(shell, Page.BOARD).text() == "现场总览"
    assert shell.board.language == "zh_CN"


def test_a_language_chosen_among_the_settings_leaves_them_shown(shell: SupervisorShell) -> None:
    shell.turn_to(Page.SETTINGS)
    spoken = Outcome(Anywhere.LANGUAGE_SET, {"language": "zh_CN"})
    shell.heard(replace(home("zh_CN"), outcome=spoken), spoken)
    assert (shown(shell), shell.board.language) == (Page.SETTINGS, "zh_CN")
    shell.heard(replace(home("zh_CN"), outcome=SAID), SAID)
    assert shown(shell) is Page.DESK


def test_dark_is_dark_on_all_pages(shell: SupervisorShell) -> None:
    shell.set_dark(True)
    assert (shell.board.dark, shell.desk.theme().dark) == (True, True)


def test_nothing_is_cut_on_any_page(shell: SupervisorShell) -> None:
    for page in Page:
        shell.turn_to(page)
        for _ in range(3):
            QApplication.sendPostedEvents()
        assert cut_words(shell) == []


def signed_in(number: str) -> View:
    view = home()
    return replace(view, frame=replace(view.frame, staff=number))


def test_who_is_signed_in_at_the_desk_acknowledges(shell: SupervisorShell) -> None:
    heard: list[tuple[str, str]] = []
    shell.acknowledged.connect(lambda alarm, by: heard.append((alarm, by)))
    shell.board.acknowledged.emit("a1")
    assert heard == []
    assert any("Sign in at the desk first" in said(one) for one in looked_at(shell.board))
    shell.heard(signed_in("90"), None)
    shell.board.acknowledged.emit("a1")
    assert heard == [("a1", "90")]


def test_a_scan_of_the_thing_itself_acknowledges_at_the_board_alone(shell: SupervisorShell) -> None:
    heard: list[tuple[str, str]] = []
    shell.acknowledged.connect(lambda alarm, by: heard.append((alarm, by)))
    calm = replace(busy(), alarms=busy().alarms[:3])
    unheard = replace(busy().alarms[3], **UNHEARD)
    shell.board.show_view(replace(calm, alarms=(*calm.alarms, unheard)))
    bin_, order = (Outcome(Anywhere.CLEARED, {"code": name}) for name in ("A-05-2", "SO-10377"))
    for answer in (SAID, Outcome(Anywhere.CLEARED, {"code": "A-05-3"}), bin_, order):
        shell.turn_to(Page.BOARD)
        shell.heard(signed_in("90"), answer)
    assert heard == [("a3", "90"), ("a4", "90")]
    shell.heard(signed_in("90"), bin_)
    assert len(heard) == 2, "at the desk a scan is work"
