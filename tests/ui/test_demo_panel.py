"""The simulated scanner and printer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.looking import cut_words
from ui.application import set_language
from ui.demo_panel import DemoPanel

GROUPS = [
    ("Badges", [("Li Wei", "BDG-1001"), ("Anna", "BDG-1002")]),
    ("Commands", [("OK", "PBCXOK")]),
]


@pytest.fixture
def scanned() -> list[str]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, scanned: list[str]) -> DemoPanel:
    made = DemoPanel(scanned.append)
    qtbot.addWidget(made)
    made.offer(GROUPS)
    made.show()
    return made


def click(qtbot: QtBot, panel: DemoPanel, name: str) -> None:
    key = panel.findChild(QAbstractButton, name)
    assert key is not None, name
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)


def test_a_clicked_code_is_scanned(panel: DemoPanel, qtbot: QtBot, scanned: list[str]) -> None:
    click(qtbot, panel, "code_BDG-1002")
    click(qtbot, panel, "code_PBCXOK")
    assert scanned == ["BDG-1002", "PBCXOK"]


def test_other_codes_replace_the_old_ones(
    panel: DemoPanel, qtbot: QtBot, scanned: list[str]
) -> None:
    panel.offer([("Expected now", [("Orange mug", "4006381333931")])])
    click(qtbot, panel, "code_4006381333931")
    assert scanned == ["4006381333931"]
    old = panel.findChild(QAbstractButton, "code_PBCXOK")
    assert old is None or not old.isVisible()


def test_a_typed_code_is_scanned(panel: DemoPanel, qtbot: QtBot, scanned: list[str]) -> None:
    field = panel.findChild(QLineEdit, "demo_field")
    assert field is not None
    QTest.keyClicks(field, " T-22 ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    click(qtbot, panel, "demo_scan")
    assert scanned == ["T-22"]
    assert field.text() == ""


def test_a_label_is_shown(panel: DemoPanel) -> None:
    image = QImage(80, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]
    panel.show_label(bytes(data.data()), "label-1")
    assert panel.label_shown() == ("label-1", QSize(80, 120))
    panel.show_label(b"no picture", "label-2")
    assert panel.label_shown() == ("label-2", QSize(0, 0))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_its_words_are_whole(qtbot: QtBot, language: str) -> None:
    set_language(language)
    panel = DemoPanel(lambda _code: None)
    qtbot.addWidget(panel)
    panel.offer(GROUPS)
    panel.show()
    assert cut_words(panel) == []
