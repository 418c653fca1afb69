"""The sync's steps between a station's file and the centre, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.clock import ManualClock
from app.domain.facts import Fact, FactKind, Kind, Subject
from app.domain.rows.orders import Sub
from app.domain.rows.tasks import FloorTask, TaskKind, task_id, wanted
from app.errors import CentreAway
from app.importing.journal import Pusher
from app.store.centre.tables import ROWS
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.port import PUSH_BATCH, Pushed
from tests.conftest import StrayLogs
from tests.helpers.model import (
    START,
    Bench,
    Site,
    about,
    days,
    packed,
    picked,
    placed,
    shipped,
    stocked,
)

K = FactKind


@pytest.fixture
def site(url: str, clock: ManualClock) -> Iterator[Site]:
    SqlCentre.open(url, clock).close()
    made = Site(url, clock)
    yield made
    made.close()


@pytest.fixture
def bench(site: Site, tmp_path: Path) -> Iterator[Callable[[str], Bench]]:
    made: dict[str, Bench] = {}

    def one(name: str) -> Bench:
        if name not in made:
            made[name] = Bench(tmp_path / f"{name}.db", name, site)
        return made[name]

    yield one
    for each in made.values():
        each.close()


@pytest.fixture
def shop(site: Site, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Reads the shop's files in, also once more after a restore."""
    file = StationFile.open(tmp_path / "import.db", "import")
    port = site.connect()
    file.record(None, [*stocked("B0", "S0", 50), placed("1"), placed("2")], at=START)
    pusher = Pusher(file, port)

    def read() -> None:
        pusher.push(lambda _sent, _total: None)

    read()
    yield read
    port.close()
    file.close()


Benches = Callable[[str], Bench]


def shown(bench: Bench, kind: Kind) -> dict[str, object]:
    rows = bench.file.rows
    return {name: rows.at(Subject(kind, name)) for name in rows.names(kind)}


def test_everybody_ends_with_what_the_centre_has(
    site: Site, bench: Benches, shop: Callable[[], None]
) -> None:
    one, other = bench("P1"), bench("P2")
    one.settle()
    one.record(picked("shop:1"), picked("shop:1"), about(K.ORDER_PICKED, "shop:1"))
    one.settle()
    other.settle()
    assert other.world.order("shop:1") == one.world.order("shop:1")
    other.record(*packed("shop:1", "SSCC-1", 2))
    other.settle()
    one.settle()
    for kind in (Kind.ORDER, Kind.BIN, Kind.PARCEL):
        assert shown(one, kind) == shown(other, kind) == site.values(ROWS[kind], kind)
    row = one.world.order("shop:1")
    assert row is not None and row.sub is Sub.PACKED
    assert (one.file.waiting, one.file.meta.applied) == (0, 3)


def test_a_day_later_what_is_finished_leaves_the_file(
    site: Site, bench: Benches, shop: Callable[[], None]
) -> None:
    """By the centre's clock; the station's own only says when to ask."""
    one = bench("P1")
    one.settle()
    one.record(*packed("shop:1", "SSCC-1", 2), *shipped("shop:1", "SSCC-1"))
    one.settle()
    assert one.world.order("shop:1") is not None
    refreshed = one.file.meta.refreshed
    assert refreshed is not None
    one.file.keep(replace(one.file.meta, refreshed=refreshed - timedelta(days=1)))
    one.settle()
    assert one.world.order("shop:1") is not None
    one.clock.advance(days(1))
    one.settle()
    assert one.world.order("shop:1") is None
    assert one.world.order("shop:2") is not None


def test_what_nobody_has_begun_is_given_back_at_the_end(
    site: Site, bench: Benches, shop: Callable[[], None]
) -> None:
    one, other = bench("P1"), bench("P2")
    one.settle()
    other.settle()
    one.record(about(K.PICK_STARTED, "shop:1"))
    one.steps.leave()  # a fact waits, and it may be a beginning
    assert site.live_claims() == {"shop:1": "P1", "shop:2": "P2"}
    one.settle()
    for each in (one, other):
        each.steps.leave()
        each.drain()
    assert site.live_claims() == {"shop:1": "P1"}
    assert (list(one.file.rows.reserved), list(other.file.rows.reserved)) == (["shop:1"], [])


