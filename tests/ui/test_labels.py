"""The last labels, why one is wanted again, and what is said of a label in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.device_api import Trouble
from app.domain.bench.outcome import Checking, CheckPrompt
from app.domain.commands import Command
from app.domain.outcome import Outcome, outcome
from app.domain.pack.label import REPRINTS
from app.domain.pack.outcome import Packing
from app.domain.weighing.outcome import Weighing
from app.station.messages import EnterCode, Press
from app.station.views import Bar, View
from tests.helpers import sample_views as samples
from tests.ui.conftest import MakeWindow
from tests.ui.looking import rows_of, text_of
from ui import messages
from ui.application import set_language
from ui.shell import StationWindow
from ui.widgets.reasons import ReasonKeys
from ui.widgets.rows import RowList, Tone
from ui.widgets.strip import Strip


def shown(make_window: MakeWindow, view: View, **options: object) -> StationWindow:
    window = make_window(**options)
    window.show_view(view)
    window.show()
    return window


def click(window: StationWindow, name: str) -> None:
    keys = [key for key in window.findChildren(QAbstractButton, name) if key.isVisible()]
    assert len(keys) == 1, name
    QTest.mouseClick(keys[0], Qt.MouseButton.LeftButton)


def labels(window: StationWindow) -> RowList:
    rows = window.findChild(RowList, "labels")
    assert rows is not None
    return rows


def test_the_labels_are_numbered_and_say_how_they_stand(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.labels())
    rows = rows_of(window, "labels")
    assert len(rows) == 20
    assert rows[0] == "1 SO-10483 Blue Heron GmbH · DHL Express Scanned back sent 2 ×"
    assert "In doubt" in rows[1]
    reasons = window.findChild(ReasonKeys)
    assert reasons is not None
    assert not reasons.isVisible()


def test_no_label_yet_is_said(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.labels_none())
    assert text_of(window, "labels_title") == "No label was sent from here yet"


def test_touching_a_row_chooses_its_label(make_window: MakeWindow, submitted: list[object]) -> None:
    window = shown(make_window, samples.labels())
    rows = labels(window)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert submitted == [EnterCode(samples.labels().rows[1].sscc)]


def test_the_bins_of_a_zone_say_what_is_missing(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.zone_labels())
    rows = rows_of(window, "zone_bins")
    assert text_of(window, "zone_title") == "Labels of zone A: 8 of 39 scanned"
    assert (rows[0], rows[11], rows[-1]) == (
        "A-09-0 sent, not scanned",
        "A-20-2 not scanned",
        "A-08-2 scanned",
    )


def test_touching_a_bin_proves_nothing(make_window: MakeWindow, submitted: list[object]) -> None:
    window = shown(make_window, samples.zone_labels())
    rows = window.findChild(RowList, "zone_bins")
    assert rows is not None
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert submitted == []
    click(window, "action_print")
    assert submitted == [Press(Command.PRINT)]


def test_typed_digits_mark_their_row(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.labels_typed())
    assert text_of(window, "labels_title") == "Number 12: press OK"
    marked = [row.cells[0] for row in labels(window).rows() if row.tone is Tone.CURRENT]
    assert marked == ["12"]
    place = labels(window).visualRect(labels(window).model().index(11, 0))
    assert labels(window).viewport().rect().contains(place.center())
    # A number of an order of a hundred: it is not there, and nothing breaks.
    window.show_view(replace(samples.labels_typed(), typed="99"))
    assert Tone.CURRENT not in {row.tone for row in labels(window).rows()}


@pytest.mark.parametrize("profile", ["bench", "handheld"])
@pytest.mark.parametrize("make", [samples.labels_asking, samples.pack_reprint])
def test_the_three_reasons_are_three_keys(
    make_window: MakeWindow, submitted: list[object], make: object, profile: str
) -> None:
    assert callable(make)
    window = shown(make_window, make("en"), profile=profile)
    for reason in REPRINTS:
        click(window, f"reason_{reason.value}")
    assert submitted == [Press(Command.N1), Press(Command.N2), Press(Command.N3)]


def test_the_chosen_label_is_marked(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.labels_asking())
    marked = [row.cells[0] for row in labels(window).rows() if row.tone is Tone.CURRENT]
    assert marked == ["3"]


def test_packing_goes_on_after_the_reason(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pack_reprint())
    window.show_view(samples.pack_label())
    reasons = window.findChild(ReasonKeys)
    assert reasons is not None
    assert not reasons.isVisible()
    assert text_of(window, "count") == "21 / 21"


# --- words ------------------------------------------------------------------------------------


def test_a_label_in_doubt_may_still_come_out(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pack_doubtful())
    assert window.body().bar().texts() == (
        "Lid open: label may still come",
        "Close the lid. The label may come out by itself.",
        "Scan the label, else PRINT",
    )
    strip = window.findChild(Strip, "last_strip")
    assert strip is not None
    assert (strip.text(), strip.tone()) == ("Label may still come out: scan it", "warn")


def test_a_label_that_failed_says_why_and_what_to_do(make_window: MakeWindow) -> None:
    window = shown(make_window, samples.pack_label_trouble())
    assert window.body().bar().texts() == (
        "Label not printed: Paper out",
        "Load paper and close the lid. The label may come out by itself.",
        "Fix the printer, scan PRINT",
    )
    strip = window.findChild(Strip, "last_strip")
    assert strip is not None
    assert strip.text() == "Label not printed: Paper out"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("no_printer", "No printer"),
        ("interrupted", "Program was interrupted"),
        ("not_out", "It did not come out"),
        ("head_open", "Lid open"),
        ("carrier said no", "carrier said no"),
    ],
)
def test_every_reason_has_words(reason: str, said: str) -> None:
    failed = outcome(Packing.LABEL_FAILED, sscc="1", reason=reason)
    assert messages.outcome_words(failed)[0] == f"Label not printed: {said}"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_has_a_short_name_and_a_remedy(language: str, trouble: Trouble) -> None:
    set_language(language)
    name, remedy = messages.trouble_words(trouble)
    assert 1 <= len(name.split()) <= 3
    assert remedy
    assert remedy[-1] in ".。"


def test_sent_is_not_printed() -> None:
    again = Outcome(Packing.REPRINTING, {"sscc": "1", "count": 2})
    for language, forbidden in (("en", "printed"), ("zh_CN", "已打印")):
        set_language(language)
        assert forbidden not in messages.outcome_words(again)[0]
        assert forbidden not in messages.fact_words("label_reprinted")
        assert forbidden not in messages.outcome_words(Outcome(Packing.LABEL_SENT))[0]
    set_language("en")
    assert messages.outcome_words(again)[0] == "Label sent again (2)"


def weight_off(**more: str | int) -> str:
    values: dict[str, str | int] = {"grams": 1, "expected": 2, "tolerance": 3}
    return messages.outcome_words(Outcome(Weighing.WEIGHT_OFF, {**values, **more}))[1]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (-1, "Looks like one Mug is missing."),
        (1, "Looks like one Mug too many."),
        (-2, "Looks like two Mug are missing."),
        (2, "Looks like two Mug too many."),
    ],
)
def test_a_wrong_weight_names_its_suspect(count: int, said: str) -> None:
    assert weight_off(suspect="A", suspect_name="Mug", count=count, instead="") == said


def test_a_swap_is_asked_and_nothing_clear_shows_the_numbers() -> None:
    swapped = weight_off(suspect="A", suspect_name="Mug", count=-1, instead="B", instead_name="Cup")
    assert swapped == "Cup instead of Mug?"
    assert weight_off(suspect="", suspect_name="", count=0) == "Expected 2 g ± 3 g"
    assert weight_off() == "Expected 2 g ± 3 g"
    assert weight_off(suspect="A", suspect_name="Mug", count=3) == "Looks like 3 Mug too many."


def test_control_characters_are_seen() -> None:
    read = Outcome(Checking.TEST_SCANNED, {"code": "10LOT\x1d21\x07"})
    assert messages.outcome_words(read)[0] == "Read: 10LOT<GS>21<07>"


def test_the_sheet_ends_with_another_prompt() -> None:
    left = Bar(CheckPrompt.SCAN_TEST_SHEET, {"left": 2})
    assert messages.prompt_words(left) == "Scan the test sheet: 2 left"
    done = Bar(CheckPrompt.SCAN_TEST_SHEET, {"left": 0})
    assert messages.prompt_words(done) == "Sheet done. Scan any code"
