"""What a person has packed is counted on, and the count is what the journal says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.store.station import history
from app.store.station.file import StationFile
from tests.helpers.model import START, about, packed, placed
from tests.helpers.statements import statements

Reopen = Callable[[], StationFile]
K = FactKind


def unit(quantity: int) -> NewFact:
    return next(one for one in packed("shop:1", "s", quantity) if one.kind is K.UNIT_PACKED)


def plain(facts: tuple[Fact, ...], operator: str, since: datetime) -> tuple[int, int]:
    """The same, asked of every fact."""
    mine = [fact for fact in facts if fact.operator == operator and fact.occurred_at >= since]
    units = [fact.body["quantity"] for fact in mine if fact.kind == K.UNIT_PACKED]
    return sum(fact.kind == K.ORDER_PACKED for fact in mine), sum(units)


deeds = st.tuples(
    st.sampled_from(["11", "12"]),
    st.integers(-3, 3),  # the hour
    st.sampled_from([about(K.ORDER_PACKED, "shop:1"), unit(1), unit(5), placed("1")]),
)
asked = st.tuples(st.sampled_from(["11", "12", ""]), st.integers(-3, 3))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.lists(deeds, max_size=4) | asked, max_size=9))
def test_the_running_count_is_the_plain_one(
    tmp_path_factory: pytest.TempPathFactory, steps: list[object]
) -> None:
    file = StationFile.open(tmp_path_factory.mktemp("work") / "p.db", "P1")
    try:
        for step in steps:
            if isinstance(step, tuple):
                file.history.work_since(step[0], START + timedelta(hours=step[1]))
                continue
            assert isinstance(step, list)
            for operator, hour, fact in step:
                file.record(None, [fact], at=START + timedelta(hours=hour), operator=operator)
        facts = file.history.facts_after(0, 999)
        for operator in ("11", "12", ""):
            for hour in range(-3, 4):
                since = START + timedelta(hours=hour)
                assert file.history.work_since(operator, since) == plain(facts, operator, since)
    finally:
        file.close()


def test_the_journal_is_asked_once(file: StationFile, reopen: Reopen) -> None:
    """Its cost does not depend on how much was packed."""
    file.record(None, [unit(2)] * 3, at=START, operator="11")
    with statements(file.db.engine) as seen:
        assert file.history.work_since("11", START) == (0, 6)
    assert len(seen) == 3
    for _ in range(20):
        file.record(None, [unit(1), about(K.ORDER_PACKED, "shop:1")], at=START, operator="11")
    with statements(file.db.engine) as seen:
        assert file.history.work_since("11", START) == (20, 26)
    assert seen == []
    assert reopen().history.work_since("11", START) == (20, 26)


def test_facts_of_an_earlier_file_count_too(file: StationFile, tmp_path: Path) -> None:
    old = StationFile.open(tmp_path / "old.db", "P1")
    facts = old.record(None, [unit(4)], at=START, operator="11")
    old.close()
    assert file.history.work_since("11", START) == (0, 0)
    file.adopt(facts)
    assert file.history.work_since("11", START) == (0, 4)


def test_a_day_begins_where_the_site_is(file: StationFile) -> None:
    """Times are compared as moments, whatever zone the question is in."""
    file.record(None, [unit(1)], at=START, operator="11")
    for hours in (-8, 0, 9):
        zone = timezone(timedelta(hours=hours))
        assert file.history.work_since("11", START.astimezone(zone)) == (0, 1)
        later = (START + timedelta(microseconds=1)).astimezone(zone)
        assert file.history.work_since("11", later) == (0, 0)


def test_counts_nobody_asks_for_are_forgotten(file: StationFile) -> None:
    for minute in range(2 * history._COUNTS):
        file.history.work_since("11", START + timedelta(minutes=minute))
    assert len(file.history._work) == history._COUNTS


def test_what_was_done_last_comes_first(file: StationFile) -> None:
    refs = ("1", "2", "1", "3")
    file.record(None, [about(K.ORDER_PACKED, f"shop:{ref}") for ref in refs], at=START)
    last = file.record(None, [placed("9")], at=START)[-1]
    done = file.history
    assert done.subjects_of((K.ORDER_PACKED,), Kind.ORDER, 2) == ("shop:3", "shop:1")
    assert done.last_fact(K.ORDER_PLACED) == last
    assert done.last_fact(K.UNIT_PICKED) is None
    about_two = done.facts_about(Subject(Kind.ORDER, "shop:2"))
    assert [fact.seq for fact in about_two] == [2]
    assert [fact.seq for fact in done.facts_after(1, 2)] == [2, 3]
    assert replace(last, seq=5) == last
