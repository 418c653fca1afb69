"""The sign-in screen: who is asked, for what, and what is to be said of this bench."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.outcome import OutcomeKind, outcome
from app.errors import Behind
from app.station.sign_in.outcome import SigningIn, SignInPrompt
from app.station.sign_in.view import SignInView
from app.sync.news import LinkChanged
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, BOB, said, shown


def sign_in(scene: Scene, *lines: str) -> SignInView:
    """The sign-in screen after these lines."""
    said(scene, *lines)
    return shown(scene, SignInView)


def test_a_badge_is_to_be_scanned(scene: Scene) -> None:
    view = shown(scene, SignInView)
    assert view.bar.prompt is SignInPrompt.SCAN_BADGE
    assert (view.staff, view.pin_digits, view.asks_pin) == ("", 0, False)
    assert (view.locked, view.loading, view.notice) == (False, False, None)


def test_a_badge_nobody_has(scene: Scene) -> None:
    view = sign_in(scene, "scan B-NOBODY")
    assert view.outcome is not None and view.outcome.kind is SigningIn.BADGE_UNKNOWN


def test_before_the_first_pull_nobody_is_known(empty: Scene) -> None:
    empty.open()
    assert empty.bench is not None
    first = empty.bench.answers[0].view
    assert isinstance(first, SignInView) and first.loading
    assert not shown(empty, SignInView).loading


def test_a_staff_number_is_shown_as_it_is_typed(scene: Scene) -> None:
    assert sign_in(scene, "press 1", "press 1").staff == "11"
    assert sign_in(scene, "press DELETE").staff == "1"


def test_a_pin_is_asked_and_only_its_length_shown(scene: Scene) -> None:
    view = sign_in(scene, "press 1", "press 1", "press OK")
    assert (view.asks_pin, view.pin_digits) == (True, 0)
    assert (view.bar.prompt, view.bar.values) == (SignInPrompt.ENTER_PIN, {"operator": "11"})
    view = sign_in(scene, "press 7", "press 7", "press 7")
    assert (view.pin_digits, view.staff) == (3, "11")
    assert "777" not in str(view)


def test_locked_work_says_whose_and_which_it_is(scene: Scene) -> None:
    view = sign_in(scene, f"scan {ANN}", "scan SO-1", "press LOCK")
    assert view.locked
    assert (view.bar.prompt, view.bar.values) == (
        SignInPrompt.LOCKED,
        {"operator": "11", "order": "SO-1"},
    )


def test_a_locked_bench_without_work(scene: Scene) -> None:
    view = sign_in(scene, f"scan {ANN}", "press LOCK")
    assert view.bar.values == {"operator": "11", "order": ""}


def test_somebody_else_is_asked_whether_to_take_over(scene: Scene) -> None:
    view = sign_in(scene, f"scan {ANN}", "scan SO-1", "press LOCK", f"scan {BOB}")
    assert (view.bar.prompt, view.bar.values) == (
        SignInPrompt.TAKE_OVER,
        {"operator": "11", "order": "SO-1"},
    )
    assert view.locked


def test_the_rest_of_the_time_offline_is_told(scene: Scene) -> None:
    said(scene, "offline")
    scene.clock.advance(timedelta(days=13).total_seconds())
    notice = sign_in(scene, "wait 1").notice
    assert notice == outcome(SigningIn.SIGN_IN_ENDING, days=13, hours=23)


@pytest.mark.parametrize(
    ("given", "percent"), [(899_999_999, 0), (900_000_000, 90), (998_000_000, 99), (10**10, 100)]
)
def test_the_end_of_the_parcel_numbers_is_told_before_it_comes(
    scene: Scene, given: int, percent: int
) -> None:
    assert scene.bench is not None
    file = scene.bench.file
    file.keep(replace(file.meta, sscc_end=given))
    notice = sign_in(scene, "wait 1").notice
    told = outcome(SigningIn.NUMBERS_ENDING, percent=percent) if percent else None
    assert notice == told


@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        (Behind.PROGRAM, SigningIn.PROGRAM_OUTDATED),
        (Behind.CENTRE, SigningIn.CENTRE_OUTDATED),
        (Behind.LOGIN, SigningIn.LOGIN_REFUSED),
    ],
)
def test_a_program_or_a_centre_that_is_too_old(
    scene: Scene, behind: Behind, kind: OutcomeKind
) -> None:
    assert scene.bench is not None
    scene.bench.online = False
    scene.bench.feed(LinkChanged(online=False, behind=behind))
    assert shown(scene, SignInView).notice == outcome(kind)
