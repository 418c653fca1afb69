"""Every screen is whole in every window from 1024x600 up, at every zoom, in every language."""

from __future__ import annotations

import pytest

from tests.helpers.sample_views import HANDHELD_TOO, SAMPLES
from tests.ui.conftest import MakeWindow
from tests.ui.looking import cut_words, hidden_rows, overlapping, small_numbers
from tests.ui.test_layout import settle
from ui.shell import StationWindow
from ui.theme import LEAST_SCALE, Profile, least_size
from ui.widgets.rows import RowList

SIZES = [(1024, 600), (1280, 720), (1366, 768), (1920, 1080)]


def faults(window: StationWindow, name: str, language: str) -> list[str]:
    window.show_view({**SAMPLES, **HANDHELD_TOO}[name](language))
    window.show()
    settle(window)
    least = round(window.theme().size("sku") * 1.3)
    return [
        *cut_words(window),
        *overlapping(window),
        *hidden_rows(window),
        *small_numbers(window, least),
    ]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.3, 1.6])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_bench_is_whole(
    make_window: MakeWindow, size: tuple[int, int], zoom: float, language: str
) -> None:
    window = make_window(scale=zoom)
    window.resize(*size)
    found = {name: faults(window, name, language) for name in SAMPLES}
    assert {name: said for name, said in found.items() if said} == {}
    assert (window.width(), window.height()) == size


@pytest.mark.parametrize(("profile", "zoom"), [("bench", 1.6), ("handheld", 1.0)])
def test_the_smallest_window_is_whole(
    make_window: MakeWindow, profile: Profile, zoom: float
) -> None:
    window = make_window(profile=profile, scale=zoom)
    window.resize(1, 1)
    found = {name: faults(window, name, "en") for name in HANDHELD_TOO}
    assert {name: said for name, said in found.items() if said} == {}
    assert (window.width(), window.height()) == least_size(profile)
    assert window.theme().scale == LEAST_SCALE[profile]
    assert window.width() <= 1024
    assert window.height() <= 640


@pytest.mark.parametrize("name", ["pack", "home", "sign_in", "pick_short"])
def test_the_line_to_type_in_fits(make_window: MakeWindow, name: str) -> None:
    window = make_window(scale=1.6)
    window.resize(1280, 720)
    faults(window, name, "en")
    row = window.body().action_row()
    shown = row.isVisible()
    window.body().type_code()
    assert faults(window, name, "en") == []
    assert not row.isVisible()
    window.body().type_code()
    assert row.isVisible() == shown


def test_a_zoom_that_does_not_fit_is_refused_in_words(make_window: MakeWindow) -> None:
    window = make_window(profile="handheld", scale=1.3)
    window.show_view(SAMPLES["home"]("en"))
    window.show()
    assert window.body().told() == "Size 130 % does not fit this window: it is 100 %"
    larger = make_window(scale=1.6)
    larger.show_view(SAMPLES["home"]("en"))
    assert larger.body().told() == ""


def test_all_cells_of_a_row_lie_in_it_and_reach_its_edge(make_window: MakeWindow) -> None:
    window = make_window(scale=1.6)
    window.resize(1366, 768)
    faults(window, "home", "en")
    for name in ("queue", "loads"):
        rows = window.findChild(RowList, name)
        assert rows is not None and rows.rows()
        for row in rows.rows():
            ends = [cell.right() for cell in rows.places(row)]
            assert ends == sorted(ends)
            assert rows.viewport().width() - 40 < ends[-1] < rows.viewport().width()
