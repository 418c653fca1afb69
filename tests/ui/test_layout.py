"""No word is cut and nothing overlaps: every state, language, light, size, and 40 % longer words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.sample_views import HANDHELD_TOO, SAMPLES
from tests.ui.conftest import MakeWindow
from tests.ui.looking import Pseudo, cut_words, overlapping
from ui.application import set_language
from ui.theme import BASE_SIZE, Profile

BENCH, HANDHELD = BASE_SIZE["bench"], BASE_SIZE["handheld"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    ("profile", "size"),
    [("bench", BENCH), ("bench", (1366, 768)), ("bench", (1280, 1024)), ("handheld", HANDHELD)],
)
def test_every_state_shows_whole_words(
    make_window: MakeWindow,
    qtbot: QtBot,
    profile: Profile,
    size: tuple[int, int],
    language: str,
    dark: bool,
) -> None:
    window = make_window(profile=profile, dark=dark)
    window.resize(*size)
    trouble = {}
    for name, make in (HANDHELD_TOO if profile == "handheld" else SAMPLES).items():
        window.show_view(make(language))
        window.show()
        settle(window)
        trouble[name] = cut_words(window) + overlapping(window)
    assert {name: found for name, found in trouble.items() if found} == {}
    assert (window.width(), window.height()) == size


@pytest.mark.parametrize("profile", ["bench", "handheld"])
def test_longer_words_still_fit(
    make_window: MakeWindow, qapp: QApplication, profile: Profile
) -> None:
    pseudo = Pseudo(qapp)
    window = make_window(profile=profile, set_language=lambda _language: set_language("en"))
    qapp.installTranslator(pseudo)
    try:
        trouble = {}
        for name, make in (HANDHELD_TOO if profile == "handheld" else SAMPLES).items():
            window.show_view(make("en"))
            window.show()
            settle(window)
            trouble[name] = cut_words(window)
        assert {name: found for name, found in trouble.items() if found} == {}
    finally:
        qapp.removeTranslator(pseudo)


def settle(window: object) -> None:
    """Let the layouts take their places; what is inside a scroll area asks some times more."""
    for _ in range(4):
        QApplication.sendPostedEvents()
