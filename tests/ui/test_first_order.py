"""A newcomer's first order at the demo, by the mouse alone, on a screen of 1366 x 768."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.demo.guide import Advice, Tip
from app.domain.load.outcome import Loading
from app.paths import Home
from app.station.home.view import HomeView
from tests.helpers.first_order import Newcomer
from tests.helpers.program import order_of

Sit = Callable[..., Newcomer]


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path) -> Iterator[Sit]:
    """A newcomer at a demo whose home is kept for the next one of the same test."""
    sitting: list[Newcomer] = []

    def make(language: str = "en") -> Newcomer:
        made = Newcomer(
            Home(tmp_path), lambda done: qtbot.waitUntil(done, timeout=20_000), language=language
        )
        sitting.append(made)
        made.start()
        return made

    yield make
    for newcomer in sitting:
        newcomer.leave()
        newcomer.demo.desktop.window.deleteLater()
        newcomer.demo.panel.deleteLater()


def there(*tips: Tip) -> Callable[[Advice], bool]:
    return lambda advice: advice.tip in tips


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_from_sign_in_to_the_truck(sit: Sit, language: str, qtbot: QtBot, tmp_path: Path) -> None:
    at = sit(language)
    at.work(there(Tip.CLOSE_TRUCK))
    order = at.said[-1].values["order"]
    at.work(there(Tip.TAKE_ORDER))
    assert at.said[-1].kind is Loading.LOAD_CLOSED
    tail = [Tip.PROVE_LABEL, Tip.GO_TO_TRUCK, Tip.LOAD_BOX, Tip.CLOSE_TRUCK, Tip.TAKE_ORDER]
    assert at.tips[:3] == [Tip.SIGN_IN, Tip.TAKE_ORDER, Tip.FIND_BIN]
    assert at.tips[-5:] == tail
    # No scan was refused: a marked code is always the right one.
    assert [said for said in at.said if not said.accepted] == []
    qtbot.waitUntil(lambda: at.view is not None and at.view.frame.link.waiting == 0)
    assert order_of(tmp_path, str(order))["order"]["state"] == "DISPATCHED"


def test_all_orders_are_led_to_their_trucks(sit: Sit) -> None:
    at = sit()
    at.work(lambda advice: advice.tip is Tip.ALL_DONE)
    assert isinstance(at.view, HomeView) and not at.view.queue


def test_a_demo_that_was_closed_goes_on_where_it_was(sit: Sit) -> None:
    first = sit()
    first.work(there(Tip.PACK_UNIT))
    first.leave()
    second = sit()
    second.work(there(Tip.CLOSE_TRUCK))
    assert second.tips[0] in {Tip.PACK_UNIT, Tip.SIGN_IN}
    assert Tip.FIND_BIN not in second.tips
