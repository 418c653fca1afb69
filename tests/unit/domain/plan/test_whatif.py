"""A day gone through again: more people never make an order later, and work is neither lost nor made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.whatif import (
    NEVER,
    WAITS_MS,
    Floor,
    Heads,
    Job,
    Pick,
    Work,
    batch_ms,
    batched_by_coming,
    day,
    finished,
    heads,
    stretches,
    with_cut_offs,
)

_MS = st.integers(0, 200)
_PICKS = st.builds(
    Pick, st.dictionaries(st.sampled_from(["A", "B", "C"]), _MS, max_size=3), st.just("A"), _MS
)
_JOBS = st.lists(
    st.builds(
        Job,
        st.uuids().map(str),
        st.integers(0, 1000),
        st.none() | _PICKS,
        st.integers(0, 300),
        st.sampled_from(["DHL", "UPS"]),
        st.none() | st.integers(0, 2000),
        st.integers(0, 2),
    ),
    max_size=15,
)
ONE = Heads((0,), (1,))


@st.composite
def _heads(draw: st.DrawFn) -> Heads:
    times = sorted(draw(st.sets(st.integers(0, 2000), min_size=1, max_size=6)))
    counts = [draw(st.integers(0, 4)) for _ in times]
    return Heads(tuple(times), (*counts[:-1], max(1, counts[-1])))


@given(_JOBS, _heads(), _heads(), st.integers(1, 4), st.integers(1, 3))
def test_more_packers_make_no_order_later(
    jobs: list[Job], pickers: Heads, packers: Heads, more: int, batch: int
) -> None:
    was = day(jobs, Floor(pickers, packers, batch))
    would = day(jobs, Floor(pickers, packers.plus(more), batch))
    assert was.keys() == would.keys() == {job.order for job in jobs}
    assert all(would[order] <= was[order] < NEVER for order in was)


@given(_JOBS, _heads(), _heads())
def test_no_order_is_packed_before_it_could_be(
    jobs: list[Job], pickers: Heads, packers: Heads
) -> None:
    packed = day(jobs, Floor(pickers, packers))
    for job in jobs:
        picking = job.pick.ms if job.pick else 0
        assert packed[job.order] >= job.at + picking + job.pack_ms


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 300)), min_size=1, max_size=12))
def test_one_person_does_all_the_work_without_a_gap_where_there_is_any(
    rows: list[tuple[int, int]],
) -> None:
    """The end of a busy time does not hang on the order in which its work is done."""
    work = [Work((0, 0, n, ""), ready, ms) for n, (ready, ms) in enumerate(rows)]
    now = 0
    for ready, ms in sorted(rows):
        now = max(now, ready) + ms
    assert max(finished(work, ONE)) == now


def test_the_more_urgent_order_is_packed_first_also_where_it_comes_later() -> None:
    slow, urgent = Job("slow", 0, None, 100), Job("urgent", 10, None, 20, due=500)
    assert day([slow, urgent], Floor(ONE, ONE)) == {"urgent": 30, "slow": 120}
    two = day([slow, urgent], Floor(ONE, ONE.plus(1)))
    assert two == {"urgent": 30, "slow": 100}


def test_people_who_go_home_leave_the_work_and_the_last_one_ends_it() -> None:
    shift = Heads((0, 50, 100), (2, 0, 1))
    assert finished([Work((0, 0, n, ""), 0, 60) for n in range(2)], shift) == [110, 120]
    assert finished([Work((0, 0, 0, ""), 0, 60)], Heads((0, 10), (1, 0))) == [NEVER]
    assert finished([Work((0, 0, 0, ""), 0, 60)], Heads()) == [NEVER]


def test_a_cut_off_changes_who_comes_first() -> None:
    jobs = [Job("a", 0, None, 50, "DHL", 100), Job("b", 0, None, 50, "UPS", 200)]
    assert day(jobs, Floor(ONE, ONE)) == {"a": 50, "b": 100}
    assert day(with_cut_offs(jobs, {"UPS": 60}), Floor(ONE, ONE)) == {"a": 100, "b": 50}
    undated = [Job("c", 0, None, 50, "UPS")]
    assert with_cut_offs(undated, {"UPS": 60}) == undated


def test_a_batch_saves_the_ways_that_its_orders_share() -> None:
    one = Job("a", 0, Pick({"A": 100, "B": 30}, "A", 10), 0)
    same = Job("b", 0, Pick({"A": 90, "B": 40}, "A", 20), 0)
    assert batch_ms([one]) == one.pick.ms == 140 if one.pick else False
    assert batch_ms([one, same]) == 100 + 40 + 30
    elsewhere = Job("c", 0, Pick({"C": 80}, "C", 5), 0)
    # The way to C is now one from a bin nearby: as long as that to B.
    assert batch_ms([one, elsewhere]) == 100 + 30 + 30 + 15
    assert batch_ms([elsewhere, Job("d", 0, Pick({"C": 70}, "C"), 0)]) == 85
    assert batch_ms([Job("e", 0, None, 0)]) == 0


@given(st.lists(_PICKS, min_size=1, max_size=5))
def test_a_batch_never_takes_longer_than_its_orders(picks: list[Pick]) -> None:
    jobs = [Job(str(n), 0, pick, 0) for n, pick in enumerate(picks)]
    assert batch_ms(jobs) <= sum(pick.ms for pick in picks)
    assert batch_ms(jobs[:1]) == picks[0].ms


def test_batches_are_of_one_cut_off_and_wait_for_nobody_too_long() -> None:
    jobs = [Job(str(n), 1000 * n, Pick(), 0, due=n % 2) for n in range(6)]
    found = [[job.order for job in batch] for batch in batched_by_coming(jobs, 2)]
    assert found == [["0", "2"], ["1", "3"], ["4"], ["5"]]
    late = Job("late", WAITS_MS + 1, Pick(), 0)
    assert len(batched_by_coming([Job("first", 0, Pick(), 0), late], 2)) == 2


def test_pieces_of_work_become_the_number_of_people() -> None:
    assert stretches([(50, 60), (0, 10), (15, 20)], 5) == [(0, 20), (50, 60)]
    there = heads([(0, 20), (10, 100), (50, 98)], 5)
    assert [there.at(time) for time in (-1, 0, 10, 20, 50, 99, 500)] == [0, 1, 2, 1, 2, 2, 2]
    assert there.most == 2
    assert there.plus(-5).counts[-1] == 1
    assert heads([], 5) == Heads()
    assert Heads().plus(3) == Heads()
