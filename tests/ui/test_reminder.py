"""A STOP is sounded again until it is answered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.domain.outcome import Outcome
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing
from tests.helpers import sample_views as samples
from tests.ui.conftest import MakeWindow
from ui.reminder import EVERY_MS, StopReminder

STOP = Outcome(Packing.WRONG_LABEL)


def test_it_tells_again_and_again(qtbot: QtBot) -> None:
    reminder = StopReminder(every_ms=5)
    told: list[object] = []
    reminder.due.connect(told.append)
    reminder.follow(STOP)
    reminder.follow(STOP)  # a refresh of the same screen
    qtbot.waitUntil(lambda: len(told) >= 3)
    assert all(one is STOP for one in told)


def test_another_stop_takes_its_place(qtbot: QtBot) -> None:
    reminder = StopReminder(every_ms=5)
    told: list[object] = []
    reminder.follow(STOP)
    other = Outcome(Working.ORDER_CANCELLED)
    reminder.follow(other)
    reminder.due.connect(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] is other


def test_any_other_view_ends_it(make_window: MakeWindow) -> None:
    window = make_window()
    for after in (samples.pack(), samples.pack_wrong(), samples.pack(outcome=None)):
        window.show_view(samples.pack_wrong_label())
        assert window.reminder.is_waiting()
        window.show_view(after)
        assert not window.reminder.is_waiting()


def test_a_refresh_does_not_put_it_off(qtbot: QtBot) -> None:
    reminder = StopReminder(every_ms=EVERY_MS)
    reminder.follow(STOP)
    begun = reminder.findChild(QTimer)
    assert begun is not None
    before = begun.timerId()
    reminder.follow(STOP)
    assert begun.timerId() == before
    reminder.follow(replace(STOP))
    assert begun.timerId() != before
