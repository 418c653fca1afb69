"""The screen on which goods are moved: what it lists, and that a choice can be touched."""

from __future__ import annotations

import pytest

from app.domain.commands import DIGITS
from app.station.messages import Press
from tests.helpers import sample_move as samples
from tests.ui.conftest import MakeWindow
from tests.ui.looking import rows_of, text_of
from ui.widgets.rows import RowList


def test_it_lists_what_lies_in_the_bin_with_all_that_tells_it_apart(
    make_window: MakeWindow,
) -> None:
    window = make_window()
    window.show_view(samples.move_from())
    assert text_of(window, "bin") == "A-04-3"
    assert text_of(window, "list_title") == "In this bin"
    listed = rows_of(window, "goods")
    assert "3 cases + 5" in listed[0]
    assert "2027-03-31" in listed[0]
    assert "on hold" in listed[2]
    assert "of ACME" in listed[3]
    assert "PAL-0007" in listed[3]


def test_then_what_is_in_hand_and_how_many(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.move())
    assert text_of(window, "list_title") == "In hand"
    assert len(rows_of(window, "goods")) == 2
    assert text_of(window, "count") == "48"
    window.show_view(samples.move(typed="12"))
    assert text_of(window, "count") == "12 ×"


@pytest.mark.parametrize("name", ["move_which", "move_status", "move_why"])
def test_a_choice_is_touched_like_its_number(
    make_window: MakeWindow, submitted: list[object], name: str
) -> None:
    window = make_window()
    window.show_view(samples.MOVING[name]("en"))
    found = window.findChild(RowList, "goods")
    assert found is not None
    found.choose(1)
    assert submitted == [Press(DIGITS[2])]
    assert rows_of(window, "goods")[1].startswith("2 · ")


def test_the_bin_where_goods_go_is_the_big_one(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.move_job_goods())
    assert (text_of(window, "bin"), text_of(window, "zone")) == ("R-01-1", "Zone A")
    window.show_view(samples.move_job_bring())
    assert (text_of(window, "bin"), text_of(window, "zone")) == ("A-04-3", "bring to")


def test_between_two_bins_it_lists_the_tasks_and_else_what_was_moved(
    make_window: MakeWindow,
) -> None:
    window = make_window()
    window.show_view(samples.move_tasks())
    assert text_of(window, "list_title") == "Tasks that wait"
    assert rows_of(window, "goods")[0].startswith("R-01-1 → A-04-3")
    window.show_view(samples.move_done())
    assert text_of(window, "list_title") == "Moved"
    assert rows_of(window, "goods")[-1] == "B-07-2 written off 3"
    window.show_view(samples.move_opened())
    assert text_of(window, "list_title") == "Nothing moved yet"
