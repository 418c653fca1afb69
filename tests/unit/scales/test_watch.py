"""What of the answers becomes a weight, and when something is wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.device_api import DeviceChanged, DeviceState, Trouble, WeightUnit
from devices.scales.news import reporter, state_of
from devices.scales.reading import Condition, ScaleAnswer, ScaleReading
from devices.scales.watch import FLOOD_BYTES, HELD_MS, SILENT_MS, ScaleWatch


def grams(text: str, *, stable: bool = True) -> ScaleReading:
    return ScaleReading(Decimal(text), WeightUnit.G, stable)


def weights(*answers: ScaleAnswer | None, confirm: bool = True) -> list[str]:
    watch = ScaleWatch(0, confirm=confirm)
    found = (watch.heard(10, [one], n * 100) for n, one in enumerate(answers))
    return [str(new.value) for news in found for new in news]


def test_a_weight_counts_once_it_is_repeated_and_is_told_once() -> None:
    assert weights(*[grams("0.00")] * 5) == ["0.00"]
    assert weights(grams("100"), grams("700"), grams("100")) == []
    assert weights(grams("100"), grams("100"), grams("700"), grams("100"), grams("100")) == ["100"]
    assert weights(grams("100"), grams("100"), confirm=False) == ["100"]
    assert weights(*[grams("1")] * 2, *[grams("2")] * 2, *[grams("1")] * 2) == ["1", "2", "1"]


@pytest.mark.parametrize(
    "between", [None, Condition.MOTION, Condition.OVER, grams("100", stable=False)]
)
def test_what_comes_between_ends_the_repetition(between: ScaleAnswer | None) -> None:
    assert weights(grams("100"), between, grams("100")) == []
    assert weights(grams("100"), between, grams("100"), grams("100")) == ["100"]


def test_an_acknowledgement_says_nothing() -> None:
    assert weights(grams("100"), Condition.NOTED, grams("100")) == ["100"]


def test_it_asks_again_at_once_for_a_new_weight() -> None:
    watch = ScaleWatch(0)
    watch.heard(10, [grams("100")], 10)
    assert watch.is_doubtful
    watch.heard(10, [grams("100")], 20)
    assert not watch.is_doubtful


@pytest.mark.parametrize(
    ("condition", "trouble"),
    [
        (Condition.OVER, Trouble.OVERLOADED),
        (Condition.UNDER, Trouble.UNDER_RANGE),
        (Condition.FAULT, Trouble.SCALE_FAULT),
    ],
)
def test_a_condition_is_a_trouble_once_it_lasts(condition: Condition, trouble: Trouble) -> None:
    watch = ScaleWatch(0)
    watch.heard(5, [condition], 100)
    assert watch.trouble is None
    watch.heard(5, [condition], 100 + HELD_MS)
    assert watch.trouble is trouble
    watch.heard(5, [Condition.MOTION], 700)
    assert watch.trouble is None


def test_silence_and_its_end() -> None:
    watch = ScaleWatch(0)
    watch.heard(0, [], SILENT_MS - 1)
    assert watch.trouble is None
    watch.heard(0, [], SILENT_MS)
    assert watch.trouble is Trouble.NOT_ANSWERING
    watch.heard(5, [Condition.MOTION], SILENT_MS + 1)
    assert watch.trouble is None


def test_half_an_answer_after_a_silence_is_no_other_language() -> None:
    watch = ScaleWatch(0)
    watch.heard(0, [], SILENT_MS)
    watch.heard(3, [], SILENT_MS + 50)
    assert watch.trouble is Trouble.NOT_ANSWERING
    watch.heard(9, [grams("5")], SILENT_MS + 60)
    assert watch.trouble is None


def test_another_language() -> None:
    watch = ScaleWatch(0)
    for now in range(0, SILENT_MS, 100):
        watch.heard(9, [None], now)
        assert watch.trouble is None
    watch.heard(9, [None], SILENT_MS)
    assert watch.trouble is Trouble.OTHER_PROTOCOL
    assert not watch.heard_once


def test_a_scale_that_sends_changes_may_be_silent_after_it_spoke() -> None:
    watch = ScaleWatch(0, sends_changes=True)
    watch.heard(0, [], SILENT_MS)
    assert watch.trouble is Trouble.NOT_ANSWERING
    watch.heard(6, [grams("5")], SILENT_MS + 1)
    watch.heard(0, [], 10 * SILENT_MS)
    assert watch.trouble is None


def test_a_flood_brings_no_weight_until_it_is_over() -> None:
    watch = ScaleWatch(0, confirm=False)
    assert watch.heard(FLOOD_BYTES + 1, [grams("5")], 10) == ()
    assert watch.trouble is Trouble.FLOODING
    assert watch.heard(9, [grams("6")], 1010) == ()
    assert watch.heard(9, [grams("7")], 2010) == (grams("7"),)
    assert watch.trouble is None


def test_news_are_told_once_per_change() -> None:
    told: list[object] = []
    report = reporter("/dev/ttyS0", "Bench", (), told.append)
    for trouble in (
        None,
        None,
        Trouble.OVERLOADED,
        Trouble.OVERLOADED,
        Trouble.NOT_ANSWERING,
        None,
    ):
        report(state_of(trouble), trouble, "")
    changes = [one for one in told if isinstance(one, DeviceChanged)]
    assert [(one.state, one.trouble) for one in changes] == [
        (DeviceState.FAULT, Trouble.OVERLOADED),
        (DeviceState.LOST, Trouble.NOT_ANSWERING),
        (DeviceState.READY, None),
    ]
    assert changes[0].name == "Bench"


def untold(text: str) -> ScaleReading:
    """A weight of a protocol that does not tell net from gross."""
    return ScaleReading(Decimal(text), WeightUnit.G, stable=True, gross=False)


def test_a_net_weight_is_no_weight() -> None:
    assert weights(untold("860"), Condition.NET, untold("860"), untold("860")) == []
    assert weights(untold("860"), Condition.GROSS, untold("860")) == ["860"]
    cleared = (Condition.NET, untold("860"), Condition.GROSS, untold("1000"), untold("1000"))
    assert weights(*cleared) == ["1000"]
    # 8217 marks each weight: the first one without its mark is gross again
    assert weights(Condition.NET, grams("1000"), grams("1000")) == ["1000"]


def test_a_question_that_the_scale_does_not_know_is_passed_over() -> None:
    assert weights(untold("100"), Condition.REFUSED, untold("100")) == ["100"]
    watch = ScaleWatch(0)
    for now in range(0, SILENT_MS + 600, 100):
        watch.heard(4, [Condition.REFUSED], now)
    assert watch.trouble is Trouble.OTHER_PROTOCOL


def test_a_tare_is_a_trouble_once_it_lasts_and_is_asked_for_until_it_is_gone() -> None:
    watch = ScaleWatch(0)
    assert not watch.asks_tare
    watch.heard(9, [untold("860")], 100)
    assert watch.asks_tare  # before a new weight counts
    for now in (200, 400, 200 + HELD_MS):
        watch.heard(9, [Condition.NET, untold("860")], now)
    assert watch.trouble is Trouble.TARED and watch.asks_tare
    watch.heard(9, [Condition.GROSS, untold("1000")], 900)
    assert watch.trouble is None
