"""Which goods an order gets, and why; compared with a slow oracle that knows no stages' code."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.allocate import (
    CHAIN,
    Allocation,
    Ends,
    Rules,
    Shelf,
    Short,
    Stage,
    Want,
    Why,
    allocate,
    good_on,
)
from app.domain.stock import Status, StockKey

TODAY = date(2026, 3, 2)
SOON, LATER = date(2026, 4, 30), date(2027, 1, 31)


def shelf(bin_: str, free: int, walk: int = 1, case: int = 0, **key: Any) -> Shelf:
    locked = bool(key.pop("locked", False))
    return Shelf(bin_, walk, StockKey(key.pop("sku", "S"), **key), free, case, locked=locked)


def want(quantity: int, **more: Any) -> Want:
    return Want(1, "S", quantity, **more)


def told(found: Allocation) -> list[tuple[str, int, str]]:
    return [(pin.bin, pin.quantity, pin.why.value) for pin in found.pins]


def pinned(wanted: Want, *shelves: Shelf, stages: tuple[Stage, ...] = CHAIN) -> Allocation:
    return allocate([wanted], shelves, Rules(stages), TODAY)


EARLY = shelf("B2", 2, walk=9, lot="E", expiry=SOON)
LATE = shelf("B1", 3, walk=1, lot="L", expiry=LATER)


def test_a_lot_that_cannot_cover_the_line_is_not_dropped_for_one_that_can() -> None:
    found = pinned(want(5), LATE, EARLY)
    assert told(found) == [("B2", 2, "earliest_date"), ("B1", 3, "nearest")]
    assert found.shorts == ()


def test_what_is_not_there_is_short_and_the_rest_is_promised() -> None:
    found = pinned(want(30), LATE, EARLY)
    assert sum(pin.quantity for pin in found.pins) == 5
    assert found.shorts == (Short(1, "S", 25),)


def test_a_lot_whose_date_is_today_is_good_all_day() -> None:
    found = pinned(want(1), shelf("B1", 1, expiry=TODAY), shelf("B2", 1, expiry=SOON))
    assert told(found) == [("B1", 1, "earliest_date")]
    yesterday = shelf("B1", 1, expiry=TODAY - timedelta(days=1))
    assert told(pinned(want(1), yesterday)) == []


@pytest.mark.parametrize(
    ("others", "wanted"),
    [
        ({"status": Status.HOLD}, {}),
        ({"status": Status.DAMAGED}, {}),
        ({"owner": "ACME"}, {}),
        ({"locked": True}, {}),
        ({"expiry": SOON}, {"life": 60}),
        ({"best_before": SOON}, {"life": 60}),
        ({"lot": "X"}, {"lot": "Y"}),
        ({"sku": "T"}, {}),
    ],
)
def test_what_does_not_fit_is_as_good_as_not_there(
    others: dict[str, Any], wanted: dict[str, Any]
) -> None:
    assert pinned(want(1, **wanted), shelf("B1", 9, **others)) == Allocation(
        (), (Short(1, "S", 1),)
    )


def test_life_is_counted_from_today_to_the_last_good_day() -> None:
    days = (SOON - TODAY).days
    assert pinned(want(1, life=days), shelf("B1", 1, expiry=SOON)).shorts == ()
    assert pinned(want(1, life=days + 1), shelf("B1", 1, expiry=SOON)).pins == ()


@pytest.mark.parametrize(
    ("ends", "expiry", "best_before", "there"),
    [
        (Ends.EITHER, LATER, SOON, True),
        (Ends.EITHER, None, SOON, False),
        (Ends.EXPIRY, LATER, SOON, True),
        (Ends.EXPIRY, None, SOON, True),
        (Ends.BEST_BEFORE, LATER, SOON, False),
        (Ends.BEST_BEFORE, SOON, LATER, True),
        (Ends.BEST_BEFORE, SOON, None, True),
    ],
)
def test_the_site_says_which_date_takes_goods_out_of_sale(
    ends: Ends, expiry: date | None, best_before: date | None, *, there: bool
) -> None:
    day, goods = SOON + timedelta(days=1), shelf("B1", 1, expiry=expiry, best_before=best_before)
    found = allocate([want(1)], [goods], Rules(ends=ends), day)
    assert bool(found.pins) is there
    assert good_on(goods.key, day, ends) is there


def test_an_owner_gets_his_own_goods() -> None:
    found = pinned(want(2, owner="ACME"), shelf("B1", 9), shelf("B2", 9, owner="ACME"))
    assert told(found) == [("B2", 2, "only_one")]


def test_goods_without_a_date_come_last() -> None:
    found = pinned(want(3), shelf("B1", 5), shelf("B2", 2, walk=9, best_before=SOON))
    assert told(found) == [("B2", 2, "earliest_date"), ("B1", 1, "nearest")]


def test_a_lot_that_the_order_names_is_pinned_for_good() -> None:
    pin = pinned(want(1, lot="L"), LATE, EARLY).pins[0]
    assert (pin.bin, pin.why, pin.hard) == ("B1", Why.PINNED, True)


def test_a_lot_that_the_order_would_like_comes_first_and_others_fill_up() -> None:
    found = pinned(want(5, lot="L", soft=True), LATE, EARLY)
    assert told(found) == [("B1", 3, "pinned"), ("B2", 2, "only_one")]
    assert [pin.hard for pin in found.pins] == [False, False]
    assert told(pinned(want(1, lot="X", soft=True), LATE)) == [("B1", 1, "only_one")]


def test_the_unit_that_the_order_names_is_where_its_serial_says() -> None:
    near, far = shelf("B1", 3), shelf("B2", 3, walk=9)
    pin = pinned(want(1, bin="B2"), near, far).pins[0]
    assert (pin.bin, pin.why, pin.hard) == ("B2", Why.PINNED, True)
    assert pinned(want(1, bin=""), near, far).pins == (), "it is in no bin"
    assert told(pinned(want(1, bin="", soft=True), near, far)) == [("B1", 1, "nearest")]


def test_a_line_that_takes_anything_leaves_the_named_lot_to_the_line_that_names_it() -> None:
    wants = [
        want(3),
        replace(want(2, lot="L", soft=True), line=2),
        replace(want(1, lot="L"), line=3),
    ]
    found = allocate(wants, [LATE, EARLY], Rules((Stage.NEAREST,)), TODAY)
    assert [(pin.line, pin.key.lot, pin.quantity) for pin in found.pins] == [
        (3, "L", 1),
        (2, "L", 2),
        (1, "E", 2),
    ]
    assert found.shorts == (Short(1, "S", 1),)


def test_what_came_first_leaves_first_and_what_nobody_noted_was_there_before() -> None:
    early, late = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    found = pinned(
        want(6),
        replace(shelf("B1", 2), since=late),
        replace(shelf("B2", 2), since=early),
        shelf("B3", 1, walk=9),
        stages=(Stage.FIFO, Stage.NEAREST),
    )
    assert told(found) == [("B3", 1, "oldest"), ("B2", 2, "oldest"), ("B1", 2, "nearest")]
    assert found.shorts == (Short(1, "S", 1),)


def test_whole_cases_come_where_cases_are_and_the_rest_where_it_lies_loose() -> None:
    loose, cases = shelf("B1", 10), shelf("B2", 40, walk=9, case=12)
    found = pinned(want(27), loose, cases)
    assert told(found) == [("B2", 24, "full_case"), ("B1", 3, "nearest")]


def test_a_case_is_opened_where_nothing_lies_loose() -> None:
    found = pinned(want(27), shelf("B2", 40, case=12))
    assert told(found) == [("B2", 27, "only_one")]


def test_a_pick_face_comes_before_other_bins() -> None:
    face = Shelf("B2", 9, StockKey("S"), 9, face=True)
    assert told(pinned(want(5), shelf("B1", 3), face)) == [("B2", 5, "pick_face")]


def test_a_bin_that_would_be_empty_afterwards_comes_first() -> None:
    near, rest = shelf("B1", 50), shelf("B2", 3, walk=9)
    assert told(pinned(want(5), near, rest)) == [("B2", 3, "empties_bin"), ("B1", 2, "nearest")]
    assert told(pinned(want(2), near, rest)) == [("B1", 2, "nearest")]


def test_the_chain_of_the_site_decides() -> None:
    assert told(pinned(want(1), LATE, EARLY, stages=(Stage.NEAREST,))) == [("B1", 1, "nearest")]
    assert told(pinned(want(1), LATE, EARLY, stages=(Stage.NEAREST, Stage.FEFO))) == [
        ("B1", 1, "nearest")
    ]


def test_shelves_that_are_alike_are_taken_in_the_order_of_their_names() -> None:
    alike = [shelf("B3", 1), shelf("B1", 1), shelf("B2", 1)]
    assert [pin.bin for pin in pinned(want(2), *alike).pins] == ["B1", "B2"]


def test_two_lines_do_not_get_the_same_unit() -> None:
    wants = [want(2), replace(want(2), line=2)]
    found = allocate(wants, [shelf("B1", 3)], Rules(), TODAY)
    assert [(pin.line, pin.quantity) for pin in found.pins] == [(1, 2), (2, 1)]
    assert found.shorts == (Short(2, "S", 1),)


def test_an_order_that_must_be_complete_gets_everything_or_nothing() -> None:
    wants = [want(2), Want(2, "T", 1)]
    rules = Rules(complete=True)
    assert allocate(wants, [shelf("B1", 3)], rules, TODAY) == Allocation((), (Short(2, "T", 1),))
    both = [shelf("B1", 3), shelf("B2", 1, sku="T")]
    found = allocate(wants, both, rules, TODAY)
    assert (len(found.pins), found.shorts) == (2, ())


def test_goods_on_somebody_elses_task_do_not_hide_those_that_are_free() -> None:
    """The one lot is all promised, the other, of the same date, is free."""
    taken, free = shelf("B1", 0, lot="1", expiry=SOON), shelf("B2", 4, lot="2", expiry=SOON)
    assert told(pinned(want(3), taken, free)) == [("B2", 3, "only_one")]


# --- anything -------------------------------------------------------------------------------------

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
days = st.sampled_from([None, TODAY - timedelta(days=1), TODAY, SOON, LATER])
keys = st.builds(
    StockKey,
    st.sampled_from("ST"),
    st.sampled_from(["", "L1", "L2"]),
    days,
    days,
    st.sampled_from([Status.AVAILABLE, Status.AVAILABLE, Status.HOLD]),
    st.sampled_from(["", "", "ACME"]),
)
shelves_ = st.lists(
    st.builds(
        Shelf,
        st.sampled_from(["B1", "B2", "B3", "B4"]),
        st.integers(0, 4),
        keys,
        st.integers(-2, 9),
        st.sampled_from([0, 0, 3]),
        st.booleans(),
        st.booleans(),
        st.sampled_from([None, NOON, NOON + timedelta(days=1)]),
    ),
    max_size=8,
    unique_by=lambda one: (one.bin, one.key),
)
wants_ = st.lists(
    st.builds(
        Want,
        st.integers(),
        st.sampled_from("ST"),
        st.integers(0, 12),
        st.sampled_from(["", "", "ACME"]),
        st.sampled_from([0, 0, 60]),
        st.sampled_from(["", "", "L1"]),
        st.sampled_from([None, None, None, "B1", ""]),
        st.booleans(),
    ),
    max_size=3,
).map(lambda found: [replace(one, line=number) for number, one in enumerate(found, 1)])
chains = st.lists(st.sampled_from(list(Stage)), unique=True).map(tuple)
ends_ = st.sampled_from(list(Ends))
DATES = {
    Ends.EITHER: ("expiry", "best_before"),
    Ends.EXPIRY: ("expiry",),
    Ends.BEST_BEFORE: ("best_before",),
}


def suits(one: Want, place: Shelf, ends: Ends = Ends.EITHER) -> bool:
    """Whether the goods suit the line, in the words of a person."""
    told = [getattr(place.key, name) for name in DATES[ends]]
    dates = [day for day in told if day is not None][:1]
    return (
        place.key.sku == one.sku
        and place.key.owner == one.owner
        and place.key.status is Status.AVAILABLE
        and not place.locked
        and (one.soft or not one.lot or one.lot == place.key.lot)
        and (one.soft or one.bin is None or one.bin == place.bin)
        and all((day - TODAY).days >= one.life for day in dates)
    )


def one_by_one(wants: list[Want], shelves: list[Shelf]) -> dict[int, int]:
    """Short units of each line, when each unit is taken by itself from anywhere it suits."""
    free = [max(0, place.free) for place in shelves]
    lacking = {}
    for one in wants:
        missing = 0
        for _unit in range(one.quantity):
            at = next((n for n, s in enumerate(shelves) if free[n] and suits(one, s)), None)
            if at is None:
                missing += 1
            else:
                free[at] -= 1
        if missing:
            lacking[one.line] = missing
    return lacking


@given(wants_, shelves_, chains, ends_)
def test_never_more_than_is_free_and_never_what_does_not_suit(
    wants: list[Want], shelves: list[Shelf], stages: tuple[Stage, ...], ends: Ends
) -> None:
    found = allocate(wants, shelves, Rules(stages, ends=ends), TODAY)
    taken: Counter[tuple[str, StockKey]] = Counter()
    got: Counter[int] = Counter()
    places = {(place.bin, place.key): place for place in shelves}
    lines = {one.line: one for one in wants}
    for pin in found.pins:
        assert pin.quantity > 0
        assert suits(lines[pin.line], places[pin.bin, pin.key], ends)
        taken[pin.bin, pin.key] += pin.quantity
        got[pin.line] += pin.quantity
    assert all(count <= places[at].free for at, count in taken.items())
    short = {one.line: one.quantity for one in found.shorts}
    for one in wants:
        assert got[one.line] + short.get(one.line, 0) == one.quantity
    assert len({(pin.line, pin.bin, pin.key) for pin in found.pins}) == len(found.pins)


@given(wants_.filter(lambda found: len(found) < 2), shelves_, chains)
def test_a_line_is_short_only_of_what_is_nowhere(
    wants: list[Want], shelves: list[Shelf], stages: tuple[Stage, ...]
) -> None:
    found = allocate(wants, shelves, Rules(stages), TODAY)
    assert {one.line: one.quantity for one in found.shorts} == one_by_one(wants, shelves)
    complete = allocate(wants, shelves, Rules(stages, complete=True), TODAY)
    assert complete == (replace(found, pins=()) if found.shorts else found)


@given(wants_, shelves_, chains)
def test_a_wish_costs_nobody_a_unit_and_is_kept_as_far_as_it_can_be(
    wants: list[Want], shelves: list[Shelf], stages: tuple[Stage, ...]
) -> None:
    """What a wish named is left nowhere while its line got something else."""
    found = allocate(wants, shelves, Rules(stages), TODAY)
    lines = {one.line: one for one in wants}
    taken: Counter[tuple[str, StockKey]] = Counter()
    for pin in found.pins:
        taken[pin.bin, pin.key] += pin.quantity
        assert pin.hard == lines[pin.line].hard
    for pin in found.pins:
        named = replace(lines[pin.line], soft=False)
        got = Shelf(pin.bin, 0, pin.key, pin.quantity)
        if not suits(named, got):
            assert lines[pin.line].soft
            assert not any(
                place.free > taken[place.bin, place.key] and suits(named, place)
                for place in shelves
            )


@given(wants_, shelves_)
def test_no_earlier_good_lot_is_skipped(wants: list[Want], shelves: list[Shelf]) -> None:
    """What is left on a shelf is never older than what a line got that could have had it."""
    wants = [replace(one, soft=False) for one in wants]  # a wish is worth more than a date
    found = allocate(wants, shelves, Rules(), TODAY)
    left = {(place.bin, place.key): place for place in shelves}
    for pin in found.pins:
        at = pin.bin, pin.key
        left[at] = replace(left[at], free=left[at].free - pin.quantity)
    for pin in found.pins:
        one = next(line for line in wants if line.line == pin.line)
        mine = pin.key.expiry or pin.key.best_before or date.max
        for place in left.values():
            if place.free > 0 and suits(one, place):
                assert (place.key.expiry or place.key.best_before or date.max) >= mine


@given(wants_, shelves_)
def test_nothing_that_came_earlier_is_skipped(wants: list[Want], shelves: list[Shelf]) -> None:
    """What is left on a shelf has not come before what a line got that could have had it."""
    wants = [replace(one, soft=False) for one in wants]
    found = allocate(wants, shelves, Rules((Stage.FIFO,)), TODAY)
    left = {(place.bin, place.key): place for place in shelves}
    for pin in found.pins:
        at = pin.bin, pin.key
        left[at] = replace(left[at], free=left[at].free - pin.quantity)
    first = datetime(1, 1, 2, tzinfo=UTC)
    for pin in found.pins:
        one = next(line for line in wants if line.line == pin.line)
        mine = left[pin.bin, pin.key].since or first
        for place in left.values():
            if place.free > 0 and suits(one, place):
                assert (place.since or first) >= mine
