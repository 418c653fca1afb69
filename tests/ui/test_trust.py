"""What the screens say of a bench that is out of touch or of another version than its centre."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.errors import Behind
from app.station.sign_in.view import SignInView
from app.station.views import Link
from tests.helpers import sample_trust as samples
from tests.helpers.sample_desk import sign_in
from tests.ui.conftest import MakeWindow
from ui import messages
from ui.widgets.chip import Chip
from ui.widgets.strip import Strip


def found(window: QWidget, name: str) -> Strip:
    strip = window.findChild(Strip, name)
    assert strip is not None
    return strip


@pytest.mark.parametrize("profile", ["bench", "handheld"])
@pytest.mark.parametrize(
    ("view", "tone", "words"),
    [
        (
            samples.sign_in_ending,
            "warn",
            "No centre for 12 days: Hours until sign-in ends: 41. Connect this bench.",
        ),
        (
            samples.numbers_ending,
            "warn",
            "Parcel numbers: 93 % used:"
            " Tell the administrator: the site needs another extension digit.",
        ),
        (
            samples.clock_back,
            "bad",
            "This bench's clock is wrong: It stands before its last use."
            " Connect this bench, or set its clock.",
        ),
        (
            samples.program_outdated,
            "warn",
            "Update this program: The centre is newer. Your work is kept and waits here.",
        ),
        (
            samples.centre_outdated,
            "warn",
            "The centre must be upgraded: Your work is kept. Administrator: packbench db upgrade",
        ),
    ],
)
def test_the_strip_says_what_is_wrong_before_anybody_tries(
    make_window: MakeWindow,
    qtbot: QtBot,
    profile: str,
    view: Callable[[], SignInView],
    tone: str,
    words: str,
) -> None:
    window = make_window(profile=profile)
    window.show_view(view())
    window.show()
    strip = found(window, "notice")
    assert (strip.isVisible(), strip.tone(), strip.text()) == (True, tone, words)
    window.show_view(sign_in())
    assert not strip.isVisible()


def test_the_strip_does_not_repeat_the_answer_above_it(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    refused = samples.offline_too_long()
    window.show_view(refused)
    window.show()
    assert not found(window, "notice").isVisible()
    assert window.body().bar().texts()[0] == "Nobody can sign in here"
    window.show_view(replace(refused, outcome=outcome(Anywhere.CLEARED)))
    assert found(window, "notice").isVisible()


def test_the_chip_says_which_is_too_old_and_what_waits(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_view(samples.pack_outdated())
    chip = window.findChild(Chip, "link_chip")
    assert chip is not None
    assert (chip.tone(), chip.text()) == (
        "warn",
        "Update this program: the centre is newer · 128 waiting",
    )
    window.show_view(sign_in())
    assert (chip.tone(), chip.text()) == ("muted", "Synced")
    link = Link(online=False, waiting=3, behind=Behind.CENTRE)
    assert messages.link_words(link, 0) == "Centre: packbench db upgrade · 3 waiting"
    link = Link(online=False, waiting=3, behind=Behind.LOGIN)
    assert messages.link_words(link, 0) == "Login refused · 3 waiting"