def test_a_claimed_task_takes_no_orders_place_in_the_reserve(
    site: Site, bench: Benches, shop: Callable[[], None]
) -> None:
    one = bench("P1")
    task = FloorTask(task_id(TaskKind.REPLENISH, "F1", "S0"), TaskKind.REPLENISH, "R1", "F1")
    one.record(wanted(task))
    one.steps.wish(task.id)
    one.settle()
    assert set(one.file.rows.reserved) == {task.id, "shop:1"}


def test_what_was_given_back_is_no_claim_here_where_the_answer_is_lost(
    bench: Benches, shop: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench("P1")
    one.settle()
    assert list(one.file.rows.reserved) == ["shop:1"]
    release = SqlCentre.release

    def deaf(centre: SqlCentre, origin: str) -> None:
        release(centre, origin)
        raise CentreAway("the line broke")

    monkeypatch.setattr(SqlCentre, "release", deaf)
    with pytest.raises(CentreAway):
        one.steps.leave()
    one.drain()
    assert not one.file.rows.reserved


@pytest.mark.parametrize("last", [K.PICK_LEFT, K.ORDER_PARKED, K.ORDER_PICKED, K.PACK_LEFT])
def test_an_order_put_away_is_no_claim_here_where_the_answer_is_lost(
    site: Site,
    bench: Benches,
    shop: Callable[[], None],
    last: FactKind,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Once the centre has the fact another bench may get the order."""
    one = bench("P1")
    one.settle()
    one.record(about(K.PICK_STARTED, "shop:1"), about(last, "shop:1", shelf="S-1"))
    assert list(one.file.rows.reserved) == ["shop:1"], "nobody else can have it yet"
    push = SqlCentre.push

    def deaf(centre: SqlCentre, *words: Any) -> Pushed:
        push(centre, *words)
        raise CentreAway("the line broke")

    monkeypatch.setattr(SqlCentre, "push", deaf)
    while one.step():
        if "shop:1" not in site.live_claims():
            break
    one.drain()
    assert not one.file.rows.reserved
    one.restart()
    assert not one.file.rows.reserved


@pytest.mark.parametrize("fault", ["request", "answer"])
def test_what_gets_lost_on_the_way_is_sent_again(
    site: Site, bench: Benches, shop: Callable[[], None], fault: str
) -> None:
    one = bench("P1")
    one.settle()
    one.record(picked("shop:1"))
    one.step(fault)
    one.settle()
    assert [row["kind"] for row in site.events() if row["origin"] == "P1"] == ["unit_picked"]
    assert one.file.meta.acked == 1


def test_more_facts_than_one_batch(site: Site, bench: Benches, shop: Callable[[], None]) -> None:
    one = bench("P1")
    one.settle()
    for _ in range(5):
        one.record(*(about(K.HELP_CALLED, "shop:1") for _ in range(60)))
    one.settle()
    numbers = [row["seq"] for row in site.events() if row["origin"] == "P1"]
    assert sorted(numbers) == list(range(1, 301))


def test_a_program_that_ends_while_rows_come_gets_them_again(
    bench: Benches, shop: Callable[[], None]
) -> None:
    one = bench("P1")
    dying = one.file
    dying.kill = True
    while one.file is dying:
        one.step()
        one.drain()  # dies in there, and is started again
    assert one.file.meta.cursor == "" and one.file.rows.names(Kind.ORDER) == ()
    one.settle()
    assert set(one.file.rows.names(Kind.ORDER)) == {"shop:1", "shop:2"}


def test_a_centre_from_a_backup_gets_back_what_it_forgot(
    site: Site, bench: Benches, shop: Callable[[], None]
) -> None:
    one, other = bench("P1"), bench("P2")
    one.settle()
    other.settle()
    site.backup()
    one.record(picked("shop:1"), picked("shop:1"), about(K.ORDER_PICKED, "shop:1"))
    for each in (one, other, one):
        each.settle()
    before = shown(other, Kind.ORDER)
    site.restore()
    # The operator sees his own work all the time, and sees it once.
    while one.step() or one.drain():
        one.drain()
        one.file.rows.forget()
        row = one.world.order("shop:1")
        assert row is not None and row.lines[0].picked == 2
    shop()
    for each in (one, other, one):
        each.settle()
    assert shown(one, Kind.ORDER) == shown(other, Kind.ORDER) == before
    assert len([row for row in site.events() if row["origin"] == "P1"]) == 3


def test_an_order_the_centre_forgot_comes_back_with_the_import(
    site: Site, bench: Benches, shop: Callable[[], None], tmp_path: Path
) -> None:
    """The facts about it arrive before the order itself: they are kept and shown as conflicts."""
    one = bench("P1")
    site.backup()
    late = StationFile.open(tmp_path / "late.db", "late")
    port = site.connect()
    try:
        late.record(None, [placed("9")], at=START)
        Pusher(late, port).push(lambda _sent, _total: None)
        one.settle()
        one.record(picked("shop:9"))
        one.settle()
        site.restore()
        one.settle()
        reasons = {row["reason"] for row in site.events() if row["origin"] == "P1"}
        assert reasons == {"unknown_order"}
        exceptions = site.values(ROWS[Kind.EXCEPTION], Kind.EXCEPTION).values()
        assert [exception.subject_id for exception in exceptions] == ["shop:9"]
    finally:
        port.close()
        late.close()


def test_facts_of_an_older_life_survive_a_restore(
    site: Site, bench: Benches, shop: Callable[[], None], stray_logs: StrayLogs
) -> None:
    stray_logs.expected.add("app.sync.worker")
    one = bench("P1")
    one.settle()
    one.record(placed("a"))
    one.settle()
    site.backup()
    one.record(placed("b"), placed("c"))
    one.settle()
    one.file.new_incarnation()
    one.steps.disconnect()
    one.record(placed("d"))
    one.settle()
    site.restore()
    one.settle()
    refs = {row["ref"] for row in site.rows(ROWS[Kind.ORDER])}
    assert refs >= {"a", "b", "c", "d"}


def test_a_push_is_of_one_life_only(
    site: Site,
    bench: Benches,
    shop: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    stray_logs: StrayLogs,
) -> None:
    """The centre counts each life by itself: what came under another one is never acknowledged,
    and the bench would show its own work twice.
    """
    stray_logs.expected.add("app.sync.worker")
    one = bench("P1")
    one.settle()
    site.backup()
    one.record(placed("b"), picked("shop:b"))
    one.settle()
    first = one.file.meta.incarnation
    one.file.new_incarnation()
    one.steps.disconnect()
    one.record(picked("shop:b"))
    one.settle()
    site.restore()
    pushed: list[tuple[str, list[str]]] = []
    real = SqlCentre.push

    def push(
        centre: SqlCentre, origin: str, life: str, epoch: str, facts: Sequence[Fact]
    ) -> Pushed:
        pushed.append((life, [fact.incarnation for fact in facts]))
        return real(centre, origin, life, epoch, facts)

    monkeypatch.setattr(SqlCentre, "push", push)
    one.settle()
    second = one.file.meta.incarnation
    assert pushed == [(first, [first, first]), (second, [second])]
    assert one.file.meta.applied == one.file.last_seq == 3
    row = one.world.order("shop:b")
    assert row is not None and row.lines[0].picked == 2


def test_claims_are_held_and_lost(site: Site, bench: Benches, shop: Callable[[], None]) -> None:
    one, other = bench("P1"), bench("P2")
    one.settle()
    assert one.file.rows.reserved.keys() == {"shop:1"}
    other.settle()
    assert other.file.rows.reserved.keys() == {"shop:2"}
    other.steps.wish("shop:1")
    other.settle()
    assert site.live_claims() == {"shop:1": "P1", "shop:2": "P2"}


def test_after_hours_offline_everything_is_pushed_before_anything_is_pulled(
    bench: Benches, shop: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And of the orders that were opened meanwhile only the last is asked for."""
    one = bench("P1")
    one.settle()
    one.record(*(placed(f"n{number:03}") for number in range(3 * PUSH_BATCH + 1)))
    for number in range(5):
        one.steps.wish(f"shop:n{number:03}")
    one.steps.wish("shop:2")
    said: list[str] = []
    for verb in ("push", "pull", "claim", "announce"):
        monkeypatch.setattr(SqlCentre, verb, noting(said, verb))
    while one.steps.step():
        pass
    one.drain()
    assert said == ["push"] * 4 + ["announce", "pull", "claim", "pull"]
    assert one.file.rows.reserved.keys() == {"shop:1", "shop:2"}


def noting(said: list[str], verb: str) -> Callable[..., Any]:
    real = getattr(SqlCentre, verb)

    def call(*words: Any, **named: Any) -> Any:
        said.append(verb)
        return real(*words, **named)

    return call
