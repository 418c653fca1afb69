"""The simulated scanner and printer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.cli.demo_window import offer_at
from tests.helpers.sample_views import SAMPLES
from tests.ui.conftest import MakeWindow
from tests.ui.looking import cut_words, text_of
from ui.application import set_language
from ui.demo_mark import HEIGHT, DemoMark
from ui.demo_panel import DemoPanel, Key, Offer
from ui.theme import Theme
from ui.widgets.touch_button import TouchButton

OK = Key("OK", "PBCXOK")
OFFER = Offer(
    OK,
    (
        ("Badges", (Key("Li Wei", "BDG-1001"), Key("Anna", "BDG-1002"))),
        ("Commands", (OK, Key("GS1 test", "01\x1d21"))),
    ),
    "OK closes the box.",
    "Its label is printed at once.",
)
SIZES = [(448, 732), (637, 1044), (1250, 740)]  # beside a bench, small and large; beside a handheld


@pytest.fixture
def scanned() -> list[str]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, scanned: list[str]) -> DemoPanel:
    made = DemoPanel(scanned.append)
    qtbot.addWidget(made)
    made.offer(OFFER)
    made.show()
    return made


def key_of(panel: DemoPanel, name: str) -> TouchButton:
    found = [key for key in panel.findChildren(TouchButton, name) if key.isVisibleTo(panel)]
    assert len(found) == 1, (name, len(found))
    return found[0]


def click(panel: DemoPanel, name: str) -> None:
    QTest.mouseClick(key_of(panel, name), Qt.MouseButton.LeftButton)


def test_a_clicked_code_is_scanned(panel: DemoPanel, scanned: list[str]) -> None:
    click(panel, "code_BDG-1002")
    click(panel, "code_PBCXOK")
    click(panel, "code_01\x1d21")
    assert scanned == ["BDG-1002", "PBCXOK", "01\x1d21"]


def test_the_code_that_is_asked_for_is_marked(panel: DemoPanel, scanned: list[str]) -> None:
    assert key_of(panel, "now").text() == "OK · PBCXOK"
    assert key_of(panel, "code_PBCXOK").is_primary()
    assert not key_of(panel, "code_BDG-1002").is_primary()
    click(panel, "now")
    assert scanned == ["PBCXOK"]
    panel.offer(Offer())
    click(panel, "now")
    assert scanned == ["PBCXOK"]
    assert not key_of(panel, "now").isEnabled()


def test_other_codes_replace_the_old_ones(
    panel: DemoPanel, qtbot: QtBot, scanned: list[str]
) -> None:
    panel.offer(Offer(groups=(("At hand", (Key("Orange mug", "4006381333931"),)),)))
    new = panel.findChild(QAbstractButton, "code_4006381333931")
    assert new is not None
    qtbot.waitUntil(new.isVisible)
    click(panel, "code_4006381333931")
    assert scanned == ["4006381333931"]
    old = panel.findChild(QAbstractButton, "code_BDG-1001")
    assert old is None or not old.isVisible()


def test_a_typed_code_is_scanned(panel: DemoPanel, scanned: list[str]) -> None:
    field = panel.findChild(QLineEdit, "demo_field")
    assert field is not None
    QTest.keyClicks(field, " T-22 ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    click(panel, "demo_scan")
    assert scanned == ["T-22"]
    assert field.text() == ""


def test_a_label_is_shown_and_stays_when_the_panel_grows(panel: DemoPanel, qtbot: QtBot) -> None:
    image = QImage(80, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide types the format as bytes
    panel.show_label(bytes(data.data()), "label-1")
    assert panel.label_shown() == ("label-1", QSize(80, 120))
    panel.resize(1300, 1400)
    qtbot.waitUntil(lambda: key_of(panel, "now").height() > 92)
    assert text_of(panel, "label_name") == "label-1"
    panel.show_label(b"no picture", "label-2")
    assert panel.label_shown() == ("label-2", QSize(0, 0))


def test_its_keys_grow_with_it(panel: DemoPanel, qtbot: QtBot) -> None:
    panel.resize(448, 732)
    qtbot.waitUntil(lambda: key_of(panel, "code_BDG-1001").height() < 60)
    small = key_of(panel, "code_BDG-1001").height()
    panel.resize(1300, 2100)
    qtbot.waitUntil(lambda: key_of(panel, "code_BDG-1001").height() >= 2 * small)


def test_the_guide_says_what_and_why_and_can_be_switched_off(
    panel: DemoPanel, qtbot: QtBot
) -> None:
    guide = panel.findChild(QWidget, "guide")
    assert guide is not None and guide.isVisible()
    assert text_of(panel, "guide_what") == OFFER.what
    assert text_of(panel, "guide_why") == OFFER.why
    click(panel, "guide_switch")
    qtbot.waitUntil(lambda: not _guided(panel))
    click(panel, "guide_switch")
    qtbot.waitUntil(lambda: _guided(panel))


def _guided(panel: DemoPanel) -> bool:
    return any(part.isVisibleTo(panel) for part in panel.findChildren(QWidget, "guide"))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_its_words_are_whole_at_every_screen(
    qtbot: QtBot, language: str, size: tuple[int, int]
) -> None:
    """Also: whatever a bench shows, the panel has an offer for it."""
    set_language(language)
    panel = DemoPanel(lambda _code: None)
    qtbot.addWidget(panel)
    panel.resize(*size)
    panel._dress()
    panel.show()
    for name, make in SAMPLES.items():
        panel.offer(offer_at(make(language)))
        assert cut_words(panel) == [], name
        assert "?" not in text_of(panel, "guide_what"), name


def test_it_speaks_the_language_of_who_signs_in(panel: DemoPanel, qtbot: QtBot) -> None:
    set_language("zh_CN")
    qtbot.waitUntil(lambda: key_of(panel, "guide_switch").text() == "隐藏引导")


def test_a_demo_is_marked_above_its_window(make_window: MakeWindow) -> None:
    window = make_window()
    mark = DemoMark(window, Theme())
    window.resize(1366, 768)
    window.show_view(SAMPLES["home"]("en"))
    window.show()
    assert "DEMO" in window.windowTitle()
    assert (mark.width(), mark.height(), mark.isVisible()) == (1366, HEIGHT, True)
    assert window.body().geometry().top() == HEIGHT
    assert window.body().geometry().bottom() == window.height() - 1
