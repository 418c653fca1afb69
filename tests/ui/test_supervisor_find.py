"""The page that finds orders: whole at every size, and it says how old and how sure it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.files import WriteTrouble
from app.overview.asking import Came, Told
from app.overview.order.view import Found, OrderSheet, Saved
from tests.helpers.asked_office import AskedOffice
from tests.helpers.sample_find import found, sheet, with_labels
from tests.helpers.sample_parts import NOW
from tests.ui.looking import cut_words, hidden_rows, overlapping, rows_of, said, shown, text_of
from ui.application import set_language
from ui.supervisor.find.order import Part
from ui.supervisor.find.page import FindPage
from ui.theme import Theme, apply, fit_scale, is_low
from ui.widgets.rows import RowList
from ui.widgets.touch_button import TouchButton

SIZES = ((1920, 1000), (1366, 708), (1024, 540), (2560, 1370))
Make = Callable[..., FindPage]


@pytest.fixture
def office() -> AskedOffice:
    return AskedOffice()


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, office: AskedOffice) -> Make:
    def one(
        size: tuple[int, int] = (1920, 1000), language: str = "en", *, dark: bool = False
    ) -> FindPage:
        page = FindPage(office)
        qtbot.addWidget(page)
        page.resize(*size)
        set_language(language)
        scale = fit_scale("bench", *size)
        theme = Theme(dark, scale, "bench", language, is_low("bench", size[1], scale))
        apply(qapp, theme)
        page.dress(theme)
        page.show()
        return page

    return one


def answer(page: FindPage, topic: str, value: object, came: Came = Came.ANSWERED) -> FindPage:
    page.hear(Told(topic, page.asked[topic], came, NOW, value))
    return page


def with_order(
    page: FindPage, one: OrderSheet | None = None, hits: Found | None = None
) -> FindPage:
    page.scanned("so-104")
    answer(page, "find", hits or found())
    page.open_order("shop:SO-10480")
    return settled(answer(page, "order", one or with_labels()))


def settled(page: FindPage) -> FindPage:
    for _ in range(4):  # a layout of a layout of a layout
        QApplication.sendPostedEvents()
    return page


def press(page: QWidget, name: str) -> None:
    (key,) = [one for one in page.findChildren(TouchButton, name) if one.isVisible()]
    key.click()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_part_is_whole(make: Make, language: str, size: tuple[int, int]) -> None:
    page = settled(make(size, language))
    assert (cut_words(page), overlapping(page)) == ([], [])
    with_order(page)
    page.panel().timeline().choose("e23")
    for part in Part:
        page.turn(part)
        settled(page)
        assert (cut_words(page), overlapping(page), hidden_rows(page)) == ([], [], []), part


def test_the_hint_fits_its_field(make: Make) -> None:
    for size in SIZES:
        field = make(size).findChild(QLineEdit, "find_field")
        assert field is not None
        room = field.width() - 40
        assert field.fontMetrics().horizontalAdvance(field.placeholderText()) < room


def test_typed_text_is_searched_for_with_enter(make: Make, office: AskedOffice) -> None:
    page = make()
    field = page.findChild(QLineEdit, "find_field")
    assert field is not None
    QTest.keyClicks(field, "so-104")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert office.asked == [("find", "so-104", False)]
    assert any(said(one) == "Looking ..." for one in shown(page))
    answer(page, "find", replace(found(200), total=734))
    assert text_of(page, "find_count") == "The newest 200 of 734 orders"
    answer(page, "find", replace(found(200), total=None))
    assert text_of(page, "find_count") == "The newest 200, and more than were counted"


def test_one_letter_asks_nobody(make: Make, office: AskedOffice) -> None:
    page = make()
    field = page.findChild(QLineEdit, "find_field")
    assert field is not None
    QTest.keyClicks(field, "x")
    press(page, "find_go")
    assert office.asked == []
    assert text_of(page, "find_count") == "Two letters or digits at least"


def test_nothing_found_and_what_is_called_nearly_so(make: Make) -> None:
    page = make()
    page.scanned("clocc")
    answer(page, "find", Found("clocc"))
    assert text_of(page, "find_count") == "Nothing with clocc"
    answer(page, "find", replace(found(1), text="clocc", near=True))
    assert text_of(page, "find_count") == "Nothing with clocc. Nearly so:"
    assert page.asked.keys() == {"find"}, "what is only nearly meant is not opened by itself"


def test_a_late_answer_to_an_older_question_is_dropped(make: Make, office: AskedOffice) -> None:
    page = make()
    page.scanned("first")
    old = Told("find", page.asked["find"], Came.ANSWERED, NOW, Found("first"))
    page.scanned("second")
    page.hear(old)
    assert page.text() == ""
    answer(page, "find", Found("second"))
    assert (page.text(), text_of(page, "find_count")) == ("second", "Nothing with second")
    assert len(office.asked) == 2


def test_the_only_hit_is_opened(make: Make, office: AskedOffice) -> None:
    page = make()
    page.scanned("so-10480")
    answer(page, "find", found(1))
    assert office.asked[-1] == ("order", "shop:SO-10480")
    assert text_of(settled(answer(page, "order", sheet())), "find_ref") == "SO-10480"
    answer(page, "order", None)
    assert any("does not know this order" in said(one) for one in shown(page))


def test_a_badge_is_given_to_the_desk_and_never_shown(make: Make, qtbot: QtBot) -> None:
    page = make()
    page.scanned("B-SECRET")
    assert not any("SECRET" in said(one) for one in shown(page))
    with qtbot.wait_signal(page.to_desk) as handed:
        answer(page, "find", Found("", badge=True))
    assert handed.args == ["B-SECRET"]
    assert page.text() == ""


def test_without_the_centre_it_says_how_old_it_is(make: Make) -> None:
    page = with_order(make())
    page.scanned("other")
    answer(page, "find", None, Came.AWAY)
    told = [said(one) for one in shown(page) if said(one).startswith("The centre is away: as of")]
    assert len(told) == 1
    assert text_of(page, "find_ref") == "SO-10480", "what was known stays"
    answer(page, "find", None, Came.BROKEN)
    assert any("the log says why" in said(one) for one in shown(page))


def test_a_torn_scan_finds_nothing(make: Make, office: AskedOffice) -> None:
    page = make()
    page.scanned("0009", torn=True)
    assert (office.asked, text_of(page, "find_count")) == ([], "The scan was cut: scan again")


def test_the_timeline_says_why(make: Make) -> None:
    page = with_order(make())
    rows = rows_of(page, "find_rows")
    assert any("Picked" in one and "MUG, 1 ×" in one for one in rows)
    assert any("640 g" in one for one in rows)
    assert any("Packed" in one and "More was packed than ordered" in one for one in rows)
    listed = page.findChild(RowList, "find_rows")
    assert listed is not None
    listed.choose([row.key for row in listed.rows()].index("e23"))
    details = rows_of(page, "find_detail_rows")
    assert "Why More was packed than ordered" in details
    assert "What became of it Kept as a conflict: it changed nothing" in details
    assert "Station P1 / serial:/dev/ttyACM0" in details
    assert "Box Box 1 (… 000018)" in details
    assert "Waits for a person More was packed than ordered" in details
    listed.choose([row.key for row in listed.rows()].index("card:1"))
    details = rows_of(page, "find_detail_rows")
    assert any("one lies in reserve" in one and "Olive Hart" in one for one in details)
    assert any("Anna Berg · P3" in one for one in details), "the facts that say so"
    assert any("The centre has none of them" in said(one) for one in shown(page))


def test_the_packing_goes_step_by_step(make: Make) -> None:
    page = with_order(make())
    page.turn(Part.REPLAY)
    settled(page)
    assert text_of(page, "find_step_number") == "Step 1 of 8 · box 1"
    back = page.findChild(TouchButton, "step_back")
    assert back is not None
    assert not back.isEnabled()
    press(page, "step_next")
    assert rows_of(page, "find_content_rows") == ["1 × MUG"]
    press(page, "step_next")
    assert rows_of(page, "find_content_rows") == ["1 × MUG", "1 × CLOCK-OF-A-LONG-NAME-17"]
    press(page, "step_back")
    assert rows_of(page, "find_content_rows") == ["1 × MUG"]
    page.panel().replay().go(99)
    assert page.panel().replay().at == 7
    answer(page, "order", replace(sheet(), steps=()))
    assert text_of(page, "find_step_number") == "Nothing of it was packed"


def test_boxes_and_lines(make: Make) -> None:
    page = with_order(make())
    assert rows_of(page, "find_line_rows")[0] == (
        "1 MUG Orange mug 300 ml 2 picked · 1 packed of 3 1 short"
    )
    boxes = rows_of(page, "find_box_rows")
    assert boxes[0] == "Box 1 · 095213210000000018 BOX-S Scanned back · P3 0.64 kg"
    assert boxes[2].split() == ["1", "×", "CLOCK-OF-A-LONG-NAME-17", "LOT-9", "·", "71"]
    assert "Paper out" in boxes[3]


def test_the_label_is_shown_where_this_machine_has_it(make: Make) -> None:
    page = with_order(make())
    page.turn(Part.LABEL)
    settled(page)
    assert any(said(one) == "label-095213210000000018-1.png" for one in shown(page))
    answer(page, "order", sheet())
    assert any("This machine keeps no label of it" in said(one) for one in shown(page))


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        (
            Saved("/data/documents/evidence-SO-1.pdf"),
            "Saved: /data/documents/evidence-SO-1.pdf",
        ),
        (Saved("/x.pdf", WriteTrouble.FULL), "The disk is full. Not saved: /x.pdf"),
        (
            Saved("/x.pdf", WriteTrouble.FORBIDDEN),
            "The folder cannot be written. Not saved: /x.pdf",
        ),
        (Saved("/x.pdf", WriteTrouble.OTHER), "The disk does not answer. Not saved: /x.pdf"),
    ],
)
def test_where_the_evidence_is(make: Make, office: AskedOffice, saved: Saved, words: str) -> None:
    page = with_order(make())
    press(page, "find_evidence")
    assert office.asked[-1] == ("evidence", "shop:SO-10480")
    assert text_of(page, "find_said") == "Saving ..."
    answer(page, "evidence", saved)
    assert text_of(page, "find_said") == words


def test_the_desk_gets_the_order(make: Make, qtbot: QtBot) -> None:
    page = with_order(make())
    with qtbot.wait_signal(page.managed) as handed:
        press(page, "find_desk")
    assert handed.args == ["shop:SO-10480"]


def test_another_language_keeps_what_is_shown(make: Make) -> None:
    page = with_order(make())
    page.turn(Part.LINES)
    set_language("zh_CN")
    page.dress(Theme(dark=True, language="zh_CN"))
    settled(page)
    field = page.findChildren(QLineEdit, "find_field")[-1]
    assert (field.text(), text_of(page, "find_ref")) == ("so-104", "SO-10480")
