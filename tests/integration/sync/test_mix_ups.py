"""What benches mis-scan becomes known to all of them, each scan once, on both databases."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import ManualClock
from app.domain.alarms import MixUp
from app.errors import CentreAway
from app.store.station.file import StationFile
from app.store.station.reader import StationReader
from app.store.station.values import Entry
from app.sync.centre import SqlCentre
from app.sync.mixing import ASK, TELL, MixUps
from app.sync.news import LookAlikes
from tests.helpers.model import START

Stations = Callable[[str], StationFile]


class Bench:
    """A station whose scan log a test writes, and the part of its sync that tells of it."""

    def __init__(self, file: StationFile, name: str, clock: ManualClock) -> None:
        self.file, self.clock = file, clock
        self.heard: list[tuple[MixUp, ...]] = []
        self.reader = StationReader(file.path, name)
        self.name = name
        self.steps = self.started()

    def started(self) -> MixUps:
        """As after a start of the program."""
        return MixUps(self.reader, self.name, self._submit, self.clock)

    def _submit(self, news: object) -> None:
        assert isinstance(news, LookAlikes)
        self.heard.append(news.pairs)

    def scan(self, wanted: str, sku: str, verdict: str = "wrong_product", times: int = 1) -> None:
        for _ in range(times):
            said = json.dumps({"wanted": wanted, "sku": sku})
            at, text = self.clock.now(), f"code of {sku}"
            self.file.record(
                Entry(at, "sim", text, "", "pick", verdict, "bad", "11", said),
                (),
                at=at,
                operator="11",
                device="sim",
                meta=self.file.meta,
            )


@pytest.fixture
def bench(station: Stations, clock: ManualClock) -> object:
    made: list[Bench] = []

    def one(name: str) -> Bench:
        made.append(Bench(station(name), name, clock))
        return made[-1]

    yield one
    for each in made:
        each.reader.close()


Benches = Callable[[str], Bench]


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server has a time of its own: then these days would be long past."""
    monkeypatch.setattr(SqlCentre, "_now", lambda self, _db: self._clock.now())


@pytest.mark.usefixtures("today")
def test_what_two_benches_mix_up_is_known_to_both(
    centre: SqlCentre, bench: Benches, clock: ManualClock
) -> None:
    one, two = bench("P1"), bench("P2")
    one.scan("TEA-A", "TEA-B", times=2)
    one.scan("MUG", "", times=5)  # an unknown code
    one.scan("", "MUG", times=5)
    one.scan("MUG", "POT", verdict="over_pick", times=5)
    one.steps.step(centre)
    assert one.heard == [()]
    two.scan("TEA-A", "TEA-B", verdict="not_on_order")
    two.steps.step(centre)
    assert two.heard == [(MixUp("TEA-A", "TEA-B", 3),)]
    clock.advance(ASK.total_seconds())
    one.steps.step(centre)
    one.steps.step(centre)
    assert one.heard == [(), (MixUp("TEA-A", "TEA-B", 3),)]


@pytest.mark.usefixtures("today")
def test_none_is_lost_and_none_told_twice(
    centre: SqlCentre, bench: Benches, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lost answers, a restart of the program, a centre that was set back, the next day."""
    one, tell = bench("P1"), SqlCentre.tell_mix_ups
    one.scan("A", "B", times=3)

    def lost(self: SqlCentre, *words: object) -> object:
        tell(self, *words)  # type: ignore[arg-type]  # as they came
        raise CentreAway("The answer is lost.")

    monkeypatch.setattr(SqlCentre, "tell_mix_ups", lost)
    with pytest.raises(CentreAway):
        one.steps.step(centre)
    monkeypatch.setattr(SqlCentre, "tell_mix_ups", tell)
    one.steps.step(centre)
    assert one.heard == [(MixUp("A", "B", 3),)]
    one.scan("A", "B")
    one.steps.step(centre)
    assert centre.mix_ups(1, 1) == (MixUp("A", "B", 3),), "it waits a while"
    clock.advance(TELL.total_seconds())
    one.steps.step(centre)
    assert centre.mix_ups(1, 1) == (MixUp("A", "B", 4),)
    one.steps = one.started()
    one.steps.step(centre)
    one.steps.forget()
    one.steps.step(centre)
    assert centre.mix_ups(1, 1) == (MixUp("A", "B", 4),)
    clock.advance(86_400)
    one.scan("A", "B")
    one.steps.step(centre)
    assert centre.mix_ups(7, 1) == (MixUp("A", "B", 5),)
    assert centre.mix_ups(0, 1) == (MixUp("A", "B", 1),), "by day"


@pytest.mark.usefixtures("today")
def test_long_ago_counts_no_more(centre: SqlCentre, bench: Benches, clock: ManualClock) -> None:
    one = bench("P1")
    one.scan("A", "B", times=3)
    one.steps.step(centre)
    clock.advance(timedelta(days=31).total_seconds())
    one.steps.step(centre)
    assert one.heard == [(MixUp("A", "B", 3),), ()]
    fresh = one.started()
    fresh.step(centre)
    assert one.heard[-1] == ()


def test_a_bench_asks_rarely_and_tells_only_what_is_new(
    bench: Benches, clock: ManualClock, tmp_path: Path
) -> None:
    assert tmp_path.exists()
    calls: list[int] = []

    class Port:
        def tell_mix_ups(self, _origin: str, counts: list[object]) -> tuple[MixUp, ...]:
            calls.append(len(counts))
            return ()

    one, port = bench("P1"), Port()
    one.scan("A", "B")
    one.scan("C", "D")
    for _ in range(3):
        one.steps.step(port)  # type: ignore[arg-type]  # it needs no more of it
    clock.advance(TELL.total_seconds())
    one.steps.step(port)  # type: ignore[arg-type]
    one.scan("A", "B")
    clock.advance(TELL.total_seconds())
    one.steps.step(port)  # type: ignore[arg-type]
    clock.advance((ASK - TELL).total_seconds())
    one.steps.step(port)  # type: ignore[arg-type]
    clock.advance(TELL.total_seconds())
    one.steps.step(port)  # type: ignore[arg-type]
    assert calls == [2, 1, 0]
    assert clock.now() > START
