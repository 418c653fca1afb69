"""The supervisor's board: whole at every size, in both languages, light and dark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.plan.flow import FlowStep
from tests.helpers.sample_board import BOARDS, busy, many
from tests.ui.looking import cut_words, overlapping, said, shown
from ui.supervisor.window import SupervisorWindow
from ui.theme import LIGHT
from ui.widgets.fit_label import FitLabel
from ui.widgets.rows import RowList

Make = Callable[..., SupervisorWindow]
SIZES = ((1920, 1080), (1366, 768), (1024, 600), (2560, 1440))


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def one(*, size: tuple[int, int] = (1920, 1080), **options: object) -> SupervisorWindow:
        window = SupervisorWindow(**options)  # type: ignore[arg-type]  # as its own
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        return window

    return one


def drawn(window: SupervisorWindow, name: str) -> SupervisorWindow:
    window.show_view(BOARDS[name]())
    for _ in range(3):  # a layout of a layout of a layout
        QApplication.sendPostedEvents()
    return window


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", list(BOARDS))
def test_every_board_is_whole(make: Make, name: str, language: str, size: tuple[int, int]) -> None:
    window = drawn(make(size=size, language=language), name)
    assert cut_words(window) == []
    assert [one for one in overlapping(window) if "veil" not in one] == []


def texts(window: QWidget) -> str:
    labels = [one.text() for one in window.findChildren(FitLabel) if one.isVisible()]
    rows = [row.spoken() for one in window.findChildren(RowList) for row in one.rows()]
    return "\n".join([*labels, *rows])


def test_it_says_what_is_missed_and_what_would_help(make: Make) -> None:
    window = drawn(make(), "busy")
    window.show_view(replace(busy(), alarms=()))  # there is room for all trucks then
    QApplication.sendPostedEvents()
    said_ = texts(window)
    for words in ("14 miss it", "one more packer saves 9", "should have left", "On hold: 2"):
        assert words in said_
    for words in ("HELP 1 min", "away 9 min", "idle 14 min", "Waits for a person: 5"):
        assert words in said_


def colours_of(window: QWidget) -> set[tuple[int, ...]]:
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = bytes(picture.constBits())
    return {tuple(raw[at : at + 3]) for at in range(0, len(raw), 4)}


def test_grey_unless_abnormal(make: Make) -> None:
    ways = (QColor(LIGHT[name]) for name in ("bad", "warn", "ok"))
    warnings = {(one.blue(), one.green(), one.red()) for one in ways}
    assert not colours_of(drawn(make(), "quiet")) & warnings
    assert colours_of(drawn(make(), "busy")) & warnings


def test_more_than_there_is_room_for_is_counted(make: Make) -> None:
    window = drawn(make(), "many")
    said_ = texts(window)
    assert "Stations · 194 more" in said_
    (trucks,) = [line for line in said_.splitlines() if line.startswith("Trucks · ")]
    rows = sum(1 for one in shown(window) if said(one).startswith("14:46 "))
    assert trucks == f"Trucks · {len(many().bars) - rows} more"


class Paints(QObject):
    """Counts how often each widget paints itself."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self.counts: Counter[int] = Counter()
        self._numbers = {id(one): number for number, one in enumerate(widgets)}
        for one in widgets:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.counts[self._numbers[id(watched)]] += 1
        return False


def test_only_what_changed_is_painted_again(make: Make, qtbot: QtBot) -> None:
    window = drawn(make(), "busy")
    numbers = [one for one in window.findChildren(FitLabel) if one.objectName() == "flow_number"]
    paints = Paints(numbers)
    window.update()
    qtbot.wait_until(lambda: len(paints.counts) == len(numbers))
    paints.counts.clear()
    flow = {**(busy().flow or {}), FlowStep.PICKING: 23}
    window.show_view(replace(busy(), flow=flow))
    qtbot.wait_until(lambda: paints.counts.total() > 0)
    assert set(paints.counts) == {list(FlowStep).index(FlowStep.PICKING)}


def test_without_the_centre_it_greys_out_and_says_how_old_it_is(make: Make) -> None:
    window = drawn(make(), "away")
    veil = window.findChild(QWidget, "veil")
    assert veil is not None and veil.isVisible()
    assert any("as of" in said(one) for one in shown(window))
    drawn(window, "busy")
    veil = window.findChild(QWidget, "veil")
    assert veil is not None and not veil.isVisible()


def test_keys_change_language_and_light(make: Make) -> None:
    window = drawn(make(), "busy")
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert "现场总览" in texts(window)
    before = window.palette().window().color()
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.palette().window().color() != before


def test_a_board_from_another_thread_is_shown(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.post(busy())
    qtbot.wait_until(lambda: "14 miss it" in texts(window))


def tiles(window: QWidget) -> list[QWidget]:
    found: list[QWidget] = window.findChildren(QWidget, "alarm_tile")
    return [one for one in found if one.isVisible()]


def touched(window: SupervisorWindow, number: int) -> list[str]:
    heard: list[str] = []
    window.acknowledged.connect(heard.append)
    QTest.mouseClick(tiles(window)[number], Qt.MouseButton.LeftButton)
    window.acknowledged.disconnect(heard.append)
    return heard


def test_what_nobody_acknowledged_stands_first_and_out(make: Make) -> None:
    window = drawn(make(), "busy")
    told = [one.accessibleName() for one in tiles(window)]
    assert told == [
        "A-05-2 goods missed: 4× in 8 h unseen",
        "P5 Printer: Paper out touch: seen",
        "DHL 14:46 14 will miss it touch: seen",
        "SO-10377 stands still Marta Lind",
    ]
    frames = [one.property("card") for one in tiles(window)]
    assert frames == ["stop", "warn", "warn", "yes"], "also without colours they differ"
    assert "Alarms: 4, new: 3" in texts(window)
    assert tiles(drawn(window, "quiet")) == []


def test_a_touch_acknowledges_once_and_a_wall_only_shows(make: Make) -> None:
    window = drawn(make(), "busy")
    assert [touched(window, number) for number in range(4)] == [["a3"], ["a2"], ["a1"], []]
    wall = drawn(make(wall=True), "busy")
    assert [touched(wall, number) for number in range(4)] == [[], [], [], []]
    assert "touch" not in tiles(wall)[1].accessibleName()


def test_each_alarm_rings_once_and_again_when_it_escalates(make: Make) -> None:
    window = make()
    rung: list[bool] = []
    window.alarmed.connect(rung.append)
    one, two, three, known = busy().alarms
    calm = replace(busy(), alarms=(one, known))
    for view in (busy(), busy(), calm, calm):
        window.show_view(view)
    assert rung == [True], "one of the first has escalated"
    window.show_view(replace(busy(), alarms=(one, two, known)))
    assert rung == [True, False]
    window.show_view(replace(busy(), alarms=(one, replace(two, escalated=True))))
    assert rung == [True, False, True]
    window.set_dark(dark=True)
    assert len(rung) == 3, "a board that is drawn anew tells nothing new"
    assert three.escalated
