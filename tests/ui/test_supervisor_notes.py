"""The page of messages: a bench, a line for it, and who has read what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.overview.asking import Came, Told
from app.overview.note_office import NOTE_SENT, NOTES, Bench, Notes, Sent, Writing
from tests.helpers.asked_office import AskedOffice
from tests.helpers.sample_views import NOW
from tests.ui.looking import cut_words, text_of
from ui.application import set_language
from ui.supervisor.notes.page import NotesPage
from ui.theme import Theme
from ui.widgets.rows import RowList
from ui.widgets.touch_button import TouchButton

Make = Callable[..., NotesPage]
LATER = NOW + timedelta(minutes=3)
KNOWN = Notes(
    (Bench("P1", "Anna Berg"), Bench("P2", "")),
    (
        Sent("m3", "P1", "Come to the dock", "Sue", NOW, None, None, "", withdrawn=False),
        Sent("m2", "P1", "Bring tape", "Sue", NOW, NOW, None, "", withdrawn=False),
        Sent("m1", "P2", "Clean the bench", "Sue", NOW, NOW, LATER, "Bo", withdrawn=False),
    ),
)


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(language: str = "en", *, dark: bool = False, width: int = 1366) -> NotesPage:
        set_language(language)
        office = AskedOffice()
        page = NotesPage(office)
        qtbot.addWidget(page)
        page.resize(width, 680)
        page.dress(Theme(dark=dark, language=language))
        page.show()
        page.opened()
        answer(page, NOTES, KNOWN)
        return page

    return made


def office(page: NotesPage) -> AskedOffice:
    found = page._office
    assert isinstance(found, AskedOffice)
    return found


def answer(page: NotesPage, topic: str, value: object, came: Came = Came.ANSWERED) -> None:
    page.hear(Told(topic, page.asked[topic], came, NOW, value))


def key(page: NotesPage, name: str) -> TouchButton:
    found = page.findChild(TouchButton, name)
    assert found is not None
    return found


def field(page: NotesPage) -> QLineEdit:
    found = page.findChild(QLineEdit, "note_field")
    assert found is not None
    return found


def rows(page: NotesPage, name: str) -> list[tuple[str, ...]]:
    found = page.findChild(RowList, name)
    assert found is not None
    return [row.cells for row in found.rows()]


def test_who_is_there_and_who_has_read_what(make: Make) -> None:
    page = make()
    assert rows(page, "note_benches") == [("P1", "Anna Berg"), ("P2", "")]
    states = [cells[-1] for cells in rows(page, "note_sent")]
    assert states[:2] == ["not shown yet", "shown, not read"]
    assert states[2].startswith("Bo read it at ")
    assert not key(page, "note_send").isEnabled()


def test_a_line_goes_to_the_touched_bench_by_the_person_of_the_desk(make: Make) -> None:
    page = make()
    page.person("90")
    page.to("P2")
    assert text_of(page, "note_to") == "To P2"
    QTest.keyClicks(field(page), "Come to me")
    assert key(page, "note_send").isEnabled()
    QTest.keyClick(field(page), Qt.Key.Key_Return)
    assert office(page).asked[-1] == ("write", "P2", "Come to me", "90")
    assert text_of(page, "note_said") == "Sending ..."
    answer(page, NOTE_SENT, Writing.DONE)
    assert (field(page).text(), text_of(page, "note_said")) == ("", "Done")
    assert office(page).asked[-1] == ("notes",)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (Writing.NOBODY, "Sign in at the desk first"),
        (Writing.NOT_ALLOWED, "That takes a supervisor"),
        (Writing.EMPTY, "Type one line of text"),
    ],
)
def test_what_is_refused_stays_typed(make: Make, made: Writing, words: str) -> None:
    page = make()
    page.to("P1")
    QTest.keyClicks(field(page), "Hello")
    page.send()
    answer(page, NOTE_SENT, made)
    assert (field(page).text(), text_of(page, "note_said")) == ("Hello", words)


def test_without_the_centre_the_line_stays_typed(make: Make) -> None:
    page = make()
    page.to("P1")
    QTest.keyClicks(field(page), "Hello")
    page.send()
    answer(page, NOTE_SENT, None, Came.AWAY)
    assert field(page).text() == "Hello"
    assert text_of(page, "note_said") != ""


def test_only_what_nobody_has_read_is_taken_back(make: Make) -> None:
    page = make()
    sent = page.findChild(RowList, "note_sent")
    assert sent is not None
    sent.chosen.emit("m1")
    assert not key(page, "note_back").isEnabled()
    sent.chosen.emit("m2")
    page.person("90")
    QTest.mouseClick(key(page, "note_back"), Qt.MouseButton.LeftButton)
    assert office(page).asked[-1] == ("withdraw", "m2", "90")


def test_it_looks_only_while_it_is_shown(make: Make) -> None:
    page = make()
    assert page._look.isActive()
    page.left()
    assert not page._look.isActive()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_no_word_is_cut(make: Make, language: str, width: int) -> None:
    page = make(language, width=width)
    page.to("P1")
    assert cut_words(page) == []
