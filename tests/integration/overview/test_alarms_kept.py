"""The site's alarms are one truth, however many watch, on both databases."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.domain.alarms import Alarm, OpenAlarm
from app.domain.thresholds import AlarmKind, Thresholds
from app.store.database import close_engine, open_centre
from app.sync import alarms
from app.sync.alarms import KEPT
from tests.helpers.model import START
from tests.helpers.program import wait_until

MINUTE = timedelta(minutes=1)
LIMITS = Thresholds(clear_minutes=2, escalate_minutes=15, device_minutes=2)
K = AlarmKind


@pytest.fixture
def engine(connect: Callable[[], object], url: str) -> Iterator[sa.Engine]:
    """Of a centre with its tables; each transaction is told the time."""
    connect()
    made = open_centre(url)
    yield made
    close_engine(made)


class Watch:
    """One watcher, whose time a test sets."""

    def __init__(self, engine: sa.Engine, clock: ManualClock) -> None:
        self._engine, self._clock = engine, clock

    def see(self, *found: Alarm, limits: Thresholds = LIMITS) -> list[str]:
        with self._engine.begin() as db:
            told = alarms.reconcile(db, self._clock.now(), found, limits)
        return [one.about for one in told]

    def open(self) -> tuple[OpenAlarm, ...]:
        with self._engine.begin() as db:
            return alarms.standing(db)

    def acknowledge(self, name: str, by: str = "11") -> bool:
        with self._engine.begin() as db:
            return alarms.acknowledge(db, self._clock.now(), name, by)

    def claim(self) -> list[tuple[str, bool]]:
        with self._engine.begin() as db:
            return [(x.about, x.escalated) for x in alarms.claim_telling(db, self._clock.now())]

    def give_back(self) -> None:
        with self._engine.begin() as db:
            alarms.give_back_telling(db, [one.id for one in alarms.standing(db)])


@pytest.fixture
def watch(engine: sa.Engine, clock: ManualClock) -> Watch:
    return Watch(engine, clock)


def bin_(code: str = "B1", count: int = 3) -> Alarm:
    return Alarm(K.BIN_SHORTS, code, START, {"count": count, "hours": 8})


def device(at: datetime) -> Alarm:
    return Alarm(K.DEVICE_DOWN, "P1/printer", at, {"trouble": "paper_out"})


def test_an_alarm_is_raised_once_and_follows_its_values(watch: Watch) -> None:
    assert watch.see(bin_()) == ["B1"]
    (first,) = watch.open()
    assert watch.see(bin_(count=4), bin_("B2")) == ["B1", "B2"]
    again, _other = watch.open()
    assert (again.id, again.values["count"], again.raised_at) == (first.id, 4, first.raised_at)


def test_it_is_over_when_all_has_been_well_for_a_while(watch: Watch, clock: ManualClock) -> None:
    watch.see(bin_())
    first = watch.open()[0].id
    for _ in range(3):  # it comes and goes: one alarm
        clock.advance(90)
        assert watch.see() == ["B1"]
        clock.advance(90)
        assert watch.see(bin_()) == ["B1"]
    assert watch.see() == ["B1"]
    clock.advance(119)
    assert watch.see() == ["B1"]
    clock.advance(1)
    assert watch.see() == []
    assert watch.see(bin_()) == ["B1"], "the next time it is another alarm"
    assert watch.open()[0].id != first


def test_what_does_not_last_is_told_to_nobody(watch: Watch, clock: ManualClock) -> None:
    assert watch.see(device(clock.now())) == []
    clock.advance(60)
    assert watch.see() == [], "paper was put in"
    assert watch.see(device(clock.now())) == []
    clock.advance(119)
    assert watch.see(device(clock.now())) == []
    clock.advance(1)
    assert watch.see(device(clock.now())) == ["P1/printer"]
    assert watch.open()[0].raised_at == clock.now()


def test_the_first_to_acknowledge_counts(watch: Watch) -> None:
    watch.see(bin_())
    (one,) = watch.open()
    assert one.unheard
    assert watch.acknowledge(one.id, "11")
    assert not watch.acknowledge(one.id, "12")
    assert not watch.acknowledge("of nobody")
    (one,) = watch.open()
    assert (one.acknowledged_by, one.unheard) == ("11", False)


def test_what_nobody_acknowledges_escalates(watch: Watch, clock: ManualClock) -> None:
    watch.see(bin_(), bin_("B2"))
    watch.acknowledge(watch.open()[0].id)
    clock.advance(15 * 60 - 1)
    watch.see(bin_(), bin_("B2"))
    assert [one.escalated for one in watch.open()] == [False, False]
    clock.advance(1)
    watch.see(bin_(), bin_("B2"))
    assert [one.escalated for one in watch.open()] == [False, True]


def test_zero_minutes_never_escalate(watch: Watch, clock: ManualClock) -> None:
    never = Thresholds(escalate_minutes=0)
    watch.see(bin_(), limits=never)
    clock.advance(86_400)
    watch.see(bin_(), limits=never)
    assert [one.escalated for one in watch.open()] == [False]


def test_each_is_told_once_and_once_more_when_it_escalates(
    watch: Watch, clock: ManualClock
) -> None:
    watch.see(bin_())
    assert watch.claim() == [("B1", False)]
    assert watch.claim() == []
    clock.advance(900)
    watch.see(bin_())
    clock.advance(1)
    assert watch.claim() == [("B1", True)]
    assert watch.claim() == []
    watch.give_back()  # it could not be sent
    assert watch.claim() == [("B1", True)]
    watch.see(bin_(), bin_("B2"))
    watch.acknowledge(watch.open()[1].id)
    assert watch.claim() == [], "somebody knows already"


def test_what_is_over_for_long_is_forgotten(
    watch: Watch, clock: ManualClock, engine: sa.Engine
) -> None:
    def forget() -> int:
        with engine.begin() as db:
            alarms.forget_old(db, clock.now())
            return int(db.execute(sa.text("SELECT count(*) FROM alarm")).scalar_one())

    watch.see(bin_(), bin_("B2"))
    watch.see(bin_("B2"))
    clock.advance(120)
    assert watch.see(bin_("B2")) == ["B2"]
    clock.advance(KEPT.total_seconds())
    assert forget() == 2
    clock.advance(1)
    assert forget() == 1


def test_alarms_of_a_newer_program_are_left_alone(watch: Watch, engine: sa.Engine) -> None:
    with engine.begin() as db:
        db.execute(
            sa.text(
                "INSERT INTO alarm(id, kind, about, details, since, raised_at)"
                " VALUES ('x', 'of_tomorrow', 'B1', '{', '2026-01-01', '2026-01-01')"
            )
        )
    watch.see(bin_())
    watch.see()
    assert watch.claim() == [("B1", False)]
    with engine.begin() as db:
        query = sa.text("SELECT gone_at FROM alarm WHERE id = 'x'")
        assert db.execute(query).scalar_one() is None


@pytest.mark.postgres
def test_watchers_at_once_raise_and_claim_once(postgres_url: str, clock: ManualClock) -> None:
    """The second one has read that there is none before the first has committed."""
    one, two = open_centre(postgres_url), open_centre(postgres_url)
    now = clock.now()
    told: list[OpenAlarm] = []

    def second() -> None:
        with two.begin() as db:
            alarms.reconcile(db, now, [bin_(), bin_("B2")], LIMITS)
        with two.begin() as db:
            told.extend(alarms.claim_telling(db, now))

    waiter = threading.Thread(target=second)
    with one.connect() as db:
        alarms.reconcile(db, now, [bin_()], LIMITS)
        waiter.start()
        pid = db.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
        wait_until(lambda: blocked(one, pid), "the second one at the first's row")
        db.commit()
        waiter.join(10)
        assert sorted(x.about for x in told) == ["B1", "B2"]
        assert len(alarms.standing(db)) == 2
        assert alarms.claim_telling(db, now) == ()
    close_engine(one)
    close_engine(two)


def blocked(engine: sa.Engine, pid: int) -> bool:
    """Whether somebody waits for that connection; a transaction of its own sees it afresh."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE :pid = ANY(pg_blocking_pids(pid))"
    with engine.connect() as db:
        return bool(db.execute(sa.text(query), {"pid": pid}).scalar_one())
