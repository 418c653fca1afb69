"""The page of reports: whole at every size; tables of tomorrow appear by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.files import WriteTrouble
from app.overview.asking import Came, Told
from app.overview.order.view import Saved
from app.overview.report.view import Persons, ReportView, Span
from app.reports.figures import NAMES
from tests.helpers.asked_office import AskedOffice
from tests.helpers.sample_parts import NOW
from tests.helpers.sample_reports import REPORTS, day, people
from tests.ui.looking import cut_words, hidden_rows, overlapping, rows_of, said, shown, text_of
from ui.application import set_language
from ui.supervisor.reports.chart import BarChart
from ui.supervisor.reports.page import ReportsPage
from ui.theme import DARK, LIGHT, Theme, apply, contrast, fit_scale, is_low
from ui.widgets.rows import RowList
from ui.widgets.touch_button import TouchButton
from ui.words.reports import SAID

SIZES = ((1920, 1000), (1366, 708), (1024, 540), (2560, 1370))
Make = Callable[..., ReportsPage]


@pytest.fixture
def office() -> AskedOffice:
    return AskedOffice()


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, office: AskedOffice) -> Make:
    def one(
        size: tuple[int, int] = (1920, 1000), language: str = "en", *, dark: bool = False
    ) -> ReportsPage:
        page = ReportsPage(office)
        qtbot.addWidget(page)
        page.resize(*size)
        set_language(language)
        scale = fit_scale("bench", *size)
        theme = Theme(dark, scale, "bench", language, is_low("bench", size[1], scale))
        apply(qapp, theme)
        page.dress(theme)
        page.show()
        page.opened()
        return page

    return one


def answer(page: ReportsPage, view: ReportView | None, came: Came = Came.ANSWERED) -> ReportsPage:
    page.hear(Told("report", page.asked["report"], came, NOW, view))
    for _ in range(4):  # a layout of a layout of a layout
        QApplication.sendPostedEvents()
    return page


def press(page: ReportsPage, name: str) -> None:
    (key,) = [one for one in page.findChildren(TouchButton, name) if one.isVisible()]
    key.click()


def table(page: ReportsPage) -> list[str]:
    (rows,) = [one for one in page.findChildren(RowList, "reports_rows") if one.isVisible()]
    return [row.spoken() for row in rows.rows()]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", list(REPORTS))
def test_every_table_is_whole(make: Make, name: str, language: str, size: tuple[int, int]) -> None:
    page = answer(make(size, language), REPORTS[name]())
    for one in REPORTS[name]().tables:
        page.choose(one.title)
        for _ in range(4):
            QApplication.sendPostedEvents()
        assert (cut_words(page), overlapping(page)) == ([], []), one.title
        assert hidden_rows(page) == [], one.title


def test_it_is_asked_once_when_the_page_opens_and_for_each_time(
    make: Make, office: AskedOffice
) -> None:
    page = make()
    page.opened()
    press(page, "span_week")
    assert office.asked == [("report", Span.HOURS, False, ""), ("report", Span.WEEK, False, "")]
    assert any(said(one) == "Looking ..." for one in shown(page))


def test_figures_with_their_formulas(make: Make) -> None:
    page = answer(make(), day())
    assert table(page)[1] == "Orders picked 412 412 orders whose pick ended"
    (rows,) = [one for one in page.findChildren(RowList, "reports_rows") if one.isVisible()]
    rows.choose(4)
    assert text_of(page, "reports_about") == (
        "figure: On-time shipments · value: 97.48 · unit: % · n: 357 · formula: orders whose load"
        " was closed by their cut-off ÷ orders shipped that have one"
    )


def test_a_table_of_tomorrow_is_drawn(make: Make) -> None:
    page = answer(make(), REPORTS["tomorrow"]())
    chart = page.findChild(BarChart)
    assert chart is not None and chart.isVisible()
    assert said(chart) == "Demand by product, units a day ≤ 84"
    assert text_of(page, "reports_about").startswith("Units a day = units ÷ days.")


@pytest.mark.parametrize("dark", [False, True])
def test_bars_are_seen_and_use_their_room(make: Make, *, dark: bool) -> None:
    page = answer(make(dark=dark), day())
    page.choose("By hour")
    for _ in range(4):
        QApplication.sendPostedEvents()
    chart = page.findChild(BarChart)
    assert chart is not None
    inks = (DARK if dark else LIGHT)["action"]
    assert contrast(inks, (DARK if dark else LIGHT)["raised"]) >= 3
    picture = chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ink = QColor(inks).rgb()
    seen = [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) == ink for y in range(picture.height() // 2, picture.height()))
    ]
    assert seen[0] < picture.width() * 0.1
    assert seen[-1] > picture.width() * 0.85


def test_single_persons_only_for_who_may_see_them(make: Make, office: AskedOffice) -> None:
    page = answer(make(), day())
    page.person("7")
    press(page, "reports_persons")
    assert office.asked[-1] == ("report", Span.HOURS, True, "7")
    answer(page, people())
    assert any("By person" in one for one in rows_of(page, "reports_list"))
    late = Told("report", page.asked["report"], Came.ANSWERED, NOW, people())
    page.person("")
    assert rows_of(page, "reports_list") == [], "who signs out leaves nothing on the screen"
    page.hear(late)
    assert rows_of(page, "reports_list") == []


@pytest.mark.parametrize("why", [Persons.OFF, Persons.NOBODY, Persons.REFUSED])
def test_why_there_are_no_persons(make: Make, why: Persons) -> None:
    page = answer(make(), replace(day(), persons=why))
    assert text_of(page, "reports_said")


def test_files(make: Make, office: AskedOffice) -> None:
    page = answer(make(), day())
    press(page, "save_csv")
    assert office.asked[-1] == ("save", "csv")
    for saved, words in (
        (Saved("/x/report.csv"), "Saved: /x/report.csv"),
        (Saved("/x/r.csv", WriteTrouble.FULL), "The disk is full. Not saved: /x/r.csv"),
    ):
        page.hear(Told("report_file", page.asked["report_file"], Came.ANSWERED, NOW, saved))
        assert text_of(page, "reports_said") == words


def test_without_the_centre_the_last_one_stays(make: Make) -> None:
    page = answer(make(), day())
    press(page, "span_today")
    answer(page, None, Came.AWAY)
    assert any(said(one).startswith("The centre is away: as of") for one in shown(page))
    assert len(table(page)) == 6


def test_what_reports_say_today_has_translations() -> None:
    """A new table may come without; what is there has them."""
    known = set(SAID)
    assert set(NAMES.values()) <= known
    for name in ("day", "people"):
        for one in REPORTS[name]().tables:
            assert {one.title, *one.head} <= known
