"""Whoever watches sees each change once, on both databases, and survives the centre's absence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest

from app.clock import ManualClock
from app.domain.facts import FactKind, Kind
from app.domain.plan.flow import FlowStep
from app.domain.standing import NOTHING, Standing, to_text
from app.errors import CentreAway
from app.overview.floor import KINDS
from app.overview.view import BoardView
from app.overview.watcher import Watcher, WatchThread
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.watch import Passed
from app.sync.worker import RENEW
from tests.conftest import StrayLogs
from tests.helpers.model import START, Bench, Site, about, packed, picked, placed, shipped, stocked
from tests.helpers.program import wait_until
from tests.integration.sync.test_push import push, record

K = FactKind
Stations = Callable[[str], StationFile]


def test_only_what_changed_is_read_again(centre: SqlCentre, station: Stations) -> None:
    record(station("import"), *stocked("B0", "S0", 9), placed("1"), placed("2"))
    push(centre, station("import"))
    first = centre.changes(KINDS, "", "")
    assert first.full
    assert {row.id for row in first.rows if row.kind == Kind.ORDER} == {"shop:1", "shop:2"}
    assert not any(row.kind == Kind.BIN for row in first.rows), "nobody asked for bins"
    assert centre.changes(KINDS, first.epoch, first.cursor).rows == ()
    record(station("P1"), about(K.PICK_STARTED, "shop:2"))
    push(centre, station("P1"))
    then = centre.changes(KINDS, first.epoch, first.cursor)
    assert (then.full, [row.id for row in then.rows]) == (False, ["shop:2"])
    assert centre.changes(KINDS, "of another centre", then.cursor).full


def test_a_watcher_follows_an_order_to_its_truck(centre: SqlCentre, station: Stations) -> None:
    watcher = Watcher(lambda: centre, ManualClock(START))
    file = station("P1")

    def flow(*facts: object) -> dict[FlowStep, int]:
        if facts:
            record(file, *facts)  # type: ignore[arg-type]  # new facts, all of them
            push(centre, file)
        seen = watcher.step()
        assert seen.online and seen.flow is not None
        return {step: count for step, count in seen.flow.items() if count}

    assert flow(*stocked("B0", "S0", 9), placed("1", 1)) == {FlowStep.TO_PICK: 1}
    assert flow(about(K.PICK_STARTED, "shop:1")) == {FlowStep.PICKING: 1}
    assert flow(picked("shop:1"), about(K.ORDER_PICKED, "shop:1")) == {FlowStep.TO_PACK: 1}
    assert flow(*packed("shop:1", "1", 1)) == {FlowStep.STAGED: 1}
    loaded, closed = shipped("shop:1", "1")
    assert flow(loaded) == {FlowStep.LOADED: 1}
    assert flow(closed) == {}


def test_steps_are_found_by_their_time(tmp_path: Path, station: Stations) -> None:
    """On a file: a server has its own time, and the facts of this test are months old there."""
    clock = ManualClock(START + timedelta(minutes=10))
    centre = SqlCentre.open(f"sqlite:{tmp_path / 'other.db'}", clock)
    file = station("P1")
    record(file, placed("1", 1), *packed("shop:1", "1", 1))
    push(centre, file)
    watcher = Watcher(lambda: centre, clock)
    (tile,) = watcher.step().tiles
    assert (tile.station, tile.per_hour, sum(tile.done)) == ("P1", 2.0, 1)
    assert centre.passed((K.ORDER_PACKED,), START + timedelta(minutes=1)) == ()
    assert len(centre.passed((K.ORDER_PACKED,), START, {"shop:1", "shop:2"})) == 1
    assert centre.passed((K.ORDER_PACKED,), START, {"shop:2"}) == ()
    clock.advance(7200)
    record(file, placed("2"))
    push(centre, file)
    assert watcher.step().tiles[0].per_hour == 0.0
    centre.close()


def test_only_of_orders_that_came_further_the_steps_are_read(
    tmp_path: Path, station: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those that a bench tells long after they were taken, because it was away."""
    clock = ManualClock(START + timedelta(minutes=50))
    centre = SqlCentre.open(f"sqlite:{tmp_path / 'other.db'}", clock)
    asked: list[set[str] | None] = []
    read = SqlCentre.passed

    def noted(
        self: SqlCentre, kinds: Sequence[FactKind], since: datetime, orders: set[str] | None
    ) -> tuple[Passed, ...]:
        asked.append(orders)
        return read(self, kinds, since, orders)

    monkeypatch.setattr(SqlCentre, "passed", noted)
    watcher, file = Watcher(lambda: centre, clock), station("P1")
    watcher.step()
    for facts in (
        [placed("1", 1), placed("2", 1)],
        [about(K.PICK_STARTED, "shop:1")],
        packed("shop:1", "1", 1),
        [],
    ):
        record(file, *facts)
        push(centre, file)
        watcher.step()
    assert asked == [None, {"shop:1"}]
    assert [(one.order, one.at) for one in watcher.floor.passed] == [("shop:1", START)]
    centre.close()


