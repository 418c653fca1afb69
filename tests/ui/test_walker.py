"""The keyboard alone reaches everything that can be touched, and a scanner presses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.device_api import Scan
from app.domain.commands import Command
from app.domain.facts import Kind
from app.station.messages import Look, Press
from tests.helpers import sample_views as samples
from tests.ui.conftest import MakeWindow
from ui.pace import Pace
from ui.shell import StationWindow
from ui.walker import Target
from ui.widgets.rows import RowList

Key = Qt.Key


def opened(make_window: MakeWindow, name: str, **options: object) -> StationWindow:
    window = make_window(**options)
    window.show_view(samples.SAMPLES[name]("en"))
    window.show()
    return window


def touchable(inside: QWidget) -> set[tuple[str, int]]:
    """Names of keys with -1, and of lists with each row that can be touched."""
    keys = {
        (key.objectName(), -1)
        for key in inside.findChildren(QAbstractButton)
        if key.isVisible() and key.isEnabled()
    }
    lists = [rows for rows in inside.findChildren(RowList) if rows.isVisible()]
    return keys | {
        (rows.objectName(), at) for rows in lists for at, row in enumerate(rows.rows()) if row.key
    }


def walked(window: StationWindow, steps: int, key: Qt.Key = Key.Key_Tab) -> list[Target]:
    found = []
    for _ in range(steps):
        QTest.keyClick(window, key)
        target = window.walker().at()
        assert target is not None
        assert window.walker().isVisible()
        assert window.rect().contains(target.place(window).center())
        found.append(target)
    return found


def named(targets: list[Target]) -> list[tuple[str, int]]:
    return [(target.widget.objectName(), target.row) for target in targets]


@pytest.mark.parametrize("name", list(samples.SAMPLES))
def test_tab_goes_through_the_whole_screen(make_window: MakeWindow, name: str) -> None:
    window = opened(make_window, name)
    wanted = touchable(window.body())
    forth = named(walked(window, len(wanted)))
    assert set(forth) == wanted
    assert named(walked(window, 1)) == forth[:1], "it begins anew"
    back = named(walked(window, len(wanted), Key.Key_Backtab))
    assert back == forth[::-1]


def test_tab_stays_in_the_windows_own_page(make_window: MakeWindow) -> None:
    window = opened(make_window, "pack")
    window.turn_panel()
    panel = window.panel()
    assert panel is not None
    wanted = touchable(panel)
    assert set(named(walked(window, len(wanted)))) == wanted


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_a_person_presses_what_the_frame_lies_on(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object], key: Qt.Key
) -> None:
    window = opened(make_window, "pack")
    while named(walked(window, 1)) != [("action_undo", -1)]:
        pass
    QTest.keyClick(window, key)
    qtbot.waitUntil(lambda: submitted == [Press(Command.UNDO)], timeout=3000)


def test_a_row_is_pressed(make_window: MakeWindow, qtbot: QtBot, submitted: list[object]) -> None:
    window = opened(make_window, "home")
    while named(walked(window, 1)) != [("queue", 11)]:
        pass
    QTest.keyClick(window, Key.Key_Space)
    qtbot.waitUntil(lambda: submitted == [Look(Kind.ORDER.value, "shop:SO-10493")], timeout=3000)


def test_without_a_frame_space_is_nothing(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = opened(make_window, "pack")
    pace = window.findChild(Pace)
    assert pace is not None
    with qtbot.waitSignal(pace.typed):
        QTest.keyClick(window, Key.Key_Space)
    assert submitted == []


def test_a_scanner_that_types_presses_nothing(
    make_window: MakeWindow, qtbot: QtBot, submitted: list[object]
) -> None:
    window = opened(make_window, "pack")
    while named(walked(window, 1)) != [("action_undo", -1)]:
        pass
    QTest.keyClicks(window, "A 7 1")
    QTest.keyClick(window, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(submitted), timeout=3000)
    (heard,) = submitted
    assert isinstance(heard, Scan)


def test_the_frame_goes_with_what_it_lay_on(make_window: MakeWindow) -> None:
    window = opened(make_window, "pack")
    while named(walked(window, 1)) != [("action_short", -1)]:
        pass
    window.show_view(samples.home())
    assert window.walker().at() is None
    assert not window.walker().isVisible()


def test_the_frame_leaves_after_a_while(make_window: MakeWindow) -> None:
    window = opened(make_window, "pack")
    walked(window, 1)
    assert window.walker().leaves_in() > 0
    window.walker().leave()
    assert window.walker().leaves_in() == -1


def test_tab_leaves_the_line_to_type_in(make_window: MakeWindow, submitted: list[object]) -> None:
    window = opened(make_window, "pack")
    window.activateWindow()
    window.body().type_code()
    field = window.focusWidget()
    assert field is not None
    QTest.keyClick(field, Key.Key_Tab)
    assert window.focusWidget() is None
    assert window.walker().at() is not None
