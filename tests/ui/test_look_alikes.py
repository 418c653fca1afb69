"""Products that are taken for each other stand side by side before the scan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.sample_work import pack_alike, pick_alike, pick_product, pick_wrong
from tests.ui.conftest import MakeWindow
from tests.ui.looking import cut_words, said
from tests.ui.looking import shown as looked_at
from ui.shell import StationWindow

PROFILES = ("bench", "handheld")


def drawn(make_window: MakeWindow, view: object, profile: str) -> StationWindow:
    window = make_window(profile=profile)
    window.show_view(view)  # type: ignore[arg-type]  # a view
    window.show()
    return window


def marks(window: StationWindow) -> list[str]:
    return [said(one) for one in looked_at(window) if one.objectName() == "alike_mark"]


@pytest.mark.parametrize("profile", PROFILES)
def test_what_tells_them_apart_is_said(make_window: MakeWindow, profile: str) -> None:
    window = drawn(make_window, pick_alike(), profile)
    assert marks(window) == ["500 ml", "250 ml"]
    words = {said(one) for one in looked_at(window)}
    assert {"This one", "Not this one", "OIL-0081-B", "OIL-0018-B"} <= words
    assert marks(drawn(make_window, pack_alike(), profile)) == ["SHORT", "LONG"]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_wrong_scan_counts_more_and_goes_again(make_window: MakeWindow, profile: str) -> None:
    window = drawn(make_window, pick_alike(), profile)
    wrong = replace(pick_wrong(), alike=pick_alike().alike)
    window.show_view(wrong)
    assert marks(window) == []
    words = {said(one) for one in looked_at(window)}
    assert "Wanted" in words and "Not this one" not in words
    window.show_view(pick_product())
    assert marks(window) == [] and pick_product().line.sku in {
        said(one) for one in looked_at(window)
    }
    assert cut_words(window) == []