def test_a_station_says_that_it_is_there_and_how_it_stands(
    centre: SqlCentre, station: Stations, clock: ManualClock
) -> None:
    record(station("P1"), placed("1"))
    push(centre, station("P1"))
    (before,) = centre.heard()
    clock.advance(300)
    told = Standing("1.2", "11", (("printer", "paper_out"),))
    centre.stand("P1", to_text(told))
    (after,) = centre.heard()
    assert (after.station, after.standing) == ("P1", told) and after.at > before.at
    centre.stand("P1", "of a newer program")
    assert centre.heard()[0].standing == NOTHING
    centre.stand("P9", to_text(told))
    assert [one.station for one in centre.heard()] == ["P1"], "it never said hello"


def test_while_the_centre_is_away_the_last_rows_stand(
    centre: SqlCentre, station: Stations, stray_logs: StrayLogs
) -> None:
    stray_logs.expected.add("app.overview.watcher")
    record(station("P1"), placed("1"))
    push(centre, station("P1"))
    away = False

    def connect() -> SqlCentre:
        if away:
            raise CentreAway("nobody answers")
        return centre

    watcher = Watcher(connect, ManualClock(START + timedelta(hours=1)))
    seen = watcher.step()
    away = True
    watcher.close()
    gone = watcher.step()
    assert (gone.online, gone.at, gone.flow) == (False, seen.at, seen.flow)
    assert gone.now == START + timedelta(hours=1)


def test_the_thread_looks_again_and_ends(tmp_path: Path, station: Stations) -> None:
    clock = ManualClock(START)
    url = f"sqlite:{tmp_path / 'other.db'}"
    boards: list[BoardView] = []
    thread = WatchThread(Watcher(lambda: SqlCentre.open(url, clock), clock), boards.append)
    thread.start()
    try:
        wait_until(lambda: boards, "the first board")
        centre = SqlCentre.open(url, clock)
        record(station("P1"), placed("1"))
        push(centre, station("P1"))
        centre.close()
        wait_until(lambda: boards[-1].flow and boards[-1].flow[FlowStep.TO_PICK], "the order")
    finally:
        assert thread.stop()


def test_a_bug_is_logged_and_the_board_says_that_it_is_old(
    centre: SqlCentre,
    station: Stations,
    stray_logs: StrayLogs,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A thread that ended in silence would leave a board that says "live" for ever."""
    stray_logs.expected.add("app.overview.watcher")
    record(station("P1"), placed("1"))
    push(centre, station("P1"))
    watcher = Watcher(lambda: centre, ManualClock(START))
    seen = watcher.step()
    boards: list[BoardView] = []
    with mock.patch("app.overview.watcher.board", side_effect=RuntimeError):
        thread = WatchThread(watcher, boards.append)
        thread.start()
        wait_until(lambda: boards, "the board")
        assert thread.stop()
    assert (boards[0].online, boards[0].flow) == (False, seen.flow)
    assert "the board could not be made" in caplog.text


def test_steps_of_a_look_that_broke_off_are_read_at_the_next_one(
    tmp_path: Path, station: Stations, stray_logs: StrayLogs
) -> None:
    stray_logs.expected.add("app.overview.watcher")
    url, clock = f"sqlite:{tmp_path / 'other.db'}", ManualClock(START + timedelta(minutes=1))
    watcher = Watcher(lambda: SqlCentre.open(url, clock), clock)
    watcher.step()
    centre = SqlCentre.open(url, clock)
    record(station("P1"), placed("1", 1), *packed("shop:1", "1", 1))
    push(centre, station("P1"))
    with mock.patch.object(SqlCentre, "passed", side_effect=CentreAway("it went")):
        assert not watcher.step().online
    (tile,) = watcher.step().tiles
    assert sum(tile.done) == 1
    watcher.close()
    centre.close()


def test_a_bench_tells_how_it_stands_when_that_changes_and_now_and_then(tmp_path: Path) -> None:
    site = Site(f"sqlite:{tmp_path / 'other.db'}", ManualClock(START))
    bench = Bench(tmp_path / "P1.db", "P1", site)
    told: list[str] = []
    with mock.patch.object(SqlCentre, "stand", lambda _self, _origin, text: told.append(text)):
        bench.settle()
        bench.settle()
        assert told == [""]
        bench.steps.stand("signed in")
        bench.settle()
        bench.settle()
        assert told == ["", "signed in"]
        bench.clock.advance(RENEW.total_seconds() + 1)
        bench.settle()
        assert told == ["", "signed in", "signed in"]
    bench.close()
    site.close()
