"""When the sync says that the centre has answered: what the trust in old badges rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.clock import ManualClock
from app.domain.facts import FactKind
from app.domain.reduce import RULES_VERSION
from app.errors import CentreAway
from app.sync import versions
from app.sync.centre import SqlCentre
from app.sync.news import CentreAnswered, RowsPulled
from app.sync.port import Pulled
from tests.helpers.model import START, Bench, Site, about, placed

HOUR = 3600


@pytest.fixture
def site(url: str, clock: ManualClock) -> Iterator[Site]:
    SqlCentre.open(url, clock).close()
    made = Site(url, clock)
    yield made
    made.close()


@pytest.fixture
def bench(site: Site, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "P1.db", "P1", site)
    yield made
    made.close()


def heard(bench: Bench) -> Sequence[object]:
    """What the engine is told until the sync rests."""
    told: list[object] = []
    for _ in range(50):
        try:
            busy = bench.steps.step()
        except CentreAway:
            bench.steps.disconnect()
            return told
        told += bench._inbox
        if not (bench.drain() or busy):
            return told
    raise AssertionError("it never comes to rest")


def answers(told: Sequence[object]) -> list[Any]:
    return [message.at for message in told if isinstance(message, CentreAnswered)]


def test_it_is_said_once_the_rows_are_here(bench: Bench) -> None:
    bench.record(placed("1"))
    told = heard(bench)
    kinds = [type(message) for message in told]
    assert answers(told) == [START]
    assert kinds.index(CentreAnswered) > kinds.index(RowsPulled)


def test_it_is_said_once_an_hour_and_after_every_silence(bench: Bench) -> None:
    heard(bench)
    said = []
    for _ in range(18):
        bench.clock.advance(HOUR / 6)
        said += answers(heard(bench))
    assert said == [START + timedelta(hours=hour) for hour in (1, 2, 3)]
    bench.steps.disconnect()
    assert answers(heard(bench)) == [bench.clock.now()]
    bench.clock.advance(-5 * HOUR)
    assert answers(heard(bench)) == [bench.clock.now()]


def test_the_time_is_that_of_the_question(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine sleeps for weeks over an answer that has already come."""
    heard(bench)
    bench.clock.advance(HOUR)
    asked = bench.clock.now()
    really = SqlCentre.pull

    def slept(centre: SqlCentre, *words: str) -> Pulled:
        answer = really(centre, *words)
        bench.clock.advance(30 * 24 * HOUR)
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(SqlCentre, "pull", slept)
        bench.steps.step()
    assert answers(bench._inbox) == [asked]


def test_a_centre_that_is_too_new_to_be_read_does_not_count(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard(bench)
    with monkeypatch.context() as newer:
        newer.setattr(versions, "RULES_VERSION", RULES_VERSION + 1)
        bench.record(about(FactKind.HELP_CALLED, "shop:1"))
        heard(bench)
    bench.clock.advance(2 * HOUR)
    bench.steps.disconnect()
    assert answers(heard(bench)) == []
