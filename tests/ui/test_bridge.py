"""From the station thread to the screens, and Qt's messages to the log."""

from __future__ import annotations

import logging
import threading

import pytest
from PySide6.QtCore import QMessageLogContext, QThread, QtMsgType
from pytestqt.qtbot import QtBot

from tests.conftest import StrayLogs
from tests.helpers import sample_views as samples
from ui.application import pass_on
from ui.bridge import Bridge


def test_views_arrive_in_order_on_the_main_thread(qtbot: QtBot) -> None:
    bridge = Bridge(lambda _message: None)
    main = QThread.currentThread()
    got: list[tuple[object, object, bool]] = []
    bridge.shown.connect(
        lambda view, answer: got.append((view, answer, QThread.currentThread() is main))
    )
    first, second = samples.pack(), samples.pick_tote()

    def work() -> None:
        for view in (first, first, second):
            bridge.post(view)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(got) == 3)
    # The same answer again is a refresh, not a second event.
    assert got == [
        (first, first.outcome, True),
        (first, None, True),
        (second, second.outcome, True),
    ]


def test_nothing_is_drawn_inside_post(qtbot: QtBot) -> None:
    bridge = Bridge(lambda _message: None)
    got: list[object] = []
    bridge.shown.connect(lambda view, _answer: got.append(view))
    bridge.post(samples.pack())
    assert got == []
    qtbot.waitUntil(lambda: len(got) == 1)


def test_messages_of_qt_are_logged(caplog: pytest.LogCaptureFixture, stray_logs: StrayLogs) -> None:
    stray_logs.expected.add("qt")
    context = QMessageLogContext()
    with caplog.at_level(logging.DEBUG, "qt"):
        pass_on(QtMsgType.QtWarningMsg, context, "something is odd")
        pass_on(QtMsgType.QtWarningMsg, context, "does not support propagateSizeHints()")
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "something is odd" in caplog.text
