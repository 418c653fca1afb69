"""A report's figures are what an independent count says, and say so where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.rows.orders import Order
from app.reports.shift import KINDS, PAUSE, ShiftReport, shift_report
from app.reports.tables import NAMES, tables
from tests.helpers.model import START
from tests.unit.domain.world import as_fact, order

K = FactKind
MINUTE = timedelta(minutes=1)
UNTIL = START + timedelta(hours=8)


def fact(
    kind: FactKind, minute: float, *names: str, who: str = "11", at: str = "P1", **body: Any
) -> Fact:
    subjects = tuple(Subject(Kind.ORDER, name) for name in names)
    made = as_fact(NewFact(kind, subjects, body), 1, at)
    return replace(made, occurred_at=START + minute * MINUTE, operator=who)


def report(
    *facts: Fact, orders: Mapping[str, Order] | None = None, personal: bool = True
) -> ShiftReport:
    def rows(names: Sequence[str]) -> Mapping[str, Order]:
        return {name: row for name, row in (orders or {}).items() if name in names}

    return shift_report(facts, rows, START, UNTIL, personal=personal)


def figures(made: ShiftReport) -> dict[str, float | None]:
    return {one.code: one.value for one in made.figures}


ONE_ORDER = (
    fact(K.PICK_STARTED, 0, "a"),
    fact(K.UNIT_PICKED, 2, "a", quantity=3),
    fact(K.PICK_SHORT, 3, "a", quantity=2),
    fact(K.SHORT_TAKEN_BACK, 3, "a", quantity=1),
    fact(K.ORDER_PICKED, 4, "a"),
    fact(K.PACK_STARTED, 10, "a", who="12", at="P2"),
    fact(K.UNIT_PACKED, 11, "a", who="12", at="P2", quantity=3),
    fact(K.LABEL_SENT, 12, who="12", at="P2"),
    fact(K.LABEL_MISMATCH, 12, who="12", at="P2"),
    fact(K.ORDER_PACKED, 13, "a", who="12", at="P2"),
    fact(K.LOAD_CLOSED, 70, "a", who="12", at="P2"),
)


def test_one_order_from_pick_to_truck() -> None:
    row = order(("MUG", 5), carrier="DHL", cut_off=START + 60 * MINUTE)
    made = report(*ONE_ORDER, orders={"a": row})
    found = figures(made)
    assert (found["orders_picked"], found["orders_packed"], found["orders_shipped"]) == (1, 1, 1)
    assert (found["units_picked"], found["units_packed"], found["units_short"]) == (3, 3, 1)
    assert (found["labels_caught"], found["labels_first_time"]) == (1, 100.0)
    assert (found["on_time_shipments"], found["shipped_complete"]) == (0.0, 100.0)
    assert [(one.step, one.half) for one in made.leads] == [
        ("picking", 4.0),
        ("packing", 3.0),
        ("waiting for a packer", 6.0),
        ("waiting for the truck", 57.0),
    ]
    assert made.carriers == (("DHL", 1),)
    assert [(one.name, one.units) for one in made.people] == [("11", 3), ("12", 3)]


def test_a_pause_is_no_work() -> None:
    long = PAUSE / MINUTE + 1
    made = report(
        fact(K.UNIT_PICKED, 0, "a", quantity=1),
        fact(K.UNIT_PICKED, 3, "a", quantity=1),
        fact(K.UNIT_PICKED, 3 + long, "a", quantity=1),
    )
    (station,) = made.stations
    assert (station.hours, station.per_hour) == (0.05, 60.0)
    (alone,) = report(fact(K.UNIT_PICKED, 0, "a", quantity=1)).stations
    assert alone.per_hour is None


def test_persons_are_named_only_where_it_is_asked_for() -> None:
    assert report(*ONE_ORDER, personal=False).people == ()


def test_nothing_happened_and_each_figure_says_what_it_can() -> None:
    made = report()
    assert figures(made)["orders_packed"] == 0
    empty = {one.code: one.why for one in made.figures if one.value is None}
    assert empty.keys() == {
        "on_time_shipments",
        "shipped_complete",
        "labels_first_time",
        "order_picking_accuracy",
    }
    assert all(empty.values())
    for table in tables(made):
        assert all(len(row) == len(table.head) for row in table.rows)


def test_every_figure_has_a_name_and_a_formula() -> None:
    made = report(*ONE_ORDER)
    assert [one.code for one in made.figures if one.code not in NAMES or not one.formula] == []
    assert NAMES.keys() == {one.code for one in made.figures}


def test_an_hour_that_comes_twice_is_two_hours() -> None:
    """In Central Europe 2026-10-25 has 25 hours; the report's hours are instants, not numbers."""
    night = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    twice = [
        replace(fact(K.ORDER_PACKED, 0, str(n)), occurred_at=night + n * timedelta(hours=1))
        for n in range(3)
    ]
    made = shift_report(twice, lambda _names: {}, night, night + timedelta(hours=4))
    assert [one.packed for one in made.hours] == [1, 1, 1]
    assert len({one.start.astimezone(UTC) for one in made.hours}) == 3


_KINDS = st.sampled_from(KINDS)


@given(
    st.lists(
        st.tuples(_KINDS, st.integers(0, 479), st.sampled_from("abc"), st.integers(1, 9)),
        max_size=60,
    )
)
def test_totals_are_those_of_an_independent_count(
    rows: list[tuple[FactKind, int, str, int]],
) -> None:
    rows.sort(key=lambda row: row[1])
    made = report(*(fact(kind, minute, name, quantity=n) for kind, minute, name, n in rows))
    found = figures(made)
    for kind, code in ((K.UNIT_PICKED, "units_picked"), (K.UNIT_PACKED, "units_packed")):
        assert found[code] == sum(n for one, _, _, n in rows if one is kind)
    for kind, code in ((K.ORDER_PICKED, "orders_picked"), (K.ORDER_PACKED, "orders_packed")):
        assert found[code] == sum(one is kind for one, *_ in rows)
    gone = {name for one, _, name, _ in rows if one is K.LOAD_CLOSED}
    assert found["orders_shipped"] == len(gone)
    assert sum(one.packed for one in made.hours) == found["orders_packed"]
    assert sum(one.units for one in made.people) == sum(one.units for one in made.stations)
    assert all(one.hours <= 8 for one in made.people)
