"""The window: keys, actions, sizes, languages, kiosk, and the painted signal."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.commands import Command
from app.domain.outcome import outcome
from app.domain.pack.outcome import Packing
from app.station.home.view import HomeView
from app.station.messages import ChooseLanguage, EnterCode, Press
from app.station.sign_in.view import SignInView
from tests.helpers import sample_views as samples
from tests.ui.conftest import MakeWindow
from tests.ui.looking import shown, text_of
from ui.messages import LANGUAGES
from ui.shell import SCREENS, StationWindow
from ui.widgets.chip import Chip
from ui.widgets.rows import RowList

LABEL_ACTIONS = tuple(
    replace(action, enabled=action.command in {Command.UNDO, Command.PRINT, Command.FINISH})
    for action in samples.PACK_ACTIONS
)
KEYS = {
    Qt.Key.Key_F1: Command.UNDO,
    Qt.Key.Key_F2: Command.SHORT,
    Qt.Key.Key_F3: Command.BOX,
    Qt.Key.Key_F4: Command.PRINT,
    Qt.Key.Key_F8: Command.HOLD,
    Qt.Key.Key_F9: Command.HELP,
    Qt.Key.Key_F10: Command.LOCK,
    Qt.Key.Key_F12: Command.FINISH,
    Qt.Key.Key_Escape: Command.CLEAR,
    Qt.Key.Key_7: Command.N7,
    Qt.Key.Key_Backspace: Command.DELETE,
    Qt.Key.Key_Return: Command.OK,
}


@pytest.mark.parametrize("key", list(KEYS), ids=lambda key: key.name)
def test_a_key_asks_for_its_command(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object], key: Qt.Key
) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    QTest.keyClick(window, key)
    qtbot.waitUntil(lambda: submitted == [Press(KEYS[key])], timeout=3000)


def test_shortcuts_of_the_system_are_not_commands(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert submitted == []


def test_each_action_is_a_key(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    row = window.body().action_row()
    first, more = row.keys(), window.findChild(QAbstractButton, "action_more")
    assert more is not None and more.isVisible()
    assert first[Command.UNDO].hint_words() == "F1"
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    second = row.keys()
    actions = samples.PACK_ACTIONS
    assert {*first, *second} == {action.command for action in actions}
    assert not {*first} & {*second}
    for key in [*first.values(), *second.values()]:
        key.click()
    wanted = [action.command for action in actions if action.enabled]
    assert submitted == [Press(one) for one in (*first, *second) if one in wanted]


def test_a_row_has_six_keys_at_most_and_finish_at_its_edge(make_window: MakeWindow) -> None:
    window = make_window()
    for name, make in samples.SAMPLES.items():
        window.show_view(make("en"))
        window.show()
        shown_keys = window.body().action_row().keys()
        row = window.body().action_row()
        visible = [key for key in row.findChildren(QAbstractButton) if key.isVisible()]
        assert len(visible) <= 6, name
        if Command.FINISH in shown_keys and Command.UNDO in shown_keys:
            assert shown_keys[Command.FINISH].x() == max(key.x() for key in visible), name
            assert shown_keys[Command.UNDO].x() == min(key.x() for key in visible), name


def test_what_can_be_done_now_is_not_behind_more(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.pack())
    row = window.body().action_row()
    assert list(row.keys()).count(Command.PRINT) == 0
    window.show_view(samples.pack(frame=replace(samples.pack().frame, actions=LABEL_ACTIONS)))
    assert row.keys()[Command.PRINT].isEnabled()


def test_more_closes_after_a_key(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    row, more = window.body().action_row(), window.findChild(QAbstractButton, "action_more")
    assert more is not None
    first = list(row.keys())
    more.click()
    row.keys()[Command.HOLD].click()
    window.show_view(samples.pack())
    assert list(row.keys()) == first


def test_disabled_actions_keep_their_place(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.pack())
    assert not window.body().action_row().keys()[Command.OK].isEnabled()


def test_every_view_has_its_screen(make_window: MakeWindow) -> None:
    window = make_window()
    for make in samples.SAMPLES.values():
        view = make("en")
        window.show_view(view)
        assert type(window.screen_shown()) is SCREENS[type(view)]


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_nothing_takes_the_focus_and_everything_has_a_name(
    make_window: MakeWindow, profile: str
) -> None:
    window = make_window(profile=profile)
    for make in samples.HANDHELD_TOO.values():
        window.show_view(make("en"))
        window.show()
        for widget in shown(window):
            if isinstance(widget, QAbstractButton | QLineEdit | RowList):
                assert widget.objectName(), widget
                assert widget.accessibleName(), widget.objectName()
            if isinstance(widget, QAbstractButton | RowList):
                assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus, widget.objectName()
    assert window.focusWidget() is None


def test_a_language_is_a_new_frame_of_words(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.pack("en"))
    window.show_view(samples.pack("zh_CN"))
    assert window.body().bar().texts() == ("请扫描下一件商品",)
    window.show_view(samples.pack("en"))
    assert window.body().bar().texts() == ("Scan the next item",)


@pytest.mark.parametrize("shown_in", ["en", "zh_CN"])
@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_the_other_language_is_one_touch_or_key_away_on_every_screen(
    make_window: MakeWindow, submitted: list[object], profile: str, shown_in: str
) -> None:
    other = {"en": "zh_CN", "zh_CN": "en"}[shown_in]
    window = make_window(profile=profile)
    for make in samples.SAMPLES.values():
        window.show_view(make(shown_in))
        window.show()
        key = window.body().header().findChild(QAbstractButton, "language")
        assert key is not None and key.isVisible()
        assert key.accessibleName() == LANGUAGES[other]
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert submitted == [ChooseLanguage(other)] * 2
        submitted.clear()


def test_ctrl_f_opens_the_typing_of_a_code(
    make_window: MakeWindow, submitted: list[object]
) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = window.findChild(QLineEdit, "code_field")
    assert field is not None and field.isVisible()
    QTest.keyClicks(field, "SO-1")
    QTest.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert submitted == [ChooseLanguage("zh_CN"), EnterCode("SO-1")]


def test_a_smaller_window_gets_smaller_letters(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.theme().scale < 0.72)
    assert window.body().bar().texts() == ("Scan the next item",)


def test_darkness_changes_the_colours_only(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.pack())
    light = window.theme().hex("bg")
    window.set_dark(True)
    assert window.theme().hex("bg") != light
    assert window.body().bar().texts() == ("Scan the next item",)


def test_each_view_is_told_when_painted(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    for _ in range(3):
        with qtbot.waitSignal(window.painted):
            window.show_view(samples.pack())


def test_a_kiosk_stays_open(make_window: MakeWindow) -> None:
    window = make_window(kiosk=True)
    window.show_view(samples.pack())
    window.open()
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    assert window.isFullScreen()


def test_a_code_can_be_typed_without_a_dialog(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    button = window.findChild(QAbstractButton, "type_code")
    field = window.findChild(QLineEdit, "code_field")
    assert button is not None
    assert field is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.isVisible()
    QTest.keyClicks(field, " 4006381333931 ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert submitted == [EnterCode("4006381333931")]
    assert not field.isVisible()
    assert not field.hasFocus()


def test_escape_leaves_the_typing(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    button = window.findChild(QAbstractButton, "type_code")
    field = window.findChild(QLineEdit, "code_field")
    assert button is not None
    assert field is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert submitted == []


def test_a_refusal_flashes_once_and_only_when_new(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    view = samples.pack_wrong()
    window.show_view(view, view.outcome)
    window.show()
    bar = window.body().bar()
    assert bar.is_flashing()
    qtbot.waitUntil(lambda: not bar.is_flashing())
    window.show_view(view)
    assert not bar.is_flashing()


def test_no_popup_is_ever_open(make_window: MakeWindow) -> None:
    window = make_window()
    for make in samples.SAMPLES.values():
        window.show_view(make("en"))
        window.show()
        assert QApplication.activePopupWidget() is None
        assert QApplication.activeModalWidget() is None


def test_a_long_order_keeps_the_current_line_in_sight(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.long_order(0))
    window.show()
    lines = window.findChild(RowList, "line_list")
    assert lines is not None
    for done in (1, 50, 99):
        window.show_view(samples.long_order(done))
        place = lines.visualRect(lines.model().index(done, 0))
        assert lines.viewport().rect().contains(place.center())


def test_accepted_scans_leave_the_instruction_alone(make_window: MakeWindow) -> None:
    window = make_window()
    good = outcome(Packing.UNIT_PACKED, sku="A", done=1, wanted=2)
    window.show_view(samples.pack(outcome=good), good)
    assert window.body().bar().texts() == ("Scan the next item",)
    assert not window.body().bar().is_flashing()
    assert isinstance(window.body(), QWidget)


def test_the_header_has_its_places_before_the_first_picture(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """A message is drawn once; nothing comes after it that would put the words right."""
    window = make_window()
    window.show_view(samples.sign_in())
    window.show()
    qtbot.waitExposed(window)
    view = samples.home()
    window.show_view(view)
    header = window.body().header()
    operator = header.findChild(QWidget, "operator")
    station = header.findChild(QWidget, "station")
    assert view.frame.operator and operator is not None and station is not None
    assert operator.width() >= operator.sizeHint().width()
    assert operator.x() >= station.x() + station.width()


@pytest.mark.parametrize("used", ["plain", "panel", "walked"])
def test_a_closed_window_is_gone_without_the_garbage_collector(used: str) -> None:
    """The collector may run while another window is painted: then the program would die."""
    gc.disable()
    try:
        window = StationWindow(lambda _message: None, clock=lambda: samples.NOW)
        window.show_view(samples.pack())
        window.show()
        if used == "panel":
            window.turn_panel()
        if used == "walked":
            QTest.keyClick(window, Qt.Key.Key_Tab)
        left = weakref.ref(window)
        window.close()
        del window
        assert left() is None
    finally:
        gc.enable()


# --- the header ---------------------------------------------------------------------------------


def header_key(window: StationWindow, name: str) -> QAbstractButton:
    key = window.body().header().findChild(QAbstractButton, name)
    assert key is not None
    return key


@pytest.mark.parametrize("name", list(samples.SAMPLES))
def test_home_and_back_are_on_every_screen_that_has_them(
    make_window: MakeWindow, submitted: list[object], name: str
) -> None:
    view = samples.SAMPLES[name]("en")
    window = make_window()
    window.show_view(view)
    window.show()
    leads_somewhere = not isinstance(view, SignInView | HomeView)
    for key in (header_key(window, "home"), header_key(window, "back")):
        assert key.isVisible() == leads_somewhere
        if leads_somewhere:
            QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert submitted == [Press(Command.HOME), Press(Command.CLEAR)] * leads_somewhere


def test_devices_are_named_in_the_header(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.home())
    window.show()
    said = [chip.text() for chip in window.body().header().chips()]
    assert said == ["Scanner: Ready", "Printer: Ready", "Scale: 2.350 kg"]


def test_the_clock_goes_on(qtbot: QtBot) -> None:
    times = [samples.NOW, samples.NOW + timedelta(minutes=1)]
    window = StationWindow(lambda _message: None, clock=lambda: times[0])
    qtbot.addWidget(window)
    window.show_view(samples.home_truck())
    truck = window.findChild(Chip, "truck_chip")
    assert truck is not None and " · 14 min · " in truck.text()
    before = text_of(window, "clock")
    assert before == samples.NOW.astimezone().strftime("%H:%M")
    times.pop(0)
    window.tick()
    assert text_of(window, "clock") != before
    assert " · 13 min · " in truck.text()


def test_the_progress_bar_has_all_the_room_beside_its_words(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.pack())
    window.show()
    QApplication.sendPostedEvents()
    row = window.body().progress()
    label = row.findChild(QWidget, "progress_label")
    assert label is not None
    assert label.width() < row.width() // 4
    assert label.geometry().right() >= row.width() - 2
